"""The page check.html: what was understood of the spreadsheet, for who has no terminal to be asked in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from notes.customers import Book, Understanding
from notes.problems import Problem
from notes.reading.understanding import how_sure, spoken
from notes.review.page import HERE, by_file, environment

NAME = "check.html"


def render_check(book: Book, problems: Sequence[Problem], typed: Callable[[str], str] = str) -> str:
    """The page, complete by itself: each column with three of its values, what it was taken for, and how surely."""
    used = [one for one in book.understood if one.field]
    return (
        environment()
        .get_template("check.html.jinja")
        .render(
            file=Path(book.file).name,
            customers=len(book.customers),
            doubtful=[one for one in used if not one.sure],
            sure=[one for one in used if one.sure],
            unused=[one for one in book.understood if not one.field],
            settings=book.settled_columns,
            problems=by_file(problems),
            typed=typed,
            taken_for=taken_for,
            how_sure=how_sure,
            style=(HERE / "review.css").read_text(encoding="utf-8"),
        )
    )


def taken_for(one: Understanding) -> str:
    return spoken(one.field)
