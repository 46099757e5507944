"""TOML as a person writes it: every mistake is explained in a sentence, and what is written reads back the same.

Our own files, which have no mistakes, are read by `resources.table_beside`.
"""

import os
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notes.files import AWAY, FETCH, is_away, read_real
from notes.language.texts import short
from notes.problems import Place, Problem

LARGEST = 2_000_000  # bytes
HOW = "Put text in quotes, lists in [brackets], and each setting on a line of its own."
_BACKSLASH = "In double quotes a backslash begins a sign. Put the text in single quotes, or write / instead of \\."
_HAS_BACKSLASH = re.compile(r'=\s*"[^"]*\\[^"]*"')
_LINE = re.compile(r"\(at line (\d+), column \d+\)$")


def read_toml(path: Path, example: str) -> tuple[dict[str, Any], Sequence[Problem]]:
    """What a file holds, and why it cannot be read; both are empty where there is no such file.

    `example` is a sentence that says where to find one that works.
    """
    if is_away(path):
        return {}, (Problem(Place(path.name), f"{AWAY}, so what it says is not known.", FETCH),)
    if not os.path.lexists(path):
        return {}, ()
    try:
        data = read_real(path, LARGEST)
    except OSError as error:
        remedy = "Check that you have permission to read it and that no other program has it open."
        return {}, (Problem(Place(path.name), f"the file cannot be read: {error.strerror or error}.", remedy),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        remedy = "Save the file again with the encoding UTF-8."
        return {}, (Problem(Place(path.name, line=line), "this line has a character that is not UTF-8.", remedy),)
    return toml_in(text, path.name, example)


def toml_in(text: str, file: str, example: str) -> tuple[dict[str, Any], Sequence[Problem]]:
    """What the text of a file of this name holds, and why it cannot be understood."""
    try:
        return tomllib.loads(text), ()
    except (ValueError, RecursionError) as error:
        return {}, (_not_understood(file, text, str(error), example),)


def _not_understood(file: str, text: str, why: str, example: str) -> Problem:
    lines = text.rstrip().split("\n")
    at = _LINE.search(why)
    line = min(int(at[1]) if at else len(lines), len(lines))
    quoted = f"“{short(lines[line - 1])}”"
    if why.startswith(("Cannot overwrite", "Cannot declare")):
        return Problem(Place(file, line=line), f"{quoted} appears twice in the file.", "Delete one of the two.")
    how = _BACKSLASH if _HAS_BACKSLASH.search(lines[line - 1]) else f"{HOW} {example}"
    return Problem(Place(file, line=line), f"this line does not make sense: {quoted}.", how)


def toml_line(key: str, value: Any) -> str:
    r"""A setting as the file has it, on one line.

    >>> toml_line("sender", 'Jo "the Hat"'), toml_line("Ann Lee", "a\nb"), toml_line("days_to", {"CA": 8})
    ('sender = "Jo \\"the Hat\\""', '"Ann Lee" = "a\\nb"', 'days_to = {CA = 8}')
    """
    import tomlkit

    if isinstance(value, dict):
        item: Any = tomlkit.inline_table()
        item.update(value)
    else:
        item = tomlkit.item(list(value) if isinstance(value, tuple) else value)
    return f"{tomlkit.key(key).as_string()} = {item.as_string()}"


def with_settings(text: str, section: str, values: Sequence[tuple[str, Any]]) -> str:
    r"""A settings file with some settings in a section of it; all else, comments too, stays as it is.

    A value of None takes the setting out.

    >>> print(with_settings("# mine\n[columns]\nname = \"Who\"\n", "columns", [("city", "Town")]))
    # mine
    [columns]
    name = "Who"
    city = "Town"
    <BLANKLINE>
    """
    import tomlkit

    document = tomlkit.parse(text)
    if section not in document:
        document[section] = tomlkit.table()
    for name, value in values:
        if value is None:
            document[section].pop(name, None)
        else:
            document[section][name] = tomlkit.item(value)
    return tomlkit.dumps(document)
