"""The reader of one customer: who is near to them, and what a text says, of whom and of when."""

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
from notes.wording.details.clauses import animals_of, clauses, relations_in, subject
from notes.wording.details.detail import Detail, Known, Owner, State, Unclear, Who
from notes.wording.details.journeys import journey
from notes.wording.details.sentences import Company, sentence
from notes.wording.details.statements import Form, Statement, statement
from notes.wording.details.states import state_of
from notes.wording.details.times import Timed, timed
from notes.wording.fragments import is_unfit, tidy_text
from notes.wording.given_names import names_in
from notes.wording.topics import SMALL, Finder, stems

_OF_PLACES = frozenset(["trip", "place"])
_FEW = 4  # words of a thing that may stand behind “playing”
_NAME_DOING = re.compile(r"([A-ZÀ-Þ][\w'’-]+) (\w+ing)\b")
_HE_OR_SHE = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_AN_ANIMAL = re.compile(r"^the \w+ (?=\w+ing\b)")
_BEGINS = re.compile(r"\b(?:started|starting|starts|began|begins|going off|off) (?:at|to) [A-ZÀ-Þ]")
_PLAYED = frozenset(["play", "learn", "practice", "practise", "study"])
# What is of somebody for good, so that the passages of its topic are true of it.
_TOPICAL = frozenset([Form.DOES, Form.KNOWS, Form.UNDER_WAY, Form.IS, Form.WANTS, Form.COMING])


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reading of a cell hangs on besides its words."""

    finder: Finder
    today: date
    day_first: bool = False


class Reader:
    """Reads the texts of one customer, one after the other, and keeps what is known so far."""

    def __init__(self, customer: Customer, setting: Setting) -> None:
        self.customer = customer
        self.setting = setting
        self.people: dict[Who, tuple[str, Place]] = {}
        self.details: list[Detail] = []
        self.unclear: list[Unclear] = []
        self.last: Who | None = None
        self.is_of_another = False  # whether the piece that is read may be about somebody whom the one before names
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

    def statement(self, text: str, time: Timed, who: Who | None, *, liked: bool = False) -> Statement | None:
        """What a text says as a clause; the time that it comes again and again belongs to it."""
        plain = text if time.again or not time.span else time.text
        if is_unfit(plain) or (who is None and self.is_of_another):
            return None
        return statement(plain, who, liked=liked, you=self.you)

    def sentence(self, text: str, who: Who | None = None, after: str = "") -> tuple[Who | None, Statement] | None:
        """Whom a clause is about and what it says, where it names its subject."""
        if is_unfit(text) or (who is None and self.is_of_another):
            return None
        return sentence(self._with_names(text), self.company, who, after)

    def begins(self, text: str, before: str, *, joined: bool = False) -> None:
        """A piece of a cell begins, behind another; `joined` tells that it only goes on about the same person."""
        if _HE_OR_SHE.match(text):
            self.is_of_another = self._names_another(before)
        elif not joined:
            self.is_of_another = False

    def _names_another(self, before: str) -> bool:
        """Whether “he” may be somebody whom the piece before names: “Tom measured Duke for it; he lay down”."""
        people = [name for who in self.people for name in who.names]
        named = {name for name in people if re.search(rf"\b{re.escape(name)}\b", before)}
        is_certain = self.last is not None and bool(named) and named <= set(self.last.names)
        return not is_certain and bool(named or relations_in(before))

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
                    rest = text[match.end() :]
                    return known if _AND_ANOTHER.match(rest) else wordbook.alone(known, name), _AN_ANIMAL.sub("", rest)
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
                met = self.meet(who, "", "")
                return wordbook.alone(met, who.names[0]) if len(who.names) == 1 else met
        if not who.names and len(of_kind) == 1 and who.owner in (Owner.PARTNER, Owner.CHILD):
            known = of_kind[0]
            if who.are_several and not known.are_several:
                return who
            if who.owner is Owner.PARTNER or known.relation in ("", who.relation):
                return replace(known, relation=who.relation, he=who.he)
        return who

    def timed(self, text: str, lean: int = 0) -> Timed:
        if not lean:
            tenses = wordbook.tenses(text)
            is_over = "over" in tenses or wordbook.begins_with_what_was_done(text)
            lean = 1 if "coming" in tenses else -1 if is_over else 0
        return timed(text, self.setting.today, day_first=self.setting.day_first, lean=lean)

    def about(self, text: str, prefer: Sequence[str] = (), column: str = "") -> tuple[str, str]:
        """The kind and the topic of a text; what a trade did or sold is only what was bought."""
        if column == "likes" and wordbook.is_only_admired(text):
            return "likes", ""
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


_AND_ANOTHER = re.compile(r"(?:and|&|,|\+|/) ?[A-Z]")


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
