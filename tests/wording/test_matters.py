"""What a card is about, and what one does with a thing, as the sentences of a note will say it."""

from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Address, Customer, CustomerId, Milestone
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording.details import Detail, Owner
from notes.wording.plans.dealing import Table, deal
from notes.wording.plans.memory import Memory
from notes.wording.rendering import language_of

DAY = date(2026, 3, 9)
ROW = Place("customers.xlsx", "Milestones", 5)


def customer(**values: object) -> Customer:
    given = {"name": "Rosa Kern", "first_name": "Rosa", "dear": "Rosa", **values}
    return Customer(place=Place("customers.xlsx", "Customers", 2), customer_id=CustomerId("1"), **given)  # type: ignore[arg-type]


def dealt(who: Customer, occasion: str = "birthday", **facts: str) -> list[Detail]:
    milestone = Milestone(place=ROW, customer_id=who.customer_id, occasion=occasion, on=None, **facts)
    pick = Pick(
        customer=who, occasion=occasion, on=DAY, mail_by=DAY, outcome=Outcome.CARD, facts=facts,
        milestone=milestone if facts else None,
    )  # fmt: skip
    table = Table(Settings(business=Business(name="Kern", sender="Ada")), LIBRARY.phrasebook.finder, DAY)
    return [*deal(pick, table, Memory(), 1).details]


@pytest.mark.parametrize(
    ("occasion", "about", "person", "owner", "phrase", "topic"),
    [
        ("graduation", "nursing degree", "Mia", Owner.KIN, "the nursing degree", "nursing school"),
        ("new-home", "the house on Elm Street", "", Owner.SELF, "the house on Elm Street", "new house"),
        ("retirement", "thirty years of teaching", "", Owner.SELF, "thirty years of teaching", "retirement"),
        ("achievement", "her first marathon", "Mia", Owner.KIN, "her first marathon", "marathon"),
        ("project", "the walnut kitchen", "", Owner.SELF, "the walnut kitchen", ""),
    ],
)
def test_the_matter_of_a_card_is_whose_it_is_and_reads_in_a_sentence(
    occasion: str, about: str, person: str, owner: Owner, phrase: str, topic: str
) -> None:
    facts = {"about": about, **({"person": person} if person else {})}
    (matter,) = (one for one in dealt(customer(), occasion, **facts) if one.of_card)
    assert (matter.owner, matter.phrase, matter.topic, matter.place) == (owner, phrase, topic, ROW)


@pytest.mark.parametrize(
    ("notes", "others"),
    [
        ("finished the nursing degree at last; keeps bees", ["keeping bees"]),
        ("keeps bees", ["keeping bees"]),
        ("a nursing home; keeps bees", ["nursing home", "keeping bees"]),  # one word in common is nothing
    ],
)
def test_what_the_card_is_about_is_no_second_thing_where_a_remark_has_it_too(notes: str, others: list[str]) -> None:
    found = dealt(customer(notes=notes), "graduation", about="nursing degree")
    assert [one.phrase for one in found if not one.of_card] == others


@pytest.mark.parametrize(
    ("likes", "phrase", "does"),
    [
        ("ukulele", "the ukulele", "playing the ukulele"),
        ("baritone ukulele", "the baritone ukulele", "playing the baritone ukulele"),
        ("the bass drum", "the bass drum", "playing the bass drum"),
        ("playing the ukulele", "playing the ukulele", ""),
        ("old roses", "old roses", ""),
    ],
)
def test_one_plays_the_ukulele_and_nobody_plays_ukulele(likes: str, phrase: str, does: str) -> None:
    (liked,) = dealt(customer(details={"likes": likes}))
    assert (liked.phrase, liked.does) == (phrase, does)


@pytest.mark.parametrize(
    ("language", "country", "written"),
    [
        ("", "US", "en"),
        ("", "", "en"),
        ("", "DE", "de"),
        ("", "JP", "en"),
        ("French", "DE", "fr"),
        ("pt-BR", "US", "pt"),
        ("ES", "US", "es"),
    ],
)
def test_the_language_is_the_customers_then_the_countrys_then_ours(language: str, country: str, written: str) -> None:
    who = customer(language=language, address=Address(country=country))
    assert language_of(Pick(customer=who), Settings()) == written


def test_a_business_abroad_writes_to_its_neighbors_in_its_own_language() -> None:
    settings = Settings(business=Business(country="DE", language="fr"))
    assert language_of(Pick(customer=customer(address=Address(country="DE"))), settings) == "fr"
