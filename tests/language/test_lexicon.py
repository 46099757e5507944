"""The lexicon is the one list of its words, and no sentence of ours is read by code."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from notes.language.folding import folded
from notes.language.lexicon import LANGUAGES

NOTES = Path(__file__).parent.parent.parent / "notes"
GRIEF = re.compile(
    r"\b(deceased|died|passed away|widow\w*|funeral|bereave\w*|mourning|euthani\w+|suicide|stillborn|hospice|cancer|"
    r"verstorben\w*|gestorben|witwe\w*|trauer\w*|decede\w*|deces|veuf|veuve|fallecid\w|murio|viud\w|luto)\b"
)
OF_AN_OCCASION = ("aliases",)  # how a person writes what a card is for, in the sheet Milestones


def lists_of(path: Path) -> Iterator[list[str]]:
    """Every list of texts in a file of ours, with the aliases of occasions left out."""
    if path.suffix == ".toml":
        yield from _in(tomllib.loads(path.read_text(encoding="utf-8")))
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            yield [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        elif isinstance(node, ast.Dict):
            yield [one.value for one in node.keys if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def _in(value: object) -> Iterator[list[str]]:
    if isinstance(value, list):
        yield [one for one in value if isinstance(one, str)]
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in OF_AN_OCCASION:
                yield from _in(inner)


def words_of_grief(texts: list[str]) -> set[str]:
    return {match[0] for text in texts for match in GRIEF.finditer(folded(text))}


def second_lists(paths: list[Path]) -> list[str]:
    return [
        f"{path.name}: {sorted(found)}"
        for path in paths
        for texts in lists_of(path)
        if len(found := words_of_grief(texts)) > 2
    ]


def test_there_is_no_second_list_of_words_of_grief() -> None:
    ours = [
        path for path in NOTES.rglob("*") if path.suffix in (".py", ".toml") and not path.name.startswith("lexicon.")
    ]
    assert second_lists(ours) == []


@pytest.mark.parametrize(
    "content", ['SAD = ["died", "widow", "funeral"]', 'SAD = {"hospice": 1, "cancer": 2, "veuve": 3}']
)
def test_the_check_sees_a_second_list(tmp_path: Path, content: str) -> None:
    (tmp_path / "sad.py").write_text(content, encoding="utf-8")
    assert len(second_lists([tmp_path / "sad.py"])) == 1


def test_the_lexicon_is_what_the_check_would_see() -> None:
    assert all(second_lists([NOTES / "language" / f"lexicon.{language}.toml"]) for language in LANGUAGES)


SENTENCES = frozenset(["message", "remedy", "reason", "why"])
READING = {"startswith", "endswith", "split", "rsplit", "partition", "rpartition", "find", "index", "count", "replace"}
MODULES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(NOTES.rglob("*.py"))}


def sentences_in(trees: Iterable[ast.AST]) -> frozenset[str]:
    """The attributes that hold a sentence made for a person, and the properties that give one under another name."""
    given = [
        (node.name, one.value.attr)
        for tree in trees
        for node in _functions(tree)
        for one in ast.walk(node)
        if isinstance(one, ast.Return) and isinstance(one.value, ast.Attribute)
    ]
    known, before = SENTENCES, frozenset[str]()
    while known != before:
        known, before = known | {name for name, attribute in given if attribute in known}, known
    return known


def _functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def read_sentences(tree: ast.AST, known: frozenset[str] = SENTENCES) -> list[int]:
    """The lines on which a sentence that was made for a person is compared, or something is looked for in it."""
    return [
        node.lineno
        for names, part in [(frozenset[str](), tree), *((_called(one, known), one) for one in _functions(tree))]
        for node in ast.walk(part)
        if any(_is_sentence(one, known, names) for one in _asked(node))
    ]


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


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    return sentences_in(MODULES.values())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(NOTES)))
def test_no_sentence_is_read_by_code(path: Path, known: frozenset[str]) -> None:
    assert read_sentences(MODULES[path], known) == []


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
    tree = ast.parse(source)
    assert read_sentences(tree, sentences_in([tree]))
