"""What the cells of a row say against a card, in any column, and how it is told."""

from datetime import date

import pytest
from offices import about, only, read_csv

from notes.customers import Customer, CustomerId, Jotting
from notes.holds import understood
from notes.language.lexicon import Kind
from notes.problems import Level, Place
from notes.reading.signals import with_details


def row(header: str, cell: str) -> Customer:
    return only(read_csv(f'Name,Street,City,State,Zip,{header}\nRosa Holm,1 Elm,Akron,OH,44301,"{cell}"\n'))


def kinds(customer: Customer) -> list[str]:
    return [hold.kind.value for hold in customer.holds]


def test_every_column_is_looked_at_understood_or_not() -> None:
    headers = ["Notes", "Notes/comments", "Qx", "Spouse", "Phone", "Tags", "Suffix", "Referred By"]
    assert [kinds(row(header, "do not mail")) for header in headers] == [["refusal"]] * 7 + [[]]
    assert row("Qx", "do not mail").holds[0].place.cell == "F2"


def test_a_hold_has_the_cell_as_it_stands_and_what_was_understood() -> None:
    (hold,) = row("Remarks", "lost her husband 3/2026").holds
    assert (hold.quote, str(hold.place), str(hold.on)) == (
        "lost her husband 3/2026",
        "cell F2 (column “Remarks”)",
        "2026-03-31",
    )
    assert understood(hold) == "somebody close to them has died"
    assert (hold.is_a_loss, hold.is_lasting, hold.is_of_the_dead) == (True, False, False)


def test_a_column_of_kinds_is_told_once() -> None:
    rows = "".join(
        f"Person {number},Akron,{status}\n" for number, status in enumerate(["Patient"] * 5 + ["Deceased"] * 2)
    )
    told = about(read_csv("Name,City,PatStatus\n" + rows), "PatStatus")
    assert (told.level, told.message) == (Level.NOTICE, "“PatStatus” has Patient 5, Deceased 2; cards kept back: 2.")


def test_what_alone_is_in_capitals_is_a_state_whatever_the_column_is_called() -> None:
    often = ["6 mo", "12 mo", "fall", "6 mo", "spring", "DROPPED", "fall", "12 mo", "6 mo", "left"]
    book = read_csv("Name,City,Every\n" + "".join(f"Rosa{n} Holm,Akron,{text}\n" for n, text in enumerate(often)))
    assert [often[n] for n, one in enumerate(book.customers) if one.holds] == ["DROPPED"]


def test_states_under_a_header_that_could_be_of_numbers_are_states_and_no_numbers() -> None:
    states = ["Open", "Cash", "Open", "Open", "Closed", "Cash", "Open", "Cash", "Open"]
    rows = "".join(f"{60 + n},Rosa,Holm,Akron,{text}\n" for n, text in enumerate(states))
    book = read_csv("Customer No,First Name,Surname,City,A/C\n" + rows)
    assert [one.customer_id for one in book.customers if one.holds] == ["64"]


def test_a_remark_is_told_with_its_cell_and_the_way_back() -> None:
    told = about(read_csv("Name,City,Notes\nRosa Holm,Akron,in hospice\n"), "in hospice")
    assert (told.level, told.place.cell) == (Level.WARNING, "C2")
    assert told.remedy == "If a card may still go, write yes under “OK to write”."


def test_a_question_that_is_answered_is_none_any_more() -> None:
    rows = "Rosa Holm,Akron,in hospice,yes\nIda Holm,Akron,in hospice now,no\n"
    book = read_csv("Name,City,Notes,OK to write\n" + rows)
    answered, asked = (one for one in book.problems if "in hospice" in one.message)
    assert (answered.level, answered.remedy) == (Level.NOTICE, "You have answered “yes”.")
    assert asked.level is Level.WARNING


def test_an_estate_and_a_mark_behind_the_name() -> None:
    book = read_csv("""
        Name,Street,City,State,Zip
        Estate of Rosa Holm,1 Elm,Akron,OH,44301
        Ida Holm - DO NOT MAIL,2 Elm,Akron,OH,44301
        Jan Holm c/o Pine Lodge,3 Elm,Akron,OH,44301
        Eva Holm (with her boy now),4 Elm,Akron,OH,44301
        Bo Holm (Bill),5 Elm,Akron,OH,44301
        Liv Holm (met at the fair),6 Elm,Akron,OH,44301
        """)
    assert [kinds(one) for one in book.customers] == [["death"], ["refusal"], [], ["unclear"], [], []]
    assert (book.customers[1].name, book.customers[1].dear) == ("Ida Holm", "")
    assert book.customers[3].holds[0].kind is Kind.UNCLEAR


def test_a_contract_that_ends_later_is_none_that_has_ended() -> None:
    assert [kinds(row("Move-out", day)) for day in ("2026-10-01", "2027-03-01", "")] == [["closed"], [], []]


def test_a_column_that_is_known_to_be_of_email_says_nothing_of_paper() -> None:
    assert kinds(row("Accepts Email Marketing", "no")) == kinds(row("Unsubscribed", "yes")) == []


def test_names_typed_all_in_small_letters_are_names() -> None:
    book = read_csv("name,city,child\nrosa holm,akron,mia\nida holm,akron,tom\njan holm,akron,twins\n")
    assert [one.details["child"] for one in book.customers] == ["Mia", "Tom", "Twins"]


@pytest.mark.parametrize(
    ("who", "kind", "what", "when", "came_of_it", "says"),
    [
        ("her husband", "family", "died of a heart attack", "2026-10", "", ("death", "house", "2026-10-31")),
        ("Max", "pet", "put to sleep", "11/2026", "", ("death", "animal", "2026-11-30")),
        ("Mia", "child", "took a fall", "", "in hospital for weeks", ("illness", "house", "None")),
        ("", "", "please no more mail", "", "", ("refusal", "customer", "None")),
        ("", "hobby", "collects obituaries of jazz players", "", "", None),
        ("Mia", "child", "lost a tooth", "", "", None),
        ("neighbour", "", "died in May", "", "", None),
    ],
)
def test_the_sheet_of_details_is_looked_at_as_well(
    who: str, kind: str, what: str, when: str, came_of_it: str, says: tuple[str, str, str] | None
) -> None:
    place = Place("customers.xlsx", "Details", 2, "What", "D2")
    jotting = Jotting(
        place=place, customer_id=CustomerId("1"), who=who, kind=kind, what=what, when=when, came_of_it=came_of_it
    )
    rosa = Customer(place=place, customer_id=CustomerId("1"), name="Rosa Holm")
    holds = with_details([rosa], [jotting], date(2026, 11, 28))[0].holds
    assert [(one.kind.value, one.who.value, str(one.on)) for one in holds][:1] == ([says] if says else [])


@pytest.mark.parametrize("name", ["ROSA HOLM - DO NOT CALL", "Rosa Holm - NO EMAIL", "ROSA HOLM - prefers texts"])
def test_how_somebody_wants_to_be_reached_is_no_part_of_the_name(name: str) -> None:
    rosa = only(read_csv(f"Name,City\n{name},Akron\n"))
    assert (rosa.name, rosa.holds) == ("Rosa Holm", ())


@pytest.mark.parametrize(
    ("note", "found"),
    [("moving to Akron in May", []), ("moved to Elm in 2026", []), ("moving to Denver in May", ["moved"])],
)
def test_a_move_to_where_the_address_is_holds_nothing(note: str, found: list[str]) -> None:
    assert kinds(row("Notes", note)) == found
