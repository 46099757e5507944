"""How a month's decision reads: as JSON, on the terminal, and as an answer about one customer."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from notes.history import Past, state_of
from notes.holds import told, understood, way_back
from notes.language.days import brief, month_and_year, with_year
from notes.language.folding import is_called
from notes.language.locales import listed
from notes.language.numbers import counted
from notes.language.texts import short
from notes.picking.answers import is_answered
from notes.picking.gifts import about as about_gift
from notes.picking.picks import Outcome, Pick, Picks, Revenue


def as_json(picks: Picks) -> dict[str, Any]:
    """The answer of `notes picks --json`."""
    revenue = picks.revenue
    return {
        "month": picks.month,
        "counted": revenue.counted,
        "revenue": {
            "total": f"{revenue.total:.2f}",
            "currency": revenue.currency,
            "customers_for_80": revenue.customers_for_80,
            "share_of_top_20": revenue.share_of_top_20,
            "share_of_top_20_of_all": revenue.share_of_top_20_of_all,
        },
        "picks": [_pick_json(pick) for pick in picks.picks],
        "totals": picks.totals(),
    }


def _pick_json(pick: Pick) -> dict[str, Any]:
    return {
        "customer_id": pick.customer.customer_id,
        "name": pick.customer.name,
        "occasion": pick.occasion or None,
        "date": str(pick.on) if pick.on else None,
        "why": pick.why,
        "outcome": pick.outcome.value,
        "reason": pick.reason,
        "also": [_pick_json(other) for other in pick.also],
    }


def as_text(picks: Picks) -> str:
    """The month on the terminal: the cards by the day they are posted, who is held, who not, and the sums."""
    held = [pick for pick in picks.picks if pick.outcome is Outcome.HELD]
    skipped = [pick for pick in picks.picks if pick.outcome is Outcome.SKIPPED]
    lines = [month_and_year(picks.month), *revenue_lines(picks.revenue)]
    if picks.cards:
        lines += ["", "Cards, by the day to post them"]
        lines += [f"  {_posted(pick):>10}  {_name(pick)}: {pick.why} {pick.reason}".rstrip() for pick in picks.cards]
    if held:
        lines += ["", "Held until you have looked"]
        lines += [f"  {_name(pick)}: {pick.why} {pick.reason}" for pick in held]
    if skipped:
        lines += ["", "No card this month"]
        lines += _skipped_lines(skipped)
    totals = picks.totals()
    sums = "{card} with a card, {held} held, {skipped} without.".format(**totals)
    return "\n".join([*lines, "", f"{counted(totals['customers'], 'customer')}: {sums}"])


def _posted(pick: Pick) -> str:
    return brief(pick.mail_by) if pick.mail_by else ""


def _skipped_lines(skipped: Sequence[Pick]) -> list[str]:
    """Those who have a reason of their own, by name; where many share one, how many there are."""
    counts = Counter(pick.reason for pick in skipped)
    alone = [pick for pick in skipped if counts[pick.reason] < 4]
    lines = [f"  {_name(pick)}: {' '.join(filter(None, [pick.why, pick.reason]))}" for pick in alone]
    return lines + [f"  {count} customers: {reason}" for reason, count in counts.most_common() if count >= 4]


def revenue_lines(revenue: Revenue) -> list[str]:
    """What was counted, and both 80/20 figures."""
    if not revenue.total:
        return [revenue.counted]
    whole = f"{revenue.total:,.2f} {revenue.currency} from {counted(len(revenue.curve), 'customer')}"
    few = "one of them brings" if revenue.customers_for_80 == 1 else f"{revenue.customers_for_80} of them bring"
    fifth = f"the top 20% of them bring {revenue.share_of_top_20:.1%}"
    of_all = f"the top 20% of all your customers {revenue.share_of_top_20_of_all:.1%}"
    return [revenue.counted, f"{whole}; {few} 80%, {fifth}, {of_all}."]


def why(picks: Picks, past: Past, words: str) -> str:
    """The answer of `notes why NAME`: for each customer of this name or number the month, the rank, and the past."""
    found = find(picks.picks, words)
    if not found:
        return f"There is no customer “{words}” in the spreadsheet."
    return "\n\n".join(_answer(picks, past, pick) for pick in found)


def find(picks: Sequence[Pick], words: str) -> list[Pick]:
    """The customers of a number; else those in whose name or firm each of the words begins a word."""
    by_number = [pick for pick in picks if pick.customer.customer_id == words]
    return by_number or [one for one in picks if is_called(f"{one.customer.name} {one.customer.company}", words)]


def _answer(picks: Picks, past: Past, pick: Pick) -> str:
    customer = pick.customer
    lines = [f"{customer.name} (number {customer.customer_id}), {month_and_year(picks.month)}"]
    if pick.outcome is Outcome.CARD:
        by = with_year(pick.mail_by) if pick.mail_by else "the end of the month"
        lines.append(f"A card: {pick.why} Post it by {by}.{_greeted_as_well(pick)} {pick.reason}".rstrip())
    elif pick.outcome is Outcome.HELD:
        lines.append(f"A card is held: {pick.why} {pick.reason}")
    else:
        lines.append(f"No card: {' '.join(filter(None, [pick.why, pick.reason]))}")
    lines += [gift] if (gift := about_gift(pick, past)) else []
    for hold in customer.holds:
        freed = is_answered(customer, hold, past)
        after = f"You answered “{short(customer.ok_to_write)}”, so it holds no card." if freed else way_back(hold)
        lines.append(f"{told(hold)}. Taken to mean: {understood(hold)}. {after}")
    lines.append(_rank(picks.revenue, pick))
    had = past.cards_of(customer.customer_id)
    lines += [state_of(event) for event in had] or ["They have had no card so far."]
    return "\n  ".join(lines)


def _greeted_as_well(pick: Pick) -> str:
    if not pick.with_people:
        return ""
    names = listed(other.name for other in pick.with_people)
    return f" {names} {'is' if len(pick.with_people) == 1 else 'are'} greeted on the same card."


def _rank(revenue: Revenue, pick: Pick) -> str:
    if not pick.rank:
        return f"No revenue from them is counted. {revenue.counted}"
    among = " They are among the customers who bring 80% of it." if pick.rank <= revenue.customers_for_80 else ""
    place = f"Number {pick.rank} of {len(revenue.curve)} by revenue, {pick.share * 100:.1f}% of the total."
    return f"{place}{among} {revenue.counted}"


def _name(pick: Pick) -> str:
    return f"{pick.customer.name} ({pick.occasion})" if pick.occasion else pick.customer.name
