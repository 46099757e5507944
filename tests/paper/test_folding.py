"""A sheet is printed, turned, cut, folded and looked at, for every layout and edge; a wrong turn must be seen."""

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat
from squares import card, corner, written

from notes.paper import cards
from notes.paper.artwork import Artwork
from notes.paper.document import Document, Edge
from notes.paper.folding import Face, Matrix, behind, place, turned_by_hand
from notes.paper.ink import Ink
from notes.paper.stocks import CardStock, Fold, read_stocks

STOCKS, _ = read_stocks()
FOLDED = [stock for stock in STOCKS.cards.values() if stock.fold in (Fold.BOOK, Fold.TENT)]
DPI = 24


def test_every_page_of_a_card_stock_is_upright():
    assert [stock.name for stock in STOCKS.cards.values() if stock.sheet.paper[0] > stock.sheet.paper[1]] == []


@pytest.mark.parametrize("edge", Edge)
@pytest.mark.parametrize("stock", FOLDED, ids=lambda stock: stock.name)
def test_a_folded_card_reads_right_on_both_sides(stock: CardStock, edge: Edge):
    sheet = printed(stock, edge)
    for number in range(1, len(stock.sheet) + 1):
        front, inside = opened(stock, sheet, number)
        assert differs(front, expected_front(stock)) < 0.04
        assert differs(inside, expected_inside(stock, number)) < 0.04


@pytest.mark.parametrize("edge", Edge)
@pytest.mark.parametrize("stock", FOLDED, ids=lambda stock: stock.name)
def test_the_wrong_edge_is_seen(stock: CardStock, edge: Edge):
    sheet = printed(stock, edge, turned_about=next(other for other in Edge if other is not edge))
    _, inside = opened(stock, sheet, 1)
    assert differs(inside, expected_inside(stock, 1)) > 0.12


def test_a_quarter_fold_reads_right():
    """Printed on one side, folded top to back, then left to back: the inside stands above, on its head."""
    stock = STOCKS.card("3266")
    front = Artwork(corner(*stock.panel))
    page = rendered(cards.make([card(stock)], stock, front=front, edge=Edge.LONG).data)[0]
    lower, upper = halves_down(page)[1], halves_down(page)[0].rotate(180)
    assert differs(halves_across(lower)[1], expected_front(stock)) < 0.04
    assert differs(halves_across(upper)[1], expected_inside(stock, 1)) < 0.04


def test_the_table_that_was_proved():
    """Two book cards stand upright; two tent cards lie with the front at +90° and the back at −90°."""
    book, tent = STOCKS.card("5315"), STOCKS.card("Letter-tents")
    assert {face: angle(book, face) for face in Face} == dict.fromkeys(Face, 0)
    assert {face: angle(tent, face) for face in Face} == {
        Face.FRONT: 90,
        Face.BACK: 270,
        Face.INSIDE_FIRST: 90,
        Face.INSIDE: 90,
    }
    for stock in (book, tent):
        assert behind(stock, Edge.LONG) == Matrix()
        assert behind(stock, Edge.SHORT) == Matrix(-1, 0, 0, -1, *stock.sheet.paper)


def test_without_a_front_there_is_one_page_a_sheet():
    stock = STOCKS.card("5315")
    made = cards.make([card(stock, number) for number in (1, 2, 3)], stock)
    assert (made.pages, [(spot.page, spot.cell) for spot in made.spots]) == (2, [(1, 1), (1, 2), (2, 1)])


def test_two_files_for_a_printer_that_prints_one_side():
    """The sheets come back the other way up, the last one first: the second card is then at the upper left."""
    stock = STOCKS.card("5315")
    made = cards.make([card(stock, number) for number in (1, 2, 3)], stock, turned=True, reverse=True)
    assert [(spot.page, spot.cell) for spot in made.spots] == [(2, 1), (2, 2), (1, 1)]
    first = rendered(made.data)[0].rotate(180)
    assert differs(halves_across(halves_down(first)[0])[1], expected_inside(stock, 3)) < 0.04


@pytest.mark.parametrize(("name", "told"), [("5315", (False, True)), ("C2351", (True, False)), ("3265", (True, False))])
def test_a_sheet_put_back_by_hand_is_turned_by_where_its_fold_is(name: str, told: tuple[bool, bool]):
    stock = STOCKS.card(name)
    assert (turned_by_hand(stock, flipped=False), turned_by_hand(stock, flipped=True)) == told


def test_each_side_has_a_correction_of_its_own():
    """The outside is moved right by half an inch, the inside down by half an inch."""
    stock, front = STOCKS.card("5315"), Artwork(b"100 100 50 50 re f")
    right, down = Matrix(e=36), Matrix(f=-36)
    plain = rendered(cards.make([card(stock)], stock, front=front, edge=Edge.LONG).data)
    moved = rendered(
        cards.make([card(stock)], stock, front=front, edge=Edge.LONG, correction=right, correction_behind=down).data
    )
    dark = [[ImageOps.invert(page).getbbox() for page in pages] for pages in (plain, moved)]
    assert (dark[1][0][0] - dark[0][0][0], dark[1][0][1] - dark[0][0][1]) == (12, 0)
    assert (dark[1][1][0] - dark[0][1][0], dark[1][1][1] - dark[0][1][1]) == (0, 12)


def test_marks_stand_only_where_there_is_paper_to_cut():
    sold, plain = STOCKS.card("5315"), STOCKS.card("Letter-plain")
    assert dark_dots(cards.make([card(sold)], sold).data, (0, 0.3)) == 0
    assert dark_dots(cards.make([card(plain)], plain).data, (0, 0.3)) > 0


def printed(stock: CardStock, edge: Edge, turned_about: Edge | None = None) -> tuple[Image.Image, Image.Image]:
    """Both sides of the first sheet, the inside as it would shine through to the outside."""
    stack = [card(stock, number) for number in range(1, len(stock.sheet) + 1)]
    made = cards.make(stack, stock, front=Artwork(corner(*stock.panel)), edge=edge)
    outside, inside = rendered(made.data)
    return outside, ImageOps.mirror(inside) if (turned_about or edge) is Edge.LONG else ImageOps.flip(inside)


def opened(stock: CardStock, sheet: tuple[Image.Image, Image.Image], number: int) -> tuple[Image.Image, Image.Image]:
    """What the reader of a card sees: its front, and its inside after opening it about the fold."""
    left, bottom, width, height = (round(one * DPI / 72) for one in stock.sheet.cell(number))
    below = sheet[0].height - bottom
    outside, behind_it = (side.crop((left, below - height, left + width, below)) for side in sheet)
    if stock.turned:
        outside, behind_it = (side.rotate(-90, expand=True) for side in (outside, behind_it))
    if stock.fold is Fold.BOOK:
        return halves_across(outside)[1], halves_across(ImageOps.mirror(behind_it))[1]
    return halves_down(outside)[1], halves_down(ImageOps.flip(behind_it))[1]


def halves_across(image: Image.Image) -> tuple[Image.Image, Image.Image]:
    middle = image.width // 2
    return image.crop((0, 0, middle, image.height)), image.crop((image.width - middle, 0, image.width, image.height))


def halves_down(image: Image.Image) -> tuple[Image.Image, Image.Image]:
    middle = image.height // 2
    return image.crop((0, 0, image.width, middle)), image.crop((0, image.height - middle, image.width, image.height))


def expected_front(stock: CardStock) -> Image.Image:
    return panel_image(stock, corner(*stock.panel), Ink())


def expected_inside(stock: CardStock, number: int) -> Image.Image:
    ink = Ink()
    content = Matrix(e=stock.margin, f=stock.margin).around(ink.operators(written(stock, number)))
    return panel_image(stock, content, ink)


def panel_image(stock: CardStock, content: bytes, ink: Ink) -> Image.Image:
    document = Document("Expected")
    document.page(*stock.panel, b"q " + content + b" Q")
    ink.into(document)
    return rendered(document.data())[0]


def rendered(data: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in pdf]


def differs(one: Image.Image, other: Image.Image) -> float:
    """The share of the paper on which two pictures are not alike."""
    return ImageStat.Stat(ImageChops.difference(one, other.resize(one.size))).mean[0] / 255


def dark_dots(data: bytes, between: tuple[float, float]) -> int:
    """Dark dots within a strip along the left edge, in inches."""
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[0].render(scale=2, grayscale=True).to_pil()
    strip = image.crop((round(between[0] * 144), 0, round((between[1] + 0.1) * 144), image.height))
    return sum(strip.point(lambda grey: grey < 200).histogram()[1:])


def angle(stock: CardStock, face: Face) -> int:
    matrix = place(replace(stock), 1, face)
    return {(1, 0): 0, (0, 1): 90, (-1, 0): 180, (0, -1): 270}[(round(matrix.a), round(matrix.b))]
