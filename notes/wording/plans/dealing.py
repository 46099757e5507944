"""Dealing: a pick as a card, with all that its sentences may hang on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from notes.customers import CustomerId, Jotting
from notes.language.folding import plain
from notes.occasions import Occasion
from notes.picking.picks import Pick
from notes.picking.reasons import month_alone
from notes.settings import Settings
from notes.signers import signer_of
from notes.wording import salutations
from notes.wording.details import Detail, Known, Owner, State, Who, gathering, wordbook
from notes.wording.details.clauses import subject
from notes.wording.details.times import timed
from notes.wording.facts import sentence_of
from notes.wording.fragments import tidy_fragment, tidy_name, tidy_sentence, tidy_text
from notes.wording.plans import slots
from notes.wording.plans.card import Card
from notes.wording.plans.casting import heard_of
from notes.wording.plans.draws import Draws
from notes.wording.plans.memory import Memory
from notes.wording.plans.voice import is_of_several, region_of
from notes.wording.topics import SMALL, Finder, Found, stems

_STIFF = re.compile(r"\b(?:all at|family|families|team|friends)\b|[&/]", re.IGNORECASE)
NEXT_DAYS = timedelta(days=6)


@dataclass(frozen=True)
class Table:
    """What all cards of a run have in common."""

    settings: Settings
    finder: Finder
    today: date
    trade: str = ""
    jottings: Mapping[CustomerId, Sequence[Jotting]] = field(default_factory=dict)

    def known(self, pick: Pick) -> Known:
        setting = gathering.Setting(self.finder, self.today, is_day_first(self.settings))
        return gathering.gather(pick.customer, setting, self.jottings.get(pick.customer.customer_id, ()))


def is_day_first(settings: Settings) -> bool:
    """Whether 3/9 is the third of September."""
    order = settings.business.date_order
    return order == "day first" or (not order and settings.business.country not in ("US", "PH"))


def deal(pick: Pick, table: Table, memory: Memory, seed: int) -> Card:
    """The card of a pick."""
    settings, occasion = table.settings, table.settings.occasions[pick.occasion]
    known = table.known(pick)
    dear = salutations.dear(pick, "en")
    signer = signer_of(pick.customer, settings).name
    arrival = arrival_of(pick, settings, table.today)
    whose, person = _whose(pick, known, occasion)
    several = bool(pick.with_people) or bool(re.search(r"\s(?:and|&)\s", dear))
    day = pick.mail_by or pick.on
    is_of_both = whose is Owner.SELF and person is not None and person.owner is Owner.PARTNER
    others = bool(pick.facts.get("person")) and not is_of_both
    own = _matter(pick, table, occasion, whose, person, arrival, others)
    beside = [one for one in known.details if not _is_the_matter(one, own, occasion)]
    details = [
        _seen_from(one, occasion, pick, arrival)
        for one in (*filter(None, [own]), *beside)
        if not _is_greeted(one, dear) and not (several and _OF_ONE_OF_TWO.match(one.said))
    ]
    if (
        whose is Owner.SELF
        and person
        and person.owner is Owner.PARTNER
        and not any(one.who == person for one in details)
    ):
        details.append(_somebody(person, pick))
    facts = slots.facts_for(pick, settings, occasion, arrival, others)
    we = is_of_several(signer, settings.business.name)
    reader = gathering.reader(pick.customer, table.finder, table.today, is_day_first(settings))
    own_sentence = tidy_sentence(f"{pick.facts.get('say_this') or sentence_of(pick, occasion)}")
    about = [facts.get("about", "")]
    heard = heard_of(pick.customer, reader, known, signer, [person] if person else [], about, we=we)
    return Card(
        pick=pick,
        row=occasion,
        arrival=arrival,
        state=_state(pick, occasion, arrival),
        known=known,
        details=details,
        memory=memory,
        draws=Draws("\0".join([str(seed), pick.customer.customer_id, pick.occasion, f"{day:%Y-%m}" if day else ""])),
        whose=whose,
        person=person,
        facts=facts,
        cells=slots.cells_of(pick, occasion),
        years=slots.years_of(pick, occasion),
        by_name="" if _STIFF.search(dear) or len(dear.split()) > 3 or dear == pick.customer.company else dear,
        are_several=several,
        region=region_of(settings),
        trade=table.trade,
        we=we,
        own_sentence=own_sentence,
        for_two=occasion.shared and occasion.of_a_person,
        of_referral=occasion.person_is == "referred",
        stories=heard.stories,
        jots=heard.jots,
    )


_OF_ONE_OF_TWO = re.compile(r"s?he [a-z]")  # “he fills a notebook” is not of both


def arrival_of(pick: Pick, settings: Settings, today: date) -> date | None:
    """The day on which a card is read: posted in time, or today where that has gone by."""
    post, home = settings.post, settings.business.country.upper()
    country = pick.customer.address.country.upper() or home
    days = post.days_to.get(country, post.days if country == home else post.days_abroad)
    posted = max(pick.mail_by, today) if pick.mail_by else None
    return posted + timedelta(days=days) if posted else None


def _state(pick: Pick, occasion: Occasion, arrival: date | None) -> State:
    if pick.on is None or arrival is None or month_alone(pick.customer, occasion):
        return State.UNKNOWN
    return State.BEFORE if arrival < pick.on else State.ON if arrival == pick.on else State.AFTER


def _whose(pick: Pick, known: Known, occasion: Occasion) -> tuple[Owner, Who | None]:
    """To whom the occasion belongs, and who the person of the milestone is."""
    text = tidy_text(f"{pick.facts.get('person') or ''}")
    if not text or occasion.person_is == "referred":
        return Owner.SELF, None
    said, _ = subject(text)
    names = tidy_name(text)
    person = next((one for one in known.people if names and set(one.names) & _called(names)), None)
    if person is None:
        person = said or (Who(Owner.KIN, tuple(re.split(r", | and ", names))) if names else None)
    if person is None:
        return Owner.SELF, None
    if occasion.counts == "married" and (said is None or said.owner is Owner.PARTNER):
        return Owner.SELF, replace(person, owner=Owner.PARTNER)
    is_unknown = person.owner is Owner.KIN and not person.relation  # a child's wedding would say whose
    if occasion.afterwards and (person.owner is Owner.PARTNER or is_unknown or _marries(pick, person)):
        return Owner.SELF, replace(person, owner=Owner.PARTNER)
    if occasion.person_is == "born":
        near = person.owner if person.owner in (Owner.GRANDCHILD,) or (said and said.owner is Owner.KIN) else Owner.SELF
        return near, person
    return person.owner, person


def _marries(pick: Pick, person: Who) -> bool:
    """Whether the remarks say that it is the customer who marries somebody: “marries JOEL Sat”."""
    said = pick.customer.notes
    return any(re.search(rf"\bmarr(?:ies|ying|y) (?:to )?{re.escape(name)}\b", said, re.I) for name in person.names)


def _called(names: str) -> set[str]:
    """The names of a cell, and by which of them one calls those who have several: “Ben Rios” is Ben."""
    whole = re.split(r", | and ", names)
    return {*whole, *(name.split()[0] for name in whole if name)}


def _matter(
    pick: Pick, table: Table, occasion: Occasion, whose: Owner, person: Who | None, arrival: date | None, others: bool
) -> Detail | None:
    """What the card itself is about, as a detail."""
    about = slots.about_of(pick, others, region_of(table.settings))
    text = about or occasion.matter
    if not text:
        return None
    reader = gathering.reader(pick.customer, table.finder, table.today, is_day_first(table.settings))
    who, rest = reader.whose(text) if about else (None, text)
    if who is None and whose is not Owner.SELF:
        who = person
    bare = timed(rest, table.today, day_first=is_day_first(table.settings))
    prefer = () if occasion.of_a_person else ("work",)
    found = _topic_of(rest, table.finder, prefer, occasion) or table.finder.find(occasion.matter)
    phrase = tidy_fragment("about", rest if who is None else bare.text, "en", who is not None) if about else ""
    state = _state(pick, occasion, arrival)
    return Detail(
        owner=who.owner if who else Owner.SELF,
        said=text,
        phrase=phrase,
        topic=found.topic.name if found else "",
        kind=found.topic.kind if found else "work" if prefer else wordbook.kind_of(rest) or "told_us",
        who=who,
        state=State.UNKNOWN if state is State.ON else state,
        span=None,
        column="about",
        place=pick.milestone.place if pick.milestone else pick.customer.place,
        of_card=True,
    )


def _topic_of(text: str, finder: Finder, prefer: Sequence[str], occasion: Occasion) -> Found | None:
    """The topic of the matter; one that only a name speaks of is none: no ferns grow at Fern Hollow."""
    found = finder.find(text, prefer)
    if found is None or (prefer and found.topic.kind not in prefer):
        return None
    names = " ".join(word for word in text.split() if word[:1].isupper())
    if occasion.matter and stems(found.matched)[:1] and set(stems(found.matched)) <= set(stems(names)):
        return None
    return found


def _somebody(who: Who, pick: Pick) -> Detail:
    """The person of a milestone, as somebody who is known."""
    place = replace(pick.milestone.place, column="Person") if pick.milestone else pick.customer.place
    return Detail(
        owner=who.owner, said=who.called, phrase=who.called, kind="family", who=who, state=State.ALWAYS,
        column="person", place=place,
    )  # fmt: skip


def _is_the_matter(detail: Detail, own: Detail | None, occasion: Occasion) -> bool:
    """Whether a detail is what the card is about already, in other words."""
    if own is None or detail.column == "person":
        return False
    if _says_one_of(occasion.said_as, detail) or (detail.kind in occasion.kinds and detail.column == "notes"):
        return True
    shared = set(stems(own.said)) & set(stems(detail.said)) - SMALL
    return detail.column in ("notes", "told_us") and len(shared) > 1


def _says_one_of(phrases: Sequence[str], detail: Detail) -> bool:
    said = " ".join(plain(detail.said).split())
    return any(f" {phrase} " in f" {said} " for phrase in phrases)


def _seen_from(detail: Detail, occasion: Occasion, pick: Pick, arrival: date | None) -> Detail:
    """A honeymoon is to come as long as the wedding is."""
    is_to_come = _state(pick, occasion, arrival) in (State.BEFORE, State.ON)
    if is_to_come and detail.span is None and _says_one_of(occasion.afterwards, detail):
        return replace(detail, state=State.BEFORE)
    return detail


def _is_greeted(detail: Detail, dear: str) -> bool:
    """Whether the detail is somebody whom the card greets already."""
    names = detail.who.names if detail.who and (detail.column == "person" or " and " not in dear) else ()
    return any(re.search(rf"\b{re.escape(name)}\b", dear, re.IGNORECASE) for name in names)
