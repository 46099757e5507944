"""Where the files of one business are.

The business is in the current folder if that has a notes.toml or a spreadsheet called customers (as `notes new` makes
it), else in its folder data/, else it is the sample: where that is at home, or where it is asked for. A spreadsheet
named on the command line is read in place of the business's own. What was made goes into out/, what was sent is
remembered in history/ beside the settings. Beside a spreadsheet that is only named, in an installed sample or where
nothing can be written, nothing is left behind: there the memory is in out/history/. A memory that was begun beside the
settings is never left for another one: where it cannot be used, that is told.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from notes.files import is_away
from notes.problems import Unusable
from notes.resources import INSTALLED, SAMPLE

LEDGER = "fairhand.json"  # beside the history: what is in it
SPREADSHEETS = ("xlsx", "xlsm", "csv", "ods", "xls", "xlsb", "tsv", "txt", "vcf", "sqlite", "db")


@dataclass(frozen=True)
class Folder:
    """The business's folder, the spreadsheet to read, and where results and memory go.

    `is_visited` marks a folder that is not the business's own but only holds the spreadsheet that was named.
    """

    home: Path
    customers: Path
    out: Path
    is_sample: bool = False
    is_visited: bool = False

    @classmethod
    def find(cls, start: Path, file: Path | None = None, out: Path | None = None, sample: bool = False) -> "Folder":
        """The business seen from a folder, or the sample; `file` is read in place of its own spreadsheet."""
        out = out or start / "out"
        for home in () if sample else (start, start / "data"):
            own = spreadsheet_in(home)
            if own or (home / "notes.toml").is_file() or is_away(home / "notes.toml"):
                return cls(home, file or own or home / "customers.xlsx", out)
        if file and not sample:
            return cls(file.resolve().parent, file, out, is_visited=True)
        return cls(SAMPLE, SAMPLE / "customers.xlsx", out, is_sample=True)

    def of_somebody(self, start: Path, asked: bool = False) -> "Folder":
        """The folder, if its spreadsheet is the person's own, or the sample was `asked` for or is at home here.

        Raises:
            Unusable: there is no spreadsheet; it says where one was looked for, and which may be meant.
        """
        if not self.is_sample or asked:
            return self
        others = [path for home in (start, start / "data") for path in _other_spreadsheets(home)]
        if others:
            shown = others[0].relative_to(start).as_posix()
            own = f"data/customers{others[0].suffix}"
            remedy = f'If it is your list of customers, save it as {own}, or name it: notes cards "{shown}"'
            raise Unusable.because(shown, "is this your spreadsheet? Fairhand reads the one called customers.", remedy)
        if (start / "data/sample").is_dir():
            return self
        endings = ", ".join(SPREADSHEETS[1:])
        raise Unusable.because(
            "customers.xlsx",
            f"there is no spreadsheet of this name (or .{endings}), in {start} or in {start / 'data'}.",
            "Put yours there, make an empty one with `notes new FOLDER`, or look at the sample: notes cards --sample",
        )

    @property
    def settings(self) -> Path:
        return self.home / "notes.toml"

    @property
    def history(self) -> Path:
        beside, apart = self.home / "history", self.out / "history"
        if self.is_visited or (self.is_sample and INSTALLED):
            return apart
        begun = any(os.path.lexists(path) for path in (beside, beside.with_name(LEDGER)))
        return beside if begun or os.access(self.home, os.W_OK) else apart

    def own(self, name: str) -> Path:
        """A file or folder of the user's, such as templates/ or stocks.toml, whether it exists or not."""
        return self.home / name


def spreadsheet_in(folder: Path) -> Path | None:
    """The file called customers in a folder; the first by the order of `SPREADSHEETS` if there are several.

    It may be kept elsewhere; then it is the business's all the same, and whoever reads it says so.
    """
    named = [folder / f"customers.{ending}" for ending in SPREADSHEETS]
    return next((path for path in named if path.is_file() or is_away(path)), None)


def _other_spreadsheets(folder: Path) -> list[Path]:
    """The spreadsheets of a folder that are called otherwise."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    kinds = {f".{ending}" for ending in SPREADSHEETS if ending != "txt"}
    return [path for path in files if path.suffix.lower() in kinds and not path.name.startswith(("~", "."))]


ANOTHER = "Close whatever has the folder open, or name another one with --out."


def ensure_writable(folder: Path, remedy: str = ANOTHER) -> None:
    """Make the folder, and see that a file can be made in it.

    Raises:
        Unusable: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Unusable.because(str(folder), f"nothing could be written here: {error.strerror}.", remedy) from error
