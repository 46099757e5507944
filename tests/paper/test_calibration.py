"""Printers that are crooked are set right from what a ruler reads to half a millimetre."""

from math import hypot
from pathlib import Path

import pytest

from notes.paper.calibration import CROSSES, Reading, describe, learn, targets
from notes.paper.folding import UNCHANGED, Matrix
from notes.paper.preflight import Expected, check
from notes.paper.printer_profiles import Way, find, keep, read_printers
from notes.paper.testsheet import flip_test, sheet
from notes.problems import BadValue, report
from notes.units import MM

LETTER = (612.0, 792.0)


def read_with_a_ruler(printer: Matrix) -> list[Reading]:
    def half_millimetres(length: float) -> float:
        return round(length / MM * 2) / 2 * MM

    readings = []
    for name, (x, y) in zip(CROSSES, targets(LETTER), strict=True):
        seen_x, seen_y = printer.on(x, y)
        across = seen_x if "left" in name else LETTER[0] - seen_x
        down = LETTER[1] - seen_y if "upper" in name else seen_y
        readings.append(Reading(half_millimetres(across), half_millimetres(down)))
    return readings


@pytest.mark.parametrize(
    "printer",
    [
        Matrix(e=3 * MM, f=-2 * MM),
        Matrix(1.012, 0, 0, 0.993, -4 * MM, 1 * MM),
        Matrix(1.006, 0.004, -0.004, 1.006, 2 * MM, 5 * MM),
        Matrix(1.0, 0.0, 0.008, 1.0, -1 * MM, -6 * MM),
    ],
    ids=["offset", "scale", "askew", "sheared"],
)
def test_a_crooked_printer_is_set_right(printer: Matrix):
    """Everywhere on the sheet but its outermost quarter inch, to 0.6 mm."""
    correction = Way(printer="office", map=learn(LETTER, read_with_a_ruler(printer))).correction
    grid = [(x, y) for x in range(18, 595, 24) for y in range(18, 775, 24)]
    error = max(
        hypot(*(one - meant for one, meant in zip(printer.on(*correction.on(*at)), at, strict=True))) for at in grid
    )
    before = max(hypot(*(one - meant for one, meant in zip(printer.on(*at), at, strict=True))) for at in grid)
    assert before > 2 * MM
    assert error < 0.6 * MM


def test_what_a_ruler_cannot_tell_is_left_alone():
    found = learn(LETTER, read_with_a_ruler(Matrix(1.001, 0, 0, 0.999, -0.1 * MM, 0.1 * MM)))
    assert found == UNCHANGED
    assert describe(found, LETTER) == "The printer prints true; there is nothing to correct."


@pytest.mark.parametrize("shrunk", [0.961, 0.92])
def test_a_dialog_that_shrinks_the_page_is_named_and_not_corrected(shrunk: float):
    middle = Matrix(shrunk, 0, 0, shrunk, LETTER[0] * (1 - shrunk) / 2, LETTER[1] * (1 - shrunk) / 2)
    with pytest.raises(BadValue, match="the print dialog is shrinking the page to 9"):
        learn(LETTER, read_with_a_ruler(middle))


def test_a_reading_that_cannot_be_is_refused():
    readings = [*read_with_a_ruler(UNCHANGED)[:3], Reading(300 * MM, 30 * MM)]
    with pytest.raises(BadValue, match="the lower right cross cannot be where you measured it"):
        learn(LETTER, readings)


def test_what_is_learned_is_kept_by_printer_tray_paper_and_side(tmp_path: Path):
    file = tmp_path / "printers.toml"
    keep(file, (), Way(printer="office", paper="A4", map=Matrix(e=3.0)))
    keep(file, read_printers(file)[0], Way(printer="office", paper="Letter", map=Matrix(e=4.0), turned=True))
    keep(file, read_printers(file)[0], Way(printer="office", paper="A4", map=Matrix(e=5.0)))
    ways, problems = read_printers(file)
    assert [(way.paper, way.map.e, way.turned) for way in ways] == [("A4", 5.0, False), ("Letter", 4.0, True)]
    assert find(ways, "office", paper="A4").correction.e == -5.0
    assert find(ways, "home").correction == UNCHANGED
    assert list(problems) == []


def test_a_file_of_printers_that_is_spoilt_is_told(tmp_path: Path):
    file = tmp_path / "printers.toml"
    file.write_text('[[way]]\nprinter = "office"\nmap = [1, 2]\n')
    ways, problems = read_printers(file)
    assert (list(ways), "way 1: “map” is not six numbers." in report(problems)) == ([], True)


def test_the_test_sheet_passes_preflight():
    assert check(sheet(LETTER), Expected(1, LETTER)) == []


def test_the_flip_test_is_two_files_of_two_sheets():
    for data in flip_test(LETTER):
        assert check(data, Expected(2, LETTER)) == []
