"""A pick as a card: what is known of the occasion, whose it is, when it is read, and how somebody is called."""

from datetime import date, timedelta

import pytest
from cards import DAY, card_of

from notes.wording.details import Owner, State


def plain(**given) -> dict[str, str]:
    """The plain words of a card, without those that every card has."""
    return {name: text for name, text in card_of(**given).facts.items() if name not in ("business", "month")}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, {}),
        ({"occasion": "years", "years": 5}, {"years": "five", "years-th": "fifth"}),
        ({"occasion": "years", "years": 99}, {"years": "ninety-nine", "years-th": "ninety-ninth"}),
        ({"occasion": "years", "years": 100}, {}),
        ({"occasion": "years", "years": 0}, {}),
        ({"occasion": "years", "since": 2021}, {"since": "2021"}),
        # The first of May 2021 is four full years before the ninth of March 2026, and five before the second of May.
        ({"since": 2021}, {"since": "2021", "years": "four", "years-th": "fourth"}),
        (
            {"since": 2021, "on": date(2026, 5, 1)},
            {"since": "2021", "years": "five", "years-th": "fifth", "day": "on May 1"},
        ),
        ({"since": 2025}, {"since": "2025"}),
        ({"since": 2026}, {}),
        ({"city": "Alder"}, {"town": "Alder"}),
        ({"occasion": "referral", "referred": "HAL"}, {"referred": "Hal"}),
        ({"occasion": "graduation", "about": "her degree"}, {"about": "your degree"}),
        ({"occasion": "graduation", "about": "her degree", "person": "Mia"}, {"about": "her degree"}),
        ({"occasion": "get-well", "about": "broke her wrist"}, {"about": "your broken wrist"}),
        ({"occasion": "get-well", "about": "broke her wrist", "person": "Mia"}, {"about": "her broken wrist"}),
        ({"occasion": "project-finished", "about": "built the shed"}, {"about": "building the shed"}),
        ({"occasion": "just-because", "about": "no special occasion"}, {}),
        ({"occasion": "just-because", "about": "nothing in particular"}, {}),
    ],
)
def test_the_words_that_a_card_knows(given: dict, words: dict[str, str]) -> None:
    assert plain(**given) == words


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (18, "eighteen"),
        (19, None),
        (21, "twenty-one"),
        (50, None),
        (65, None),
        (70, "seventy"),
        (71, None),
        (75, "seventy-five"),
        (110, "110"),
        (115, None),
    ],
)
def test_an_age_is_said_where_one_likes_to_hear_it(age: int, said: str | None) -> None:
    assert plain(born=DAY.year - age).get("age") == said
    assert plain(born=DAY.year - age, occasion="years").get("age") is None
    assert plain(born=DAY.year - age, person="Mia").get("age") is None


@pytest.mark.parametrize(
    ("days", "said", "abroad"),
    [
        (-3, None, None),
        (0, None, None),
        (1, "on Tuesday", "on Tuesday"),
        (6, "on Sunday", "on Sunday"),
        (7, "on the 16th", "on the 16th"),
        (22, "on the 31st", "on the 31st"),
        (23, "on April 1", "on 1 April"),
    ],
)
def test_a_day_to_come_is_said_as_one_says_it(days: int, said: str | None, abroad: str | None) -> None:
    on = DAY + timedelta(days=days)
    assert plain(on=on).get("day") == said
    assert plain(on=on, business={"country": "GB"}).get("day") == abroad


@pytest.mark.parametrize(
    ("given", "cells"),
    [
        ({}, {"since": "first_purchase", "town": "city", "day": "birthday", "say_this": "say_this", "about": None}),
        ({"occasion": "years"}, {"years": "first_purchase", "years-th": "first_purchase"}),
        ({"occasion": "wedding-anniversary"}, {"years": "anniversary", "day": "anniversary"}),
        ({"occasion": "graduation", "about": "x"}, {"about": "About", "person": "Person", "day": "Date"}),
        ({"occasion": "referral", "referred": "Hal"}, {"referred": "referred_by"}),
    ],
)
def test_the_cells_that_the_words_are_from(given: dict, cells: dict[str, str | None]) -> None:
    known = card_of(**given).cells
    assert {name: known[name].column for name in cells} == cells
    assert {cell.row for cell in known.values()} == ({2, 3} if "about" in given else {2})


@pytest.mark.parametrize(
    ("given", "whose", "who"),
    [
        ({}, Owner.SELF, None),
        ({"occasion": "graduation", "person": "Mia"}, Owner.KIN, "Mia"),
        ({"occasion": "graduation", "person": "daughter"}, Owner.CHILD, "your daughter"),
        ({"occasion": "graduation", "person": "daughter Mia"}, Owner.CHILD, "Mia"),
        ({"occasion": "graduation", "person": "Mia", "child": "Mia"}, Owner.CHILD, "Mia"),
        ({"occasion": "graduation", "person": "Tom", "child": "Mia"}, Owner.KIN, "Tom"),
        ({"occasion": "graduation", "person": "Mia and Tom"}, Owner.KIN, "Mia and Tom"),
        ({"occasion": "get-well", "person": "husband Hal"}, Owner.PARTNER, "Hal"),
        ({"occasion": "baby", "person": "Mia"}, Owner.SELF, "Mia"),
        ({"occasion": "baby", "person": "granddaughter Mia"}, Owner.GRANDCHILD, "Mia"),
        ({"occasion": "baby", "person": "niece Mia"}, Owner.KIN, "Mia"),
        ({"occasion": "baby", "person": "daughter Mia"}, Owner.SELF, "Mia"),
        ({"occasion": "wedding-anniversary", "person": "Hal"}, Owner.SELF, "Hal"),
        ({"occasion": "wedding-anniversary", "person": "daughter Mia"}, Owner.CHILD, "Mia"),
        ({"occasion": "referral", "referred": "Hal", "person": "Hal"}, Owner.SELF, None),
        ({"occasion": "graduation", "person": "12"}, Owner.SELF, None),
    ],
)
def test_whose_the_occasion_is(given: dict, whose: Owner, who: str | None) -> None:
    card = card_of(**given)
    assert (card.whose, card.person and card.person.called) == (whose, who)


def test_who_shares_a_wedding_day_is_known_as_the_partner() -> None:
    (hal,) = card_of("wedding-anniversary", person="Hal").details[-1:]
    assert (hal.owner, hal.phrase, hal.column, hal.place.column, hal.state) == (
        Owner.PARTNER, "Hal", "person", "Person", State.ALWAYS,
    )  # fmt: skip
    assert [one.phrase for one in card_of("wedding-anniversary", person="Hal", partner="Hal").details].count("Hal") == 1


@pytest.mark.parametrize(
    ("dear", "name", "several"),
    [
        ("Rosa", "Rosa", False),
        ("Rosa Maria Ann", "Rosa Maria Ann", False),
        ("Rosa Maria Ann Lee", "", False),
        ("Rosa and Hal", "Rosa and Hal", True),
        ("The Kern family", "", False),
        ("Friends of Rosa", "", False),
    ],
)
def test_a_name_for_the_middle_of_a_sentence_is_not_stiff(dear: str, name: str, several: bool) -> None:
    card = card_of(first=dear)
    assert (card.by_name, card.are_several) == (name, several)


@pytest.mark.parametrize(("days", "state"), [(1, State.BEFORE), (0, State.ON), (-1, State.AFTER), (-400, State.AFTER)])
def test_where_the_occasion_has_got_to_when_the_card_is_read(days: int, state: State) -> None:
    assert card_of(on=DAY + timedelta(days=days)).state is state


@pytest.mark.parametrize(
    ("occasion", "of_a_matter", "cheerful", "for_two"),
    [
        ("birthday", False, True, False),
        ("thanks", False, True, False),
        ("get-well", False, False, False),
        ("apology", False, False, False),
        ("condolence", True, False, True),
        ("wedding-anniversary", True, True, True),
        ("referral", True, True, False),
    ],
)
def test_what_kind_of_card_it_is(occasion: str, of_a_matter: bool, cheerful: bool, for_two: bool) -> None:
    card = card_of(occasion)
    assert (card.is_of_a_matter, card.is_cheerful, card.for_two) == (of_a_matter, cheerful, for_two)


def test_a_row_of_its_own_makes_any_card_one_of_a_matter() -> None:
    assert card_of("get-well", about="the knee").is_of_a_matter


def test_who_is_greeted_is_nobody_to_speak_of() -> None:
    assert [one.phrase for one in card_of(first="Rosa and Hal", partner="Hal", child="Mia").details] == ["Mia"]
