"""What the tests of wordings share: a folder of templates, as a person would write it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Writes text files by their names, without the ending, and gives the folder that they are in."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write
