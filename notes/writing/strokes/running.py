"""A running hand: a word as one movement, from place to place, each letter in the form that this writer has for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from notes.writing.strokes.composing import Speller
from notes.writing.strokes.curves import Numbers, Points, even, smoothed, waves
from notes.writing.strokes.forming import Letter, Mood, formed
from notes.writing.strokes.movements import Places, stretches
from notes.writing.strokes.slips import Slip, slip_of, slipped_letters, slipped_strokes
from notes.writing.strokes.spacing import HEIGHTS, edges, shift
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.waiting import TALL
from notes.writing.strokes.words import STEP, Stroke, Word, chance_of, word_of

CLIMBS = (0.004, 0.02)  # slopes of single words
SWAY = 0.32  # how much of the field of unevenness that words in letters of a font have
ROOM = 0.04  # for a join
CLOSER = 0.05  # how much nearer letters of a quick pen are, if they have no tall stem
LEAST, LEAST_BOWL = 0.42, 0.16  # from where a letter is left to where the next begins; to the left side of a bowl
LEAST_C, LEASTTALL = 0.5, 0.42  # after a c, which would be an a with the next stem; from stem to stem
LEAST_EYE = 0.3  # to an e: farther from an l, both would begin with a capital L
LEAST_I = 0.56  # after an i, which would be a part of the n or m that follows
THIN = 0.15  # what is free on both sides of an i besides, or it would be a part of what stands beside it
BESIDE_A_BAR = 0.08  # and more before a t, whose bar would make another t of it
BARS_FROM = 1.45  # how high the bar of a capital is at the least that letters may stand under
LIFTED = 0.1  # how much nearer a letter stands where the pen was lifted: a join needs room, a lift needs none
BEFORE_STOP = (0.06, 0.24)  # the least that a writer leaves free before a comma, and how much more
CROWDED, APART = 0.17, 0.28  # how near letters may come; a c and an l, or they make a d
USUAL_PACE, EAGER = 0.3, 0.7  # how much more a quick pen joins than a slow one
HIGH_EXIT = 0.6
SAG = 0.3
STEEP, SWEPT, RISEN, HURRIED = 0.6, 0.62, 0.12, 0.06  # how a line goes up to a stem: where it is how high
ASIDE, MET = 0.02, 0.45  # and from where on it goes up along the stem
CROWDING, UNEVEN = 0.045, 0.035  # how letters of a word crowd and stretch, by and by and each for itself
NEARER, KEEN = 0.045, 0.1  # how unlike takes are in the room between letters, and in the share of joins
LOOSE = (-0.06, 0.14)  # what a loose writer adds where the pen lifts
RESTLESS, RESTS, RESTED = 4, 0.2, (0.03, 0.12)  # letters up to which no hand rests; how often it does, and the room
OFF_THE_LINE = 0.02  # how far a word stands above or below where the last one stood; people: 0.1
CARE = 0.2  # how uneven names and figures are, as a share of what other words are
STRAYS, STRAY = 0.16, (0.1, 0.26)  # how often a stop stands away from its word, and how far
TRAILING = (0.0, 1.3)  # how far words run on, as a share of what is usual
BETWEEN, UNLIKE = 0.45, (0.3, 1.7)  # how much of its tail a letter has within a word, and how that differs
OPEN = 0.65  # of the pace, where an e is to keep its eye and an i its stem
CALM, QUICK = 0.8, 2.7  # ticks by which a pen is ahead of itself: a slow one, a quick one
ROUNDING = 0.25
POINTED = 0.75  # how much of a corner is left where the pen stops, however quick it is: the top of an n is no arch
EFFORT = {  # the share of joins from which on a writer makes this one: from a high exit or not, to a kind of letter
    (False, "stem"): 0.2,
    (False, "arch"): 0.44,
    (False, "eye"): 0.3,
    (False, "i"): 0.66,
    (False, "s"): 0.42,
    (False, "tall"): 0.63,
    (False, "bowl"): 0.75,
    (True, "stem"): 0.5,
    (True, "arch"): 0.6,
    (True, "i"): 0.5,
    (True, "eye"): 0.6,
    (True, "bowl"): 0.85,
    (False, "z"): 0.9,
}
_ROUND = "obft"  # a line from one of these to the next letter sags; from an r it would make an n of it
SERIF = 0.05  # how far the first line of a letter comes from the left that has a serif
_SHUT, SHUT = "adgq", 0.16  # bowls that a quick pen begins farther right, or they would stay open
BEYOND = (0.08, 0.2)  # how far a raised mark stands beyond the letter before it
BEHIND_A_MARK = 0.16  # and how far the letter behind stands from it: leaning over it, a mark would be an accent
_ARCHES = "nm"
_BOWLS, _STOPS, _RAISED, _HYPHEN = "acdgoq", ".,;:!?’‘'“”", "’‘'“”", "-"

_NEVER = ("cb", "cf", "ch", "ck", "cl", "ct", "it")
_LEAST_AFTER = {"c": LEAST_C, "i": LEAST_I}

_NOTHING: Places = np.empty((0, 3))


@dataclass
class _Trace:
    """What the pen has done so far: its paths, the last of which may go on, lines of signs, and what waits."""

    paths: list[Places] = field(default_factory=list)
    lines: list[Points] = field(default_factory=list)
    later: list[Points] = field(default_factory=list)


def write_running(speller: Speller, temper: Temper, text: str, key: str) -> Word:
    """One take of a word in a running hand; the same key writes the same."""
    chance = chance_of(key, text)
    if not text[0].islower():
        temper = replace(temper, wander=CARE * temper.wander)
    slip, whim = slip_of(text, temper, key)
    mood = Mood.of(temper, chance)
    letters = formed(speller, temper, text, mood, chance)
    slipped_letters(letters, slip, whim)
    trace = _placed(letters, temper, mood, _rest(letters, temper, slip, whim), chance)
    where = [float(np.vstack(one.ink)[:, 0].mean()) for one in letters]
    pace = [one.pace * (OPEN if set(one.char) & set("ei") else 1.0) for one in letters]
    strokes = [_stroke(_hurried(path, temper, (where, pace)), temper) for path in trace.paths]
    strokes = slipped_strokes(strokes, slip, whim)
    strokes += [_stroke(line, temper) for line in trace.lines]
    strokes += [_stroke(line, temper, waits=True) for line in trace.later]
    climb = temper.tilt + temper.wander * float(chance.normal(*CLIMBS))
    lift = OFF_THE_LINE * temper.bounce * temper.wander * float(chance.normal())
    for one in strokes:
        one.points[:, 1] += lift
    return word_of(text, strokes, replace(temper, wander=SWAY * temper.wander), chance, climb)


def _rest(letters: Sequence[Letter], temper: Temper, slip: Slip | None, chance: np.random.Generator) -> int:
    """Before which letter of a word the hand rests and the pen is lifted; 0 if nowhere."""
    if len(letters) <= RESTLESS or (slip is not Slip.REST and chance.random() > RESTS * temper.loose):
        return 0
    return int(chance.integers(2, len(letters) - 1))


def _stroke(points: Points, temper: Temper, waits: bool = False) -> Stroke:
    points, radius = even(points, np.full(len(points), temper.pen / 2), STEP)
    return Stroke(points, radius, np.full(len(points), ROUNDING), waits)


def _hurried(path: Places, temper: Temper, paces: tuple[list[float], list[float]]) -> Points:
    """The line of a quick pen: it sets out for the next place before it has reached this one, unless it stops there.

    `paces` is where the letters are, and how quick the pen is there.
    """
    parts = stretches(path, temper.angles)
    whole = np.vstack([parts[0][:1], *(part[1:] for part in parts)])
    pace = np.interp(whole[:, 0], *paces)[:, None]

    def softened(ticks: float) -> Points:
        apart = [smoothed(part, ticks * temper.haste) for part in parts]
        stopped = np.vstack([apart[0][:1], *(part[1:] for part in apart)])
        made: Points = POINTED * stopped + (1 - POINTED) * smoothed(whole, ticks * temper.haste)
        return made

    calm, quick = softened(CALM), softened(QUICK)
    hurried: Points = calm + pace * (quick - calm)
    return hurried


def _placed(letters: Sequence[Letter], temper: Temper, mood: Mood, rest: int, chance: np.random.Generator) -> _Trace:
    """The letters side by side, one movement as long as the pen stays down; the hand rests before one of them."""
    trace = _Trace()
    right: Numbers | None = None
    drift = CROWDING * temper.wander * waves(np.arange(len(letters), dtype=float), chance, (6.0, 14.0))
    drift += NEARER * mood.gap
    keen = replace(temper, joins=temper.joins * (1 + KEEN * mood.joins))
    for index, letter in enumerate(letters):
        before = letters[index - 1] if index else None
        rests = index == rest > 0
        joined = before is not None and not rests and _joins(before, letter, keen)
        if before is not None and right is not None:
            # A c that ran on as far as a stem would make a d of both, and an e before a v a w.
            if not joined and not (before.char[-1] == "c" and letter.char[0] in TALL) and letter.char[0] not in "vw":
                _run_on(trace, before, BETWEEN * temper.tails * float(chance.uniform(*UNLIKE)))
            nearer = 0.0 if letter.char[0] in TALL else CLOSER * letter.pace
            room = temper.gap - nearer + drift[index] + UNEVEN * temper.wander * float(chance.normal())
            if "i" in (before.char[-1], letter.char[0]):
                room += THIN + BESIDE_A_BAR * (letter.char[0] == "t")
            if letter.char in _STOPS:
                room += _before_stop(temper, chance)
            elif not joined:
                room += temper.loose * float(chance.uniform(*LOOSE)) + rests * float(chance.uniform(*RESTED))
                room -= LIFTED * (before.char.isalpha() and letter.char.isalpha())
            moved = _shift(trace, right, (before.char[-1], letter), room, temper.bridge if joined else 0.0)
            letter.move(max(moved, _clear_of_marks(right, before, letter, chance)))
        _add(trace, before if joined else None, letter)
        now = edges(letter.ink + _low_bars(letter))[1]
        right = now if right is None else np.maximum(now, right - 0.04)
    _run_on(trace, letters[-1], temper.tails * float(chance.uniform(*TRAILING)) * (0.5 + letters[-1].pace))
    return trace


def _low_bars(letter: Letter) -> list[Points]:
    """The bars of a capital that small letters stand off, as that of an F; those of a T are above them."""
    return [one for one in letter.waits if letter.char.isupper() and one[:, 1].max() < BARS_FROM]


def _before_stop(temper: Temper, chance: np.random.Generator) -> float:
    """What is left free before a comma: what this writer leaves, and now and then much more."""
    usual = BEFORE_STOP[0] + BEFORE_STOP[1] * float(chance_of(temper.writer, "stop").random())
    further = float(chance.uniform(*STRAY)) if chance.random() < STRAYS else 0.08 * float(chance.random())
    return usual + temper.wander * further


def _shift(trace: _Trace, right: Numbers, pair: tuple[str, Letter], room: float, bridge: float) -> float:
    """How far a letter must move to stand beside the others; a join needs room to swing."""
    before, letter = pair
    closest = APART if before in "cei" and letter.char[0] in TALL else CROWDED
    moved = shift(right, edges(letter.ink)[0], room + ROOM * bridge, closest)
    if not bridge:
        return moved
    least = LEAST_BOWL if letter.char[0] in _BOWLS else _LEAST_AFTER.get(before, LEAST)
    least = LEAST_EYE if letter.char[0] == "e" else least
    least = bridge * (LEASTTALL if before in "il" and letter.char[0] in TALL else least)
    begins = letter.strokes[0][:, 0]
    return max(
        moved, float(trace.paths[-1][-1, 0]) + least - float(begins.min() if letter.char[0] in _BOWLS else begins[0])
    )


def _clear_of_marks(right: Numbers, before: Letter, letter: Letter, chance: np.random.Generator) -> float:
    """How far a letter must move so that a mark stands between two letters.

    A raised one above a letter would be an accent, a hyphen below the arm of an r a part of it.
    """
    if letter.char in _RAISED + _HYPHEN:
        left = min(float(one[:, 0].min()) for one in letter.ink)
        beside = right if letter.char in _RAISED else right[np.abs(HEIGHTS - 0.5) < 0.6]
        return float(beside.max()) + float(chance.uniform(*BEYOND)) - left
    if before.char in _RAISED and letter.ink:
        mark, left = (
            max(float(one[:, 0].max()) for one in before.ink),
            min(float(one[:, 0].min()) for one in letter.ink),
        )
        return mark + BEHIND_A_MARK - left
    return -np.inf


def _add(trace: _Trace, joined: Letter | None, letter: Letter) -> None:
    trace.lines += letter.drawn
    trace.later += letter.waits
    if not letter.strokes:
        return
    first, *more = letter.strokes
    if joined:
        path = trace.paths[-1]
        if path[-1, 1] <= HIGH_EXIT:
            lead = letter.lead if len(letter.lead) else _swept(path[-1], first[0], letter.pace)
        else:
            lead = _sag(path[-1], first[0]) if joined.char[-1] in _ROUND else _NOTHING
        if letter.char in _SHUT:
            first[0, 0] += SHUT * letter.pace
        if first[0, 0] < first[1:, 0].min() - SERIF and first[0, 1] < first[1, 1]:  # a join is the serif
            first = first[1:]
        trace.paths[-1] = np.vstack([path, lead, first])
    else:
        trace.paths.append(first)
    trace.paths += more


def _swept(start: Places, end: Places, pace: float) -> Places:
    """A line from the foot of a letter to the top of the next keeps low at first, or it would close what it leaves."""
    if end[1] < start[1] + STEEP:
        return _NOTHING
    place = start + (end - start) * (SWEPT, RISEN + HURRIED * pace, 0.0)
    along_it = end[:2] - (ASIDE, (end[1] - start[1]) * (1 - MET))
    return np.array([[*place[:2], 0.0], [*along_it, 0.0]])


def _sag(start: Places, end: Places) -> Places:
    """A line between two high places hangs through a little."""
    middle = (start + end) / 2
    middle[1] = min(start[1], end[1]) - SAG * abs(float(end[0] - start[0]))
    middle[2] = 0.0
    return middle[None]


def _run_on(trace: _Trace, letter: Letter, amount: float) -> None:
    """Let the last stroke of a letter run on, as far as this writer does that."""
    if not len(letter.tail) or amount < 0.1:
        return
    last, tail = trace.paths[-1][-1], letter.tail.copy()
    tail[:, :2] = last[:2] + (tail[:, :2] - last[:2]) * amount
    trace.paths[-1] = np.vstack([trace.paths[-1], tail])


def _joins(before: Letter, letter: Letter, temper: Temper) -> bool:
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


def _kind(letter: Letter) -> str:
    """Letters that are begun alike are joined alike."""
    first = letter.char[0]
    if first in TALL:
        return "tall" if len(letter.lead) or float(letter.strokes[0][0, 1]) < 1 else ""
    if first in _BOWLS:
        return "bowl"
    if first in "sz":
        return first if float(letter.strokes[0][0, 0]) < float(letter.strokes[0][:, 0].mean()) else ""
    if first == "e" and float(letter.strokes[0][0, 1]) > HIGH_EXIT:  # a line up to there would make an o of it
        return ""
    return {"e": "eye", "i": "i"}.get(first, "arch" if first in _ARCHES else "stem")
