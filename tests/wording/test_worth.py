"""What speaks for a remark, reason by reason, with chance left aside."""

from dataclasses import dataclass, replace

import pytest
from cards import card_of
from said_of_things import FILES, phrasebook_of

from notes.customers import CustomerId, Jotting
from notes.problems import Place
from notes.wording.plans.draws import Draws
from notes.wording.plans.remarks import (
    ASKS_AS_WANTED,
    CAME_OF_IT,
    CLOSER,
    DANGLES,
    EACH_CONDITION,
    FLAT,
    FOR_HOW_LONG,
    GENERAL,
    IS_A_THING,
    IS_NEWS,
    JOINS,
    LATER_ON_THE_LIST,
    LOOSE,
    NAMES_IT,
    OF_THE_CARD,
    OF_THE_OCCASION,
    POINTS,
    Remarks,
    Source,
)

AS_WANTED, NOT_AS_WANTED = ASKS_AS_WANTED, -ASKS_AS_WANTED
A_NAME, A_NUMBER, IN_FULL, WAS_BOUGHT = 0.35, 0.35, 0.25, -0.5
NAMED = NAMES_IT + IS_A_THING  # a thing, and it is named
FACT = Source.FACT.value + NAMED
MORE = """
    * And your ukulele is in tune.
    * It has four strings.
    * I hope your ukulele is in tune.
    * Keep them dry. Four strings are four.
    * now, us: Your ukulele is four strings.
    * with dog, with partner: Your ukulele, {partner} and {pet}.
    """
BOOK = phrasebook_of(
    FILES
    | {"topics/mine": FILES["topics/mine"].replace("* Four strings are enough.", f"* Four strings are enough.{MORE}")}
)


@dataclass(frozen=True, slots=True)
class NoChance(Draws):
    """Draws that leave nothing to chance."""

    def share(self, *of: object) -> float:
        return 0.0


def worth(text: str, *, asks: bool = False, **cells: str) -> float:
    """What the remark of these words is worth on a card."""
    card = replace(card_of(finder=BOOK.finder, **cells), draws=NoChance(""))
    finder = Remarks(card, BOOK, asks)
    behind = [one for detail in card.fresh for one in finder.behind(detail)]
    return next(one.worth for one in (*finder.all(), *behind) if one.lead() == text)


UKE = {"likes": "the ukulele"}
TOPIC = Source.TOPIC.value + IS_A_THING


@pytest.mark.parametrize(
    ("text", "asks", "reasons"),
    [
        ("Is your ukulele in tune?", True, TOPIC + NAMES_IT + AS_WANTED),
        ("Is your ukulele in tune?", False, TOPIC + NAMES_IT + NOT_AS_WANTED),
        ("Four strings are enough.", False, TOPIC + AS_WANTED),
        ("Four strings are enough.", True, TOPIC + NOT_AS_WANTED),
        ("And your ukulele is in tune.", False, TOPIC + NAMES_IT + AS_WANTED - DANGLES),
        ("It has four strings.", False, TOPIC + AS_WANTED - DANGLES - POINTS),
        ("Keep them dry. Four strings are four.", False, TOPIC + AS_WANTED - POINTS),
        ("I hope your ukulele is in tune.", False, TOPIC + NAMES_IT + AS_WANTED - FLAT),
        ("Your ukulele is four strings.", False, TOPIC + NAMES_IT + AS_WANTED + 2 * EACH_CONDITION),
        ("A tune on your ukulele today.", False, Source.OCCASION.value + NAMED + AS_WANTED + EACH_CONDITION),
        ("A birthday with the ukulele.", False, Source.BRIDGE.value + NAMED + AS_WANTED + 2 * CLOSER),
        ("A whole day for the ukulele.", False, Source.BRIDGE.value + NAMED + AS_WANTED),
        ("First of all the ukulele.", False, Source.BRIDGE.value + NAMED + AS_WANTED - CLOSER),
        ("You like the ukulele.", False, Source.KIND.value + NAMED + AS_WANTED),
    ],
)
def test_how_a_thing_is_spoken_of(text: str, asks: bool, reasons: float) -> None:
    assert worth(text, asks=asks, **UKE) == pytest.approx(reasons)


@pytest.mark.parametrize(
    ("cells", "text", "reasons"),
    [
        ({"likes": "roses"}, "You love roses.", FACT + AS_WANTED),
        ({"likes": "tea; roses"}, "You love roses.", FACT + AS_WANTED - LATER_ON_THE_LIST),
        ({"likes": "tea; roses"}, "Your roses must be out.", TOPIC + NAMES_IT + AS_WANTED - LATER_ON_THE_LIST),
        (
            {"likes": "tea; roses"},
            "Let roses bloom.",
            Source.BRIDGE.value + NAMED + AS_WANTED + 2 * CLOSER - LATER_ON_THE_LIST,
        ),
        ({"likes": "seven roses"}, "You love seven roses.", FACT + AS_WANTED + A_NUMBER),
        ({"likes": "roses from Kew"}, "You love roses from Kew.", FACT + AS_WANTED + A_NAME),
        ({"likes": "old roses on a wall"}, "You love old roses on a wall.", FACT + AS_WANTED + IN_FULL),
        ({"bought": "a desk"}, "I hope a desk will last.", FACT + AS_WANTED + WAS_BOUGHT - FLAT),
        ({"notes": "keeps bees"}, "Will you keep bees today?", FACT + NOT_AS_WANTED + EACH_CONDITION + OF_THE_OCCASION),
        ({"notes": "keeps bees"}, "Are you still keeping bees?", FACT + NOT_AS_WANTED - FLAT),
        ({"notes": "son Rhys keeps bees"}, "Rhys is keeping bees.", FACT + AS_WANTED + 3 * OF_THE_OCCASION),
        (
            {"notes": "district nurse 22 yrs"},
            "You were a district nurse for twenty-two years.",
            FACT + AS_WANTED + FOR_HOW_LONG,
        ),
        (
            {"notes": "driving test in April"},
            "Your driving test will go well.",
            TOPIC + NAMES_IT + AS_WANTED + IS_NEWS + EACH_CONDITION,
        ),
        ({"notes": "ran the Oslo race"}, "You ran the Oslo race.", FACT + AS_WANTED + A_NAME + IN_FULL + IS_NEWS),
    ],
)
def test_what_is_odd_of_a_thing_or_new_speaks_for_it(cells: dict[str, str], text: str, reasons: float) -> None:
    assert worth(text, **cells) == pytest.approx(reasons)


HOUSE = {"likes": "the ukulele; roses", "partner": "Hal", "pet": "Otis (beagle)"}
PAIR = Source.PAIR.value + JOINS


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Does Hal hum along to your ukulele?", TOPIC + NAMES_IT + NOT_AS_WANTED + JOINS + EACH_CONDITION / 2),
        ("Your ukulele, Hal and Otis.", TOPIC + NAMES_IT + AS_WANTED + JOINS + EACH_CONDITION),
        ("Hal smiles.", Source.NAME.value + NAMES_IT + AS_WANTED - 2 * LATER_ON_THE_LIST),
        ("Hal sings.", Source.NEAR.value + NAMES_IT + AS_WANTED + EACH_CONDITION / 2 + CLOSER),
        ("Otis gets cake.", Source.NEAR.value + NAMES_IT + AS_WANTED + EACH_CONDITION / 2 + CLOSER),
        ("The ukulele among roses.", PAIR + AS_WANTED),
        ("Does Otis howl at the ukulele?", PAIR + NOT_AS_WANTED + EACH_CONDITION / 2),
        ("After it, roses.", PAIR + AS_WANTED - LOOSE),
        ("Or leave it to Hal.", PAIR + AS_WANTED + EACH_CONDITION / 2 - LOOSE),
    ],
)
def test_who_is_near_and_what_stands_beside_it_speaks_for_it(text: str, reasons: float) -> None:
    assert worth(text, **HOUSE) == pytest.approx(reasons)


def test_two_things_are_as_odd_as_the_odder_of_them() -> None:
    one, both = "The ukulele from Kew among roses.", "The ukulele from Kew among seven roses."
    assert worth(one, likes="the ukulele from Kew; roses") == pytest.approx(PAIR + AS_WANTED + A_NAME + IN_FULL)
    assert worth(both.replace("seven ", "old "), likes="the ukulele from Kew; old roses") == pytest.approx(
        PAIR + AS_WANTED + A_NAME + IN_FULL
    )


@pytest.mark.parametrize(
    ("cells", "text", "reasons"),
    [
        # What the card is for; but what would do for anybody who retires is worth less.
        (
            {"occasion": "graduation", "about": "nursing degree"},
            "Studied: the nursing degree.",
            Source.KIND.value + GENERAL + NAMES_IT,
        ),
        ({"occasion": "graduation"}, "You did it.", Source.TOPIC.value + GENERAL + EACH_CONDITION - POINTS),
        (
            {"occasion": "get-well", "about": "the knee"},
            "Your knee will mend.",
            Source.OCCASION.value + OF_THE_CARD + EACH_CONDITION + NAMES_IT,
        ),
    ],
)
def test_what_the_card_is_for_speaks_for_it(cells: dict[str, str], text: str, reasons: float) -> None:
    assert worth(text, **cells) == pytest.approx(reasons + IS_A_THING + IS_NEWS + AS_WANTED)


@pytest.mark.parametrize(("came_of_it", "more"), [("", 0), ("passed", CAME_OF_IT)])
def test_what_came_of_it_is_told_first(came_of_it: str, more: float) -> None:
    row = Jotting(
        place=Place("c.xlsx", "Details", 2), customer_id=CustomerId("1"), who="son Rhys", what="the driving test",
        when="2026-03-02", came_of_it=came_of_it,
    )  # fmt: skip
    card = replace(card_of(finder=BOOK.finder, jottings=[row]), draws=NoChance(""))
    best = Remarks(card, BOOK, False).all()[0]
    assert best.lead() == "Rhys is on the road."
    assert best.worth == pytest.approx(TOPIC + AS_WANTED + IS_NEWS + EACH_CONDITION + more)
