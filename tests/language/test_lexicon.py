"""The lexicon is the one list of its words."""

import ast
import re
import tomllib
from collections.abc import Iterator
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
    known = [language for language in LANGUAGES if language != "mul"]  # whose words the check knows
    assert all(second_lists([NOTES / "language" / f"lexicon.{language}.toml"]) for language in known)
