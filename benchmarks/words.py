"""The words: how many details the notes of the sample speak of, what they ask, and whether anything comes twice."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from notes import picking, reading, wording
from notes.history import Event, Kind, Past
from notes.picking.household import household_of
from notes.resources import SAMPLE, TEMPLATES
from notes.settings import read_settings
from notes.wording.note import Note


@dataclass
class Measures:
    """What was counted in the notes that were put together."""

    notes: int = 0
    held: int = 0
    with_one: int = 0
    could_two: int = 0
    use_two: int = 0
    joined: int = 0
    early: int = 0
    asks: int = 0
    twice: int = 0
    lengths: list[int] = field(default_factory=list)
    plans: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        def share(part: int, whole: int) -> str:
            return f"{part} of {whole} ({100 * part / whole:.0f} %)" if whole else "none"

        short, middle = sum(n <= 27 for n in self.lengths), sum(28 <= n <= 45 for n in self.lengths)
        return "\n".join(
            [
                f"notes put together: {self.notes}; held: {self.held}",
                f"speak of a detail: {share(self.with_one, self.notes)}",
                f"two details were free, two were used: {share(self.use_two, self.could_two)}",
                f"of those joined in one sentence: {share(self.joined, self.use_two)}",
                f"first detail in the first two sentences: {share(self.early, self.with_one)}",
                f"ask something: {share(self.asks, self.notes)}",
                f"a sentence twice to one house in 36 months: {self.twice}",
                f"words: {short} up to 27, {middle} up to 45, {len(self.lengths) - short - middle} more",
                f"plans: {dict(self.plans.most_common())}",
            ]
        )


def months(first: str, count: int) -> Iterator[str]:
    year, month = map(int, first.split("-"))
    for later in range(count):
        total = month - 1 + later
        yield f"{year + total // 12}-{total % 12 + 1:02d}"


def notes_of(count: int = 40, seed: int = 1) -> Iterator[tuple[str, Note]]:
    """The notes of the sample, month after month, each knowing what was sent before; None of those that are held."""
    settings, _ = read_settings(SAMPLE / "notes.toml")
    library, _ = wording.read_wordings([TEMPLATES])
    events: list[Event] = []
    for month in months("2026-11", count):
        today = date.fromisoformat(f"{month}-01") - timedelta(days=3)
        book = reading.read_book(SAMPLE / "customers.xlsx", settings, today=today)
        past = Past.of(events)
        picks = picking.decide(book, month, today, settings, past)
        worded = wording.compose(picks.cards, library, settings, seed, past, book=book, today=today)
        events += [
            note.event(Kind.SENT, f"{month}-01", batch=month, month=month, number=number)
            for number, note in enumerate(worded.notes)
        ]
        yield from ((month, note) for note in worded.notes)


def measured(count: int = 40, seed: int = 1) -> Measures:
    """The measures of the sample over so many months."""
    found = Measures()
    said: dict[tuple[str, str], str] = {}
    for month, note in notes_of(count, seed):
        if not note.passages:
            continue
        count_note(found, note)
        house = household_of(note.pick.customer)
        for passage in note.passages:
            before = said.get((house, passage))
            found.twice += before is not None and _apart(before, month) < 36
            said[house, passage] = month
    return found


def count_note(found: Measures, note: Note) -> None:
    details = list(note.told)
    found.notes += 1
    found.with_one += bool(details)
    found.could_two += note.free_details > 1
    two = note.free_details > 1 and note.said_details > 1
    found.use_two += two
    found.joined += two and any(len(one.cells) > 1 for one in note.sentences)
    found.early += bool(details) and any(one.cells for one in note.sentences[:2])
    found.asks += "?" in " ".join(note.paragraphs)
    found.lengths.append(len(" ".join(note.paragraphs).split()))
    found.plans[note.wording.split("/")[1]] += 1


def _apart(one: str, other: str) -> int:
    (year, month), (later, last) = (map(int, text.split("-")) for text in (one, other))
    return (later - year) * 12 + last - month


if __name__ == "__main__":
    print(measured())
