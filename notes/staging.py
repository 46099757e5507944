"""Staging: a file or a folder is made beside its place and then put there, so that its name never holds half of it.

Everything that is written for the person or kept for the next run goes this way. What was made is on the disk
before it takes its place; if anything fails, what was there before is still there, and nothing is left beside it.

A folder cannot take the place of another in one step: the old one steps aside and the new one takes its name. A run
that was stopped between the two is put right by the next one, with `recover`.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from notes.problems import Unusable


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        Unusable: the folder cannot be written to, or the disk is full.
    """
    new = _beside(path, f"{os.getpid()}.new")  # two runs at once do not write into one
    with _explained(path):
        try:
            with new.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files that are new: all of them, or none.

    Raises:
        Unusable: the folder cannot be written to, or the disk is full.
    """
    written: list[Path] = []
    try:
        for path, data in files.items():
            write_whole(path, data)
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A folder to fill; when the block ends it stands at `target`, and if the block fails nothing has changed.

    Raises:
        Unusable: the folder cannot be written to, or the disk is full.
    """
    with _explained(target):
        recover(target)
        new = _beside(target, "new")
        new.mkdir(parents=True)
        try:
            yield new
            for path in new.rglob("*"):
                _sync(path)
            _sync_folder(new)
            _put_in_place(new, target)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def recover(target: Path) -> None:
    """Bring a folder back to what it was if a run was stopped while it was being replaced."""
    old, new = _beside(target, "old"), _beside(target, "new")
    if old.is_dir() and not target.exists():
        old.rename(target)
    for rest in (old, new):
        if rest.is_dir():
            shutil.rmtree(rest)


def _put_in_place(new: Path, target: Path) -> None:
    old = _beside(target, "old")
    if target.exists():
        target.rename(old)
    new.rename(target)
    _sync_folder(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path, which: str) -> Path:
    return target.with_name(f".{target.name}.{which}")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Tell the person what to do where the system only says what it could not do."""
    try:
        yield
    except OSError as error:
        remedy = f"Check that there is room on the disk and that you may write to “{path.parent}”."
        raise Unusable.because(path.name, f"this could not be written: {error.strerror or error}.", remedy) from error


def _sync(path: Path) -> None:
    """Have the disk hold what was written."""
    if path.is_dir():
        return _sync_folder(path)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    """Have the disk hold the names in a folder; where a system cannot be asked for that, it sees to it itself."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
