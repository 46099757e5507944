"""The curve of the revenue: how much of it the best customers bring, as the points of a drawing and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from notes.picking.picks import Revenue

WIDTH, HEIGHT = 600, 240
MOST_POINTS = 200


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through `points`, and the two crossings, all in the units of the drawing with y downwards."""

    points: Sequence[tuple[float, float]]
    at_80: tuple[float, float]
    at_top_20: tuple[float, float]

    @classmethod
    def of(cls, revenue: Revenue) -> "Curve | None":
        """The curve, if there is one to draw: it takes two customers who brought something."""
        count = len(revenue.curve)
        if count < 2 or not revenue.total:
            return None
        step = max(1, count // MOST_POINTS)
        places = [*range(0, count, step), count - 1]
        line = [_point(0, 0), *(_point((place + 1) / count, revenue.curve[place]) for place in places)]
        at_80 = _point(revenue.customers_for_80 / count, revenue.curve[revenue.customers_for_80 - 1])
        return cls(tuple(dict.fromkeys(line)), at_80, _point(ceil(count / 5) / count, revenue.share_of_top_20))

    @property
    def path(self) -> str:
        """The line as SVG has it."""
        return "M" + "L".join(f"{x} {y}" for x, y in self.points)


def _point(customers: float, revenue: float) -> tuple[float, float]:
    return round(customers * WIDTH, 1), round((1 - revenue) * HEIGHT, 1)


def in_words(revenue: Revenue) -> list[str]:
    """Both figures as they really are, a sentence each.

    >>> from decimal import Decimal
    >>> in_words(Revenue("Paid orders.", Decimal("2328.60"), "USD", 47, 0.229, 0.229, (0.5,) * 59))[0]
    '47 of 59 customers bring 80% of the revenue.'
    """
    count = len(revenue.curve)
    if not count or not revenue.total:
        return ["There is no revenue in this period, so nobody is ranked by it."]
    bring = "brings" if revenue.customers_for_80 == 1 else "bring"
    return [
        f"{revenue.customers_for_80} of {count} customers {bring} 80% of the revenue.",
        f"The top 20% of them bring {revenue.share_of_top_20:.1%}, the top 20% of all your customers"
        f" {revenue.share_of_top_20_of_all:.1%}.",
        f"In all, {revenue.total:,.2f} {revenue.currency}.".replace(" .", "."),
    ]
