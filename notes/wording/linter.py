"""The linter: what in a wording would make a note read like a campaign, or run off the card.

The sales talk and the clichés stand in `templates/cliches.txt`, a phrase to a line with what to write instead.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from notes.files import is_real
from notes.occasions import Occasions
from notes.problems import Level, Problem
from notes.wording.library import Library, Wording, read_wordings
from notes.wording.passage_linter import lint_passages
from notes.wording.phrasebook_files import read_phrasebook
from notes.wording.template_names import PARTICULAR
from notes.wording.text_files import text_of

CLICHES = "cliches.txt"
FEWEST_WORDS, MOST_WORDS = 12, 75  # a card of fewer looks empty, one of more is not read
_SHOUTED = re.compile(r"\b[^\W\d_]{4,}\b")
_MARKS = re.compile(r"!\s*!")
_SPACE = re.compile(r"\s+")


def check_wordings(
    folders: Sequence[Path], letters: Collection[str] | None = None, occasions: Occasions | None = None
) -> list[Problem]:
    """Everything wrong with the wordings in the folders: what cannot be used, and what reads badly."""
    library, problems = read_wordings(folders, occasions)
    cliches = read_cliches(folders)
    own, _ = read_phrasebook(folders[1:])
    return [*problems, *lint(library, cliches, letters), *lint_passages(own, cliches)]


def read_cliches(folders: Sequence[Path]) -> dict[str, str]:
    """The phrases that no note should have, with what to write instead; a later folder adds to them."""
    phrases: dict[str, str] = {}
    for path in (folder / CLICHES for folder in folders):
        lines = text_of(path).splitlines() if is_real(path) else []
        for line in lines:
            phrase, _, instead = line.partition("|")
            if phrase.strip() and not phrase.startswith("#"):
                phrases[_plain(phrase)] = instead.strip()
    return phrases


def lint(library: Library, cliches: Mapping[str, str], letters: Collection[str] | None = None) -> list[Problem]:
    """What is wrong with the wordings, short of errors; `letters` are those that the hand can write."""
    return [problem for wording in library.wordings for problem in _lint(wording, cliches, letters)]


def _lint(wording: Wording, cliches: Mapping[str, str], letters: Collection[str] | None) -> Iterator[Problem]:
    text = " ".join(wording.body.texts())
    if wording.shorter:
        text += " " + " ".join(wording.shorter.texts())
    for message, remedy in [
        *_tone(" ".join(wording.body.texts()), cliches),
        *_length(wording),
        *_alphabet(text, letters),
    ]:
        yield Problem(wording.place, message, remedy, Level.WARNING)
    if not (wording.body.spoken() | wording.needs) & PARTICULAR:
        remedy = "Mention something of theirs, like {% if pet %}Our best to {{ pet }}.{% endif %}"
        yield Problem(
            wording.place, "this could go to anyone: it mentions nothing about the person.", remedy, Level.WARNING
        )


def _tone(text: str, cliches: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    plain = _plain(text)
    for phrase, instead in cliches.items():
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", plain):
            yield f"“{phrase}” reads like a campaign.", instead
    if _MARKS.search(text) or text.count("!") > 1:
        yield "there is more than one exclamation mark.", "A full stop is warmer."
    for word in dict.fromkeys(word for word in _SHOUTED.findall(text) if word.isupper()):
        yield f"“{word}” is shouted.", f"Write “{word.capitalize()}”."


def _length(wording: Wording) -> Iterator[tuple[str, str]]:
    fewest, most = wording.body.length()
    if most > MOST_WORDS:
        yield (
            f"this can come to {most} words.",
            f"A card holds about {MOST_WORDS - 15}; put [brackets] around a sentence.",
        )
    if fewest < FEWEST_WORDS:
        yield f"this can come to {fewest} words.", f"Below {FEWEST_WORDS} a card looks empty."
    if wording.shorter is None and most > MOST_WORDS - 15:
        yield "there is no shorter form for a small card.", "Put [brackets] around what can be left out there."


def _alphabet(text: str, letters: Collection[str] | None) -> Iterator[tuple[str, str]]:
    if letters is not None and (
        lacking := sorted({letter for letter in text if letter.isprintable() and not letter.isspace()} - set(letters))
    ):
        yield f"the hand cannot write {' '.join(lacking)}", "Choose another hand, or other words."


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text.replace("’", "'")).strip().casefold()
