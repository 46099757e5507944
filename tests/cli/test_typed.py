"""Commands that are printed can be pasted as they stand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from notes.cli import typed

TEXT = "If that was a mistake: notes undo --month 2026-11. When they are posted: make sent MONTH=2026-11"


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    typed.has_make.cache_clear()
    typed.program.cache_clear()
    yield tmp_path
    typed.has_make.cache_clear()
    typed.program.cache_clear()


@pytest.mark.parametrize(
    ("called", "makefile", "expected"),
    [
        (
            ".venv/bin/notes",
            "cards:\n\tnotes cards",
            "If that was a mistake: .venv/bin/notes undo --month 2026-11."
            " When they are posted: make sent MONTH=2026-11",
        ),
        (
            "my tools/notes",
            "",
            "If that was a mistake: 'my tools/notes' undo --month 2026-11."
            " When they are posted: 'my tools/notes' sent --month 2026-11",
        ),
    ],
)
def test_as_it_is_typed_here(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, called: str, makefile: str, expected: str
) -> None:
    (fresh / "Makefile").write_text(makefile)
    monkeypatch.setattr("sys.argv", [called])
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/make" if name == "make" else None)
    assert typed.as_typed(TEXT) == expected
