"""Letters of a font as a pen writes them: they lean on their neighbours, and are joined where this writer joins."""

from dataclasses import dataclass, field

import numpy as np

from notes.writing.strokes.alphabet import Form
from notes.writing.strokes.composing import Speller, base_of
from notes.writing.strokes.curves import Numbers, Points, along, curve, heading, waves
from notes.writing.strokes.joining import Entry, Exit, Reach, Way, bridge, entry_of, exit_of, way_to
from notes.writing.strokes.marks import Letter, apart, dotted, one_bar
from notes.writing.strokes.spacing import HEIGHTS, edges, shift
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.words import CLIMB, Stroke, Word, chance_of, word_of

BROADEST = 1.7  # times the usual width of a stroke; where a font was drawn with a pointed nib, more would be a blot
SHAPE = 0.03
SLANT, WIDE, HIGH, REACH, BOUNCE = 0.035, 0.055, 0.035, 0.075, 0.022
AS_ONE = 0.8  # how often letters that a person once wrote together are written as they were then
ONE_BAR = 0.75  # how often two t have one bar
USUAL = 0.8  # how often a letter has the form that is usual in its place
KEPT = 0.92  # how often a writer does with a pair of letters what is usual
_STAND_OFF = {".": 0.2, ",": 0.12, "!": 0.3, "?": 0.22, ":": 0.22, ";": 0.2, "’": 0.02, "“": 0.05, "”": 0.05}
_STIFF = 0.4  # joins out of a letter that ends on its way down, as a share of the others
_STIFF_OWN = 0.75  # the same in a person's own hand, whose share of joins was counted
_OWNER = "own"  # who joins the same pairs whatever the hand is called: its share of joins was found with them
NAMES = 0.55  # joins in a name or at the start of a sentence, which has to be legible
FIRST, TIRED, LONG = 1.07, 0.2, 0.14  # the first letter's size; how much flatter and how much longer the last ones are
SHALLOW = 0.93  # arches within a word
MEMORY = 0.6  # how much of a letter's slant and size comes from the one before
TRAILS = 0.6  # writers and letters whose last stroke runs on at the end of a word
EYE, LOWERED = 0.44, 0.1  # where the first line of an e is to begin, and how much it is lowered for that
_FULL = {"e": 1.14, "a": 1.08, "o": 1.04, "u": 1.06}  # wider, so that their eyes stay open
_NEVER = {"cl", "ch", "ct", "oi", "ou", "ll", "li", "lt", "lu", "lb", "lh", "lk", "ld"}
_ROOM_HIGH = {Entry.STEM: 0.22, Entry.BOWL: 0.12, Entry.EYE: 0.14, Entry.TALL: 0.12}
_ROOM_LOW = {Entry.STEM: 0.2, Entry.BOWL: 0.08, Entry.EYE: 0.1, Entry.TALL: 0.16}


@dataclass
class _Trace:
    """What the pen has done so far; the last of the strokes may still go on."""

    strokes: list[Stroke] = field(default_factory=list)
    later: list[Stroke] = field(default_factory=list)


def write_word(forms: Speller, temper: Temper, text: str, key: str) -> Word:
    """One take of a word; the same key writes the same."""
    chance = chance_of(key, text)
    mood = _Mood.of(chance, temper)
    noise = _remembered(chance.normal(0, 1, (len(text), 8)).clip(-2, 2)) * temper.wander
    parts = _parts(forms, text, chance) if temper.own else [(index, 1) for index in range(len(text))]
    letters = [
        _letter(forms, temper, text, (index, count), chance, (mood, noise[index], key)) for index, count in parts
    ]
    _trail(letters[-1], temper, key, len(text), chance)
    trace = _placed(letters, temper, text, key, chance)
    return word_of(text, trace.strokes + trace.later, temper, chance, mood.climb)


@dataclass(frozen=True)
class _Mood:
    """What applies to one word: how it leans, how wide and high it is, and how that changes along the way."""

    slant: float
    width: float
    height: float
    fall: float
    climb: float

    @classmethod
    def of(cls, chance: np.random.Generator, temper: Temper) -> "_Mood":
        slant, width, height, fall, climb = chance.normal(0, 1, 5).clip(-2, 2) * temper.wander
        tired = TIRED * min(1.0, temper.wander) * (0.65 + 0.25 * fall)
        return cls(0.03 * slant, 1 + 0.035 * width, 1 + 0.03 * height, tired, CLIMB * climb)


def _remembered(noise: Numbers) -> Numbers:
    """Noise of which a letter's slant, width and height keep some from the letter before."""
    for index in range(1, len(noise)):
        noise[index, :3] = MEMORY * noise[index - 1, :3] + (1 - MEMORY**2) ** 0.5 * noise[index, :3]
    return noise


def _letter(
    forms: Speller,
    temper: Temper,
    text: str,
    part: tuple[int, int],
    chance: np.random.Generator,
    word: tuple[_Mood, Numbers, str],
) -> Letter:
    mood, noise, key = word
    index, count = part
    char = text[index : index + count]
    form = (_own_form if temper.own else _form)(forms[char], text, part, key, chance)
    late = (index / (len(text) - 1)) ** 1.4 * min(1.0, (len(text) - 2) / 5) if len(text) > 2 else 0.0
    tired = late * mood.fall if char.islower() and not temper.own else 0.0
    slant = temper.slant + mood.slant + SLANT * noise[0]
    wide = temper.width * mood.width * (1 + WIDE * noise[1]) * (1 + LONG / TIRED * tired)
    wide *= 1.0 if temper.own else _FULL.get(base_of(char), 1)
    high = mood.height * (1 + HIGH * noise[2]) * (1 - tired * (0.2 if base_of(char) in "es" else 1.0))
    if temper.wander and char.islower() and not temper.own:
        high *= (SHALLOW if char in "nm" else 1.0) if index else FIRST
    up = temper.ascenders * (1 + REACH * noise[3])
    down = temper.descenders * (1 + 1.6 * REACH * noise[4])
    bounce = BOUNCE * temper.bounce * noise[5]
    turn = 0.018 * noise[6]
    rounding = 0.35 if base_of(char) in "eas" else 1.0
    main: list[Stroke] = []
    after: list[Stroke] = []
    for stroke in form:
        points = _open_eye(stroke.points) if base_of(char) == "e" and not temper.own else stroke.points.copy()
        if len(points) > 3:
            far = along(points)
            amount = SHAPE * temper.wander * min(1.0, float(far[-1]) / 2)
            points[:, 0] += amount * waves(far, chance, (1.2, 3.4))
            points[:, 1] += amount * waves(far, chance, (1.2, 3.4))
        points = _bent(points, (slant, wide, high, up, down, turn))
        points[:, 1] += bounce
        swell = np.minimum(stroke.radius / max(float(np.median(stroke.radius)), 1e-6), BROADEST)
        radius = np.full(len(points), temper.pen / 2) * swell
        made = Stroke(points, radius, np.full(len(points), rounding), stroke.waits)
        (after if stroke.waits else main).append(made)
    return Letter(base_of(char), main, after, text[0].isupper(), last=base_of(char[-1]), is_word=count > 1)


def _parts(forms: Speller, text: str, chance: np.random.Generator) -> list[tuple[int, int]]:
    """Where the parts of a word begin that were written as one, and how many letters they have: mostly one."""
    found, index = [], 0
    while index < len(text):
        longest = (count for count in range(len(text) - index, 1, -1) if text[index : index + count] in forms.words)
        count = next(longest, 1)
        if count > 1 and chance.random() > AS_ONE:
            count = 1
        found.append((index, count))
        index += count
    return found


def _form(choices: tuple[Form, ...], text: str, part: tuple[int, int], key: str, chance: np.random.Generator) -> Form:
    """The form that a writer uses here: at the start of words, at their end, within; now and then another."""
    if len(choices) == 1:
        return choices[0]
    index, count = part
    place = "first" if not index else "last" if index + count == len(text) else text[index - 1] in "ovwrft"
    usual = chance_of(key.split("/", maxsplit=1)[0], text[index : index + count], place)
    return choices[int((usual if chance.random() < USUAL else chance).integers(len(choices)))]


def _own_form(choices: tuple[Form, ...], text: str, part: tuple[int, int], key: str, _: np.random.Generator) -> Form:
    """A copy that a person wrote: any of them, and in one word each before one comes again."""
    index, count = part
    own = text[index : index + count]
    first = int(chance_of(key, text, own).integers(len(choices)))
    return choices[(first + text.count(own, 0, index)) % len(choices)]


def _open_eye(points: Points) -> Points:
    """An e with its first line drawn low enough that the eye above it stays open."""
    top = int(np.argmax(points[:, 1]))
    height = float(points[top, 1] - points[0, 1])
    if top < 4 or height < 0.2:
        return points.copy()
    lower = min(LOWERED, max(0.0, float(points[0, 1]) - EYE))
    opened: Points = points.copy()
    opened[:top, 1] -= lower * ((points[top, 1] - points[:top, 1]) / height).clip(0, 1)
    return opened


def _trail(letter: Letter, temper: Temper, key: str, length: int, chance: np.random.Generator) -> None:
    """Let the last stroke of a word run on, where this writer does that."""
    if temper.own or length < 3 or letter.char not in "acdehklmntu" or not letter.main or not temper.wander:
        return
    if chance_of(key.split("/", maxsplit=1)[0], letter.char, "trail").random() > TRAILS:
        return
    last = letter.main[-1]
    end, way = last.points[-1], heading(last.points, at_end=True, reach=0.12)
    if way[0] < 0.25 or end[1] > 0.4 or end[0] - float(last.points[int(np.argmin(last.points[:, 1])), 0]) > 0.3:
        return
    far = float(chance.uniform(0.06, 0.14 + 0.02 * min(length, 8)))
    goal = end + np.array((far, 0.25 * far * float(chance.normal(0.4, 0.6))))
    line = curve(end, way, goal, np.array((1.0, 0.0)), (0.4, 0.3))
    letter.main[-1] = _extended(last, line, np.full(len(line), temper.pen / 2))


def _bent(points: Points, how: tuple[float, float, float, float, float, float]) -> Points:
    slant, wide, high, up, down, turn = how
    x, y = points.T
    y = np.where(y > 1, 1 + (y - 1) * up, np.where(y < 0, y * down, y)) * high
    x = x * wide + slant * y
    y = y + turn * x
    return np.stack([x, y], axis=1)


def _placed(letters: list[Letter], temper: Temper, text: str, key: str, chance: np.random.Generator) -> _Trace:
    """The letters side by side, their strokes in the order of the pen."""
    trace = _Trace()
    right: Numbers | None = None
    run = 1
    marks: list[Stroke] = []
    drift = 0.035 * temper.wander * waves(np.arange(len(letters), dtype=float), chance, (4.0, 9.0))
    for index, letter in enumerate(letters):
        before = letters[index - 1] if index else None
        joined = before is not None and _joins(before, letter, temper, key, run, chance)
        if before is None:
            trace.strokes += letter.main
        else:
            if not joined:
                _trim(trace, before, chance)
            way = _begin_join(trace, before, letter, temper, chance) if joined else None
            right = _right_edge(trace, right)
            own_left, _ = edges([one.points for one in letter.main + letter.after])
            room = temper.gap + drift[index] + 0.03 * temper.wander * float(chance.normal())
            room += _STAND_OFF.get(letter.char, 0.0) + _STAND_OFF.get(before.last, 0.0) * 0.4
            room += temper.bridge * _room(before, letter) if joined else 0.0
            moved = shift(right, own_left, room)
            if not letter.char.isalnum():
                moved = max(moved, _beside(right, own_left, letter.char))
            if way is not None:
                moved = max(moved, _reached(trace, before, letter, way))
            _move(letter, moved)
            if way is None:
                trace.strokes += letter.main
            else:
                _join(trace, before, letter, way, temper)
            trace.later[len(trace.later) - len(marks) :] = apart(marks, before, letter, temper)
        marks = dotted(letter, letters[index + 1] if index + 1 < len(letters) else None, temper, chance)
        if (
            before is not None
            and before.last == letter.char == "t"
            and not before.is_word
            and chance.random() < ONE_BAR
        ):
            one_bar(trace.later, marks)
        if before is not None:
            marks = apart(marks, letter, before, temper)
        trace.later += marks
        letter.leave = _leave(letter)
        run = run + 1 if joined else 1
    return trace


def _leave(letter: Letter) -> Exit | None:
    if not letter.main:
        return None
    return exit_of(letter.last, letter.main[-1].points, max(float(one.points[:, 0].max()) for one in letter.main))


def _begin_join(trace: _Trace, before: Letter, letter: Letter, temper: Temper, chance: np.random.Generator) -> Way:
    assert before.leave is not None  # noqa: S101
    _cut(trace, before)
    return way_to(letter.char, letter.main[0].points, before.leave.high, temper.loops, chance)


def _reached(trace: _Trace, before: Letter, letter: Letter, way: Way) -> float:
    """How far a letter must move so that a join has room to swing."""
    assert before.leave is not None  # noqa: S101
    start, place = trace.strokes[-1].points[-1], letter.main[0].points[way.at]
    least = (0.26 if letter.char == "e" else 0.18) if before.leave.high else 0.2 + 0.1 * max(0.0, float(place[1]) - 0.5)
    return float(start[0] + least - place[0])


def _beside(right: Numbers, left: Numbers, char: str) -> float:
    """How far a stop must move to stand beside the word and not in it."""
    zone = (HEIGHTS > 0.5) & (HEIGHTS < 1.7) if char in "’“”‘'\"" else (HEIGHTS > -0.4) & (HEIGHTS < 0.9)
    return float(right[zone].max() + 0.16 - left.min())


def _room(before: Letter, letter: Letter) -> float:
    """How much farther away a letter is when the pen does not lift."""
    entry = entry_of(letter.char, letter.main[0].points)
    assert before.leave is not None and entry is not None  # noqa: S101
    room = (_ROOM_HIGH if before.leave.high else _ROOM_LOW)[entry]
    return room + 0.1 if before.last == "l" else room  # or it becomes a U or a D


def _joins(before: Letter, letter: Letter, temper: Temper, key: str, run: int, chance: np.random.Generator) -> bool:
    pair = before.last + letter.char
    if before.leave is None or not letter.main or pair in _NEVER or pair in temper.vetoes.split():
        return False
    entry = entry_of(letter.char, letter.main[0].points)
    if entry is None or (temper.own and before.leave.high and entry is Entry.TALL):  # a line across an l makes it a t
        return False
    if before.last == "l" and not before.leave.tail:  # a bare stem with a foot of its own becomes a U or a k
        return False
    writer = _OWNER if temper.own else key.split("/", maxsplit=1)[0]
    usual = float(chance_of(writer, pair).random())
    if chance.random() > KEPT:
        usual = float(chance.random())
    likely = temper.joins * (0.5 if before.char.isupper() else 1.0)
    if letter.named and not temper.own:
        likely *= NAMES
    if not before.leave.high and not before.leave.tail:
        likely *= 0.0 if before.last == "t" and letter.char != "h" else _STIFF_OWN if temper.own else _STIFF
    if run >= temper.run:
        likely *= 0.55
    return usual < likely


def _cut(trace: _Trace, before: Letter) -> None:
    """Take away what the last stroke drew beyond the place where the pen goes on to the next letter."""
    assert before.leave is not None  # noqa: S101
    last = trace.strokes[-1]
    own = before.main[-1]
    keep = len(last.points) - (len(own.points) - 1 - before.leave.at)
    trace.strokes[-1] = Stroke(last.points[:keep], last.radius[:keep], last.round[:keep])


def _trim(trace: _Trace, before: Letter, chance: np.random.Generator) -> None:
    """Shorten a tail that leads nowhere."""
    if before.leave is None or not before.leave.tail or not trace.strokes:
        return
    last = trace.strokes[-1]
    beyond = len(before.main[-1].points) - 1 - before.leave.at
    cut = int(beyond * float(chance.uniform(0.0, 0.35)))
    keep = len(last.points) - cut
    trace.strokes[-1] = Stroke(last.points[:keep], last.radius[:keep], last.round[:keep])


def _right_edge(trace: _Trace, right: Numbers | None) -> Numbers:
    recent = [one.points for one in trace.strokes[-4:] + [later for later in trace.later[-2:] if not later.after]]
    own = edges(recent)[1]
    return own if right is None else np.maximum(own, right - 0.05)


def _move(letter: Letter, dx: float) -> None:
    letter.x = dx
    for one in letter.main + letter.after:
        one.points = one.points + np.array((dx, 0.0))


def _join(trace: _Trace, before: Letter, letter: Letter, way: Way, temper: Temper) -> None:
    """Go on to a letter, or to its stem and then begin it anew."""
    assert before.leave is not None  # noqa: S101
    last, first = trace.strokes[-1], letter.main[0]
    line = bridge(last.points, before.leave.high, first.points, way, temper.slant + 0.1)
    radius = np.full(len(line), temper.pen / 2)
    if way.reach is Reach.STOP:
        trace.strokes[-1] = _extended(last, line, radius)
        trace.strokes += letter.main
        return
    rest = slice((way.at if way.reach is Reach.BEGIN else 0) + 1, None)
    whole = np.vstack([line, first.points[rest]])
    trace.strokes[-1] = _extended(last, whole, np.concatenate([radius, first.radius[rest]]), first.round[rest])
    trace.strokes += letter.main[1:]


def _extended(stroke: Stroke, points: Points, radius: Numbers, rounding: Numbers | None = None) -> Stroke:
    more = np.ones(len(points))
    if rounding is not None:
        more[len(more) - len(rounding) :] = rounding
    return Stroke(
        np.vstack([stroke.points, points[1:]]),
        np.concatenate([stroke.radius, radius[1:]]),
        np.concatenate([stroke.round, more[1:]]),
    )
