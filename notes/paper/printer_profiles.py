"""What is known about the office's printers, by printer, tray, paper and side; kept in printers.toml."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from notes.paper.folding import UNCHANGED, Matrix
from notes.problems import BadValue, Place, Problem
from notes.staging import write_whole
from notes.toml import read_toml, toml_line
from notes.units import MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What a printer does to a page: one printer, tray, paper and side has one."""

    printer: str
    tray: str = ""
    paper: str = ""
    side: str = "front"
    map: Matrix = UNCHANGED
    turned: bool = False
    reverse: bool = False

    @property
    def correction(self) -> Matrix:
        """The map to draw through so that the ink lands where it should."""
        return self.map.inverse()


def find(ways: Sequence[Way], printer: str, tray: str = "", paper: str = "", side: str = "front") -> Way:
    """What is known about a printer, tray, paper and side; a way that does nothing if nothing is known."""
    for way in ways:
        if (way.printer, way.tray, way.paper, way.side) == (printer, tray, paper, side):
            return way
    return Way(printer=printer, tray=tray, paper=paper, side=side)


def read_printers(path: Path) -> tuple[Sequence[Way], Sequence[Problem]]:
    """The ways that printers.toml holds, and what is wrong with it."""
    content, broken = read_toml(path, "Or delete the file and run `notes calibrate` again.")
    ways, problems = [], [*broken]
    tables = content.get("way", [])
    for index, table in enumerate(tables if isinstance(tables, list) else [tables], 1):
        try:
            ways.append(_way(table))
        except BadValue as bad:
            problems.append(bad.at(Place(path.name, key=f"way {index}")))
    return ways, problems


def _way(table: Any) -> Way:
    if not isinstance(table, dict):
        raise BadValue("this does not describe a printer.", AGAIN)
    values = {one.name: table[one.name] for one in fields(Way) if one.name in table}
    for name in ("printer", "tray", "paper", "side"):
        if not isinstance(values.get(name, ""), str):
            raise BadValue(f"“{name}” is not text in quotes.", AGAIN)
    for name in ("turned", "reverse"):
        if not isinstance(values.get(name, False), bool):
            raise BadValue(f"“{name}” is neither true nor false.", AGAIN)
    if "printer" not in values:
        raise BadValue("it names no printer.", AGAIN)
    return Way(**{**values, "map": _map(values.get("map", list(UNCHANGED)))})


def _map(turns: Any) -> Matrix:
    """What a printer does to a page; any that the test sheet could have shown."""
    numbers = turns if isinstance(turns, list) else []
    if len(numbers) != 6 or any(isinstance(one, bool) or not isinstance(one, int | float) for one in numbers):
        raise BadValue("“map” is not six numbers.", AGAIN)
    if not is_possible(found := Matrix(*(float(one) if abs(one) < FARTHEST else math.inf for one in numbers))):
        raise BadValue("its map is impossible: no printer moves a page so far.", AGAIN)
    return found


AGAIN = "Run `notes calibrate` again."
FARTHEST = 2 * 25 * MM  # twice as far as a cross may be from its place
LEAST, MOST = 0.8, 1.25  # of the size of a page
ASKEW = 0.2


def is_possible(found: Matrix) -> bool:
    """Whether a printer may do this to a page: move it a little, scale it a little, print it a little askew."""
    if not all(map(math.isfinite, found)):
        return False
    scaled = LEAST <= found.a <= MOST and LEAST <= found.d <= MOST
    return scaled and max(abs(found.b), abs(found.c)) <= ASKEW and max(abs(found.e), abs(found.f)) <= 4 * FARTHEST


def keep(path: Path, ways: Sequence[Way], new: Way) -> None:
    """Write the ways with a new one, in the place of an older one of the same printer, tray, paper and side."""
    same = (new.printer, new.tray, new.paper, new.side)
    kept = [way for way in ways if (way.printer, way.tray, way.paper, way.side) != same]
    text = "# What `notes calibrate` has learned about your printers. Delete a [[way]] to forget it.\n"
    for way in sorted([*kept, new], key=lambda one: (one.printer, one.tray, one.paper, one.side)):
        shown = asdict(way) | {"map": [round(one, 6) for one in way.map]}
        text += "\n[[way]]\n" + "".join(f"{toml_line(key, value)}\n" for key, value in shown.items())
    write_whole(path, text.encode())
