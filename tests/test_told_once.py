"""A report tells what matters most first, and the same finding once: with how many more there are, and where."""

from notes.problems import Level, Place, Problem, report, told_once


def at(row: int, column: str | None = "ZIP", sheet: str | None = "Customers") -> Place:
    return Place("customers.xlsx", sheet, row, column, f"K{row}" if column else None)


def short(row: int, code: str) -> Problem:
    return Problem(at(row), f"“{code}” is too short.", f"Type it as 0{code}.", Level.WARNING)


def test_the_same_finding_in_many_rows_is_told_once():
    told = told_once([short(row, f"{row}331") for row in range(2, 40)])
    assert [one.message for one in told] == ["“2331” is too short. 37 more like it: K3, K4, K5 …"]
    assert (told[0].place, told[0].remedy) == (at(2), "Type it as 02331.")


def test_names_make_no_other_finding():
    names = ["Rosa Holm", "Ida van der Berg", "Otto Hale", "J. Ó Briain"]
    those = [Problem(at(row, None), f"{name} has no address.", "", Level.WARNING) for row, name in enumerate(names, 2)]
    assert [one.message for one in told_once(those)] == [
        "Rosa Holm has no address. 3 more like it: row 3, row 4, row 5"
    ]


def test_a_few_are_told_one_by_one():
    assert len(told_once([short(2, "1331"), short(3, "1332"), short(4, "1333")])) == 3


def test_another_column_or_sheet_or_level_is_another_finding():
    places = [at(2), at(3, "Postcode"), at(4, "ZIP", "Old"), at(5)]
    those = [Problem(place, "“1” is too short.", "", Level.WARNING) for place in places]
    those[3] = Problem(at(5), "“1” is too short.", "", Level.ERROR)
    assert len(told_once(those)) == 4


def test_what_matters_most_comes_first_in_its_file():
    those = [
        Problem(at(2), "one.", "", Level.NOTICE),
        Problem(at(3), "two.", "", Level.WARNING),
        Problem(Place("notes.toml", key="a"), "three.", "", Level.NOTICE),
        Problem(at(9), "four.", "", Level.ERROR),
    ]
    lines = [line.split(": ")[-1] for line in report(those).splitlines()]
    assert lines == ["customers.xlsx", "four.", "two.", "one.", "notes.toml", "three."]
