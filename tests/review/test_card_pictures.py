"""Pictures of the cards: the right piece of the right page, upright."""

import io

import pytest
from PIL import Image

from notes.paper.folding import Face, place
from notes.paper.pieces import FileKind, Printed, Spot
from notes.paper.stocks import CardStock, read_stocks
from notes.review import pictures
from notes.review.pictures import Window, card_pictures, windows


def pdf(*pages: bytes, size: tuple[float, float] = (200, 100)) -> bytes:
    """A PDF of pages with these operators, without a font."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for content in pages:
        number = len(bodies) + 1
        kids.append(b"%d 0 R" % number)
        bodies.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R >>" % (*size, number + 1))
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    bodies[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(pages))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, table)
    return out + head + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, len(out))


def shades(png: bytes) -> list[str]:
    """A picture of 4 by 2 fields as text: # where the middle of the field is black."""
    image = Image.open(io.BytesIO(png)).convert("L")
    columns, rows = (4, 2) if image.width > image.height else (2, 4)
    wide, high = image.width / columns, image.height / rows
    return [
        "".join(
            "#" if image.getpixel((int((x + 0.5) * wide), int((y + 0.5) * high))) < 128 else "." for x in range(columns)
        )
        for y in range(rows)
    ]


LOWER_LEFT = b"0 0 25 25 re f"  # in a window of 100 by 50 points


@pytest.mark.parametrize(
    ("turns", "expected"),
    [(0, ["....", "#..."]), (1, ["#.", "..", "..", ".."]), (2, ["...#", "...."]), (3, ["..", "..", "..", ".#"])],
)
def test_a_window_is_cut_out_and_turned_upright(turns: int, expected: list[str]) -> None:
    [png] = card_pictures(pdf(LOWER_LEFT), [Window(1, (0, 0, 100, 50), turns)], dpi=72)
    assert shades(png) == expected


def test_each_card_is_cut_from_its_own_page_and_cell() -> None:
    left, right = Window(2, (0, 0, 100, 50)), Window(2, (100, 0, 200, 50))
    cut = card_pictures(pdf(b"", b"100 25 25 25 re f"), [right, left], dpi=72)
    assert [shades(png) for png in cut] == [["#...", "...."], ["....", "...."]]


def test_the_picture_has_the_size_of_the_card() -> None:
    [png] = card_pictures(pdf(b""), [Window(1, (0, 0, 100, 50))], dpi=144)
    assert Image.open(io.BytesIO(png)).size == (200, 100)


def test_a_page_is_not_flooded_with_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST", 1)
    first, second = card_pictures(pdf(b"", b""), [Window(1, (0, 0, 100, 50)), Window(2, (0, 0, 100, 50))], dpi=36)
    assert (first[:4], second) == (b"\x89PNG", b"")


STOCKS, _ = read_stocks()


@pytest.mark.parametrize("stock", STOCKS.cards.values(), ids=lambda stock: stock.name)
def test_of_every_stock_the_written_side_is_shown_upright(stock: CardStock) -> None:
    width, height = stock.panel
    corner = b"0 0 %d %d re f" % (width / 4, height / 4)  # lower left, as the card is read
    last = len(stock.sheet)
    page = place(stock, last, Face.INSIDE).around(corner + b"\n")
    printed = Printed(FileKind.CARDS, b"", 1, "", (Spot(1, last),))
    [png] = card_pictures(pdf(page, size=stock.sheet.paper), windows(printed, stock), dpi=36)
    image = Image.open(io.BytesIO(png))
    assert image.width / image.height == pytest.approx(width / height, rel=0.02)
    black = image.convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()
    assert black == pytest.approx((0, image.height * 3 / 4, image.width / 4, image.height), abs=2)
