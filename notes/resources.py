"""Where our own data are: beside the package in a checkout, inside it in an installed wheel."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from notes.kept import kept

_WITHIN = Path(__file__).parent / "_ours"
INSTALLED = _WITHIN.is_dir()
OURS = _WITHIN if INSTALLED else Path(__file__).parent.parent

TEMPLATES = OURS / "templates"
FONTS = OURS / "fonts"
SAMPLE = OURS / "data" / "sample"


@cache
def table_beside(module: str, name: str) -> Mapping[str, Any]:
    """One of our own TOML files, beside the module that reads it or in a folder there."""
    content = (Path(module).parent / name).read_bytes()
    return kept(f"table-{Path(name).stem}", [content], lambda: tomllib.loads(content.decode("utf-8")))
