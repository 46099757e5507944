"""Whatever the rhythm of the runs, everything that became due has one card, or its reason was told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from picking.business import customer, milestone

from notes.customers import Book, Customer, Day, Milestone
from notes.history import Event, Kind, Past
from notes.picking import Outcome, Pick, Picks, decide
from notes.settings import Settings

BEGAN, ENDED = date(2026, 10, 1), date(2027, 9, 30)
SOME = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
NEWS = ["wedding", "baby", "project-finished", "get-well", "follow-up"]
# A day is due when it has come; what is to be known of it must have been in the files by then.
Due = tuple[str, str, date]


@dataclass(frozen=True)
class Row:
    """A customer or a milestone, and the day on which the office writes it into the spreadsheet."""

    written: date
    value: Customer | Milestone


@dataclass(frozen=True)
class Run:
    """A run of `make cards`: the day, the month that it is for, and whether its cards are posted or only planned."""

    day: date
    month: str
    kind: Kind


within = st.dates(BEGAN, ENDED)


@st.composite
def offices(draw: st.DrawFn) -> Sequence[Row]:
    """A few customers with birthdays; some are new this year, and things happen that are written down days later."""
    rows: list[Row] = []
    for one in range(1, draw(st.integers(1, 6)) + 1):
        born = draw(st.none() | within.map(lambda day: Day(day.month, day.day)))
        came = draw(st.none() | within)
        known = came + timedelta(days=draw(st.integers(0, 5))) if came else BEGAN
        rows.append(Row(known, customer(one, birthday=born, first_purchase=came)))
        for on in draw(st.lists(within, max_size=2)):
            heard = on + timedelta(days=draw(st.integers(0, 10)))
            if known <= on:
                rows.append(Row(heard, milestone(one, draw(st.sampled_from(NEWS)), str(on))))
    return rows


@st.composite
def rhythms(draw: st.DrawFn) -> Sequence[Run]:
    """A year of runs: some days after one another, for this month or, in its last week, for the next one."""
    usual = draw(st.sampled_from([7, 14, 30, 45, 61]))
    day, runs = BEGAN + timedelta(days=draw(st.integers(0, 6))), []
    while not runs or runs[-1].day <= ENDED + timedelta(days=10):
        soon = day + timedelta(days=7)
        ahead = soon.month != day.month and draw(st.booleans())
        runs.append(Run(day, f"{soon if ahead else day:%Y-%m}", draw(st.sampled_from([Kind.SENT, Kind.PLANNED]))))
        day += timedelta(days=usual + draw(st.integers(-2, 5)))
    return runs


def lived(rows: Sequence[Row], runs: Sequence[Run], **picking: object) -> tuple[list[Picks], Past]:
    """What each run decides, with all that was written down until its day; and what is left in the history."""
    past, all_picks = Past(), []
    chosen = Settings().with_values({"picking": picking})
    for run in runs:
        known = [row.value for row in rows if row.written <= run.day]
        people = tuple(one for one in known if isinstance(one, Customer))
        book = Book("book.xlsx", people, tuple(one for one in known if isinstance(one, Milestone)))
        name = past.batch_to_make(run.month)
        before = past.without_plans_of(name)
        picks = decide(book, run.month, run.day, chosen, before)
        at = f"{run.day}T09:00:00Z"
        made = [
            pick.event(run.kind, at, batch=name, month=run.month, number=number)
            for number, pick in enumerate(picks.cards, 1)
        ]
        empty = [] if made else [Event(kind=Kind.MADE, at=at, batch=name, month=run.month)]
        past = Past.of([*before.events, *made, *empty])
        all_picks.append(picks)
    return all_picks, past


def due(rows: Sequence[Row]) -> set[Due]:
    """Everything that the year has, from its first day on."""
    found: set[Due] = set()
    for row in rows:
        if isinstance(row.value, Milestone):
            assert row.value.on and row.value.on.year
            found.add((row.value.customer_id, row.value.occasion, row.value.on.in_year(row.value.on.year)))
            continue
        if row.value.first_purchase:
            found.add((row.value.customer_id, "new-customer", row.value.first_purchase))
        if row.value.birthday:
            days = [row.value.birthday.in_year(year) for year in (2026, 2027)]
            found |= {(row.value.customer_id, "birthday", on) for on in days if row.written <= on <= ENDED}
    return found


def told(all_picks: Sequence[Picks]) -> list[Pick]:
    return [one for picks in all_picks for pick in picks.picks for one in pick.reasons if one.on]


def key(pick: Pick) -> tuple[str, str, date | None]:
    return pick.customer.customer_id, pick.occasion, pick.on


@SOME
@given(offices(), rhythms(), st.sampled_from([1, 40]))
def test_whatever_the_rhythm_nothing_is_lost_and_nothing_doubled(
    rows: Sequence[Row], runs: Sequence[Run], cap: int
) -> None:
    all_picks, past = lived(rows, runs, cards_a_month=cap)
    everything = told(all_picks)
    assert due(rows) <= {key(pick) for pick in everything}
    assert all(pick.outcome is Outcome.CARD or pick.reason for pick in everything)
    cards = Counter((event.customer_id, event.occasion, event.on) for event in past.standing)
    assert max(cards.values(), default=1) == 1
