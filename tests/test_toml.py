"""TOML as a person writes it: every mistake is told with its line, and what is written reads back the same."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notes.paper.printer_profiles import read_printers
from notes.paper.stocks import read_stocks
from notes.problems import report
from notes.settings_file import read_settings
from notes.toml import read_toml, toml_line
from notes.writing.hand_specs import read_hands

EXAMPLE = "The README has an example."


def told_of(folder: Path, content: bytes) -> str:
    (folder / "notes.toml").write_bytes(content)
    table, problems = read_toml(folder / "notes.toml", EXAMPLE)
    assert not (table and problems)
    return report(problems)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'[card]\nhand = "caveat"\n', ""),
        (b'\xef\xbb\xbf[card]\r\nhand = "caveat"\r\n', ""),  # as Notepad saves it
        (b"", ""),
        (
            b'[card]\nstock = "C2352"\nhand = caveat\n',
            "notes.toml\n  line 3: this line does not make sense: “hand = caveat”.\n      Put text in quotes, lists in"
            " [brackets], and each setting on a line of its own. The README has an example.",
        ),
        (
            b'front = "C:\\Users\\Ann\\art.png"\n',
            'notes.toml\n  line 1: this line does not make sense: “front = "C:\\Users\\Ann\\art.png"”.\n      In double'
            " quotes a backslash begins a sign. Put the text in single quotes, or write / instead of \\.",
        ),
        (b"years = [1, 5\n", "notes.toml\n  line 1: this line does not make sense: “years = [1, 5”."),
        (b"a = " + b"[" * 5_000, "notes.toml\n  line 1: this line does not make sense: “a = [[["),
        (b"a = " + b"1" * 5_000, "notes.toml\n  line 1: this line does not make sense: “a = 111"),
        (
            b"[card]\ncut = 1\ncut = 2\n",
            "notes.toml\n  line 3: “cut = 2” appears twice in the file.\n      Delete one of the two.",
        ),
        (b"[card]\n[post]\n[card]\n", "notes.toml\n  line 3: “[card]” appears twice in the file."),
        (
            '[business]\nname = "Café"\n'.encode("cp1252"),
            "notes.toml\n  line 2: this line has a character that is not UTF-8.\n      Save the file again with",
        ),
        ('name = "Ann"\n'.encode("utf-16"), "notes.toml\n  line 1: this line has a character that is not UTF-8."),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, content: bytes, told: str) -> None:
    shown = told_of(tmp_path, content)
    assert shown.startswith(told) if told else shown == ""


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "notes.toml").touch()
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert "the file cannot be read: Permission denied." in report(read_toml(tmp_path / "notes.toml", EXAMPLE)[1])


def test_every_file_of_the_person_is_told_of_in_the_same_words(tmp_path: Path) -> None:
    for name in ("notes", "printers", "stocks", "hands"):
        (tmp_path / f"{name}.toml").write_text("[card\n", encoding="utf-8")
    found = [
        read_settings(tmp_path / "notes.toml")[1],
        read_printers(tmp_path / "printers.toml")[1],
        read_stocks(tmp_path / "stocks.toml")[1],
        read_hands(tmp_path)[1],
    ]
    assert [str(those[0].place) for those in found] == ["line 1"] * 4
    assert {those[0].message for those in found} == {"this line does not make sense: “[card”."}


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = TEXTS | st.booleans() | st.integers(0, 10**6) | st.floats(0, 1e6) | st.lists(TEXTS, max_size=3)


@given(TEXTS.filter(bool), VALUES | st.dictionaries(TEXTS.filter(bool), st.integers(0, 99), max_size=3))
def test_what_is_written_reads_back_the_same(key: str, value: object) -> None:
    line = toml_line(key, value)
    assert tomllib.loads(line) == {key: value}
    assert "\n" not in line
