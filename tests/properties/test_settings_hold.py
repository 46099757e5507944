"""Whatever a setting or an option holds, it is understood or refused by its name; nothing else ever happens."""

import os
import tempfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notes.cli import notes
from notes.inputs import check_start, check_texts, papers
from notes.paper.stocks import read_stocks
from notes.problems import Unusable
from notes.settings import Settings
from notes.settings_file import read_settings
from notes.toml import toml_line
from notes.writing import open_hand, read_hands
from notes.writing.hand import Hand

ODD = [
    "nan",
    "♥ Kit",
    "🌷",
    "꽃집",
    "ร้าน",
    "متجر",
    "\u202eKit",
    "Kit\u200b",
    "x" * 3000,
    "a\tb",
    "../x",
    "/dev/null",
    "=1",
]
texts = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=30),
)
numbers = st.one_of(st.integers(-(10**20), 10**20), st.integers(-2, 400), st.floats(), st.booleans())
plain = st.one_of(texts, numbers)
values = st.one_of(plain, st.lists(plain, max_size=4), st.dictionaries(texts.filter(bool), plain, max_size=3))
NAMES = sorted(
    f"{section.name}.{setting.name}"
    for section in fields(Settings)
    if section.name not in ("occasions", "signers", "hands", "columns")
    for setting in fields(getattr(Settings(), section.name))
)
STOCKS = read_stocks()[0]
DRAWS = int(os.environ.get("DRAWS", "150"))  # `make draws` wants ten thousand in all


@pytest.fixture(scope="module")
def hands(own_cache: Path) -> dict[str, Hand]:
    known, _ = read_hands()
    return {"june": open_hand("june", own_cache, known)}


def read(text: str) -> tuple[Settings, list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.toml"
        path.write_text(text, encoding="utf-8")
        found, problems = read_settings(path)
    return found, [problem.place.key or f"line {problem.place.line}" for problem in problems]


@settings(max_examples=DRAWS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(NAMES), value=values)
def test_a_setting_is_understood_or_refused_by_its_name(hands: dict[str, Hand], name: str, value: Any) -> None:
    section, key = name.split(".")
    found, wrong = read(f"[{section}]\n{toml_line(key, value)}\n")
    assert wrong in ([], [name])
    if wrong or name == "card.hand":
        return
    try:
        card, label, envelope = papers(STOCKS, found)
        check_start(found, label)
        check_texts(found, hands, card, envelope)
    except Unusable as unusable:
        assert [problem.place.key for problem in unusable.problems] == [name]


@settings(max_examples=DRAWS * 2 // 3, deadline=None)
@given(section=st.sampled_from(["signers", "hands", "columns"]), name=texts.filter(bool), value=values)
def test_so_is_a_section_whose_names_are_the_person_s_own(section: str, name: str, value: Any) -> None:
    found, wrong = read(f"[{section}]\n{toml_line(name, value)}\n")
    assert (len(wrong), len(getattr(found, section))) in ((0, 1), (1, 0))
    assert all(key.startswith(section) for key in wrong)


OPTIONS = [
    ("cards", "--month"),
    ("cards", "--today"),
    ("cards", "--window"),
    ("cards", "--seed"),
    ("cards", "--start-label"),
    ("sent", "--month"),
    ("sent", "--only"),
    ("sent", "--except"),
    ("cancel", ""),
    ("reprint", "--panel"),
    ("review", "--port"),
    ("calibrate", "--of"),
    ("flip", "--arrow"),
]


@settings(max_examples=DRAWS * 4 // 3, deadline=None)
@given(option=st.sampled_from(OPTIONS), value=st.one_of(texts, st.integers().map(str), st.dates().map(str)))
def test_an_option_is_understood_or_a_wrong_command_line(option: tuple[str, str], value: str) -> None:
    command, name = option
    words = [name, value] if name else ["--", value]
    try:
        notes.commands[command].make_context(command, words)
    except click.UsageError as error:
        assert error.exit_code == 2
