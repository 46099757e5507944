"""A hand at work: a letter goes in, what a pen leaves on the paper comes out."""

from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from math import ceil, lcm

from notes.language.numbers import counted
from notes.problems import DoesNotFit
from notes.units import MM
from notes.writing.chance import LENGTH, Chance, chance_for, tides
from notes.writing.gaps import USUAL, gap_tables
from notes.writing.hand_specs import HandSpec
from notes.writing.letter import Letter, Written
from notes.writing.lines import Line, broken
from notes.writing.runs import HAND, NO_TRACE, PITCH, Measure, Trace, write_lines
from notes.writing.spelling import not_writable, split
from notes.writing.strokes.temper import LARGER
from notes.writing.takes import PHASES, X_HEIGHT, Take, Takes

SMALLEST = 1.6 * MM  # x-height
TIGHTEST, CLOSEST = 2.8, 0.9  # pitch, x-heights; and as a share of the usual one
STEP = 0.97  # from one size to the next smaller
RAGGED = 1.2  # x-heights of a line that are kept for an uneven hand
BETWEEN = 0.45  # what is left free between the parts of a letter, in pitches
NARROWER = (1.0, 0.97, 0.94, 0.88, 0.82)  # of the width, where a line came out too long
HAIR = 0.02  # points; positions are rounded to 1/1000 em
UNEQUAL = 0.05  # of the width: how much sooner one card's lines end than another's
ABOVE = 0.48  # the share of the empty height that is above
FOR_A_PEN = 1.6  # pitches left for a signature in real ink
NEARER = 0.66  # between the words of a signature, as a share of other gaps
CALM = 8  # words at the beginning of a card that are written with care
TAKES = (1, 3, 3, 3, 2, 2, 2, 2, 1)  # of a word with so many letters, in each phase of the writing; then as the last
_ALL_COUNTS = lcm(*TAKES)


class Hand:
    """A hand that writes; it keeps the words that it has formed once."""

    def __init__(self, spec: HandSpec, takes: Takes, sister: "Callable[[], Hand] | None" = None) -> None:
        self.spec = spec
        self.takes = takes
        self.known: dict[
            str, tuple[int, Mapping[int, Take]]
        ] = {}  # how many takes a word has, and those that there are
        tables = gap_tables(takes.temper, spec.temperament, X_HEIGHT)  # by the kind of word before a gap
        self.gaps = list(zip(*tables, strict=True))
        # Where gaps are narrow the pen is quick; the table goes round once more.
        narrow = [gap < takes.temper.word_gap * X_HEIGHT for gap in tables[USUAL][:LENGTH]]
        self.phases = 2 * [2 * leans + quick for leans, quick in zip(tides(), narrow, strict=True)]
        self._find_sister = sister
        self._sister: Hand | None = None

    def anew(self) -> "Hand":
        """The same hand that has written nothing yet: what it writes does not depend on what it wrote before."""
        return Hand(self.spec, self.takes.anew(), self._find_sister)

    @property
    def sister(self) -> "Hand | None":
        """The hand that lends the letters of words for which this one lacks one."""
        if self._sister is None and self._find_sister:
            self._sister = self._find_sister()
        return self._sister

    def lacks(self, text: str) -> str:
        """The characters of a text that this hand does not write by itself."""
        return "".join(self.takes.lacks(word) for word in split(text))

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
        chance = chance_for(key)
        card = _Card(self, chance)
        body = [card.words(text) for text in (letter.salutation, *letter.paragraphs)]
        body = [one for one in body if one]
        closing, signature = card.words(letter.closing), card.signature(letter.signature)

        def laid(across: float) -> list[Line]:
            lines = card.body(body, across * (1 - UNEQUAL * chance.whims[0]))
            return [*lines, *card.end(closing, signature, across)]

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
        chance = chance_for(key)
        card = _Card(self, chance)
        ready = [card.line(words) for words in map(card.words, lines) if words]
        return self._fitted(lambda _: ready, (width, height), chance, x_height or self.spec.x_height)

    def ready(self, word: str) -> tuple[int, Mapping[int, Take]]:
        """How many takes a word is to have, and those that there are; the sister lends letters, if need be.

        Raises:
            BadValue: no hand has a letter of it.
        """
        if self.takes.lacks(word):
            if missing := self._missing(word):
                raise not_writable(missing[0], word)
            assert self.sister  # noqa: S101  (nothing is missing, and it is not from here)
            self.takes.lend(self.sister.takes)
        found = self.known[word] = TAKES[min(len(word), len(TAKES) - 1)], self.takes.row(word)
        return found

    def _missing(self, text: str) -> str:
        lacking = self.takes.lacks(text)
        return self.sister.takes.lacks(text) if lacking and self.sister else lacking

    def _fitted(
        self, laid: Callable[[float], list[Line]], box: tuple[float, float], chance: Chance, x_height: float
    ) -> Written:
        """Lines written as large as the hand writes, or somewhat smaller where they do not fit."""
        temper, pitch, over = self.takes.temper, self.spec.pitch, 0.0
        least = max(TIGHTEST, CLOSEST * self.spec.pitch)
        while x_height >= SMALLEST - 1e-6:
            measure = Measure(x_height / X_HEIGHT, pitch * X_HEIGHT, self.spec.temperament, temper.rise, temper.margin)
            across = box[0] / measure.size - RAGGED * temper.margin * X_HEIGHT
            for narrower in NARROWER:
                lines = laid(across * narrower)
                over = max(
                    over if narrower < 1 else 0, (_height(lines, measure) * measure.size - box[1]) / (pitch * x_height)
                )
                if over > 0 or any(line.width * _scale(line) + line.indent > across * 1.01 for line in lines):
                    break
                if trace := self._inside(lines, measure, box, chance):
                    return self._written(lines, measure, trace)
            x_height, pitch = x_height * STEP, max(min(self.spec.pitch, least), pitch * STEP)
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
        trace = write_lines(lines, (x, y), measure, self.takes, chance)
        left, bottom, right, top = trace.bounds
        if left >= 0 and bottom >= 0 and right <= box[0] and top <= box[1]:
            return trace
        if right - left > box[0] - 2 * HAIR or top - bottom > box[1] - 2 * HAIR:
            return None
        across = max(HAIR - left, 0) + min(box[0] - HAIR - right, 0)
        up = max(HAIR - bottom, 0) + min(box[1] - HAIR - top, 0)
        return trace.moved(round(across / measure.size) * measure.size, round(up / measure.size) * measure.size)

    def _written(self, lines: Sequence[Line], measure: Measure, trace: Trace) -> Written:
        red, green, blue = self.spec.ink
        return Written(
            hand=self.spec.name,
            size=measure.size * 1000,
            ink_colour=(red, green, blue),
            runs=trace.runs,
            bounds=trace.bounds,
            x_height_mm=round(measure.size * X_HEIGHT / MM, 2),
            lines=tuple([" ".join([word.text for word in line.words]) for line in lines]),
            fonts={HAND: self.takes},
        )


class _Card:
    """What one card takes from what there is: no take of a word twice, the gaps between words one after another."""

    def __init__(self, hand: Hand, chance: Chance) -> None:
        self._hand, self._chance = hand, chance
        self._seed = chance.seed % _ALL_COUNTS  # what is left of it is the same for each count of takes
        self._taken: dict[str, int] = {}
        self._next = self._first = self._at = chance.place

    def words(self, text: str) -> list[Take]:
        hand, taken, known, seed = self._hand, self._taken, self._hand.known, self._seed
        words, made = split(text), []
        for word, phase in zip(words, cycle(self._phases(len(words))), strict=False):
            before = taken.get(word, 0)
            taken[word] = before + 1
            count, row = known.get(word) or hand.ready(word)
            number = PHASES * ((seed + before) % count if before < count else before) + phase
            made.append(row.get(number) or hand.takes.take(word, number))
        return made

    def _phases(self, count: int) -> Sequence[int]:
        """In which phase each of the next words is written; the first ones of a card are not hurried."""
        start, calm = (self._at + 1) % LENGTH, self._first + CALM - self._at
        self._at += count
        phases = self._hand.phases[start : start + count]
        return [phase & ~1 for phase in phases[:calm]] + phases[calm:] if calm > 0 else phases

    def signature(self, text: str) -> list[Take]:
        """The words of a signature, in the form that this signer has; or a picture of it, and what follows the name."""
        name, comma, title = text.partition(",")
        if (name := " ".join(split(name))) in self._hand.takes.drawn:
            return [self._hand.takes.signed_as_drawn(name, name + comma, self._chance.seed), *self.words(title)]
        hand, words = self._hand, split(text)
        for word in words:
            if word not in hand.known:
                hand.ready(word)
        return [hand.takes.signed(word, text, self._chance.seed) for word in words]

    def line(self, words: Sequence[Take]) -> Line:
        return Line.of(words, self._some_gaps(words))

    def body(self, paragraphs: Sequence[Sequence[Take]], width: float) -> list[Line]:
        self._next = self._first
        lines: list[Line] = []
        for paragraph in paragraphs:
            first, *more = broken(paragraph, self._some_gaps(paragraph), width)
            lines.append(first._replace(above=BETWEEN) if lines else first)
            lines += more
        return lines

    def end(self, closing: Sequence[Take], signature: Sequence[Take], width: float) -> list[Line]:
        """The closing and the signature, to the right of the middle where there is room."""
        whims, spec = self._chance.whims, self._hand.spec
        ends = [self.line(closing)] if closing else []
        if signature:
            by_hand = signature[0].text.rstrip(",") not in self._hand.takes.drawn
            nearer = [round(NEARER * gap) for gap in self._some_gaps(signature)]
            ends.append(Line.of(signature, nearer)._replace(signature=by_hand))
        room = width - max((line.width * _scale(line) for line in ends), default=0.0)
        indent = max(0.0, min((spec.closing + 0.1 * whims[1]) * width, room))
        further = min((whims[2] - 0.25) * 2 * X_HEIGHT, room - indent)
        indents, above = [indent, max(0.0, indent + further)], (BETWEEN, 0.35)
        return [
            line._replace(indent=right, above=free) for line, right, free in zip(ends, indents, above, strict=False)
        ]

    def _some_gaps(self, words: Sequence[Take]) -> Sequence[int]:
        """The gap before each word."""
        start, count = self._next + 1, len(words)
        self._next = (self._next + count) % LENGTH
        rows = self._hand.gaps[start : start + count - 1]
        return [0, *[row[word.kind] for row, word in zip(cycle(rows), words[:-1], strict=False)]]


def _scale(line: Line) -> float:
    return LARGER if line.signature else 1.0


def _height(lines: Sequence[Line], measure: Measure) -> float:
    """From the top of the first line's ink to the bottom of the last one's, as much as it can be, in units."""
    if not lines:
        return 0.0
    top = max(word.top for word in lines[0].words)
    bottom = min(word.bottom for word in lines[-1].words) * _scale(lines[-1])
    steps = sum(1 + line.above for line in lines[1:])
    return top - bottom + steps * measure.pitch * (1 + PITCH)


def _does_not_fit(over: float, width: float) -> DoesNotFit:
    if over <= 0:
        return DoesNotFit(
            f"a word is wider than the {width / MM:.0f} mm of the card.", "Shorten it, or choose a larger card."
        )
    lines = ceil(over)
    return DoesNotFit(
        f"the note is too long for this card by {counted(lines, 'line')}.",
        "Shorten your own line, or choose a larger card.",
    )
