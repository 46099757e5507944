"""Legibility: what Tesseract misreads of every hand and in names, beside the same letters set as a font.

A hand of strokes has no font to compare with, so its plain text is what a font of it would print: this writer's own
letters, undistorted, each for itself, always alike, in even gaps on a straight line. What the reader cannot make of
those is the fault of the letters' shapes and of the reader; what it misreads more often is the fault of the writing.
No other font would be fair: one that reads well would blame the writer's style on the writing, one that reads badly
would hide it. The font Caveat is read as well, so that the plain letters can be judged too.
"""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from importlib.resources import files

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.figures import Figure
from benchmarks.letters import Card, letters, names
from benchmarks.pictures import BOX, CACHE, COUNT, FINE, Picture, picture_of
from notes.writing import Written, open_hand, read_hands
from notes.writing.hand import Hand
from notes.writing.takes import Takes

NAMES, ON_A_PAGE = 160, 16
IS_LONG = True
PLAIN = files("fontpkg_caveat") / "files" / "Caveat[wght].ttf"
_ALONE = {**os.environ, "OMP_THREAD_LIMIT": "1"}


@dataclass(frozen=True)
class Page:
    """Something written, and what it says."""

    picture: Picture
    text: str

    @classmethod
    def of(cls, written: Written) -> "Page":
        return cls(picture_of(written), " ".join(written.lines))


def measure() -> Iterator[Figure]:
    for name in read_hands()[0]:
        yield from of(open_hand(name, CACHE))
    if not shutil.which("tesseract"):
        return
    lines = [one.lines for one in _cards(open_hand("caveat", CACHE))]
    yield Figure("the font Caveat as it is: letters misread", 100 * misread(list(map(_set_in_caveat, lines))), "%")


def of(hand: Hand) -> Iterator[Figure]:
    """What is misread of one hand; nothing where there is no reader."""
    if not shutil.which("tesseract"):
        return
    name, plain = hand.spec.name, as_a_font(hand)
    for what, pages in (("letters", _cards), ("letters of names", _names)):
        wrong, usual = (misread(list(map(Page.of, pages(one)))) for one in (hand, plain))
        yield Figure(f"{name}: {what} misread", 100 * wrong, "%")
        yield Figure(f"{name}: more than as a font", 100 * (wrong - usual), "points", most=3)


def _cards(hand: Hand) -> list[Written]:
    """The cards of the other benchmarks, salutations and signatures and all."""
    return [hand.write(card, *BOX, f"customer {number}") for number, card in enumerate(letters(COUNT))]


def _names(hand: Hand) -> list[Written]:
    """Names of customers, one beside the other."""
    those = names(NAMES)
    pages = [", ".join(those[at : at + ON_A_PAGE]) for at in range(0, NAMES, ON_A_PAGE)]
    return [hand.write(Card("", (page,), "", ""), *BOX, f"names {number}") for number, page in enumerate(pages)]


def as_a_font(hand: Hand) -> Hand:
    """The same letters as a font has them: each for itself, always alike, in even gaps."""
    takes = hand.takes
    single = [one.partition("/")[0] for one in takes.temper.forms.split() if one.index(":") == 1]
    even = dict.fromkeys(("wander", "bounce", "joins", "haste", "tilt", "loose", "slips"), 0.0)
    temper = replace(takes.temper, forms=" ".join(single), **even)
    return Hand(replace(hand.spec, temperament=0.0), Takes(takes.name, takes.speller, temper))


def _set_in_caveat(lines: Sequence[str]) -> Page:
    font = ImageFont.truetype(str(PLAIN), round(FINE / 0.355))
    image = Image.new("L", (40 * FINE, round((3.3 * len(lines) + 2) * FINE)), 255)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((FINE, round((3.3 * number + 1) * FINE)), line, fill=0, font=font)
    return Page(np.asarray(image) < 140, " ".join(lines))


def misread(pages: Sequence[Page]) -> float:
    """The share of letters that the reader does not get right."""
    with ThreadPoolExecutor(2) as both:
        found = list(both.map(read, pages))
    same = sum(
        block.size
        for page, text in zip(pages, found, strict=True)
        for block in SequenceMatcher(None, page.text, text, autojunk=False).get_matching_blocks()
    )
    return 1 - same / sum(len(page.text) for page in pages)


def read(page: Page) -> str:
    """What the reader program makes of a page."""
    stream = io.BytesIO()
    Image.fromarray(np.where(page.picture, 0, 255).astype(np.uint8)).save(stream, "PNG")
    command = ["tesseract", "-", "-", "--psm", "6"]
    done = subprocess.run(command, input=stream.getvalue(), capture_output=True, check=True, env=_ALONE)
    return " ".join(done.stdout.decode().split())
