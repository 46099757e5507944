"""Which columns say something against a card, of whom, and where an empty cell does."""

import pytest
from cases import tables
from offices import read_csv

# Headers, and below them rows => the kind of each hold and its cell; behind ! the column that is told once.
ROWS = """
Name,City,Deceased ! Deceased
  Ann Lee,Akron,yes => death C2
  Bob Ray,Akron, =>
  Cy Moe,Akron,no =>
  Di Fox,Akron,3/2026 => death C5
Name,City,Do Not Mail ! Do Not Mail
  Ann Lee,Akron,x => refusal C2
  Bob Ray,Akron, =>
  Cy Moe,Akron,no =>
Name,City,OK to Mail
  Ann Lee,Akron,x =>
  Bob Ray,Akron, => refusal C3
Name,City,OK to Mail ! OK to Mail
  Ann Lee,Akron,yes =>
  Bob Ray,Akron, =>
  Cy Moe,Akron,no => refusal C4
Name,City,OK to Mail ! OK to Mail
  Ann Lee,Akron, =>
  Cy Moe,Akron,no => refusal C3
Name,City,Notes
  Ann Lee,Akron,moved to Ohio 2019 =>
  Bob Ray,Akron,moved to Ohio 2025 => moved C3
  Cy Moe,Akron,moved to Ohio 2024 =>
  Di Fox,Akron,moved away => moved C5
Name,City,Account ! Account
  Ann Lee,Akron,Open =>
  Bob Ray,Akron,CLOSED 08/26 => closed C3
  Cy Moe,Akron,Open =>
Name,City,Review mo.
  Ann Lee,Akron,Oct =>
  Bob Ray,Akron,Dec =>
  Cy Moe,Akron,Feb =>
Name,City,Yr end
  Ann Lee,Akron,31 Dec =>
  Bob Ray,Akron,31 Mar =>
Owner,Pet Name,Pet Status,City ! Pet Status
  Ann Lee,Otis,Deceased,Akron => death C2
  Bob Ray,Rex,Active,Akron =>
Name,City,Counter book
  Ann Lee,Akron,she told us that her husband died => death C2
  Bob Ray,Akron,asked for the usual rye bread again =>
Name,City,Referred By,Sales Rep
  Ann Lee,Akron,do not mail,do not mail =>
Name,City,Status ! Status
  Ann Lee,Akron,Active =>
  Bob Ray,Akron,Deceased => death C3
  Di Fox,Akron,Active =>
Name,City,Acct Status
  Ann Lee,Akron,Restricted =>
  Bob Ray,Akron,Restricted =>
  Cy Moe,Akron,Restricted =>
  Di Fox,Akron,Restricted =>
  Ed Lot,Akron,Restricted =>
  Flo Mae,Akron,Discharged => closed C7
  Gus Orr,Akron,Restricted =>
  Hal Pye,Akron,Restricted =>
Name,City,Email
  Ann Lee,Akron,do not email =>
  Bob Ray,Akron,deceased => death C3
Name,City,Orders
  Ann Lee,Akron,died => death C2
  Bob Ray,Akron,2 =>
Name,City,Suffix,Title
  Ann Lee,Akron,deceased, => death C2
  Bob Ray,Akron,,Estate of => death D3
"""


@pytest.mark.parametrize(("headers", "rows"), tables(ROWS))
def test_what_a_column_holds(headers: str, rows: list[tuple[str, str]]) -> None:
    names, _, told = headers.partition(" ! ")
    book = read_csv("\n".join([names, *(row for row, _ in rows)]))
    found = [", ".join(f"{hold.kind.value} {hold.place.cell}" for hold in one.holds) for one in book.customers]
    assert found == [holds for _, holds in rows]
    assert [one.place.column for one in book.problems if "cards kept back" in one.message] == ([told] if told else [])


@pytest.mark.parametrize(("kinds", "told"), [(12, True), (13, False)])
def test_a_column_of_more_kinds_than_a_dozen_is_told_cell_by_cell(kinds: int, told: bool) -> None:
    rows = [f"A{'BCDEFGHIJKLMN'[number]} Lee,Akron,kind {number}" for number in range(kinds - 1)]
    book = read_csv("\n".join(["Name,City,Status", *rows, "Zo Lee,Akron,Deceased"]))
    assert any("cards kept back" in one.message for one in book.problems) is told
    assert any(one.place.cell == f"C{kinds + 1}" for one in book.problems) is not told
