"""A folder that is made whole and then put in its place: what was good is never overwritten by half.

The new folder is made beside the old one under a hidden name. To put it in place the old one steps aside and the new
one takes its name; a run that was stopped between these two steps is mended by the next one, with `recover`.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A folder to fill; when the block ends it stands at `target`, and if the block fails nothing has changed."""
    recover(target)
    new = _beside(target, "new")
    new.mkdir(parents=True)
    try:
        yield new
        for path in new.iterdir():
            _sync(path)
        _sync(new)
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
    _sync(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path, which: str) -> Path:
    return target.with_name(f".{target.name}.{which}")


def _sync(path: Path) -> None:
    """Have the disk hold what was written; Windows cannot open folders, and needs it only for files."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
