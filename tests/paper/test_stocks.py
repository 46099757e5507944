"""Papers as they are sold: the sums add up, the names are found, a stock that cannot be is refused in a sentence."""

from pathlib import Path

import pytest

from notes.paper.stocks import read_stocks
from notes.problems import BadValue, report

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
        STOCKS.label("5610")
    assert bad.value.message == "there is no label sheet “5610”."
    assert bad.value.remedy.splitlines()[0].startswith("Did you mean “5")


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
        ('[card.Mine]\nsize = ["8.5", "11 in"]', "card.Mine: “8.5” is not a length."),
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
