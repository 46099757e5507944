"""Commands as a person types them, in the folder that the test works in."""

from click.testing import CliRunner, Result

from notes.cli import notes


def run(*words: str) -> Result:
    return CliRunner().invoke(notes, words, catch_exceptions=False)


def cards(*words: str) -> Result:
    """The cards of November, on its first day."""
    return run("cards", "--month", "2026-11", "--today", "2026-11-01", *words)
