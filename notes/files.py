"""Files as they are read: a real one and no larger than such a file is, so that nothing waits for a pipe for ever.

A name that is no text (an old disk has them) is shown with marks in place of what cannot be.
"""

import os
import stat
from collections.abc import Sequence
from errno import EBADF, EDQUOT, EFBIG, EINVAL, EIO, EMFILE, ENOMEM, ENOSPC, EROFS
from pathlib import Path

from notes.problems import BadValue, shown

MOST = 50 * 1024 * 1024  # bytes


# What is said of a file that is kept elsewhere: a service leaves a sign of it, `.NAME.icloud`, in its place.
AWAY = "iCloud has taken this file off the computer"
FETCH = "Click on the cloud beside it in the Finder, and wait until it is there."

# What helps where the system could not do what was asked of it.
ROOM = "Make room on the disk (and in the folder for temporary files), then try again."
_REMEDIES = {
    ENOSPC: ROOM,
    EDQUOT: ROOM,
    EFBIG: ROOM,
    EROFS: "The disk can only be read. Work in a folder that can be written to.",
    EIO: "The disk or the network drive does not answer. Try again, and look whether it is well.",
    EMFILE: "Close some other programs, then try again.",
    ENOMEM: "Close some other programs, then try again.",
    EBADF: "There is nowhere to write the answer to. Run it in a terminal.",
}


def remedy_of(error: OSError) -> str:
    """What helps where the system could not do something, "" where nobody knows.

    >>> remedy_of(OSError(ENOSPC, "No space left on device")).partition(",")[0], remedy_of(OSError("odd"))
    ('Make room on the disk (and in the folder for temporary files)', '')
    """
    return _REMEDIES.get(error.errno or 0, "")


def is_away(path: Path) -> bool:
    """Whether a file is not here, but a sign that it is kept elsewhere."""
    return not os.path.lexists(path) and path.with_name(f".{path.name}.icloud").exists()


def away_in(folder: Path) -> Sequence[Path]:
    """The files of a folder and of those in it that are kept elsewhere."""
    signs = sorted(folder.rglob(".*.icloud")) if folder.is_dir() else []
    return [path for sign in signs if is_away(path := sign.with_name(sign.name[1 : -len(".icloud")]))]


def is_real(path: Path) -> bool:
    """Whether there is a file: no folder, no pipe, no device."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def read_real(path: Path, most: int = MOST) -> bytes:
    """What a file holds.

    Raises:
        OSError: it is not there, is no real file, is too large, or cannot be read.
    """
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise OSError(EINVAL, "it is not a file but a folder, a pipe or a device", str(path))
    if about.st_size > most:
        raise OSError(EFBIG, f"it is larger than {most // 1_000_000} MB", str(path))
    return path.read_bytes()


def within(folder: Path, text: str) -> Path:
    """The file that a setting names: in the folder of the business, or where a whole path says on purpose.

    Raises:
        BadValue: it leads out of the folder.
    """
    path = Path(text)
    if not path.is_absolute() and ".." in path.parts:
        remedy = f"Put the file into {folder.name}/, or write where it is from the top of the disk."
        raise BadValue(f"“{shown(text)}” leads out of the folder of your business.", remedy)
    return folder / path


def name_of(path: Path) -> str:
    r"""The name of a file, as it can be shown and written.

    >>> name_of(Path("caf\udce9.csv"))
    'caf�.csv'
    """
    return shown(path.name)
