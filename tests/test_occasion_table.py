"""The occasions are one table: a new one is a row and a folder of wordings, ours or the person's own."""

import ast
import json
import re
import tomllib
from collections.abc import Iterable
from contextlib import closing
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from offices import write_workbook
from program import found_in_modules, nodes_of

from notes import pipeline
from notes.cli import notes
from notes.customers import Customer
from notes.folders import Folder
from notes.occasions import Occasion, Occasions, ours, read_occasions
from notes.picking.rules import RULES
from notes.problems import report
from notes.resources import TEMPLATES, table_beside
from notes.settings import Picking
from notes.settings_file import read_settings
from notes.wording.phrasebook import GROUPS
from notes.wording.template_names import VOCABULARY

PACKAGE = Path(pipeline.__file__).parent
TABLE = table_beside(str(PACKAGE / "occasions.py"), "occasions.toml")
ROW = {"title": "A new office", "aliases": ["Moved office", "new office"], "late": 90}
WORDING = "We hear that you have moved{% if about %}: {{ about }}{% endif %}. We hope that the light is good there.\n"


def business(folder: Path) -> Path:
    """A business whose only reason to write is that Rosa has moved her office."""
    customers = [
        ["Customer ID", "First name", "Last name", "Address 1", "City", "State", "ZIP"],
        ["1", "Rosa", "Lindqvist", "4 Mill Lane", "Troy", "NY", "12180"],
    ]
    milestones = [
        ["Customer ID", "Occasion", "Date", "About"],
        ["1", "new office", "2026-11-02", "a corner of Elm Street"],
    ]
    (folder / "templates/moved-office").mkdir(parents=True)
    write_workbook(folder / "customers.xlsx", Customers=customers, Milestones=milestones)
    (folder / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    (folder / "templates/moved-office/light.txt").write_text(WORDING, encoding="utf-8")
    return folder


def printed(batch: Path) -> tuple[str, str, str]:
    """Of the only card: its occasion, its text, and the words of the PDF that is printed."""
    (card,) = json.loads((batch / "batch.json").read_text(encoding="utf-8"))["cards"]
    with closing(pypdfium2.PdfDocument(batch / card["pdf"])) as document:
        words = " ".join(document[0].get_textpage().get_text_range().split())
    return card["occasion"], " ".join(card["text"].split()), words


def is_on_the_card(batch: Path) -> bool:
    occasion, text, words = printed(batch)
    said = "Dear Rosa, We hear that you have moved: a corner of Elm Street. We hope that the light is good there."
    return occasion == "moved-office" and text.startswith(said) and said in words


def test_a_row_and_a_folder_of_ours_are_a_new_occasion(tmp_path: Path) -> None:
    folder = Folder.find(business(tmp_path), out=tmp_path / "out")
    settings, _ = read_settings(folder.settings)
    settings = replace(settings, occasions=Occasions.from_table({**TABLE, "moved-office": ROW}))
    inputs = pipeline.gather(folder, settings, tmp_path / "cache", date(2026, 11, 5))
    batch = pipeline.compose(inputs, "2026-11", date(2026, 11, 5), 1)
    assert report(one for one in batch.problems if one.place.file != "notes.toml") == ""
    assert batch.picks.cards[0].why == "A new office: a corner of Elm Street, on 2 November."
    assert is_on_the_card(pipeline.publish(batch, inputs, folder, "2026-11-05T00:00:00Z")[0])


def test_a_row_and_a_folder_of_the_persons_own_are_a_new_occasion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = business(tmp_path / "data")
    (data / "occasions.toml").write_text('[moved-office]\naliases = ["new office"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> str:
        result = CliRunner().invoke(notes, [*words, "--today", "2026-11-05"], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    assert "1 milestone," in run("check")
    assert "Moved office: a corner of Elm Street, on 2 November." in run("why", "Rosa", "--month", "2026-11")
    assert "a corner of Elm Street" in run("words", "moved-office", "Rosa")
    run("cards", "--month", "2026-11")
    assert is_on_the_card(tmp_path / "out/2026-11")


def own(folder: Path, text: str) -> tuple[Occasions, str]:
    """The occasions with a person's own, and what is told of them."""
    (folder / "occasions.toml").write_text(text, encoding="utf-8")
    occasions, problems = read_occasions(folder / "occasions.toml")
    return occasions, report(problems)


def test_an_own_row_changes_what_it_says_of_ours_and_no_more(tmp_path: Path) -> None:
    occasions, told = own(tmp_path, '[new-home]\ntitle = "A new roof"\naliases = ["topping out"]\n')
    changed = replace(ours()["new-home"], title="A new roof", aliases=(*ours()["new-home"].aliases, "topping out"))
    assert (told, list(occasions)) == ("", [changed if one.name == "new-home" else one for one in ours()])
    assert occasions.understood("Topping-out") == changed


@pytest.mark.parametrize(
    ("row", "before"),
    [
        ("", "follow-up"),
        ("solemn = true", "get-well"),
        ('after = "birthday"', "birthday"),
        ('after = "quiet"', "quiet"),
    ],
)
def test_a_new_one_has_its_place_in_the_order(tmp_path: Path, row: str, before: str) -> None:
    occasions, told = own(tmp_path, f"[moved-office]\n{row}\n")
    names = occasions.names
    assert (told, names[names.index("moved-office") - 1]) == ("", before)
    assert [name for name in names if name != "moved-office"] == ours().names


@pytest.mark.parametrize(
    ("text", "place", "message", "remedy"),
    [
        (
            "[moved-office]\nalias = []",
            "moved-office.alias",
            "an occasion has no such setting.",
            "Did you mean “aliases”?",
        ),
        ("[a]\nsolemn = 1", "a.solemn", "“1” is not true or false.", "Write true or false."),
        ("[a]\ntitle = 1", "a.title", "“1” is not text in quotes.", "Write text in quotes."),
        ("[a]\naliases = 'x'", "a.aliases", "“x” is not a list of words.", 'Write it like aliases = ["moved office"].'),
        (
            "[a]\ncounts = 'days'",
            "a.counts",
            "“days” is not one of the choices.",
            'Write "customer" or "married" or "age".',
        ),
        (
            "[a]\nsilence = true",
            "a.silence",
            "“True” is not a number of days.",
            'Write one like 30, or "mourning_days" or "apology_days".',
        ),
        (
            "[a]\na_month = -1",
            "a.a_month",
            "“-1” is not a number of cards.",
            'Write one like 30, or "thanks_a_month" or "quiet_a_month".',
        ),
        ("[a]\naliases = ['Moved']", "a.aliases", "“Moved” already means “new-home”.", "Leave it out here."),
        ("[a]\nafter = 'new home'", "a.after", "there is no occasion “new home”.", "Did you mean “new-home”?"),
        ("[a]\nafter = 'a'", "a.after", "an occasion cannot come after itself.", "Name another one"),
        ("['Moved office']", "Moved office", "this cannot be the name of a folder.", "hyphens, like [moved-office]."),
        ("a = 1", "a", "this is not an occasion.", "Write [a] on a line of its own"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_and_the_others_are_there(
    tmp_path: Path, text: str, place: str, message: str, remedy: str
) -> None:
    occasions, told = own(tmp_path, f"{text}\n[good]\n")
    assert told.startswith(f"occasions.toml\n  {place}: {message}\n")
    assert remedy in told
    assert [name for name in occasions.names if name not in ours()] == ["good"]


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    occasions, told = own(tmp_path, "[moved office]\n")
    assert occasions == ours()
    assert "line 1: this line does not make sense" in told


def test_a_row_that_cannot_be_used_stops_the_run_as_a_setting_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It could be the one that silences cheerful cards."""
    own(business(tmp_path), "[fire]\nsilense = 60\n")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(notes, ["cards", "--month", "2026-11", "--today", "2026-11-05"])
    assert result.exit_code == 1
    assert "fire.silense: an occasion has no such setting." in result.output


def test_every_row_has_words_and_what_it_names_exists() -> None:
    settings, columns = {one.name for one in fields(Picking)}, {one.name for one in fields(Customer)}
    for one in ours():
        assert list((TEMPLATES / one.name).glob("*.txt"))
        assert {one.column} - {""} <= columns
        assert {value for value in (one.late, one.silence, one.a_month) if isinstance(value, str)} <= settings
        assert bool(one.silence) == bool(one.because)
        assert one.solemn or not (one.initials or one.loss or one.silence)
    assert set(RULES) <= set(ours().names)


def test_the_readme_tells_of_keys_that_there_are() -> None:
    section = (PACKAGE.parent / "data/README.md").read_text(encoding="utf-8").split("## Occasions of your own")[1]
    lines = re.findall(r"^\| `([a-z_]+) = (.+?)` \|", section, re.MULTILINE)
    assert len(lines) == 15
    Occasions.from_table({"mine": tomllib.loads("\n".join(f"{key} = {value}" for key, value in lines))})


def test_no_word_is_written_for_two() -> None:
    for one in ours():
        assert [ours().understood(word).name for word in (one.name, *one.aliases)] == [one.name] * (
            1 + len(one.aliases)
        )


def test_an_occasion_that_is_known_no_longer_is_like_any_other() -> None:
    assert ours()["moon-landing"] == Occasion(name="moon-landing", title="Moon-landing")


# Less those that are words for something else as well: a column, a name of the templates, a group of kinds of things.
NAMES = set(ours().names) - {one.name for one in fields(Customer)} - set(VOCABULARY) - set(GROUPS)
EXEMPT = {"occasions.py", "picking/rules.py", "picking/order_rules.py"}


def named(nodes: Iterable[ast.AST]) -> list[str]:
    """The names of occasions that code collects or compares with."""
    found = []
    for node in nodes:
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            parts = node.elts
        elif isinstance(node, ast.Dict):
            parts = [key for key in node.keys if key]
        elif isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.MatchValue):
            parts = [node.value]
        else:
            continue
        found += [part.value for part in parts if isinstance(part, ast.Constant) and part.value in NAMES]
    return found


def test_no_other_module_knows_an_occasion_by_its_name() -> None:
    assert found_in_modules(lambda path: named(nodes_of(path))).keys() <= EXEMPT


def test_the_check_sees_a_name() -> None:
    code = 'SOLEMN = {"condolence"}\nWORDS = {"baby": 1}\nif one == "thanks": pass\nof = ("wedding", "birthday")'
    assert sorted(named(ast.walk(ast.parse(code)))) == ["baby", "condolence", "thanks", "wedding"]
    assert len(NAMES) >= 17
