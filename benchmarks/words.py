"""The words: how many details the notes of the sample speak of, what they ask, and whether anything comes twice."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.figures import Figure
from notes import picking, reading, wording
from notes.history import Event, Kind, Past
from notes.picking.household import household_of
from notes.resources import SAMPLE, TEMPLATES
from notes.settings_file import read_settings
from notes.wording.note import Note
from notes.wording.passage_linter import lint_passages
from notes.wording.plans.dealing import Table
from notes.wording.plans.memory import mention_of
from notes.wording.plans.proposing import NAMES

STORIES = frozenset([NAMES["R"], NAMES["Q"]])


@dataclass
class Measures:
    """What was counted in the notes that were put together.

    A note that tells a story is counted apart: it says one thing whole, asks nothing, and joins no second thing to it.
    """

    notes: int = 0
    stories: int = 0
    with_one: int = 0
    could_two: int = 0
    use_two: int = 0
    joined: int = 0
    early: int = 0
    asks: int = 0
    twice: int = 0
    again: int = 0
    lengths: list[int] = field(default_factory=list)
    plans: Counter[str] = field(default_factory=Counter)

    def figures(self) -> Iterator[Figure]:
        """What is asked of the notes, as the report has it."""
        yield Figure("notes put together", self.notes)
        yield Figure("of them speak of a detail", _percent(self.with_one, self.notes), "%")
        yield Figure("of them tell a story", _percent(self.stories, self.notes), "%")
        yield Figure("two details known, two used", _percent(self.use_two, self.could_two), "%", least=90)
        yield Figure("of those joined in one sentence", _percent(self.joined, self.use_two), "%", least=50)
        early = _percent(self.early, self.with_one)
        yield Figure("first detail in the first two sentences", early, "%", least=90)
        yield Figure("ask something", _percent(self.asks, self.notes - self.stories), "%", least=40, most=60)
        yield Figure("a sentence twice to one house in 36 months", self.twice, most=0)
        yield Figure("an event asked about twice", self.again, most=0)
        yield Figure("up to 27 words", _percent(sum(n <= 27 for n in self.lengths), len(self.lengths)), "%")
        yield Figure("more than 45 words", _percent(sum(n > 45 for n in self.lengths), len(self.lengths)), "%")

    def __str__(self) -> str:
        return "\n".join(map(str, self.figures()))


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def months(first: str, count: int) -> Iterator[str]:
    year, month = map(int, first.split("-"))
    for later in range(count):
        total = month - 1 + later
        yield f"{year + total // 12}-{total % 12 + 1:02d}"


def notes_of(count: int = 40, seed: int = 1) -> Iterator[tuple[str, Note, frozenset[str]]]:
    """The notes of the sample, month after month, each knowing what was sent before, with the events that are known."""
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
        table = Table(settings, library.phrasebook.finder, today)
        for note in worded.notes:
            known = table.known(note.pick).details
            yield month, note, frozenset(mention_of(one) for one in known if one.is_event)


def measured(count: int = 40, seed: int = 1) -> Measures:
    """The measures of the sample over so many months."""
    found = Measures()
    said: dict[tuple[str, str], str] = {}
    asked: set[tuple[str, str]] = set()
    for month, note, events in notes_of(count, seed):
        if not note.passages:
            continue
        count_note(found, note)
        house = household_of(note.pick.customer)
        for passage in note.passages:
            before = said.get((house, passage))
            found.twice += before is not None and _apart(before, month) < 36
            said[house, passage] = month
        of_events = {(house, one) for one in note.told if one in events}
        found.again += len(of_events & asked)
        asked |= of_events
    return found


def count_note(found: Measures, note: Note) -> None:
    details = list(note.told)
    found.notes += 1
    found.with_one += bool(details)
    is_story = note.wording.split("/")[1] in STORIES
    found.stories += is_story
    found.could_two += note.free_details > 1 and not is_story
    two = note.free_details > 1 and note.said_details > 1 and not is_story
    found.use_two += two
    found.joined += two and any(len(one.cells) > 1 for one in note.sentences)
    found.early += bool(details) and any(one.cells for one in note.sentences[:2])
    found.asks += "?" in " ".join(note.paragraphs) and not is_story
    found.lengths.append(len(" ".join(note.paragraphs).split()))
    found.plans[note.wording.split("/")[1]] += 1


def claims() -> int:
    """How many passages of ours claim what no cell says, by the linter of the texts."""
    library, _ = wording.read_wordings([TEMPLATES])
    return sum("claims something" in one.message for one in lint_passages(library.phrasebook, {}))


def measure() -> Iterator[Figure]:
    """The figures of forty months of the sample."""
    yield from measured().figures()
    yield Figure("passages that claim what no cell says", claims(), most=0)


def _apart(one: str, other: str) -> int:
    (year, month), (later, last) = (map(int, text.split("-")) for text in (one, other))
    return (later - year) * 12 + last - month


if __name__ == "__main__":
    print(*measure(), sep="\n")
