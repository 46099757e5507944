"""Which wording a pick gets, what its note mentions, and what is held."""

from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Address, Book, Customer, CustomerId, Milestone
from notes.holds import Hold
from notes.language.lexicon import Kind
from notes.picking.objections import Against, Objection
from notes.picking.picks import Outcome, Pick
from notes.problems import Place, Unusable, report
from notes.settings import Business, Settings, Wording
from notes.wording import compose, in_every_wording, read_wordings, shown, trial

OURS = Settings(business=Business(name="Oak Ltd", sender="Ada"))


def customer(number="1", **values):
    given = {"name": "Rosa Kern", "first_name": "Rosa", "dear": "Rosa", "details": {"pet": "Bruno"}} | values
    return Customer(place=Place("customers.xlsx", "Customers", 2), customer_id=CustomerId(number), **given)


def pick(who, occasion="birthday", **facts):
    return Pick(customer=who, occasion=occasion, on=date(2026, 3, 9), outcome=Outcome.CARD, facts=facts)


@dataclass
class Past:
    had: dict[str, set[str]] = field(default_factory=dict)

    def wordings_of(self, customer_id):
        return frozenset(self.had.get(customer_id, ()))

    def told(self, customer_id, household):
        return ()


@pytest.fixture
def tiny(tmp_path):
    """A library of the texts given."""

    def library(**texts):
        (tmp_path / "birthday").mkdir(exist_ok=True)
        for name, text in texts.items():
            (tmp_path / "birthday" / f"{name}.txt").write_text(text, encoding="utf-8")
        return read_wordings([tmp_path])[0]

    return library


def test_a_note_has_its_parts_and_says_what_it_mentions(tiny):
    library = tiny(a="Happy birthday. [Truly.]\n\n{% if pet %}Hello to {{ pet }}.{% endif %}")
    (note,) = compose([pick(customer())], library, OURS, 1).notes
    assert note.text == "Dear Rosa,\n\nHappy birthday. Truly.\n\nHello to Bruno.\n\nWarmly,\nAda"
    assert note.shorter and note.shorter.paragraphs == ("Happy birthday.", "Hello to Bruno.")
    assert (note.wording, note.mentions, note.envelope_name) == ("birthday/a", ("pet",), "Rosa Kern")


def test_a_note_for_anyone_is_held_until_a_line_is_added(tiny):
    library = tiny(a="Happy birthday.\n\n{% if pet %}Hello to {{ pet }}.{% endif %}")
    nobody = customer(details={})
    assert compose([pick(nobody)], library, OURS, 1).held == [
        replace(
            pick(nobody),
            outcome=Outcome.HELD,
            reason="could have gone to anyone: add a line in the column Say this",
            objection=Objection(Against.GENERAL),
        )
    ]
    (note,) = compose([pick(nobody, say_this="the sign is a joy")], library, OURS, 1).notes
    assert note.paragraphs == ("Happy birthday.", "The sign is a joy.")
    assert note.mentions == ("say_this",)
    relaxed = replace(OURS, wording=Wording(held_when_general=False))
    assert compose([pick(nobody)], library, relaxed, 1).notes[0].mentions == ()


def test_how_long_one_has_known_somebody_is_no_reason_to_write():
    row = Milestone(place=Place("c.xlsx"), customer_id=CustomerId("1"), occasion="just-because", on=None)
    known_for_years = customer(details={}, first_purchase=date(2010, 1, 1))
    worded = compose([replace(pick(known_for_years, "just-because"), milestone=row)], LIBRARY, OURS, 1)
    assert [one.objection for one in worded.held] == [Objection(Against.GENERAL)]


def test_their_own_sentence_is_never_found_fault_with():
    (note,) = compose([pick(customer(), say_this="Now for the , and the...")], LIBRARY, OURS, 1).notes
    assert "and the..." in note.text


def test_a_hard_letter_leaves_out_the_sentence_meant_for_a_cheerful_one():
    who = customer(details={"say_this": "See you at the fair!"})
    sorry = pick(who, "condolence", about="the death of her mother", say_this="")
    assert "fair" not in compose([sorry], LIBRARY, OURS, 1).notes[0].text


@pytest.mark.parametrize("seed", range(8))
def test_the_one_it_happened_to_is_named(seed):
    for occasion in ("birthday", "graduation", "baby", "wedding", "retirement", "get-well", "condolence"):
        (note,) = compose([pick(customer(), occasion, person="Mia")], LIBRARY, OURS, seed).notes
        assert "Mia" in note.text


def test_the_person_of_an_anniversary_is_the_other_half_of_it():
    for seed in range(8):
        (note,) = compose([pick(customer(), "wedding-anniversary", person="Hal", years=9)], LIBRARY, OURS, seed).notes
        assert "Hal" in note.text


def test_a_person_of_whom_no_wording_speaks_is_told(tiny):
    library = tiny(a="Happy birthday. {{ pet or 'You' }}.")
    (held,) = compose([pick(customer(), person="Mia")], library, OURS, 1).held
    assert held.reason.startswith("no wording of “birthday” mentions Mia")


def test_who_is_greeted_is_no_third_person():
    couple = replace(
        pick(customer(details={"partner": "Hal", "pet": "Bruno"})), with_people=[customer("2", dear="Hal")]
    )
    for seed in range(8):
        (note,) = compose([couple], LIBRARY, OURS, seed).notes
        assert note.salutation == "Dear Rosa and Hal,"
        assert "Hal" not in " ".join(note.paragraphs).replace("Rosa and Hal", "")


def test_an_age_is_never_told():
    for seed in range(8):
        text = compose([pick(customer(), years=64)], LIBRARY, OURS, seed).notes[0].text
        assert "64" not in text and "sixty" not in text


def test_nobody_gets_a_wording_twice(tiny):
    library = tiny(a="A good day to {{ pet or 'you' }}.", b="A fine day to {{ pet or 'you' }}.")
    first = compose([pick(customer())], library, OURS, 1, Past()).notes[0].wording
    second = compose([pick(customer())], library, OURS, 1, Past({"1": {first}})).notes[0].wording
    assert {first, second} == {"birthday/a", "birthday/b"}
    (held,) = compose([pick(customer())], library, OURS, 1, Past({"1": {first, second}})).held
    assert held.reason == "they had every wording that fits in earlier notes: write another in templates/birthday"
    again = pick(customer(), say_this="A word of our own.")
    assert compose([again], library, OURS, 1, Past({"1": {first, second}})).notes


@pytest.mark.parametrize(
    "near",
    [
        {"household": "Kern"},
        {"company": "Oak Ltd"},
        {"address": Address(("4 Mill Lane",), "Alder")},
    ],
)
def test_two_who_could_lay_their_cards_side_by_side_have_two_wordings(tiny, near):
    library = tiny(a="A good day to {{ pet or 'you' }}.", b="A fine day to {{ pet or 'you' }}.")
    for seed in range(8):
        picks = [pick(customer("1", **near)), pick(customer("2", **near))]
        first, second = compose(picks, library, OURS, seed).notes
        assert first.wording != second.wording


def test_a_third_of_a_firm_waits_for_a_line(tiny):
    library = tiny(a="A good day to {{ pet or 'you' }}.", b="A fine day to {{ pet or 'you' }}.")
    picks = [pick(customer(number, company="Oak Ltd")) for number in "123"]
    worded = compose(picks, library, OURS, 1)
    assert len(worded.notes) == 2
    assert [one.reason for one in worded.held] == [
        "somebody of their house or firm has these words this month: add a line in the column Say this"
    ]


def test_boxes_of_one_post_office_are_no_street(tiny):
    library = tiny(a="A good day to {{ pet or 'you' }}.")
    picks = [pick(customer(number, address=Address((f"PO Box {number}",), "Alder"))) for number in "123"]
    assert len(compose(picks, library, OURS, 1).notes) == 3


def test_a_sentence_of_the_customers_row_is_told_so_that_it_is_not_said_again():
    worded = compose([pick(customer(details={"say_this": "The sign is a joy."}))], LIBRARY, OURS, 1)
    assert "“The sign is a joy.” goes into this month’s card." in report(worded.problems)


def test_no_wording_has_more_than_its_share(tiny):
    library = tiny(**{name: f"{name} good day to {{{{ pet or 'you' }}}}." for name in "abc"})
    notes = compose([pick(customer(f"{number}")) for number in range(30)], library, OURS, 3).notes
    counts = [sum(note.wording == f"birthday/{name}" for note in notes) for name in "abc"]
    assert max(counts) <= 11


def test_the_language_is_that_of_the_customer_or_their_country():
    austrian = customer(address=Address(("Gasse 1",), "Wien", "", "1010", "AT"))
    assert compose([pick(austrian)], LIBRARY, OURS, 1).notes[0].language == "de"
    assert compose([pick(customer(language="Français"))], LIBRARY, OURS, 1).notes[0].salutation == "Bonjour Rosa,"
    assert compose([pick(customer(language="de-CH"))], LIBRARY, OURS, 1).notes[0].language == "de"
    assert compose([pick(customer())], LIBRARY, OURS, 1).notes[0].language == "en"


def test_where_a_language_has_no_wording_english_is_used_and_told():
    worded = compose([pick(customer(language="de"), "apology", about="the delay")], LIBRARY, OURS, 1)
    assert worded.notes[0].language == "en"
    assert "there is no wording of “apology” in “de”; the note is in “en”." in report(worded.problems)


def test_what_is_said_in_our_language_stays_out_of_a_note_in_another():
    who = customer(language="de", details={"bought": "the oak table", "pet": "Bruno"})
    for seed in range(8):
        assert "oak" not in compose([pick(who, "new-customer")], LIBRARY, OURS, seed).notes[0].text


def test_an_unknown_occasion_is_held_with_what_to_do():
    (held,) = compose([pick(customer(), "coronation")], LIBRARY, OURS, 1).held
    assert held.reason == "there is no wording for “coronation”: write one in templates/coronation"


def test_a_detail_that_is_left_out_is_told():
    worded = compose([pick(customer(details={"bought": "SKU-1023", "pet": "Bruno"}))], LIBRARY, OURS, 1)
    assert "“SKU-1023” does not fit into a sentence" in report(worded.problems)


def test_cards_that_nobody_signs_are_told():
    assert "nobody signs the cards" in report(compose([pick(customer())], LIBRARY, Settings(), 1).problems)


@pytest.mark.parametrize("occasion", LIBRARY.occasions)
def test_the_playground_shows_every_occasion_for_nobody_in_particular(occasion):
    notes = in_every_wording(trial(occasion, None, [], date(2028, 2, 29)), LIBRARY, OURS)
    assert len(notes) >= 3
    assert shown(notes[0]).startswith(f"{notes[0].wording}: mentions ")


def test_a_wording_for_one_is_not_for_a_couple(tiny):
    library = tiny(a="for: one\n\nA good day to {{ pet or 'you' }}.", b="A fine day to {{ pet or 'you' }}.")
    couple = replace(pick(customer()), with_people=[customer("2", dear="Hal")])
    assert {compose([couple], library, OURS, seed).notes[0].wording for seed in range(8)} == {"birthday/b"}


def test_who_died_is_not_greeted_years_later():
    place = Place("customers.xlsx")
    margaret = customer("1", household="Oakes", details={"partner": "Harold", "pet": "Bruno", "likes": "old maps"})
    harold = customer(
        "2",
        household="Oakes",
        name="Harold Oakes",
        first_name="Harold",
        holds=[Hold(Kind.DEATH, Place("customers.xlsx"), "yes")],
    )
    loss = Milestone(place=place, customer_id=CustomerId("1"), occasion="condolence", about="the death of Bruno")
    book = Book("customers.xlsx", [margaret, harold], [loss])
    for seed in range(8):
        (note,) = compose([pick(margaret)], LIBRARY, OURS, seed, book=book).notes
        assert "Harold" not in note.text and "Bruno" not in note.text
        assert note.mentions == ("old maps",)


def test_the_playground_knows_its_occasions():
    with pytest.raises(Unusable) as refusal:
        in_every_wording(trial("brithday", None, [], date(2026, 3, 9)), LIBRARY, OURS)
    assert "Did you mean “birthday”?" in report(refusal.value.problems)


def of_a_pet(person="", about=""):
    row = Milestone(
        place=Place("customers.xlsx"),
        customer_id=CustomerId("1"),
        occasion="pet-condolence",
        person=person,
        about=about,
        approved_by="KL",
    )
    facts = {name: value for name, value in (("person", person), ("about", about)) if value}
    return row, Pick(customer=customer(), occasion="pet-condolence", outcome=Outcome.CARD, milestone=row, facts=facts)


@pytest.mark.parametrize(
    ("pets", "person", "about", "named", "never"),
    [
        ("Bruno", "", "", "Bruno", "Luna"),
        ("Bruno", "Luna", "", "Luna", "Bruno"),
        ("Bruno and Luna", "Luna", "", "Luna", "Bruno"),
        ("Bruno", "", "the death of Luna", "Luna", "Bruno"),
        ("Bruno and Luna", "", "the loss of your old dog", "your old dog", "Luna"),
    ],
)
def test_a_pet_that_died_is_named_where_it_is_known_which(pets, person, about, named, never):
    row, mourning = of_a_pet(person, about)
    who = replace(mourning.customer, details={"pet": pets})
    book = Book("customers.xlsx", [who], [row])
    for seed in range(8):
        (note,) = compose([replace(mourning, customer=who)], LIBRARY, OURS, seed, book=book).notes
        assert named in note.text and never not in note.text


def test_of_several_pets_none_is_named_where_it_is_not_known_which():
    row, mourning = of_a_pet()
    who = replace(mourning.customer, details={"pet": "Bruno and Luna"})
    (held,) = compose([replace(mourning, customer=who)], LIBRARY, OURS, 1, book=Book("a.xlsx", [who], [row])).held
    assert "could have gone to anyone" in held.reason


@pytest.mark.parametrize(("person", "about"), [("", ""), ("Bruno", ""), ("", "the loss of your old dog")])
def test_a_pet_that_died_is_not_greeted_the_year_after(person, about):
    row, _ = of_a_pet(person, about)
    who = replace(customer(), details={"pet": "Bruno", "likes": "old maps"})
    for seed in range(8):
        (note,) = compose([pick(who)], LIBRARY, OURS, seed, book=Book("a.xlsx", [who], [row])).notes
        assert "Bruno" not in note.text
