"""Mutants: one line of the program is changed at random, and the tests ought to notice.

    python -m tests.mutants --seed 1 --count 40 notes/picking notes/reading notes/wording

All tests run once to learn which of them come by which line. For each changed line the quick ones run that come by it
and then those that come by its file, until one fails. Where none does, the rest of the suite runs: first the long tests
that come by the file, and their neighbors, which may look at what another test made; then all others, since a test may
start the program by itself. So a change is unnoticed only where `make test` would pass. Each change is shown as it was
and as it became, with the test that failed, and whether that was one of the rest; then the line is put back. It takes
half an hour, and some minutes more for each change that no quick test notices; `make mutants`.
With `--rest file` the second step is only of the tests that come by the file and their neighbors; the figure says so.
The well-known tools change every line there is, which takes a night; a sample is what one looks at.
"""

import argparse
import ast
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest
from coverage import CoverageData

from tests.passing_by import CHOSEN, LEARN

ROOT = Path(__file__).parent.parent
SECONDS = 1800
LONG = 1  # second
QUIETLY = ["-q", "-x", "-p", "tests.passing_by"]
COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult}


@dataclass(frozen=True)
class Mutant:
    """A line of a file, as it is and as it would be."""

    path: Path
    line: int
    before: str
    after: str

    def __str__(self) -> str:
        place = f"{self.path.relative_to(ROOT)}:{self.line}"
        return f"{place}\n    - {self.before.strip()}\n    + {self.after.strip()}"


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every change of one node that stands on a single line."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    tree = ast.parse(text)
    left_alone = set(map(id, _left_alone(tree)))
    for node in ast.walk(tree):
        after = _changed(node)
        if after is None or id(node) in left_alone or node.lineno != node.end_lineno:
            continue
        line = lines[node.lineno - 1].encode()
        start, end = node.col_offset, node.end_col_offset
        mutated = (line[:start] + after.encode() + line[end:]).decode()
        yield Mutant(path, node.lineno, line.decode(), mutated)


def _left_alone(tree: ast.AST) -> Iterator[ast.AST]:
    """What says nothing of what the program does: decorators’ options, assertions, that two lists are of one length.

    Nor does it matter into how many parts a text is split of which only the first is taken.
    """
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(decorator_list=decorators) | ast.ClassDef(decorator_list=decorators):
                yield from chain(*map(ast.walk, decorators))
            case ast.Assert():
                yield from ast.walk(node)
            case ast.Subscript(value=ast.Call(func=ast.Attribute(attr="split")) as call, slice=ast.Constant(value=0)):
                yield from chain(call.args[1:], *(ast.walk(one) for one in call.keywords if one.arg == "maxsplit"))
            case ast.Call(func=ast.Name(id="zip"), keywords=keywords):
                yield from chain(*map(ast.walk, keywords))


def _changed(node: ast.AST) -> str | None:
    """The source of a node that means something else; None where there is nothing to change."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in COMPARED:
            return ast.unparse(ast.Compare(left, [COMPARED[type(op)]()], [right]))
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            return f"({ast.unparse(ast.BoolOp(other, values))})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return f"({ast.unparse(operand)})"
        case ast.BinOp(left=left, op=op, right=right) if type(op) in COUNTED and not _has_text(node):
            return f"({ast.unparse(ast.BinOp(left, COUNTED[type(op)](), right))})"
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return f"({ast.unparse(ast.IfExp(test, orelse, body))})"
        case ast.Constant(value=bool(value)):
            return str(not value)
        case ast.Constant(value=int(value)):
            return str(value + 1)
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            return "return None"
        case ast.Break():
            return "continue"
        case ast.Continue():
            return "break"
    return None


def _has_text(node: ast.AST) -> bool:
    return any(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in ast.walk(node))


@dataclass(frozen=True)
class Known:
    """What one run of all tests taught: which of them come by which line, and how many seconds each takes."""

    lines: CoverageData
    seconds: Mapping[str, float]

    def quick_tests_of(self, mutant: Mutant) -> Mapping[str, float]:
        """The quick tests that come by a line, then those that come by its file, with their seconds.

        A line that runs on import, or once for all that ask again, is known by its file.
        """
        at_line, in_file = self._by(mutant)
        quick = [test for test, seconds in self.seconds.items() if test in in_file and seconds <= LONG]
        return self._ordered(quick, at_line)

    def rest_of(self, mutant: Mutant, *, of_all: bool) -> Mapping[str, float]:
        """The other tests that come by the file, and their neighbors; then, if it is `of_all`, all others."""
        _, in_file = self._by(mutant)
        modules = {_module(test) for test in in_file}
        quick = self.quick_tests_of(mutant)
        near = {test for test in self.seconds if _module(test) in modules}
        rest = [test for test in self.seconds if test not in quick and (of_all or test in near)]
        return self._ordered(rest, near)

    def _by(self, mutant: Mutant) -> tuple[set[str], set[str]]:
        """The tests that come by a line, and those that come by its file."""
        self.lines.set_query_contexts(None)
        by_line = self.lines.contexts_by_lineno(str(mutant.path.relative_to(ROOT)))
        return set(by_line.get(mutant.line, ())), set(chain(*by_line.values()))

    def _ordered(self, tests: Collection[str], first: Collection[str]) -> Mapping[str, float]:
        """Some tests before the others, the quickest first, with their seconds."""
        seconds = self.seconds
        return {test: seconds[test] for test in sorted(tests, key=lambda test: (test not in first, seconds[test]))}

    def new_files(self) -> set[str]:
        """The files of tests that there were not when it was learnt."""
        files = {str(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob("test_*.py")}
        return files - set(map(_module, self.seconds))


def _module(test: str) -> str:
    return test.partition("::")[0]


def learn(folder: Path) -> Known:
    """Run all tests once, unless the folder has what they taught another time."""
    lines, seconds, settings = folder / "lines", folder / "seconds.json", folder / "coveragerc"
    if not seconds.exists():
        folder.mkdir(parents=True, exist_ok=True)
        settings.write_text(
            f"[run]\nsource = {ROOT / 'notes'}\ndata_file = {lines}\nrelative_files = true\n", encoding="utf-8"
        )
        command = [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", "-m", "pytest", *QUIETLY]
        subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, LEARN: str(seconds)})
    data = CoverageData(str(lines))
    data.read()
    return Known(data, json.loads(seconds.read_text(encoding="utf-8")))


def noticed_by(mutant: Mutant, known: Known, *, of_all: bool = True) -> str:
    """The test that fails once the line is changed, "" where none does."""
    if quick := failing(mutant, known, known.quick_tests_of(mutant), known.new_files()):
        return quick
    rest = failing(mutant, known, known.rest_of(mutant, of_all=of_all))
    return f"{rest} (no quick test)" if rest else ""


def failing(mutant: Mutant, known: Known, tests: Mapping[str, float], new: Collection[str] = ()) -> str:
    """The first of some tests that fails once the line is changed; the line is put back whatever happens."""
    files = sorted({*map(_module, tests), *new})
    if not files:
        return ""
    original = mutant.path.read_bytes()
    lines = original.decode().splitlines(keepends=True)
    lines[mutant.line - 1] = f"{mutant.after}\n"
    command = [sys.executable, "-m", "pytest", *QUIETLY, "-p", "no:cacheprovider", "--hypothesis-seed=1", *files]
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "chosen.json"
        chosen.write_text(json.dumps([tests, [*known.seconds]]), encoding="utf-8")
        settings = {**os.environ, CHOSEN: str(chosen), "HYPOTHESIS_STORAGE_DIRECTORY": folder}
        try:
            mutant.path.write_text("".join(lines), encoding="utf-8")
            done = subprocess.run(
                command, cwd=ROOT, capture_output=True, timeout=SECONDS, check=False, env=settings, text=True
            )
        except subprocess.TimeoutExpired:
            return f"no end after {SECONDS} seconds"
        finally:
            mutant.path.write_bytes(original)
    if done.returncode in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return ""
    return next((line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))), "no test starts")


def main() -> None:
    parser = argparse.ArgumentParser(description="Change single lines at random and see whether a test notices.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument(
        "--known", type=Path, help="a folder for what the tests come by, so that another run need not learn it"
    )
    parser.add_argument(
        "--rest", choices=["all", "file"], default="all",
        help="what runs where the quick tests notice nothing: all others, or those that come by the file",
    )  # fmt: skip
    options = parser.parse_args()
    paths = sorted(path for folder in options.folders for path in (ROOT / folder).rglob("*.py"))
    every = [mutant for path in paths for mutant in mutants_of(path)]
    chosen = random.Random(options.seed).sample(every, options.count)
    noticed = 0
    with tempfile.TemporaryDirectory() as temporary:
        known = learn(options.known or Path(temporary))
        for number, mutant in enumerate(chosen, 1):
            found = noticed_by(mutant, known, of_all=options.rest == "all")
            noticed += bool(found)
            print(f"{number}/{options.count} {found or 'UNNOTICED'}\n  {mutant}", flush=True)
    by = "the suite" if options.rest == "all" else "the tests that come by their files"
    print(f"{noticed} of {options.count} changes were noticed by {by}.")


if __name__ == "__main__":
    main()
