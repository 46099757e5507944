"""Letters of a running hand, each formed for its place in a word: by the writer's style, the mood and the pace."""

from dataclasses import dataclass, field, replace

import numpy as np

from notes.writing.strokes.again import again, strayed
from notes.writing.strokes.choosing import Place, chosen
from notes.writing.strokes.composing import Speller, base_of
from notes.writing.strokes.curves import Numbers, Points
from notes.writing.strokes.movements import Movement, Places, swung
from notes.writing.strokes.pace import ALIKE, pace_of
from notes.writing.strokes.style import Style
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.waiting import bar, dot, drawn, stem_at

SLANT, WIDE, HIGH, REACH, BOUNCE = 0.048, 0.085, 0.06, 0.085, 0.04
LEANS, STRETCHED, SWELL = 0.02, 0.045, 0.024  # how a word leans, stretches and swells as the writing drifts
MEMORY = 0.5  # how much of a letter's slant, width, height and place comes from the one before
RESIDUE = 0.35  # how much of its own a word has of both
OF_A_WORD = 0.7  # how much of what the letters of a word have in common is left to the drift of the writing
LIKE_A_CAPITAL = -0.4  # the most that a first letter may be larger which its capital resembles
FLATTER, WIDER = 0.17, 0.2  # what pace does to a letter: its height, its width
QUICK_AT = 0.8  # the haste from which on words get as quick as they can
SHORTCUT = 4  # letters that a hurried pen writes as one at the most
AS_ONE = 0.93  # how often letters that this writer can write as one are
ENDS = 0.85  # how often a word that ends quickly ends in a form that is for that
ABREAST = 0.08  # how much wider letters of one movement are for each that follows, or a quick pen would crush them
ENDED = 0.4  # the pace from which on a word ends in the form that there is for that

_DOTTED, _BARRED = "ij", "tf"
_LASTING = [0, 1, 2, 5]  # of the noise of letters: what goes over from one to the next
_NOTHING: Places = np.empty((0, 3))


@dataclass
class Letter:
    """A letter in its place: what the pen does for it, what waits, and lines that are no movements (of signs)."""

    char: str
    lead: Places = field(default_factory=_NOTHING.copy)
    strokes: list[Places] = field(default_factory=list)
    tail: Places = field(default_factory=_NOTHING.copy)
    waits: list[Points] = field(default_factory=list)
    drawn: list[Points] = field(default_factory=list)
    pace: float = 0.0

    @property
    def ink(self) -> list[Points]:
        return [swung(one) for one in self.strokes] + self.drawn

    def move(self, dx: float) -> None:
        for one in [self.lead, self.tail, *self.strokes, *self.waits, *self.drawn]:
            one[:, 0] += dx


@dataclass(frozen=True)
class Mood:
    """How one take of a word is unlike another: how it leans, how wide and large, how quick, how near, how joined.

    It leans and swells as the writing around it does, and differs from that only a little.
    """

    slant: float
    width: float
    size: float
    pace: float
    gap: float
    joins: float

    @classmethod
    def of(cls, temper: Temper, chance: np.random.Generator) -> "Mood":
        slant, width, size, *rest = (float(one) for one in chance.normal(0, 1, 6).clip(-2, 2) * temper.wander)
        drift = temper.drift * temper.wander
        return cls(drift + RESIDUE * slant, width, drift + RESIDUE * size, *rest)


@dataclass(frozen=True)
class _How:
    """How a letter is bent: its slant, its width and height, what stands above and hangs below, how high it stands."""

    slant: float
    wide: float
    high: float
    up: float
    down: float
    lift: float

    @classmethod
    def of(cls, temper: Temper, mood: Mood, noise: Numbers, pace: float) -> "_How":
        return cls(
            temper.slant + LEANS * mood.slant + SLANT * noise[0],
            temper.width * (1 + STRETCHED * mood.width + SWELL * mood.size + WIDE * noise[1]) * (1 + WIDER * pace),
            (1 + SWELL * mood.size + HIGH * noise[2]) * (1 - FLATTER * pace),
            temper.ascenders * (1 + REACH * noise[3]) + 0.1 * pace,
            temper.descenders * (1 + 1.6 * REACH * noise[4]),
            BOUNCE * temper.bounce * noise[5],
        )

    def bend(self, points: Points) -> Points:
        made: Points = points.astype(float)
        x, y = points[:, 0], points[:, 1]
        y = np.where(y > 1, self.high + (y - 1) * self.up, np.where(y < 0, y * self.down, y * self.high))
        made[:, 0] = x * self.wide + self.slant * y
        made[:, 1] = y + self.lift
        return made


def formed(speller: Speller, temper: Temper, text: str, mood: Mood, chance: np.random.Generator) -> list[Letter]:
    """The letters of a word, each where its own left edge is at 0."""
    style = Style.of(temper)
    chars = _split(text, style, temper.hurry, chance)
    pace = min(1.0, temper.haste / QUICK_AT) * pace_of(chars, temper.hurry + 0.2 * mood.pace)
    noise = chance.normal(0, 1, (len(chars), 6)).clip(-2, 2) * temper.wander
    for index in range(1, len(chars)):
        noise[index, _LASTING] = MEMORY * noise[index - 1, _LASTING] + (1 - MEMORY**2) ** 0.5 * noise[index, _LASTING]
    noise[:, _LASTING] -= OF_A_WORD * noise[:, _LASTING].mean(axis=0)
    if chars[0] in ALIKE:
        noise[0, 2] = min(noise[0, 2], LIKE_A_CAPITAL)
    made = []
    for index, char in enumerate(chars):
        how = _How.of(temper, mood, noise[index], float(pace[index]))
        how = replace(how, wide=how.wide * (1 + ABREAST * (len(char) - 1)))
        base = char if char in style.letters else base_of(char)
        if base in style.letters:
            beside = "".join(chars[max(0, index - 1) : index])[-1:], "".join(chars[index + 1 : index + 2])[:1]
            form = _form(style, temper.writer, base, Place(*beside, float(pace[index])), chance)
            letter = _letter(form, base, beside, style, (how, temper, float(pace[index]), chance))
            _mark(letter, char, speller, how)
        else:
            forms = speller[char]
            letter = Letter(char, drawn=[how.bend(one.points) for one in forms[int(chance.integers(len(forms)))]])
        made.append(letter)
    return made


def _form(style: Style, writer: str, letter: str, place: Place, chance: np.random.Generator) -> Movement:
    """The form that this writer uses there: perhaps one for where a word ends quickly, else as the habit is."""
    ends = not place.after and place.pace > ENDED
    if ends and letter in style.endings and chance.random() < ENDS:
        return style.endings[letter][0]
    forms = style.letters[letter]
    return forms[chosen(writer, letter, len(forms), place, chance)]


def _split(text: str, style: Style, hurry: float, chance: np.random.Generator) -> list[str]:
    """The letters of a word, together those that this writer mostly writes as one: more than two only in a hurry."""
    longest = 1 if text[0].isupper() else SHORTCUT if hurry > 0 else 2
    found: list[str] = []
    while text:
        take = next((size for size in range(longest, 1, -1) if text[:size] in style.letters), 1)
        take = take if take == 1 or chance.random() < AS_ONE else 1
        found.append(text[:take])
        text = text[take:]
    return found


def _letter(
    form: Movement,
    char: str,
    beside: tuple[str, str],
    style: Style,
    now: tuple[_How, Temper, float, np.random.Generator],
) -> Letter:
    how, temper, pace, chance = now

    def made(places: Places) -> Places:
        return how.bend(strayed(places, temper.wander, chance))

    strokes = [how.bend(one) for one in again(form.strokes, char, temper.wander, pace, chance)]
    lead, tail = made(form.lead), made(form.tail)
    stem = strokes[0]

    def late(waiting: str, places: Places) -> Points:
        if waiting and waiting in _DOTTED:
            return dot(places, beside[1], (temper, pace), chance)
        if waiting and char in style.bars:
            return bar(places, stem_at(stem, places), style.bars[char], beside, (temper, pace), chance)
        return drawn(places)

    kinds = _waiting(char)
    waits = [late(kinds[at : at + 1], made(places)) for at, places in enumerate(form.waits)]
    return Letter(char, lead, strokes, tail, waits, pace=pace)


def _waiting(char: str) -> str:
    """The letters of a movement that wait for a dot or a bar, in their order; th and tt have one bar."""
    return "".join(one for one in char.replace("th", "t").replace("tt", "t") if one in _DOTTED + _BARRED)


def _mark(letter: Letter, char: str, speller: Speller, how: _How) -> None:
    """Add the marks of a letter that is put together; they stand in the place of the dot."""
    if char in (letter.char, letter.char.upper()):
        return
    usual = sum(one.waits for one in speller[letter.char][0])
    waiting = [how.bend(one.points) for one in speller[char][0] if one.waits]
    if letter.char in ("i", "j"):
        letter.waits, usual = [], 0
    letter.waits += waiting[usual:]
