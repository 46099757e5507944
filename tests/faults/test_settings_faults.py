"""Whatever a setting holds, the setting is blamed and not a customer, and nothing in it is run or leads out."""

import sys
from pathlib import Path

import pytest
from commands import cards, run

from notes.files import within
from notes.paper.printer_profiles import read_printers
from notes.paper.stocks import read_stocks
from notes.problems import BadValue
from notes.settings_file import read_settings
from notes.writing.hand_specs import read_hands

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Bought
1,Ida,Fenn,1 Quay St,Salem,MA,01970,1980-11-14,the blue armchair
"""


@pytest.fixture
def business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('return_address = ["Quay ♥ Co", "1 Quay St"]', "business.return_address: the plain typeface has no “♥”"),
        ('return_address = ["Quay 🌷"]', "business.return_address: the plain typeface has no “🌷”"),
        ('return_address = ["1 Quay St ➜ Salem"]', "business.return_address: the plain typeface has no “➜”"),
        ('return_address = ["꽃집 한울"]', "business.return_address: the plain typeface has no “꽃”"),
        ('return_address = ["ร้านดอกไม้"]', "business.return_address: the plain typeface has no “ร”"),
        ('return_address = ["متجر"]', "business.return_address: the plain typeface has no “م”"),
        (f'return_address = ["{"Quay" * 60}"]', "is too long for the paper"),
        (f"return_address = {['1 Quay St'] * 14}", "business.return_address: there are 14 lines and room for only"),
        (r'return_address = ["1 Quay\u0007St"]', "a character that cannot be seen (U+0007)"),
        ('sender = "Kit ♥"', "business.sender: no hand can write the letter “♥”"),
        ('sender = "Крис 키트"', "business.sender: "),
        (f'sender = "{"Kit and " * 30}"', "business.sender: “Kit and"),
        (f'sender = "{"Kit" * 400}"', "business.sender: “KitKit"),
        (f'sender = "{"x" * 400}"', "business.sender: “xxx"),
        (f'sender = "{"W" * 64}"', "business.sender: “WWW"),
        (r'sender = "Kit\u0000"', "a character that cannot be seen (U+0000)"),
        ('sign_off = "Warmly 🌷"', "business.sign_off: "),
        (r'name = "Quay\u001b[31m"', "business.name: “Quay[31m” has a character that cannot be seen (U+001B)"),
    ],
)
def test_a_text_that_cannot_be_written_is_the_setting_s_fault(business: Path, line: str, said: str) -> None:
    (business / "notes.toml").write_text(f"[business]\n{line}\n", encoding="utf-8")
    answer = cards()
    assert answer.exit_code == 1
    assert said in answer.output
    assert "customers.csv" not in answer.output


@pytest.mark.parametrize("language", ["xx", "../en", "zh", "EN"])
def test_a_language_without_words_is_the_setting_s_fault(business: Path, language: str) -> None:
    (business / "notes.toml").write_text(f'[business]\nlanguage = "{language}"\n', encoding="utf-8")
    said = cards().output
    assert f"business.language: there are no words in “{language}”" in said
    assert ("Did you mean “en”?" in said) == (language == "EN")


def test_a_language_in_which_the_person_wrote_is_none_to_be_told(business: Path) -> None:
    (business / "templates/birthday/de").mkdir(parents=True)
    (business / "templates/birthday/de/alt.txt").write_text("Alles Gute zum Geburtstag!\n", encoding="utf-8")
    (business / "notes.toml").write_text('[business]\nlanguage = "de"\n', encoding="utf-8")
    assert "business.language" not in cards().output


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("picking", "quiet_after = nan"),
        ("picking", "quiet_after = inf"),
        ("wording", "same_wording_share = nan"),
        ("picking", f"cool_down_days = {10**30}"),
        ("picking", "mourning_days = 4000000000"),
        ("picking", "years = [99999999999]"),
        ("picking", "years = [-1]"),
        ("post", "days_to = {CA = 1000000000}"),
        ("label", "start = 999999999"),
        ("hands", "Ida = [1]"),
        ("writer", 'address = "http://[::1"'),
        ("writer", 'address = "http://[a]/v1"'),
        ("writer", 'address = "http://localhost:99999999/v1"'),
        ("columns", "name = 3"),
        ("columns", '"na\\u0000me" = "x"'),
        ("signers", 'JP = {name = "J\\u0001P"}'),
    ],
)
def test_a_value_that_nobody_can_mean_is_refused_with_its_name(tmp_path: Path, section: str, line: str) -> None:
    (tmp_path / "notes.toml").write_text(f"[{section}]\n{line}\n", encoding="utf-8")
    _, problems = read_settings(tmp_path / "notes.toml")
    assert [problem.place.key.split(".")[0] for problem in problems if problem.place.key] == [section]


def test_marks_of_direction_are_left_out_of_a_setting(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text('[business]\nsender = "\u202aKit\u202c"\n', encoding="utf-8")
    settings, problems = read_settings(tmp_path / "notes.toml")
    assert (settings.business.sender, problems) == ("Kit", [])


@pytest.mark.parametrize("name", ["notes.toml", "stocks.toml", "printers.toml", "occasions.toml", "fonts/hands.toml"])
@pytest.mark.parametrize("text", ["a=" + "[" * 5000, "a = " + "{b=" * 3000, "[" * 5000])
def test_brackets_without_end_are_a_line_that_makes_no_sense(business: Path, name: str, text: str) -> None:
    (business / name).parent.mkdir(exist_ok=True)
    (business / name).write_text(text, encoding="utf-8")
    command = {"fonts/hands.toml": "hands", "stocks.toml": "stocks"}.get(name, "picks")
    answer = run(command) if name != "printers.toml" else run("calibrate", "--read", "30 30 30 30 30 30 30 30")
    assert answer.exit_code == 1
    assert "Traceback" not in answer.output
    assert Path(name).name in answer.output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("way = 3", "this does not describe a printer."),
        ("way = [[1]]", "this does not describe a printer."),
        ("[[way]]\nprinter = 5", "“printer” is not text in quotes."),
        ('[[way]]\nprinter = ""\ntray = ["a"]', "“tray” is not text in quotes."),
        ('[[way]]\nprinter = ""\nturned = "yes"', "“turned” is neither true nor false."),
        ('[[way]]\nprinter = ""\nmap = [nan, nan, nan, nan, nan, nan]', "its map is impossible"),
        ('[[way]]\nprinter = ""\nmap = [1, 0, 0, 1, inf, 0]', "its map is impossible"),
        ('[[way]]\nprinter = ""\nmap = [1, 0, 0, 1, 9000, 0]', "its map is impossible"),
        ('[[way]]\nprinter = ""\nmap = [0.001, 0, 0, 900, 0, 0]', "its map is impossible"),
        (f'[[way]]\nprinter = ""\nmap = [{10**400}, 0, 0, 1, 0, 0]', "its map is impossible"),
        ('[[way]]\nprinter = ""\nmap = "none"', "“map” is not six numbers."),
        ('[[way]]\nprinter = ""\nmap = [true, 0, 0, 1, 0, 0]', "“map” is not six numbers."),
    ],
)
def test_a_printer_that_cannot_be_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "printers.toml").write_text(text)
    ways, (problem,) = read_printers(tmp_path / "printers.toml")
    assert ways == []
    assert said in problem.message


@pytest.mark.parametrize("word", ["nan", "inf", "-inf", "1e400", "0", "-30", "500", "३०"])
def test_a_calibration_that_would_spoil_every_page_is_refused(business: Path, word: str) -> None:
    answer = run("calibrate", "--read", " ".join([word] * 8))
    assert answer.exit_code == (0 if word == "३०" else 1)  # 30 in other digits is 30
    assert (business / "printers.toml").exists() == (word == "३०")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[card.5315]\ntitle = "mine"\nsize = "5.5 in"', "“5315” in your stocks.toml has a mistake: “size” is missing"),
        ("[label.5160]\ngrid = [0, 0]", "“5160” in your stocks.toml has a mistake"),
        (f'[label.5160]\npaper = "Letter"\ngrid = [1, {10**400}]\nsize = ["1 in", "1 in"]', "has a mistake"),
        ("[card]\n5315 = 7", "“5315” in your stocks.toml has a mistake: this is not a stock"),
        ("[envelope.A2]\nsize = 3", "“A2” in your stocks.toml has a mistake"),
        ("[paper.Letter]\nsize = 3", "in your stocks.toml has a mistake"),
    ],
)
def test_a_stock_of_ours_that_is_redefined_with_a_mistake_is_told(business: Path, text: str, said: str) -> None:
    (business / "stocks.toml").write_text(text)
    answer = cards()
    assert answer.exit_code == 1
    assert said in answer.output
    assert read_stocks(business / "stocks.toml")[1]


@pytest.mark.parametrize(
    "package", ["this.x", "..x", "a..b", "__main__", "os", "fontpkg_x.y", "fontpkg_../x", "", "\u202e", "fontpkg_ﬁ"]
)
def test_no_package_is_run_to_look_for_a_font(tmp_path: Path, package: str) -> None:
    (tmp_path / "hands.toml").write_text(f'[mine]\npackage = "{package}"\nfile = "a.ttf"\n', encoding="utf-8")
    sys.modules.pop("this", None)
    hands, (problem,) = read_hands(tmp_path)
    assert "mine" not in hands
    assert problem.place.key == "mine"
    assert "this" not in sys.modules


@pytest.mark.parametrize("text", ["../secret.png", "a/../../b.png", ".."])
def test_a_setting_leads_out_of_the_folder_only_on_purpose(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadValue, match="leads out of the folder of your business"):
        within(tmp_path, text)
    assert within(tmp_path, "/elsewhere/a.png") == Path("/elsewhere/a.png")
    assert within(tmp_path, "art/a.png") == tmp_path / "art/a.png"


@pytest.mark.parametrize(
    ("section", "line", "said"),
    [
        ("card", 'front = "../front.png"', "card.front: “../front.png” leads out of the folder"),
        ("card", 'front = "front.png"', "card.front: there is no file “front.png”"),
        ("card", 'front = "/dev/zero.png"', "card.front: there is no file"),
        ("source", 'file = "../list.csv"', "source.file: “../list.csv” leads out of the folder"),
    ],
)
def test_a_file_that_a_setting_names_is_looked_for_in_the_folder(
    business: Path, section: str, line: str, said: str
) -> None:
    if section == "source":
        (business / "customers.csv").unlink()
    (business / "notes.toml").write_text(f'[business]\nsender = "Kit"\n[{section}]\n{line}\n')
    answer = cards()
    assert answer.exit_code == 1
    assert said in answer.output


@pytest.mark.parametrize(
    "words",
    [
        ("--today", "0001-01-01"),
        ("--today", "9999-12-31"),
        ("--today", "1582-10-10"),
        ("--month", "0001-01"),
        ("--month", "9999-12"),
        ("--month", "2999-12"),
    ],
)
def test_a_day_of_another_age_is_a_wrong_command_line(business: Path, words: tuple[str, str]) -> None:
    answer = run("cards", *words)
    assert answer.exit_code == 2
    assert "Traceback" not in answer.output


@pytest.mark.parametrize("start", ["31", "999999999", str(10**40)])
def test_a_label_that_is_not_on_the_sheet_is_told(business: Path, start: str) -> None:
    answer = cards("--start-label", start)
    assert answer.exit_code == 1
    assert f"label.start: there is no label {start} on a sheet of 5160." in answer.output
