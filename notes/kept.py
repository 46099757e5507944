"""Kept: what takes long to work out of files that hardly ever change, in a folder that may be deleted at any time.

Each value has a file of its own, named by a digest of all that it was worked out of; one that is damaged is worked out
anew, and of those of one name a few are kept.
"""

import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

from notes.problems import Unusable
from notes.staging import write_whole

Value = TypeVar("Value")

MOST = 8  # values of one name: the wordings of so many businesses
_DIGEST = 32  # bytes


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Where this machine keeps what can be made again; FAIRHAND_CACHE names another place."""
    if given := environment.get("FAIRHAND_CACHE"):
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("fairhand", appauthor=False)


def kept(name: str, of: Iterable[bytes], work: Callable[[], Value]) -> Value:
    """A value made of texts, numbers, truths, tuples, lists and tables of these, worked out once of the same bytes."""
    key = hashlib.sha256(f"{sys.version} {marshal.version}".encode())
    for part in of:
        key.update(hashlib.sha256(part).digest())
    path = cache_folder(os.environ) / "kept" / f"{name}-{key.hexdigest()[:32]}"
    try:
        data = path.read_bytes()
        if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
            found: Value = marshal.loads(data[_DIGEST:])  # noqa: S302 - it is what was written, by its digest
            return found
    except (OSError, ValueError, EOFError, TypeError):
        pass
    value = work()
    data = marshal.dumps(cast(Any, value))
    put(path, hashlib.sha256(data).digest() + data)
    _thin_out(path.parent, name)
    return value


def put(path: Path, data: bytes) -> None:
    """Put a file into the cache if possible; of two runs at once, each writes a whole one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except (OSError, Unusable):
        return


def _thin_out(folder: Path, name: str) -> None:
    """Leave the newest few of a name."""
    try:
        aged = sorted(folder.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime)
        for path in aged[:-MOST]:
            path.unlink(missing_ok=True)
    except OSError:
        return
