"""The review page: one file that shows the month's cards, who is held, who gets none, and why."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from notes.language.days import month_and_year, with_weekday
from notes.language.numbers import counted
from notes.picking.picks import Outcome, Pick
from notes.problems import Level, Problem, told_once
from notes.review.contents import Review, ReviewCard
from notes.review.curve import HEIGHT, WIDTH, Curve, in_words
from notes.wording.note import Note

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
SOLITARY = 2  # a reason shared by fewer goes beside the name


@dataclass(frozen=True, slots=True)
class Skipped:
    """Customers who get no card for the same reason."""

    reason: str
    picks: Sequence[Pick]


@dataclass(frozen=True, slots=True)
class PostDay:
    """The cards that must be posted by a day; None: whenever it suits."""

    day: date | None
    cards: Sequence[ReviewCard]


def render(review: Review) -> str:
    """The page, complete by itself: no script, no network, the same text for the same month."""
    revenue = review.picks.revenue
    return (
        environment()
        .get_template("review.html.jinja")
        .render(
            review=review,
            month=month_and_year(review.picks.month),
            totals=review.picks.totals(),
            style=(HERE / "review.css").read_text(encoding="utf-8"),
            held=review.of(Outcome.HELD),
            skipped=skipped_by_reason(review.of(Outcome.SKIPPED)),
            post_days=post_days(review.cards),
            problems=by_file(review.problems),
            to_mend=any(problem.level is not Level.NOTICE for problem in review.problems),
            curve=Curve.of(revenue),
            curve_size=(WIDTH, HEIGHT),
            revenue_in_words=in_words(revenue),
            typed=review.typed,
            batch=review.batch or review.picks.month,
        )
    )


@cache
def environment() -> "Environment":
    """How our pages are filled: no cell is markup, and what is missing is a mistake."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made: Environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    filters = (spoken_day, sentence, counted, kind, mentioned, data_uri)
    made.filters |= {one.__name__: one for one in filters}
    return made


def post_days(cards: Sequence[ReviewCard]) -> list[PostDay]:
    """The days of posting in order, each with its cards; those without a day come last."""

    def day_of(card: ReviewCard) -> date:
        return card.note.pick.mail_by or date.max

    days = groupby(sorted(cards, key=lambda card: (day_of(card), card.number)), key=day_of)
    return [PostDay(None if day == date.max else day, tuple(those)) for day, those in days]


def skipped_by_reason(picks: Sequence[Pick]) -> list[Skipped]:
    """Who gets no card, the commonest reason first; one person's own reason has no heading."""
    by_reason: dict[str, list[Pick]] = {}
    for pick in picks:
        by_reason.setdefault(sentence(pick.reason), []).append(pick)
    shared = {reason: those for reason, those in by_reason.items() if len(those) >= SOLITARY}
    groups = [Skipped(reason, those) for reason, those in sorted(shared.items(), key=lambda item: -len(item[1]))]
    alone = [pick for pick in picks if sentence(pick.reason) not in shared]
    return [*groups, Skipped("", alone)] if alone else groups


def by_file(problems: Sequence[Problem]) -> list[tuple[str, list[Problem]]]:
    """The same finding once, under the file in which it is, the gravest first."""
    files: dict[str, list[Problem]] = {}
    for problem in told_once(problems):
        files.setdefault(problem.place.file, []).append(problem)
    return list(files.items())


def mentioned(note: Note) -> list[str]:
    """What the note says about the person, each as “likes: sea charts”."""
    known = {**note.pick.customer.details, **note.pick.facts}
    return [f"{name.replace('_', ' ')}: {known[name]}" if known.get(name) else name for name in note.mentions]


def spoken_day(day: date | None) -> str:
    """A day with its weekday: “Friday, 6 November”."""
    return with_weekday(day) if day else "any day"


def kind(occasion: str) -> str:
    """The word of an occasion as one says it.

    >>> kind("project-finished")
    'project finished'
    """
    return occasion.replace("-", " ")


def sentence(text: str) -> str:
    """The text as a sentence stands alone.

    >>> sentence("could have gone to anyone"), sentence("Is this so?")
    ('Could have gone to anyone.', 'Is this so?')
    """
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if not text or text[-1] in ".!?…”" else ".")


def data_uri(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"
