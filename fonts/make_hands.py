"""Make the strokes of our hands anew from the fonts that sources.toml names: `make hands`.

Fonts that come as packages of Python are installed with the project; the others are fetched with npm, which only who
changes the hands needs.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from fontTools.ttLib import TTFont

from notes.writing.hand_specs import HandSpec, font_file
from notes.writing.strokes.alphabet import Alphabet, Form
from notes.writing.strokes.extraction import alphabet_of_font

HERE = Path(__file__).parent


def main(names: list[str]) -> None:
    sources = tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        made = {name: _alphabet(name, table, Path(folder)) for name, table in sources.items()}
    for name, table in sources.items():
        forms = dict(made[name].forms)
        for one in table.get("leave", []):
            kept = [form for number, form in enumerate(forms[one[0]]) if number != int(one[1:])]
            forms[one[0]] = tuple(kept)
        forms |= lent(table, made[name], made)
        data = Alphabet(forms).to_bytes()
        if not names or name in names:
            (HERE / "strokes" / f"{name}.strokes").write_bytes(data)
            print(f"{name}: {sum(map(len, forms.values()))} forms of {len(forms)} letters, {len(data)} bytes")


def lent(table: dict[str, Any], own: Alphabet, made: dict[str, Alphabet]) -> dict[str, tuple[Form, ...]]:
    """The letters that other hands lend, fitted to the slant and the width of this one."""
    found = {letter: _fitted(made[by], own, letter) for letter, by in table.get("loans", {}).items()}
    for letter, by in table.get("more", {}).items():
        found[letter] = (*found.get(letter, own[letter]), *_fitted(made[by], own, letter))
    return found


def _fitted(lender: Alphabet, own: Alphabet, letter: str) -> tuple[Form, ...]:
    wider, lean = _width(own) / _width(lender), _lean(own) - _lean(lender)
    shape = np.array([[wider, lean], [0.0, 1.0]])
    return tuple(tuple(replace(one, points=one.points @ shape.T) for one in form) for form in lender[letter])


def _width(alphabet: Alphabet) -> float:
    """How wide the round letters are."""
    return float(np.mean([np.ptp(np.concatenate([one.points for one in alphabet[char][0]])[:, 0]) for char in "ano"]))


def _lean(alphabet: Alphabet) -> float:
    """How far an l leans, as a tangent."""
    points = alphabet["l"][0][0].points
    upper = points[(points[:, 1] > 0.4) & (points[:, 1] < 1.6)]
    return float(np.polyfit(upper[:, 1], upper[:, 0], 1)[0])


def _alphabet(name: str, table: dict[str, Any], folder: Path) -> Alphabet:
    font = _fetched(table["npm"], name, folder) if "npm" in table else font_file(table, HERE)
    if "package" in table:
        _keep_licence(name, font.parent.parent)
    spec = HandSpec(name=name, font=font, axes=table.get("axes", {}), alternates=table.get("alternates", ()))
    return alphabet_of_font(spec)


def _fetched(package: str, name: str, folder: Path) -> Path:
    """The font of an npm package as a TrueType file, its licence put beside the strokes."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
    )
    with tarfile.open(folder / packed.stdout.strip()) as archive:
        archive.extractall(folder / name, filter="data")
    shutil.copyfile(folder / name / "package" / "LICENSE", HERE / "licences" / f"{name}.txt")
    latin = next((folder / name / "package" / "files").glob("*-latin-400-normal.woff"))
    font = TTFont(latin, recalcTimestamp=False)
    font.flavor = None
    path = folder / f"{name}.ttf"
    font.save(path)
    return path


def _keep_licence(name: str, package: Path) -> None:
    found = sorted(path for path in package.rglob("*") if path.name.upper().startswith(("OFL", "LICENSE", "LICENCE")))
    if found:
        shutil.copyfile(found[0], HERE / "licences" / f"{name}.txt")


if __name__ == "__main__":
    main(sys.argv[1:])
