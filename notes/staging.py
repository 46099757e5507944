"""Staging: a file or a folder is made beside its place and then put there, so that its name never holds half of it.

Everything that is written for the person or kept for the next run goes this way. What was made is on the disk
before it takes its place; if anything fails, what was there before is still there, and nothing is left beside it.

A folder cannot take the place of another in one step: the old one steps aside and the new one takes its name. A run
that was stopped between the two is put right by the next one, with `recover`.
"""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import ENOTDIR
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
def staged(target: Path, ours: Collection[str] = ()) -> Iterator[Path]:
    """A folder to fill; when the block ends it stands at `target`, and if the block fails nothing has changed.

    Of what was there before, only the files that are `ours` go; whatever else a person has put there stays.

    Raises:
        Unusable: the folder cannot be written to, or the disk is full.
    """
    target = target.resolve() if target.is_symlink() else target
    with _explained(target):
        if os.path.lexists(target) and not target.is_dir():
            raise OSError(ENOTDIR, "there is a file of this name where the folder belongs")
        recover(target, ours)
        new = _beside(target, "new")
        new.mkdir(parents=True)
        try:
            yield new
            for path in new.rglob("*"):
                _sync(path)
            _sync_folder(new)
            _put_in_place(new, target, ours)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def recover(target: Path, ours: Collection[str] = ()) -> None:
    """Bring a folder back to what it was if a run was stopped while it was being replaced."""
    old, new = _beside(target, "old"), _beside(target, "new")
    if old.is_dir() and not os.path.lexists(target):
        old.rename(target)
    if new.is_dir():
        shutil.rmtree(new)
    if old.is_dir():
        _clear(old, target, ours)


def _put_in_place(new: Path, target: Path, ours: Collection[str]) -> None:
    old = _beside(target, "old")
    if os.path.lexists(target):
        target.rename(old)
    new.rename(target)
    _sync_folder(target.parent)
    if old.is_dir():
        _clear(old, target, ours)


def _clear(old: Path, target: Path, ours: Collection[str]) -> None:
    """Throw away the files that are ours in a folder that stepped aside; all else goes into the new one."""
    for path in sorted(old.iterdir()):
        if path.name in ours and (path.is_symlink() or path.is_file()):
            path.unlink()
        else:
            path.rename(_free(target / path.name))
    old.rmdir()
    _sync_folder(target)


def _free(path: Path) -> Path:
    """A name that nothing has, as like the wanted one as can be."""
    number = 1
    free = path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


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
