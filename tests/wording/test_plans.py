"""How a note is put together: what it speaks of, in whose voice, in which tense, and what is remembered of it."""

from dataclasses import replace
from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Address, Book, Customer, CustomerId, Jotting, Milestone
from notes.history import Event, Kind, Past
from notes.picking.picks import Outcome, Pick
from notes.problems import Place, report
from notes.resources import TEMPLATES
from notes.settings import Business, Settings
from notes.wording import compose, read_wordings
from notes.wording.trades import trade_of

ADA = Settings(business=Business(name="Oak Ltd", sender="Ada"))
SEEDS = range(8)


def customer(number="1", **values):
    given = {"name": "Rosa Kern", "first_name": "Rosa", "dear": "Rosa"} | values
    return Customer(place=Place("customers.xlsx", "Customers", 2), customer_id=CustomerId(number), **given)


def pick(who, occasion="birthday", on=date(2026, 3, 9), **facts):
    return Pick(
        customer=who, occasion=occasion, on=on, mail_by=date(2026, 3, 5), outcome=Outcome.CARD, household="1",
        facts=facts,
    )  # fmt: skip


def note(one, settings=ADA, seed=1, past=None, **more):
    (found,) = compose([one], LIBRARY, settings, seed, past, **more).notes
    return found


OTIS = {"pet": "Otis (beagle)", "told_us": "the ukulele lessons"}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_note_speaks_of_two_things_where_two_are_known(seed):
    written = note(pick(customer(details=OTIS)), seed=seed)
    assert set(written.mentions) >= {"the ukulele lessons", "pet: otis"}
    assert "Otis" in " ".join(written.paragraphs)


def test_three_proposals_differ():
    written = note(pick(customer(details=OTIS | {"partner": "Hal", "likes": "old roses"})))
    texts = {written.text, *(one.text for one in written.proposals)}
    assert len(texts) == 3
    assert not set(written.passages) & {passage for one in written.proposals for passage in one.passages}


def test_each_sentence_tells_its_cell():
    columns = {"pet": ("Dog", "C"), "told_us": ("Told us", "D")}
    written = note(pick(customer(details=OTIS, columns=columns)))
    cells = {str(cell) for one in written.sentences for cell in one.cells}
    assert cells >= {"Customers, cell C2 (column “Dog”)", "Customers, cell D2 (column “Told us”)"}


@pytest.mark.parametrize("seed", SEEDS)
def test_who_signs_decides_between_i_and_we(seed):
    import re

    one = pick(customer(details=OTIS), "thanks")
    several = replace(ADA, business=replace(ADA.business, sender="Nora & Walt"))
    alone, together = (" ".join(note(one, who, seed).paragraphs) for who in (ADA, several))
    if not note(one, ADA, seed).passages:
        pytest.skip("a whole wording says we whoever signs")
    assert not re.search(r"\b(we|we’[a-z]+|our)\b", alone, re.IGNORECASE)
    assert not re.search(r"\b(I|I’[a-z]+|me|my)\b", together)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_asks_twice_in_a_note(seed):
    for occasion in ("birthday", "thanks", "years", "quiet"):
        written = note(pick(customer(details=OTIS), occasion, years=5), seed=seed)
        assert " ".join(written.paragraphs).count("?") <= 1


def test_several_animals_agree():
    for seed in range(30):
        text = note(pick(customer(details={"pet": "Pearl and Duffy (cats)"})), seed=seed).text
        assert not any(wrong in text for wrong in ("has Pearl", "Duffy has ", "Duffy is ", "is Pearl", "Duffy gets"))


def past_of(*notes):
    return Past.of(
        Event(
            kind=Kind.SENT, at=f"{month}-05", batch=month, month=month, customer_id="1", household="1",
            occasion=one.pick.occasion, on=one.pick.on, mentions=one.told, passages=one.passages,
        )
        for month, one in notes
    )  # fmt: skip


def test_no_sentence_comes_again_and_no_thing_in_two_cards_running():
    who = customer(details=OTIS | {"likes": "old roses", "partner": "Hal"})
    first = note(pick(who, "thanks"))
    later = pick(who, "years", date(2026, 6, 9), years=5)
    second = note(replace(later, mail_by=date(2026, 6, 5)), past=past_of(("2026-03", first)))
    assert not set(first.passages) & set(second.passages)
    assert not set(first.told) & set(second.told)


def test_an_event_is_asked_about_once_and_then_its_end_is_told():
    test = Jotting(
        place=Place("customers.xlsx", "Details", 2), customer_id=CustomerId("1"), who="son Rhys",
        what="his driving test", when="2026-02-20",
    )  # fmt: skip
    who = customer(details={"pet": "Otis (beagle)"})
    books = [Book("c.xlsx", [who], jottings=[one]) for one in (test, replace(test, came_of_it="passed"))]
    first = note(pick(who, "thanks"), book=books[0])
    assert "rhys: his driving test" in first.told
    again = replace(pick(who, "years", date(2027, 3, 9), years=5), mail_by=date(2027, 3, 5))
    past = past_of(("2026-03", first))
    assert not any("driving" in one for one in note(again, past=past, book=books[0]).told)
    assert any("driving" in one for one in note(again, past=past, book=books[1]).told)


def test_say_this_is_said_once():
    who = customer(details={"pet": "Otis (beagle)", "say_this": "The sign is a joy."})
    first = note(pick(who, "thanks"))
    assert "The sign is a joy." in first.text
    again = replace(pick(who, "years", date(2026, 6, 9), years=5), mail_by=date(2026, 6, 5))
    assert "The sign is a joy." not in note(again, past=past_of(("2026-03", first))).text


def test_what_is_to_be_written_exactly_is_the_note():
    who = customer(details=OTIS | {"write_exactly": "Rosa, you did it.\n\nSee you Friday!"})
    assert note(pick(who)).paragraphs == ("Rosa, you did it.", "See you Friday!")
    milestone = Milestone(
        place=Place("c.xlsx", "Milestones", 2), customer_id=CustomerId("1"), occasion="achievement",
        write_exactly="Hats off.",
    )  # fmt: skip
    one = replace(pick(customer(), "achievement", write_exactly="Hats off."), milestone=milestone)
    assert note(one).paragraphs == ("Hats off.",)


def test_a_wording_of_the_persons_own_is_taken_first(tmp_path):
    (tmp_path / "birthday").mkdir()
    (tmp_path / "birthday" / "mine.txt").write_text("Many happy returns. {% if pet %}To {{ pet }} as well.{% endif %}")
    library, _ = read_wordings([TEMPLATES, tmp_path])
    (written,) = compose([pick(customer(details=OTIS))], library, ADA, 1).notes
    assert written.wording == "birthday/mine"


@pytest.mark.parametrize(("on", "said"), [(date(2026, 6, 9), True), (date(2026, 3, 2), False)])
def test_what_is_for_a_wedding_to_come_may_be_of_a_thing_that_has_no_day(tmp_path, on, said):
    (tmp_path / "topics").mkdir()
    line = (
        "* for wedding, says occasion, before: Congratulations{, name}! I hope the ukulele gets a seat near the band."
    )
    (tmp_path / "topics" / "mine.txt").write_text(f"= ukulele\n{line}\n")
    library, _ = read_wordings([TEMPLATES, tmp_path])
    one = pick(customer(details={"likes": "the ukulele"}), "wedding", on)
    found = [written for seed in SEEDS for written in compose([one], library, ADA, seed).notes]
    texts = {text.text for written in found for text in (written, *written.proposals)}
    assert any("near the band" in text for text in texts) is said


@pytest.mark.parametrize(("person", "said"), [("", True), ("Hal", False)])
def test_what_a_thing_is_to_the_ill_is_said_to_nobody_but_the_ill(tmp_path, person, said):
    (tmp_path / "topics").mkdir()
    line = "* for get-well: The ukulele keeps its tune while you're laid up."
    (tmp_path / "topics" / "mine.txt").write_text(f"= ukulele\n{line}\n")
    library, _ = read_wordings([TEMPLATES, tmp_path])
    who = customer(details={"likes": "the ukulele", "partner": "Hal"})
    one = pick(who, "get-well", about="the operation", person=person)
    found = [written for seed in SEEDS for written in compose([one], library, ADA, seed).notes]
    texts = {text.text for written in found for text in (written, *written.proposals)}
    assert any("laid up" in text for text in texts) is said


DATED = ["wedding", "graduation", "retirement", "birthday"]
GONE = ("you’re married", "you went and did it", "I hope the birthday was", "I hope the send-off was", "it’s done")
COMING = (
    "when it comes",
    "It’s nearly here",
    "Are you sleeping",
    "I’ll be thinking of you",
    "in advance",
    "The last week",
)


@pytest.mark.parametrize("occasion", DATED)
def test_the_day_of_arrival_decides_the_tense(occasion):
    for seed in range(3):
        for days in (-30, -9, -1, 0, 1, 9, 60):
            on = date.fromordinal(date(2026, 3, 9).toordinal() + days)
            texts = [note(pick(customer(details=OTIS), occasion, on), seed=seed, today=date(2026, 3, 1)).text]
            wrong = GONE if days > 0 else COMING if days < 0 else ()
            assert not [one for one in wrong for text in texts if one in text], (days, texts)


@pytest.mark.parametrize(
    ("name", "trade"),
    [
        ("Cedar Creek Veterinary Clinic", "veterinary"),
        ("Maple & Main Hair", "hair"),
        ("Ackroyd Plumbing & Heating", "builder"),
        ("The Lantern Bookshop", "shop"),
        ("Miller & Daughter", ""),
    ],
)
def test_the_trade_is_guessed_from_the_name_and_told(name, trade):
    found, problems = trade_of(Settings(business=Business(name=name)))
    assert found == trade
    assert (f'trade = "{trade}"' in report(problems)) is bool(trade)
    assert trade_of(Settings(business=Business(name=name, trade="school")))[0] == "school"


def test_a_neighbor_has_no_sentence_of_the_other():
    near = {"address": Address(("4 Mill Lane",), "Alder")}
    for seed in range(10):
        picks = [pick(customer(number, details=OTIS, **near)) for number in "12"]
        first, second = compose(picks, LIBRARY, ADA, seed).notes
        assert not set(first.passages) & set(second.passages)


@pytest.mark.parametrize(
    ("occasion", "person", "about", "notes", "said"),
    [
        (
            "condolence",
            "Roy",
            "",
            "husb Roy always brought the Rover in himself. Roy died 2/2",
            "Roy always brought the Rover in himself",
        ),
        (
            "apology",
            "",
            "the wrong lenses",
            "had to put off a shop front",
            "You had to put off a shop front because of it.",
        ),
        (
            "apology",
            "",
            "the double charge",
            "her card got declined b/c of it",
            "Your card was declined because of it.",
        ),
    ],
)
def test_a_solemn_note_says_the_one_thing_that_is_known(occasion, person, about, notes, said):
    facts = {name: text for name, text in (("person", person), ("about", about)) if text}
    one = pick(replace(customer(), notes=notes), occasion, **facts)
    assert said in " ".join(note(one).paragraphs)


def test_to_somebody_ill_is_said_what_keeps_and_nothing_that_asks():
    who = customer(details={"likes": "candlepin bowling", "partner": "Jeannie"})
    text = " ".join(note(pick(who, "get-well", about="the hip replacement")).paragraphs)
    assert "the hip replacement" in text and "bowling" in text and "Jeannie" in text
    assert "!" not in text
