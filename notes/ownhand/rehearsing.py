"""Rehearsing: the read hand writes the text of the sheet until it measures as the person's own text does."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from notes.ownhand.cells import Written
from notes.ownhand.measuring import Text, measured
from notes.paper.blots import Picture
from notes.problems import BadValue
from notes.writing.hand_specs import HandSpec
from notes.writing.own_hand import OWN, Manner, OwnHand
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.inking import painted
from notes.writing.strokes.lettering import write_word
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.words import Word

FINE = 32.0  # pixels for an x-height, about as many as a sheet's text has: it is measured in the same way
TIMES, TAKES = 3, 2  # how often it is corrected, and how often the text is written each time
TRIED = (0.15, 0.7)  # shares of joins
FEWEST_LINES = 2
LEAN = 0.1  # how much more or less a text leans than letters in cells, at the most
ENOUGH = 0.5  # of the text; a hand that can write less of it is not fitted to it


def fitted(hand: OwnHand, text: Written, words: str) -> Manner:
    """The manner in which the hand has to write so that it writes as in this text.

    Raises:
        BadValue: there is no text to measure.
    """
    hers = None if text.verdict else measured(text.ink, len(words.split()), hand.manner.x_height * text.fine)
    if hers is None or hers.lines < FEWEST_LINES or not hers.word_gaps or not hers.letter_gaps:
        raise BadValue(
            "the text of the last page is missing, or has hardly any lines.",
            "Copy it into its box as you would write on a card.",
        )
    gap, size = float(np.mean(hers.word_gaps)), hers.x_height / text.fine
    manner = replace(hand.manner, x_height=size, word_gap=gap, pitch=hers.pitch)
    manner = replace(manner, joins=_joins(hand, manner, words, hers))
    rehearsal = _Rehearsal(hand, words, hers.lines)
    for _ in range(TIMES if rehearsal.share > ENOUGH else 0):
        manner = _nearer(manner, hers, rehearsal.of(manner), text.fine)
    spread = float(np.std(hers.word_gaps) / np.mean(hers.word_gaps))
    return replace(
        manner,
        slant=hers.slant,
        letter_gap=float(np.mean(hers.letter_gaps)),
        word_spread=spread,
        rise=hers.rise,
    )


def _nearer(manner: Manner, hers: Text, ours: Text, fine: float) -> Manner:
    """A manner in which the text becomes more like hers."""
    size = hers.x_height / fine / (ours.x_height / FINE)  # whatever the measuring is off, it is off in both
    wide = hers.words_wide / ours.words_wide
    return replace(
        manner,
        x_height=size,
        pen=manner.pen / manner.x_height * size * hers.pen / ours.pen,
        pitch=hers.pitch * hers.x_height / fine / size,
        lean=float(np.clip(manner.lean + hers.slant - ours.slant, -LEAN, LEAN)),
        gap=float(np.clip(manner.gap + np.mean(hers.letter_gaps) - np.mean(ours.letter_gaps), -0.2, 0.4)),
        width=float(np.clip(manner.width * (1 + 1.15 * (wide - 1)), 0.7, 1.4)),
        word_gap=manner.word_gap * float(np.mean(hers.word_gaps) / np.mean(ours.word_gaps)),
    )


def _joins(hand: OwnHand, manner: Manner, words: str, hers: Text) -> float:
    """The share of joins with which the text falls into as many pieces as hers."""
    rehearsal = _Rehearsal(hand, words, hers.lines)
    few, many = (rehearsal.of(replace(manner, joins=share)).pieces for share in TRIED)
    if few == many:
        return TRIED[0]
    share = TRIED[0] + (few - hers.pieces) / (few - many) * (TRIED[1] - TRIED[0])
    return float(np.clip(share, 0.0, 1.0))


class _Rehearsal:
    """A text that is written again and again."""

    def __init__(self, hand: OwnHand, words: str, lines: int) -> None:
        self._hand, self._lines = hand, lines * TAKES
        self._speller = Speller(hand.alphabet)
        self._words = [word for word in words.split() if not self._speller.lacks(word)]
        self.share = len("".join(self._words)) / len("".join(words.split()))  # of the text that it can write

    def of(self, manner: Manner) -> Text:
        """What the text measures if the hand writes it in this manner."""
        temper = temper_of(replace(self._hand, manner=manner))
        written = [
            write_word(self._speller, temper, word, f"rehearsal/{number}")
            for number, word in enumerate(self._words * TAKES)
        ]
        picture = page_of(written, temper, manner, self._lines)
        found = measured(picture, len(written), FINE)
        assert found is not None  # noqa: S101  (it was written just now)
        return replace(
            found, words_wide=found.words_wide / self.share / TAKES, pieces=round(found.pieces / self.share / TAKES)
        )


def temper_of(hand: OwnHand) -> Temper:
    """The temper in which a hand writes on a card."""
    return HandSpec(name="own", font=Path("own").with_suffix(OWN), **hand.spec).temper


def page_of(words: Sequence[Word], temper: Temper, manner: Manner, lines: int) -> Picture:
    """Words in lines of about the same length, as ink."""
    gap = manner.word_gap
    whole = sum(word.right - word.left + gap for word in words)
    wide, pitch = whole / lines * 1.04 + 4.0, max(manner.pitch, 3.0)
    page = np.zeros((round((lines + 1.6) * pitch * FINE), round((wide + 6.0) * FINE)), dtype=bool)
    x, line = 2.0, 0
    for word in words:
        if x + word.right - word.left > wide and line < lines - 1:
            x, line = 2.0, line + 1
        _put(page, word, x - word.left, (line + 1) * pitch)
        x += word.right - word.left + gap
    return page


def _put(page: Picture, word: Word, x: float, down: float) -> None:
    ink, corner = painted(word.strokes, FINE)
    top, left = round((down - corner[1]) * FINE) - ink.shape[0], round((x + corner[0]) * FINE)
    first, start = max(0, -top), max(0, -left)
    part = page[top + first : top + ink.shape[0], left + start : left + ink.shape[1]]
    part |= ink[first : first + part.shape[0], start : start + part.shape[1]]
