"""What is known about the office's printers, by printer, tray, paper and side; kept in printers.toml."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from notes.paper.folding import UNCHANGED, Matrix
from notes.problems import BadValue, Place, Problem
from notes.staging import write_whole
from notes.toml import read_toml, toml_line


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
        raise BadValue("this does not describe a printer.", "Run `notes calibrate` again.")
    known = {one.name for one in fields(Way)}
    values = {key: value for key, value in table.items() if key in known}
    turns = values.get("map", list(UNCHANGED))
    if not (isinstance(turns, list) and len(turns) == 6 and all(isinstance(one, int | float) for one in turns)):
        raise BadValue("“map” is not six numbers.", "Run `notes calibrate` again.")
    if "printer" not in values or abs(turns[0] * turns[3] - turns[1] * turns[2]) < 0.5:
        raise BadValue("it names no printer, or its map is impossible.", "Run `notes calibrate` again.")
    return Way(**{**values, "map": Matrix(*map(float, turns))})


def keep(path: Path, ways: Sequence[Way], new: Way) -> None:
    """Write the ways with a new one, in the place of an older one of the same printer, tray, paper and side."""
    same = (new.printer, new.tray, new.paper, new.side)
    kept = [way for way in ways if (way.printer, way.tray, way.paper, way.side) != same]
    text = "# What `notes calibrate` has learned about your printers. Delete a [[way]] to forget it.\n"
    for way in sorted([*kept, new], key=lambda one: (one.printer, one.tray, one.paper, one.side)):
        shown = asdict(way) | {"map": [round(one, 6) for one in way.map]}
        text += "\n[[way]]\n" + "".join(f"{toml_line(key, value)}\n" for key, value in shown.items())
    write_whole(path, text.encode())
