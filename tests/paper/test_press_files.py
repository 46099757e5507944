"""What a print shop gets: the handwriting on a plate of its own, trim and bleed, and the marks that it wants."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from squares import card, written

from notes.paper import artwork, exchange, press_files
from notes.paper.exchange import HERE, read_press
from notes.paper.press_files import Marks
from notes.paper.stocks import read_stocks
from notes.problems import BadValue
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


def with_a_picture(tmp_path: Path) -> bytes:
    """Cards with a picture in front that runs into the bleed, and a logo and a code on the back."""
    Image.effect_mandelbrot((1275, 1650), (-2, -1.5, 1, 1.5), 20).convert("RGB").save(tmp_path / "art.png")
    front = artwork.picture(tmp_path / "art.png", STOCK, bleed=press_files.BLEED)
    front = front.with_back(artwork.back(STOCK, tmp_path / "art.png", "https://example.com/r"))
    return press_files.make([card(STOCK)], STOCK, front=front, ink_name="PANTONE 2766 C").data


def test_the_file_says_for_which_press_it_is():
    with pikepdf.open(BytesIO(press_files.make([card(STOCK)], STOCK).data)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (intent.S, str(intent.OutputConditionIdentifier)) == (pikepdf.Name.GTS_PDFX, "FOGRA39")
        assert intent.DestOutputProfile.read_bytes() == (HERE / "presses" / "fogra39.icc").read_bytes()
        assert (pdf.pdf_version, str(pdf.docinfo.Trapped)) == ("1.6", "/False")
        with pdf.open_metadata() as told:
            assert told["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
            assert told["dc:title"] == str(pdf.docinfo.Title) == "Cards for the print shop"


def test_the_colours_of_its_pictures_are_told_by_a_profile(tmp_path: Path):
    data = with_a_picture(tmp_path)
    with pikepdf.open(BytesIO(data)) as pdf:
        spaces = [one.ColorSpace for one in pdf.pages[0].Resources.XObject.values()]
        assert [str(space[0]) for space in spaces] == ["/ICCBased", "/ICCBased"]
    assert b"/DeviceRGB" not in data


def test_a_public_tool_finds_a_pdf_x_4(tmp_path: Path):
    tool = pytest.importorskip("pdf_oxide")
    (tmp_path / "shop.pdf").write_bytes(with_a_picture(tmp_path))
    found = tool.PdfDocument(str(tmp_path / "shop.pdf")).validate_pdf_x("4")
    assert (found["valid"], found["errors"], found["warnings"]) == (True, [], [])


def test_it_would_find_what_is_none(tmp_path: Path):
    tool = pytest.importorskip("pdf_oxide")
    from notes.paper import cards

    (tmp_path / "office.pdf").write_bytes(cards.make([card(STOCK)], STOCK).data)
    assert not tool.PdfDocument(str(tmp_path / "office.pdf")).validate_pdf_x("4")["valid"]


def test_the_shop_may_give_its_own_press(tmp_path: Path):
    (tmp_path / "shop.icc").write_bytes((HERE / "presses" / "fogra39.icc").read_bytes())
    press = read_press(tmp_path / "shop.icc")
    assert (press.identifier, press.title) == ("Custom", "Coated FOGRA39, made from FOGRA39L")
    with pikepdf.open(BytesIO(press_files.make([card(STOCK)], STOCK, press=press).data)) as pdf:
        assert str(pdf.Root.OutputIntents[0].Info) == press.title
        assert pikepdf.Name.RegistryName not in pdf.Root.OutputIntents[0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there is no file “shop.icc” in "),
        (b"not a profile", "“shop.icc” is not a color profile."),
        ((HERE / "presses" / "srgb.icc").read_bytes(), "“shop.icc” is not the profile of a press"),
        ((HERE / "presses" / "fogra39.icc").read_bytes()[:200], "“shop.icc” is a color profile that cannot be read."),
    ],
)
def test_what_is_no_press_is_told(content: bytes | None, told: str, tmp_path: Path):
    if content is not None:
        (tmp_path / "shop.icc").write_bytes(content)
    with pytest.raises(BadValue) as bad:
        read_press(tmp_path / "shop.icc")
    assert bad.value.message.startswith(told)


def test_a_name_of_other_letters_stands_in_the_intent():
    press = exchange.Press("Custom", "Offsetpapier (weiß)", (HERE / "presses" / "fogra39.icc").read_bytes())
    with pikepdf.open(BytesIO(press_files.make([card(STOCK)], STOCK, press=press).data)) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputCondition) == "Offsetpapier (weiß)"
