"""“Nr” directly behind the street is the number of the house, and then no other column's."""

import pytest

from notes.reading.tables.recognition import recognise


@pytest.mark.parametrize(
    ("headers", "row", "house", "number"),
    [
        (["Name", "Street", "Nr", "City"], ["Ann Lee", "Elm St", "7", "Akron"], 2, None),
        (["Name", "Street", "City", "Nr"], ["Ann Lee", "Elm St", "Akron", "7"], None, 3),
        (["Name", "Street", "Nr", "City"], ["Ann Lee", "1 Elm St", "7", "Akron"], None, 2),
        (["Nr", "Name", "Street"], ["7", "Ann Lee", "Elm St"], None, 0),
        (["Name", "City", "Street"], ["Ann Lee", "Akron", "Elm St"], None, None),
    ],
)
def test_the_number_behind_the_street(
    headers: list[str], row: list[str], house: int | None, number: int | None
) -> None:
    rows = [row, [cell.replace("7", "8").replace("Ann", "Bo") for cell in row]]
    columns = recognise("customers", headers, rows=rows)
    assert columns.addresses[""].get("house_number") == house
    assert columns.fields.get("customer_id") == number
    assert columns.unknown == []
