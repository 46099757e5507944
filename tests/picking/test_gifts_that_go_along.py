"""Which card a gift goes along with, and what is said where it goes with none."""

from datetime import date

from business import customer, decided, milestone

from notes.customers import Book
from notes.history import Event, Kind, Past
from notes.picking.gifts import about, told
from notes.picking.month import Month
from notes.picking.overruling import Overruled
from notes.picking.picks import Picks
from notes.settings import Settings

CELL = {"gift": ("Gift", "F")}
ANN = customer(1, "Ann Quill", gift="a jar of honey", columns=CELL)
MOVED = milestone(1, "new-home", "2026-10-28", about="the new house")
DIED = milestone(1, "condolence", "2026-10-28", person="Joe", approved_by="AB")


def gifts(picks: Picks) -> list[tuple[str, str]]:
    return [(one.occasion, one.gift) for pick in picks.picks for one in pick.reasons]


def test_it_goes_along_with_the_next_card() -> None:
    picks = decided([ANN], [MOVED])
    assert gifts(picks) == [("new-home", "a jar of honey")]
    assert about(picks.picks[0], Past()) == (
        "A gift goes along with the card: a jar of honey (Customers, cell F2 (column “Gift”))."
    )
    assert told(picks.picks, Past()) == []


def test_the_gift_of_a_milestone_goes_before_that_of_the_row() -> None:
    picks = decided([ANN], [milestone(1, "new-home", "2026-10-28", gift="the keys’ hook")])
    assert gifts(picks) == [("new-home", "the keys’ hook")]
    assert picks.picks[0].gift_cell.column == "Gift" and picks.picks[0].gift_cell.sheet == "Milestones"


def test_none_goes_with_a_condolence() -> None:
    picks = decided([ANN], [milestone(1, "condolence", "2026-10-28", person="Joe", approved_by="AB", gift="candles")])
    assert gifts(picks) == [("condolence", "")]
    assert about(picks.picks[0], Past()) == "The gift (candles) waits: none goes along with a condolence."


def test_two_cards_have_it_once() -> None:
    born = customer(1, "Ann Quill", gift="tea", columns=CELL)
    wrong = milestone(1, "apology", "2026-10-28", about="the delay", approved_by="AB")
    picks = decided([born], [MOVED, wrong])
    assert [gift for _, gift in gifts(picks)].count("tea") <= 1


def test_it_goes_along_once_in_all() -> None:
    sent = Event(
        kind=Kind.SENT, at="2026-09-01", batch="2026-09", month="2026-09", number=1, customer_id="1",
        household=ANN.address.key, address=ANN.address.key, name=ANN.name, occasion="birthday",
        mentions=("gift: a jar of honey",),
    )  # fmt: skip
    past = Past.of([sent])
    assert gifts(decided([ANN], [MOVED], past=past)) == [("new-home", "")]
    assert told(decided([ANN], past=past).picks, past) == []


def test_who_gets_no_card_is_told_of_once() -> None:
    others = [customer(number, f"Bo {number}", gift="tea") for number in range(2, 9)]
    (problem,) = told(decided([ANN, *others]).picks, Past())
    assert problem.message.startswith("8 gifts wait, since no card that a gift may go with goes to Ann Quill (a jar of")
    assert problem.message.endswith("and 3 more.") and problem.place.file == "book.xlsx"


def test_it_goes_along_with_a_card_that_the_person_asked_for() -> None:
    book = Book("book.xlsx", [ANN])
    month = Month(book, "2026-11", date(2026, 11, 1), Settings(), Past())
    (pick,) = decided([ANN]).picks
    assert (pick.gift, Overruled(month).after_all(pick).gift) == ("", "a jar of honey")
