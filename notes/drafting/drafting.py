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
from notes.settings import Settings
from notes.wording.note import DRAFTED, Note, Sentence
from notes.wording.plans.card import Card

MOST, TRIES = 3, 3
MOST_KEPT = 6  # drafts of a card for which the writer is asked again and again
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


def drafts_now(
    about: Brief, writer: Asked, kept: Kept, standard: Standard, seed: int, left: Callable[[], float]
) -> tuple[Kept, str]:
    """Up to three drafts more for one card, as long as there are seconds `left`, and a sentence on how it went."""
    found: list[str] = []
    refused, silent = 0, ""
    try:
        for texts, refused in _tried(about, writer, MOST, standard, seed, left):  # noqa: B007
            found = texts
    except Silent as reason:
        silent = str(reason)
    before = kept.of(about.key) or ()
    fresh = [text for text in found if text not in before]
    if fresh:
        kept = kept.with_drafts(about.key, (*before, *fresh)[-MOST_KEPT:])
    return kept, _how_it_went(len(fresh), refused, silent, is_over=left() <= 0)


def _how_it_went(fresh: int, refused: int, silent: str, *, is_over: bool) -> str:
    if fresh:
        return f"Your writer has drafted {counted(fresh, 'note')} for this card. None goes unless you take it."
    if silent:
        return f"Your writer {silent}, so there is no draft. See whether the program runs."
    if is_over:
        return "Your writer took too long, so there is no draft. The card is as it was."
    if refused:
        return f"All {counted(refused, 'draft')} said what you have not told of them, so none is shown."
    return "Your writer had nothing new to say."


def _drafts_for(
    about: Brief, writer: Asked, most: int, standard: Standard, left: Callable[[], float]
) -> tuple[list[str], int]:
    """Up to `most` drafts that say nothing but the facts, each tried anew twice, and how many were refused."""
    *_, last = [([], 0), *_tried(about, writer, most, standard, int(about.key[:6], 16), left)]
    return last


def _tried(
    about: Brief, writer: Asked, most: int, standard: Standard, seed: int, left: Callable[[], float]
) -> Iterator[tuple[list[str], int]]:
    """After each try, the drafts found so far that say nothing but the facts, and how many were refused."""
    found: list[str] = []
    refused = 0
    seeds = count(seed)
    for _ in range(most):
        for _ in range(TRIES):
            seconds = left()
            if seconds <= 0:
                return
            text = tidied(writer.draft(messages(about), next(seeds) % 2**31, seconds))
            is_fit = text not in found and not standard.flaws(text, about)
            found, refused = ([*found, text], refused) if is_fit else (found, refused + 1)
            yield found, refused
            if is_fit:
                break


def briefs_of(proposed: Proposed) -> Mapping[CustomerId, Brief]:
    """What a writer is told of each card that may have a draft."""
    settings = proposed.inputs.settings
    told = {note.pick.customer.customer_id: brief_of(note, card, settings) for note, card in proposed.cards()}
    return {one: about for one, about in told.items() if about}


def brief_of(note: Note, card: Card, settings: Settings) -> Brief | None:
    """What a writer is told of a card; None if it may have no draft."""
    title = settings.occasions[card.occasion].title
    return brief(card, settings.writer, title) if note.language == "en" else None


def with_drafts(proposed: Proposed, kept: Kept, standard: Standard) -> Proposed:
    """The month with the drafts beside our own proposals, behind them; what no longer fits the facts is left out.

    A card that is worded anew, as for one more thing that the person knows, has those that were drafted for it then.
    """
    if not kept.by_brief:
        return proposed
    settings = proposed.inputs.settings

    def beside(note: Note, card: Card) -> Note:
        about = brief_of(note, card, settings)
        texts = (kept.of(about.key) or ()) if about else ()
        fit = [text for text in texts if about and not standard.flaws(text, about)]
        return _beside(note, fit) if fit else note

    drafted = {id(note): beside(note, card) for note, card in proposed.cards()}
    notes = [drafted.get(id(note), note) for note in proposed.notes]
    return replace(proposed, notes=notes, beside=beside, _reworded={})


def _beside(note: Note, texts: Sequence[str]) -> Note:
    """The note with these drafts behind our proposals, in place of those that it had."""
    ours = [one for one in note.proposals if not one.is_drafted]
    return replace(note, proposals=(*ours, *_as_notes(texts, note)))


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
