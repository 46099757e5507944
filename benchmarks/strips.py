"""Strips: three lines of a card of every hand as a picture, made alike, for people who judge who wrote them.

`python -m benchmarks.strips FOLDER [SEED] [HAND…]` writes three pictures of each hand under names that say nothing, and
key.csv, which says whose each is; it takes the notes of cards.json there, if there are any. A small
letter is 24 pixels high, the lines are thinned and drawn again with one pen, the ink has one color and a little blur:
what is left is how it is written. What else is to be judged (scans of people, fonts) goes through `alike`.
"""

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageFilter

from benchmarks.letters import Card, letters
from benchmarks.pictures import BOX, CACHE, Picture, picture_of
from notes.writing import Written, open_hand, read_hands
from notes.writing.letter import Run
from notes.writing.strokes.raster import thinned

EACH, LINES = 3, 3  # pictures of a hand, and lines of a picture
X_HEIGHT, FINER = 24, 3  # pixels in the picture; and how much larger it is while it is made
PEN, BLUR, FREE = 0.14, 0.55, 14  # of an x-height; pixels; pixels around the ink
INK, PAPER = (38, 42, 66), (255, 255, 255)


@dataclass(frozen=True)
class Strip:
    """Some lines of one card of a hand."""

    hand: str
    text: str
    picture: Image.Image


def strips(hand: str, cards: Sequence[Card], chance: Random) -> list[Strip]:
    """Three lines from the middle of a few cards; of no card twice."""
    writer, made = open_hand(hand, CACHE), []
    for card in chance.sample(list(cards), EACH):
        written = writer.write(card, *BOX, f"strip {chance.random()}")
        rows = _rows(written)
        first = chance.randrange(1, max(2, len(rows) - LINES - 1))
        chosen = [run for row in rows[first : first + LINES] for run in row]
        picture = picture_of(replace(written, runs=tuple(chosen)), X_HEIGHT * FINER)
        made.append(Strip(hand, " / ".join(written.lines[first : first + LINES]), alike(picture)))
    return made


def _rows(written: Written) -> list[list[Run]]:
    """The runs of a card by the line that they stand on."""
    rows = [[written.runs[0]]]
    for before, run in pairwise(written.runs):
        if run.x > before.x and abs(run.y - before.y) < written.size / 2:
            rows[-1].append(run)
        else:
            rows.append([run])
    return rows


def alike(picture: Picture) -> Image.Image:
    """Ink with small letters X_HEIGHT × FINER pixels high, as it is shown to judges, whoever wrote it."""
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    free = FREE * FINER
    ink = np.pad(picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], free)
    ink = _drawn_again(thinned(ink), PEN * X_HEIGHT * FINER / 2)
    height, width = ink.shape
    mask = Image.fromarray((255 * ink).astype(np.uint8)).resize((width // FINER, height // FINER), Image.Resampling.BOX)
    mask = mask.filter(ImageFilter.GaussianBlur(BLUR))
    made = Image.new("RGB", mask.size, PAPER)
    made.paste(INK, (0, 0), mask)
    return made


def _drawn_again(line: Picture, radius: float) -> Picture:
    """A line one pixel wide drawn with a round pen."""
    far = int(radius)
    ink = np.zeros_like(line)
    for down in range(-far, far + 1):
        for across in range(-far, far + 1):
            if down**2 + across**2 <= radius**2:
                ink |= np.roll(line, (down, across), (0, 1))
    return ink


def main(folder: str, seed: str = "1", *hands: str) -> None:
    chance, to = Random(seed), Path(folder)  # noqa: S311
    to.mkdir(parents=True, exist_ok=True)
    texts = to / "cards.json"
    cards = [Card(**one) for one in json.loads(texts.read_text("utf-8"))] if texts.is_file() else letters(400)
    every = [one for hand in hands or sorted(read_hands()[0]) for one in strips(hand, cards, chance)]
    chance.shuffle(every)
    with (to / "key.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["picture", "hand", "text"])
        for number, one in enumerate(every, 1):
            name = f"{number:03}.png"
            one.picture.save(to / name)
            rows.writerow([name, one.hand, one.text])


if __name__ == "__main__":
    main(*sys.argv[1:])
