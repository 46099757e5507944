"""Kept: the drafts of a batch in a file beside its cards, so that the next run proposes the same ones."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from notes.files import is_real, read_real
from notes.staging import write_whole

FILE = "drafts.json"


@dataclass(frozen=True)
class Kept:
    """The drafts by what their writer was told; a brief that had none that could be shown has an empty list."""

    by_brief: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def of(self, key: str) -> Sequence[str] | None:
        return self.by_brief.get(key)

    def with_drafts(self, key: str, drafts: Sequence[str]) -> "Kept":
        return Kept({**self.by_brief, key: tuple(drafts)})

    def only(self, keys: Collection[str]) -> "Kept":
        return Kept({key: texts for key, texts in self.by_brief.items() if key in keys})

    def as_text(self) -> str:
        about = "What your writer drafted. None is printed unless you take it. Fairhand reads and writes this file."
        content = {"about": about, "drafts": {key: list(texts) for key, texts in sorted(self.by_brief.items())}}
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_kept(batch: Path) -> Kept:
    """The drafts of a batch; none where the file is not there or is not one: they can be drafted again."""
    path = batch / FILE
    if not is_real(path):
        return Kept()
    try:
        given = json.loads(read_real(path).decode())["drafts"]
        return Kept({str(key): tuple(map(str, texts)) for key, texts in given.items() if isinstance(texts, list)})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Kept()


def read_all(out: Path) -> Kept:
    """The drafts of all batches."""
    batches = (
        sorted(one for one in out.iterdir() if one.is_dir() and not one.name.startswith(".")) if out.is_dir() else []
    )
    return Kept({key: texts for batch in batches for key, texts in read_kept(batch).by_brief.items()})


def write_kept(batch: Path, kept: Kept) -> None:
    """Write the drafts of a batch, whole or not at all.

    Raises:
        Unusable: the file cannot be written.
    """
    batch.mkdir(parents=True, exist_ok=True)
    write_whole(batch / FILE, kept.as_text().encode())
