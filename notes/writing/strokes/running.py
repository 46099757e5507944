"""A running hand: a word as one movement, from place to place, each letter in the form that this writer has for it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from notes.writing.strokes.composing import Speller, base_of
from notes.writing.strokes.curves import Numbers, Points, even, smoothed, waves
from notes.writing.strokes.movements import Movement, Places, swung
from notes.writing.strokes.pace import pace_of
from notes.writing.strokes.spacing import edges, shift
from notes.writing.strokes.style import Style, eased, size_of
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.waiting import TALL, bar, dot, drawn, stem_at
from notes.writing.strokes.words import STEP, Stroke, Word, chance_of, word_of

SHAPE = 0.03  # how far a letter's places are from where the same writer had them before
SLANT, WIDE, HIGH, REACH, BOUNCE = 0.035, 0.07, 0.045, 0.08, 0.012
SWELL = 0.04  # how unlike in size words are
CLIMBS = (0.004, 0.02)  # slopes of single words
SWAY = 0.2  # how much of the field of unevenness that words in letters of a font have
MEMORY = 0.7  # how much of a letter's slant, width and height comes from the one before
FLATTER, WIDER = 0.22, 0.26  # what pace does to a letter: its height, its width
ROOM = 0.04  # for a join
CLOSER = 0.05  # how much nearer letters of a quick pen are, if they have no tall stem
LEAST, LEAST_BOWL = 0.18, 0.28  # from where a letter is left to where the next begins
LEAST_C, LEASTTALL = 0.5, 0.42  # after a c, which would be an a with the next stem; from stem to stem
LEAST_I = 0.26  # after an i, which would be a part of the n or m that follows
BEFORE_STOP = (0.06, 0.24)  # the least that a writer leaves free before a comma, and how much more
CROWDED, APART = 0.0, 0.16  # how near the letters of a running hand may come; a c and an l, or they make a d
SLURRED, HALF = 4, 0.2  # how often a quick e that stands alone has no eye, in a word with more letters than that
SHORTCUT = 3  # letters that a hurried pen writes as one at the most
RARE = 0.02  # how often a letter has another form than this writer's own
ENDED = 0.4  # the pace from which on a word ends in the form that there is for that
USUAL_PACE, EAGER = 0.3, 0.7  # how much more a quick pen joins than a slow one
HIGH_EXIT = 0.6
SAG = 0.3
CROWDING, UNEVEN = 0.03, 0.012  # how letters of a word crowd and stretch, by and by and each for itself
TRAILING = (0.3, 1.5)  # how far words run on, as a share of what is usual
BETWEEN = 0.45  # how much of its tail a letter has within a word
QUICK_AT = 0.8  # the haste from which on words get as quick as they can
OPEN = 0.65  # of the pace, where an e is to keep its eye and an i its stem
CALM, QUICK = 0.9, 3.8  # ticks by which a pen is ahead of itself: a slow one, a quick one
ROUNDING = 0.25
EFFORT = {  # the share of joins from which on a writer makes this one: from a high exit or not, to a kind of letter
    (False, "stem"): 0.2,
    (False, "eye"): 0.3,
    (False, "i"): 0.47,
    (False, "s"): 0.5,
    (False, "tall"): 0.66,
    (False, "bowl"): 0.75,
    (True, "stem"): 0.45,
    (True, "i"): 0.5,
    (True, "eye"): 0.8,
    (True, "bowl"): 0.85,
    (False, "z"): 0.9,
}
_ROUND = "obft"  # a line from one of these to the next letter sags; from an r it would make an n of it
_SHUT, SHUT = "adgq", 0.16  # bowls that a quick pen begins farther right, or they would stay open
BEYOND = (0.08, 0.2)  # how far a raised mark stands beyond the letter before it
_BOWLS, _STOPS, _RAISED = "acdgoq", ".,;:!?’‘'“”", "’‘'“”"

_NEVER = ("cb", "cf", "ch", "ck", "cl", "ct", "it")
_LEAST_AFTER = {"c": LEAST_C, "i": LEAST_I}

_NOTHING: Places = np.empty((0, 3))


@dataclass
class _Letter:
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
class _How:
    """How a letter is bent: its slant, its width and height, what stands above and hangs below, how high it stands."""

    slant: float
    wide: float
    high: float
    up: float
    down: float
    lift: float

    @classmethod
    def of(cls, temper: Temper, mood: Numbers, noise: Numbers, pace: float) -> "_How":
        return cls(
            temper.slant + 0.025 * mood[0] + SLANT * noise[0],
            temper.width * (1 + 0.03 * mood[1] + SWELL * mood[2] + WIDE * noise[1]) * (1 + WIDER * pace),
            (1 + SWELL * mood[2] + HIGH * noise[2]) * (1 - FLATTER * pace),
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


@dataclass
class _Trace:
    """What the pen has done so far: its paths, the last of which may go on, lines of signs, and what waits."""

    paths: list[Places] = field(default_factory=list)
    lines: list[Points] = field(default_factory=list)
    later: list[Points] = field(default_factory=list)


def write_running(speller: Speller, temper: Temper, text: str, key: str) -> Word:
    """One take of a word in a running hand; the same key writes the same."""
    chance = chance_of(key, text)
    letters = _letters(speller, temper, text, chance)
    trace = _placed(letters, temper, chance)
    where = [float(np.vstack(one.ink)[:, 0].mean()) for one in letters]
    pace = [one.pace * (OPEN if one.char in "ei" else 1.0) for one in letters]
    strokes = [_stroke(_hurried(swung(path), temper.haste, (where, pace)), temper) for path in trace.paths]
    strokes += [_stroke(line, temper) for line in trace.lines]
    strokes += [_stroke(line, temper, waits=True) for line in trace.later]
    climb = temper.wander * float(chance.normal(*CLIMBS))
    return word_of(text, strokes, replace(temper, wander=SWAY * temper.wander), chance, climb)


def _stroke(points: Points, temper: Temper, waits: bool = False) -> Stroke:
    points, radius = even(points, np.full(len(points), temper.pen / 2), STEP)
    return Stroke(points, radius, np.full(len(points), ROUNDING), waits)


def _hurried(points: Points, haste: float, paces: tuple[list[float], list[float]]) -> Points:
    """The line of a quick pen: it sets out for the next place before it has reached this one.

    `paces` is where the letters are, and how quick the pen is there.
    """
    pace = np.interp(points[:, 0], *paces)[:, None]
    calm, quick = smoothed(points, CALM * haste), smoothed(points, QUICK * haste)
    hurried: Points = calm + pace * (quick - calm)
    return hurried


def _letters(speller: Speller, temper: Temper, text: str, chance: np.random.Generator) -> list[_Letter]:
    style = Style.of(temper)
    chars = _split(text, style, temper.hurry)
    mood = chance.normal(0, 1, 4).clip(-2, 2) * temper.wander
    pace = min(1.0, temper.haste / QUICK_AT) * pace_of(chars, temper.hurry + 0.2 * float(mood[3]))
    noise = chance.normal(0, 1, (len(chars), 6)).clip(-2, 2) * temper.wander
    for index in range(1, len(chars)):
        noise[index, :3] = MEMORY * noise[index - 1, :3] + (1 - MEMORY**2) ** 0.5 * noise[index, :3]
    made = []
    for index, char in enumerate(chars):
        how = _How.of(temper, mood, noise[index], float(pace[index]))
        base = char if char in style.letters else base_of(char)
        if base in style.letters:
            form = _form(style, base, index == len(chars) - 1 and pace[index] > ENDED, chance)
            beside = "".join(chars[max(0, index - 1) : index])[-1:], "".join(chars[index + 1 : index + 2])[:1]
            letter = _formed(form, base, beside, style, (how, temper, float(pace[index]), chance))
            _mark(letter, char, speller, how)
        else:
            forms = speller[char]
            letter = _Letter(char, drawn=[how.bend(one.points) for one in forms[int(chance.integers(len(forms)))]])
        made.append(letter)
    return made


def _form(style: Style, letter: str, ends: bool, chance: np.random.Generator) -> Movement:
    """The form that this writer uses: one, and perhaps one for where a word `ends` quickly; hardly ever another."""
    if ends and letter in style.endings:
        return style.endings[letter][0]
    usual, *others = style.letters[letter]
    return others[int(chance.integers(len(others)))] if others and chance.random() < RARE else usual


def _split(text: str, style: Style, hurry: float) -> list[str]:
    """The letters of a word, together those that this writer writes as one: pairs always, more only in a hurry."""
    longest = 1 if text[0].isupper() else SHORTCUT if hurry > 0 else 2
    found: list[str] = []
    while text:
        take = next((size for size in range(longest, 1, -1) if text[:size] in style.letters), 1)
        found.append(text[:take])
        text = text[take:]
    return found


def _formed(
    form: Movement,
    char: str,
    beside: tuple[str, str],
    style: Style,
    now: tuple[_How, Temper, float, np.random.Generator],
) -> _Letter:
    how, temper, pace, chance = now

    def made(places: Places) -> Places:
        again = places.copy()
        again[:, :2] += (
            SHAPE * size_of(places) * temper.wander * eased(chance.normal(0, 1, (len(places), 2)).clip(-2, 2))
        )
        return how.bend(again)

    lead, strokes, tail = made(form.lead), [made(one) for one in form.strokes], made(form.tail)
    late: Callable[[Places], Points] = (
        (lambda places: dot(places, beside[1], (temper, pace), chance))
        if char[0] in "ij"
        else (lambda places: bar(places, stem_at(strokes[0], places), style.bars[char], beside, (temper, pace), chance))
        if char[0] in "tf"
        else drawn
    )
    return _Letter(char, lead, strokes, tail, [late(made(one)) for one in form.waits], pace=pace)


def _mark(letter: _Letter, char: str, speller: Speller, how: _How) -> None:
    """Add the marks of a letter that is put together; they stand in the place of the dot."""
    if char in (letter.char, letter.char.upper()):
        return
    usual = sum(one.waits for one in speller[letter.char][0])
    waiting = [how.bend(one.points) for one in speller[char][0] if one.waits]
    if letter.char in ("i", "j"):
        letter.waits, usual = [], 0
    letter.waits += waiting[usual:]


def _placed(letters: list[_Letter], temper: Temper, chance: np.random.Generator) -> _Trace:
    """The letters side by side, one movement as long as the pen stays down."""
    trace = _Trace()
    right: Numbers | None = None
    drift = CROWDING * temper.wander * waves(np.arange(len(letters), dtype=float), chance, (6.0, 14.0))
    for index, letter in enumerate(letters):
        before = letters[index - 1] if index else None
        joined = before is not None and _joins(before, letter, temper)
        if before is not None and right is not None:
            if not joined:
                _run_on(trace, before, BETWEEN * temper.tails)
            nearer = 0.0 if letter.char[0] in TALL else CLOSER * letter.pace
            room = temper.gap - nearer + drift[index] + UNEVEN * temper.wander * float(chance.normal())
            if letter.char in _STOPS:
                room += BEFORE_STOP[0] + BEFORE_STOP[1] * float(chance_of(temper.writer, "stop").random())
            moved = _shift(trace, right, (before.char[-1], letter), room, temper.bridge if joined else 0.0)
            letter.move(max(moved, _clear_of_marks(right, before, letter, chance)))
        if letter.char == "e" and not joined and _is_slurred(letters, letter, chance):
            letter.strokes[0] = letter.strokes[0][1:]
        _add(trace, before if joined else None, letter)
        now = edges(letter.ink)[1]
        right = now if right is None else np.maximum(now, right - 0.04)
    _run_on(trace, letters[-1], temper.tails * float(chance.uniform(*TRAILING)) * (0.5 + letters[-1].pace))
    return trace


def _is_slurred(letters: list[_Letter], letter: _Letter, chance: np.random.Generator) -> bool:
    """Whether a letter is not finished: in a long word, and not in a name."""
    return len(letters) > SLURRED and letters[0].char.islower() and chance.random() < HALF * letter.pace


def _shift(trace: _Trace, right: Numbers, pair: tuple[str, _Letter], room: float, bridge: float) -> float:
    """How far a letter must move to stand beside the others; a join needs room to swing."""
    before, letter = pair
    closest = APART if before in "ce" and letter.char[0] in TALL else CROWDED
    moved = shift(right, edges(letter.ink)[0], room + ROOM * bridge, closest)
    if not bridge:
        return moved
    least = LEAST_BOWL if letter.char[0] in _BOWLS else _LEAST_AFTER.get(before, LEAST)
    least = bridge * (LEASTTALL if before in "il" and letter.char[0] in TALL else least)
    return max(moved, float(trace.paths[-1][-1, 0]) + least - float(letter.strokes[0][0, 0]))


def _clear_of_marks(right: Numbers, before: _Letter, letter: _Letter, chance: np.random.Generator) -> float:
    """How far a letter must move so that a mark stands between two letters: above one of them it would be an accent."""
    if letter.char in _RAISED:
        left = min(float(one[:, 0].min()) for one in letter.ink)
        return float(right.max()) + float(chance.uniform(*BEYOND)) - left
    if before.char in _RAISED and letter.ink:
        return max(float(one[:, 0].max()) for one in before.ink) - min(float(one[:, 0].min()) for one in letter.ink)
    return -np.inf


def _add(trace: _Trace, joined: _Letter | None, letter: _Letter) -> None:
    trace.lines += letter.drawn
    trace.later += letter.waits
    if not letter.strokes:
        return
    first, *more = letter.strokes
    if joined:
        path = trace.paths[-1]
        if path[-1, 1] <= HIGH_EXIT:
            lead = letter.lead
        else:
            lead = _sag(path[-1], first[0]) if joined.char[-1] in _ROUND else _NOTHING
        if letter.char in _SHUT:
            first[0, 0] += SHUT * letter.pace
        trace.paths[-1] = np.vstack([path, lead, first])
    else:
        trace.paths.append(first)
    trace.paths += more


def _sag(start: Places, end: Places) -> Places:
    """A line between two high places hangs through a little."""
    middle = (start + end) / 2
    middle[1] = min(start[1], end[1]) - SAG * abs(float(end[0] - start[0]))
    middle[2] = 0.0
    return middle[None]


def _run_on(trace: _Trace, letter: _Letter, amount: float) -> None:
    """Let the last stroke of a letter run on, as far as this writer does that."""
    if not len(letter.tail) or amount < 0.1:
        return
    last, tail = trace.paths[-1][-1], letter.tail.copy()
    tail[:, :2] = last[:2] + (tail[:, :2] - last[:2]) * amount
    trace.paths[-1] = np.vstack([trace.paths[-1], tail])


def _joins(before: _Letter, letter: _Letter, temper: Temper) -> bool:
    """Whether the pen stays down: a matter of the writer, of the two letters and of the pace, not of chance."""
    if not (len(before.tail) and letter.strokes and letter.char.islower() and before.char.islower()):
        return False
    kind = _kind(letter)
    if letter.char in "vc" or before.char[-1] + letter.char[0] in _NEVER:  # they would be a w, an e, a d, a u
        return False
    effort = EFFORT.get((float(before.strokes[-1][-1, 1]) > HIGH_EXIT, kind))
    if effort is None:
        return False
    usual = effort + 0.12 * float(chance_of(temper.writer, "lift", before.char[-1], kind).uniform(-1, 1))
    return usual < temper.joins * (1 + EAGER * (letter.pace - USUAL_PACE))


def _kind(letter: _Letter) -> str:
    """Letters that are begun alike are joined alike."""
    first = letter.char[0]
    if first in TALL:
        return "tall" if len(letter.lead) or float(letter.strokes[0][0, 1]) < 1 else ""
    if first in _BOWLS:
        return "bowl"
    if first in "sz":
        return first if float(letter.strokes[0][0, 0]) < float(letter.strokes[0][:, 0].mean()) else ""
    return {"e": "eye", "i": "i"}.get(first, "stem")
