"""Drafting: up to three drafts for each card that may have one, within a time; ours stand whatever comes."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from notes.customers import CustomerId
from notes.drafting.addresses import may_be_asked, told_of
from notes.drafting.briefs import Brief, brief, messages
from notes.drafting.checks import flaws, tidied
from notes.drafting.client import Asked, Silent
from notes.drafting.facts import Lore
from notes.drafting.kept import Kept
from notes.language.numbers import counted
from notes.problems import Level, Place, Problem
from notes.progress import steps
from notes.proposing import Proposed
from notes.wording.note import DRAFTED, Note, Sentence

MOST, TRIES = 3, 3
GIVES_UP = 2  # times in a row that the writer is silent
_PLACE = Place("notes.toml", key="writer.address")


@dataclass(frozen=True)
class Standard:
    """What a draft is held to beside the facts: no phrase of campaigns, no letter that the hand lacks.

    `lore` is what everybody knows of the things in a fact; a draft may speak of that.
    """

    cliches: Collection[str] = ()
    lacks: Callable[[str], str] | None = None
    lore: Lore | None = None

    def flaws(self, text: str, about: Brief) -> Sequence[str]:
        return flaws(text, about, self.cliches, self.lacks, self.lore)


@dataclass(frozen=True)
class Drafted:
    """All drafts that there are now, and what the person should know."""

    kept: Kept
    problems: Sequence[Problem] = ()


def drafts(proposed: Proposed, writer: Asked, kept: Kept, standard: Standard, clock: Callable[[], float]) -> Drafted:
    """Ask the writer for what is not drafted yet; `clock` gives seconds."""
    settings = proposed.inputs.settings.writer
    told = told_of(settings)
    if not may_be_asked(settings):
        return Drafted(kept, told)
    briefs = [one for one in briefs_of(proposed).values() if kept.of(one.key) is None]
    end, silent, number, refused = clock() + 60.0 * settings.minutes, 0, 0, 0
    for about in steps(briefs, "Your writer drafts card {} of {}"):
        try:
            texts, flawed = _drafts_for(about, writer, min(settings.drafts, MOST), standard, lambda: end - clock())
        except Silent as reason:
            silent += 1
            if silent == GIVES_UP or clock() >= end:
                return Drafted(kept, [*told, _gone(str(reason), len(briefs) - number)])
            continue
        silent, number, refused = 0, number + 1, refused + flawed
        kept = kept.with_drafts(about.key, texts)
        if clock() >= end and number < len(briefs):
            return Drafted(kept, [*told, _slow(settings.minutes, len(briefs) - number)])
    return Drafted(kept, [*told, *([_refused(refused)] if refused else [])])


def _drafts_for(
    about: Brief, writer: Asked, most: int, standard: Standard, left: Callable[[], float]
) -> tuple[list[str], int]:
    """Up to `most` drafts that say nothing but the facts, each tried anew twice, and how many were refused."""
    found: list[str] = []
    refused = 0
    seeds = count(int(about.key[:6], 16))
    for _ in range(most):
        for _ in range(TRIES):
            seconds = left()
            if seconds <= 0:
                return found, refused
            text = tidied(writer.draft(messages(about), next(seeds) % 2**31, seconds))
            if text not in found and not standard.flaws(text, about):
                found.append(text)
                break
            refused += 1
    return found, refused


def briefs_of(proposed: Proposed) -> Mapping[CustomerId, Brief]:
    """What a writer is told of each card that may have a draft."""
    found: dict[CustomerId, Brief] = {}
    settings = proposed.inputs.settings
    for note, card in proposed.cards():
        title = settings.occasions[card.occasion].title
        if note.language == "en" and (about := brief(card, settings.writer, title)):
            found[note.pick.customer.customer_id] = about
    return found


def with_drafts(proposed: Proposed, kept: Kept, standard: Standard) -> Proposed:
    """The month with the drafts beside our own proposals, behind them; what no longer fits the facts is left out."""
    if not kept.by_brief:
        return proposed
    briefs = briefs_of(proposed)
    return replace(proposed, notes=[_beside(note, briefs, kept, standard) for note in proposed.notes])


def _beside(note: Note, briefs: Mapping[CustomerId, Brief], kept: Kept, standard: Standard) -> Note:
    about = briefs.get(note.pick.customer.customer_id)
    texts = (kept.of(about.key) or ()) if about else ()
    fit = [text for text in texts if about and not standard.flaws(text, about)]
    return replace(note, proposals=(*note.proposals, *_as_notes(fit, note)))


def _as_notes(texts: Sequence[str], note: Note) -> Iterator[Note]:
    for text in texts:
        paragraphs = tuple(text.split("\n\n"))
        from_writer = Place("notes.toml", key="writer")
        yield replace(
            note,
            wording=f"{note.pick.occasion}/{DRAFTED}",
            paragraphs=paragraphs,
            sentences=tuple(Sentence(one, (from_writer,)) for one in paragraphs),
            shorter=None,
            passages=(),
            proposals=(),
        )


def _gone(how: str, left: int) -> Problem:
    remedy = "The cards are made without. See whether the program runs, and run again."
    return Problem(_PLACE, f"your writer {how}; {_without(left)}.", remedy, Level.WARNING)


def _slow(minutes: int, left: int) -> Problem:
    remedy = "Run again for the rest, or allow it more with minutes under [writer]."
    message = f"your writer took longer than {counted(minutes, 'minute')}; {_without(left)}."
    return Problem(_PLACE, message, remedy, Level.NOTICE)


def _without(left: int) -> str:
    return f"{counted(left, 'card')} {'has' if left == 1 else 'have'} no draft"


def _refused(number: int) -> Problem:
    are = "is" if number == 1 else "are"
    message = f"{counted(number, 'draft')} of your writer’s said what no cell does, and {are} not shown."
    return Problem(_PLACE, message, "", Level.NOTICE)
