"""The sheet asks for everything, keeps its cells apart, and its pages are known by their marks."""

from collections import Counter
from itertools import combinations

import pytest
from click.testing import CliRunner

from notes.cli import notes
from notes.ownhand.marks import PageMark
from notes.ownhand.sheet import BOTTOM, HIGH, LEFT, RIGHT, TOP, WIDE, Cell, Sheet
from notes.resources import table_beside

LANGUAGES = sorted(table_beside("notes/ownhand/sheet.py", "languages.toml"))


def test_four_of_each_small_letter_and_two_of_everything_else() -> None:
    asked = Counter(cell.text for cell in Sheet.of("en").cells if cell.text)
    assert [asked[one] for one in "azAZ09.?éñ"] == [4, 4, 2, 2, 2, 2, 2, 2, 2, 2]
    assert [asked[one] for one in ("th", "er", "ll", "oo", "ff", "ck", "the", "and", "you", "thank")] == [2] * 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_accents_on_two_or_three_pages(language: str) -> None:
    sheet = Sheet.of(language)
    accents = table_beside("notes/ownhand/sheet.py", "languages.toml")[language]["accents"]
    assert set(accents) <= {cell.text for cell in sheet.cells}
    assert 2 <= sheet.pages <= 3
    assert Sheet.numbered(sheet.number) == sheet


def test_a_language_that_we_lack_gets_the_english_sheet() -> None:
    assert Sheet.of("de_CH").language == "de"
    assert Sheet.of("fi").language == "en"


def overlap(one: Cell, other: Cell) -> bool:
    across = one.left < other.left + other.width - 0.01 and other.left < one.left + one.width - 0.01
    return across and one.top < other.top + other.height and other.top < one.top + one.height


@pytest.mark.parametrize("language", ["en", "fr"])
def test_cells_lie_between_the_marks_and_apart(language: str) -> None:
    sheet = Sheet.of(language)
    for cell in sheet.cells:
        assert cell.left >= LEFT and cell.left + cell.width <= RIGHT + 0.01 < WIDE
        assert cell.top > TOP and cell.top + cell.height <= BOTTOM + 0.01 < HIGH
    for page in range(1, sheet.pages + 1):
        assert not any(overlap(*pair) for pair in combinations(sheet.on(page), 2))


def test_a_page_mark_is_no_other_whichever_way_up() -> None:
    marks = [PageMark(page, number) for page in (1, 2, 3) for number in range(12)]
    assert [PageMark.read(one.bits()) for one in marks] == marks
    assert len({tuple(one.bits()) for one in marks}) == len(marks)
    assert [one for one in marks if PageMark.read(one.bits()[::-1])] == []


def test_one_wrong_square_is_noticed() -> None:
    bits = PageMark(2, 3).bits()
    for at in range(len(bits)):
        assert PageMark.read([*bits[:at], not bits[at], *bits[at + 1 :]]) != PageMark(2, 3)


def test_the_command_says_how_to_write(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(notes, ["hand", "sheet", "--language", "de", "--paper", "a4"])
    assert done.exit_code == 0 and "four corner marks" in done.output
    data = (tmp_path / "out/my-hand.pdf").read_bytes()
    assert data[:5] == b"%PDF-" and b"/MediaBox [0 0 595" in data
