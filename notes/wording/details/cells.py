"""Cells: what the columns of a customer and the Details sheet say of them; what is dark stays out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from notes.customers import Customer, Jotting
from notes.language import inflection
from notes.problems import Place
from notes.wording.cautions import is_dark, is_dark_remark
from notes.wording.details import wordbook
from notes.wording.details.addressing import You
from notes.wording.details.clauses import animals_of, clauses, relations_in, starts_with_age, subject
from notes.wording.details.detail import Detail, Known, Owner, State, Unclear, Who
from notes.wording.details.journeys import journey, with_journey
from notes.wording.details.sentences import Company, of_customer, sentence
from notes.wording.details.shorthand import listed, opened
from notes.wording.details.statements import Form, Statement, statement
from notes.wording.details.states import state_of, where_of
from notes.wording.details.things import role_of
from notes.wording.details.times import Timed, timed
from notes.wording.details.told import told
from notes.wording.details.verbs import is_verbal
from notes.wording.fragments import is_unfit, tidy_fragment, tidy_text
from notes.wording.given_names import names_in
from notes.wording.topics import KINDS, SMALL, Finder, stems

_OF_PLACES = frozenset(["trip", "place"])
_FEW = 4  # words of a thing that may stand behind “playing”
_NAME_DOING = re.compile(r"([A-ZÀ-Þ][\w'’-]+) (\w+ing)\b")
_AN_ANIMAL = re.compile(r"^the \w+ (?=\w+ing\b)")
_BEGINS = re.compile(r"\b(?:started|starting|starts|began|begins|going off|off) (?:at|to) [A-ZÀ-Þ]")
_CLAUSES = re.compile(r"\s*;\s+|(?<=[a-z])\.\s+(?=[A-Z])")
_IS = re.compile(r"\b(?:is|are)\b|['’](?:s|re)\b")
_BACK = re.compile(r"\b(?:it|them|they)\b", re.IGNORECASE)
_LISTED = re.compile(r"\s*[;/\n]\s*|\s*,\s*(?!\d)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reading of a cell hangs on besides its words."""

    finder: Finder
    today: date
    day_first: bool = False


class CellReader:
    """Reads the cells of one customer, one after the other."""

    def __init__(self, customer: Customer, setting: Setting) -> None:
        self.customer = customer
        self.setting = setting
        self.people: dict[Who, tuple[str, Place]] = {}
        self.details: list[Detail] = []
        self.unclear: list[Unclear] = []
        self.last: Who | None = None
        self.dark = _darkened(customer, jottings=())

    def people_of_columns(self) -> None:
        given = self.customer.details
        for name, owner in (("partner", Owner.PARTNER), ("child", Owner.CHILD)):
            text = tidy_text(given.get(name, ""))
            if text and not is_dark(name, text):
                who = _relative(text, owner)
                if who:
                    self.meet(who, name, text)
        text = tidy_text(given.get("pet", ""))
        if text and not is_dark("pet", text):
            header = self.customer.columns.get("pet", ("", ""))[0]
            for who in animals_of(text):
                kind = who.animal or wordbook.animal_in(header)
                self.meet(replace(who, animal=kind, relation=kind), "pet", text)

    def meet(self, who: Who, column: str, text: str) -> Who:
        """Somebody becomes known; an animal whose kind was not known may get it."""
        for known in self.people:
            if known.owner is who.owner and set(known.names) & set(who.names):
                better = replace(
                    known,
                    animal=known.animal or who.animal,
                    relation=known.relation or who.relation,
                    he=known.he if known.he is not None else who.he,
                )
                self.people = {better if one is known else one: at for one, at in self.people.items()}
                return better
        if self.is_dark(who, text):
            return who
        self.people[who] = (text, self.customer.cell(column))
        return who

    def is_dark(self, who: Who | None, text: str) -> bool:
        names = {name.casefold() for name in (who.names if who else ())}
        words = {word.casefold() for word in re.findall(r"[^\W\d_][\w'’-]*", text)}
        return bool(self.dark & (names | words)) or (who is not None and who.relation in self.dark)

    def things_of_columns(self) -> None:
        given = self.customer.details
        for column, prefer in (("told_us", ()), ("trip", ("trip", "place")), ("likes", ()), ("bought", ("work",))):
            text = _unshouted(tidy_text(given.get(column, "")))
            if not text or is_dark(column, text):
                continue
            for given_part in self._parts(column, text):
                if column in ("likes", "told_us") and self._says(given_part, column):
                    continue
                part = as_gerund(given_part) if column in ("likes", "told_us") else given_part
                if column == "likes" and part.startswith("as "):  # “roller derby, as a player”
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
        return parts if len(parts) > 1 and any(map(self._read_whole, parts)) else [text]

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
            found and found[1].form is Form.UNDER_WAY and not re.search(r"\b(?:is|are)\b|['’](?:s|re)\b", text)
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

    def statement(self, text: str, time: Timed, who: Who | None, *, liked: bool = False) -> Statement | None:
        """What a text says as a clause; the time that it comes again and again belongs to it."""
        plain = text if time.again or not time.span else time.text
        return None if is_unfit(plain) else statement(plain, who, liked=liked, you=self.you)

    def sentence(self, text: str, who: Who | None = None, after: str = "") -> tuple[Who | None, Statement] | None:
        """Whom a clause is about and what it says, where it names its subject."""
        if is_unfit(text):
            return None
        return sentence(self._with_names(text), self.company, who, after)

    def journey(self, time: Timed, *, is_place: bool = False) -> Statement | None:
        """The clause of a journey, where a text without its time is one."""
        found = self.setting.finder.find(time.text)
        is_place = is_place or (found is not None and found.topic.kind in _OF_PLACES)
        return journey(time.text, time.span, self.setting.today, self.you, is_place=is_place)

    @property
    def company(self) -> Company:
        return Company(self.you, tuple(self.people), self.last)

    def _with_names(self, text: str) -> str:
        """The text with the names that are known as one writes them: “PICKLES” is Pickles."""
        names = {name.upper(): name for who in self.people for name in who.names}
        return " ".join(names.get(word, word) if len(word) > 1 else word for word in text.split(" "))

    def said_of(self, who: Who | None, said: Statement, time: Timed, detail: Detail) -> Detail:
        """The detail of a clause that was read whole."""
        about = said.thing if said.form is Form.IS else f"{said.verb} {said.rest}"
        kind, topic = self.about(about.strip(), (), "") if said.form in _TOPICAL else ("", "")
        kind = kind or ("job" if said.form is Form.IS else "told_us")
        state = state_of(time, "told_us", kind, detail.said, said)
        found = replace(detail, phrase=said.thing, topic=topic, kind=kind, state=state)
        return of_somebody(who, time, said, found)

    def _unexplained(self, text: str) -> str:
        """A cell without the word for an animal that they know themselves: “Gladys the tortoise” is Gladys."""
        names = "|".join(re.escape(name) for who in self.people if who.owner is Owner.PET for name in who.names)
        return re.sub(rf"^({names}),? the [\w -]+? (?=\w+ing\b)", r"\1 ", text) if names else text

    def _as_told(self, text: str, time: Timed) -> str:
        """A cell without its day, where the day stands at its end."""
        text = self._unexplained(text)
        bare = self.timed(text).text
        return bare if time.span and text.startswith(bare) else text

    @cached_property
    def you(self) -> You:
        """The customer who is written to."""
        given = self.customer.first_name or self.customer.name
        names = re.split(r"\s+(?:and|&)\s+", given)
        title = self.customer.title.casefold().strip(".")
        of_title = True if title in ("mr", "sir") else False if title in ("mrs", "ms", "miss", "lady") else None
        first = names[0].split(" ", 1)[0]
        he = None if len(names) > 1 else of_title if of_title is not None else wordbook.is_he_called(first)
        return You(len(names) > 1, he, tuple(name.split(" ", 1)[0] for name in names if name))

    def whose(self, text: str) -> tuple[Who | None, str]:
        """Whom a cell is about: by a word of relation, or by the name of somebody who is known."""
        who, rest = subject(text)
        if who is not None and rest:
            return self._known_as(who), rest
        if own := self._of_themselves(text):
            return own
        for known in self.people:
            for name in known.names:
                if match := re.match(rf"{re.escape(name)}(?:['’]s?)?\s+(?=\S)", text):
                    return known, _AN_ANIMAL.sub("", text[match.end() :])
        if (match := _NAME_DOING.match(text)) and not inflection.is_word(match[1]) and inflection.lemma(match[2]):
            return Who(Owner.KIN, (match[1],)), text[match.end(1) :].strip()
        return None, text

    def _of_themselves(self, text: str) -> tuple[Who | None, str] | None:
        """A clause on the customer by name or initial: “M does the run”, “Odell ran it”; of two it is one of them."""
        names = re.split(r"\s+(?:and|&)\s+", self.customer.first_name or "")
        first, _, rest = text.partition(" ")
        verb = rest.split(" ", 1)[0]
        is_verb = verb and inflection.lemma(verb) and verb != inflection.lemma(verb)
        if not rest or not is_verb or not any(first in (name, name[:1]) for name in names if name):
            return None
        whole = next(name for name in names if first in (name, name[:1]))
        return (None, rest) if len(names) == 1 else (Who(Owner.KIN, (whole,)), rest)

    def _known_as(self, who: Who) -> Who:
        """Somebody of a clause as the columns know them; a husband without a name is the partner who has one."""
        of_kind = [known for known in self.people if known.owner is who.owner]
        for known in of_kind:
            if set(known.names) & set(who.names):
                return self.meet(who, "", "")
        if not who.names and len(of_kind) == 1 and who.owner in (Owner.PARTNER, Owner.CHILD):
            known = of_kind[0]
            if who.owner is Owner.PARTNER or known.relation in ("", who.relation):
                return replace(known, relation=who.relation, he=who.he)
        return who

    def timed(self, text: str, lean: int = 0) -> Timed:
        if not lean:
            tenses = wordbook.tenses(text)
            lean = 1 if "coming" in tenses else -1 if "over" in tenses else 0
        return timed(text, self.setting.today, day_first=self.setting.day_first, lean=lean)

    def about(self, text: str, prefer: Sequence[str] = (), column: str = "") -> tuple[str, str]:
        """The kind and the topic of a text; what a trade did or sold is only what was bought."""
        text = wordbook.without_idioms(text)
        found = self.setting.finder.find(text, prefer, () if column == "bought" else ("work",))
        kind = wordbook.kind_of(text)
        last = text.rsplit(" ", 1)[-1]
        if found and found.topic.kind in _OF_PLACES and last.islower() and inflection.is_plural(last):
            return kind, ""  # Connemara ponies are no journey
        if found and (found.at_head or kind in ("", found.topic.kind)):
            return found.topic.kind, found.topic.name
        if _BEGINS.search(text):
            return "beginning", ""
        return kind, ""

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

    def _is_known(self, who: Who) -> bool:
        return any(known.owner is who.owner and set(known.names) & set(who.names) for known in self.people)

    def _remember(self, who: Who, text: str, place: Place) -> Who:
        self.people[who] = (text, place)
        return who

    def _who_of(self, text: str) -> Who | None:
        if not text or text.casefold() in ("self", "customer", "they", "them", "he", "she", "client"):
            return None
        for known in self.people:
            if text in known.names:
                return known
        who, _ = subject(text)
        if who is None and (animals := animals_of(text)) and animals[0].animal:
            who = animals[0]
        return who or (Who(Owner.KIN, tuple(names_in(text))) if names_in(text) else None)

    def add(self, detail: Detail) -> None:
        detail = self._with_article(detail)
        detail = replace(detail, does=self._what_one_does(detail))
        same = [
            one
            for one in self.details
            if one.owner is detail.owner and ((detail.topic and one.topic == detail.topic) or one.key == detail.key)
        ]
        if not same or (same[0].span is None and detail.span is not None and same[0].state is State.ALWAYS):
            self.details.append(detail)
        elif same[0].span is None and detail.span is not None:
            at = self.details.index(same[0])
            self.details[at] = replace(same[0], span=detail.span, state=detail.state)

    def _what_one_does(self, detail: Detail) -> str:
        """What one does with a thing, by its topic: “playing the ukulele”, “growing orchids”."""
        topic = self.setting.finder.topic(detail.topic)
        said = detail.statement
        if (
            topic is None
            or not topic.doing
            or (said and said.form is not Form.THING)
            or len(detail.thing.split()) > _FEW
        ):
            return ""
        verb, _, behind = topic.doing.partition(" ")
        own = set(stems(detail.thing)) - SMALL
        if own in (set(stems(behind)) - SMALL, set(stems(topic.called)) - SMALL, set(stems(topic.doing)) - SMALL):
            return topic.doing
        is_instrument = topic.kind == "music" and verb == "playing" and behind.startswith("the ")
        if is_instrument and stems(detail.thing)[-1:] == stems(behind)[-1:]:
            return f"playing {'' if detail.thing.startswith('the ') else 'the '}{detail.thing}"
        return ""

    def _with_article(self, detail: Detail) -> Detail:
        """One plays the ukulele, and nobody plays ukulele here; chess is played without an article."""
        said, topic = detail.statement, self.setting.finder.topic(detail.topic)
        if not (said and topic and topic.kind == "music" and topic.called.startswith("the ")):
            return detail
        if said.verb in _PLAYED and _is_called(said.rest, topic.called):
            played = replace(said, rest=f"the {said.rest}")
            return replace(detail, phrase=played.doing, statement=replace(played, thing=played.doing))
        is_called = stems(said.thing)[-1:] == stems(topic.called)[-1:] and not detail.thing.endswith("ing")
        if said.form is not Form.THING or not is_called or said.thing.split()[0] in ("the", "a", "an", "your"):
            return detail
        return replace(detail, phrase=f"the {said.thing}", statement=replace(said, thing=f"the {said.thing}"))

    def leave(self, column: str, text: str, why: str) -> None:
        self.unclear.append(Unclear(self.customer.cell(column), text, why))

    def known(self) -> Known:
        people = list(self.people)
        themselves = [self._themselves(who, text, place) for who, (text, place) in self.people.items()]
        return Known(tuple(people), (*self.details, *filter(None, themselves)), tuple(self.unclear))

    def _themselves(self, who: Who, text: str, place: Place) -> Detail | None:
        """Somebody near to the customer as something known: one may ask after them."""
        if not who.names:
            return None
        kind = "animal" if who.owner is Owner.PET else "family"
        topic = ""
        if who.owner is Owner.PET:
            found = self.setting.finder.find(text, ("animal",)) if who.animal else None
            topic = found.topic.name if found and found.topic.kind == "animal" else ""
            if not topic and who.animal:
                topic = who.animal if self.setting.finder.knows(who.animal) else ""
            if any(
                one.owner is Owner.PET and one.who and set(one.who.names) & set(who.names) and one.kind == "animal"
                for one in self.details
            ):
                return None
        return Detail(
            owner=who.owner, said=text, phrase=who.called, topic=topic, kind=kind, who=who,
            state=State.ALWAYS, column="person", place=place,
        )  # fmt: skip


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


_PLAYED = frozenset(["play", "learn", "practice", "practise", "study"])


def _is_called(rest: str, called: str) -> bool:
    """Whether a word is what “the …” of a topic is about: one learns the accordion."""
    words = rest.split()
    is_bare = len(words) == 1 and words[0].islower()
    return is_bare and stems(rest) == stems(called.removeprefix("the "))


def of_somebody(who: Who | None, time: Timed, said: Statement | None, detail: Detail) -> Detail:
    """The detail as that of somebody, at a time, with the clause that says it."""
    span = None if time.again else time.span
    return replace(detail, owner=who.owner if who else Owner.SELF, who=who, span=span, statement=said)


def tidy_lines(text: str) -> str:
    return "\n".join(filter(None, map(tidy_text, text.splitlines())))


def _relative(text: str, owner: Owner) -> Who | None:
    """The people of a cell for a child or a partner: names, perhaps behind a word of relation."""
    who, _ = subject(text)
    if who is not None and who.owner is owner and who.names:
        return who
    names = tuple(names_in(text))
    return Who(owner, names) if names else None


# What is of somebody for good, so that the passages of its topic are true of it.
_TOPICAL = frozenset([Form.DOES, Form.KNOWS, Form.UNDER_WAY, Form.IS, Form.WANTS, Form.COMING])
_ASKED_ABOUT = frozenset([Form.WANTS, Form.SEEKS, Form.UNDER_WAY])


def _darkened(customer: Customer, jottings: Sequence[Jotting]) -> frozenset[str]:
    """The names and relations in cells that speak of a death or the like: nobody of them is written of."""
    cells = [
        (name, tidy_text(text)) for name, text in customer.details.items() if name not in ("say_this", "write_exactly")
    ]
    cells += [("told_us", clause.whole) for clause in clauses(tidy_lines(customer.notes))]
    return frozenset(word for name, text in cells if _is_dark(name, text) for word in _named(text))


def _is_dark(name: str, text: str) -> bool:
    return is_dark_remark(text) if name == "told_us" else is_dark(name, text)


def _named(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W\d_][\w'’-]*", text):
        if word[0].isupper():
            yield word.casefold().removesuffix("'s").removesuffix("’s")
    yield from relations_in(text)
