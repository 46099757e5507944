"""Telling: a story as the heart of a note, with what one answers it, and the occasion before it or behind.

R: the occasion, the story, an answer. P: the story, an answer, the occasion. Q: the story, and what answers it and says
the occasion.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import permutations

from notes.wording.details import Detail
from notes.wording.passages import Passage
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.answering import GENERAL, Answer, answers_to, is_particular, sorts_on
from notes.wording.plans.aptness import breaks_off
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, fitted
from notes.wording.plans.pieces import Built, Said
from notes.wording.plans.voice import as_one, as_we, spelled
from notes.wording.rendering import flaws, smooth
from notes.wording.stories.joining import is_over
from notes.wording.stories.sorts import Found
from notes.wording.stories.story import KIND, Story, joined
from notes.wording.topics import SMALL, stems

MOST_FRAMES, MOST_ANSWERS, MOST_STORIES = 3, 5, 3
BOTH = 26  # words of two stories that are told together
RICH, ENOUGH = 0.07, 40  # what each word of a story counts, and how many do
_THOUGHT = ("I like to think of", "I won’t forget")  # two of these, one behind the other, are a litany
OUTRANKS = 100.0  # a story of something particular comes before whatever else can be said
JOTTED = "notes"  # the column of what was jotted down for the office itself
_ROUGH = re.compile(r" [-–/] |\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\byour since\b|[a-z]/[a-z]")
PLAIN = 6.0  # what a story counts that only says what somebody is or does
ANSWERED = 4.0  # what an answer counts before the lines that would do for any story
EXACT, NAMES_IT, CHANCE, TAIL, WHOLE = 1.0, 1.5, 1.0, 2.0, 8.0
NO_AFTERTHOUGHT = 0.5
ASKING = 0.55  # the share of the cards that ask something
SHORTEST, LONGEST, WORD_OFF = 18, 58, 0.15
SAME = 0.5  # the share of the words of a matter that say it
CLOSING, STRAIGHT = 0.4, 0.5  # the shares of notes that have an end besides, and that begin to tell straight away
_PARAGRAPHS_FROM = 40  # words
_NAMING = frozenset(["about", "person", "referred", "years", "years-th", "age"])
_HANGS = re.compile(r"\b(?:also|too|otherwise|patience|of course|just as you)\b|^Oh,|^And\b|^It’s done", re.IGNORECASE)
_ONE_YEAR = re.compile(r"(?<![\w-])([Oo])ne years\b")
_OF_FACTS = frozenset(["about", "person", "referred", "years", "years-th", "age", "since"])


def told(card: Card, book: Phrasebook) -> list[Built]:
    """The notes that tell the freshest story of a card."""
    frames = _Frames(card, book)
    notes = (built for story in _candidates(card.fresh_stories) for built in frames.around(story))
    return [built for built in notes if names_whom_it_must(card, built)]


def _candidates(stories: Sequence[Story]) -> Iterator[Story]:
    """The stories that a note may tell: each by itself, and two short ones together."""
    few = stories[:MOST_STORIES]
    yield from few
    for one, other in permutations(few, 2):
        are_short = sum(len(each.text.split()) for each in (one, other)) <= BOTH
        if are_short and one.column != other.column and not one.text.startswith(_THOUGHT):
            yield joined(one, other)


def _is_answered(found: Sequence[Found], sentences: Sequence[str]) -> bool:
    """Whether somebody knows what to say to a jotting, and it reads as a sentence does; read back alone it is a file.

    What the person tells for the card itself is always told.
    """
    return any(one.sort.name != GENERAL for one in found) and not any(map(_ROUGH.search, sentences))


def detail_of(story: Story) -> Detail:
    """A story as the history and the review page have it."""
    return Detail(said=story.said, phrase=story.key, kind=KIND, column=story.column, place=story.place)


class _Frames:
    """What stands around a story on one card."""

    def __init__(self, card: Card, book: Phrasebook) -> None:
        self.card, self.book = card, book
        self._days: dict[str, list[Said]] = {}
        self.asks = card.draws.share("asks of a story") < (0.0 if card.row.gentle else ASKING)

    @cached_property
    def fits(self) -> Sequence[Fit]:
        """What may stand around any story, where there is one."""
        return list(filter(None, map(self._fit, self.book.around_a_story(self.card.occasion))))

    def _fit(self, passage: Passage) -> Fit | None:
        fit = fitted(passage, self.card)
        return None if fit is None or self.card.was_said(fit) or breaks_off(passage, self.card) else fit

    def around(self, story: Story) -> Iterator[Built]:
        """The notes on a story, the whole of it and the beginnings that can stand alone."""
        if not self.book.around_a_story(self.card.occasion):
            return
        for count in story.ends:
            sentences = story.sentences[:count]
            found = sorts_on(self.card, self.book, sentences)
            if story.column == JOTTED and not _is_answered(found, sentences):
                continue
            is_worth_it = is_particular(story, sentences, found)
            answers = answers_to(self.card, story, found, asks=self.asks)
            is_worth_it = is_worth_it and (bool(answers) or not self.card.row.gentle)
            worth = self._worth_of_story(story, sentences, is_worth_it)
            told = self._story(story, sentences, None)
            yield from self._answered(told, answers, worth + ANSWERED * is_worth_it)
            yield from self._framed(story, sentences, worth)

    def _worth_of_story(self, story: Story, sentences: Sequence[str], is_worth_it: bool) -> float:
        """What speaks for a story: that it is of something particular, told to its end, and rich."""
        words = sum(len(one.split()) for one in sentences)
        untold = WHOLE * (len(story.sentences) - len(sentences))
        return (OUTRANKS if is_worth_it else PLAIN) - untold + RICH * min(words, ENOUGH)

    def _answered(self, told: Said, answers: Sequence[Answer], worth: float) -> Iterator[Built]:
        """The notes with what one answers the story, and the occasion in plain words."""
        if self._is_said(told):
            answers = [one for one in answers if "about" not in one.fit.passage.slots]
        saying = [one for one in answers if one.says_occasion][:MOST_ANSWERS]
        plain = [one for one in answers if not one.says_occasion][:MOST_ANSWERS]
        for one, answer in self._worded(saying):
            yield self._built("Q", [told, answer], worth + one.worth + self._drawn("Q"))
        for one, answer in self._worded(plain):
            for opening in self._day("open", told):
                yield self._built("R", [opening, told, answer], worth + one.worth + self._drawn("R"))
            for behind in self._day("mid", told):
                yield self._built("P", [told, answer, behind], worth + one.worth + self._drawn("P"))

    def _day(self, position: str, told: Said) -> list[Said]:
        """What the card is for, in plain words: a few lines of the occasion, those that name what they must.

        What the story says already is not said again.
        """
        is_said = self._is_said(told)
        key = f"{position} {is_said}"
        if key not in self._days:
            lines = self.book.lines_of(self.card.occasion, self.card.years)
            plain = [one for one in lines if position in one.terms.positions and not one.asks]
            fits = [fit for one in plain if not _HANGS.search(one.text) and (fit := self._fit(one))]
            fits = [fit for fit in fits if not (is_said and "about" in fit.passage.slots) and self._reads(fit)]
            naming = [fit for fit in fits if fit.passage.slots & _NAMING] or fits
            naming.sort(key=lambda fit: self.card.draws.share("day of a story", fit.passage.key) - 0.4 * fit.exact)
            self._days[key] = [one for one in map(self._said, naming) if not flaws(one.text)][:MOST_FRAMES]
        return self._days[key]

    def _reads(self, fit: Fit) -> bool:
        """Whether a line can take what the card is about: who had it done is not thanked for “getting it to run”."""
        is_doing = self.card.facts.get("about", "").partition(" ")[0].endswith("ing")
        return not is_doing or self.card.row.of_a_person or "about" not in fit.passage.slots

    def _is_said(self, told: Said) -> bool:
        """Whether a story says itself what the card is about."""
        words = frozenset(stems(self.card.facts.get("about", ""))) - SMALL
        return len(words) > 1 and len(words & frozenset(stems(told.text))) >= SAME * len(words)

    def _worded(self, answers: Sequence[Answer]) -> Iterator[tuple[Answer, Said]]:
        said = ((one, self._said(one.fit)) for one in answers)
        return ((one, answer) for one, answer in said if not flaws(answer.text))

    def _drawn(self, plan: str) -> float:
        """What chance has for a plan; a day that something has happened on is no afterthought."""
        more = NO_AFTERTHOUGHT if plan != "P" and self.card.is_of_a_matter else 0.0
        return more + CHANCE * self.card.draws.share("order of a story", plan)

    def _framed(self, story: Story, sentences: Sequence[str], worth: float) -> Iterator[Built]:
        """The notes without an answer: with the day alone, or with lines that would do for any story of its sort."""
        straight = self._story(story, sentences, None)
        told = self._story(story, sentences, self._way_in(story, sentences[0]))
        ends = self._of("end", story, says_occasion=False)
        for opening in (*self._of("open", story), *self._day("open", straight)):
            yield self._built("R", [opening, told], worth)
            for end in ends:
                yield self._built("R", [opening, told, end], worth + (TAIL if self.closes else -TAIL))
        for behind in self._day("mid", straight):
            yield self._built("P", [straight, behind], worth)
        for end in self._of("end", story, says_occasion=True):
            yield self._built("Q", [straight, end], worth)

    @property
    def closes(self) -> bool:
        """Whether a note with an opening has an end as well."""
        return self.card.draws.share("closes a story") < CLOSING

    def _way_in(self, story: Story, first: str) -> Fit | None:
        """How one begins to tell what they did: “I won’t forget how you …”, or straight away."""
        is_straight = self.card.draws.share("straight into the story") < STRAIGHT
        if is_straight or not re.match(r"You\b(?!,)", first) or not is_over(first):
            return None
        leads = [
            fit for fit in self.fits if "lead" in fit.passage.terms.positions and fit.passage.terms.tells <= story.tells
        ]
        return min(leads, key=lambda fit: self.card.draws.share("way in", fit.passage.key), default=None)

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
        text = _ONE_YEAR.sub(lambda match: "A year" if match[1] == "O" else "a year", text)
        return Said(spelled(smooth(text), self.card.region), fit.passage, tuple(fit.company), tuple(fit.cells), facts)

    def _story(self, story: Story, sentences: Sequence[str], lead: Fit | None) -> Said:
        covered = [one for one in self.card.details if not one.of_card and one.said in story.clauses]
        text = " ".join(sentences)
        if lead:
            text = f"{lead.lead().rstrip('… ')} {text[:1].lower()}{text[1:]}"
        text = spelled(as_we(text) if self.card.we else text, self.card.region)
        return Said(
            text,
            lead.passage if lead else None,
            (*map(detail_of, story.parts), *covered),
            tuple(one.place for one in story.parts),
        )

    def _built(self, plan: str, pieces: Sequence[Said], worth: float) -> Built:
        pieces = [*pieces, *self._own()]
        built = Built(plan, tuple(pieces), 0.0, self._breaks(pieces))
        off = max(SHORTEST - built.length, built.length - LONGEST, 0)
        return Built(plan, built.pieces, worth + self._says(built) - WORD_OFF * off, built.breaks)

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
