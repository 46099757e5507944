"""Two people in one row: who is greeted with whom, who is a customer of their own, and who is only a partner."""

import pytest
from offices import read_csv

# Headers, below them rows, and below each row its customers:
# number | greeted as | on the envelope | birthday | household | partner.
ROWS = """
First,Last,Spouse First,Spouse Last
  Ada,Kern,Hal,
    Ada Kern | Ada | Ada Kern | - | - | Hal
  Bea,Cole,Hal,Holm
    Bea Cole | Bea | Bea Cole | - | - | Hal
  ,Dorn,Hal,
    Dorn | Hal | Hal Dorn | - | - | -
  ,,Hal,Holm
    nobody | Hal | Hal Holm | - | - | -
  Ed,Fry,,Holm
    Ed Fry | Ed | Ed Fry | - | - | -
First,Last,Owner 2 First Name,Owner 2 Last Name
  Ada,Kern,Hal,
    Ada Kern | Ada and Hal | Ada and Hal Kern | - | - | -
  Bea,Cole,Hal,Holm
    Bea Cole | Bea and Hal | Bea Cole and Hal Holm | - | - | -
  ,Dorn,Hal,
    Dorn | Hal | Hal Dorn | - | - | -
  Ed,Fry,,Holm
    Ed Fry | Ed | Ed Fry | - | - | -
  R.,Gray,Hal,
    R. Gray | R. Gray and Hal | R. and Hal Gray | - | - | -
First,Last,Owner 2 First Name,Birthday,Owner 2 Birthday
  Ada,Kern,Hal,3/19/1970,
    Ada Kern | Ada | Ada Kern | 1970-03-19 | Ada Kern | Hal
    Ada Kern (2) | Hal | Hal Kern | - | Ada Kern | -
  Bea,Cole,Jo,,4/25/1971
    Bea Cole | Bea | Bea Cole | - | Bea Cole | Jo
    Bea Cole (2) | Jo | Jo Cole | 1971-04-25 | Bea Cole | -
  Cy,Dorn,Mo,1/22/1980,4/25/1971
    Cy Dorn | Cy | Cy Dorn | 1980-01-22 | Cy Dorn | Mo
    Cy Dorn (2) | Mo | Mo Dorn | 1971-04-25 | Cy Dorn | -
  Di,Ernst,Lu,,
    Di Ernst | Di and Lu | Di and Lu Ernst | - | - | -
  ,Foss,Lu,,4/25/1971
    Foss | Lu | Lu Foss | 1971-04-25 | - | -
First,Last,Spouse First,Birthday,Spouse Birthday
  Ada,Kern,Hal,3/19/1970,4/25/1971
    Ada Kern | Ada | Ada Kern | 1970-03-19 | - | Hal
  ,Dorn,Jo,3/19/1970,
    Dorn | Jo | Jo Dorn | 1970-03-19 | - | -
First,Last,Owner 2 Name
  Ada,Kern,Hal
    Ada Kern | Ada and Hal | Ada and Hal Kern | - | - | -
  Bea,Cole,Hal Holm
    Bea Cole | Bea and Hal | Bea Cole and Hal Holm | - | - | -
  Cy,Dorn,Oak Ltd
    Cy Dorn | Cy | Cy Dorn | - | - | -
  Di,Ernst,H. Holm
    Di Ernst | Di and H. Holm | Di Ernst and H. Holm | - | - | -
First,Last,Owner 2 First Name
  Bea,Cole,Hal Holm
    Bea Cole | Bea and Hal | Bea Cole and Hal Holm | - | - | -
Name,Owner 2 Name
  Ada Kern,Hal
    Ada Kern | Ada and Hal | Ada and Hal Kern | - | - | -
  Oak Ltd,Hal Holm
    Oak Ltd | - | Oak Ltd | - | - | Hal
  Ada,Hal
    Ada | Ada and Hal | Ada and Hal | - | - | -
"""


def tables(text: str) -> list[tuple[str, list[str], list[str]]]:
    """The headers with their rows and the customers of all of them."""
    found: list[tuple[str, list[str], list[str]]] = []
    for line in text.strip().splitlines():
        if line.startswith("    "):
            found[-1][2].append(line.strip())
        elif line.startswith("  "):
            found[-1][1].append(line.strip())
        else:
            found.append((line, [], []))
    return found


@pytest.mark.parametrize(("headers", "rows", "customers"), tables(ROWS))
def test_who_is_a_customer_of_two_in_a_row(headers: str, rows: list[str], customers: list[str]) -> None:
    book = read_csv("\n".join([headers, *rows]))
    found = [
        [one.customer_id, one.dear, one.envelope, one.birthday, one.household, one.details.get("partner")]
        for one in book.customers
    ]
    assert [" | ".join(str(part or "-") for part in one) for one in found] == customers


def test_what_is_known_of_the_first_is_not_told_of_the_second() -> None:
    first, second = read_csv("""
        Title,First,Last,Suffix,Owner 2 First Name,Birthday,Email,Total Spent,Company,Notes,Pet,Orders,Referred By,City
        Mrs.,Ada,Kern,Jr.,Hal,3/19/1970,a@x.org,100,Oak,likes tea,Otis,3,Joe Roe,Akron
        """).customers
    assert (first.title, first.suffix, first.email, first.orders, first.company, first.notes, first.referred_by) == (
        "Mrs.", "Jr.", "a@x.org", 3, "Oak", "likes tea", "Joe Roe",
    )  # fmt: skip
    assert (second.title, second.suffix, second.email, second.orders, second.company, second.notes) == (
        "", "", "", None, "", "",
    )  # fmt: skip
    assert (second.referred_by, second.total_spent, second.details, second.address) == ("", None, {}, first.address)


def test_two_who_are_greeted_together_have_neither_title_nor_a_last_name_that_only_one_has() -> None:
    both, apart = read_csv("""
        Title,First,Last,Owner 2 First Name,Owner 2 Last Name
        Mrs.,Ada,Kern,Hal,
        Mrs.,Bea,Cole,Hal,Holm
        """).customers
    assert (both.title, both.first_name, both.last_name, both.name) == ("", "Ada and Hal", "Kern", "Ada and Hal Kern")
    assert (apart.title, apart.last_name, apart.name) == ("", "", "Bea Cole and Hal Holm")
