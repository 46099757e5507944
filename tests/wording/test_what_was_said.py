"""What the history of a house keeps a card from saying again."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from notes.problems import Place
from notes.wording.details import Detail, Owner, State
from notes.wording.plans.memory import Memory

ROSES = Detail(
    owner=Owner.SELF, said="old roses", phrase="old roses", kind="garden", state=State.ALWAYS, column="likes",
    place=Place("c.xlsx", "Customers", 2),
)  # fmt: skip
LESSONS = replace(ROSES, said="the ukulele lessons", phrase="the ukulele lessons", kind="music", column="told_us")


@dataclass(frozen=True)
class Sent:
    """A card as the history has it."""

    month: str
    mentions: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    mail_by: date | None = None
    at: str = ""


@pytest.mark.parametrize(
    ("cards", "rests"),
    [
        ([], False),
        ([Sent("2026-10", ("old roses",))], True),
        (
            [Sent("2026-05", ("old roses",))],
            True,
        ),  # half a year is not long enough for what somebody loves, if it was last
        ([Sent("2026-05", ("old roses",)), Sent("2026-10")], True),  # a card that spoke of nothing is no last one
        ([Sent("2025-01", ("old roses",)), Sent("2026-10", ("a cat",))], False),
        ([Sent("2026-10", ("a cat",)), Sent("2025-01", ("old roses",))], False),  # in whatever order they are told
        ([Sent("2026-10", ("a cat",)), Sent("2026-10", ("old roses",))], True),  # two of one month are both the last
    ],
)
def test_a_thing_rests_that_the_last_card_spoke_of(cards: list[Sent], rests: bool) -> None:
    assert Memory.of(cards, "2026-11").rests(ROSES) is rests


@pytest.mark.parametrize(("column", "months"), [("likes", 12), ("told_us", 18), ("bought", 18), ("notes", 18)])
def test_it_rests_for_months(column: str, months: int) -> None:
    detail = replace(ROSES, column=column)
    cat = Sent("2026-10", ("a cat",))
    ago = [month for month in range(1, 24) if Memory.of([_sent(month), cat], "2026-11").rests(detail)]
    assert ago == [*range(1, months)]


@pytest.mark.parametrize(("months", "again"), [(1, False), (12, False), (35, False), (36, True)])
def test_a_sentence_comes_again_after_three_years(months: int, again: bool) -> None:
    assert Memory.of([_sent(months)], "2026-11").was_said("roses 1") is not again


@pytest.mark.parametrize(("months", "returns"), [(1, False), (5, False), (6, True), (11, True)])
def test_where_all_else_rests_a_thing_may_return_after_half_a_year(months: int, returns: bool) -> None:
    memory = Memory.of([_sent(months), Sent("2026-10", ("a cat",))], "2026-11")
    assert memory.may_return(ROSES) is returns


def test_a_card_that_has_no_month_yet_is_of_the_month_in_which_it_is_posted() -> None:
    posted, made = Sent("", mail_by=date(2026, 10, 3)), Sent("", at="2026-09-30T08:00:00Z")
    told = [replace(one, mentions=("old roses",)) for one in (posted, made)]
    assert [Memory.of([one], "2026-11").mentions["old roses"] for one in told] == [1, 2]


def _sent(months: int) -> Sent:
    """A card of so many months ago."""
    at = 2026 * 12 + 10 - months
    return Sent(f"{at // 12}-{at % 12 + 1:02}", ("old roses",), ("roses 1",))
