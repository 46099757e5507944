"""The words that come back: how many particular words of somebody's remarks their note says.

    python -m benchmarks.returned 2026-12 2026-11-28 FOLDER… [--show]

Each folder holds the spreadsheet and notes.toml of a business. Readers call a note theirs that says three and more.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean

from benchmarks.figures import Figure
from notes import picking, reading, wording
from notes.history import Past
from notes.language.numbers import in_words
from notes.language.texts import word_set
from notes.resources import TEMPLATES
from notes.settings_file import read_settings
from notes.wording.note import Note

SHEETS = frozenset([".csv", ".xlsx"])
AS_ASKED = 3  # words
_BEGINS = 6  # letters by which “lighthouse” and “lighthouses” are one word
_WORD = re.compile(r"[a-zà-ÿ]+|\d+")
_NUMBER = re.compile(r"(?<!\d)[1-9]\d?(?!\d)")
_EVERYBODYS = word_set(
    """
    about after all also and any are been before birthday but card december did does down every for from get good had
    happy has have her here his hope how into its just know let like many married more most much not now off only our
    out over say she since still than that the their them then there they this time too two until very was well were
    what when will wish with year years you your
    """
)


@dataclass(frozen=True)
class Returned:
    """A note, and the particular words of the remarks that it says again; none where no card goes."""

    note: Note
    words: frozenset[str]


def stems(text: str, besides: Iterable[str] = ()) -> frozenset[str]:
    """The particular words of a text, by how they begin.

    >>> sorted(stems("She has 38 lighthouses", ["Lighthouse"]))
    ['eight', 'thirty']
    """
    text = _NUMBER.sub(lambda number: in_words(int(number[0])), text)
    left_out = {word.casefold()[:_BEGINS] for word in (*besides, *_EVERYBODYS)}
    words = (word for word in _WORD.findall(text.casefold()) if len(word) > 2 or word.isdigit())
    return frozenset(word[:_BEGINS] for word in words) - left_out


def notes_of(folder: Path, month: str, today: date) -> Iterator[Returned]:
    """The notes of a business that has sent none before."""
    settings, _ = read_settings(folder / "notes.toml")
    library, _ = wording.read_wordings([TEMPLATES])
    sheet = next(path for path in sorted(folder.iterdir()) if path.suffix in SHEETS)
    book = reading.read_book(sheet, settings, today=today)
    picks = picking.decide(book, month, today, settings, Past.of([]))
    for note in wording.compose(picks.cards, library, settings, 1, Past.of([]), book=book, today=today).notes:
        customer = note.pick.customer
        said = stems(" ".join(note.paragraphs), re.findall(r"\w+", customer.name))
        yield Returned(note, said & stems(customer.notes))


def figures(found: list[Returned]) -> Iterator[Figure]:
    """What is asked of the notes of some businesses."""
    known = [one for one in found if len(stems(one.note.pick.customer.notes)) >= AS_ASKED]
    yield Figure("notes to people with remarks", len(known))
    yield Figure("particular words that come back, on the mean", mean(len(one.words) for one in known), "")
    share = sum(len(one.words) >= AS_ASKED for one in known) / len(known)
    yield Figure("of them bring back three and more", 100 * share, "%")
    yield Figure("words a note", mean(len(" ".join(one.note.paragraphs).split()) for one in found), "")


def _shown(one: Returned) -> str:
    customer = one.note.pick.customer
    told = " ".join(one.note.paragraphs)
    return f"--- {customer.name} [{one.note.pick.occasion}] {len(one.words)}\n{customer.notes}\n  >> {told}\n"


if __name__ == "__main__":
    month, day, *folders = [one for one in sys.argv[1:] if one != "--show"]
    all_of_them = [one for at in folders for one in notes_of(Path(at), month, date.fromisoformat(day))]
    if "--show" in sys.argv:
        print(*map(_shown, all_of_them), sep="\n")
    print(*figures(all_of_them), sep="\n")
