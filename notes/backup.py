"""A backup: all that a business could not make again, in one zip of its day.

That is the spreadsheet, the settings, the history, the person's own words and fonts, and what was decided about single
cards. What is made from it, the cards and the pages, is left out.
"""

import io
import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from notes.changes.record import FILE as DECIDED
from notes.files import MOST, is_real, read_real
from notes.folders import Folder, ensure_writable
from notes.history import Ledger
from notes.language.days import with_year
from notes.problems import Unusable
from notes.staging import write_whole

FOLDERS = ("history", "templates", "fonts", "hands")
LARGEST = 500_000_000  # bytes in all
DAYS_OF_A_ZIP = (date(1980, 1, 1), date(2107, 12, 31))  # it can tell no other


def back_up(folder: Folder, day: date, to: Path) -> tuple[Path, int]:
    """Write the backup of a day, and return where it is and how many files it has; the ledger knows of it.

    Raises:
        Unusable: there is nothing to back up, it would go among what is backed up, a file cannot be read, or the
            backup cannot be written.
    """
    if any(_real(to).is_relative_to(one) for one in _own_folders(folder)):
        remedy = "Name another one with --to, best on another disk."
        raise Unusable.because(str(to), "this folder is itself among what is backed up.", remedy)
    ensure_writable(to)
    files = sorted(_files(folder))
    if not files:
        raise Unusable.because(str(folder.home), "there is nothing here to back up.", "Run it beside your spreadsheet.")
    target = to / f"fairhand-{day}.zip"
    write_whole(target, _packed(folder, files, day))
    replace(Ledger.beside(folder.history), backup=str(day)).keep(folder.history)
    return target, len(files)


def _own_folders(folder: Folder) -> set[Path]:
    return {_real(folder.history), *(_real(folder.own(name)) for name in FOLDERS)}


def _real(path: Path) -> Path:
    """Where a path leads; one that leads in a circle stays as it is."""
    return Path(os.path.realpath(path))


def _files(folder: Folder) -> Iterator[tuple[str, Path]]:
    """Every file of the business, with its name in the backup."""
    for path in folder.home.iterdir():
        if is_real(path) and not path.name.startswith(("~$", ".")) and path.suffix != ".zip":
            yield path.name, path
    for name in FOLDERS:
        home = folder.history if name == "history" else folder.own(name)
        for path in home.rglob("*") if home.is_dir() else ():
            if is_real(path) and path.name != ".lock" and path.suffix != ".new":
                yield f"{name}/{path.relative_to(home).as_posix()}", path
    for path in folder.out.glob(f"*/{DECIDED}"):
        if is_real(path):
            yield f"out/{path.parent.name}/{DECIDED}", path


def _packed(folder: Folder, files: list[tuple[str, Path]], day: date) -> bytes:
    content, size = io.BytesIO(), 0
    on = min(max(day, DAYS_OF_A_ZIP[0]), DAYS_OF_A_ZIP[1])
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, path in files:
            try:
                data = read_real(path, MOST * 4)
            except OSError as error:
                why = f"this cannot be read, so there is no backup: {error.strerror or error}."
                raise Unusable.because(name, why, "Close it in other programs and try again.") from error
            size += len(data)
            if size > LARGEST:
                remedy = "Move what is not Fairhand’s out of the folder."
                raise Unusable.because(str(folder.home), "there are more than 500 MB of files in it.", remedy)
            entry = zipfile.ZipInfo(name.encode("utf-8", "replace").decode(), (on.year, on.month, on.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, data)
    return content.getvalue()


def last_backup(folder: Folder) -> str:
    """When the last backup was made, in a sentence."""
    day = Ledger.beside(folder.history).backup
    if not day:
        return "There is no backup yet of your spreadsheet and of what was sent. Make one: notes backup"
    return f"The last backup was made on {with_year(date.fromisoformat(day))}. Make another: notes backup"
