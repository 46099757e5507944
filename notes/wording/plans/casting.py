"""Casting: what the cells of a customer tell, with who is who in it: the stories, and each thing by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from notes.customers import Customer
from notes.wording.details import Known, Who
from notes.wording.details.reader import Reader, tidy_lines
from notes.wording.fragments import tidy_text
from notes.wording.stories.cast import Cast
from notes.wording.stories.jots import Jot, jots_of
from notes.wording.stories.retelling import stories_of
from notes.wording.stories.story import Story

_COLUMNS = ("told_us", "likes", "pet", "trip", "bought")
_A_THING = 6  # words up to which what somebody told is a thing, and not something that happened
_PARTED = re.compile(r"\s*(?:,|&|\+|/|\band\b)\s*")
_TITLE = re.compile(r"^(?:Mrs?|Ms|Miss|Dr|Prof|Rev|Sir|Lady|The)\.?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the cells of a customer tell, the best of each cell first."""

    stories: Sequence[Story] = ()
    jots: Sequence[Jot] = ()


def heard_of(
    customer: Customer,
    reader: Reader,
    known: Known,
    signer: str,
    others: Sequence[Who],
    about: Sequence[str],
    *,
    we: bool,
) -> Heard:
    """What a customer's cells tell; `others` are those whom the card is about, and `about` is what it is about."""
    cast = Cast(
        reader.you,
        customer.last_name,
        _called(signer),
        we,
        tuple(known.people),
        others=tuple(_of_a_kind(who, about) for who in others),
    )
    cells = {column: tidy_text(customer.details.get(column, "")) for column in _COLUMNS}
    beside = [cells["bought"], cells["likes"]]
    cells = {"told_us": cells.pop("told_us"), "notes": tidy_lines(customer.notes), **cells}
    filled = [(column, text, customer.cell(column)) for column, text in cells.items() if text]
    return Heard(
        [
            story
            for column, text, place in filled
            for story in stories_of(text, cast, column, place, [*about, *beside], about)
        ],
        [
            jot
            for column, text, place in filled
            if column == "notes" or (column == "told_us" and len(text.split()) > _A_THING)
            for jot in _timed(jots_of(text, cast, column, place, about), reader)
        ],
    )


def _timed(jots: Sequence[Jot], reader: Reader) -> list[Jot]:
    """The jots with when each is or was, as far as it says so."""
    return [replace(jot, spans=tuple(reader.timed(said).span for said in jot.said)) for jot in jots]


def _of_a_kind(who: Who, about: Sequence[str]) -> Who:
    """Somebody whom the card is about, with whether that is he or she, where the card says: “a daughter”."""
    words = set(re.findall(r"[a-z]+", " ".join(about)))
    he = (
        True
        if words & {"son", "boy", "grandson"}
        else False
        if words & {"daughter", "girl", "granddaughter"}
        else who.he
    )
    return who if who.he is not None else replace(who, he=he)


def _called(signer: str) -> tuple[str, ...]:
    """The first names of who signs.

    >>> _called("Dr. Beth Halloran"), _called("Cecil & Rena")
    (('Beth',), ('Cecil', 'Rena'))
    """
    names = (_TITLE.sub("", one) for one in _PARTED.split(signer))
    return tuple(name.split(" ")[0] for name in names if name)
