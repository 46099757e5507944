"""Mutants: one line of the program is changed at random, and the tests ought to notice.

    python -m tests.mutants --seed 1 --count 40 notes/picking notes/reading notes/wording

The tests run once to learn which of them come by which line; then each changed line is tried with those tests alone,
and put back. What went unnoticed is shown as it was and as it became. It takes about half an hour; `make mutants`.
The well-known tools change every line there is, which takes a night; a sample is what one looks at.
"""

import argparse
import ast
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coverage import CoverageData

ROOT = Path(__file__).parent.parent
SECONDS = 600
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
    options = {
        id(inner) for node in ast.walk(tree) for one in getattr(node, "decorator_list", ()) for inner in ast.walk(one)
    }
    for node in ast.walk(tree):
        after = _changed(node)
        if after is None or id(node) in options or node.lineno != node.end_lineno:
            continue
        line = lines[node.lineno - 1].encode()
        start, end = node.col_offset, node.end_col_offset
        mutated = (line[:start] + after.encode() + line[end:]).decode()
        yield Mutant(path, node.lineno, line.decode(), mutated)


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


def passing_by(folder: Path) -> CoverageData:
    """Which tests come by which line, from one run of them all."""
    settings = folder / "coveragerc"
    settings.write_text(
        f"[run]\nsource = {ROOT / 'notes'}\ndynamic_context = test_function\ndata_file = {folder}/data\n"
    )
    command = [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", "-m", "pytest", "-q", "-x"]
    subprocess.run(command, cwd=ROOT, check=True)
    data = CoverageData(str(folder / "data"))
    data.read()
    return data


def tests_of(data: CoverageData, mutant: Mutant) -> Sequence[str]:
    """The test modules that come by a line; none for a line that runs on import, where every test may notice."""
    data.set_query_contexts(None)
    contexts = data.contexts_by_lineno(str(mutant.path)).get(mutant.line, [])
    names = {context.split("|")[0] for context in contexts if ".test_" in context or context.startswith("test_")}
    modules = {_module_of(name) for name in names} - {None}
    return sorted(str(one) for one in modules)


def _module_of(context: str) -> Path | None:
    """The file of a test function as coverage names it, such as `test_ranking.test_x`."""
    module = context.rpartition(".")[0].split(".")
    return next((path for path in sorted(ROOT.glob("tests/**/test_*.py")) if path.stem in module), None)


def is_noticed(mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether a test fails once the line is changed; the line is put back whatever happens."""
    original = mutant.path.read_bytes()
    lines = original.decode().splitlines(keepends=True)
    lines[mutant.line - 1] = f"{mutant.after}\n"
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        mutant.path.write_text("".join(lines), encoding="utf-8")
        done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return True
    finally:
        mutant.path.write_bytes(original)
    return done.returncode != 0


def main() -> None:
    parser = argparse.ArgumentParser(description="Change single lines at random and see whether a test notices.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    options = parser.parse_args()
    paths = sorted(path for folder in options.folders for path in (ROOT / folder).rglob("*.py"))
    every = [mutant for path in paths for mutant in mutants_of(path)]
    chosen = random.Random(options.seed).sample(every, options.count)
    with tempfile.TemporaryDirectory() as folder:
        data = passing_by(Path(folder))
        noticed = 0
        for number, mutant in enumerate(chosen, 1):
            found = is_noticed(mutant, tests_of(data, mutant))
            noticed += found
            print(f"{number}/{options.count} {'noticed' if found else 'UNNOTICED'} {mutant}", flush=True)
    print(f"{noticed} of {options.count} changes were noticed.")


if __name__ == "__main__":
    main()
