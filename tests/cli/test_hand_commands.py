"""`notes hand read` on pictures that are no use: a sentence each, exit code 1, and nothing of them is kept."""

from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image, ImageDraw

from notes.cli import notes
from notes.ownhand import printed
from notes.ownhand.sheet import Sheet
from notes.paper.stocks import plain_paper

DOTS = 130
HEIC = Path(__file__).parent.parent / "ownhand" / "page-3-upside-down.heic"


@pytest.fixture(scope="module")
def pages() -> Mapping[int, Image.Image]:
    sheet = pypdfium2.PdfDocument(printed.pdf(Sheet.of("en"), plain_paper("US")))
    return {number: sheet[number - 1].render(scale=DOTS / 72).to_pil().convert("RGB") for number in (1, 2)}


def told(folder: Path, monkeypatch: pytest.MonkeyPatch, *names: str) -> str:
    """What the command says of these files; it has kept nothing."""
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    done = CliRunner().invoke(notes, ["hand", "read", *names, "--name", "maud"])
    assert done.exit_code == 1
    assert sorted(folder.rglob("*")) == before
    return " ".join(done.output.split())


def test_a_scan_of_two_pages_in_the_wrong_order_and_one_upside_down(tmp_path, monkeypatch, pages) -> None:
    pages[2].rotate(180).save(tmp_path / "scan.pdf", save_all=True, append_images=[pages[1]], resolution=DOTS)
    assert "scan.pdf page 3 of the sheet is missing." in told(tmp_path, monkeypatch, "scan.pdf")


def test_a_photograph_of_a_telephone(tmp_path, monkeypatch) -> None:
    pytest.importorskip("pi_heif")
    (tmp_path / "IMG_0042.HEIC").write_bytes(HEIC.read_bytes())
    assert "pages 1 and 2 of the sheet are missing." in told(tmp_path, monkeypatch, "IMG_0042.HEIC")


def test_a_page_twice(tmp_path, monkeypatch, pages) -> None:
    for name in ("a.png", "b.png"):
        pages[1].save(tmp_path / name)
    assert "b.png this is page 1 once more. Name each page once." in told(tmp_path, monkeypatch, "a.png", "b.png")


def test_a_corner_that_is_not_in_the_picture(tmp_path, monkeypatch, pages) -> None:
    pages[1].crop((0, 0, pages[1].width - 120, pages[1].height)).save(tmp_path / "a.png")
    assert "a.png only 2 of the four corner marks can be seen." in told(tmp_path, monkeypatch, "a.png")


def test_somebody_elses_form(tmp_path, monkeypatch, pages) -> None:
    form = pages[1].copy()
    ImageDraw.Draw(form).rectangle((200, 40, 800, 100), "white")
    for x in range(260, 780, 40):
        ImageDraw.Draw(form).rectangle((x, 60, x + 18, 78), "black")
    form.save(tmp_path / "form.png")
    assert "form.png the four corner marks are there" in told(tmp_path, monkeypatch, "form.png")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("note.txt", b"Dear Rosa", "“note.txt” is a text"),
        ("no.png", b"\x89PNG\r\n", "is not a picture that can be read"),
    ],
)
def test_a_file_that_is_no_picture(tmp_path, monkeypatch, name: str, data: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert sentence in told(tmp_path, monkeypatch, name)
