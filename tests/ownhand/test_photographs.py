"""A page is found in a photograph however it lies, its letters are read as written, and a bad one gets a sentence."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from benchmarks.filled_sheets import BLACK, PENCIL, Camera, Filled, filled, painted, photographed
from notes.ownhand.cells import SEEN, Verdict, Written, written_on
from notes.ownhand.finding import Found, Plane, found_in
from notes.ownhand.marks import PageMark
from notes.ownhand.photographs import looked_at, read
from notes.ownhand.sheet import HIGH, WIDE, Cell, Sheet
from notes.paper.blots import Blots
from notes.problems import BadValue, Unusable
from notes.writing import open_hand

ROUGH = Camera(200, tilt=8, turned=5, shade=0.3, noise=5, blur=0.5, quality=70, quarters=2)
SHEET = Sheet.of("en")
SOME = [cell for cell in SHEET.on(1) if cell.name in ("a-1", "g-3", "i-2", "o-4", "t-1", "the-2", "ll-1")]


@pytest.fixture(scope="module")
def june(own_cache) -> Filled:
    few = [cell for cell in SHEET.on(1) if cell.text in "abcdmnopq" or cell in SOME]
    return filled(open_hand("june", own_cache), replace(SHEET, cells=tuple(few)))


@pytest.fixture(scope="module")
def page(june: Filled) -> Image.Image:
    return june.page(1, 200)


@pytest.fixture(scope="module")
def found(page: Image.Image) -> Found:
    return found_in(photographed(page, ROUGH))


def test_a_page_is_known_upside_down_in_a_slanting_photograph(found: Found) -> None:
    assert found.mark == PageMark(1, 0)
    corner, other = found.plane.seen(np.array([(0.0, 0.0), (WIDE, HIGH)]))
    assert corner[0] > other[0] and corner[1] > other[1]


@pytest.mark.parametrize("quarters", [1, 3])
def test_a_page_is_known_on_its_side(page: Image.Image, quarters: int) -> None:
    assert found_in(photographed(page, Camera(200, quarters=quarters))).mark == PageMark(1, 0)


def truth(outline, cell: Cell, fine: float) -> np.ndarray:
    mask, x, y = painted(outline, fine)
    left, top = (round((edge - SEEN) * fine) for edge in (cell.left, cell.top))
    whole = Image.new("L", (round((cell.width + 2 * SEEN) * fine), round((cell.height + 2 * SEEN) * fine)))
    whole.paste(mask, (x - left, y - top))
    return np.asarray(whole) > 127


def common(one: Written, ink: np.ndarray) -> float:
    """How much of two letters' ink is common, laid on each other; they are no farther apart than half a millimetre."""
    there, here = (np.argwhere(each).mean(axis=0) for each in (one.ink, ink))
    off = np.rint(there - here).astype(int)
    assert np.hypot(*off) < 0.5 * one.fine
    steps = off + np.stack(np.meshgrid((-1, 0, 1), (-1, 0, 1)), axis=-1).reshape(-1, 2)
    moved = [np.roll(ink, step, (0, 1)) for step in steps.tolist()]
    return max(float((one.ink & each).sum() / (one.ink | each).sum()) for each in moved)


def test_letters_are_read_as_they_were_written(june: Filled, found: Found) -> None:
    written = written_on(found, SOME)
    assert [one.verdict for one in written] == [None] * len(SOME)
    shares = [common(one, truth(june.ink[one.cell], one.cell, one.fine)) for one in written]
    assert np.mean(shares) > 0.9


def test_a_page_that_bulges_is_read_as_if_it_lay_flat(june: Filled, page: Image.Image) -> None:
    written = written_on(found_in(photographed(page, Camera(200, bend=15))), SOME)
    shares = [common(one, truth(june.ink[one.cell], one.cell, one.fine)) for one in written]
    assert min(shares) > 0.85 and np.mean(shares) > 0.9


def test_a_page_that_stands_up_is_told(page: Image.Image) -> None:
    standing = found_in(photographed(page, Camera(200, bend=30)))
    with pytest.raises(BadValue, match="the paper was bent: its rows are off by up to 5 mm"):
        written_on(standing, SOME)


def test_a_bent_page_whose_guides_are_grey_is_told(page: Image.Image) -> None:
    bulging = found_in(photographed(page.convert("L").convert("RGB"), Camera(200, bend=15)))
    with pytest.raises(BadValue, match="the paper was bent"):
        written_on(bulging, SOME)


def test_a_sheet_from_a_printer_without_colour_is_read_as_well(june: Filled) -> None:
    grey = photographed(june.page(1, 200, BLACK).convert("L").convert("RGB"), Camera(200, noise=3))
    written = written_on(found_in(grey), SOME)
    assert [one.verdict for one in written] == [None] * len(SOME)
    shares = [common(one, truth(june.ink[one.cell], one.cell, one.fine)) for one in written]
    assert np.mean(shares) > 0.9


def test_what_is_wrong_with_a_cell_is_told(page: Image.Image) -> None:
    fine = 200 / 25.4
    left, top = (25.4 * 8.5 - WIDE) / 2 * fine, (25.4 * 11 - HIGH) / 2 * fine
    cells = {cell.name: cell for cell in SHEET.on(1)}
    spoiled = page.copy()
    draw = ImageDraw.Draw(spoiled)

    def box(name: str, beyond: float = 0.0) -> tuple[float, float, float, float]:
        one = cells[name]
        start, end = left + (one.left + 0.5) * fine, left + (one.left + one.width - 0.5 + beyond) * fine
        return start, top + (one.top + 0.5) * fine, end, top + (one.top + one.height - 0.5) * fine

    draw.rectangle(box("b-2"), "white")
    start, upper, end, lower = box("d-1", beyond=6.0)
    draw.line((start, (upper + lower) / 2, end, (upper + lower) / 2), (20, 20, 90), 4)
    read_back = {one.cell.name: one.verdict for one in written_on(found_in(spoiled), SHEET.on(1)[:16])}
    assert read_back["b-2"] is Verdict.EMPTY
    assert read_back["d-1"] is Verdict.TOUCHING
    assert read_back["a-1"] is read_back["c-3"] is None


def with_blob(page: Image.Image, place: tuple[float, float], size: float, colour: str) -> Image.Image:
    made = page.copy()
    x, y = place[0] * page.width, place[1] * page.height
    ImageDraw.Draw(made).ellipse((x - size, y - size, x + size, y + size), colour)
    return made


def refused(tmp_path, picture: Image.Image) -> str:
    path = tmp_path / "IMG_1.png"
    picture.save(path)
    with pytest.raises(Unusable) as told:
        read([path], "Maud")
    assert list(tmp_path.iterdir()) == [path]
    return told.value.problems[0].message


def test_bad_photographs_get_a_sentence_each(tmp_path, page: Image.Image) -> None:
    straight = photographed(page, Camera(200, paper=225))
    assert "one of the four corner marks" in refused(tmp_path, with_blob(straight, (0.09, 0.1), 160, "#604020"))
    assert "no page of the sheet" in refused(tmp_path, Image.new("RGB", (900, 1200), "#e8e4dc"))
    assert "pages 2 and 3 of the sheet are missing" in refused(tmp_path, straight)
    assert "too small in this picture" in refused(tmp_path, straight.resize((750, 950)))


def told_of(photograph: Image.Image) -> str:
    cells = [cell for cell in SHEET.on(1) if cell.text in "mnopq"]
    with pytest.raises(BadValue) as told:
        looked_at(found_in(photograph), cells)
    return told.value.message


def test_what_the_light_took_away_is_not_taken_for_empty_cells(page: Image.Image) -> None:
    lit = with_blob(photographed(page, Camera(200, paper=225)), (0.4, 0.5), 260, "white")
    assert told_of(lit) == "light is reflected from the paper, so that cells are white: m-3, m-4 and n-1."


def test_a_pencil_is_too_faint(june: Filled) -> None:
    pencil = photographed(june.page(1, 200, PENCIL), Camera(200, noise=4))
    assert told_of(pencil) == "the writing is too faint to follow."


def test_a_plane_sees_what_it_was_made_from() -> None:
    page = np.array([(0.0, 0.0), (10.0, 0.0), (10.0, 20.0), (0.0, 20.0)])
    seen = np.array([(3.0, 4.0), (90.0, 9.0), (80.0, 210.0), (5.0, 190.0)])
    assert np.allclose(Plane.through(page, seen).seen(page), seen)


def test_pieces_that_touch_at_a_corner_are_one() -> None:
    rows = ("##...#", "..#...", "...#.#", ".....#")
    blots = Blots.of(np.array([[one == "#" for one in row] for row in rows]))
    assert blots.sizes.tolist() == [4, 1, 2]
    assert blots.boxes.tolist() == [[0, 0, 3, 4], [0, 5, 1, 6], [2, 5, 4, 6]]


def test_a_picture_without_a_page_is_not_taken_for_one() -> None:
    with pytest.raises(BadValue, match="none of its corner marks"):
        found_in(Image.new("L", (400, 500), 200))
