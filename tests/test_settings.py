"""notes.toml: every setting explains itself, and every mistake gets a sentence."""

import tomllib
from pathlib import Path

import pytest

from notes.problems import report
from notes.settings import Settings
from notes.settings_file import read_settings, settings_file


def wrong_in(folder: Path, text: str) -> str:
    (folder / "notes.toml").write_text(text, encoding="utf-8")
    return report(read_settings(folder / "notes.toml")[1])


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "notes.toml") == (Settings(), [])


def test_the_file_that_we_write_holds_the_defaults(tmp_path: Path) -> None:
    text = settings_file(Settings())
    assert wrong_in(tmp_path, text) == ""
    assert read_settings(tmp_path / "notes.toml")[0] == Settings()
    assert all(line.startswith(("#", "[")) or not line or "=" in line for line in text.splitlines())


def test_the_number_of_a_paper_needs_no_quotes(tmp_path: Path) -> None:
    assert wrong_in(tmp_path, "[label]\nstock = 5160\n") == ""
    assert read_settings(tmp_path / "notes.toml")[0].label.stock == "5160"


def test_a_value_survives_the_file(tmp_path: Path) -> None:
    settings = Settings().with_values(
        {"business": {"sender": 'Jo "the Hat" O’Neil \\', "return_address": ["1 Mill Lane", "Troy NY"]}}
    )
    assert tomllib.loads(settings_file(settings))["business"]["return_address"] == ["1 Mill Lane", "Troy NY"]
    wrong_in(tmp_path, settings_file(settings))
    assert read_settings(tmp_path / "notes.toml")[0] == settings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[card]\nhnad = 'x'", "  card.hnad: there is no such setting.\n      Did you mean “hand”?"),
        ("[crad]\nhand = 'x'", "  crad: there is no such section.\n      Did you mean “card”?"),
        ("card = 3", "  card: this is a section, not a setting.\n      Write [card] on a line of its own, and its"),
        (
            "[picking]\nthanks_a_month = 'four'",
            "  picking.thanks_a_month: “four” is not a whole number.\n      Write it like thanks_a_month = 4.",
        ),
        (
            "[picking]\nthanks_a_month = -1",
            "  picking.thanks_a_month: -1 is a negative number.\n      Write 0 or more.",
        ),
        ("[picking]\nyears = ['one']", "  picking.years: “['one']” is not a list."),
        ("[card]\nx_height = 'tall'", "  card.x_height: “tall” is not a length."),
        ("[card]\nsignature = 'pen'", "  card.signature: “pen” is not one of the choices."),
        ("[wording]\nheld_when_general = 1", "  wording.held_when_general: “1” is not true or false."),
        (
            "[business\n",
            "  line 1: this line does not make sense: “[business”.\n      Put text in quotes, lists in [brackets]",
        ),
    ],
)
def test_a_mistake_gets_a_sentence(tmp_path: Path, text: str, told: str) -> None:
    assert wrong_in(tmp_path, text).startswith(f"notes.toml\n{told}")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    assert wrong_in(tmp_path, "[card]\nhnad = 1\nsotck = 2\n[post]\ndays = true").count("\n  ") == 6


def test_the_command_line_stands_over_the_file() -> None:
    settings = Settings().with_values({"card": {"hand": "vera", "stock": None}})
    assert (settings.card.hand, settings.card.stock) == ("vera", Settings().card.stock)


@pytest.mark.parametrize("nothing", ["", "  ", "\\u00ad", " \\u200b\\ufeff "])
def test_a_text_of_which_nothing_shows_is_empty(nothing: str, tmp_path: Path):
    (tmp_path / "notes.toml").write_text(f'[card]\nfront = "{nothing}"\nstock = "{nothing}"', encoding="utf-8")
    settings, problems = read_settings(tmp_path / "notes.toml")
    assert (settings.card.front, settings.card.stock, problems) == ("", "", [])


@pytest.mark.parametrize(("written", "meant"), [("USA", "US"), ("Deutschland", "DE"), ("gb", "GB")])
def test_a_country_by_its_name_is_answered_with_its_letters(tmp_path: Path, written: str, meant: str) -> None:
    assert f"Write {meant}." in wrong_in(tmp_path, f'[business]\ncountry = "{written}"')


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://example.com/roses?a=1#b", ""),
        ("HTTP://EXAMPLE.COM", ""),
        ("mailto:io@example.com", ""),
        ("tel:+1 207 555 0100", ""),
        ("", ""),
        ("example.com", "“example.com” is not a web address."),
        ("https://example", "“https://example” is not a web address."),
        ("https://example.com/two words", "“https://example.com/two words” is not a web address."),
        ("javascript:alert(1)", "“javascript:alert(1)” is not a web address."),
        (f"https://example.com/{'r' * 140}", "is too long for a small code."),
    ],
)
def test_what_a_code_on_the_back_can_be_of(address, fault, tmp_path):
    (tmp_path / "notes.toml").write_text(f'[card]\nback_code = "{address}"\n')
    settings, problems = read_settings(tmp_path / "notes.toml")
    assert [problem.place.key for problem in problems] == ["card.back_code"] * bool(fault)
    assert all(problem.message.endswith(fault) for problem in problems)
    assert settings.card.back_code == ("" if fault else address)
