"""docs/architecture.md is right: its order of the parts, its paths, and the shapes of what the commands answer."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from program import NOTES
from test_structure import HOMES, ORDER

from notes.cli import notes

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
CHAPTERS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
PARTS = re.findall(r"^\| `(\w+)` \| .+? \| ?(.*?) \|$", CHAPTERS["What may import what"], re.MULTILINE)
PROMISES = re.findall(r"^\| (.+?) \| (`.+`) \|$", CHAPTERS["Where each promise is tested"], re.MULTILINE)


def test_the_parts_stand_in_the_order_of_their_imports() -> None:
    assert [part for part, _ in PARTS] == ORDER


def test_every_part_is_told_of() -> None:
    there = {path.stem for path in NOTES.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert {part for part, _ in PARTS} == there - {"__init__", "__main__"}


def test_each_library_is_at_the_home_that_the_test_of_imports_gives_it() -> None:
    homes: dict[str, set[str]] = {}
    for part, libraries in PARTS:
        for library in re.findall(r"`(\w+)`", libraries):
            homes.setdefault(library, set()).add(part)
    assert homes == HOMES


def test_each_promise_has_a_test() -> None:
    tests = {promise: re.findall(r"`(tests/[^`]+\.py)`", tests) for promise, tests in PROMISES}
    assert len(tests) > 60
    assert [
        one for one, paths in tests.items() if not paths or not all((ROOT / path).is_file() for path in paths)
    ] == []


def test_every_path_is_there() -> None:
    paths = set(re.findall(r"`((?:notes|tests|docs)/[\w/.]+)`", PAGE))
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


def shape(value: Any) -> Any:
    """The keys of a JSON value, at every depth; of a list the first stands for all, of files one for all."""
    if isinstance(value, list):
        return [shape(one) for one in value[:1] if isinstance(one, dict)]
    return {key: shape(one) for key, one in sorted(value.items())} if isinstance(value, dict) else None


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the commands answer for the sample; of several files the cards stand for all."""
    out = tmp_path_factory.mktemp("out")
    month = ["--month", "2026-11", "--today", "2026-11-01"]
    sample = str(ROOT / "data/sample/customers.xlsx")
    check = CliRunner().invoke(notes, ["check", sample, "--json", "--today", "2026-11-01"])
    picks = CliRunner().invoke(notes, ["picks", "--file", sample, "--json", *month])
    CliRunner().invoke(notes, ["cards", sample, "--out", str(out), *month], catch_exceptions=False)
    batch = json.loads((out / "2026-11/batch.json").read_text(encoding="utf-8"))
    batch["files"] = {"cards.pdf": batch["files"]["cards.pdf"]}
    return {"check": json.loads(check.stdout), "picks": json.loads(picks.stdout), "batch": batch}


@pytest.mark.parametrize("name", ["check", "picks", "batch"])
def test_the_answers_have_the_shape_that_the_page_shows(name: str, answers: dict[str, Any]) -> None:
    shown = re.search(rf"```json {name}\n(.*?)```", PAGE, re.DOTALL)
    assert shown
    assert shape(answers[name]) == shape(json.loads(shown[1]))


def test_a_key_too_many_is_seen() -> None:
    assert shape({"a": [{"b": 1}, {"c": 2}]}) == {"a": [{"b": None}]} != shape({"a": [{"b": 1, "c": 2}]})
