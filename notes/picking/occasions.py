"""The occasions, each with its rule: from the month and the book to those whom it concerns, and why.

`OCCASIONS` stands in the order of priority: who has two reasons in a month gets the card of the first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from operator import itemgetter
from types import MappingProxyType

from notes.customers import Customer, Day, Milestone
from notes.picking.month import Month
from notes.picking.ranking import number_order
from notes.settings import Picking


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason to write to a customer: what happened or recurs, and on which day.

    `matter` tells it apart from another of the same occasion and day. `against` says why it is no card all the same.
    """

    customer: Customer
    why: str
    on: date | None = None
    matter: str = ""
    milestone: Milestone | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    against: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A kind of reason.

    `late` is for how many days after its day a card still goes, `quota` how many a month there are at most (None: as
    many as there are; with a quota the reasons come in the order in which they are due). `on_the_day` has a card that
    must arrive on its day, and that no pause between two cards holds up. `solemn` waits for someone's initials and
    silences the cheerful ones. `shared` greets the whole household on one card. `yearly` comes back every year.
    """

    name: str
    late: Callable[[Picking], int]
    reasons: Callable[[Month], Iterable[Reason]] = lambda month: ()
    quota: Callable[[Picking], int] | None = None
    on_the_day: bool = False
    solemn: bool = False
    shared: bool = False
    yearly: bool = False


def birthdays(month: Month) -> Iterator[Reason]:
    for customer in month.customers.values():
        if customer.birthday:
            for on in month.days_to_greet(customer, customer.birthday):
                yield Reason(customer=customer, on=on, why=f"Birthday on {spoken(on)}.")


def wedding_anniversaries(month: Month) -> Iterator[Reason]:
    for customer in month.customers.values():
        if customer.anniversary:
            for on in month.days_to_greet(customer, customer.anniversary):
                yield _wedding_anniversary(customer, customer.anniversary, on)


def _wedding_anniversary(customer: Customer, day: Day, on: date) -> Reason:
    years = on.year - day.year if day.year else 0
    if day.year and years <= 0:
        return Reason(customer=customer, on=on, why=f"Married on {spoken(on)}.", against="The first year is not over.")
    why = f"Married for {counted(years, 'year')} on {spoken(on)}." if years else f"Wedding anniversary on {spoken(on)}."
    return Reason(customer=customer, on=on, why=why, facts={"years": years} if years else {})


def graduations(month: Month) -> Iterator[Reason]:
    late = month.settings.picking.news_days
    for customer in month.customers.values():
        if (day := customer.graduation) is None:
            continue
        for on in month.news(day, late):
            yield Reason(customer=customer, on=on, why=f"Graduated on {spoken(on)}.")


def years_as_customer(month: Month) -> Iterator[Reason]:
    """Every anniversary of the first purchase; those that the settings do not name are told, and get no card."""
    wanted, late = month.settings.picking.years, month.settings.picking.years_late_days
    months = month.reach(late).months
    for customer, since in month.newcomers:
        for on in month.days_covered(Day.of(since), late) if since.month in months else ():
            against = (
                "" if on.year - since.year in wanted else f"Your settings name {_list(wanted)} years as worth a card."
            )
            if on.year > since.year and (not against or on >= month.first):
                yield replace(_years_with(customer, Day.of(since), on), against=against)


def new_customers(month: Month) -> Iterator[Reason]:
    start = month.last - timedelta(days=month.settings.picking.new_customer_days)
    for customer, since in month.newcomers:
        if start < since <= month.last:
            facts = {"referred_by": customer.referred_by} if customer.referred_by else {}
            yield Reason(customer=customer, on=since, why=f"Came for the first time on {spoken(since)}.", facts=facts)


def referrals(month: Month) -> Iterator[Reason]:
    """Who sent us somebody: new customers say who told them, by name or number."""
    start = month.last - timedelta(days=month.settings.picking.news_days)
    for new in month.customers.values():
        since = month.customer_since(new) if new.referred_by else None
        by = month.called(new.referred_by) if since and start <= since <= month.last else None
        if since and by and by.customer_id != new.customer_id:
            why = f"Sent us {new.name}, who came on {spoken(since)}."
            facts = {"referred": new.name, "person": new.name}
            yield Reason(customer=by, on=since, why=why, matter=new.name, facts=facts)


def thanks(month: Month) -> Iterator[Reason]:
    """The customers who bring 80 % of the revenue: those never thanked first, then the longest ago; then by rank."""
    top = month.ranking.top
    due: list[tuple[int, Reason]] = []
    for place, one in enumerate(top, start=1):
        if (customer := month.customers.get(one)) is None:
            continue
        ago = _months_since_thanks(month, customer)
        if ago is None or ago >= month.settings.picking.thanks_again_after:
            thanked = "never thanked so far" if ago is None else f"last thanked {counted(ago, 'month')} ago"
            number = f"Number {place} of the {len(top)} customers who bring 80 % of the revenue"
            why = f"{number}{_bought(month, customer)}; {thanked}."
            reason = Reason(customer=customer, why=why, matter=month.month, facts=_years_with_us(month, customer))
            due.append((-10_000 if ago is None else -ago, reason))
    yield from (reason for _, reason in sorted(due, key=itemgetter(0)))


def _months_since_thanks(month: Month, customer: Customer) -> int | None:
    """Months since the household was thanked, None where it never was; thanks of this month are no longer due."""
    last = month.thanked.get(month.household_of(customer)) if month.thanked else None
    return months_between(last, month.month) if last else None


def _bought(month: Month, customer: Customer) -> str:
    rhythm = month.rhythm(customer)
    if rhythm is None:
        return ""
    return f": here on {counted(rhythm.days, 'day')}, last on {with_year(rhythm.last)}"


def quiet(month: Month) -> Iterator[Reason]:
    """Good customers whose pause is longer than their own rhythm says; after two years they are not quiet but gone."""
    due: list[tuple[float, Reason]] = []
    for one, rhythm in month.ranking.rhythms.items():
        if rhythm.days < 4 or not rhythm.pause:
            continue
        silent = (month.first - rhythm.last).days
        times = silent / rhythm.pause
        if not 30 <= silent <= 730 or times < month.settings.picking.quiet_after:
            continue
        if (customer := month.customers.get(one)) is None:
            continue
        why = (
            f"Used to come every {counted(round(rhythm.pause), 'day')}; not here since {with_year(rhythm.last)},"
            f" {times:.1f} times as long."
        )
        facts = _years_with_us(month, customer)
        reason = Reason(customer=customer, why=why, matter=str(rhythm.last), facts=facts)
        due.append((times, reason))
    yield from (reason for _, reason in sorted(due, key=lambda entry: _in_turn(month, *entry)))


def _in_turn(month: Month, times: float, reason: Reason) -> tuple[object, ...]:
    """By rank; those who have none after them, by how long they have been quiet, then by customer number."""
    one = reason.customer.customer_id
    rank = month.ranking.standing(one).rank
    return (False, rank) if rank else (True, -times, number_order(one))


def _years_with_us(month: Month, customer: Customer) -> Mapping[str, object]:
    """The full years as a customer at the end of the month, where there is one."""
    since = month.customer_since(customer)
    years = (
        month.last.year - since.year - ((month.last.month, month.last.day) < (since.month, since.day)) if since else 0
    )
    return _number_of_years(years) if years > 0 else _NO_FACTS


@cache
def _number_of_years(years: int) -> Mapping[str, object]:
    """The fact, one for all who have it: a dict each would take much of the time."""
    return MappingProxyType({"years": years})


_NO_FACTS: Mapping[str, object] = MappingProxyType({})


def from_milestones(occasion: Occasion, month: Month) -> Iterator[Reason]:
    """The rows of the Milestones sheet with this occasion."""
    for milestone in month.milestones.get(occasion.name, ()):
        if (customer := month.customers.get(milestone.customer_id)) is None:
            continue
        for on in _days_of(month, occasion, customer, milestone):
            yield _from_milestone(customer, milestone, on)


def _days_of(month: Month, occasion: Occasion, customer: Customer, milestone: Milestone) -> Iterable[date | None]:
    """The days on which a milestone is covered: every year's, or the one in its year; None where it has no day."""
    if milestone.on is None:
        return [None]
    late = occasion.late(month.settings.picking)
    if not occasion.yearly:
        return month.news(milestone.on, late)
    greet = occasion.on_the_day
    days = month.days_to_greet(customer, milestone.on) if greet else month.days_covered(milestone.on, late)
    return [one for one in days if one.year >= (milestone.on.year or 0)]


def _from_milestone(customer: Customer, milestone: Milestone, on: date | None) -> Reason:
    facts: dict[str, object] = {
        name: value for name in ("about", "person", "say_this") if (value := getattr(milestone, name))
    }
    if milestone.occasion in _COUNTING and milestone.on and on:
        reason = _COUNTING[milestone.occasion](customer, milestone.on, on)
        return replace(reason, matter=milestone.person, milestone=milestone, facts={**facts, **reason.facts})
    if milestone.occasion == "referral" and milestone.person:
        facts["referred"] = milestone.person
    why = f"{_subject(milestone)}: {milestone.about.rstrip('.')}," if milestone.about else _subject(milestone)
    why = f"{why} on {spoken(on)}." if on else f"{why.rstrip(',')}."
    matter = " ".join(filter(None, [milestone.person, "" if on else milestone.about]))
    return Reason(customer=customer, on=on, why=why, matter=matter, milestone=milestone, facts=facts)


def _years_with(customer: Customer, day: Day, on: date) -> Reason:
    years = on.year - day.year if day.year else 0
    why = f"Customer for {counted(years, 'year')} on {spoken(on)}." if years > 0 else f"A customer since {spoken(on)}."
    against = "" if years > 0 else "The first year is not over, or the year is not known."
    return Reason(customer=customer, on=on, why=why, facts={"years": years}, against=against)


_COUNTING = {"wedding-anniversary": _wedding_anniversary, "years": _years_with}


def _subject(milestone: Milestone) -> str:
    word = WORDS.get(milestone.occasion, milestone.occasion.capitalize())
    if not milestone.person:
        return word
    if milestone.occasion == "referral":
        return f"Sent us {milestone.person}"
    return f"{word} of {milestone.person}" if milestone.occasion != "baby" else f"{word} ({milestone.person})"


WORDS = {
    "birthday": "Birthday",
    "years": "Anniversary as a customer",
    "new-customer": "New customer",
    "thanks": "Thanks",
    "referral": "Referral",
    "project-finished": "Project finished",
    "graduation": "Graduation",
    "wedding": "Wedding",
    "baby": "A baby",
    "new-home": "A new home",
    "retirement": "Retirement",
    "achievement": "An achievement",
    "follow-up": "To ask after",
    "apology": "A promise was broken",
    "quiet": "Gone quiet",
    "get-well": "Is not well",
    "condolence": "A loss in the family",
    "season": "Season’s greetings",
    "just-because": "Just because",
    "wedding-anniversary": "Wedding anniversary",
}


def _news(settings: Picking) -> int:
    return settings.news_days


def _belated(settings: Picking) -> int:
    return settings.belated_days


def _grave(settings: Picking) -> int:
    return settings.condolence_days


OCCASIONS = (
    Occasion(name="condolence", late=_grave, solemn=True, shared=True),
    Occasion(name="apology", late=_grave, solemn=True),
    Occasion(name="get-well", late=_belated, on_the_day=True),
    Occasion(name="birthday", reasons=birthdays, late=_belated, on_the_day=True, yearly=True),
    Occasion(
        name="wedding-anniversary",
        reasons=wedding_anniversaries,
        late=_belated,
        on_the_day=True,
        yearly=True,
        shared=True,
    ),
    Occasion(name="baby", late=_news, shared=True),
    Occasion(name="wedding", late=_news, shared=True),
    Occasion(name="graduation", reasons=graduations, late=_news),
    Occasion(name="retirement", late=_news),
    Occasion(name="new-home", late=_news, shared=True),
    Occasion(name="achievement", late=_news),
    Occasion(name="referral", reasons=referrals, late=_news),
    Occasion(name="project-finished", late=_news),
    Occasion(name="follow-up", late=_news),
    Occasion(name="new-customer", reasons=new_customers, late=lambda settings: settings.new_customer_days),
    Occasion(name="years", reasons=years_as_customer, late=lambda settings: settings.years_late_days, yearly=True),
    Occasion(name="just-because", late=_news),
    Occasion(name="season", late=_belated, shared=True, yearly=True),
    Occasion(name="thanks", reasons=thanks, late=_news, quota=lambda settings: settings.thanks_a_month, shared=True),
    Occasion(name="quiet", reasons=quiet, late=_news, quota=lambda settings: settings.quiet_a_month),
)


SOLEMN = frozenset(occasion.name for occasion in OCCASIONS if occasion.solemn)


_MONTHS = "January February March April May June July August September October November December"
MONTHS = _MONTHS.split()  # strftime would take the language of the machine


def spoken(day: date) -> str:
    """A day as one says it: “14 November”."""
    return f"{day.day} {MONTHS[day.month - 1]}"


@cache
def with_year(day: date) -> str:
    """“14 November 2026”, said once of the many who were last here on that day."""
    return f"{spoken(day)} {day.year}"


def counted(number: int | None, noun: str) -> str:
    """`1 year`, `5 years`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def months_between(earlier: str, later: str) -> int:
    """Months from `2026-01` to `2026-11`: 10."""
    one, other = ([int(part) for part in month.split("-")] for month in (earlier, later))
    return (other[0] - one[0]) * 12 + other[1] - one[1]


def _list(numbers: Iterable[int]) -> str:
    *rest, last = map(str, numbers)
    return f"{', '.join(rest)} and {last}" if rest else last
