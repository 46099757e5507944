"""Very many cards in parts: each file of so many sheets, none half made, and nothing made again after a kill."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notes import parts, pipeline, printing
from notes.batch import Batch
from notes.batch_folder import Made
from notes.folders import Folder
from notes.inputs import Inputs, Parting
from notes.layout import Layout
from notes.settings import Settings
from notes.wording.note import Note
from notes.workers import Workers

HEADER = "Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Likes\n"
ROWS = [
    f"C{at},Rosa,Quayle{name},{at + 1} Elm{name} Road,Troy,NY,12180,1961-11-{at + 5:02},{likes}\n"
    for at, (name, likes) in enumerate(
        {"a": "old roses", "b": "chess", "c": "quilting", "d": "sea charts", "e": "folk songs"}.items()
    )
]
TODAY = date(2026, 11, 1)
FILES = [f"{name}-{part:03}.pdf" for part in (1, 2, 3) for name in ("cards", "envelopes", "labels")] + ["guide.pdf"]
WRITES = 3 * 4  # three files of each of three parts, and what the part says of itself


class KilledError(BaseException):
    """What a process is not there to tell any more."""


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory, own_cache: Path) -> Inputs:
    home = tmp_path_factory.mktemp("parts")
    (home / "customers.csv").write_text(HEADER + "".join(ROWS), encoding="utf-8")
    return pipeline.gather(Folder(home, home / "customers.csv", home / "out"), Settings(), own_cache, TODAY)


@pytest.fixture(scope="module")
def notes(inputs: Inputs) -> Sequence[Note]:
    return pipeline.proposed_month(inputs, "2026-11", TODAY, seed=1).decided(inputs.records).notes


def laid(inputs: Inputs, notes: Sequence[Note], folder: Path, workers: int = 1) -> Layout:
    """Two cards a sheet, a sheet a file."""
    inputs = replace(inputs, parting=Parting(1, folder), workers=Workers(workers, few=0))
    return parts.lay_out(inputs, notes, "1 2026-11", 1, "Cards")[1]


def bytes_of(layout: Layout) -> list[tuple[str, bytes]]:
    return [(file.name, file.content) for file in layout.files]


@pytest.fixture(scope="module")
def whole(inputs: Inputs, notes: Sequence[Note], tmp_path_factory: pytest.TempPathFactory) -> Layout:
    return laid(inputs, notes, tmp_path_factory.mktemp("whole"))


def test_a_file_for_each_part_and_one_guide(whole: Layout) -> None:
    assert [file.name for file in whole.files] == FILES
    assert [(card.number, card.part, card.spot.page, card.spot.cell) for card in whole.cards] == [
        (1, 1, 1, 1),
        (2, 1, 1, 2),
        (3, 2, 1, 1),
        (4, 2, 1, 2),
        (5, 3, 1, 1),
    ]


@pytest.mark.parametrize("workers", [2, 4])
def test_the_same_bytes_however_many_make_the_parts(
    workers: int, whole: Layout, inputs: Inputs, notes: Sequence[Note], tmp_path: Path
) -> None:
    assert bytes_of(laid(inputs, notes, tmp_path, workers)) == bytes_of(whole)


def killed_at(patch: pytest.MonkeyPatch, step: int, write: Callable[[Path, bytes], None]) -> list[str]:
    """Kill the run at the write of that number, half a file beside its place; the names of all that is written."""
    written: list[str] = []

    def writing(path: Path, data: bytes) -> None:
        if len(written) == step:
            path.with_name(f".{path.name}.1.new").write_bytes(data[: len(data) // 2])
            raise KilledError
        write(path, data)
        written.append(path.name)

    patch.setattr(parts, "write_whole", writing)
    return written


@pytest.mark.parametrize("step", [0, 1, 3, 4, 5, 6, 7, 8, 10, 11])
def test_after_a_kill_only_what_was_not_finished_is_made(
    step: int,
    whole: Layout,
    inputs: Inputs,
    notes: Sequence[Note],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write = parts.write_whole
    killed_at(monkeypatch, step, write)
    with pytest.raises(KilledError):
        laid(inputs, notes, tmp_path)
    again = killed_at(monkeypatch, WRITES, write)
    assert bytes_of(laid(inputs, notes, tmp_path)) == bytes_of(whole)
    finished = step // 4
    assert again == [name for part in range(finished, 3) for name in [*FILES[3 * part : 3 * part + 3], parts.TOLD]]


def test_a_part_that_somebody_changed_is_made_again(
    whole: Layout, inputs: Inputs, notes: Sequence[Note], tmp_path: Path
) -> None:
    laid(inputs, notes, tmp_path)
    (changed,) = tmp_path.glob("*/cards-002.pdf")
    changed.write_bytes(b"%PDF-1.7")
    assert bytes_of(laid(inputs, notes, tmp_path)) == bytes_of(whole)


def test_a_part_of_other_words_is_another_part(
    whole: Layout, inputs: Inputs, notes: Sequence[Note], tmp_path: Path
) -> None:
    laid(inputs, notes, tmp_path)
    other = [*notes[:2], replace(notes[2], paragraphs=("Something else.",)), *notes[3:]]
    names = [name for name, data in bytes_of(laid(inputs, other, tmp_path)) if data != dict(bytes_of(whole))[name]]
    assert names == ["cards-002.pdf"]


@pytest.fixture(scope="module")
def folder(inputs: Inputs, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A business whose month is made in parts, after it was made as a whole."""
    home = tmp_path_factory.mktemp("published")
    (home / "customers.csv").write_text(HEADER + "".join(ROWS), encoding="utf-8")
    folder = Folder(home, home / "customers.csv", home / "out")
    for made in (batch(inputs), batch(replace(inputs, parting=Parting(1, home / "out/.parts")))):
        pipeline.publish(made, inputs, folder, "2026-11-01T09:00:00Z")
    return folder


def batch(inputs: Inputs) -> Batch:
    return pipeline.compose(inputs, "2026-11", TODAY, seed=1)


def test_what_was_made_as_a_whole_goes_when_it_is_made_in_parts(folder: Folder) -> None:
    assert sorted(path.name for path in (folder.out / "2026-11").glob("*.pdf")) == sorted(FILES)


def test_every_part_is_printed_in_order(folder: Folder) -> None:
    jobs = printing.jobs(folder, Settings(), Made.read(folder.out / "2026-11"))
    assert [job.file.name for job in jobs] == [name for name in FILES if name[:5] in ("cards", "envel")]


def test_a_card_of_a_part_is_made_again_with_its_envelope(folder: Folder) -> None:
    made = printing.again(folder, Settings(), "2026-11", [4])
    assert [one.file.name for one in made] == ["reprint-cards-002.pdf", "reprint-envelopes-002.pdf"]
    assert [one.pages for one in made][1] == [2]
