"""What the person at the printer reads: the guide, the pictures of the stocks, the commands to the print system."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from squares import card

from notes.paper import cups, drawing, guide
from notes.paper.document import Edge
from notes.paper.guide import Line, Load
from notes.paper.pieces import Card, Spot
from notes.paper.preflight import Expected, check
from notes.paper.stocks import read_stocks
from notes.problems import Unusable, report

STOCKS, _ = read_stocks()
LETTER = (612.0, 792.0)


def made(count: int = 3) -> guide.Printed:
    stock = STOCKS.card("5315")
    stack = [card(stock, number) for number in range(1, count)] + [
        Card(count, card(stock).written, ("王小明", "Praha 1", "CZECH REPUBLIC"), abroad=True)
    ]
    lines = [
        Line(one, Spot((one.number + 1) // 2, 2 - one.number % 2), "long-standing", date(2026, 11, 2 + one.number % 20))
        for one in stack
    ]
    loads = [
        Load("cards.pdf", stock, (count + 1) // 2, Edge.LONG),
        Load("envelopes.pdf", STOCKS.envelope("A2"), count),
        Load("labels.pdf", STOCKS.label("5160"), 1, start=8),
    ]
    return guide.make(lines, loads, LETTER, title="November 2026")


def test_the_guide_tells_what_to_load_set_and_tick():
    """Three cards; one goes abroad, to a name that the plain face lacks: a ring stands for each letter."""
    text = words(made().data)
    for told in (
        "3 cards. Post the first by Tue 3 Nov, the last by Thu 5 Nov.",
        "2 sheets of 5315: Note cards, 2 on a Letter sheet",
        "3 envelopes: A2 envelope",
        "1 sheet of 5160: Address labels, 30 on a Letter sheet, starting at label 8",
        "2 stamps for letters at home, 1 for abroad",
        "Scale: 100%, “Actual size” (never “Fit” or “Shrink”)",
        "Both sides, flip on long edge",
        "long standing",
        "1, card 2",
        "◌◌◌",
    ):
        assert told in text


def test_the_guide_says_what_goes_along_with_which_card():
    given = ("a jar of honey", "", "a jar of honey")
    stack = [
        Line(card(STOCKS.card("5315"), number), Spot(number), "birthday", gift=gift)
        for number, gift in enumerate(given, 1)
    ]
    text = words(guide.make(stack, [Load("cards.pdf", STOCKS.card("5315"), 2)], LETTER, title="May").data)
    for told in ("2 gifts that go along: a jar of honey (2)", "Card 3, Rosa Díaz: a jar of honey", "birthday · gift"):
        assert told in text


def test_the_guide_names_the_cards_without_a_label():
    stack = [Line(card(STOCKS.card("5315"), one), Spot(one), "birthday", labelled=one != 2) for one in (1, 2, 3)]
    text = words(guide.make(stack, [Load("labels.pdf", STOCKS.label("DYMO-99012"), 2)], LETTER, title="May").data)
    assert "but 1 card has none, as the address does not fit: 2 (Rosa Díaz)." in text
    assert text.count("birthday · no label") == 1
    assert "2 labels of DYMO-99012" in text


def test_a_long_list_goes_on_on_further_pages_and_loses_nobody():
    printed = made(100)
    text = words(printed.data)
    assert check(printed.data, Expected(printed.pages, LETTER)) == []
    assert printed.pages >= 4
    assert text.count("Rosa Díaz") == 99
    assert text.count("Post by") == printed.pages - 1


@pytest.mark.parametrize(
    "stock",
    [*STOCKS.cards.values(), *STOCKS.envelopes.values(), *[*STOCKS.labels.values()][::6]],
    ids=lambda stock: stock.name,
)
def test_every_stock_has_a_picture_of_its_true_size(stock):
    size = stock.size if hasattr(stock, "size") else stock.sheet.paper
    assert report(check(drawing.pdf(stock), Expected(1, size))) == ""


def test_the_commands_name_paper_tray_and_sides_each_by_itself():
    cards = cups.job(Path("cards.pdf"), STOCKS.card("5315"), edge=Edge.LONG)
    envelopes = cups.job(Path("envelopes.pdf"), STOCKS.envelope("A2"))
    assert " ".join(cards.command()) == (
        "lp -o media=na_letter_8.5x11in -o MediaType=Cardstock -o sides=two-sided-long-edge -o print-scaling=none "
        "-- cards.pdf"
    )
    assert " ".join(envelopes.command("office")) == (
        "lp -d office -o media=na_a2_4.375x5.75in -o InputSlot=ByPassTray -o MediaType=Envelope -o sides=one-sided "
        "-o print-scaling=none -- envelopes.pdf"
    )
    assert cups.media(STOCKS.card("EU-A6")) == "Custom.105x148mm"
    assert cups.media(STOCKS.card("A7")) == "Custom.5x7in"


def test_without_a_printer_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unusable) as unusable:
        cups.send([cups.job(Path("cards.pdf"), STOCKS.card("5315"))])
    assert report(unusable.value.problems).splitlines() == [
        "printer",
        "  this computer has no printer set up.",
        "      Open the PDFs and print them as guide.pdf says, or add a printer in the computer's settings.",
    ]


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf)
