"""What is no name, what a cheerful card must not meet, whose day it is, and how the years are counted."""

from dataclasses import replace
from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Book, Customer, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Place, report
from notes.settings import Business, Settings
from notes.wording import compose, read_wordings
from notes.wording.fragments import tidy_given
from notes.wording.salutations import envelope_name, salutation

OURS = Settings(business=Business(name="Oak Ltd", sender="Ada"))


def customer(number="1", **values):
    given = {"name": "Rosa Kern", "first_name": "Rosa", "dear": "Rosa", "details": {"likes": "old maps"}} | values
    return Customer(place=Place("customers.xlsx", "Customers", 2), customer_id=CustomerId(number), **given)


def pick(who, occasion="birthday", on=date(2026, 11, 28), mail_by=date(2026, 11, 20), **facts):
    return Pick(customer=who, occasion=occasion, on=on, mail_by=mail_by, outcome=Outcome.CARD, facts=facts)


def reasons(*picks):
    return [one.reason for one in compose(picks, LIBRARY, OURS, 1).held]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Mia, Tom & Jo", "Mia, Tom and Jo"),
        ("Rob Jr.", "Rob Jr."),
        ("Rob jr.", "Rob jr."),
        ("her husband Rob", "Rob"),
        ("Jan van den Berg", "Jan van den Berg"),
        ("Anne-Marie", "Anne-Marie"),
        ("毛毛", "毛毛"),
        ("Mia (7)", "Mia"),
        ("Mia, 7", "Mia"),
        *((cell, "") for cell in ("twins", "Two boys", "yes", "2", "single", "loves the fair", "husband")),
    ],
)
def test_a_name_is_told_from_what_else_stands_in_its_column(cell, names):
    assert tidy_given(cell) == names


@pytest.mark.parametrize("breed", ["Labrador", "Golden Retriever", "beagle", "German Shepherd", "Dackel", "Two Cats"])
def test_a_breed_is_no_name(breed):
    assert tidy_given(breed, of_pet=True) == ""


def test_what_is_no_name_is_left_out_and_a_name_asked_for():
    worded = compose([pick(customer(details={"pet": "Labrador", "likes": "old maps"}))], LIBRARY, OURS, 1)
    assert "Labrador" not in worded.notes[0].text
    assert "“Labrador” is not a name, and was left out of the note. Write a name, like “Bruno”." in " ".join(
        report(worded.problems).split()
    )


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("pet", "ran away in spring"),
        ("pet", "Fido † 2024"),
        ("pet", "Fido (had to be put down)"),
        ("pet", "Fido, eingeschläfert"),
        ("child", "Ida (stillborn)"),
        ("partner", "the late Hal"),
        ("partner", "ex-wife Ida"),
        ("partner", "separated"),
        ("told_us", "her mother passed away"),
        ("told_us", "the loss of the shop"),
        ("likes", "the garden of her deceased aunt"),
    ],
)
def test_nothing_is_said_of_what_a_cell_darkens(column, cell):
    dark = customer(details={"bought": "the oak table"} | {column: cell})
    for seed in range(4):
        for note in compose([pick(dark)], LIBRARY, OURS, seed).notes:
            assert column not in note.mentions


@pytest.mark.parametrize(
    ("column", "cell"),
    [("likes", "late summer"), ("likes", "lost causes"), ("trip", "Stroke Hill"), ("child", "Alexis"), ("pet", "Rex")],
)
def test_a_word_that_is_sad_elsewhere_holds_nothing(column, cell):
    assert reasons(pick(customer(details={column: cell}))) == []


def test_a_hard_letter_goes_and_does_not_speak_of_the_dog_that_died():
    sorry = pick(customer(details={"pet": "Fido (died)"}), "condolence", about="the death of your father")
    for seed in range(6):
        (note,) = compose([sorry], LIBRARY, OURS, seed).notes
        assert "Fido" not in note.text


def test_a_dog_that_died_in_one_row_is_not_greeted_in_the_next():
    gone = customer("1", household="Kern", details={"pet": "Fido (died in May)"})
    other = customer("2", household="Kern", first_name="Hal", dear="Hal", details={"pet": "Fido", "likes": "old maps"})
    for seed in range(6):
        (note,) = compose([pick(other)], LIBRARY, OURS, seed, book=Book("c.xlsx", [gone, other])).notes
        assert "Fido" not in note.text


@pytest.mark.parametrize("name", ["Hal & Ida Oak", "Oak Family", "Hal Oak & Family", "Hal Oak / Ida Oak"])
@pytest.mark.parametrize("occasion", ["birthday", "graduation"])
def test_a_day_of_one_in_a_row_of_several_is_a_question(name, occasion):
    several = customer(name=name, dear="Hal and Ida")
    assert reasons(pick(several, occasion))[0].startswith(f"whose {occasion} is it? “{name}” is more than one person")
    assert reasons(pick(several, occasion, person="Ida")) == []
    assert reasons(pick(several, "thanks")) == []


@pytest.mark.parametrize(
    ("name", "line", "envelope"),
    [
        ("Hal Oak / Ida Oak", "Dear Hal and Ida,", "Hal and Ida Oak"),
        ("Hal/Ida Oak", "Dear Hal and Ida,", "Hal and Ida Oak"),
        ("Hal Oak / Ida Vance", "Dear Hal and Ida,", "Hal Oak and Ida Vance"),
    ],
)
def test_the_card_greets_whom_the_envelope_names(name, line, envelope):
    two = pick(customer(name=name, first_name="Hal", dear="Hal", envelope=name))
    assert (salutation(two, "en"), envelope_name(two, "en")) == (line, envelope)


def test_a_wording_of_today_is_not_for_a_day_gone_by_or_of_another_month(tmp_path):
    (tmp_path / "years").mkdir()
    (tmp_path / "years" / "a.txt").write_text("This month it is {{ years or 'some' }}.", encoding="utf-8")
    (tmp_path / "years" / "b.txt").write_text("It has been {{ years or 'some' }}.", encoding="utf-8")
    library, _ = read_wordings([tmp_path])
    put_off = pick(customer(), "years", on=date(2026, 10, 28), mail_by=date(2026, 11, 3), years=3)
    late = pick(customer(), "years", on=date(2026, 11, 1), mail_by=date(2026, 11, 3), years=3, belated=True)
    for one in (put_off, late):
        assert {compose([one], library, OURS, seed).notes[0].wording for seed in range(8)} == {"years/b"}
    in_time = pick(customer(), "years", years=3)
    assert {compose([in_time], library, OURS, seed).notes[0].wording for seed in range(8)} == {"years/a", "years/b"}


@pytest.mark.parametrize("occasion", LIBRARY.occasions)
def test_our_wordings_are_as_many_for_a_card_that_was_put_off(occasion):
    facts = {"about": "the new kitchen", "referred": "Noor", "years": 5}
    put_off = pick(customer(), occasion, on=date(2026, 10, 28), mail_by=date(2026, 11, 3), **facts)
    in_time = replace(put_off, on=date(2026, 11, 5))
    for seed in range(2):
        notes = [compose([one], LIBRARY, OURS, seed).notes[0] for one in (put_off, in_time)]
        assert len(notes) == 2 and "this month" not in notes[0].text


@pytest.mark.parametrize(
    ("first", "on", "years"),
    [
        (date(2015, 11, 26), date(2026, 11, 28), "eleven years"),
        (date(2015, 11, 29), date(2026, 11, 28), "ten years"),
        (date(2022, 12, 16), date(2026, 12, 16), "four years"),
    ],
)
def test_years_are_full_on_the_day_of_the_card(first, on, years):
    who = customer(first_purchase=first, details={})
    told = [compose([pick(who, on=on, mail_by=date(2026, 11, 20))], LIBRARY, OURS, s).notes[0].text for s in range(9)]
    assert any(years in text for text in told)
    assert all(years in text or "years" not in text for text in told)


def test_no_wording_comes_again_while_another_of_the_occasion_is_unheard():
    whole = [wording for wording in LIBRARY.of("apology", "en") if not wording.needs]
    picks = [pick(customer(f"{number}"), "apology", about="the delay") for number in range(len(whole))]
    notes = compose(picks, LIBRARY, OURS, 5).notes
    assert len({note.wording for note in notes}) == len(whole)


def test_a_german_firm_is_greeted_as_a_german_would():
    firms = ("Zahnarztpraxis Weiß & Partner", "Malerbetrieb Roth", "Weiß GmbH")
    lines = [salutation(pick(customer(name=name, company=name, first_name="", dear="")), "de") for name in firms]
    assert lines == [
        "Guten Tag, liebes Team der Zahnarztpraxis Weiß & Partner,",
        "Guten Tag, liebes Team vom Malerbetrieb Roth,",
        "Guten Tag, liebes Team von Weiß GmbH,",
    ]
