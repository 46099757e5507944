"""A plotter's files, drawn back as the pen would draw them."""

import re
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from notes.paper.document import Document
from notes.paper.ink import Ink
from notes.pen import Drawing, drawing_of, gcode, hpgl, penned, svg
from notes.pen.drawings import merged, sorted_by_way
from notes.units import MM
from notes.writing import Written, open_hand, read_hands

SIZE, AT = (300.0, 160.0), (20.0, 20.0)
SCALE = 8  # dots to a point


@pytest.fixture(scope="module")
def written(own_cache: Path) -> Written:
    return open_hand("june", own_cache).write_lines(["Dear Győző,", "thank you for the little cat!"], 260, 110, "rosa")


@pytest.fixture(scope="module")
def drawing(written: Written) -> Drawing:
    return drawing_of("card 1, Győző", SIZE, written, AT)


@pytest.mark.parametrize("name", read_hands()[0])
def test_the_pen_draws_what_is_printed(name, own_cache):
    hand = open_hand(name, own_cache)
    written = hand.write_lines(["Dear Győző,", "thank you for the cat!"], 260, 110, "rosa")
    files = svg([drawing_of("card 1, Győző", SIZE, written, AT)], hand.spec.pen).decode()
    lines = [re.findall(r"[-\d.]+", path) for path in re.findall(r'<path d="(.*?)"', files)]
    plotted = inked([np.array(line, dtype=float).reshape(-1, 2) * MM for line in lines], hand.spec.pen)
    document, ink = Document("card"), Ink()
    document.page(*SIZE, b"q 1 0 0 1 20 20 cm " + ink.operators(written) + b" Q")
    ink.into(document)
    with pypdfium2.PdfDocument(document.data()) as pdf:
        printed = np.array(pdf[0].render(scale=SCALE).to_pil().convert("L")) < 128
    # A line that is written larger is printed with a broader stroke, and a pen has one breadth.
    assert (plotted & printed).sum() / (plotted | printed).sum() > 0.75


def inked(lines: list[np.ndarray], pen: float) -> np.ndarray:
    """Black where a round pen goes along lines, in points from the upper left corner."""
    picture = Image.new("1", (round(SIZE[0] * SCALE), round(SIZE[1] * SCALE)))
    draw, half = ImageDraw.Draw(picture), pen * SCALE / 2
    for line in lines:
        places = [(float(x) * SCALE, float(y) * SCALE) for x, y in line]
        draw.line(places, fill=1, width=round(2 * half))
        for x, y in places:
            draw.ellipse((x - half, y - half, x + half, y + half), fill=1)
    return np.array(picture)


def test_hpgl_and_gcode_go_the_same_way(drawing):
    in_hpgl = [
        (int(x) / 40, int(y) / 40)
        for moves in re.findall(r"P[UD]([\d,]+);", hpgl(drawing).decode())[:-1]
        for x, y in re.findall(r"(\d+),(\d+)", moves)
    ]
    in_gcode = [(float(x), float(y)) for x, y in re.findall(r"X([-\d.]+) Y([-\d.]+)", gcode([drawing]).decode())[:-1]]
    places = np.vstack(drawing.paths) / MM
    assert np.abs(np.array(in_hpgl) - places).max() < 0.02
    assert np.abs(np.array(in_gcode) - places).max() < 0.01


def test_the_machine_stops_for_each_paper_and_says_which_to_lay_in(drawing):
    told = gcode([drawing, drawing]).decode()
    assert told.count("M0 (lay in: card 1, Gy?z?)") == 2
    assert told.isascii()


def test_each_paper_is_a_layer_in_inkscape(drawing):
    layers = re.findall(r'inkscape:groupmode="layer" inkscape:label="(.*?)"', svg([drawing, drawing], 1).decode())
    assert layers == ["1 card 1, Győző", "2 card 1, Győző"]


def test_the_pen_goes_the_shorter_way_and_does_not_lift_where_it_goes_on():
    one, two, three = (np.array(line, dtype=float) for line in ([(9, 0), (5, 0)], [(0, 0), (5, 0)], [(9, 0), (9, 4)]))
    (path,) = merged(sorted_by_way([three, one, two]))
    assert path.tolist() == [[0, 0], [5, 0], [5, 0], [9, 0], [9, 0], [9, 4]]


def test_what_is_told_of_a_drawing_adds_up(written, drawing):
    length = sum(np.hypot(*np.diff(path, axis=0).T).sum() for path in penned(written))
    assert drawing.drawn == pytest.approx(length, rel=0.02)
    assert drawing.lifts <= len(list(penned(written)))
    assert 0 < drawing.travelled < sum(np.hypot(*path[0]) * 2 for path in drawing.paths)
