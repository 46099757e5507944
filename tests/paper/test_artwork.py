"""The front: a picture of the person's own or a word in the hand; a trap or a wreck is refused in a sentence."""

import gzip
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import segno
from PIL import Image
from squares import card, written

from notes.inputs import coarse
from notes.paper import artwork, cards, pictures, press_files
from notes.paper.document import Document, Edge
from notes.paper.folding import Face, place
from notes.paper.preflight import Expected, check
from notes.paper.stocks import CardStock, Fold, read_stocks
from notes.problems import BadValue
from notes.units import MM

STOCK = read_stocks()[0].card("5315")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A black picture twice as wide as high."""
    path = tmp_path / "front.png"
    Image.new("RGB", (400, 200), "black").save(path)
    return path


@pytest.mark.parametrize("kind", ["png", "jpeg", "pdf", "webp", "tiff", "gif", "bmp"])
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


def on_its_back(data: bytes, stock: CardStock) -> Image.Image:
    """The back of the first card, as its reader holds it."""
    page = rendered(data, 0, scale=3)
    left, bottom = (3 * one for one in place(stock, 1, Face.BACK).on(0, 0))
    right, top = (3 * one for one in place(stock, 1, Face.BACK).on(*stock.panel))
    (left, right), (bottom, top) = sorted((left, right)), sorted((bottom, top))
    back = page.crop((round(left), round(page.height - top), round(right), round(page.height - bottom)))
    return back.rotate(180) if stock.fold is Fold.TENT else back


@pytest.mark.parametrize("name", ["5315", "3265", "3266"])
def test_a_picture_and_a_code_stand_on_the_back(name: str, picture: Path):
    """Folded as a book, as a tent and twice: the picture above, the code below it, half an inch from the foot."""
    stock = read_stocks()[0].card(name)
    front = artwork.Artwork().with_back(artwork.back(stock, picture, "https://example.com/roses"))
    made = cards.make([card(stock)], stock, front=front, edge=Edge.LONG)
    back = on_its_back(made.data, stock)
    left, top, right, bottom = back.point(lambda grey: 255 * (grey < 128)).getbbox()
    assert (left + right) / 2 == pytest.approx(back.width / 2, abs=4)
    assert back.height - bottom == pytest.approx(3 * artwork.FOOT, abs=4)
    wide, high = 0.35 * stock.panel[0], 0.175 * stock.panel[0]
    scale = min(1, artwork.LOGO_HEIGHT / high)
    assert right - left == pytest.approx(3 * max(wide * scale, artwork.CODE), abs=4)
    assert bottom - top == pytest.approx(3 * (artwork.CODE + artwork.BETWEEN + high * scale), abs=4)


def test_the_squares_of_a_code_are_those_of_its_text():
    text = "https://example.com/roses"
    data = cards.make([card(STOCK)], STOCK, front=artwork.back(STOCK, code=text), edge=Edge.LONG).data
    page, rows = rendered(data, 0, scale=6), segno.make_qr(text, error="m").matrix
    middle, foot, side = 6 * STOCK.panel[0] / 2, page.height - 6 * (396 + artwork.FOOT), 6 * artwork.CODE / len(rows)
    left, top = middle - len(rows) * side / 2, foot - len(rows) * side
    seen = [
        [page.getpixel((int(left + (x + 0.5) * side), int(top + (y + 0.5) * side))) < 128 for x in range(len(rows))]
        for y in range(len(rows))
    ]
    assert seen == [[bool(module) for module in row] for row in rows]


def test_a_card_that_is_not_folded_has_no_back(picture: Path):
    with pytest.raises(BadValue, match="is not folded, so it has no back"):
        artwork.back(read_stocks()[0].card("3263"), picture)


def test_the_outsides_are_a_file_of_their_own_where_the_printer_prints_one_side(picture: Path):
    made = cards.outsides(3, STOCK, artwork.picture(picture, STOCK))
    assert (made.pages, [(spot.page, spot.cell) for spot in made.spots]) == (2, [(1, 1), (1, 2), (2, 1)])
    assert check(made.data, Expected(2, STOCK.sheet.paper)) == []


@pytest.mark.parametrize("name", ["text.png", "broken.pdf"])
def test_what_is_no_picture_is_refused(name: str, tmp_path: Path):
    (tmp_path / name).write_bytes(b"not a picture")
    with pytest.raises(BadValue, match=f"“{name}” is not a"):
        artwork.picture(tmp_path / name, STOCK)


@pytest.mark.parametrize(
    ("name", "start", "told"),
    [
        ("pond.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "“pond.heic” is an HEIC photo"),
        ("pond.jpg", b"\0\0\0\x18ftypheix\0\0\0\0mif1heix", "“pond.jpg” is an HEIC photo"),
        ("pond.avif", b"\0\0\0\x18ftypavif\0\0\0\0avifmif1", "“pond.avif” is an AVIF picture"),
        ("leaf.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "“leaf.svg” is an SVG drawing with nothing in it"),
        ("leaf.png", b"<?xml version='1.0'?>\n<svg/>", "“leaf.png” is an SVG drawing with nothing in it"),
        ("leaf.eps", b"%!PS-Adobe-3.0 EPSF-3.0", "“leaf.eps” is a PostScript drawing"),
        ("leaf.psd", b"8BPS\0\1", "“leaf.psd” is a Photoshop file"),
        ("our card.docx", b"PK\3\4", "“our card.docx” is a text"),
        ("card.pptx", b"PK\3\4", "“card.pptx” is a document"),
        ("IMG_1.CR2", b"II*\0", "“IMG_1.CR2” is a camera’s raw file"),
        ("IMG_2.MOV", b"\0\0\0\x14ftypqt  ", "“IMG_2.MOV” is a film"),
    ],
)
def test_another_kind_of_file_is_refused_by_its_name(name: str, start: bytes, told: str, tmp_path: Path):
    (tmp_path / name).write_bytes(start)
    assert pictures.names_a_file(name, tmp_path)
    with pytest.raises(BadValue) as bad:
        artwork.picture(tmp_path / name, STOCK)
    assert bad.value.message.startswith(told) and bad.value.remedy


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 4">%s</svg>'
HALF = SVG % '<rect width="4" height="4" fill="#a03"/>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("half.svg", HALF.encode()),
        ("half.svgz", gzip.compress(HALF.encode())),
        ("half.png", HALF.encode()),
        ("wide.svg", ('<?xml version="1.0" encoding="utf-16"?>' + HALF).encode("utf-16")),
    ],
)
def test_a_drawing_is_drawn_on_white(name: str, data: bytes, tmp_path: Path):
    (tmp_path / name).write_bytes(data)
    image = pictures.opened(tmp_path / name)
    assert image.width == 2 * image.height
    assert [image.getpixel((image.width * x // 4, 9)) for x in (1, 3)] == [(170, 0, 51), (255, 255, 255)]


@pytest.mark.parametrize(
    ("drawing", "told"),
    [
        ("<text>Thank you</text>", "has words in a typeface that not every computer has"),
        ('<image href="pond.png" width="4" height="4"/>', "is a drawing that has a photo in it"),
        ("<g>" * 500 + "</g>" * 500, "is too complicated a drawing"),
        ('<g id="a"><use href="#a"/></g>', "is too complicated a drawing"),
        (
            "".join(f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(9)),
            "is too complicated a drawing",
        ),
        ("".join(f'<g id="a{n}"><use href="#a{n - 1}"/></g>' for n in range(2000, 0, -1)), "is too complicated"),
        ("&house;", "is an SVG drawing that cannot be read"),
        ("<g>", "is an SVG drawing that cannot be read"),
    ],
)
def test_a_drawing_that_would_come_out_otherwise_or_take_too_long_is_refused(drawing: str, told: str, tmp_path: Path):
    (tmp_path / "leaf.svg").write_text(SVG % drawing)
    with pytest.raises(BadValue) as bad:
        pictures.opened(tmp_path / "leaf.svg")
    assert bad.value.message.startswith(f"“leaf.svg” {told}") and bad.value.remedy


@pytest.mark.parametrize("name", ["two.heic", "two.jpg"])
def test_a_photo_of_a_phone_is_read(name: str, tmp_path: Path):
    """Red at the left and blue at the right, whatever its file is called."""
    (tmp_path / name).write_bytes((Path(__file__).parent / "two.heic").read_bytes())
    image = pictures.opened(tmp_path / name)
    assert image.size == (64, 32)
    assert [max(range(3), key=image.getpixel((x, 16)).__getitem__) for x in (10, 54)] == [0, 2]


@pytest.mark.parametrize("kind", ["avif", "jp2"])
def test_a_picture_of_a_newer_kind_is_read(kind: str, picture: Path):
    Image.open(picture).save(path := picture.with_suffix(f".{kind}"))
    assert pictures.opened(path).size == (400, 200)


@pytest.mark.parametrize(
    "text", ["Thank you", "Thank you.", "Hello, St. Ives", "No. 5", "a.k.a", "…", ".", "", "25.12."]
)
def test_a_word_is_no_file(text: str, tmp_path: Path):
    assert not pictures.names_a_file(text, tmp_path)


def test_a_file_that_is_not_there_is_told_with_those_that_are(picture: Path):
    with pytest.raises(BadValue) as bad:
        pictures.opened(picture.parent / "meadow.png")
    assert bad.value.message == f"there is no file “meadow.png” in {picture.parent}."
    assert bad.value.remedy == "The pictures there: front.png."
    with pytest.raises(BadValue) as bad:
        pictures.opened(picture.parent / "C:\\Users\\Io\\front.png")
    assert "beside notes.toml" in bad.value.remedy and "Write “front.png”" in bad.value.remedy


def test_a_folder_is_no_picture(picture: Path):
    with pytest.raises(BadValue) as bad:
        pictures.opened(picture.parent)
    assert bad.value.message == f"“{picture.parent.name}” is a folder."
    assert bad.value.remedy.endswith("/front.png”.")


@pytest.mark.parametrize(("mode", "white"), [("I;16", 65_535), ("I;16B", 65_535), ("I", 65_535), ("F", 1.0)])
def test_more_than_eight_bits_of_grey_run_from_black_to_white(mode: str, white: float, tmp_path: Path):
    deep = Image.new("F" if mode == "F" else "I", (256, 8))
    deep.putdata([white * (index % 256) / 255 if mode == "F" else 257 * (index % 256) for index in range(256 * 8)])
    path = tmp_path / "deep.tiff"
    (deep if mode in "FI" else deep.convert("I;16") if mode == "I;16" else deep.convert("I;16B")).save(path)
    row = [pictures.opened(path).getpixel((at, 3)) for at in (0, 64, 128, 255)]
    assert row == pytest.approx([0, 64, 128, 255], abs=1)


def test_a_picture_with_few_dots_is_told(tmp_path: Path):
    small, large = tmp_path / "small.png", tmp_path / "large.png"
    Image.new("L", (240, 320), 90).save(small)
    Image.new("L", (1200, 1600), 90).save(large)
    assert round(artwork.picture(small, STOCK).dots) == 69  # 240 of them on 3½ in
    assert [len(coarse(artwork.picture(one, STOCK))) for one in (small, large)] == [1, 0]
    assert "only 69 dots an inch" in coarse(artwork.picture(small, STOCK))[0].message


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


def rendered(data: bytes, index: int, scale: float = 1) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[index].render(scale=scale, grayscale=True).to_pil()


def ink(data: bytes, index: int):
    return rendered(data, index).point(lambda grey: 255 * (grey < 128)).getbbox()


def test_an_unused_document_has_no_picture():
    document = Document("Nothing")
    document.page(10, 10, b"0 0 1 1 re f")
    assert b"/Image" not in document.data().replace(b"/ImageB", b"").replace(b"/ImageC", b"")
