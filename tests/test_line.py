"""The whole line, on the sample: what is printed is what was written, and it is the same every time."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import chdir, closing
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from notes.cli import notes
from notes.cli.typed import has_make
from notes.paper.preflight import Expected, check
from notes.paper.stocks import read_stocks

MONTHS = ["2026-11", "2027-02", "2029-07"]


def business(folder: Path) -> Path:
    """The sample, in an empty folder."""
    (folder / "data").mkdir(parents=True)
    sample = Path(__file__).parent.parent / "data/sample"
    for name in ("customers.xlsx", "notes.toml"):
        shutil.copy(sample / name, folder / "data" / name)
    return folder


def cards(month: str) -> list[str]:
    return ["cards", "--month", month, "--today", f"{month}-01"]


@pytest.fixture(scope="module", params=MONTHS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    has_make.cache_clear()  # it is asked once in a process, and this one may have been elsewhere
    with chdir(business(tmp_path_factory.mktemp("line") / "one folder")):
        CliRunner().invoke(notes, cards(request.param), catch_exceptions=False)
        return Path("out", request.param).absolute()


def batch_of(folder: Path) -> dict:
    return json.loads((folder / "batch.json").read_text(encoding="utf-8"))


def words_by_page(pdf: Path) -> list[list[str]]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [page.get_textpage().get_text_range().split() for page in document]


def test_at_least_eight_cards_of_four_occasions(made: Path) -> None:
    occasions = Counter(card["occasion"] for card in batch_of(made)["cards"])
    assert occasions.total() >= 8
    assert len(occasions) >= 4


def test_every_word_of_every_card_is_on_its_page_and_no_other(made: Path) -> None:
    written: dict[int, list[str]] = {}
    for card in batch_of(made)["cards"]:
        written.setdefault(card["page"], []).extend(card["text"].split())
    printed = words_by_page(made / "cards.pdf")
    assert {page: Counter(words) for page, words in enumerate(printed, 1)} == {
        page: Counter(words) for page, words in written.items()
    }


def test_poppler_reads_the_same_words(made: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    text = subprocess.run(["pdftotext", "-raw", made / "cards.pdf", "-"], capture_output=True, check=True).stdout
    written = Counter(word for card in batch_of(made)["cards"] for word in card["text"].split())
    assert Counter(text.decode().split()) == written


def test_every_address_is_on_its_envelope_and_on_a_label(made: Path) -> None:
    envelopes = words_by_page(made / "envelopes.pdf")
    labels = Counter(word for page in words_by_page(made / "labels.pdf") for word in page)
    cards = batch_of(made)["cards"]
    assert labels == Counter(word for card in cards for line in card["envelope"] for word in line.split())
    for page, card in zip(envelopes, cards, strict=True):
        assert Counter(" ".join(card["envelope"]).split()) <= Counter(page)


def test_the_files_are_ready_for_the_printer(made: Path) -> None:
    stocks, _ = read_stocks(None)
    card, label = stocks.usual("US")
    sizes = {
        "cards.pdf": card.sheet.paper,
        "labels.pdf": label.sheet.paper,
        "envelopes.pdf": tuple(sorted(stocks.envelope(card.envelope).size)),
    }
    files = batch_of(made)["files"]
    for name, size in sizes.items():
        assert check(made / name, Expected(files[name]["pages"], size)) == []
    for name, told in files.items():
        assert sha256((made / name).read_bytes()).hexdigest() == told["sha256"]


def files_of(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.mark.parametrize("made", MONTHS[:1], indirect=True)
def test_two_runs_in_two_places_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    other, months = business(tmp_path / "another folder"), cards(made.name)
    environment = {**os.environ, "PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    subprocess.run(
        [sys.executable, "-m", "notes", *months], cwd=other, env=environment, capture_output=True, check=True
    )
    assert files_of(other / "out" / made.name) == files_of(made)
    assert len(files_of(made)) > 5
