"""Whatever the address and the stack, the ink stays in its cell and every card has a place of its own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notes.paper import labels, plain
from notes.paper.calibration import fit as fit_map
from notes.paper.calibration import targets
from notes.paper.folding import Face, Matrix, place
from notes.paper.stocks import Fold, read_stocks
from notes.problems import BadValue
from notes.toml import toml_line

STOCKS, _ = read_stocks()
LINES = st.lists(
    st.text(st.sampled_from("abcdefghij klmnopqrstuvwxyzßŁżéőÅW0123456789-&,. "), min_size=1, max_size=70).filter(
        str.strip
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=150)
@given(LINES, st.sampled_from(sorted(STOCKS.labels)))
def test_an_address_fits_its_label_or_is_told(lines: list[str], name: str):
    stock = STOCKS.label(name)
    room = stock.sheet.size[0] - 2 * stock.insets[0], stock.sheet.size[1] - 2 * stock.insets[1]
    try:
        labels.check(lines, stock)
    except BadValue as bad:
        assert bad.message and bad.remedy
        return
    block = plain.fit(lines, room, largest=labels.SIZE, smallest=labels.SMALLEST)
    assert block.width <= room[0] + 0.01 and block.height <= room[1] + 0.01
    assert " ".join(" ".join(block.lines).split()) == " ".join(" ".join(lines).split()), "no word is lost"
    assert block.size >= labels.SMALLEST


@given(st.sampled_from(sorted(STOCKS.cards)), st.data())
@settings(max_examples=80)
def test_a_panel_lies_within_its_cell(name: str, data: st.DataObject):
    stock = STOCKS.card(name)
    cell = data.draw(st.integers(1, len(stock.sheet)))
    faces = [Face.INSIDE] if stock.fold is Fold.NONE else list(Face)
    matrix = place(stock, cell, data.draw(st.sampled_from(faces)))
    left, bottom, width, height = stock.sheet.cell(cell)
    for x in (0, stock.panel[0]):
        for y in (0, stock.panel[1]):
            on_x, on_y = matrix.on(x, y)
            assert left - 0.01 <= on_x <= left + width + 0.01
            assert bottom - 0.01 <= on_y <= bottom + height + 0.01


@settings(max_examples=80)
@given(*[st.floats(-0.02, 0.02)] * 4, *[st.floats(-20, 20)] * 2)
def test_the_fit_finds_the_map_and_its_inverse_undoes_it(a: float, b: float, c: float, d: float, e: float, f: float):
    printer = Matrix(1 + a, b, c, 1 + d, e, f)
    meant = targets((612, 792))
    found = fit_map(meant, [printer.on(*at) for at in meant])
    assert all(abs(one - other) < 1e-6 for one, other in zip(found, printer, strict=True))
    back = found.then(found.inverse())
    assert all(abs(one - other) < 1e-6 for one, other in zip(back, Matrix(), strict=True))


FIGURES = st.one_of(
    st.builds("{} {}".format, st.integers(-5, 400), st.sampled_from(["mm", "in", "cm", "pt", '"', ""])),
    st.builds("{} {}/{} in".format, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
    st.integers(-1, 300),
    st.text(max_size=5),
)
TABLES = st.fixed_dictionaries(
    {"size": st.lists(FIGURES, min_size=1, max_size=3)},
    optional={
        "paper": st.sampled_from(["A4", "Letter", "A5", "Quarto", ""]),
        "grid": st.lists(st.one_of(st.integers(-1, 40), st.booleans()), max_size=3),
        "first": st.lists(FIGURES, min_size=2, max_size=2),
        "pitch": st.lists(FIGURES, min_size=2, max_size=2),
        "pad": FIGURES,
    },
)


@settings(max_examples=40, deadline=None)
@given(TABLES)
def test_a_label_of_ones_own_can_be_printed_on_or_says_why_not(tmp_path_factory: pytest.TempPathFactory, table: dict):
    file = tmp_path_factory.mktemp("own") / "stocks.toml"
    file.write_text("\n".join(["[label.mine]", *(toml_line(key, value) for key, value in table.items())]), "utf-8")
    stocks, problems = read_stocks(file)
    try:
        stock = stocks.label("mine")
    except BadValue as bad:
        assert problems and "“mine” in your stocks.toml has a mistake" in bad.message and bad.remedy
        return
    assert not problems
    left, bottom, width, height = stock.sheet.cell(len(stock.sheet))
    assert min(left, bottom) > -1.5 and left + width < stock.sheet.paper[0] + 1.5
    assert all(2 * inset < side for inset, side in zip(stock.insets, (width, height), strict=True))
