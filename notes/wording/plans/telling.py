"""Telling: a story as the heart of a note, between what the card is for and a few words behind it, or before them.

R: the occasion, the story. Q: the story, and then the occasion.
"""

import re
from collections.abc import Iterator, Sequence

from notes.wording.details import Detail
from notes.wording.passages import Passage
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.aptness import breaks_off
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, fitted
from notes.wording.plans.pieces import Built, Said
from notes.wording.plans.voice import as_one, as_we, spelled
from notes.wording.rendering import flaws, smooth
from notes.wording.stories.joining import is_over
from notes.wording.stories.story import KIND, Story

MOST_FRAMES = 3
OUTRANKS = 100.0  # a story comes before whatever else can be said
EXACT, NAMES_IT, CHANCE, TAIL, WHOLE = 1.0, 1.5, 1.0, 2.0, 5.0
CLOSING, STRAIGHT = 0.4, 0.5  # the shares of notes that have an end besides, and that begin to tell straight away
_PARAGRAPHS_FROM = 40  # words
_OF_FACTS = frozenset(["about", "person", "referred", "years", "years-th", "age", "since"])


def told(card: Card, book: Phrasebook) -> list[Built]:
    """The notes that tell the freshest story of a card."""
    if not card.fresh_stories:
        return []
    notes = _Frames(card, book).around(card.fresh_stories[0])
    return [built for built in notes if names_whom_it_must(card, built)]


def detail_of(story: Story) -> Detail:
    """A story as the history and the review page have it."""
    return Detail(said=story.said, phrase=story.key, kind=KIND, column=story.column, place=story.place)


class _Frames:
    """What stands around a story on one card."""

    def __init__(self, card: Card, book: Phrasebook) -> None:
        self.card = card
        self.fits = [fit for passage in book.around_a_story(card.occasion) if (fit := self._fit(passage))]

    def _fit(self, passage: Passage) -> Fit | None:
        fit = fitted(passage, self.card)
        return None if fit is None or self.card.was_said(fit) or breaks_off(passage, self.card) else fit

    def around(self, story: Story) -> Iterator[Built]:
        """The notes on a story, the whole of it and the beginnings that can stand alone."""
        for count in story.ends:
            sentences = story.sentences[:count]
            worth = OUTRANKS - WHOLE * (len(story.sentences) - count)
            yield from self._notes(story, sentences, worth)

    def _notes(self, story: Story, sentences: Sequence[str], worth: float) -> Iterator[Built]:
        ends = self._of("end", story, says_occasion=False)
        first, second = (self._story(story, sentences, lead) for lead in self._ways_in(story, sentences[0]))
        for opening in self._of("open", story):
            yield self._built("R", [opening, first], worth)
            for end in ends:
                yield self._built("R", [opening, first, end], worth + (TAIL if self.closes else -TAIL))
        for end in self._of("end", story, says_occasion=True):
            yield self._built("Q", [second, end], worth)

    @property
    def closes(self) -> bool:
        """Whether a note with an opening has an end as well."""
        return self.card.draws.share("closes a story") < CLOSING

    def _ways_in(self, story: Story, first: str) -> Sequence[Fit | None]:
        """How the two framings begin to tell: “I love that you …”, “I won’t forget how you …”, or straight away.

        What somebody does again and again is no news to them: it is told as what one likes of it.
        """
        if not re.match(r"You\b(?!,)", first):
            return None, None
        kind = "of a happening" if is_over(first) else "of a habit"
        told = (story.tells - {"of a habit", "of a happening"}) | {kind}
        leads = [fit for fit in self.fits if "lead" in fit.passage.terms.positions and fit.passage.terms.tells <= told]
        leads.sort(key=lambda fit: self.card.draws.share("way in", fit.passage.key))
        best, other, *_ = [*leads, None, None]
        if kind == "of a habit":
            return best, other or best
        is_straight = self.card.draws.share("straight into the story") < STRAIGHT
        return (None, best) if is_straight else (best, None)

    def _of(self, position: str, story: Story, *, says_occasion: bool | None = None) -> list[Said]:
        """The frames of a place in the note that suit the story, the best first."""
        found = []
        for fit in self.fits:
            terms = fit.passage.terms
            says = "says occasion" in terms.flags
            if position in terms.positions and terms.tells <= story.tells and says_occasion in (None, says):
                found.append((-self._worth(fit), fit.passage.key, fit))
        said = [self._said(fit) for _, _, fit in sorted(found, key=lambda one: one[:2])]
        return [one for one in said if not flaws(one.text)][:MOST_FRAMES]

    def _worth(self, fit: Fit) -> float:
        named = fit.passage.slots & {"about", "person", "referred", "years", "age"}
        drawn = CHANCE * self.card.draws.share("around a story", fit.passage.key)
        return EXACT * (fit.exact + len(fit.passage.terms.tells)) + NAMES_IT * bool(named) + drawn

    def _said(self, fit: Fit) -> Said:
        facts = frozenset(slot.removesuffix("'s") for slot in fit.passage.slots) & _OF_FACTS
        text = (as_we if self.card.we else as_one)(fit.lead(self.card.by_name))
        return Said(spelled(smooth(text), self.card.region), fit.passage, tuple(fit.company), tuple(fit.cells), facts)

    def _story(self, story: Story, sentences: Sequence[str], lead: Fit | None) -> Said:
        covered = [one for one in self.card.details if not one.of_card and one.said in story.clauses]
        text = " ".join(sentences)
        if lead:
            text = f"{lead.lead().rstrip('… ')} {text[:1].lower()}{text[1:]}"
        text = spelled(as_we(text) if self.card.we else text, self.card.region)
        return Said(text, lead.passage if lead else None, (detail_of(story), *covered), (story.place,))

    def _built(self, plan: str, pieces: Sequence[Said], worth: float) -> Built:
        pieces = [*pieces, *self._own()]
        built = Built(plan, tuple(pieces), 0.0, self._breaks(pieces))
        return Built(plan, built.pieces, worth + self._says(built), built.breaks)

    def _says(self, built: Built) -> float:
        """What speaks for the frames of a note: that they suit it, and name whom and what it is about."""
        return max(self._worth_of(piece) for piece in built.pieces)

    def _worth_of(self, piece: Said) -> float:
        fit = next((fit for fit in self.fits if fit.passage is piece.passage), None)
        return self._worth(fit) if fit and "lead" not in fit.passage.terms.positions else 0.0

    def _own(self) -> list[Said]:
        """The person's own sentence, which stands last."""
        own = self.card.own_sentence
        return [Said(own, cells=(self.card.cells["say_this"],), facts=frozenset(["say_this"]))] if own else []

    def _breaks(self, pieces: Sequence[Said]) -> frozenset[int]:
        """A paragraph for the story where it is long, and one for the person's own sentence."""
        own = {len(pieces) - 1} if self.card.own_sentence else set()
        long = {1} if pieces[0].passage and sum(piece.length for piece in pieces) > _PARAGRAPHS_FROM else set()
        return frozenset(own | long)


def names_whom_it_must(card: Card, built: Built) -> bool:
    """Whether a note names whom the card is about, and who was sent."""
    said = built.text
    if card.of_referral and card.facts.get("referred", "").split(" ")[0] not in said:
        return False
    return card.person is None or not card.person.names or any(name in said for name in card.person.names)
