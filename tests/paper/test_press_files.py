"""What a print shop gets: the handwriting on a plate of its own, trim and bleed, and the marks that it wants."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from squares import card, written

from notes.paper import artwork, press_files
from notes.paper.press_files import Marks
from notes.paper.stocks import read_stocks
from notes.settings_file import read_settings

STOCK = read_stocks()[0].card("5315")


def plates(data: bytes) -> dict[str, list[float]]:
    """The name of each plate, and the four colours that show it where there is none."""
    with pikepdf.open(BytesIO(data)) as pdf:
        spaces = pdf.pages[0].Resources.ColorSpace
        return {str(one[1])[1:]: [round(float(part), 2) for part in one[3].C1] for one in spaces.values()}


@pytest.mark.parametrize("name", ["Handwriting", "PANTONE 2766 C", "Reflex Blue (U)", "Tinte für Rosa"])
def test_what_a_hand_wrote_is_on_a_plate_of_its_own(name: str):
    made = press_files.make([card(STOCK)], STOCK, ink_name=name)
    assert plates(made.data) == {name: [0, 0, 0, 1]}
    with pikepdf.open(BytesIO(made.data)) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    assert b"/Ink000000 cs 1 scn" in drawn
    assert b" rg" not in drawn


def test_a_word_in_front_is_on_the_same_plate():
    front = artwork.word(written(STOCK), STOCK, apart=True)
    made = press_files.make([card(STOCK)], STOCK, front=front)
    assert list(plates(made.data)) == ["Handwriting"]
    page = rendered(made.data, 0)
    assert page.point(lambda grey: 255 * (grey < 128)).getbbox(), "it is seen"


def test_the_plate_shows_the_colour_of_the_ink():
    from dataclasses import replace

    blue = replace(card(STOCK), written=replace(written(STOCK), ink_colour=(0.0, 0.1, 0.4)))
    made = press_files.make([card(STOCK), blue], STOCK)
    assert plates(made.data) == {"Handwriting": [0, 0, 0, 1], "Handwriting 2": [1, 0.75, 0, 0.6]}


@pytest.mark.parametrize(("marks", "corner", "fold"), [("crop and fold", 1, 1), ("crop", 1, 0), ("none", 0, 0)])
def test_the_marks_are_those_that_the_shop_wants(marks: str, corner: int, fold: int):
    page = rendered(press_files.make([card(STOCK)], STOCK, marks=Marks(marks)).data, 0)
    slug, middle = round(3 * press_files.SLUG), page.width // 2
    edge = round(3 * press_files.MARKS[1])
    strips = (slug - 5, 0, slug + 5, edge), (middle - 5, 0, middle + 5, edge)
    assert [int(page.crop(one).getextrema()[0] < 250) for one in strips] == [corner, fold]


def rendered(data: bytes, index: int) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[index].render(scale=3, grayscale=True).to_pil()


@pytest.mark.parametrize("name", ["Black", "all", "None", "x" * 101])
def test_an_ink_that_is_on_every_press_is_no_plate_of_its_own(name: str, tmp_path: Path):
    (tmp_path / "notes.toml").write_text(f'[card]\nshop_ink = "{name}"\n')
    assert [one.place.key for one in read_settings(tmp_path / "notes.toml")[1]] == ["card.shop_ink"]
