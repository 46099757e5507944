"""Extraction: a thousand cards read back by poppler, pdfium and mupdf, word for word."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pypdfium2

from benchmarks.figures import Figure
from benchmarks.letters import letters
from benchmarks.writing import BOX, COUNT, hand
from notes.paper.document import Document
from notes.paper.ink import Ink
from notes.writing import read_hands


def measure() -> Iterator[Figure]:
    for name in read_hands()[0]:
        yield from _of(name)


def _of(name: str) -> Iterator[Figure]:
    document, ink = Document("Cards"), Ink()
    expected = []
    for number, card in enumerate(letters(COUNT)):
        one = hand(name).write(card, *BOX, f"customer {number}")
        document.page(306, 396, b"q 1 0 0 1 24 24 cm " + ink.operators(one) + b" Q")
        expected.append(_plain(" ".join((card.salutation, *card.paragraphs, card.closing, card.signature))))
    ink.into(document)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cards.pdf"
        path.write_bytes(document.data())
        for reader, read in _READERS.items():
            if reader != "pdfium" and not shutil.which({"poppler": "pdftotext", "mupdf": "mutool"}[reader]):
                continue
            same = sum(one == text for one, text in zip(map(_plain, read(path)), expected, strict=True))
            yield Figure(f"cards of {COUNT:,} in {name} that {reader} reads exactly", same, "cards", least=COUNT)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _pages(output: bytes) -> list[str]:
    return output.decode().split("\f")[:COUNT]


def _poppler(path: Path) -> list[str]:
    return _pages(subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True).stdout)


def _mupdf(path: Path) -> list[str]:
    command = ["mutool", "draw", "-q", "-F", "txt", path]
    return _pages(subprocess.run(command, check=True, capture_output=True).stdout)


def _pdfium(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_bounded() for page in document]


_READERS: dict[str, Callable[[Path], Sequence[str]]] = {"poppler": _poppler, "pdfium": _pdfium, "mupdf": _mupdf}
