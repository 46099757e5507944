"""A picture of a signature: its ink is found whatever the paper, and stands on the card as if it were written."""

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from letters import BOX, Letter, as_pdf
from PIL import Image, ImageDraw

from notes.paper.signature import ink_in
from notes.pen import penned
from notes.problems import BadValue
from notes.writing import open_hand
from notes.writing.drawn import Drawn, contours_of

STROKES = [[(60, 150), (90, 60), (120, 150)], [(72, 112), (108, 112)], [(150, 150), (190, 90), (240, 150), (330, 96)]]


def signature(paper: tuple[int, int, int] = (255, 255, 255), ink: tuple[int, int, int] = (20, 30, 120)) -> Image.Image:
    image = Image.new("RGB", (400, 220), paper)
    for stroke in STROKES:
        ImageDraw.Draw(image).line(stroke, fill=ink, width=7)
    return image


def saved(image: Image.Image, path: Path) -> Path:
    image.save(path)
    return path


def shadowed(image: Image.Image) -> Image.Image:
    """As a phone sees it: darker to the right and below, with the table along the upper edge, and grain."""
    down, right = np.mgrid[0:220, 0:400]
    light = 0.95 - 0.4 * right / 400 - 0.15 * down / 220
    pixels = np.asarray(image, dtype=float) * light[..., None]
    pixels[:14] = 40
    pixels += np.random.default_rng(1).normal(0, 4, pixels.shape)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def transparent(image: Image.Image) -> Image.Image:
    clear = image.convert("RGBA")
    clear.putalpha(image.convert("L").point(lambda value: 0 if value > 200 else 255))
    return clear


def alike(one: np.ndarray, other: np.ndarray) -> float:
    size = other.shape[::-1]
    again = np.asarray(Image.fromarray(one).resize(size)) if one.shape != other.shape else one
    return float((again & other).sum() / (again | other).sum())


@pytest.mark.parametrize(
    ("picture", "ending"),
    [
        (shadowed(signature()), "jpg"),
        (signature(paper=(250, 240, 205), ink=(60, 60, 60)), "png"),
        (signature(ink=(90, 120, 230)), "png"),
        (transparent(signature()), "png"),
    ],
    ids=["photo", "cream paper", "light blue ink", "clear"],
)
def test_the_ink_is_found_and_the_paper_left_out(picture, ending, tmp_path):
    plain = ink_in(saved(signature(), tmp_path / "plain.png"))
    assert 0.05 < plain.mean() < 0.25
    assert alike(ink_in(saved(picture, tmp_path / f"signature.{ending}")), plain) > 0.75


def test_dust_is_left_out(tmp_path):
    dusty = signature()
    ImageDraw.Draw(dusty).point([(10, 10), (380, 200)], fill=(0, 0, 0))
    assert ink_in(saved(dusty, tmp_path / "a.png")).shape == ink_in(saved(signature(), tmp_path / "b.png")).shape


@pytest.mark.parametrize("colour", ["white", "black", "grey"])
def test_where_nothing_is_signed_nothing_is_found(colour, tmp_path):
    with pytest.raises(BadValue, match="there is no signature to be seen in “empty"):
        ink_in(saved(Image.new("L", (300, 200), colour), tmp_path / "empty.png"))


def test_a_contour_goes_round_the_ink_and_the_other_way_round_a_hole():
    ring = np.zeros((30, 30), dtype=bool)
    ring[5:25, 5:25] = True
    ring[10:20, 10:20] = False
    areas = [area(one) for one in contours_of(ring)]
    assert sorted(map(abs, areas)) == pytest.approx([100, 400], rel=0.06)
    assert areas[0] * areas[1] < 0


def area(contour: np.ndarray) -> float:
    ahead = np.roll(contour, -1, axis=0)
    return float((contour[:, 0] * ahead[:, 1] - ahead[:, 0] * contour[:, 1]).sum()) / 2


@pytest.fixture
def drawn(tmp_path) -> Drawn:
    return Drawn(ink_in(saved(signature(), tmp_path / "signature.png")))


def test_the_picture_stands_where_the_name_would_and_reads_as_the_name(drawn, own_cache):
    hand = open_hand("june", own_cache)
    plain = hand.write(Letter(), *BOX, "rosa")
    hand.takes.drawn["Ada & Tom"] = drawn
    written = hand.write(Letter(), *BOX, "rosa")
    assert written.lines == plain.lines
    page = pypdfium2.PdfDocument(io.BytesIO(as_pdf(written)))[0]
    assert page.get_textpage().get_text_bounded().split() == " ".join(written.lines).split()
    assert alike(last_line(page), drawn.picture) > 0.7


def last_line(page: pypdfium2.PdfPage) -> np.ndarray:
    """The ink below the last white gap of a page, cut out."""
    ink = np.asarray(page.render(scale=6).to_pil().convert("L")) < 128
    rows = np.flatnonzero(ink.any(axis=1))
    ink = ink[rows[np.flatnonzero(np.diff(rows) > 3)[-1] + 1] : rows[-1] + 1]
    columns = np.flatnonzero(ink.any(axis=0))
    return ink[:, columns[0] : columns[-1] + 1]


def test_what_follows_the_name_is_written(drawn, own_cache):
    hand = open_hand("june", own_cache)
    hand.takes.drawn["Jen"] = drawn
    assert hand.write(Letter(signature="Jen, your hygienist"), *BOX, "rosa").lines[-1] == "Jen, your hygienist"


def test_a_pen_draws_the_middle_of_the_ink(drawn, own_cache):
    hand = open_hand("june", own_cache)
    hand.takes.drawn["Ada & Tom"] = drawn
    written = hand.write(Letter("", (), "", "Ada & Tom"), *BOX, "rosa")
    paths = list(penned(written))
    left, bottom, right, top = written.bounds
    places = np.vstack(paths)
    assert 3 <= len(paths) <= 8
    assert left <= places[:, 0].min() <= places[:, 0].max() <= right
    assert bottom <= places[:, 1].min() <= places[:, 1].max() <= top
    assert np.ptp(places[:, 0]) > 0.9 * (right - left)
