"""A report in groups: which rows are headings, which are theirs, and which only add up."""

import pytest

from notes.reading.files.sheets import Row
from notes.reading.tables.groups import grouped

# The rows, a letter each: H a heading, L a line of two cells, S a subtotal, - an empty row, O one cell far to the
# right, T a row of three cells; below, the lines that are kept with their headings, or nothing where it is no report.
CELLS = {
    "H": ["Elm House", None, None],
    "G": [None, "Oak House", None],
    "F": [None, None, "Fir House"],
    "L": ["Ann", "Lee", None],
    "T": ["Ann", "Lee", "Akron"],
    "S": ["Subtotal", 12, None],
    "U": ["Total", None, None],
    "V": [None, None, "Total"],
    "-": [None, "", None],
    "X": ["Ann"],
}


@pytest.mark.parametrize(
    ("rows", "kept", "left_out"),
    [
        ("HLHL", ["2 Elm House", "4 Elm House"], [1, 3]),
        ("HLLGL", ["2 Elm House", "3 Elm House", "5 Oak House"], [1, 4]),
        ("HLS", ["2 Elm House"], [1, 3]),
        ("HLU", ["2 Elm House"], [1, 3]),
        ("HLV", ["2 Elm House"], [1, 3]),
        ("HTT", None, None),  # one heading alone is a title
        ("HLSS", ["2 Elm House"], [1, 3, 4]),
        ("LHL", None, None),  # it begins with a heading
        ("", None, None),
        ("HH", None, None),  # nothing is below them
        ("HLHLX", ["2 Elm House", "4 Elm House"], [1, 3, 5]),
        ("HLHL-", ["2 Elm House", "4 Elm House"], [1, 3, 5]),
        ("HLFLHL", ["2 Elm House", "4 Elm House", "6 Elm House"], [1, 3, 5]),  # too far to the right for a heading
        ("HSHLHL", ["4 Elm House", "6 Elm House"], [1, 2, 3, 5]),  # only a total is below the first
    ],
)
def test_the_lines_of_each_heading(rows: str, kept: list[str] | None, left_out: list[int] | None) -> None:
    found = grouped([Row(number, CELLS[one]) for number, one in enumerate(rows, 1)], 3)
    assert (found and [f"{row.number} {row.values[-1]}" for row in found.rows]) == kept
    assert (found and found.left_out) == left_out


def test_the_heading_is_one_more_column_behind_those_of_the_table() -> None:
    found = grouped([Row(1, ["Elm House"]), Row(2, ["Ann", "Lee"]), Row(3, ["Oak House"]), Row(4, list("abcd"))], 3)
    assert found and [row.values for row in found.rows] == [["Ann", "Lee", None, "Elm House"], [*"abc", "Oak House"]]
