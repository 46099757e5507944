"""What a passage says on a card, word by word, and on which cards it can’t be said at all."""

from datetime import date, timedelta

import pytest
from cards import DAY, card_of, detail_of

from notes.problems import Place
from notes.wording.passages import passage
from notes.wording.plans.fitting import Fit, fitted

NOT = ""  # it can't be said


def fit(
    line: str, column: str = "", beside: str = "", bridges: bool = False, anybody: bool = False, **card
) -> Fit | None:
    """A line of the occasion, or on what stands in a column, fitted to a card."""
    one = card_of(**card)
    detail, other = (detail_of(one, name) if name else None for name in (column, beside))
    line_of_it = passage("x", line, Place("t.txt"))
    return fitted(line_of_it, one, detail, beside=other, bridges=bridges, of_anybody=anybody)


def said(line: str, column: str = "", **case) -> str:
    found = fit(line, column, **case)
    return found.lead() if found else NOT


UKE = {"likes": "the ukulele"}
TWO = {"sender": "Ada & Bo"}


@pytest.mark.parametrize(
    ("line", "text", "card"),
    [
        ("How is {thing}{, name}?", "How is the ukulele?", {}),
        ("{thing} first. {Thing} next! and {thing}?", "The ukulele first. The ukulele next! And the ukulele?", {}),
        ("Ah ... {thing}.", "Ah ... the ukulele.", {}),
        # for an occasion, at a trade, in a region
        ("for birthday/years: Play {thing}.", "Play the ukulele.", {}),
        ("for thanks/years: Play {thing}.", NOT, {}),
        ("at dental: Play {thing}.", NOT, {}),
        ("at dental: Play {thing}.", NOT, {"trade": "hair"}),
        ("at dental/hair: Play {thing}.", "Play the ukulele.", {"trade": "hair"}),
        ("us: Play {thing}.", "Play the ukulele.", {}),
        ("gb: Play {thing}.", NOT, {}),
        ("us: Play {thing}.", NOT, {"business": {"country": "GB"}}),
        ("gb: Play {thing}.", "Play the ukulele.", {"business": {"country": "GB"}}),
        ("ie: Play {thing}.", NOT, {"business": {"country": "GB"}}),
        ("gb: Play {thing}.", "Play the ukulele.", {"business": {"country": "IE"}}),
        ("ie: Play {thing}.", "Play the ukulele.", {"business": {"country": "IE"}}),
        ("us: Play {thing}.", NOT, {"business": {"country": "IE"}}),
        # by one, to two
        ("i only: I'd listen.", "I’d listen.", {}),
        ("i only: I'd listen.", NOT, {"business": TWO}),
        ("I'd listen.", "I’d listen.", {"business": TWO}),
        ("plural you: One plays, one listens.", NOT, {}),
        ("plural you: One plays, one listens.", "One plays, one listens.", {"first": "Rosa and Hal"}),
        ("Play, {you:my friend|my friends}.", "Play, my friend.", {}),
        ("Play, {you:my friend|my friends}.", "Play, my friends.", {"first": "Rosa and Hal"}),
    ],
)
def test_a_line_is_for_some_cards(line: str, text: str, card: dict) -> None:
    assert said(line, "likes", **UKE, **card) == text


@pytest.mark.parametrize(
    ("line", "text", "cells"),
    [
        # Whose it is, decides: the customer's own is of nobody else.
        ("How is {thing}?", "How is the ukulele?", {"told_us": "the ukulele"}),
        ("of kin: How is {thing}?", NOT, {"told_us": "the ukulele"}),
        ("How is {thing}?", NOT, {"told_us": "Mia's ukulele", "child": "Mia"}),
        ("of child: Is {kin} in tune?", "Is Mia in tune?", {"told_us": "Mia's ukulele", "child": "Mia"}),
        ("of child: Is {child} in tune?", "Is Mia in tune?", {"told_us": "Mia's ukulele", "child": "Mia"}),
        ("of kin: Is {kin} in tune?", "Is Mia in tune?", {"told_us": "Mia's ukulele", "child": "Mia"}),
        ("of partner: Is {kin} in tune?", NOT, {"told_us": "Mia's ukulele", "child": "Mia"}),
        ("of pet: Is {kin} in tune?", NOT, {"told_us": "Mia's ukulele", "child": "Mia"}),
        ("of partner: Is {partner} in tune?", "Is Hal in tune?", {"told_us": "Hal's ukulele", "partner": "Hal"}),
        ("of kin: Is {child} in tune?", NOT, {"told_us": "Hal's ukulele", "partner": "Hal"}),
        # He or she only where it is known.
        ("of kin: Has {he} {his} own, or do you lend {him} yours?", NOT, {"told_us": "Mia's ukulele", "child": "Mia"}),
        (
            "of kin: Has {he} {his} own, or do you lend {him} yours?",
            "Has he his own, or do you lend him yours?",
            {"told_us": "Rhys's ukulele", "child": "son Rhys"},
        ),
        (
            "of kin: Has {he} {his} own, or do you lend {him} yours?",
            "Has she her own, or do you lend her yours?",
            {"told_us": "Mia's ukulele", "child": "daughter Mia"},
        ),
        (
            "of kin: Do {he} share, or has each {his} own? {Kin's} band has {kin:a name|names}.",
            "Do they share, or has each their own? Mia and Ida’s band has names.",
            {"told_us": "Mia and Ida's ukulele", "child": "Mia and Ida"},
        ),
    ],
)
def test_it_is_said_of_whoever_has_the_thing(line: str, text: str, cells: dict[str, str]) -> None:
    assert said(line, "told_us", **cells) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("{Pet} again.", "Otis again."),
        ("of pet: {Pet} again, and {pet's} bowl.", "Otis again, and Otis’s bowl."),
        ("of kin: {Pet} again.", NOT),
        ("of kin: {Kin} again.", NOT),
        ("of pet, with dog: {Pet} again.", "Otis again."),
        ("of pet, with pet: {Pet} again.", "Otis again."),
        ("of pet, with cat: {Pet} again.", NOT),
        ("of pet, with partner: {Pet} and {partner}.", "Otis and Hal."),
        ("of pet, with child: {Pet} and {child}.", NOT),
    ],
)
def test_of_an_animal_is_said_what_is_for_animals(line: str, text: str) -> None:
    card = card_of(pet="Otis (beagle)", partner="Hal")
    (otis,) = (one for one in card.details if one.who and one.who.called == "Otis")
    found = fitted(passage("x", line, Place("t.txt")), card, otis)
    assert (found.lead() if found else NOT) == text


@pytest.mark.parametrize(
    ("line", "text", "cells"),
    [
        ("with dog: {Pet} and {thing}.", "Otis and the ukulele.", {"pet": "Otis (beagle)"}),
        ("with pet: {Pet} and {thing}.", "Otis and the ukulele.", {"pet": "Otis (beagle)"}),
        ("with cat: {Pet} and {thing}.", NOT, {"pet": "Otis (beagle)"}),
        ("with cat: {Pet} and {thing}.", "Pearl and the ukulele.", {"pet": "Pearl (cat)"}),
        ("with horse: {Pet} and {thing}.", "Duchess and the ukulele.", {"pet": "Duchess (horse)"}),
        ("with dog: {Pet} and {thing}.", NOT, {}),
        ("{Pet} and {thing}.", NOT, {"pet": "Otis (beagle)"}),  # it must ask for an animal to name one
        ("with partner: {Partner} and {thing}.", "Hal and the ukulele.", {"partner": "Hal"}),
        ("with partner: {Partner} and {thing}.", NOT, {"partner": "wife"}),
        ("with partner: {Partner} and {thing}.", NOT, {"child": "Hal"}),
        ("with child: {Child} and {thing}.", "Mia and the ukulele.", {"child": "Mia", "partner": "Hal"}),
        ("with kin: {Kin} and {thing}.", "Hal and the ukulele.", {"partner": "Hal"}),
        ("with kin: {Kin} and {thing}.", NOT, {"pet": "Otis (beagle)"}),
        (
            "with dog, with partner: {Partner}, {pet} and {thing}.",
            "Hal, Otis and the ukulele.",
            {"pet": "Otis (beagle)", "partner": "Hal"},
        ),
        ("with dog, with partner: {Partner}, {pet} and {thing}.", NOT, {"pet": "Otis (beagle)"}),
    ],
)
def test_who_else_is_named_is_known_by_name(line: str, text: str, cells: dict[str, str]) -> None:
    assert said(line, "likes", **UKE, **cells) == text


def test_who_the_card_is_about_is_no_company() -> None:
    line, ill = "with partner: Be kind, {partner}.", {"occasion": "get-well", "partner": "Hal"}
    assert said(line, person="Hal", **ill) == NOT
    assert said(line, person="", **ill) == "Be kind, Hal."


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("{Partner} has it.", NOT),
        ("{Partner} gets it.", NOT),
        ("I hope {partner} was in.", NOT),
        ("{Partner}'s still in.", NOT),
        ("Is {partner} in?", NOT),
        ("Who’s {partner} with?", NOT),
        ("Here it is. // {Partner} gets it.", NOT),
        ("{Partner} always sing.", "Hal and Jo always sing."),
        ("{Partner}'s kitchen.", "Hal and Jo’s kitchen."),
        ("{partner:Has|Have} {partner} got it?", "Have Hal and Jo got it?"),
        ("I hope {partner} like it.", "I hope Hal and Jo like it."),
        ("This is {partner}.", NOT),
        ("Ask {partner}.", "Ask Hal and Jo."),
    ],
)
def test_no_verb_is_in_the_singular_behind_two_names(line: str, text: str) -> None:
    assert said(f"with partner: {line}", partner="Hal and Jo") == text
    assert said(f"with partner: {line}", partner="Hal") != NOT


APRIL, SPRING, HABIT = "the week in Lisbon in April", "the week in Lisbon", "the ukulele"
LAST = "the week in Lisbon last month"
LONG_AGO = "the week in Lisbon in March 2024"


@pytest.mark.parametrize(
    ("cell", "times"),
    [
        ({"trip": APRIL}, ["before"]),
        ({"trip": LAST}, ["after"]),
        ({"trip": LONG_AGO}, ["long after"]),
        ({"trip": SPRING}, ["unknown"]),
        ({"likes": HABIT}, ["now"]),
        ({"told_us": "learning the ukulele"}, ["now"]),
    ],
)
def test_it_is_said_in_its_time(cell: dict[str, str], times: list[str]) -> None:
    every = ("before", "now", "on", "after", "long after", "unknown")
    (column,) = cell
    assert [one for one in every if said(f"{one}: Well.", column, **cell)] == times
    assert said(f"{', '.join(times)}, on: Well.", column, **cell) == "Well."


@pytest.mark.parametrize(
    ("days", "times"), [(20, ["before"]), (1, ["before"]), (0, ["on"]), (-1, ["after"]), (-90, ["after"])]
)
def test_a_line_of_the_occasion_goes_by_its_day(days: int, times: list[str]) -> None:
    every = ("before", "on", "after", "long after", "unknown")
    on = DAY + timedelta(days=days)
    assert [one for one in every if said(f"{one}: Well.", on=on)] == times
    # What has no day goes by that of the occasion it is for, and is so now as well.
    assert [one for one in every if said(f"for birthday, {one}: Well.", "likes", on=on, **UKE)] == times
    assert said("for birthday, now: Well.", "likes", on=on, **UKE) == "Well."
    assert [one for one in every if said(f"{one}: Well.", "likes", on=on, **UKE)] == []
    # A bridge is about the occasion, but for a journey, which has a day of its own.
    assert [one for one in every if said(f"{one}: Well.", "likes", bridges=True, on=on, **UKE)] == times
    assert said("before: Well.", "trip", bridges=True, on=on, trip=APRIL) == "Well."


@pytest.mark.parametrize(
    ("line", "text", "cells"),
    [
        ("In {place}.", "In Lisbon.", {"trip": SPRING}),
        ("In {place}.", NOT, {"likes": HABIT}),
        ("{Doing}, {do}, {did}, {does}.", "Keeping bees, keep bees, kept bees, keeps bees.", {"notes": "keeps bees"}),
        ("Who {does}?", NOT, {"notes": "teaching herself the banjo"}),  # nobody “teaches yourself”
        ("Is it {doing}?", "Is it teaching yourself the banjo?", {"notes": "teaching herself the banjo"}),
        ("{Doing}.", "Playing the ukulele.", {"likes": HABIT}),
        ("{Doing}.", NOT, {"likes": "old roses"}),
        ("{Aside}!", "Twenty-two years!", {"notes": "district nurse 22 yrs"}),
        ("{Aside}!", NOT, {"notes": "district nurse"}),
        ("{thing:Is|Are} {thing} well?", "Are old roses well?", {"likes": "old roses"}),
        ("{thing:Is|Are} {thing} well?", "Is the ukulele well?", {"likes": HABIT}),
        ("{Thing} is well.", NOT, {"likes": "old roses"}),
    ],
)
def test_a_slot_is_filled_from_the_cell_or_the_line_left(line: str, text: str, cells: dict[str, str]) -> None:
    (column,) = cells
    assert said(line, column, **cells) == text


JUDGE = {"told_us": "judging sweet peas at the show"}


@pytest.mark.parametrize(
    ("line", "text", "case"),
    [
        ("{Thing}.", "Judging sweet peas at the show.", JUDGE),
        ("{Thing}.", "Sweet peas.", {"bridges": True, **JUDGE}),
        ("{thing:Is|Are} {thing} out?", "Are sweet peas out?", {"bridges": True, **JUDGE}),
        (
            "{Other} with {thing}.",
            "The ukulele with judging sweet peas at the show.",
            {"beside": "likes", **JUDGE, **UKE},
        ),
        ("{Doing other}?", "Playing the ukulele?", {"beside": "likes", **JUDGE, **UKE}),
        ("{Doing other}?", NOT, {"beside": "likes", "likes": "old roses", **JUDGE}),
        ("{other:Is|Are} {other} in?", "Are old roses in?", {"beside": "likes", "likes": "old roses", **JUDGE}),
        ("{other:Is|Are} {other} in?", "Is the ukulele in?", {"beside": "likes", **JUDGE, **UKE}),
        ("{Other} with {thing}.", NOT, {**JUDGE, **UKE}),
    ],
)
def test_a_thing_of_what_one_does_and_a_second_beside_it(line: str, text: str, case: dict) -> None:
    assert said(line, "told_us", **case) == text


def test_what_is_true_of_anybody_is_said_of_whoever_does_it() -> None:
    cells = {"told_us": "Mia's ukulele", "child": "Mia"}
    assert said("I think of {thing}.", "told_us", anybody=True, **cells) == "I think of Mia’s ukulele."
    assert said("of kin: I think of {thing}.", "told_us", anybody=True, **cells) == "I think of Mia’s ukulele."


@pytest.mark.parametrize(
    ("line", "text", "case"),
    [
        ("of kin: {Kin} did it. Well done to {him}!", "Rhys did it. Well done to him!", {"person": "son Rhys"}),
        ("of child: {Kin} did it, with {person's} luck.", "Rhys did it, with Rhys’s luck.", {"person": "son Rhys"}),
        ("{Person} did it.", NOT, {"person": "son Rhys"}),
        ("of pet: {Kin} did it.", NOT, {"person": "son Rhys"}),
        ("of partner: {Kin} did it.", NOT, {"person": "son Rhys"}),
        ("You did it.", "You did it.", {}),
        ("of kin: You did it.", NOT, {}),
        ("of kin: {About}!", "The nursing degree!", {"person": "Mia", "about": "nursing degree"}),
        ("{About}!", "The nursing degree!", {"about": "nursing degree"}),
        ("{About}!", NOT, {}),
    ],
)
def test_a_line_of_an_occasion_is_said_of_whose_it_is(line: str, text: str, case: dict) -> None:
    assert said(line, occasion="graduation", **case) == text


@pytest.mark.parametrize(
    ("occasion", "person", "own", "its"),
    [("graduation", "", True, True), ("graduation", "Mia", True, False), ("baby", "Mia", True, True)],
)
def test_on_a_card_for_somebody_elses_day_the_customers_thing_is_not_tied_to_it(
    occasion: str, person: str, own: bool, its: bool
) -> None:
    case = {"occasion": occasion, "person": person, "likes": "old roses"}
    assert (said("Roses!", "likes", **case) != NOT) is own
    assert (said(f"for {occasion}: Roses!", "likes", **case) != NOT) is its


@pytest.mark.parametrize(
    ("line", "text", "case"),
    [
        ("In {town}.", "In Alder.", {"city": "Alder"}),
        ("In {town}.", NOT, {}),
        ("Since {since}.", "Since 2021.", {"since": 2021}),
        ("Since {since}.", NOT, {"since": 2026}),
        ("{Month}!", "March!", {}),
        ("From {business}.", "From Oak Ltd.", {}),
        ("{Years} of them.", "Five of them.", {"occasion": "years", "years": 5}),
        ("The {years-th}.", "The fifth.", {"occasion": "years", "years": 5}),
        ("{Day}.", "On Saturday.", {"on": date(2026, 3, 14)}),
        ("{Referred} came.", "Hal came.", {"occasion": "referral", "referred": "Hal"}),
    ],
)
def test_the_plain_slots_of_a_card(line: str, text: str, case: dict) -> None:
    assert said(line, **case) == text


@pytest.mark.parametrize(
    ("line", "cells", "met"),
    [
        ("Play.", UKE, 0),
        ("for birthday: Play.", UKE, 1),
        ("for birthday, us, now: Play.", UKE, 3),
        ("with partner: Play, {partner}.", {**UKE, "partner": "Hal"}, 0.5),
        ("for birthday, with partner, with dog: Play.", {**UKE, "partner": "Hal", "pet": "Otis (dog)"}, 2),
    ],
)
def test_the_more_conditions_it_meets_the_more_exactly_it_fits(line: str, cells: dict[str, str], met: float) -> None:
    found = fit(line, "likes", **cells)
    assert found and found.exact == met


def test_it_tells_the_cells_that_it_is_from() -> None:
    found = fit(
        "with partner: {Partner}, {thing}, {years}, {years-th}.",
        "likes",
        occasion="years",
        years=5,
        partner="Hal",
        **UKE,
    )
    assert found and [cell.column for cell in found.cells] == ["likes", "partner", "first_purchase"]


def test_a_tail_is_filled_like_its_lead() -> None:
    found = fit("Play. // Play {thing}{, name}.", "likes", **UKE)
    assert found and (found.lead("Rosa"), found.tail("Rosa"), found.tail()) == (
        "Play.",
        "Play the ukulele, Rosa.",
        "Play the ukulele.",
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("of kin: It is {person's} day.", "It is Otis’s day."),
        ("of pet: It is {person's} day.", NOT),
        ("It is {person's} day.", NOT),
    ],
)
def test_a_line_of_an_animals_day_is_one_for_kin(line: str, text: str) -> None:
    assert said(line, person="Otis", pet="Otis (beagle)") == text
