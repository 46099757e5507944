"""The commands for one's own handwriting: hand sheet, hand read, hand leave-out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notes.cli import options
from notes.cli.endings import without_traceback
from notes.cli.typed import say
from notes.folders import Folder, ensure_writable
from notes.language.numbers import counted

if TYPE_CHECKING:
    from notes.ownhand.making import Read


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
    say("Then: notes hand read PHOTO… --name YOU")


@hand.command()
@click.argument("photos", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PHOTO…")
@click.option("--name", required=True, help="What the hand is called: your first name.")
@click.option("--signs", help="The name for which your signature stands, as cards are signed.  [the name]")
@click.option("--leave-out", "left_out", default="", metavar="COPIES", help="Copies you do not like, like a-2,th-1.")
@click.option("--keep-photos", is_flag=True, help="Keep the photographs beside the hand; else nothing of them is kept.")
@options.quiet
@without_traceback
def read(photos: tuple[Path, ...], name: str, signs: str | None, left_out: str, keep_photos: bool) -> None:
    """Read your handwriting from scans or photographs of the sheet, in any order.

    The hand is one file in data/hands/. Look at the page that it names, then write hand = "YOU" into notes.toml.
    """
    from notes.ownhand import keeping, photographs

    folder = Folder.find(Path.cwd())
    called = keeping.checked_name(name)
    click.echo(f"Reading {counted(len(photos), 'file')} …")
    found = photographs.read(photos, keeping.signed_as(name, signs or ""))
    own = keeping.without(found.hand, left_out, found.hand.left_out)
    path = keeping.keep(folder, called, own)
    if keep_photos:
        keeping.keep_photographs(folder, called, photos)
    page = keeping.show(folder, called, own, found)
    _tell(found)
    click.echo(f"Your hand is in {path}. Every letter of it is on {page}: look at it.")
    say(f'To write with it: hand = "{called}" under [card] in notes.toml, or under [signers] for your own customers.')


@hand.command("leave-out")
@click.argument("name")
@click.argument("copies", nargs=-1)
@options.quiet
@without_traceback
def leave_out(name: str, copies: Sequence[str]) -> None:
    """Leave COPIES like a-2 or th-1 out of the hand NAME, and take all others back."""
    from notes.ownhand import keeping

    folder = Folder.find(Path.cwd())
    own = keeping.without(keeping.hand_called(folder, name), " ".join(copies))
    keeping.keep(folder, keeping.checked_name(name), own)
    page = keeping.show(folder, keeping.checked_name(name), own)
    click.echo(f"{counted(len(own.left_out), 'copy', 'copies')} left out of “{name}”. It is all on {page}.")


def _tell(found: "Read") -> None:
    """What the person should look at."""
    click.echo(f"{counted(len(found.hand.names), 'copy', 'copies')} of {counted(len(found.hand.letters), 'letter')}.")
    for one in found.doubtful:
        click.echo(f"  {one.cell.name} {one.verdict.value if one.verdict else ''}")
    if found.empty:
        click.echo(f"  empty: {', '.join(one.cell.name for one in found.empty)}")
