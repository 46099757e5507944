"""Who is “he” or “she”, what somebody does told as a thing, and in which trade a business is by what was bought."""

from types import SimpleNamespace
from typing import Any

import pytest

from notes.settings import Business, Settings
from notes.wording.details import Owner, Who
from notes.wording.details.addressing import You
from notes.wording.details.cells import as_gerund
from notes.wording.details.sentences import Company
from notes.wording.trades import trade_of

YOU = {"anybody": You(), "he": You(he=True), "she": You(he=False), "both": You(several=True)}
LAST = {
    "nobody": None,
    "somebody": Who(Owner.KIN, ("Jo",)),
    "him": Who(Owner.KIN, ("Al",), he=True),
    "her": Who(Owner.KIN, ("Ann",), he=False),
    "two": Who(Owner.CHILD, ("Mia", "Tom")),
}
# The customer, who was spoken of last, and who is then “he”, “she” and “they”: the customer, the last, or nobody knows.
MEANT = """
anybody nobody   you  you  -
anybody somebody -    -    -
anybody him      last you  -
anybody her      you  last -
anybody two      you  you  -
he      nobody   you  -    -
he      somebody -    last -
he      him      -    -    -
he      her      you  last -
he      two      you  -    -
she     nobody   -    you  -
she     somebody last -    -
she     him      last you  -
she     her      -    -    -
she     two      -    you  -
both    nobody   -    -    you
both    somebody last last you
both    him      last -    you
both    her      -    last you
both    two      -    -    you
"""


@pytest.mark.parametrize("line", MEANT.strip().splitlines())
def test_who_is_meant_by_a_pronoun(line: str) -> None:
    you, last, *expected = line.split()
    company = Company(YOU[you], (), LAST[last])
    found = [company.meant(pronoun) for pronoun in ("he", "she", "they")]
    assert ["-" if not certain else "last" if who else "you" for who, certain in found] == expected
    assert all(who in (None, LAST[last]) for who, _ in found)


def test_who_is_called_by_a_name_or_an_initial() -> None:
    hal, hugh, mia = (Who(Owner.KIN, (name,)) for name in ("Hal", "Hugh", "Mia"))
    company = Company(You(names=("Mo",)), (hal, hugh, mia))
    assert [company.called(name) for name in ("Hal", "H", "M", "Ha", "Zoe")] == [hal, None, None, None, None]
    assert Company(You(), (hal, mia)).called("H") == hal
    both = Company(You(), (Who(Owner.CHILD, ("Danny", "Sofia"), "kids"),))
    assert both.called("Sofia") == Who(Owner.CHILD, ("Sofia",), he=False)  # what she does Danny need not do
    assert [company.is_you(name) for name in ("Mo", "M", "Mia")] == [True, False, False]
    assert Company(You(names=("Mo",)), (hal,)).is_you("M")


@pytest.mark.parametrize(
    ("told", "thing"),
    [
        ("plays shuffleboard", "playing shuffleboard"),
        ("plays the harp", "playing the harp"),
        ("plays", "plays"),
        ("Plays chess", "Plays chess"),
        ("passed her test", "passing her test"),
        ("passed out", "passed out"),
        ("carved wooden birds", "carved wooden birds"),
        ("walked 5 miles", "walking 5 miles"),
        ("saw Rome", "seeing Rome"),
        ("sang all day", "singing all day"),
        ("baked bread", "baked bread"),
        ("books", "books"),
        ("books the hall", "booking the hall"),
        ("the harp", "the harp"),
    ],
)
def test_what_somebody_does_or_did_is_told_as_a_thing(told: str, thing: str) -> None:
    assert as_gerund(told) == thing


def bought(*cells: str) -> Any:
    return SimpleNamespace(customers=[SimpleNamespace(details={"bought": cell}, notes="") for cell in cells])


@pytest.mark.parametrize(
    ("dental", "bakery", "trade"),
    [(5, 0, "dental"), (4, 0, ""), (6, 3, "dental"), (6, 4, ""), (3, 6, "bakery"), (0, 0, "")],
)
def test_the_trade_is_that_of_most_that_was_bought(dental: int, bakery: int, trade: str) -> None:
    book = bought(*["a new crown, dentist"] * dental, *["two loaves, bakery"] * bakery, *["a thing"] * 9)
    found, problems = trade_of(Settings(business=Business(name="Kern & Co")), book)
    assert found == trade
    assert [f"“{trade}”, judging by what was bought" in one.message for one in problems] == [True] * bool(trade)


def test_of_a_large_file_the_first_five_hundred_are_looked_at() -> None:
    settings = Settings(business=Business(name="Kern & Co"))
    for before, trade in ((495, "dental"), (496, "")):
        assert trade_of(settings, bought(*["a thing"] * before, *["dentist"] * 5))[0] == trade
