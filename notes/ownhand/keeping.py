"""Keeping hands: one file each in hands/, a page to look at in out/, and photographs only where that was asked for."""

import re
from collections.abc import Sequence
from pathlib import Path

from notes.files import is_real, read_real
from notes.folders import Folder, ensure_writable
from notes.ownhand.making import Read
from notes.ownhand.page import html, view_of
from notes.problems import BadValue, Place, Unusable, did_you_mean
from notes.staging import write_whole
from notes.writing.hand_specs import hand_name, read_hands
from notes.writing.own_hand import OWN, OwnHand


def checked_name(name: str) -> str:
    """What a hand is called in files and settings.

    Raises:
        Unusable: it has no such name, or one of ours has it.
    """
    called = hand_name(name)
    if not re.fullmatch(r"\w[\w-]{0,39}", called):
        raise Unusable.because("--name", f"“{name}” is no name for a hand.", "Take a first name, like Maud.")
    if called in read_hands()[0]:
        raise Unusable.because("--name", f"“{called}” is one of Fairhand’s own hands.", "Take another name for yours.")
    return called


def signed_as(name: str, signs: str = "") -> str:
    """The name for which a person's signature stands: what they say, or the name of the hand as names are written.

    >>> signed_as("maud"), signed_as("Maud", " Maud & Ben ")
    ('Maud', 'Maud & Ben')
    """
    given = " ".join((signs or name).split())
    return given.title() if given.islower() else given


def hand_called(folder: Folder, name: str) -> OwnHand:
    """A hand that was read before.

    Raises:
        Unusable: there is none of that name, or its file is damaged.
    """
    path = _path(folder, hand_name(name))
    if not is_real(path):
        known = [one.stem for one in folder.own("hands").glob(f"*{OWN}")]
        remedy = did_you_mean(hand_name(name), known) if known else "Read one first: notes hand read PHOTO… --name YOU"
        raise Unusable.because(f"hands/{path.name}", f"there is no hand “{name}” of yours.", remedy)
    try:
        return OwnHand.from_bytes(read_real(path))
    except BadValue as bad:
        raise Unusable([bad.at(Place(f"hands/{path.name}"))]) from bad


def without(hand: OwnHand, copies: str, beside: Sequence[str] = ()) -> OwnHand:
    """The hand without these copies, written like a-2,th-1, nor those `beside`.

    Raises:
        Unusable: there is no such copy.
    """
    names = [*beside, *re.findall(r"\S+-\d+", copies.replace(",-", "\0-").replace(",", " ").replace("\0-", ",-"))]
    try:
        return hand.without(names)
    except BadValue as bad:
        raise Unusable([bad.at(Place("--leave-out"))]) from bad


def keep(folder: Folder, name: str, hand: OwnHand) -> Path:
    """Write the hand, whole or not at all."""
    path = _path(folder, name)
    ensure_writable(path.parent)
    write_whole(path, hand.to_bytes())
    return path


def keep_photographs(folder: Folder, name: str, photographs: Sequence[Path]) -> None:
    """Copies of the photographs, beside the hand."""
    beside = folder.own("hands") / f"{name}-photographs"
    ensure_writable(beside)
    for path in photographs:
        write_whole(beside / path.name, read_real(path))


def show(folder: Folder, name: str, hand: OwnHand, read: Read | None = None) -> Path:
    """Write the page to look at."""
    ensure_writable(folder.out)
    path = folder.out / f"hand-{name}.html"
    write_whole(path, html(view_of(name, hand, read)).encode())
    return path


def _path(folder: Folder, name: str) -> Path:
    return folder.own("hands") / f"{name}{OWN}"
