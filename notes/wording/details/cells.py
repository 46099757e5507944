"""Cells: what the columns of a customer and the Details sheet say of them; what is dark stays out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from notes.customers import Jotting
from notes.language import inflection
from notes.wording.cautions import is_dark, is_dark_remark
from notes.wording.details.addressing import PRONOUNS, to_you
from notes.wording.details.clauses import starts_with_age, subject
from notes.wording.details.detail import Detail, Owner, Unclear, Who
from notes.wording.details.journeys import with_journey
from notes.wording.details.reader import Reader, of_somebody
from notes.wording.details.sentences import of_customer
from notes.wording.details.shorthand import listed, opened
from notes.wording.details.statements import Form, Statement
from notes.wording.details.states import state_of, where_of
from notes.wording.details.things import role_of
from notes.wording.details.times import Timed
from notes.wording.details.told import told
from notes.wording.details.verbs import is_verbal
from notes.wording.fragments import is_unfit, tidy_fragment, tidy_text
from notes.wording.topics import KINDS

_CLAUSES = re.compile(r"\s*;\s+|(?<=[a-z])\.\s+(?=[A-Z])")
_AND_ALSO = re.compile(r", and (?=(?:the|a|an|[a-z]+ing|[A-Z]\w+|two|three|four|five|six) )")
_IS = re.compile(r"\b(?:is|are)\b|['’](?:s|re)\b")
_BACK = re.compile(r"\b(?:it|them|they)\b", re.IGNORECASE)
_LISTED = re.compile(r"\s*[;/\n]\s*|\s*,\s*(?!\d)")


_ONLY_ADDS = re.compile(
    r"(?:in|on|at|with|for|by|of|from|as|when|while|whenever|if|because|since|until|before|after|but|though) ",
    re.IGNORECASE,
)
_EVER_SINCE = re.compile(r",? (?:ever )?since$")


class CellReader(Reader):
    """Reads the cells of one customer, one after the other."""

    def things_of_columns(self) -> None:
        given = self.customer.details
        for column, prefer in (("told_us", ()), ("trip", ("trip", "place")), ("likes", ()), ("bought", ("work",))):
            text = _EVER_SINCE.sub("", _unshouted(tidy_text(given.get(column, ""))))
            if not text or is_dark(column, text):
                continue
            parts = self._parts(column, text)
            for before, given_part in zip(["", *parts], parts, strict=False):
                self.begins(given_part, before)
                if column in ("likes", "told_us") and self._says(given_part, column):
                    continue
                part = as_gerund(given_part) if column in ("likes", "told_us") else given_part
                if column == "likes" and _ONLY_ADDS.match(part):  # “roller derby, as a player”
                    continue
                if column == "trip" and part.split(" ", 1)[0] in self.you.names:  # one of the two went
                    self.leave(column, part, "was not understood")
                    continue
                if given_part != text and column == "told_us" and (starts_with_age(part) or _BACK.search(part)):
                    self.leave(column, part, "was not understood")
                    continue
                self.thing(part, column, prefer)

    def _parts(self, column: str, text: str) -> Sequence[str]:
        """The pieces of a cell: those of a list, or the clauses of what was told where one of them says something."""
        if column == "likes":
            return list(filter(None, _LISTED.split(text)))
        parts = list(filter(None, (part.strip(" .") for part in _CLAUSES.split(text)))) if column == "told_us" else []
        if len(parts) > 1 and any(map(self._read_whole, parts)):
            return parts
        both = _AND_ALSO.split(text, maxsplit=1) if column == "told_us" else []
        return both if len(both) > 1 and not _BACK.search(both[1]) else [text]

    def _says(self, text: str, column: str) -> bool:
        """Whether a piece of a cell says of whom it speaks and what they do: then that is known."""
        if is_dark_remark(text):
            return False
        time = self.timed(text)
        plain = self._named_again(time.text if time.span and not time.again else text, column)
        last = self.details[-1] if self.details and self.details[-1].column == column else None
        found = self._read_whole(plain, last.clause if last else "")
        if found is None or self.is_dark(found[0], text):
            return False
        who, said = found
        if last and last.statement and _BACK.search(plain) and self.sentence(plain) is None:
            more = Detail(said=text, owner=who.owner if who else Owner.SELF, who=who, statement=said).clause
            self.details[-1] = replace(last, statement=replace(last.statement, aside=more))
            return True
        self.last = who or self.last
        self.add(self.said_of(who, said, time, Detail(said=text, column=column, place=self.customer.cell(column))))
        return True

    def _read_whole(self, text: str, after: str = "") -> tuple[Who | None, Statement] | None:
        """Whom a piece is about and what it says; somebody’s doing something, without a time, is only told."""
        who, rest = subject(text)
        if who is not None and who.names and rest:
            found = self.sentence(rest, self._known_as(who))
        else:
            found = self.sentence(text, after=after) or self._of_customer(text)
        is_timeless = (
            found
            and found[1].form in (Form.UNDER_WAY, Form.STATE)
            and not re.search(r"\b(?:is|are)\b|['’](?:s|re)\b", text)
        )
        return None if is_timeless else found

    def _of_customer(self, plain: str) -> tuple[Who | None, Statement] | None:
        """What a piece without a subject says of the customer, if it begins with what can only be a verb."""
        first = plain.split(" ", 1)[0]
        is_said = (is_verbal(opened(plain)) and not first.endswith("ing")) or bool(role_of(opened(plain).split()))
        said = self.statement(plain, Timed(plain), None) if is_said else of_customer(plain, self.company)
        return (None, said) if said and (said.verb or said.form in (Form.IS, Form.STATE)) else None

    def _named_again(self, text: str, column: str) -> str:
        """What was told with what they are fond of in the place of “it”: “does it in the chair by the counter”."""
        likes = tidy_text(self.customer.details.get("likes", ""))
        if column != "told_us" or not likes or _LISTED.search(likes):
            return text
        return re.sub(r"^(\w+) it\b", rf"\1 {likes}", text)

    def thing(self, text: str, column: str, prefer: Sequence[str]) -> None:
        who, rest = self.whose(text)
        if self.is_dark(who, text):
            return
        if who is None and self.is_of_another:
            self.leave(column, text, "does not say who that is")
            return
        time = self.timed(rest)
        others = who is not None and who.owner is not Owner.SELF
        said = self.statement(rest, time, who, liked=column == "likes")
        if column == "told_us" and not (said and said.form in _ASKED_ABOUT):
            said = (None if is_unfit(text) else told(self._as_told(text, time), you=self.you)) or said
        if said and who is not None and column == "told_us" and rest.split(" ", 1)[0].endswith("ing"):
            said = replace(said, timeless=True)
        if said and said.thing and said.form is not Form.NEVER:
            said = replace(said, thing=as_gerund(said.thing))
        named = as_gerund(time.text) if column in ("likes", "told_us") else time.text
        phrase = tidy_fragment(column, named, "en", others)
        if column != "told_us" and not others and set(phrase.casefold().split()) & PRONOUNS:
            phrase = to_you(phrase, None, self.you) or ""
        if said and said.thing and column == "told_us" and (said.form is not Form.TOLD or not phrase):
            phrase = said.thing
        kind, topic = self.about(time.text if time.text else rest, prefer, column)
        kind = "work" if column == "bought" and not topic else kind or {"trip": "trip"}.get(column, "")
        where = where_of(time.text) if kind in ("trip", "place", "move") or column == "trip" else ""
        if not phrase and not topic and kind != "beginning":
            self.leave(column, text, "does not fit into a sentence")
            return
        state, place = state_of(time, column, kind, rest, said), self.customer.cell(column)
        if column == "trip" and (said is None or said.form is Form.THING):
            said = with_journey(said, self.journey(time, is_place=True), phrase)
        found = Detail(
            said=text, phrase=phrase, topic=topic, kind=kind or column, where=where, column=column, place=place
        )
        self.add(of_somebody(who, time, said, replace(found, state=state)))

    def _unexplained(self, text: str) -> str:
        """A cell without the word for an animal that they know themselves: “Gladys the tortoise” is Gladys."""
        names = "|".join(re.escape(name) for who in self.people if who.owner is Owner.PET for name in who.names)
        return re.sub(rf"^({names}),? the [\w -]+? (?=\w+ing\b)", r"\1 ", text) if names else text

    def _as_told(self, text: str, time: Timed) -> str:
        """A cell without its day, where the day stands at its end."""
        text = self._unexplained(text)
        bare = self.timed(text).text
        return bare if time.span and text.startswith(bare) else text

    def jotting(self, jotting: Jotting) -> None:
        """A row of the Details sheet."""
        text = tidy_text(jotting.what)
        place = jotting.place
        who = self._who_of(tidy_text(jotting.who))
        if not text:
            if who:
                self.people.setdefault(who, (jotting.who, place))
            return
        if is_dark_remark(text) or self.is_dark(who, text):
            self.unclear.append(Unclear(place, text, "speaks of something sad"))
            return
        time = self.timed(text)
        if when := tidy_text(jotting.when):
            time = replace(self.timed(when), text=time.text)
        if who and who.names:
            who = self.meet(who, "", "") if self._is_known(who) else self._remember(who, jotting.who, place)
        kind, topic = self.about(time.text)
        given = jotting.kind.casefold().strip()
        kind = given if given in KINDS else kind
        said = self.statement(text, time, who)
        phrase = said.thing if said and said.thing else tidy_fragment("told_us", time.text, "en", who is not None)
        if not phrase and not topic:
            self.unclear.append(Unclear(place, text, "does not fit into a sentence"))
            return
        found = Detail(said=text, phrase=phrase, topic=topic, kind=kind or "told_us", column="details", place=place)
        ended, state = tidy_text(jotting.came_of_it), state_of(time, "told_us", kind, text, said)
        self.add(of_somebody(who, time, said, replace(found, state=state, came_of_it=ended, where=where_of(time.text))))


def _unshouted(text: str) -> str:
    """A cell that is all in capitals as one writes it: words small, names with a capital.

    >>> [_unshouted(text) for text in ("ROOF", "ROME", "NYC", "old maps")]
    ['roof', 'Rome', 'NYC', 'old maps']
    """
    if not text.isupper() or len(text) < _SHOUTED:
        return text
    return " ".join(word.lower() if inflection.is_word(word) else word.capitalize() for word in text.split())


_SHOUTED = 4  # letters: fewer are an abbreviation


def as_gerund(text: str) -> str:
    """What somebody does or did, told without them, as a thing: only that can stand in the middle of a sentence.

    >>> [as_gerund(text) for text in ("plays shuffleboard", "passed her driving test", "took Patty’s peony along")]
    ['playing shuffleboard', 'passing her driving test', 'taking Patty’s peony along']
    >>> [as_gerund(text) for text in ("carved wooden birds", "drives in the Alps", "books")]
    ['carved wooden birds', 'driving in the Alps', 'books']
    """
    first, _, rest = text.partition(" ")
    verb, behind = inflection.lemma(first), rest.split(" ", 1)[0]
    if not (rest and verb and first.islower()):
        return text
    leads_on = behind in _DETERMINERS or behind[:1].isupper() or behind[:1].isdigit()
    does = first == inflection.does(verb) and (leads_on or first in listed("habits"))
    is_told = does or (first == inflection.did(verb) and leads_on)
    return f"{inflection.doing(verb)} {rest}" if is_told else text


_DETERMINERS = frozenset(["a", "an", "the", "his", "her", "their", "my", "our", "all", "every", "two", "three", "four"])


_ASKED_ABOUT = frozenset([Form.WANTS, Form.SEEKS, Form.UNDER_WAY])
