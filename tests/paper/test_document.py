"""The PDF itself: whole or not at all, the same each time, nothing in it that is not embedded."""

from io import BytesIO

import pikepdf
import pytest
from squares import card

from notes.paper import cards, envelopes, labels
from notes.paper.document import Document, Edge
from notes.paper.plain import Plain, fit, wrap
from notes.paper.preflight import Expected, check
from notes.paper.stocks import read_stocks
from notes.problems import BadValue, report

STOCKS, _ = read_stocks()


def letter(text: str = "Łukasz Żółć, O’Brien") -> bytes:
    document = Document("A letter")
    document.page(200, 100, Plain(document).show(text, 20, 40, 12), trim=(10, 10, 190, 90))
    return document.data()


def test_the_same_input_is_the_same_bytes():
    assert letter() == letter()


def test_it_names_no_font_that_is_not_in_it_and_nobody():
    data = letter()
    assert b"Helvetica" not in data and b"anonymous" not in data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        assert [float(one) for one in pdf.pages[0].TrimBox] == [10, 10, 190, 90]
        assert str(pdf.docinfo["/Author"]) == ""


@pytest.mark.parametrize(("edge", "told"), [(Edge.LONG, "/DuplexFlipLongEdge"), (Edge.SHORT, "/DuplexFlipShortEdge")])
def test_it_says_how_the_printer_turns_the_sheet(edge: Edge, told: str):
    document = Document("Both sides", duplex=edge)
    document.page(100, 100, b"0 0 10 10 re f")
    with pikepdf.open(BytesIO(document.data())) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == told


def test_every_letter_is_there_or_the_text_is_refused():
    import pypdfium2

    with pypdfium2.PdfDocument(letter("Nguyễn Thị Hồng, Győző, Şerban")) as pdf:
        assert pdf[0].get_textpage().get_text_range() == "Nguyễn Thị Hồng, Győző, Şerban"
    with pytest.raises(BadValue, match="has no “王” \\(U\\+738B\\), which “王小明” needs"):
        letter("王小明")


def test_a_long_line_is_broken_before_all_lines_get_small():
    name = "Featherstonehaugh & Daughters Landscape Gardening Ltd"
    block = fit([name, "Dover NH  03820"], (170, 54), largest=11)
    assert block.lines == ("Featherstonehaugh & Daughters", "Landscape Gardening Ltd", "Dover NH  03820")
    assert block.size > 8.5
    with pytest.raises(BadValue, match="“Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch” is too long"):
        fit(["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"], (170, 54), largest=11)
    with pytest.raises(BadValue, match="there are 9 lines and room for only 6"):
        fit([f"line {number}" for number in range(9)], (170, 54), largest=11)


def test_wrapping_loses_no_word_and_keeps_the_gap_before_a_postcode():
    assert wrap("Springfield IL  62701", 300, 10) == ["Springfield IL  62701"]


@pytest.mark.parametrize("stock", STOCKS.cards.values(), ids=lambda stock: stock.name)
def test_cards_pass_preflight(stock):
    made = cards.make([card(stock, number) for number in (1, 2, 3)], stock, numbered=True)
    assert report(check(made.data, Expected(made.pages, stock.sheet.paper))) == ""


@pytest.mark.parametrize("stock", STOCKS.envelopes.values(), ids=lambda stock: stock.name)
def test_envelopes_pass_preflight(stock):
    made = envelopes.make([card(STOCKS.card("A2"))], stock, ["Rosa’s Bakery", "1 Mill Lane"])
    assert report(check(made.data, Expected(1, (min(stock.size), max(stock.size))))) == ""


def test_labels_start_at_any_label():
    stock = STOCKS.label("5160")
    made = labels.make([card(STOCKS.card("A2"), number) for number in range(1, 5)], stock, start=29)
    assert [(spot.page, spot.cell) for spot in made.spots] == [(1, 29), (1, 30), (2, 1), (2, 2)]
    assert report(check(made.data, Expected(2, stock.sheet.paper))) == ""
    assert labels.next_start(29, 4, stock) == 3
    with pytest.raises(BadValue, match="there is no label 31 on a sheet of 5160"):
        labels.make([], stock, start=31)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda data: data[: len(data) // 2], "this PDF is not complete"),
        (lambda data: data.replace(b"/PrintScaling /None", b"/PrintScalinx /None"), "printed unscaled"),
        (
            lambda data: data.replace(b"/TrimBox [10 10 190 90]", b"/TrimBox [10 10]       "),
            "TrimBox does not have four numbers",
        ),
        (lambda data: data.replace(b"/FontFile2", b"/FontFileX"), "NotoSans-Regular is not in the file"),
        (
            lambda data: data.replace(b"/MediaBox [0 0 200 100]", b"/MediaBox [0 0 192 100]"),
            "page 1: it is 192.0 × 100.0",
        ),
    ],
)
def test_preflight_sees_what_is_spoilt(spoil, told: str):
    assert report(check(letter(), Expected(1, (200, 100)))) == ""
    assert told in report(check(spoil(letter()), Expected(1, (200, 100))))


def test_preflight_counts_pages_and_sees_an_empty_one():
    document = Document("Blank")
    document.page(200, 100, b"")
    told = report(check(document.data(), Expected(2, (200, 100))))
    assert "it has 1 page, not 2" in told and "page 1: it is empty" in told
