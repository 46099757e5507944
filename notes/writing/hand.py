"""A hand at work: a letter goes in, what a pen leaves on the paper comes out."""

from collections.abc import Callable, Sequence
from functools import cached_property
from math import ceil

from notes.language.numbers import counted
from notes.problems import BadValue
from notes.units import MM
from notes.writing.chance import Chance, chance_for
from notes.writing.font_subset import HandFont
from notes.writing.hand_font import Derived
from notes.writing.hand_specs import HandSpec
from notes.writing.letter import Colour, FontSource, Letter, Written
from notes.writing.lines import Line, broken, width_of
from notes.writing.runs import HAND, NO_TRACE, PITCH, SISTER, Measure, Trace, write_lines
from notes.writing.turns import Orders
from notes.writing.word_forms import Speller, Word, not_writable, split

SMALLEST = 1.6 * MM  # x-height
TIGHTEST = 2.8  # pitch, x-heights
STEP = 0.97  # from one size to the next smaller
RAGGED = 0.45  # x-heights of a line that are kept for an uneven hand
BETWEEN = 0.45  # what stands free between the parts of a letter, in pitches
NARROWER = (1.0, 0.97, 0.94)  # of the width, where a line came out too long
HAIR = 0.02  # points; positions are rounded to 1/1000 em
UNEQUAL = 0.05  # of the width: how much sooner one card's lines end than another's
ABOVE = 0.48  # the share of the empty height that is above
FOR_A_PEN = 1.6  # pitches left for a signature in real ink


class Hand:
    """A hand that writes; it keeps the words that it has formed once."""

    def __init__(self, spec: HandSpec, derived: Derived, sister: "Callable[[], Hand] | None" = None) -> None:
        self.spec = spec
        self._derived = derived
        self._find_sister = sister
        self._speller = Speller(derived)
        self._words: dict[str, Word] = {}
        self._space = derived.space
        self._fonts: dict[str, FontSource] = {HAND: HandFont(spec.name, derived)}

    @cached_property
    def sister(self) -> "Hand | None":
        """The hand that writes the words for which this one lacks a letter."""
        return self._find_sister() if self._find_sister else None

    def lacks(self, text: str) -> str:
        """The characters of a text that this hand does not write by itself."""
        return "".join(self._speller.lacks(word) for word in split(text))

    def covers(self, text: str) -> str:
        """The characters of a text that neither this hand nor its sister can write; nothing if all can be written."""
        return "".join(one for word in split(text) for one in self._missing(word))

    def write(
        self,
        letter: Letter,
        width: float,
        height: float,
        key: str,
        x_height: float | None = None,
        signature_space: bool = False,
    ) -> Written:
        """The letter in a box of this width and height, in points; `key` is what makes this card unlike another.

        With `signature_space` there is room below it for a signature in real ink.

        Raises:
            BadValue: no hand has a letter of it, or the note does not fit.
        """
        known = self._words
        words = [
            [known.get(one) or self._word(one) for one in split(text)]
            for text in (letter.salutation, *letter.paragraphs, letter.closing, letter.signature)
        ]
        *body, closing, signature = words
        body, end = [one for one in body if one], [one for one in (closing, signature) if one]

        chance = chance_for(key)

        def laid(across: float) -> list[Line]:
            lines = self._body(body, across * (1 - UNEQUAL * chance.whims[0]))
            return [*lines, *self._end(end, across, chance)]

        x_height = x_height or self.spec.x_height
        free = FOR_A_PEN * self.spec.pitch * x_height if signature_space else 0.0
        written = self._fitted(laid, (width, height - free), chance, x_height)
        return written.raised(free) if free else written

    def write_lines(
        self, lines: Sequence[str], width: float, height: float, key: str, *, x_height: float | None = None
    ) -> Written:
        """Lines as they are given, as for an address, from the left edge and in the middle of the height.

        Raises:
            BadValue: no hand has a letter of it, or the lines do not fit.
        """
        ready = [Line([self._word(one) for one in words]) for words in map(split, lines) if words]
        return self._fitted(lambda _: ready, (width, height), chance_for(key), x_height or self.spec.x_height)

    def _word(self, text: str) -> Word:
        if (word := self._words.get(text)) is None:
            word = self._words[text] = self._formed(text)
        return word

    def _formed(self, text: str) -> Word:
        if not self._speller.lacks(text):
            return self._speller.form(text)
        if missing := self._missing(text):
            raise not_writable(missing[0], text)
        assert self.sister  # noqa: S101  (nothing is missing, and it is not from here)
        scale = self._derived.x_height / self.sister._derived.x_height
        self._orders.with_sister(self.sister._derived, scale)
        self._fonts[SISTER] = HandFont(self.sister.spec.name, self.sister._derived)
        return self.sister._speller.form(text, scale)

    def _missing(self, text: str) -> str:
        lacking = self._speller.lacks(text)
        return self.sister._speller.lacks(text) if lacking and self.sister else lacking

    def _body(self, paragraphs: Sequence[Sequence[Word]], width: float) -> list[Line]:
        lines: list[Line] = []
        for paragraph in paragraphs:
            first, *more = broken(paragraph, width, self._space)
            lines.append(Line(first, gap=BETWEEN if lines else 0))
            lines += [Line(words) for words in more]
        return lines

    def _end(self, ends: Sequence[Sequence[Word]], width: float, chance: Chance) -> list[Line]:
        """The closing and the signature, to the right of the middle where there is room."""
        room = width - max((width_of(words, self._space) for words in ends), default=0)
        indent = max(0.0, min((self.spec.closing + 0.1 * chance.whims[1]) * width, room))
        further = min((chance.whims[2] - 0.25) * 2 * self._derived.x_height, room - indent)
        indents = [indent, max(0.0, indent + further)]
        gaps = (BETWEEN, 0.08)
        return [Line(words, right, gap) for words, right, gap in zip(ends, indents, gaps, strict=False)]

    def _fitted(
        self, laid: Callable[[float], list[Line]], box: tuple[float, float], chance: Chance, x_height: float
    ) -> Written:
        """Lines written as large as the hand writes, or somewhat smaller where they do not fit."""
        xh = self._derived.x_height
        pitch, over = self.spec.pitch, 0.0
        while x_height >= SMALLEST - 1e-6:
            measure = Measure(x_height / xh, xh, pitch * xh, self._space, self.spec.temperament)
            across = box[0] / measure.size - RAGGED * xh
            for narrower in NARROWER:
                lines = laid(across * narrower)
                over = max(
                    over if narrower < 1 else 0, (_height(lines, measure) * measure.size - box[1]) / (pitch * x_height)
                )
                if over > 0 or any(width_of(line.words, self._space) + line.indent > across for line in lines):
                    break
                if ink := self._inside(lines, measure, box, chance):
                    return self._written(lines, measure, ink)
            x_height, pitch = x_height * STEP, max(TIGHTEST, pitch * STEP)
        raise _does_not_fit(over, box[0])

    def _inside(
        self, lines: Sequence[Line], measure: Measure, box: tuple[float, float], chance: Chance
    ) -> Trace | None:
        """The lines written so that all ink lies in the box; nothing if it is wider or higher."""
        if not lines:
            return NO_TRACE
        free = box[1] - _height(lines, measure) * measure.size
        x = max(0, *(-line.words[0].left for line in lines)) * measure.size
        y = (
            box[1]
            - free * (ABOVE + 0.03 * (chance.whims[3] - 0.5))
            - max(word.top for word in lines[0].words) * measure.size
        )
        ink = write_lines(lines, (x, y), measure, self._orders, chance)
        left, bottom, right, top = ink.bounds
        if left >= 0 and bottom >= 0 and right <= box[0] and top <= box[1]:
            return ink
        if right - left > box[0] - 2 * HAIR or top - bottom > box[1] - 2 * HAIR:
            return None
        x += max(HAIR - left, 0) + min(box[0] - HAIR - right, 0)
        y += max(HAIR - bottom, 0) + min(box[1] - HAIR - top, 0)
        return write_lines(lines, (x, y), measure, self._orders, chance)

    def _written(self, lines: Sequence[Line], measure: Measure, ink: Trace) -> Written:
        return Written(
            hand=self.spec.name,
            size=1000 * measure.size,
            ink_colour=self._ink_colour,
            runs=ink.runs,
            bounds=ink.bounds,
            x_height_mm=round(measure.size * measure.x_height / MM, 2),
            lines=tuple(" ".join(word.text for word in line.words) for line in lines),
            fonts=self._fonts,
        )

    @cached_property
    def _orders(self) -> Orders:
        return Orders(self._derived)

    @cached_property
    def _ink_colour(self) -> Colour:
        red, green, blue = self.spec.ink
        return red, green, blue


def _height(lines: Sequence[Line], measure: Measure) -> float:
    """From the top of the first line's ink to the bottom of the last one's, as much as it can be, in 1/1000 em."""
    if not lines:
        return 0.0
    top = max(word.top for word in lines[0].words)
    bottom = min(word.bottom for word in lines[-1].words)
    steps = sum(1 + line.gap for line in lines[1:])
    return top - bottom + steps * measure.pitch * (1 + PITCH)


def _does_not_fit(over: float, width: float) -> BadValue:
    if over <= 0:
        return BadValue(
            f"a word is wider than the {width / MM:.0f} mm of the card.", "Shorten it or take a larger card."
        )
    lines = ceil(over)
    return BadValue(
        f"the note is too long for this card by {counted(lines, 'line')}.",
        "Shorten your own line, or take a larger card.",
    )
