"""The past of a business where all of it is there: who plans or marks cards knows of every card that may have gone.

What was lost is noticed in three ways: a file that cannot be read or goes by another name, a file that the ledger
beside the history knows, and a batch in out/ of which the history says nothing.
"""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from notes import history
from notes.batch_folder import SAMPLE, Against, CardKey, numbers_in
from notes.folders import LEDGER, Folder, ensure_writable
from notes.history import Kind, Ledger, Marking, Past
from notes.language.locales import listed
from notes.language.numbers import counted
from notes.problems import Level, Place, Problem, Unusable

READ_ONLY = "Cards that cannot be remembered would be sent twice. Make the folder writable, then try again."
_BACK = "Copy it back from a backup or the other computer, or wait until the folder is in sync."


def remembered(folder: Folder) -> tuple[Past, Sequence[Problem]]:
    """All that is known of a business's cards, and what is to be told of it.

    Raises:
        Unusable: some of it is lost or cannot be read, so that a card could go twice.
    """
    past, problems = history.read_history(folder.history)
    missing = [one for one in problems if one.level is Level.ERROR] or lost(folder, past)
    if missing:
        raise Unusable(missing)
    return past, problems


def ensure_remembering(folder: Folder) -> None:
    """See that what is planned can be remembered.

    Raises:
        Unusable: the history cannot be written, or something else has its place.
    """
    if os.path.lexists(folder.history) and not folder.history.is_dir():
        raise Unusable(history.read_history(folder.history)[1])
    ensure_writable(folder.history, READ_ONLY)


def lost(folder: Folder, past: Past) -> Sequence[Problem]:
    """What was once in the history of a business and is not there now."""
    if folder.is_sample:
        return []
    ledger, there = Ledger.beside(folder.history), history.names_in(folder.history)
    business = ledger.with_files(there).business
    against = {path: known for path, known in _batches(folder.out) if known.business in ({business} - {""})}
    gone = (ledger.files | {name for known in against.values() for name in known.files}) - there
    if gone:
        return [_gone(folder, sorted(gone))]
    if not business:
        return [_unknown(path.name) for path, known in _batches(folder.out) if known.business not in ("", SAMPLE)]
    return [_unknown(path.name) for path in against if _is_unknown(path, past)]


def _batches(out: Path) -> Iterator[tuple[Path, Against]]:
    for path in sorted(out.iterdir()) if out.is_dir() else ():
        if path.name[:1].isdigit() and path.is_dir():
            yield path, Against.read(path)


def _is_unknown(batch: Path, past: Past) -> bool:
    """Whether there is a card in the folder of a batch of which the history says nothing."""
    known = {(event.customer_id, event.occasion) for event in past.events if event.batch == batch.name}
    return not set(numbers_in(batch)) <= known


def _gone(folder: Folder, names: Sequence[str]) -> Problem:
    files = f"{counted(len(names), 'file')} of the history {'is' if len(names) == 1 else 'are'} missing"
    return Problem(
        Place("history"),
        f"{files}, such as “{names[0]}.jsonl”, so it is not known who has had a card.",
        f"{_BACK}\nIf it is lost for good, delete {LEDGER} beside history/ and the months in {folder.out.name}/: "
        "Fairhand then begins anew, and somebody may get a card that they have had.",
    )


def _unknown(batch: str) -> Problem:
    message = f"there are cards in out/{batch} of which it says nothing, so it is not known who has had a card."
    remedy = f"{_BACK}\nIf none of these cards was posted, delete out/{batch}."
    return Problem(Place("history"), message, remedy)


def here(folder: Folder, batch: str) -> Mapping[CardKey, int]:
    """The cards of a batch that were made on this computer, with their numbers; none where that cannot be told."""
    made = folder.out / batch
    business = business_of(folder)
    return numbers_in(made) if business and Against.read(made).business == business else {}


def marked(
    past: Past,
    batch: str,
    kind: Kind,
    at: str,
    folder: Folder,
    only: Collection[int] = (),
    but: Collection[int] = (),
) -> Marking:
    """The cards of a batch marked, those that were made on this computer where two planned it.

    Raises:
        Unusable: two cards have the same number, and none of them was made here.
    """
    try:
        return history.mark(past, batch, kind, at, only=only, but=but, here=here(folder, batch))
    except history.Unsure as unsure:
        names = listed([f"{card.number} {card.name}" for card in unsure.cards[:6]])
        message = f"two computers planned {batch}, and their numbers differ: {names}."
        remedy = f"Do it on the computer that has the printed cards in out/{batch}."
        raise Unusable.because("history", message, remedy) from unsure


def business_of(folder: Folder) -> str:
    """What the business is called, "" where it has no history yet."""
    if folder.is_sample:
        return SAMPLE
    return Ledger.beside(folder.history).with_files(history.names_in(folder.history)).business


def against(folder: Folder, batch: str, next_file: str) -> Against:
    """What a batch knows of the history that it is planned against; `next_file` is the one that is about to follow."""
    names = history.names_in(folder.history) | ({next_file} if next_file else set())
    return Against(SAMPLE) if folder.is_sample else Against.of(Ledger.beside(folder.history).with_files(names), batch)
