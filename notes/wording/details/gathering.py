"""Gathering: the details of every cell of a customer; what is dark, or the office’s own, stays out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from notes.customers import Customer, Jotting
from notes.language import inflection
from notes.language.texts import word_set
from notes.problems import Place
from notes.wording.cautions import is_dark_remark
from notes.wording.details import wordbook
from notes.wording.details.added import aside, beside_it, for_years, goes_on, is_weather, of_a_choir, of_every
from notes.wording.details.addressing import You, to_you
from notes.wording.details.cells import CellReader
from notes.wording.details.clauses import Clause, clauses
from notes.wording.details.detail import Detail, Known, Owner, Who
from notes.wording.details.journeys import with_journey
from notes.wording.details.reader import Setting, of_somebody, tidy_lines
from notes.wording.details.sentences import of_customer
from notes.wording.details.shorthand import listed, opened
from notes.wording.details.statement import Form, Statement
from notes.wording.details.states import LASTING, ONLY_A_NAME, state_of, where_of
from notes.wording.details.times import Timed
from notes.wording.details.verbs import begins_with_a_verb, is_verbal, only_repeats
from notes.wording.fragments import tidy_fragment
from notes.wording.topics import Finder

__all__ = ["Setting", "gather", "reader", "tidy_lines"]

_CAME_FROM = re.compile(
    r"^(?:just |newly |recently |orig(?:inally|\.)? )?(?:moved |came |come )?(?:down |up |over |here |in )?from "
    r"(?=[A-ZÀ-Þ]\S*(?: [A-ZÀ-Þ]\S*)?$)"
)
_FROM = re.compile(r"from (?=[A-ZÀ-Þ])")
_OF_THEIR_OWN = re.compile(
    r"wants [A-Z]\S*(?: [A-Z]\S*)?|wants to (?:learn|see|play|build|make|sing|ride|walk|climb|visit|sail|grow|paint) .+"
    r"|never (?:been|seen|owned|eaten|tried|ridden|flown|left) .+"
)
_SOMEBODY = re.compile(r"[A-ZÀ-Þ][\w'’-]+ (?:is|has|gets|hides|likes|loves|comes|goes|was|had|does)\b")
_ABBREVIATED = re.compile(r"\b(Mt|St|Dr|Mr|Mrs|Ft)\. ")
_SHOUTED = re.compile(r"\b[A-Z]{3,}\b")
# Verbs that name no thing where the clause behind them was not understood.
_DEEDS = word_set(
    "quit needs said told asked hear thinks says sold got gave kept mixed framed did had took made went came met"
)
_SOUR = re.compile(
    r",? (?:upset|frosty|angry|furious|livid|hurt|sad|cross|gutted|poor|sore point|not happy|unhappy)\b", re.IGNORECASE
)
_PREPOSITIONS = word_set("in on at to for with from by through off out over under behind near")
_SENTENCES = re.compile(r"[\n;]|(?<=\w\w)[.!]+\s|(?<=\))[.!]+\s")
# What was told in confidence is nobody else's, whatever stands beside it in the sentence.
_SECRET = re.compile(
    r"\bsecret|\bpen name|\bdon['’]?t (?:say|tell|mention|bring)|\bnobody knows|\bno one knows|\bhush|\bbetween us"
    r"|\bconfiden|\bdoes(?:n['’]t| not) know|\bsurprise|\bnot (?:told|public)|\bkeep (?:it )?quiet|\bprivate",
    re.IGNORECASE,
)
# Kinds whose passages say it better than the clause could.
_ASKED_OTHERWISE = word_set("health beginning baby")
_TOO_LONG = 9  # words that a clause of remarks may have, to be understood without a topic


def is_secret(text: str) -> bool:
    """Whether a cell says that something in it is nobody else's to know.

    >>> is_secret("may move to Maine, hasn't told people"), is_secret("told everybody")
    (True, False)
    """
    return _SECRET.search(text) is not None or re.search(r"n['’]t told\b|\bnot to know\b", text) is not None


def gather(customer: Customer, setting: Setting, jottings: Sequence[Jotting] = ()) -> Known:
    """All that is known of a customer; of two cells that say the same the first."""
    one = _Remarks(customer, setting)
    one.people_of_columns()
    one.things_of_columns()
    for jotting in jottings:
        one.jotting(jotting)
    one.notes()
    return one.known()


def reader(customer: Customer, finder: Finder, today: date, day_first: bool = False) -> "CellReader":
    """A reader that knows the people of a customer’s columns, for a cell of another sheet."""
    one = CellReader(customer, Setting(finder, today, day_first))
    one.people_of_columns()
    return one


class _Remarks(CellReader):
    """Reads the remarks of one customer as well, clause after clause."""

    is_adjacent = False  # whether the clause before was understood: only then “it” may mean something in it

    def notes(self) -> None:
        """The clauses of the remarks that say something of a person."""
        place = self.customer.cell("notes")
        text = tidy_lines(self.customer.notes)
        secrets = {
            clause.whole
            for sentence in _SENTENCES.split(text)
            if _SECRET.search(sentence)
            for clause in clauses(sentence)
        }
        pieces = clauses(tidy_lines(self.customer.notes))
        for before, clause in zip([None, *pieces], pieces, strict=False):
            ahead = text.partition(clause.whole)[0].rstrip()
            joined = ahead.endswith(",")
            self.begins(clause.whole, before.whole if before else "", joined=joined)
            if (
                before
                and clause.who is None
                and (joined or ahead.endswith(("-", "–")))
                and self._is_of_theirs(before, clause.whole)
            ):
                self.is_of_another = True  # “Ivy's first specs - picked the purple ones”
            if joined and before and not self.is_adjacent and clause.who is None and wordbook.animal_in(before.whole):
                self.is_of_another = True  # “goat thirteen now, still climbs”
            if is_dark_remark(clause.whole) or self.is_dark(clause.who, clause.whole) or clause.whole in secrets:
                continue
            if _SOUR.match(text.partition(clause.whole)[2]):  # “son won’t take the farm, upset”
                continue
            if clause.who is None and self.is_of_another:
                self.leave("notes", clause.whole, "does not say who that is")
                continue
            if self._goes_on(clause.whole) or only_repeats(clause.whole, text):
                continue
            detail = self.of_clause(clause, place)
            self.is_adjacent = detail is not None
            if detail:
                self.add(detail)

    def _is_of_theirs(self, before: Clause, text: str) -> bool:
        """Whether a clause without a subject goes on about somebody else, whom the one before begins with."""
        who = before.who or self.whose(before.whole)[0]
        return who is not None and begins_with_a_verb(text)

    def _goes_on(self, text: str) -> bool:
        """Whether a clause only adds to the one before: how far it is, or for how many years."""
        last = self.details[-1] if self.details and self.is_adjacent else None
        if last is None or last.statement is None or last.column != "notes":
            return False
        said = last.statement
        if so := beside_it(text, said, self.company):
            self.details[-1] = replace(last, statement=so, phrase=so.thing)
            return True
        if more := for_years(text) if said.form is Form.IS else aside(text):
            self.details[-1] = replace(last, statement=replace(said, aside=more))
        elif longer := goes_on(text, said) or of_every(text, said) or of_a_choir(text, said):
            phrase = last.phrase if longer.within else longer.thing or last.phrase
            self.details[-1] = replace(last, statement=longer, phrase=phrase)
        return bool(more) or self.details[-1] is not last

    def of_clause(self, clause: Clause, place: Place) -> Detail | None:
        if clause.who is not None and clause.who.owner is Owner.KIN and not clause.who.relation and clause.text:
            self.leave("notes", clause.whole, "does not say who that is")  # “Ken - prize leeks”: nobody says who Ken is
            return None
        who, text = self._of_whom(clause, place)
        if spoken := self._spoken(clause, who, text, place):
            return spoken
        text = _SHOUTED.sub(lambda match: match[0].lower() if wordbook.tenses(match[0]) else match[0], text)
        raw = _without_its_kind(text) if who and who.owner is Owner.PET else text
        how, text = _without_opener(text)
        text = _CAME_FROM.sub("from ", text) if who is None else text
        bare = self.timed(text, -1 if how == "bought" else 0)
        if not bare.text or (not how and wordbook.orders_the_office(text)) or self._is_the_offices(bare.text, who):
            return None
        if not how and (why := self._unreadable(clause, who, text)):
            self.leave("notes", clause.whole, why)
            return None
        liked = how == "likes"
        said = self.statement(bare.text, bare, who, liked=True) if liked else self.statement(raw, self.timed(raw), who)
        if how in ("asked", "bought") and (said is None or said.form is Form.THING):
            said = self.statement(bare.text, bare, who)
        if (said is None or said.form is Form.THING) and not how and text.split(" ", 1)[0].casefold() in _DEEDS:
            self.leave("notes", clause.whole, "was not understood")
            return None
        prefer = ("animal",) if who and who.owner is Owner.PET else ()
        is_begun = self.about(bare.text)[0] == "beginning"
        about = _without_deed(bare.text) if not is_begun else bare.text
        kind, topic = self.about(about, prefer, "" if how in ("likes", "asked") else "bought")
        if not kind and (found := self.setting.finder.find(_without_deed(clause.whole))) and " " in found.matched:
            kind, topic = found.topic.kind, found.topic.name  # “grandson born” says what “born” does not
        is_bare = not kind or (who and who.owner is Owner.PET and kind == "animal" and not topic)
        if is_bare and said and (said.form is not Form.THING or (bare.span and re.match(r"the [A-Z]", said.thing))):
            is_journey = said.form is Form.THING
            kind = "job" if said.form is Form.IS else "trip" if is_journey else "told_us"
        elif is_bare:
            if who is None or len(bare.text.split()) > 1:
                self.leave("notes", clause.whole, "was not understood")
            return None
        column = {"likes": "likes", "bought": "bought"}.get(how, "told_us")
        phrase = said.thing if said and said.thing else self._phrase(column, bare.text, how, topic, who is not None)
        if who is None and _SOMEBODY.match(text):
            self.leave("notes", clause.whole, "does not say who that is")
            return None
        if (
            said is None
            and not topic
            and kind != "beginning"
            and (not phrase or len(bare.text.split()) > _TOO_LONG or not (how or who or kind in LASTING))
        ):
            self.leave("notes", clause.whole, "was not understood")
            return None
        known = Detail(said=clause.whole, phrase=phrase, topic=topic, kind=kind, column="notes", place=place)
        state = state_of(bare, column, kind, clause.whole, said)
        return of_somebody(who, bare, said, replace(known, state=state, where=where_of(bare.text)))

    def _unreadable(self, clause: Clause, who: Who | None, text: str) -> str:
        """Why a clause is left without a further look; "" where it is not."""
        if who is None and clause.who is None and ONLY_A_NAME.fullmatch(text):
            return "does not say what that is"
        if wordbook.is_errand(text) or wordbook.is_done_to_them(clause.whole):
            return "is an errand"
        begins_inside = text.split(" ", 1)[0].casefold() in _PREPOSITIONS and not _FROM.match(text)
        return "was not understood" if begins_inside or is_weather(text) or _is_cut(text, self.you) else ""

    def _spoken(self, clause: Clause, who: Who | None, text: str, place: Place) -> Detail | None:
        """A clause that says of whom it speaks, and what they do; None where it is not one, or is the office's own."""
        if wordbook.orders_the_office(clause.whole) or wordbook.says_business(clause.whole):
            return None
        if wordbook.is_errand(text) or wordbook.is_errand(_behind_a_name(clause.whole)):
            return None
        if wordbook.is_done_to_them(clause.whole):
            return None
        whom = clause.who and who
        own = _without_its_kind(text) if whom and whom.owner is Owner.PET else text
        own = own.removeprefix("= ")
        time = self.timed(own if whom else clause.whole)
        if self.about(time.text)[0] in _ASKED_OTHERWISE:
            return None
        if whom is None and (went := self.journey(time)):
            detail = Detail(said=clause.whole, phrase=time.text, column="notes", place=place, kind="trip")
            _, topic = self.about(time.text)
            said = with_journey(None, went, time.text)
            return of_somebody(None, time, said, replace(detail, topic=topic, where=where_of(time.text)))
        found = self._read(clause, whom, own, time)
        if found is None or (found[0] is None and not _may_be_said(found[1])):
            return None
        one, said = found
        self.last = one or self.last
        return self.said_of(one, said, time, Detail(said=clause.whole, column="notes", place=place))

    def _read(self, clause: Clause, whom: Who | None, own: str, time: Timed) -> tuple[Who | None, Statement] | None:
        """Whom a clause is about and what it says, by the name it gives them, by a pronoun, or by a verb alone."""
        plain = time.text if time.span and not time.again else own if whom else clause.whole
        whole = clause.whole if time.again or not time.span else self.timed(clause.whole).text
        is_named = whom is not None and (clause.text != clause.whole or is_verbal(opened(own)) or whom.are_several)
        if is_named and (found := self.sentence(plain, whom)):
            return found
        if whom is None or not whom.names:
            if found := self.sentence(whole):
                return found
            if whom is None and not time.span and (said := of_customer(plain, self.company)):
                return None, said
        return None

    def _of_whom(self, clause: Clause, place: Place) -> tuple[Who | None, str]:
        who, text = clause.who, clause.text
        if who is not None and who.owner is Owner.KIN and not who.relation:
            who, text = None, clause.whole
        if who is None:
            return self.whose(text)
        if not who.names:
            return self._known_as(who), text
        return (self.meet(who, "", "") if self._is_known(who) else self._remember(who, clause.whole, place)), text

    def _is_the_offices(self, text: str, who: Who | None) -> bool:
        """Whether a clause is the office’s own business; an animal may wait for somebody."""
        text = re.sub(r"^talks to (?!us\b|me\b)", "", text)
        of_pet = who is not None and who.owner is Owner.PET
        if who is None and _OF_THEIR_OWN.fullmatch(text):
            return False
        return wordbook.says_office(re.sub(r"\bwaits\b", "", text) if of_pet else text)

    def _phrase(self, column: str, text: str, how: str, topic: str, others: bool) -> str:
        """What a clause is about, for the middle of a sentence; a clause with a verb is named by its topic."""
        first = text.split(" ", 1)[0]
        is_thing = (
            how or first.endswith("ing") or not (wordbook.tenses(first) or re.fullmatch(r"[a-z-]+(?:ed|[^s]s)", first))
        )
        called = self.setting.finder.called(topic)
        text = opened(_ABBREVIATED.sub(r"\1 ", text))
        is_thing = is_thing and not (called and " " not in text and text.endswith("ing"))
        said = tidy_fragment(column, text, "en", others) if is_thing else called
        return said if others else to_you(said, None, self.you) or ""


def _behind_a_name(text: str) -> str:
    """A clause without the name or pronoun that it begins with."""
    first, _, rest = text.partition(" ")
    return rest if rest and (first[0].isupper() or first in ("he", "she", "they")) else text


def _is_cut(text: str, you: You) -> bool:
    """Whether a clause begins with a verb that nobody is said to do: “hear the branch may close”."""
    first, second = [*text.casefold().split(), "", ""][:2]
    verb = inflection.lemma(first)
    is_bare = verb == first and text[0].islower() and not inflection.is_noun(first) and not you.several
    is_bare = (
        is_bare
        or first in ("scared", "afraid", "worried", "marries", "marrying")
        or (first in ("new", "same", "just", "only") and second in listed("prepositions"))
    )
    return is_bare or bool(set(re.findall(r"[a-z]+", text.casefold())) & listed("never"))


def _may_be_said(said: Statement) -> bool:
    """Whether a clause on the customer is nothing that they would rather not be told."""
    is_denied = said.form is Form.MODAL and not said.subject
    return not is_denied and said.rest.split(" ", 1)[0] not in ("scared", "afraid", "worried")


def _without_deed(text: str) -> str:
    """A clause without the verb that it begins with, where that looks like a thing: “met” is no team."""
    first, _, rest = text.partition(" ")
    return rest if first in ("met", "left", "saw", "felt", "found", "ground") and rest else text


def _without_opener(text: str) -> tuple[str, str]:
    """A clause without the words that only lead to what it is about, and what they were."""
    text = wordbook.opener(text, "self")[1]
    how, rest = wordbook.opener(text, "likes", "asked", "bought")
    if how == "asked" and text[: len(text) - len(rest)].strip().endswith(" to"):
        first, _, behind = rest.partition(" ")
        rest = f"{_doing(first)} {behind}".strip()
    return how, rest


def _without_its_kind(text: str) -> str:
    """What is said of an animal, without the word for it: “cat sleeps on the ledger” is what it does."""
    words = text.split()
    for count in (3, 2, 1):
        if len(words) > count and (
            " ".join(words[:count]).casefold() in wordbook.animals()
            or words[count - 1].casefold() in wordbook.animals()
        ):
            return " ".join(words[count:])
    return text


def _doing(verb: str) -> str:
    """What one does.

    >>> _doing("walk"), _doing("make"), _doing("run"), _doing("learn")
    ('walking', 'making', 'running', 'learning')
    """
    if verb.endswith("ing"):
        return verb
    if verb.endswith("e") and not verb.endswith(("ee", "ye")):
        return f"{verb[:-1]}ing"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", verb):
        return f"{verb}{verb[-1]}ing"
    return f"{verb}ing"
