"""Solemn notes: the one fact that is known of the dead, or of what went wrong, said in full in a whole wording."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from notes.language import inflection
from notes.language.days import spoken
from notes.language.locales import month_name
from notes.language.numbers import in_words
from notes.problems import Place
from notes.wording.details import Owner, Who
from notes.wording.details.added import goes_on
from notes.wording.details.cells import as_gerund
from notes.wording.details.clauses import clauses, subject
from notes.wording.details.detail import is_plural
from notes.wording.details.gathering import tidy_lines
from notes.wording.details.statements import Form, Statement, statement
from notes.wording.details.times import timed
from notes.wording.details.told import told
from notes.wording.fragments import is_unfit, tidy_text
from notes.wording.note import Note, Sentence
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.card import Card
from notes.wording.plans.saying import is_sayable
from notes.wording.plans.voice import as_one, as_we, spelled

LONGEST_CELL = 110  # letters of what was told
LONGEST = 75  # words of a note that a fact is added to
_DEATH = re.compile(r"\b(?:died|dies|passed|d\.|funeral|buried|death|lost|hospice|ill|cancer)\b|\b[a-z] ?\d", re.I)
_HE: Mapping[bool | None, str] = {True: "He", False: "She"}
_HIM: Mapping[bool | None, str] = {True: "him", False: "her"}
_BEGINS = re.compile(r"[^.?!]+[.?!]\s*")
_FOR_DAYS = re.compile(r"(?P<many>\d+|[a-z]+) (?P<unit>days|weeks|hours|nights)['’]? (?:of )?(?P<what>[a-z]+)")
_TOGETHER = re.compile(r"(?:the )?two of them (?=\w)|they both (?=\w)", re.I)
_ONE_DID = re.compile(r"[a-z]+ed\b|(?:bought|brought|came|sang|drove|gave|went|kept|sat|said|told|took|made|wrote)\b")
_LOST = frozenset(["miss", "lose", "wait"])
_SUFFERED = re.compile(
    r"(?P<what>(?:her|his|their) [\w’' -]+?) (?:got|was|were) (?P<how>\w+(?:ed|en|t|ost))"
    r"(?: (?:b/c|bc|because|due) (?:of|to) (?:it|that|this|us))?"
)
_MENDED = re.compile(
    r"^(?:was |has been |all )?(?:refunded|fixed|put right|replaced|redone|corrected|credited|mended|sorted)\b"
)


def with_the_fact(note: Note, card: Card, book: Phrasebook) -> Note:
    """The note with the fact behind the sorry, or before it where it says what happened.

    It stays as it was where none is known, or it would grow too long.
    """
    told = _recalled(card, book) if card.row.loss else _suffered(card) if card.row.at_fault else None
    if told is None or not note.paragraphs:
        return note
    text, cell, key = told
    voiced = spelled((as_we if card.we else as_one)(text), card.region)
    first, *rest = note.paragraphs
    if len(f"{' '.join(note.paragraphs)} {voiced}".split()) > LONGEST:
        return note
    begins = _BEGINS.match(first)
    sorry, behind = (begins[0].strip(), first[begins.end() :]) if begins else ("", first)
    is_first = card.row.at_fault and text.startswith("You ") and not re.search(r"because of it|^You told", text)
    parts = (voiced, sorry, behind) if is_first else (sorry, voiced, behind)
    at = 0 if is_first else min(1, len(note.sentences))
    return replace(
        note,
        paragraphs=(" ".join(filter(None, parts)), *rest),
        sentences=(*note.sentences[:at], Sentence(voiced, (cell,)), *note.sentences[at:]),
        mentions=(*note.mentions, key),
    )


def _recalled(card: Card, book: Phrasebook) -> tuple[str, Place, str] | None:
    """What is remembered of the dead, in a sentence."""
    for name, said, cell in _said_of_the_dead(card):
        is_whole = said.verb or not _ONE_DID.match(said.thing)
        heading = "recalled" if said.verb else "recalled thing" if said.form is Form.THING else "recalled by"
        passages = book.facts_of(heading) if is_whole else ()
        if not passages:
            continue
        he = next((one.he for one in card.known.people if name in one.names and one.he is not None), None)
        he = _names_of_the_dead(card)[name].he if he is None else he
        text = card.draws.one_of(passages, "recalled").text.replace("{Kin}", _HE.get(he, name)).replace("{kin}", name)
        him = _HIM.get(he, name)
        text = (
            text.replace("{did}", said.did)
            .replace("{thing}", said.thing)
            .replace("{Thing}", said.thing[:1].upper() + said.thing[1:])
            .replace("{him}", him)
        )
        return text, cell, f"{name}: {said.doing or said.thing}".casefold()
    for who, said, cell in _done_for_the_dead(card):
        if passages := book.facts_of("recalled of you"):
            clause = f"{who} {said.did}"
            text = card.draws.one_of(passages, "recalled").text.replace("{Clause}", clause[:1].upper() + clause[1:])
            return text, cell, said.doing.casefold()
    return None


def _said_of_the_dead(card: Card) -> Iterator[tuple[str, Statement, Place]]:
    """What the cells say the dead did, one thing a cell."""
    names = _names_of_the_dead(card)
    for text, cell in _cells(card):
        if found := _of_the_dead(text, names):
            yield (*found, cell)


def _cells(card: Card) -> Iterator[tuple[str, Place]]:
    """The cells in which something may be told, with their lines tidied."""
    customer = card.pick.customer
    for column in ("told_us", "likes"):
        yield tidy_text(customer.details.get(column, "")), customer.cell(column)
    yield tidy_lines(customer.notes), customer.cell("notes")


def _of_the_dead(text: str, names: dict[str, Who]) -> tuple[str, Statement] | None:
    """The first thing that a text says of one of the dead, with what the clauses behind it add."""
    last: tuple[str, Statement] | None = None
    speaker: Who | None = None
    named = ""
    for clause in clauses(text):
        if last and (longer := _longer(last, clause.text, speaker or names[last[0]])):
            last = (last[0], longer)
        elif last:
            break
        for part in re.split(r"(?<=\w)\. |; | [-–—]+ ", clause.whole):
            if last is None and not _DEATH.search(part):
                last, speaker = _of_one(_by_name(part, named, names), names, clause.who), clause.who
            named = next((name for name in names if re.search(rf"\b{re.escape(name)}\b", part)), named)
    return last


def _by_name(part: str, name: str, names: dict[str, Who]) -> str:
    """A part that begins with he or she, with the name of the one of whom the part before it spoke."""
    he = names[name].he if name else None
    return re.sub(r"^(?:He|he|She|she) (?=\w)", f"{name} ", part) if he is not None else part


def _done_for_the_dead(card: Card) -> Iterator[tuple[str, Statement, Place]]:
    """What the customer, or the two of them, did with the dead or for them: “bringing Otto to the Sunday class”."""
    names = _names_of_the_dead(card)
    for text, cell in _cells(card):
        for clause in clauses(text):
            together = _TOGETHER.match(clause.whole)
            what = clause.whole[together.end() :] if together else clause.whole
            if clause.who is not None or _DEATH.search(what) or is_unfit(what):
                continue
            said = statement(what)
            is_deed = said is not None and said.form in (Form.DOES, Form.DID, Form.DEED)
            is_theirs = together or any(re.search(rf"\b{re.escape(name)}\b", what) for name in names)
            if said and is_deed and is_theirs:
                yield "the two of you" if together else "you", said, cell


def _longer(last: tuple[str, Statement], text: str, who: Who) -> Statement | None:
    """What was said of somebody, with what the next clause adds."""
    before = last[1]
    more = statement(text, who) if not is_unfit(text) else None
    if more and more.verb and more.form is before.form:
        return before.followed_by(more)
    return goes_on(text, before)


def _names_of_the_dead(card: Card) -> dict[str, Who]:
    """By name, who has died."""
    person = card.person
    names = person.names if person else ()
    if card.row.loss == "pet":
        given = re.findall(r"[A-ZÀ-Þ][\w’'-]+", f"{card.pick.facts.get('person') or ''}")
        return {name: Who(Owner.PET, (name,)) for name in (*names, *given)}
    who, _ = subject(tidy_text(f"{card.pick.facts.get('about') or ''}"))
    return {
        name: replace(person, he=person.he if person.he is not None else who.he if who else None)
        for name in names
        if person
    }


def _of_one(text: str, names: dict[str, Who], known: Who | None = None) -> tuple[str, Statement] | None:
    """What a text says of one of the dead."""
    for name, who in names.items():
        match = re.match(rf"(?:[a-z’'-]+\s+)?{re.escape(name)}(?:['’]s)?:?\s+(?=\S)", text)
        if match and not is_unfit(text):
            what = text[match.end() :]
            if plain := _said_plainly(what, text[match.start() : match.end()].strip(), of=name):
                return name, plain
            said = statement(what, known if known and name in known.names else who) or statement(what)
            is_fit = said and (
                (said.verb and said.form in (Form.DOES, Form.DID, Form.UNDER_WAY)) or said.form is Form.REGULAR
            )
            return (name, said) if said and is_fit else None
    return None


def _said_plainly(what: str, begins: str, of: str) -> Statement | None:
    """What somebody did all their life, or a thing of theirs, in a few plain words: a cell seldom says more.

    >>> _said_plainly("grew prize leeks", "Ken", of="Ken").did, _said_plainly("prize leeks", "Ken’s", of="Ken").thing
    ('grew prize leeks', 'Ken’s prize leeks')
    """
    if not _PLAIN.fullmatch(what) or _DEATH.search(what):
        return None
    if begins in (f"{of}’s", f"{of}'s"):
        return Statement(Form.THING, thing=f"{of}’s {what}") if is_sayable(what) else None
    first, _, rest = what.partition(" ")
    verb = inflection.lemma(first)
    if begins != of or not rest or verb not in _DONE_ALL_THEIR_LIFE or first != inflection.did(verb):
        return None
    return Statement(Form.DID, verb, rest, f"{inflection.doing(verb)} {rest}")


_PLAIN = re.compile(r"[a-zà-þ][\w’'-]*(?: [\w’'-]+){0,7}")
_DONE_ALL_THEIR_LIFE = frozenset(
    ["grow", "love", "keep", "make", "play", "build", "bake", "collect", "raise", "breed", "race", "carve", "enjoy"]
)


def _suffered(card: Card) -> tuple[str, Place, str] | None:
    """What came of a mistake, and that it was put right where a cell says so."""
    customer = card.pick.customer
    text = as_gerund(tidy_text(customer.details.get("told_us", "")))
    said = told(text) if text and len(text) < LONGEST_CELL else None
    if said and said.verb:
        return f"You {said.did}.", customer.cell("told_us"), "what came of it"
    if said and said.form is Form.TOLD and is_sayable(said.thing):
        return f"I keep thinking of {said.thing}.", customer.cell("told_us"), "what came of it"
    whole = [
        part.strip()
        for clause in clauses(tidy_lines(customer.notes))
        for part in re.split(r"(?<=\w\w)\. ", clause.whole)
    ]
    costs = list(dict.fromkeys(filter(None, map(_consequence, whole))))[:2]
    mended = next(filter(None, (_mended(one, card) for one in whole)), "")
    cost = f"{' and '.join(costs)} because of it." if costs else ""
    known = " ".join(filter(None, [f"{cost[:1].upper()}{cost[1:]}", mended]))
    return (known, customer.cell("notes"), "what came of it") if known else None


def _consequence(text: str) -> str:
    """What a mistake led to, as a clause to the customer."""
    if match := _SUFFERED.match(text):
        was = "were" if is_plural(match["what"]) else "was"
        return f"{re.sub(r'^(?:her|his|their) ', 'your ', match['what'])} {was} {match['how']}"
    if match := _FOR_DAYS.fullmatch(text):
        many = in_words(int(match["many"])) if match["many"].isdigit() else match["many"]
        return f"you had {many} {match['unit']} of {match['what']}"
    if match := re.match(r"^(?:so )?(?:s?he |they )?had to (.+)$", text):
        wants = statement(f"wants to {match[1]}") if not is_unfit(match[1]) else None
        return f"you had to {wants.do}" if wants and wants.do else ""
    bare = re.sub(r"^(?:so )?(?:s?he|they)\s+", "", text)
    said = statement(bare) if not is_unfit(bare) else None
    return f"you {said.did}" if said and said.form is Form.DID and said.verb in _LOST else ""


def _mended(text: str, card: Card) -> str:
    """That it was put right, and when."""
    if not _MENDED.match(text.casefold()) or card.arrival is None:
        return ""
    span = timed(text, card.arrival, lean=-1).span
    if span is None or span.first != span.last:
        return "It has been put right."
    day = f"{month_name(span.first.month)} {span.first.day}" if card.region == "us" else spoken(span.first)
    return f"It was put right on {day}."
