"""The front: a picture of the person's own or a word in the hand; a trap or a wreck is refused in a sentence."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from squares import card, written

from notes.paper import artwork, cards, press_files
from notes.paper.document import Document, Edge
from notes.paper.preflight import Expected, check
from notes.paper.stocks import read_stocks
from notes.problems import BadValue
from notes.units import MM

STOCK = read_stocks()[0].card("5315")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A black picture twice as wide as high."""
    path = tmp_path / "front.png"
    Image.new("RGB", (400, 200), "black").save(path)
    return path


@pytest.mark.parametrize("kind", ["png", "jpeg", "pdf"])
def test_a_picture_stands_in_the_middle_of_the_front(kind: str, picture: Path):
    path = picture.with_suffix(f".{kind}")
    Image.open(picture).save(path)
    made = cards.make([card(STOCK)], STOCK, front=artwork.picture(path, STOCK), edge=Edge.LONG)
    assert check(made.data, Expected(2, STOCK.sheet.paper)) == []
    left, top, right, bottom = ink(made.data, 0)
    assert (left, right) == pytest.approx((306 + STOCK.margin, 612 - STOCK.margin), abs=1.5)
    assert (bottom - top) == pytest.approx(396 + 126, abs=3), "on both cards of the sheet, half as high as wide"


def test_a_clear_picture_is_white_where_it_is_clear(tmp_path: Path):
    path = tmp_path / "clear.png"
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(path)
    made = cards.make([card(STOCK)], STOCK, front=artwork.picture(path, STOCK), edge=Edge.LONG)
    assert ink(made.data, 0) is None


def test_a_word_of_the_hand_stands_in_the_middle():
    front = artwork.word(written(STOCK), STOCK)
    made = cards.make([card(STOCK)], STOCK, front=front, edge=Edge.LONG)
    left, _, right, _ = ink(made.data, 0)
    assert (left - 306, 612 - right) == pytest.approx((STOCK.margin, STOCK.margin), abs=1)


def test_the_outsides_are_a_file_of_their_own_where_the_printer_prints_one_side(picture: Path):
    made = cards.outsides(3, STOCK, artwork.picture(picture, STOCK))
    assert (made.pages, [(spot.page, spot.cell) for spot in made.spots]) == (2, [(1, 1), (1, 2), (2, 1)])
    assert check(made.data, Expected(2, STOCK.sheet.paper)) == []


@pytest.mark.parametrize("name", ["text.png", "broken.pdf", "missing.jpg"])
def test_what_is_no_picture_is_refused(name: str, tmp_path: Path):
    if name != "missing.jpg":
        (tmp_path / name).write_bytes(b"not a picture")
    with pytest.raises(BadValue, match=f"“{name}” is not a"):
        artwork.picture(tmp_path / name, STOCK)


def test_a_small_file_that_grows_to_a_huge_picture_is_refused(tmp_path: Path):
    path = tmp_path / "trap.png"
    Image.new("1", (12_000, 12_000)).save(path)
    with pytest.raises(BadValue, match="more than 25 million pixels"):
        artwork.picture(path, STOCK)


def test_a_print_shop_gets_trim_bleed_and_marks_outside_of_them(picture: Path):
    front = artwork.picture(picture, STOCK, bleed=press_files.BLEED)
    made = press_files.make([card(STOCK, 1), card(STOCK, 2)], STOCK, front=front)
    slug = press_files.SLUG
    assert check(made.data, Expected(4, (612 + 2 * slug, 396 + 2 * slug))) == []
    with pikepdf.open(BytesIO(made.data)) as pdf:
        assert [float(one) for one in pdf.pages[0].TrimBox] == pytest.approx(
            [slug, slug, slug + 612, slug + 396], abs=0.01
        )
        assert float(pdf.pages[0].BleedBox[0]) == pytest.approx(slug - 3 * MM, abs=0.01)
    page = rendered(made.data, 0)
    middle = page.height // 2
    assert page.getpixel((page.width - round(slug - 2 * MM), middle)) < 20, "the picture reaches into the bleed"
    assert page.getpixel((page.width - round(slug - 3.5 * MM), middle)) > 200, "and no farther"
    assert page.getpixel((page.width // 2 - 3, middle)) > 200, "nor over the fold"


def rendered(data: bytes, index: int) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[index].render(scale=1, grayscale=True).to_pil()


def ink(data: bytes, index: int):
    return rendered(data, index).point(lambda grey: 255 * (grey < 128)).getbbox()


def test_an_unused_document_has_no_picture():
    document = Document("Nothing")
    document.page(10, 10, b"0 0 1 1 re f")
    assert b"/Image" not in document.data().replace(b"/ImageB", b"").replace(b"/ImageC", b"")
