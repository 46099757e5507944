"""Opening a hand: its strokes are read, or traced from its font and kept in the cache."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache as once
from functools import partial
from hashlib import blake2b
from pathlib import Path

from notes import __version__
from notes.files import read_real
from notes.kept import put
from notes.problems import BadValue, did_you_mean
from notes.resources import FONTS
from notes.writing.fitness import ensure_permitted
from notes.writing.hand import Hand
from notes.writing.hand_specs import HandSpec, read_hands
from notes.writing.own_hand import OWN, OwnHand
from notes.writing.strokes.alphabet import Alphabet
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.style import Style
from notes.writing.takes import Takes

TALL, FREE = 3.6, 0.15  # x-heights from the tails to the tops of letters; and what is left free between lines
KEPT, TAKES = ".strokes", ".takes"
_LARGEST = 30_000_000  # bytes; no handwriting font is larger


def open_hand(
    hand: HandSpec | str, cache: Path, hands: Mapping[str, HandSpec] | None = None, business: str = ""
) -> Hand:
    """The hand, ready to write; `cache` is a folder that may be deleted at any time.

    The `business` gives the hand a touch that no other business has.

    Raises:
        BadValue: there is no such hand, or its font is not fit to write with.
    """
    known = hands if hands is not None else read_hands()[0]
    if isinstance(hand, str):
        if hand not in known:
            raise BadValue(f"there is no hand “{hand}”.", did_you_mean(hand, list(known)))
        hand = known[hand]
    sister = known.get(hand.sister)
    call = partial(open_hand, replace(sister, sister=""), cache, known) if sister else None
    temper = hand.temper.of_business(business) if business else hand.temper
    data = _bytes_of(hand)
    if hand.font.suffix not in (KEPT, OWN):
        ensure_permitted(hand)
    letters = (FONTS / "letters" / f"{hand.letters}.txt").read_text("utf-8") if hand.letters else ""
    takes = cache / f"{_plain(hand.name)}-{_digest(hand, data, repr(temper), hand.sister, letters)}{TAKES}"
    alphabet = _alphabet(hand, data, cache)
    hand = _with_room(hand, alphabet)
    if temper.letters:
        alphabet = Style.of(temper).alphabet(alphabet)
    opened = Hand(hand, Takes(hand.name, Speller(alphabet), temper, takes), call)
    if hand.font.suffix == OWN:
        opened.takes.drawn.update(OwnHand.from_bytes(data).signed)
    return opened


def _with_room(spec: HandSpec, alphabet: Alphabet) -> HandSpec:
    """A hand whose lines keep clear of each other: a font with tall letters needs more than the usual pitch."""
    if spec.font.suffix in (KEPT, OWN) or spec.pitch != HandSpec.pitch:
        return spec
    reach = alphabet.reach
    return replace(spec, pitch=min(6.0, reach + FREE)) if reach > TALL else spec


def _alphabet(spec: HandSpec, data: bytes, folder: Path) -> Alphabet:
    if spec.font.suffix == OWN:
        return OwnHand.from_bytes(data).alphabet
    if spec.font.suffix == KEPT:
        return _read(data, spec)
    path = folder / f"{_plain(spec.name)}-{_digest(spec, data)}{KEPT}"
    try:
        return Alphabet.from_bytes(path.read_bytes())
    except (OSError, ValueError):
        from notes.writing.strokes.extraction import alphabet_of_font

        alphabet = alphabet_of_font(spec)
        put(path, alphabet.to_bytes())
        return alphabet


def _read(data: bytes, spec: HandSpec) -> Alphabet:
    try:
        return Alphabet.from_bytes(data)
    except ValueError as error:
        raise BadValue(f"“{spec.font.name}” holds no strokes.", "Put the original file back.") from error


def _bytes_of(spec: HandSpec) -> bytes:
    try:
        if spec.font.stat().st_size > _LARGEST:
            raise BadValue(f"“{spec.font.name}” is too large for a font.", "Take another TrueType file (.ttf).")
        return read_real(spec.font)
    except OSError as error:
        raise BadValue(f"“{spec.font.name}” cannot be read: {error.strerror}.", "Put the font back.") from error


def _plain(name: str) -> str:
    return "".join(one for one in name if one.isalnum() or one in "-_")[:40]


def _digest(spec: HandSpec, font: bytes, *more: str) -> str:
    """What the strokes depend on: the font, which of its forms are taken, and the code that takes them."""
    chosen = json.dumps([dict(spec.axes), list(spec.alternates), *more], sort_keys=True)
    return blake2b(font + chosen.encode() + _code(), digest_size=10).hexdigest()


@once
def _code() -> bytes:
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    return __version__.encode() + b"".join(source.read_bytes() for source in sources)
