"""The code of the program, parsed once for the tests that look at it."""

import ast
from collections.abc import Callable, Collection, Sequence
from functools import cache
from pathlib import Path

NOTES = Path(__file__).parent.parent / "notes"


@cache
def modules() -> Sequence[Path]:
    return sorted(NOTES.rglob("*.py"))


@cache
def nodes_of(path: Path) -> Sequence[ast.AST]:
    """All that a module says, each before what is in it."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def found_in_modules(check: Callable[[Path], Collection[object]]) -> dict[str, Collection[object]]:
    """What a check finds, by module; no module where it finds nothing."""
    found = {path.relative_to(NOTES).as_posix(): check(path) for path in modules()}
    return {name: findings for name, findings in found.items() if findings}
