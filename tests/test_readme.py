"""What the README tells a person to type, open or buy is there."""

import re
from pathlib import Path

import pytest

from notes.cli import notes
from notes.paper.stocks import read_stocks

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = re.findall(r"`([^`\n]+)`", README) + re.findall(r"^    (.+)$", README, re.MULTILINE)


def after(word: str) -> set[str]:
    """The words that follow a command in what the README shows as code."""
    return {match[1] for code in CODE if (match := re.search(rf"(?:^|/){word} ([a-z][a-z-]*)", code))}


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"cards", "sent", "test"} <= after("make") <= targets


def test_every_command_exists() -> None:
    assert {"new"} <= after("notes") <= set(notes.commands)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_every_link_leads_to_a_file(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("code", re.findall(r"Avery (\w+)", README))
def test_every_paper_is_known(code: str) -> None:
    stocks, _ = read_stocks()
    assert code in {*stocks.cards, *stocks.labels}


@pytest.mark.parametrize("country", ["US", "DE"])
def test_the_papers_to_buy_are_the_usual_ones(country: str) -> None:
    stocks, _ = read_stocks()
    for stock in stocks.usual(country):
        assert f"Avery {stock.name}" in README
