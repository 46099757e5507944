"""A turn behind what a jotting says: by the shape of what is said, and only where it is true of it."""

from cards import card_of
from our_library import LIBRARY

from notes.wording.plans.recounting import accounts_on
from notes.wording.plans.voice import RETOLD, voiced

BOOK = LIBRARY.phrasebook


def turns(text: str) -> list[str]:
    return [voiced(one.lead(), we=False) for one in accounts_on(card_of(notes=text), BOOK, asks=False)]


def test_a_turn_stands_behind_what_is_said_and_knows_its_shape() -> None:
    told = turns("sofa in moss corduroy, Gert wanted it gone, she won; likes tea")
    assert told
    assert all(one.startswith("A sofa in moss corduroy: Gert wanted it gone, and you won. ") for one in told)
    known = {one.text for sort in BOOK.turns if sort.name == "outvoted, and won" for one in sort.answers}
    assert any(one.partition("you won. ")[2] in known for one in told)


def test_a_journey_is_to_come_or_over_by_its_month() -> None:
    ahead, over = (
        " ".join(turns(text)) for text in ("cruise to Alaska in April w/ Lou", "cruise to Alaska in Dec w/ Lou")
    )
    assert "packing for you" in ahead or "Window seat" in ahead or "map" in ahead or "list" in ahead
    assert not any(one in over for one in ("packing", "Window seat", "in charge of the map", "dreaming"))


def test_what_the_office_has_is_its_own_even_where_one_signs() -> None:
    assert voiced(f"You rang our bell.{RETOLD} We heard it.", we=False) == "You rang our bell. I heard it."
    (told,) = {one.partition(".")[0] for one in turns("made the soap dishes in our locker room; likes tea")}
    assert told == "You made the soap dishes in our locker room"


def test_what_they_did_alone_is_said_with_liking_or_as_news() -> None:
    alone = turns("keeps bees on the roof of the bank, every summer; likes tea")
    assert alone
    assert not any(one.startswith("You keep") for one in alone)
