"""Papers as they are sold: the sums add up, the names are found, a stock that cannot be is refused in a sentence."""

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from squares import card

from notes.paper import envelopes, labels, preflight
from notes.paper.stocks import plain_name, read_stocks
from notes.problems import BadValue, report
from notes.units import INCH, MM, points

STOCKS, PROBLEMS = read_stocks()


def test_ours_are_without_fault_and_tell_where_they_are_from():
    assert report(PROBLEMS) == ""
    assert [stock.name for stock in STOCKS if not (stock.source and stock.title)] == []


@pytest.mark.parametrize("stock", [*STOCKS.cards.values(), *STOCKS.labels.values()], ids=lambda one: one.name)
def test_cells_lie_on_the_paper_and_not_on_each_other(stock):
    width, height = stock.sheet.paper
    cells = [stock.sheet.cell(number) for number in range(1, len(stock.sheet) + 1)]
    for index, (left, bottom, wide, high) in enumerate(cells):
        assert left > -0.01 and bottom > -0.1 and left + wide < width + 0.01 and bottom + high < height + 0.1
        for other_left, other_bottom, _, _ in cells[:index]:
            assert abs(other_left - left) > wide - 0.01 or abs(other_bottom - bottom) > high - 0.01


def test_there_are_three_hundred_label_sheets_each_with_a_source_and_a_sum():
    """What is left at the right and bottom is the same as at the left and top, so a wrong figure shows."""
    sheets = [one for one in STOCKS.labels.values() if not one.sheet.is_alone]
    assert len(sheets) >= 300
    for stock in sheets:
        sheet = stock.sheet
        assert stock.source and sheet.last is None
        for axis in (0, 1):
            taken = sheet.first[axis] * 2 + (sheet.grid[axis] - 1) * sheet.pitch[axis] + sheet.size[axis]
            assert taken == pytest.approx(sheet.paper[axis], abs=0.5 * MM), stock.name


def test_no_two_label_sheets_share_a_name():
    names = [
        one for stock in STOCKS.labels.values() for one in {plain_name(name) for name in (stock.name, *stock.aliases)}
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize(
    ("asked", "grid"),
    [
        ("Avery 8253", (2, 5)),
        ("15162", (2, 7)),
        ("Online Labels OL75", (2, 10)),
        ("Herma 5090", (1, 6)),
        ("5526", (1, 2)),
    ],
)
def test_sheets_of_other_codes_and_makers_are_known(asked: str, grid: tuple[int, int]):
    assert STOCKS.label(asked).sheet.grid == grid


def test_every_name_and_alias_leads_to_its_own_stock():
    for kind, find in ((STOCKS.cards, STOCKS.card), (STOCKS.labels, STOCKS.label), (STOCKS.envelopes, STOCKS.envelope)):
        for stock in kind.values():
            assert {find(name).name for name in (stock.name, *stock.aliases)} == {stock.name}
    assert STOCKS.label(" Avery 8160 ").name == "5160"


def test_every_card_has_an_envelope_that_holds_it():
    for stock in STOCKS.cards.values():
        envelope = STOCKS.envelope(stock.envelope)
        assert sorted(stock.panel) < sorted(envelope.size), stock.name
        assert max(stock.panel) < max(envelope.size), stock.name


def test_a_name_that_is_unknown_gets_the_likely_one():
    with pytest.raises(BadValue) as bad:
        STOCKS.label("L7169")
    assert bad.value.message == "there is no label sheet “L7169”."
    assert bad.value.remedy.splitlines()[0].startswith("Did you mean “L71")


def test_a_paper_of_another_kind_is_told_where_it_belongs():
    for look, name, told in (
        (STOCKS.card, "Avery 5160", "“Avery 5160” is a label sheet, not a card stock."),
        (STOCKS.label, "5315", "“5315” is a card stock, not a label sheet."),
        (STOCKS.label, "#10", "“#10” is an envelope, not a label sheet."),
    ):
        with pytest.raises(BadValue) as bad:
            look(name)
        assert bad.value.message == told
        assert bad.value.remedy.startswith("It belongs under [")


@pytest.mark.parametrize(
    ("country", "usual"), [("US", ("5315", "5160")), ("CA", ("5315", "5160")), ("DE", ("C2352", "L7160"))]
)
def test_the_country_decides_the_paper(country: str, usual: tuple[str, str]):
    assert tuple(stock.name for stock in STOCKS.usual(country)) == usual


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[label.Mine]\npaper = "A4"\ngrid = [3, 7]\nsize = ["63.5 mm", "38.1 mm"]\nfirst = ["9 mm", "15.15 mm"]\n'
            'pitch = ["66.04 mm", "38.1 mm"]',
            "label.Mine: the widths add up to 8.409 in, the paper to 8.268 in.",
        ),
        (
            '[card.Mine]\npaper = "Leter"\nsize = ["8.5 in", "11 in"]',
            "card.Mine: there is no paper “Leter”.\n      Did you mean “Letter”?",
        ),
        ('[card.Mine]\nsize = ["8.5", "11 in"]', "card.Mine: “8.5” has no unit.\n      Write 8.5 mm or 8.5 in."),
        ('[card.Mine]\nsize = ["5 in", "7 in"]\nfould = "book"', "there is no “fould” setting for a stock."),
        (
            '[card.Mine]\nsize = ["5 in", "7 in"]\nfold = "boook"',
            "“boook” is not a way to fold a card.\n      Did you mean “book”?",
        ),
        ('[card.Mine]\nsize = ["1 in", "1 in"]', "card.Mine: there is no room to write."),
        ('[cards.Mine]\nsize = ["5 in", "7 in"]', "cards: there is no such section."),
        ("[card.Mine\n", "this line does not make sense: “[card.Mine”."),
    ],
)
def test_a_stock_of_ones_own_that_cannot_be_is_told(text: str, told: str, tmp_path: Path):
    file = tmp_path / "stocks.toml"
    file.write_text(text, encoding="utf-8")
    stocks, problems = read_stocks(file)
    assert told in report(problems)
    assert "Mine" not in {stock.name for stock in stocks}
    assert stocks.card("5315")


def test_a_stock_of_ones_own_takes_the_place_of_ours(tmp_path: Path):
    file = tmp_path / "stocks.toml"
    file.write_text('[envelope.A2]\nsize = ["150 mm", "115 mm"]\ntitle = "Ours are larger"', encoding="utf-8")
    stocks, problems = read_stocks(file)
    assert (stocks.envelope("A2").title, list(problems)) == ("Ours are larger", [])


@pytest.mark.parametrize(
    ("text", "millimetres"),
    [
        ("2 5/8 in", 66.675),
        ('2-5/8"', 66.675),
        ("2⅝″", 66.675),
        ("5/8 inch", 15.875),
        ("36,5 mm", 36.5),
        (".5in", 12.7),
    ],
)
def test_a_length_is_written_as_on_the_box(text: str, millimetres: float):
    assert points(text) / MM == pytest.approx(millimetres)


@pytest.mark.parametrize("text", ["70", "2 5/8", "1/0 in", "2.5.1 mm", "five mm", "", "in", "3 km", "nan mm", "1e9 mm"])
def test_what_is_no_length_is_told(text: str):
    with pytest.raises(BadValue):
        points(text)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("AVERY® 5161®", "5161"),
        ("Avery(R) 8163(TM)", "5163"),
        ("L7163-100", "L7163"),
        ("J8160-25", "L7160"),
        ("L-7651", "L7651"),
        ("Avery Zweckform L7162", "L7162"),
        ("No. 5164", "5164"),
        ("DYMO 99010", "DYMO-99010"),
        ("Brother DK-11208", "DK-11208"),
        ("Avery® Easy Peel 8161™ Address Labels", "5161"),
        ("DYMO LabelWriter 30252", "DYMO-30252"),
        ("box of L7163 (100 sheets)", "L7163"),
        ("Avery Zweckform 3490", "3475"),
        ("Zweckform 3653-100", "3653"),
        ("A-ONE 28379", "A-one-28379"),
        ("エーワン 51002", "A-one-31514"),
    ],
)
def test_a_sheet_is_found_by_what_stands_on_its_box(asked: str, found: str):
    assert STOCKS.label(asked).name == found


def test_a_sheet_of_ones_own_comes_before_another_name_of_ours(tmp_path: Path):
    own = '[label.3490]\npaper = "A4"\ngrid = [2, 4]\nsize = ["95 mm", "70 mm"]\nfirst = ["10 mm", "8.5 mm"]\n'
    (tmp_path / "stocks.toml").write_text(own)
    stocks, _ = read_stocks(tmp_path / "stocks.toml")
    assert len(stocks.label("Zweckform 3490").sheet) == 8


ON_A4 = '[label.shelf]\npaper = "A4"\ngrid = [2, 4]\npitch = ["95 mm", "70 mm"]\nlast = ["10 mm", "8 mm"]\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ON_A4 + 'size = ["95 mm", "70 mm"]\nfirst = ["20 mm", "9 mm"]', "the widths add up to 8.661 in"),
        (
            ON_A4 + 'size = ["95 mm", "70 mm"]\nfirst = ["20 mm", "9 mm"]',
            "2 columns, each 95.0 mm wide, beginning 20.0, 115.0 mm from the left",
        ),
        (ON_A4 + 'size = [95, 70]\nfirst = ["10 mm", "9 mm"]', "“95” has no unit."),
        (ON_A4 + 'size = ["95 mm", "71 mm"]\nfirst = ["10 mm", "9 mm"]', "the rows overlap."),
        (ON_A4.replace("A4", "Quarto") + 'size = ["95 mm", "70 mm"]', "there is no paper “Quarto”."),
        (ON_A4.replace("[2, 4]", "[2, true]") + 'size = ["95 mm", "70 mm"]', "is not a number of columns and rows."),
    ],
)
def test_a_sheet_of_ones_own_says_where_it_is_used_why_it_cannot_be(text: str, told: str, tmp_path: Path):
    file = tmp_path / "stocks.toml"
    file.write_text(text, encoding="utf-8")
    stocks, _ = read_stocks(file)
    with pytest.raises(BadValue) as bad:
        stocks.label("Shelf")
    assert "“Shelf” in your stocks.toml has a mistake: " in bad.value.message
    assert told in f"{bad.value.message} {bad.value.remedy}"


def test_text_stays_on_the_part_of_the_sheet_that_printers_reach(tmp_path: Path):
    file = tmp_path / "stocks.toml"
    file.write_text(
        '[label.edge]\npaper = "A4"\ngrid = [2, 6]\nsize = ["105 mm", "49.5 mm"]\npad = "1 mm"\n'
        '[label.roll]\nsize = ["80 mm", "30 mm"]\npad = "1 mm"',
        encoding="utf-8",
    )
    stocks, _ = read_stocks(file)
    assert [round(one / MM, 3) for one in stocks.label("edge").insets] == [5, 5]
    assert [round(one / MM, 3) for one in stocks.label("roll").insets] == [1, 1]


@pytest.mark.parametrize("name", ["edge", "roll", "5160", "L7651"])
def test_labels_pass_the_last_look(name: str, tmp_path: Path):
    file = tmp_path / "stocks.toml"
    file.write_text(
        '[label.edge]\npaper = "A4"\ngrid = [2, 6]\nsize = ["105 mm", "49.5 mm"]\n'
        '[label.roll]\nsize = ["80 mm", "30 mm"]\npad = "2 mm"',
        encoding="utf-8",
    )
    stock = read_stocks(file)[0].label(name)
    made = labels.make([replace(card(STOCKS.card("A2")), number=one) for one in range(1, 40)], stock)
    assert preflight.check(made.data, preflight.Expected.on(stock, made.pages)) == []
    assert made.pages == -(-39 // len(stock.sheet))


@pytest.mark.parametrize(("name", "start"), [("5160", 31), ("5160", 0), ("L7160", 22), ("DYMO-99012", 2), ("5164", 7)])
def test_a_label_that_is_not_on_the_sheet_is_told(name: str, start: int):
    with pytest.raises(BadValue) as bad:
        labels.ensure_start(start, STOCKS.label(name))
    assert f"there is no label {start}" in bad.value.message


@pytest.mark.parametrize(
    ("card", "envelope", "told"),
    [
        ("A7", "A2", "a card of 5 × 7 in does not fit into the envelope A2 (4.375 × 5.75 in). It needs A7."),
        ("5315", "#10", "a card of 4.25 × 5.5 in does not fit into the envelope #10 (4.125 × 9.5 in). It needs A2."),
        ("C2351", "C6", "a card of 148.5 × 210 mm does not fit into the envelope C6 (114 × 162 mm). It needs C5."),
        ("A6", "Monarch", "It needs A6."),
    ],
)
def test_a_card_that_does_not_fit_its_envelope_is_told_the_one_that_does(card: str, envelope: str, told: str):
    with pytest.raises(BadValue) as bad:
        STOCKS.ensure_fitting(STOCKS.card(card), STOCKS.envelope(envelope))
    assert told in f"{bad.value.message} {bad.value.remedy}"


def test_an_envelope_measured_upright_is_addressed_lying(tmp_path: Path):
    file = tmp_path / "stocks.toml"
    file.write_text('[envelope.Tall]\nsize = ["5 in", "7 1/2 in"]', encoding="utf-8")
    assert read_stocks(file)[0].envelope("tall").size == (7.5 * INCH, 5 * INCH)


def test_a_card_that_names_no_envelope_gets_the_smallest_that_holds_it(tmp_path: Path):
    file = tmp_path / "stocks.toml"
    file.write_text('[card.Ours]\nsize = ["4.5 in", "6 in"]', encoding="utf-8")
    stocks, _ = read_stocks(file)
    assert stocks.envelope_of(stocks.card("Ours"), "").name == "A6"


SEVEN = ("Aoife Byrne", "Rose House", "2 Mill Row", "Little Marsh", "Near Ford", "AB1 2CD", "UNITED KINGDOM")


def test_seven_lines_fit_an_inch():
    labels.check(SEVEN, STOCKS.label("5160"))
    with pytest.raises(BadValue, match="there are 8 lines"):
        labels.check((*SEVEN, "EARTH"), STOCKS.label("5160"))


def test_a_sheet_of_labels_has_two_sizes_of_type():
    addresses = [("Io Vance", "1 Elm Rd", "Troy NY 12180")] * 5 + [SEVEN, SEVEN[:6]]
    cards = [replace(card(STOCKS.card("A2")), envelope=address) for address in addresses]
    made = labels.make(cards, STOCKS.label("5160")).data
    with pikepdf.open(BytesIO(made)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert len(set(re.findall(rb" ([\d.]+) Tf", content))) == 2


def test_a_long_name_of_a_firm_is_broken_before_all_gets_small():
    firm = "The Greater Marsh County League of Independent Pond Keepers and Heron Watchers, Inc."
    _, _, block = envelopes.place_of((firm, "4 Oak Path, Suite 900 East", "Troy NY 12180"), STOCKS.envelope("A2"))
    assert block.size >= 11 and 3 <= len(block.lines) <= 4
