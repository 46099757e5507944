"""Gifts in a note: one sentence that gives what lies in the envelope, or beside it, and says no more of it."""

import re
from dataclasses import replace
from hashlib import sha256

from notes.language.inflection import is_word
from notes.language.locales import listed
from notes.language.numbers import in_words
from notes.occasions import Occasion
from notes.picking.gifts import gift_mention
from notes.wording.details.detail import is_plural
from notes.wording.fragments import tidy_fragment
from notes.wording.note import Note, Sentence

_PRICE = re.compile(r"[$€£]\s?\d+(?:[.,]\d+)?")
_TIMES = re.compile(r"^(\d+)\s?x\s")
_ONE_OF = re.compile(r"^1 (jar|bottle|box|bag|bunch|pot|tin|loaf|slice|pair|set|pack|piece) (?!of )")
_LISTED = re.compile(r"\s*(?:,|&|\+)\s*(?:and )?")
_ANOTHER = re.compile(r"(?:and|&|\+) (?:an?|the|some) ")
_ARTICLE = re.compile(r"^(?:an?|the|some|one|1)\s+(?=\w)")
_WHOSE = re.compile(r"(?:our|my|your|this|these)\s")
_HEAD = re.compile(r"\s(?:of|in|at|for|with|on|to|from|by|about)\s")
_NUMBER = re.compile(r"^\d+(?=\s)")


def with_gift(note: Note, occasion: Occasion, seed: int) -> tuple[Note, str]:
    """The note with its gift given in a sentence at the end, and what the office should know of it, if anything.

    It stays as it was where it speaks of the gift already, is in another language, or is the person’s own whole text.
    What is too long with the sentence may go without it.
    """
    gift = note.pick.gift
    if not gift:
        return note, ""
    note = replace(note, told=(*note.told, gift_mention(gift)))
    if "write_exactly" in note.mentions or not note.paragraphs:
        return note, ""
    if note.language != "en":
        return note, f"the gift ({gift}) goes along, but a note in “{note.language}” does not name it."
    given = sentence(gift, _turn(note, seed), solemn=occasion.solemn)
    if not given:
        return note, f"the gift “{gift}” goes along, but the note cannot name it: write it like “a jar of honey”."
    proposals = tuple(_with(one, given) for one in note.proposals)
    return replace(_with(note, given), proposals=proposals), ""


def sentence(gift: str, turn: int = 0, *, solemn: bool = False) -> str:
    """The sentence that gives a gift, in one of a few ways; "" where its words fit into none.

    >>> sentence("jar of honey"), sentence("2 tickets for the fair", turn=1)
    ('The jar of honey that comes with this is for you.', 'And the two tickets for the fair are yours.')
    >>> sentence("our calendar"), sentence("SKU-3345")
    ('With this comes our calendar.', '')
    """
    thing = _in_words(tidy_fragment("bought", _spelled(gift), "en"))
    if not thing or thing.startswith(("of ", "one of ")):
        return ""
    one = not (" and " in thing or is_plural(_HEAD.split(thing)[0]))
    if _WHOSE.match(thing):
        return f"With this {'comes' if one else 'come'} {thing}."
    ways = [
        f"The {thing} that {'comes' if one else 'come'} with this {'is' if one else 'are'} for you.",
        f"And the {thing} {'is' if one else 'are'} yours.",
    ]
    return ways[0] if solemn else ways[1 if " for " in thing else turn % len(ways)]


def _spelled(gift: str) -> str:
    """A gift as one says it: without its price, nothing short for a word."""
    text = " ".join(_PRICE.sub(" ", gift).replace(" w/ ", " with ").replace("'", "’").split())
    text = _ANOTHER.sub("and ", _TIMES.sub(r"\1 ", text))
    return listed(list(filter(None, _LISTED.split(_ONE_OF.sub(r"\1 of ", text)))))


def _in_words(thing: str) -> str:
    """The thing without an article, a number at its beginning as a word; the capital of a cell is no name’s."""
    bare = _NUMBER.sub(lambda many: in_words(int(many[0])), _ARTICLE.sub("", thing, count=1))
    first, space, rest = bare.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.istitle() and is_word(first.lower()) else bare


def _turn(note: Note, seed: int) -> int:
    key = f"{seed}\0{note.pick.customer.customer_id}\0{note.pick.occasion}\0gift"
    return sha256(key.encode()).digest()[0]


def _with(note: Note, given: str) -> Note:
    """The note with the sentence, and without it where it is too long; as it was if it speaks of the thing."""
    if _speaks_of(note, note.pick.gift):
        return note
    *before, last = note.paragraphs
    return replace(
        note,
        paragraphs=(*before, f"{last} {given}"),
        sentences=(*note.sentences, Sentence(given, (note.pick.gift_cell,))),
        shorter=note.shorter or replace(note, proposals=()),
    )


def _speaks_of(note: Note, gift: str) -> bool:
    """Whether the note names the thing already, as the person’s own sentence may."""
    head = _HEAD.split(gift.casefold())[0].split()[-1]
    return re.search(rf"\b{re.escape(head)}\b", " ".join(note.paragraphs).casefold()) is not None
