"""The commands for one's own handwriting: hand sheet."""

from pathlib import Path

import click

from notes.cli import options
from notes.cli.endings import without_traceback
from notes.folders import Folder


@click.group()
def hand() -> None:
    """Have the cards in your own handwriting: print a sheet, write on it, photograph it."""


@hand.command()
@click.argument("pdf", type=click.Path(path_type=Path, dir_okay=False), default=Path("out/my-hand.pdf"))
@click.option("--language", metavar="CODE", help="The language whose accents you need, like de.  [that of notes.toml]")
@click.option("--paper", type=click.Choice(["letter", "a4"], case_sensitive=False), help="[that of your country]")
@options.quiet
@without_traceback
def sheet(pdf: Path, language: str | None, paper: str | None) -> None:
    """Make the sheet to write on, as PDF (out/my-hand.pdf)."""
    from notes.folders import ensure_writable
    from notes.ownhand import printed
    from notes.ownhand.sheet import Sheet
    from notes.paper.stocks import plain_paper
    from notes.staging import write_whole

    business = options.settings(Folder.find(Path.cwd()), {}).business
    size = plain_paper({"letter": "US", "a4": "DE"}.get(paper or "", business.country))
    made = Sheet.of(language or business.language)
    ensure_writable(pdf.parent)
    write_whole(pdf, printed.pdf(made, size))
    click.echo(f"Your sheet is in {pdf}: {made.pages} pages. Print them at any size that shows all four corner marks.")
    click.echo("\n".join(printed.HOW))
