"""Comments: what hangs on the cells of a workbook, which openpyxl does not report when it streams."""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

MOST_COMMENTS = 20_000
_COMMENTS = ("/comments", "/threadedComment")
_BEHIND_THE_NOTICE = re.compile(r"\A\[.*?\n[^\n:]{3,20}:\s*\n\s*(?P<said>.*)\Z", re.DOTALL)


def comments_of(packed: zipfile.ZipFile, sheet: str) -> Mapping[str, str]:
    """The comments on the cells of a sheet, by reference; of a discussion everything that was said.

    A part that is damaged has none, for the rows can be read all the same.
    """
    found: dict[str, str] = {}
    for part in sorted(_parts_of(packed, sheet.lstrip("/"))):  # “comments1.xml” before “threadedComments”
        with suppress(Exception):
            found |= dict(_in_part(packed, part))
    return found


def _parts_of(packed: zipfile.ZipFile, sheet: str) -> Iterator[str]:
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in packed.namelist():
        return
    for one in _elements(packed, relations):
        if str(one.get("Type", "")).endswith(_COMMENTS):
            target = str(one.get("Target", ""))
            yield target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _in_part(packed: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    said: dict[str, list[str]] = {}
    names: list[str] = []
    for one in _elements(packed, part):
        tag = one.tag.rpartition("}")[2]
        if tag == "author":
            names.append("".join(one.itertext()).strip())
        elif tag in ("comment", "threadedComment") and len(said) < MOST_COMMENTS:
            said.setdefault(str(one.get("ref", "")), []).append(_said("".join(_texts(one)), names))
    yield from ((cell, "\n".join(texts)) for cell, texts in said.items() if cell)


def _elements(packed: zipfile.ZipFile, part: str) -> Iterator[Any]:
    from openpyxl.xml.functions import fromstring

    yield from fromstring(packed.read(part)).iter()


def _texts(comment: Any) -> Iterator[str]:
    for one in comment.iter():
        if one.tag.rpartition("}")[2] in ("t", "text"):
            yield one.text or ""


def _said(text: str, names: list[str]) -> str:
    r"""What a comment says, without who wrote it and without what the program says about discussions.

    >>> _said("Jo Smith:\ndied in May", ["Jo Smith"])
    'died in May'
    """
    text = text.replace("\r\n", "\n").strip()
    if match := _BEHIND_THE_NOTICE.match(text):
        text = match["said"]
    for name in names:
        if name and text.startswith(f"{name}:"):
            text = text[len(name) + 1 :]
    return text.strip()
