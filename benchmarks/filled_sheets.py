"""Sheets filled in by one of our hands and photographed: what was written is known, and what a camera does to it."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from notes.ownhand import printed
from notes.ownhand.finding import Plane
from notes.ownhand.sheet import HIGH, WIDE, X_HEIGHT, Cell, Kind, Sheet
from notes.paper.stocks import Size, plain_paper
from notes.units import MM
from notes.writing.hand import Hand
from notes.writing.strokes import inking
from notes.writing.strokes.curves import Points
from notes.writing.strokes.words import Stroke, Word

BLUE, BLACK, PENCIL = (28, 44, 140), (26, 26, 30), (208, 208, 210)
RUNNING_X_HEIGHT, PEN = 2.6, 0.45  # millimetres
Picture = NDArray[np.bool_]


@dataclass(frozen=True)
class Camera:
    """How a page is photographed: dots an inch, tilt in degrees, shade, noise, blur, JPEG, quarter turns."""

    dpi: int = 300
    tilt: float = 0.0
    turned: float = 0.0
    shade: float = 0.0
    noise: float = 0.0
    blur: float = 0.0
    quality: int = 0
    quarters: int = 0
    paper: int = 240
    margin: float = 12.0  # millimetres of table around the page
    bend: float = 0.0  # millimetres by which the middle of the page stands up
    chance: int = 1


@dataclass
class Filled:
    """A sheet with what was written: the strokes of each cell in millimetres on its page, y upwards."""

    sheet: Sheet
    paper: Size
    ink: dict[Cell, Sequence[Stroke]] = field(default_factory=dict)
    word_gaps: list[float] = field(default_factory=list)  # of the text, in x-heights
    x_height: float = X_HEIGHT

    def page(self, number: int, dpi: int, colour: Sequence[int] = BLUE, only: float = 1.0) -> Image.Image:
        """A page of paper, ink on it; `only` lets the ink be as dark as pencil."""
        page = pypdfium2.PdfDocument(printed.pdf(self.sheet, self.paper))[number - 1]
        image = page.render(scale=dpi / 72).to_pil().convert("RGB")
        fine = dpi / 25.4
        left, top = (self.paper[0] / MM - WIDE) / 2, (self.paper[1] / MM - HIGH) / 2
        for cell, strokes in self.ink.items():
            if cell.page == number:
                mask, x, y = painted(strokes, fine)
                image.paste(
                    tuple(colour),
                    (round(left * fine) + x, round(top * fine) + y),
                    mask.point(lambda one: round(one * only)),
                )
        return image


def painted(strokes: Sequence[Stroke], fine: float) -> tuple[Image.Image, int, int]:
    """Ink as a soft mask, so many pixels a millimetre, and where its upper left corner is on the page, in pixels."""
    times = max(2, round(36 / fine))
    picture, corner = inking.painted(strokes, fine * times)
    top = -corner[1] * fine * times - picture.shape[0]
    x, y = int(np.floor(corner[0] * fine)), int(np.floor(top / times))
    across, down = round(corner[0] * fine * times) - x * times, round(top) - y * times
    high, wide = -(-(picture.shape[0] + down) // times) * times, -(-(picture.shape[1] + across) // times) * times
    whole = np.zeros((high, wide), dtype=np.uint8)
    whole[down : down + picture.shape[0], across : across + picture.shape[1]] = picture * 255
    return Image.fromarray(whole).reduce(times), x, y


def filled(hand: Hand, sheet: Sheet, paper: str = "US", pen: float = PEN) -> Filled:
    """The sheet as this hand fills it in."""
    made = Filled(sheet, plain_paper(paper))
    chance = np.random.default_rng(7)
    for cell in sheet.cells:
        if cell.kind is Kind.LETTERS:
            word = word_of(hand, cell.text, cell.copy)
            width = (word.right - word.left) * X_HEIGHT
            scale = X_HEIGHT * min(1.0, (cell.width - 1.5) / width)
            x = cell.left + (cell.width - (word.right - word.left) * scale) / 2 - word.left * scale
            made.ink[cell] = _ink(word.strokes, scale, (x, -cell.line), pen)
        elif cell.kind is Kind.TEXT:
            made.ink[cell] = _text(made, hand, cell, pen, chance)
        else:
            word = hand.takes._word("Maud", f"{hand.spec.name}/Maud/{cell.copy}", "Maud")
            made.ink[cell] = _ink(word.strokes, 4.5, (cell.left + 8, -cell.line), pen)
    return made


def word_of(hand: Hand, text: str, number: int) -> Word:
    """A writing of a word, as strokes."""
    word = hand.takes.word(hand.takes.take(text, number).glyphs[0])
    if word is None:
        raise LookupError(text)
    return word


def _text(made: Filled, hand: Hand, cell: Cell, pen: float, chance: np.random.Generator) -> list[Stroke]:
    size, pitch = RUNNING_X_HEIGHT, hand.spec.pitch * RUNNING_X_HEIGHT
    x, y, strokes, start = cell.left + 4, -(cell.top + pitch + 1), [], True
    for number, text in enumerate(made.sheet.text.split()):
        word = word_of(hand, text, number % 5)
        gap = hand.takes.temper.word_gap * float(np.exp(0.25 * chance.normal(0, 1)))
        width = (word.right - word.left) * size
        if x + gap * size + width > cell.left + cell.width - 4:
            x, y, start = cell.left + 4 + float(chance.uniform(0, 2)), y - pitch, True
        if not start:
            made.word_gaps.append(gap)
            x += gap * size
        strokes += [placed(one, size, (x - word.left * size, y)) for one in word.strokes]
        x, start = x + width, False
    return inked(strokes, pen)


def placed(stroke: Stroke, size: float, at: tuple[float, float]) -> Stroke:
    return Stroke(stroke.points * size + np.array(at), stroke.radius * size, stroke.round, stroke.after)


def _ink(strokes: Sequence[Stroke], size: float, at: tuple[float, float], pen: float) -> list[Stroke]:
    return inked([placed(one, size, at) for one in strokes], pen)


def inked(strokes: Sequence[Stroke], pen: float) -> list[Stroke]:
    usual = float(np.median(np.concatenate([one.radius for one in strokes])))
    return [Stroke(one.points, one.radius / usual * pen / 2, one.round, one.after) for one in strokes]


def photographed(page: Image.Image, camera: Camera) -> Image.Image:
    """What the camera makes of a page that lies on a table."""
    chance = np.random.default_rng(camera.chance)
    fine = camera.dpi / 25.4
    table = round(camera.margin * fine)
    image = Image.new("RGB", (page.width + 2 * table, page.height + 2 * table), (96, 84, 74))
    image.paste(page.point(lambda one: one * camera.paper // 255), (table, table))
    if camera.bend:
        image = _curled(image, camera.bend * fine)
    if camera.tilt or camera.turned:
        image = _tilted(image, camera)
    if camera.blur:
        image = image.filter(ImageFilter.GaussianBlur(camera.blur))
    pixels = np.asarray(image, dtype=np.float32)
    if camera.shade:
        y, x = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]] / max(pixels.shape)
        pixels = pixels * (1 - camera.shade * (0.7 * x + 0.5 * y * y))[..., None].astype(np.float32)
    if camera.noise:
        pixels = pixels + chance.normal(0, camera.noise, pixels.shape).astype(np.float32)
    image = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
    image = image.rotate(90 * camera.quarters, expand=True) if camera.quarters else image
    if camera.quality:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=camera.quality, dpi=(camera.dpi, camera.dpi))
        return Image.open(io.BytesIO(file.getvalue()))
    return image


def _curled(image: Image.Image, height: float) -> Image.Image:
    """The picture of a page that is bent like a part of a tube, seen from straight above."""
    wide, high = image.size
    far = 1.5 * high
    curve = 4 * height / wide**2
    middle = np.array((wide / 2, high / 2))

    def page(seen: Points) -> Points:
        away = seen = seen - middle
        for _ in range(5):
            away = seen * (1 - (height - curve * away[:, :1] ** 2) / far)
        away[:, 0] += 2 / 3 * curve**2 * away[:, 0] ** 3
        return away + middle

    columns, rows = (np.linspace(0, side, 30).round().astype(int).tolist() for side in image.size)
    mesh = []
    for top, bottom in pairwise(rows):
        for left, right in pairwise(columns):
            corners = np.array([(left, top), (left, bottom), (right, bottom), (right, top)], dtype=float)
            mesh.append(((left, top, right, bottom), tuple(page(corners).ravel().tolist())))
    return image.transform(image.size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC, fillcolor=(96, 84, 74))


def _tilted(image: Image.Image, camera: Camera) -> Image.Image:
    """The picture seen by a camera that is not straight above it."""
    wide, high = image.size
    far = 1.5 * high
    tilt, turn, axis = np.radians(camera.tilt), np.radians(camera.turned), np.radians(35 + 60 * camera.chance)
    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], dtype=float)
    away = (corners - (wide / 2, high / 2)) @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    along, across = away @ (np.cos(axis), np.sin(axis)), away @ (-np.sin(axis), np.cos(axis))
    depth = far / (far + across * np.sin(tilt))
    seen = np.outer(along * depth, (np.cos(axis), np.sin(axis)))
    seen += np.outer(across * np.cos(tilt) * depth, (-np.sin(axis), np.cos(axis)))
    low, top = seen.min(axis=0), seen.max(axis=0)
    size = tuple((np.ceil(top - low).astype(int)).tolist())
    numbers = _numbers_of(seen - low, corners)
    return image.transform(size, Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BICUBIC, fillcolor=(96, 84, 74))


def _numbers_of(start: Points, end: Points) -> list[float]:
    found: list[float] = Plane.through(start, end).numbers.tolist()
    return found


CAMERAS: Mapping[str, Camera] = {
    "a scan at 200 dpi": Camera(200, turned=0.6, noise=2, paper=250, margin=2),
    "a scan at 300 dpi, JPEG 70": Camera(300, turned=-0.8, noise=2, quality=70, paper=250, margin=2),
    "a scan at 600 dpi": Camera(600, noise=3, quality=70, paper=250, margin=1),
    "a photograph, 5 degrees": Camera(300, tilt=5, turned=4, shade=0.35, noise=5, blur=0.8, quality=70, chance=2),
    "a photograph, 10 degrees": Camera(280, tilt=10, turned=-7, shade=0.45, noise=6, blur=0.8, quality=70, chance=3),
    "a photograph, 10 degrees, upside down": Camera(
        320, tilt=10, turned=3, shade=0.3, noise=5, blur=0.9, quality=70, quarters=2, chance=4
    ),
    "a photograph, on its side": Camera(240, tilt=8, shade=0.4, noise=5, blur=0.6, quality=70, quarters=1, chance=5),
}


def pages_of(filled: Filled, camera: Camera, colour: Sequence[int]) -> Iterator[Image.Image]:
    for number in range(1, filled.sheet.pages + 1):
        yield photographed(filled.page(number, camera.dpi, colour), camera)
