"""Encoding: what a remark means, as a row of numbers that is near the row of each other that means the like.

It is the multilingual encoder of sentences that Google published in 2019 (Universal Sentence Encoder, Apache License
2.0), cut down to small letters and to four languages: a remark is taken apart into pieces of words, each piece has a
row of numbers, and rows that stand together are brought together. The data is in encoder.npz, made by
training/encoder.py.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from notes.language.folding import folded

Rows = NDArray[np.float32]

REACHES = ((2, 0), (3, 1), (5, 2))  # how many pieces are brought together, and how many of them stand before
AT_ONCE = 1_000  # pieces
LONGEST = 120  # pieces of a remark that are looked at
_UNKNOWN, _BEGIN, _END = 0, 1, 2
_OF_NO_PIECE = -30.0  # how unlikely a letter is that no piece has
_WORD = "▁"  # before the first piece of a word


def encoded(texts: Sequence[str]) -> Rows:
    """A row for each text, of length 1 before it is cut to the directions that matter."""
    encoder = _encoder()
    rows = [encoder.rows_of(those) for those in _portions([pieces_of(text) for text in texts])]
    return np.concatenate(rows) if rows else np.empty((0, encoder["outlook"].shape[1]), np.float32)


def _portions(those: Sequence[Sequence[int]]) -> Iterator[Sequence[Sequence[int]]]:
    """As many remarks at a time as have so many pieces."""
    portion: list[Sequence[int]] = []
    count = 0
    for one in those:
        if portion and count + len(one) > AT_ONCE:
            yield portion
            portion, count = [], 0
        portion.append(one)
        count += len(one)
    if portion:
        yield portion


def pieces_of(text: str) -> Sequence[int]:
    """The numbers of the pieces of a text, with its begin and its end."""
    words = unicodedata.normalize("NFKC", text).lower().split()
    found = [piece for word in words for piece in _pieces_of_a_word(word)]
    return [_BEGIN, *(found or [_UNKNOWN])[:LONGEST], _END]


@lru_cache(maxsize=50_000)
def _pieces_of_a_word(word: str) -> Sequence[int]:
    """The likeliest pieces that a word is made of."""
    known, row = _pieces(), f"{_WORD}{word}"
    best = [(0.0, 0, _UNKNOWN)] + [(-1e9, 0, _UNKNOWN)] * len(row)
    for begin in range(len(row)):
        so_far = best[begin][0]
        for end in range(begin + 1, min(begin + known.longest, len(row)) + 1):
            number, likely = known.by_text.get(row[begin:end], (_UNKNOWN, _OF_NO_PIECE))
            if (number or end == begin + 1) and so_far + likely > best[end][0]:
                best[end] = (so_far + likely, begin, number)
    found, end = [], len(row)
    while end:
        _, begin, number = best[end]
        found.append(number)
        end = begin
    return found[::-1]


@dataclass(frozen=True)
class _Pieces:
    by_text: Mapping[str, tuple[int, float]]
    longest: int


@cache
def _pieces() -> _Pieces:
    data = _data("pieces", "likely")
    texts = bytes(data["pieces"]).decode("utf-8").split("\n")
    known = {text: (number, float(data["likely"][number])) for number, text in enumerate(texts) if number > _END}
    return _Pieces(known, max(map(len, texts)))


@cache
def likely_words() -> Mapping[str, float]:
    """The words that are a piece by themselves, as they are compared: how likely each is, as a logarithm."""
    whole = sorted((one for one in _pieces().by_text.items() if one[0].startswith(_WORD)), key=lambda one: one[1][1])
    return {word: likely for text, (_, likely) in whole if (word := folded(text[1:])).isalpha()}


def _data(*names: str) -> Mapping[str, NDArray[np.generic]]:
    """The data of these names; of none of them all but the pieces."""
    with np.load(Path(__file__).with_name("encoder.npz")) as file:
        return {name: file[name] for name in names or sorted({*file.files} - {"pieces", "likely"})}


@cache
def _encoder() -> "Encoder":
    return Encoder(_data())


def let_go() -> None:
    """Give back the memory of the data, which are read again when they are needed."""
    _pieces.cache_clear()
    _encoder.cache_clear()


class Encoder:
    """The numbers of the encoder, as they are reckoned with."""

    def __init__(self, data: Mapping[str, NDArray[np.generic]]) -> None:
        whole = {name: data[name].astype(np.float32) for name in data if name != "table"}
        sizes = [name for name in whole if name.endswith("_size")]
        self.table = data["table"]
        self.numbers: dict[str, Rows] = {name: rows for name, rows in whole.items() if name not in sizes}
        for name in sizes:
            bare = name.removesuffix("_size")
            self.numbers[bare] = data[bare].astype(np.float32) * whole[name]

    def __getitem__(self, name: str) -> Rows:
        return self.numbers[name]

    def rows_of(self, those: Sequence[Sequence[int]]) -> Rows:
        """A row for each remark, which is given as its pieces."""
        counts = np.array([len(one) for one in those])
        begins = np.cumsum(counts) - counts
        different, at = np.unique(np.concatenate([np.array(one) for one in those]), return_inverse=True)
        own = (self.table[different].astype(np.float32) * self["span"]) @ self["basis"] + self["middle"]
        alone = _level(own @ self["proj"] + self["proj_b"], self["ln_g_all"], self["ln_b_all"])
        parts = [own[at]]
        for number, (reach, before) in enumerate(REACHES):
            width = alone.shape[1] // len(REACHES)
            mine = alone[:, number * width : (number + 1) * width]
            around = _neighbours(begins, counts, reach, before)
            parts.append(self._together(mine, at, around, reach))
        return self._summed(_summed_level(np.concatenate(parts, axis=1), begins), counts.astype(np.float32)[:, None])

    def _together(self, mine: Rows, at: NDArray[np.intp], around: NDArray[np.intp], reach: int) -> Rows:
        """Each piece with those around it, twice; the first time a piece that comes again is reckoned once."""
        width = mine.shape[1]
        first = self[f"w1_{reach}"].reshape(reach, width, -1)
        here = np.append(at, len(mine))
        bent = np.broadcast_to(self[f"b1_{reach}"], (len(at), width)).copy()
        for place in range(reach):
            bent += _with_none(mine @ first[place])[here[around[:, place]]]
        np.maximum(bent, 0, out=bent)
        bent += mine[at]
        joined = _with_none(bent)[around].reshape(len(at), -1) @ self[f"w2_{reach}"]
        joined += self[f"b2_{reach}"]
        np.maximum(joined, 0, out=joined)
        joined += bent
        return joined

    def _summed(self, sums: Rows, counts: Rows) -> Rows:
        level = sums * self["ln_g"] + counts * self["ln_b"]
        mean = (level @ self["cnn_W"] + counts * self["cnn_b"]) / np.sqrt(counts)
        one = np.maximum(mean @ self["p1"] + np.maximum(mean @ self["d0"], 0) @ self["d1"], 0)
        told = np.tanh(one @ self["p3"] + np.maximum(one @ self["d2"], 0) @ self["d3"])
        told /= np.linalg.norm(told, axis=1, keepdims=True) + 1e-6
        return np.asarray((told - self["outlook_middle"]) @ self["outlook"])


def _with_none(rows: Rows) -> Rows:
    """The rows, and one of nothing behind them: there is none beyond the ends of a remark."""
    return np.vstack([rows, np.zeros((1, rows.shape[1]), np.float32)])


def _level(rows: Rows, gain: Rows, shift: Rows) -> Rows:
    """Rows with a mean of 0 and a spread of 1, before they are weighed."""
    rows = rows - rows.mean(axis=1, keepdims=True)
    spread = np.sqrt((rows * rows).mean(axis=1, keepdims=True) + 1e-6)
    return np.asarray(rows / spread * gain + shift)


def _summed_level(rows: Rows, begins: NDArray[np.intp]) -> Rows:
    """The sum of the rows of each remark, each with a mean of 0 and a spread of 1; in place, for they are wide."""
    mean = rows.mean(axis=1)
    steep = 1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] - mean * mean + np.float32(1e-6))
    rows *= steep[:, None]
    return np.asarray(np.add.reduceat(rows, begins, axis=0) - np.add.reduceat(mean * steep, begins)[:, None])


def _neighbours(begins: NDArray[np.intp], counts: NDArray[np.intp], reach: int, before: int) -> NDArray[np.intp]:
    """The places of those around each piece; that behind all of them where another remark begins."""
    total = int(counts.sum())
    places = np.arange(total)[:, None] + np.arange(-before, reach - before)
    first, last = np.repeat(begins, counts)[:, None], np.repeat(begins + counts, counts)[:, None]
    return np.where((places >= first) & (places < last), places, total)
