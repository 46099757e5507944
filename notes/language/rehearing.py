"""Rehearing: a second opinion on a cell that is in doubt, from a reader that sees each word beside all others.

It is a small encoder of English sentences (all-MiniLM-L6-v2, Apache License 2.0) that was taught with training/remarks
how our remarks are meant: “buried him on Tuesday” is a death, and “buried him in leaves, kids laughing” is none. It is
slower than the words (sounding.py) and the remarks most like a cell (likeness.py), so that it is asked only where these
are not sure. The data is in rehearing.npz, made by training/rehearing.py.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]

LAYERS = 6
HEADS = 12
LOUD = 4.0  # what the last weights count
LONGEST = 48  # pieces of a text that are looked at, with its begin and its end
SIGNS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
AT_ONCE = 1_000  # pieces
_LONGEST_WORD = 60  # letters
_BENT = 0.7978845608  # of the bend that the layers have: the square root of 2 / pi


class Cutter:
    """Cuts texts into pieces of words: at each place the longest that is known."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        _, self._unknown, self._begin, self._end = (self._numbers[sign] for sign in SIGNS)
        self._words: dict[str, Sequence[int]] = {}

    def __call__(self, text: str) -> Sequence[int]:
        """The numbers of the pieces of a text, with its begin and its end."""
        apart = "".join(f" {one} " if _is_mark(one) else one for one in _bare(text))
        found = [piece for word in apart.split() for piece in self._of_a_word(word)]
        return [self._begin, *found[: LONGEST - 2], self._end]

    def _of_a_word(self, word: str) -> Sequence[int]:
        if word not in self._words:
            self._words[word] = self._cut(word) if len(word) <= _LONGEST_WORD else (self._unknown,)
        return self._words[word]

    def _cut(self, word: str) -> Sequence[int]:
        found, begin = [], 0
        while begin < len(word):
            before = "##" if begin else ""
            ends = range(len(word), begin, -1)
            end = next((end for end in ends if f"{before}{word[begin:end]}" in self._numbers), 0)
            if not end:
                return (self._unknown,)
            found.append(self._numbers[f"{before}{word[begin:end]}"])
            begin = end
        return found


def _bare(text: str) -> str:
    """Small letters without accents."""
    letters = unicodedata.normalize("NFD", text.lower().replace("’", "'").replace("ß", "ss"))
    return "".join(one for one in letters if unicodedata.category(one) != "Mn")


def _is_mark(one: str) -> bool:
    if one.isascii():
        return not (one.isalnum() or one.isspace())
    return unicodedata.category(one).startswith("P")


def reheard(texts: Sequence[str]) -> Rows:
    """How surely each text is a reason to wait: above 0 rather so, below 0 rather not."""
    cut = _cutter()
    rows = [cut(text) for text in texts]
    sure = np.empty(len(rows), np.float32)
    for places in _portions(rows):
        sure[places] = _reader().told([rows[place] for place in places])
    return sure


def _portions(rows: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The places of texts of about the same length, as many at a time as have so many pieces."""
    portion: list[int] = []
    for place in sorted(range(len(rows)), key=lambda place: len(rows[place])):
        if portion and (len(portion) + 1) * len(rows[place]) > AT_ONCE:
            yield portion
            portion = []
        portion.append(place)
    if portion:
        yield portion


@cache
def _data() -> Mapping[str, NDArray[np.generic]]:
    with np.load(Path(__file__).with_name("rehearing.npz")) as file:
        return {name: file[name] for name in file.files}


def let_go() -> None:
    """Give back the memory of the data, which are read again when they are needed."""
    for known in (_data, _cutter, _reader):
        known.cache_clear()


@cache
def _cutter() -> Cutter:
    return Cutter(bytes(_data()["texts"]).decode("utf-8").split("\n"))


@cache
def _reader() -> "Reader":
    return Reader(_data())


class Reader:
    """The numbers of the reader, as they are reckoned with."""

    def __init__(self, data: Mapping[str, NDArray[np.generic]]) -> None:
        self._pieces, self._piece_size = data["pieces"], data["pieces_size"].astype(np.float32)
        sizes = {name for name in data if name.endswith("_size")}
        plain = data.keys() - sizes - {"pieces", "texts"}
        self._numbers: dict[str, Rows] = {name: data[name].astype(np.float32) for name in plain}
        for name in sizes - {"pieces_size"}:
            self._numbers[name.removesuffix("_size")] *= data[name].astype(np.float32)

    def __getitem__(self, name: str) -> Rows:
        return self._numbers[name]

    def told(self, rows: Sequence[Sequence[int]]) -> Rows:
        """How surely each of a few texts, which are given as their pieces, is a reason to wait."""
        counts = np.array([len(row) for row in rows])
        there = np.arange(counts.max()) < counts[:, None]
        pieces = np.zeros(there.shape, np.intp)
        pieces[there] = np.concatenate([np.array(row) for row in rows])
        own = self._pieces[pieces].astype(np.float32) * self._piece_size[pieces][..., None]
        told = _level(own + self["places"][: there.shape[1]], self["gain"], self["shift"])
        for number in range(LAYERS):
            told = self._layer(number, told, there)
        whole = (told * there[..., None]).sum(axis=1) / counts[:, None].astype(np.float32)
        return np.asarray(whole @ self["say"] * np.float32(LOUD) + self["bias"])

    def _layer(self, number: int, told: Rows, there: NDArray[np.bool_]) -> Rows:
        """Each piece once it has looked at all others of its text."""
        seen = self._seen(number, told, there)
        seen = _level(told + self._through(f"tell_{{}}{number}", seen), *self._levels(1, number))
        wide = self._through(f"wide_{{}}{number}", seen)
        seen += self._through(f"narrow_{{}}{number}", _bend(wide))
        return _level(seen, *self._levels(2, number))

    def _seen(self, number: int, told: Rows, there: NDArray[np.bool_]) -> Rows:
        """What each piece takes from the others, the more the more they have to do with it."""
        count, length, width = told.shape
        three = self._through(f"look_{{}}{number}", told).reshape(count, length, 3, HEADS, width // HEADS)
        asks, answers, says = three.transpose(2, 0, 3, 1, 4)
        near = asks @ answers.swapaxes(2, 3) / np.float32(np.sqrt(width // HEADS))
        near = np.exp(near - near.max(axis=3, keepdims=True)) * there[:, None, None, :]
        near /= near.sum(axis=3, keepdims=True)
        return np.asarray((near @ says).transpose(0, 2, 1, 3).reshape(count, length, width))

    def _through(self, name: str, rows: Rows) -> Rows:
        flat = rows.reshape(-1, rows.shape[-1]) @ self[name.format("")]
        flat += self[name.format("b_")]
        return flat.reshape(*rows.shape[:-1], -1)

    def _levels(self, place: int, number: int) -> tuple[Rows, Rows]:
        return self[f"gain_{place}_{number}"], self[f"shift_{place}_{number}"]


def _bend(rows: Rows) -> Rows:
    """What is below 0 towards 0, and what is above as it is; in place, for they are wide."""
    bent = rows * rows
    bent *= np.float32(0.044715 * _BENT)
    bent += np.float32(_BENT)
    bent *= rows
    np.tanh(bent, out=bent)
    bent += 1
    rows *= bent
    rows *= np.float32(0.5)
    return rows


def _level(rows: Rows, gain: Rows, shift: Rows) -> Rows:
    """Rows with a mean of 0 and a spread of 1, before they are weighed."""
    rows = rows - rows.mean(axis=-1, keepdims=True)
    rows /= np.sqrt(np.einsum("...i,...i->...", rows, rows)[..., None] / rows.shape[-1] + np.float32(1e-12))
    rows *= gain
    rows += shift
    return rows
