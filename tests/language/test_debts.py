"""What somebody owes: a trifle that will be paid at the next visit holds no card, a debt does."""

import pytest

from notes.language.headers import header_of
from notes.language.judging import judged

NOTES = header_of("Notes")


@pytest.mark.parametrize(
    "remark",
    [
        "owes $11",
        "owes me $20 for the tire",
        "owes $11 for raffle",
        "surprise party 12/19, hush!! owes $11",
        "still owes us £6.50 for the cake tin",
        "forgot her purse, owes us for two coffees",
        "schuldet noch 5 €",
        "doit encore 8 euros",
        "debe 6 euros de la semana pasada",
    ],
)
def test_a_trifle_holds_nothing(remark: str) -> None:
    assert judged(NOTES, remark) == ()


@pytest.mark.parametrize(
    "remark",
    [
        "owes $840",
        "owes us $1,200, ignoring letters",
        "owes $20 since last Xmas, refuses to pay",
        "owes 3 invoices, gone quiet",
        "owes 3 mths",
        "$45 unpaid, in collections",
        "owes rent",
        "owes us",
        "bill still unpaid after 90 days",
    ],
)
def test_a_debt_that_is_large_old_or_refused_is_a_dispute(remark: str) -> None:
    assert [one.kind.value for one in judged(NOTES, remark)] == ["dispute"]


@pytest.mark.parametrize(
    "bill",
    [
        "He has not paid for the first visit.",
        "March bill open $65.",
        "There is $18.75 on the tab.",
        "Hotel 2 mths behind.",
        "Her check was returned in the spring, please never bring it up.",
    ],
)
def test_a_bill_in_passing_holds_nothing_in_a_note_of_other_things(bill: str) -> None:
    assert (
        judged(NOTES, f"Bought the bench at a farm auction for four dollars. {bill} Sings to the dog on Sundays.") == ()
    )


@pytest.mark.parametrize(
    "debt",
    ["Refuses to pay the March bill.", "The March bill is in collections.", "Disputed the charge with Visa, unpaid."],
)
def test_a_quarrel_about_money_holds_in_a_note_of_other_things_too(debt: str) -> None:
    note = f"Bought the bench at a farm auction for four dollars. {debt} Sings to the dog on Sundays."
    assert [one.kind.value for one in judged(NOTES, note)] == ["dispute"]
