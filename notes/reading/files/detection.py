"""Files: what kind one is, by its content and not its name, and all its sheets; or one sentence saying why not."""

import re
from dataclasses import replace
from pathlib import Path

from notes.files import AWAY, FETCH, is_away, is_real
from notes.problems import BadValue, Level, Place, Problem, Unusable
from notes.reading.files.delimited import read_delimited
from notes.reading.files.excel import read_workbook
from notes.reading.files.sheets import Contents

MOST_BYTES = 50 * 1024 * 1024
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls, and of workbooks with a password
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_KINDS = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a text document",
    b"\x1f\x8b": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"Rar!": "an archive",
}
_SAVE_AS = "Open it in your spreadsheet program and save it as .xlsx."


def read_contents(path: Path, query: str = "") -> Contents:
    """Everything in a file of customers; `query` is the table or the query for a database.

    Raises:
        Unusable: it is missing, empty, locked, or no spreadsheet.
    """
    try:
        return _read(path, query).cut()
    except BadValue as bad:
        raise Unusable((Problem(Place(path.name), bad.message, bad.remedy, Level.ERROR),)) from None
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise Unusable.because(
            path.name, f"the file cannot be read: {why}.", "Close it in other programs and try again."
        ) from None


def _read(path: Path, query: str) -> Contents:
    if path.name.startswith("~$"):
        workbook = path.name.removeprefix("~$")
        raise BadValue(
            f"a file that begins with ~$ is only a sign that “{workbook}” is open.",
            f"Choose “{workbook}”, and close it in Excel so that nothing unsaved is missed.",
        )
    if is_away(path):
        raise BadValue(f"{AWAY}.", FETCH)
    if not path.exists():
        raise BadValue("there is no such file.", "Check its name and folder.")
    if path.is_dir():
        raise BadValue("this is a folder, not a file.", "Choose the spreadsheet in it.")
    if not is_real(path):
        raise BadValue("this is a pipe or a device, not a file.", "Save the list as a file, and choose that.")
    if path.stat().st_size > MOST_BYTES:
        raise BadValue(
            "the file is larger than 50 MB, far too large for a list of customers.",
            "Copy the list into a new workbook.",
        )
    with path.open("rb") as file:
        start = file.read(4096)
    if not start.strip(b"\0 \t\r\n"):
        raise BadValue("the file is empty.", "Choose the file that has your customers.")
    if start.startswith(b"SQLite format 3"):
        from notes.reading.files.databases import read_database

        return read_database(path, query)
    return _by_content(path, start)


def _by_content(path: Path, start: bytes) -> Contents:
    for begins, kind in _KINDS.items():
        if start.startswith(begins):
            raise BadValue(f"this is {kind}, not a spreadsheet.", "Save the list as .xlsx or as CSV.")
    if start.startswith(b"PK"):
        return _from_package(path)
    if start.startswith(_COMPOUND):
        if _PASSWORD in path.read_bytes():
            raise BadValue("the workbook is protected with a password.", "Save a copy of it without the password.")
        return _from_foreign(path)
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta")):
        raise BadValue("this is a web page, whatever its name says.", _SAVE_AS)
    if head.startswith(b"begin:vcard"):
        from notes.reading.files.vcards import read_vcards

        return read_vcards(path.read_bytes())
    if head.startswith((b"<?xml", b"<")):
        raise BadValue("this is an XML file, not a workbook.", _SAVE_AS)
    if re.match(rb"\{\s*\"|\[\s*[{\[\"]", head):
        raise BadValue("this is a JSON file, not a spreadsheet.", "Export the list as .xlsx or as CSV.")
    contents = read_delimited(path.read_bytes())
    if path.suffix.lower() not in _OF_WORKBOOKS:
        return contents
    notice = f"its name says {path.suffix.lower()}, but it is a text file (CSV), and is read as one."
    return replace(contents, notices=[*contents.notices, notice])


_OF_WORKBOOKS = frozenset([".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"])


def _from_package(path: Path) -> Contents:
    """A zip file: xlsx and xlsm, or the kinds that another library reads."""
    from notes.reading.files.excel import guard, parts_of

    guard(path)
    parts = parts_of(path)
    if "xl/workbook.bin" in parts or "content.xml" in parts:
        return _from_foreign(path)
    if "xl/workbook.xml" not in parts and not any(part.endswith("workbook.xml") for part in parts):
        kind = "a text document" if "word/document.xml" in parts else "an archive"
        raise BadValue(f"this is {kind}, not a spreadsheet.", "Save the list as .xlsx or as CSV.")
    return read_workbook(path)


def _from_foreign(path: Path) -> Contents:
    from notes.reading.files.other_formats import read_foreign

    return read_foreign(path)


def is_open_elsewhere(path: Path) -> bool:
    """Whether Excel or LibreOffice has left its sign of an open workbook beside it."""
    return any(
        path.with_name(mark).exists() for mark in (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    )
