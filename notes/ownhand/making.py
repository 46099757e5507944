"""Making the hand: letters from what stands in the cells, and the manner in which the text is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from notes.ownhand.cells import Verdict, Written, pen_of
from notes.ownhand.rehearsing import fitted
from notes.ownhand.sheet import X_HEIGHT, Kind, Sheet
from notes.problems import BadValue
from notes.writing.drawn import Drawn
from notes.writing.own_hand import Copy, Manner, OwnHand
from notes.writing.strokes.alphabet import Form
from notes.writing.strokes.curves import along
from notes.writing.strokes.extraction import form_in

_LEVEL = "aceimnorsuvwxz"  # they stand on the line
_FLAT = "acemnorsuvwxz"  # and are as high as an x
_TALL, _LOW = "bdfhklABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", "gpqy"
BOUNCE = 0.06  # x-heights that a copy may be off the line
UNLIKE, WIDER, LONGER = 0.45, 1.75, 1.8  # than the other copies: x-heights up or down, times as wide, times as long
BLOT = 1.7  # times the ink that a line of its length needs
SCRIBBLE = 70.0  # millimetres of line for each letter
FEWEST = 20  # small letters, or it is nobody's sheet


@dataclass(frozen=True)
class Read:
    """The hand that was read, and what each cell held."""

    hand: OwnHand
    cells: tuple[Written, ...]

    @property
    def doubtful(self) -> list[Written]:
        """The cells of which the person should know, but for those left empty."""
        return [one for one in self.cells if one.verdict and one.verdict is not Verdict.EMPTY]

    @property
    def empty(self) -> list[Written]:
        return [one for one in self.cells if one.verdict is Verdict.EMPTY]


def hand_of(sheet: Sheet, cells: Sequence[Written], signs: str, ink: tuple[float, float, float]) -> Read:
    """The hand that a filled sheet shows.

    Raises:
        BadValue: letters are missing, or there is no text.
    """
    letters = [one for one in cells if one.cell.kind is Kind.LETTERS]
    there = [one for one in letters if one.verdict in (None, Verdict.TOUCHING)]
    pen = pen_of(there)
    usable = [one for one in there if not _is_scribble(one, pen)]
    _ensure_enough(sheet, usable)
    guide = _Guide.of(usable, pen)
    forms = {one.cell.name: form_in(one.cell.text, *guide.placed(one)) for one in usable}
    doubtful = [one for one in there if one.cell.name not in forms] + list(_doubtful(usable, forms, guide, pen))
    judged = {one.cell.name: one for one in letters} | {one.cell.name: one.of(Verdict.DOUBTFUL) for one in doubtful}
    manner = Manner(x_height=guide.x_height, pen=pen, ink=ink)
    hand = OwnHand(letters=_copies(sheet, judged, forms), manner=manner, signs=signs, language=sheet.language)
    (text,) = (one for one in cells if one.cell.kind is Kind.TEXT)
    hand = replace(hand, manner=fitted(hand, text, sheet.text))
    hand = replace(hand, signatures=tuple(_signatures(cells, hand.manner.x_height)))
    return Read(hand, tuple(judged.get(one.cell.name, one) for one in cells))


def _signatures(cells: Sequence[Written], x_height: float) -> Iterator[Drawn]:
    """The signatures as pictures, as large beside small letters of this height as they were written."""
    for one in cells:
        if one.cell.kind is Kind.SIGNATURE and not one.verdict:
            yield Drawn(one.ink[one.extent], one.fine * x_height)


def _is_scribble(one: Written, pen: float) -> bool:
    """Whether there is more of a line than any letter has."""
    return float(one.ink.sum()) / one.fine**2 / pen > SCRIBBLE * len(one.cell.text)


def _ensure_enough(sheet: Sheet, usable: Sequence[Written]) -> None:
    there = {one.cell.text for one in usable}
    asked = {one.text for one in sheet.cells if len(one.text) == 1 and one.text.isascii() and one.text.islower()}
    missing = sorted(asked - there)
    if len(asked) - len(missing) < FEWEST:
        message = "hardly any letter of the sheet can be read: most cells are empty, or the pen is too faint."
        raise BadValue(message, "Write with a dark blue or black pen, and photograph the pages in daylight.")
    if missing:
        letters = " and ".join(f"“{one}”" for one in missing[:6])
        raise BadValue(f"there is no {letters} that can be read.", "Write at least one copy of each small letter.")


@dataclass(frozen=True)
class _Guide:
    """How high small letters are, in millimetres, and how far the pen's line is above the printed one."""

    x_height: float
    foot: float
    feet: Mapping[str, float]

    @classmethod
    def of(cls, those: Sequence[Written], pen: float) -> "_Guide":
        level = [one.box[1] for one in those if one.cell.text in _LEVEL]
        foot = float(np.median(level)) + pen / 2
        tops = [one.box[3] - one.box[1] - pen for one in those if one.cell.text in _FLAT]
        feet: dict[str, list[float]] = {}
        for one in those:
            feet.setdefault(one.cell.text, []).append(one.box[1])
        usual = {text: float(np.median(some)) for text, some in feet.items()}
        return cls(float(np.median(tops)) if tops else X_HEIGHT, foot, usual)

    def placed(self, one: Written) -> tuple[np.ndarray, float, np.ndarray]:
        """The ink, how many x-heights a pixel is, and where its upper left corner lies over the line."""
        left, bottom, _, top = one.box
        off = bottom - self.feet[one.cell.text]
        kept = float(np.clip(off, -BOUNCE * self.x_height, BOUNCE * self.x_height))
        place = np.array((left, top - self.foot - off + kept))
        return one.ink[one.extent], 1 / one.fine / self.x_height, place / self.x_height


def _doubtful(usable: Sequence[Written], forms: Mapping[str, Form], guide: _Guide, pen: float) -> Iterator[Written]:
    """The copies that look unlike what they should be, or unlike the other copies."""
    by_letter: dict[str, list[Written]] = {}
    for one in usable:
        if one.verdict is None:
            by_letter.setdefault(one.cell.text, []).append(one)
    for text, copies in by_letter.items():
        shapes = [_shape(forms[one.cell.name]) for one in copies]
        for one, shape in zip(copies, shapes, strict=True):
            others = [other for other in shapes if other is not shape]
            if (
                _is_wrong(text, shape)
                or (len(others) > 1 and _is_unlike(shape, others))
                or _is_blot(one, shape, guide, pen)
            ):
                yield one


_Shape = tuple[float, float, float, float]  # the lowest and the highest point, the width, the length of all lines


def _shape(form: Form) -> _Shape:
    every = np.concatenate([one.points for one in form])
    low, high = every.min(axis=0), every.max(axis=0)
    length = sum(float(along(one.points)[-1]) for one in form)
    return float(low[1]), float(high[1]), max(0.15, float(high[0] - low[0])), max(0.1, length)


def _is_wrong(text: str, shape: _Shape) -> bool:
    """Whether no such letter is as low or as high."""
    low, high, _, _ = shape
    if text in _TALL:
        return high < 1.15
    if text in _LOW:
        return low > -0.2
    return text in _FLAT and not (0.6 < high < 1.6 and -0.45 < low < 0.4)


def _is_unlike(shape: _Shape, others: Sequence[_Shape]) -> bool:
    low, high, wide, length = np.median(np.array(others), axis=0).tolist()
    if max(abs(shape[0] - low), abs(shape[1] - high)) > UNLIKE * max(1.0, high - low):
        return True
    by = max(shape[2] / wide, wide / shape[2]) if max(wide, shape[2]) > 0.4 else 1.0
    return by > WIDER or max(shape[3] / length, length / shape[3]) > (LONGER if length > 0.6 else 3 * LONGER)


def _is_blot(one: Written, shape: _Shape, guide: _Guide, pen: float) -> bool:
    """Whether there is more ink than lines of this length need: a letter that was struck out, or a drop."""
    length = shape[3] * guide.x_height
    return float(one.ink.sum()) / one.fine**2 > BLOT * pen * (length + 2 * pen) and shape[3] > 0.6


def _copies(sheet: Sheet, judged: Mapping[str, Written], forms: Mapping[str, Form]) -> dict[str, tuple[Copy, ...]]:
    """Every copy by letter; one that looks wrong is left out where there is another."""
    made: dict[str, list[Copy]] = {}
    for cell in sheet.cells:
        if cell.name in forms:
            wrong = judged[cell.name].verdict is not None
            made.setdefault(cell.text, []).append(Copy(cell.copy, forms[cell.name], wrong))
    return {
        text: tuple(
            copies if not all(one.left_out for one in copies) else [replace(one, left_out=False) for one in copies]
        )
        for text, copies in made.items()
    }
