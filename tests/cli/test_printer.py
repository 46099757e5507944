"""The printer's commands: what is sent, what is made again, what is learned."""

import shutil
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from notes.cli import notes

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Bought
1,Rosa,Lindqvist,4 Mill Lane,Troy,NY,12180,1970-11-20,the oak table
2,Jiří,Novák,9 Elm Street,Troy,NY,12180,--11-24,the cherry desk
3,Ada,Okafor,1 Oak Road,Troy,NY,12180,1988-11-25,the shelves
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(notes, words, catch_exceptions=False)


@pytest.fixture(scope="module")
def business(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The business with its month made."""
    folder = tmp_path_factory.mktemp("printer")
    (folder / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    (folder / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        run("cards", "--month", "2026-11", "--today", "2026-11-01")
    return folder


@pytest.fixture
def made(business: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(business, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "out/2026-11"


def test_each_file_goes_to_its_paper_unscaled(made: Path) -> None:
    assert run("print", "--dry-run").output.replace(str(made), "").splitlines() == [
        "lp -o media=na_letter_8.5x11in -o MediaType=Cardstock -o sides=one-sided -o print-scaling=none -- /cards.pdf",
        "lp -o media=na_a2_4.375x5.75in -o InputSlot=ByPassTray -o MediaType=Envelope -o sides=one-sided"
        " -o print-scaling=none -- /envelopes.pdf",
    ]


def test_a_card_is_made_again_as_it_was(made: Path) -> None:
    assert run("reprint", "3", "--month", "2026-11").exit_code == 0
    again = made / "reprint-cards.pdf"
    first, both = again.read_bytes(), pypdfium2.PdfDocument(made / "cards.pdf")
    assert len(pypdfium2.PdfDocument(again)) == 1
    assert pypdfium2.PdfDocument(again)[0].get_textpage().get_text_range() == both[1].get_textpage().get_text_range()
    run("reprint", "3", "--month", "2026-11")
    assert again.read_bytes() == first


def inked(pdf: Path, page: int = 0) -> tuple[bool, bool]:
    """Whether there is ink in the upper and in the lower half of a page."""
    pixels = pypdfium2.PdfDocument(pdf)[page].render().to_numpy()
    half = len(pixels) // 2
    return bool((pixels[:half] < 128).any()), bool((pixels[half:] < 128).any())


@pytest.mark.parametrize(("panel", "halves"), [((), (True, False)), (("--panel", "2"), (False, True))])
def test_a_lost_card_is_made_again_alone_in_a_free_panel(
    made: Path, panel: tuple[str, ...], halves: tuple[bool, bool]
) -> None:
    assert inked(made / "cards.pdf") == (True, True)
    assert "with nothing beside it" in run("reprint", "2", "--month", "nov", "--today", "2026-11-03", *panel).output
    assert inked(made / "reprint-cards.pdf") == halves


def test_what_a_person_puts_into_the_folder_stays(made: Path) -> None:
    (made / "thoughts.txt").write_text("mine", encoding="utf-8")
    run("cards", "--month", "2026-11", "--today", "2026-11-01", "--seed", "2")
    assert (made / "thoughts.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("damage", "numbers", "said"),
    [
        (False, "9", "there is no card 9.\n      The numbers are on the review page."),
        (True, "1", "cards.pdf\n  this file has changed since it was made."),
    ],
)
def test_a_reprint_that_cannot_be_is_refused(made: Path, damage: bool, numbers: str, said: str) -> None:
    if damage:
        whole = (made / "cards.pdf").read_bytes()
        (made / "cards.pdf").write_bytes(whole[:500] + b"X" + whole[501:])
    result = run("reprint", numbers, "--month", "2026-11")
    assert result.exit_code == 1
    assert said in result.output


def test_what_the_ruler_reads_is_kept_and_used(made: Path) -> None:
    before = (made / "cards.pdf").read_bytes()
    learned = run("calibrate", "--read", "32 30 28 30 32 30 28 30")
    assert learned.output.startswith("The printer prints 2.0 mm too far to the right;")
    run("cards", "--month", "2026-11", "--today", "2026-11-01")
    assert (made / "cards.pdf").read_bytes() != before
    assert 'paper = "Letter"' in (made.parent.parent / "printers.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("31 29", "“31 29” is not eight numbers."),
        ("34 35.5 34 35.5 34 35.5 34 35.5", "the print dialog is shrinking the page to 94.9%"),
    ],
)
def test_a_reading_that_cannot_be_is_told(made: Path, read: str, said: str) -> None:
    result = run("calibrate", "--read", read)
    assert result.exit_code == 1
    assert said in result.output


def test_how_paper_goes_back_into_the_tray_is_learned(made: Path) -> None:
    assert "flip-second.pdf" in run("flip").output
    assert {"flip-first.pdf", "flip-second.pdf"} <= {path.name for path in made.parent.iterdir()}
    assert run("flip", "--arrow", "other", "--number", "same").exit_code == 0
    kept = (made.parent.parent / "printers.toml").read_text(encoding="utf-8")
    assert 'side = "back"' in kept
    assert "turned = true\nreverse = false" in kept
