"""Where our own data stand: beside the package in a checkout, within it in an installed wheel."""

from pathlib import Path

_WITHIN = Path(__file__).parent / "_ours"
INSTALLED = _WITHIN.is_dir()
OURS = _WITHIN if INSTALLED else Path(__file__).parent.parent

TEMPLATES = OURS / "templates"
FONTS = OURS / "fonts"
SAMPLE = OURS / "data" / "sample"
