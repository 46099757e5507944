"""The command `notes`: the only part that talks to the terminal and asks for the time."""

import io
import os
import sys

import click

from notes import __version__
from notes.cli import check, monthly, outcomes, own_hand, plotting, printing, queries, review, setup
from notes.cli.endings import ended_well, without_traceback
from notes.memory import at_the_end

COMMANDS = (
    monthly.cards,
    review.review,
    monthly.picks,
    check.check,
    outcomes.sent,
    outcomes.cancel,
    outcomes.undo,
    outcomes.returned,
    outcomes.merge,
    queries.why,
    queries.history,
    queries.effect,
    queries.due,
    queries.words,
    queries.hands,
    own_hand.hand,
    queries.stocks,
    printing.print_,
    printing.reprint,
    printing.calibrate,
    printing.flip,
    plotting.pen,
    setup.new,
    setup.backup,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="fairhand")
def notes() -> None:
    """Handwritten notes for the customers a small business depends on.

    Once a month: notes cards, look at the review page, print, post, notes sent.
    """


for command in COMMANDS:
    notes.add_command(command)


def main() -> None:
    """Run the command; the files that it makes are for the person's eyes only."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        without_traceback(notes)(prog_name="notes")
    finally:
        at_the_end()
        ended_well()
