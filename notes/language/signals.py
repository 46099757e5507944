"""Signals: what a cell says against a cheerful card, of whom, and how surely.

A cell is read with its header. The header may say it (“Deceased Date”: any date, any tick), or allow it (“Mail?”: only
a no speaks), or be of something else (“Claim status”); else the words of the cell say it. They are looked for as
phrases of the lexicon; what is negated, settled or an idiom is none, and of whom it is said decides who stands nearest.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import takewhile

from notes.language.answers import is_no, is_none_such, is_yes
from notes.language.folding import folded
from notes.language.headers import Header
from notes.language.lexicon import Kind, Scope, Section, pairs, phrases_with, spelled, triggers, word_class
from notes.language.phrases import STRONG, WEAK, Phrase, tokens_of
from notes.language.told_days import day_told


class Who(Enum):
    """Of whom a cell tells."""

    CUSTOMER = "customer"
    HOUSE = "house"  # somebody near to them
    ANIMAL = "animal"
    OTHER = "other"


class Part(Enum):
    """What kind of cell it is: in some, words mean less than elsewhere."""

    NOTE = "note"  # also a status, a tag, and any column that is not understood
    PERSON = "person"  # a child, a partner, a pet
    NAME = "name"
    FIRM = "firm"
    ADDRESS = "address"
    DETAIL = "detail"  # what they like, bought or told
    OTHER = "other"  # a number, a date, an e-mail address


@dataclass(frozen=True, slots=True)
class Finding:
    """What a cell says: `words` are those that said so, `on` the latest day that can be meant where one is told."""

    kind: Kind
    who: Who = Who.CUSTOMER
    words: str = ""
    sure: bool = True
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What the words of a text say; `excused` where they would say something, and are negated, settled or an idiom."""

    findings: Sequence[Finding] = ()
    excused: bool = False


Candidates = Collection[tuple[Section, Phrase]]

_KINDS = {"pet_death": Kind.DEATH, **{kind.value: kind for kind in Kind}}
_RANK = {kind: rank for rank, kind in enumerate(Kind)}
EVERYTHING = frozenset({*_KINDS})
_OF_A_LIKING = frozenset({"death", "pet_death", "parting"})
_OF_AN_ADDRESS = frozenset({"moved", "refusal"})
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")
_ENTRIES = re.compile(r"[,;|/\n+•·]|\s[-–—]+\s|\s#|[()\[\]{}]")


@lru_cache(maxsize=50_000)
def findings(header: Header, text: str, part: Part = Part.NOTE, name: str = "") -> Sequence[Finding]:
    """What a cell says against a cheerful card, the gravest first; `name` is the customer’s own.

    >>> from notes.language.headers import header_of
    >>> findings(header_of("Deceased Date"), "2024-03-01")[0].kind, findings(header_of("Mail?"), "N")[0].kind
    (<Kind.DEATH: 'death'>, <Kind.REFUSAL: 'refusal'>)
    >>> findings(header_of("Notes"), "moved by your kindness"), findings(header_of("E-mail opt-in"), "N")
    ((), ())
    """
    text = text.strip()
    if not text:
        return ()
    found = _of_cell(header, text, part, name)
    if part is Part.PERSON or header.who is not Who.CUSTOMER.value:
        found = [_of_column(one, header) for one in found]
    on = day_told(text) if found else None
    own = (replace(one, words=one.words or text, on=one.on or on) for one in found if one.who is not Who.OTHER)
    return tuple(sorted(dict.fromkeys(own), key=lambda one: (_RANK[one.kind], not one.sure)))


def _of_column(one: Finding, header: Header) -> Finding:
    """In a column of partners or pets it is they who are meant."""
    if one.who is Who.CUSTOMER and one.kind in (Kind.DEATH, Kind.ILLNESS):
        return replace(one, who=Who(header.who))
    return one


def _of_cell(header: Header, text: str, part: Part, name: str) -> Sequence[Finding]:
    if part in (Part.NAME, Part.FIRM, Part.OTHER, Part.ADDRESS, Part.PERSON):
        return _of_part(header, text, part, name)
    if header.asks:
        return _under_an_assertion(header, Kind(header.asks), text, name)
    if header.allows and is_no(text):
        return [Finding(Kind(header.allows))]
    if header.allows and is_yes(text):
        return ()
    if header.ends and (is_yes(text) or (day_told(text) and len(tokens_of(text)) < 3)):
        return [Finding(Kind.CLOSED)]
    if header.channel and not header.asks:
        return read(text, name, frozenset({"death", "pet_death"}), alone=False).findings
    if part is Part.DETAIL:
        grave = read(text, name, frozenset({"illness"}), alone=False, certain=True).findings
        return [*read(text, name, _OF_A_LIKING, alone=False).findings, *grave]
    if header.matter:
        return read(text, name, frozenset({"certain", "death", "pet_death"}), alone=False, certain=True).findings
    return read(text, name, alone=header.kinds or header.notes or not _is_only_a_status(text)).findings


def _is_only_a_status(text: str) -> bool:
    """Whether a cell has one word that means it only in a status, a tag or a note."""
    return len(words := tokens_of(text)) == 1 and words[0] in word_class("only_as_status")


def _under_an_assertion(header: Header, kind: Kind, text: str, name: str) -> Sequence[Finding]:
    """A column that says it by its header: a tick or a day is enough, a text is what it says if it is understood."""
    if header.channel or is_none_such(text):
        return ()
    if is_yes(text) or not any(map(str.isalpha, text)):
        return [Finding(kind)]
    told = read(text, name)
    if told.findings:
        return told.findings
    only_channels = set(tokens_of(text)) <= (word_class("channel") - word_class("paper")) | word_class("common") | {
        STRONG,
        WEAK,
    }
    if told.excused or header.unsure or (kind is Kind.REFUSAL and only_channels):
        return [Finding(kind)] if header.unsure and day_told(text) and len(tokens_of(text)) < 4 else ()
    near = _nearest(tokens_of(text))
    return [Finding(kind, near or Who.CUSTOMER, sure=near is None)] if near is not Who.OTHER else ()


_MARKED = re.compile(r"[(\[{*;†✝✞]|\s[-–—/]|,\s")
_LETTERS = re.compile(r"[^\W\d_]+")


def may_say(text: str, part: Part) -> bool:
    """Whether a name, an address or a number is worth reading, or any of a whole column: nearly none is, of many.

    >>> may_say("Rosa Holm", Part.NAME), may_say("Rosa Holm (deceased)", Part.NAME), may_say("in hospice", Part.NOTE)
    (False, True, True)
    """
    if part in (Part.NOTE, Part.PERSON, Part.DETAIL) or (part is not Part.OTHER and _MARKED.search(text)):
        return True
    if part is Part.OTHER and "@" in text and " " not in text:
        return False
    tokens = {*_LETTERS.findall(folded(text))}
    needed = [triggers(EVERYTHING, Scope.CERTAIN)]
    if part is Part.ADDRESS:
        needed.append(triggers(_OF_AN_ADDRESS, Scope.ANYWHERE))
    return any(one.may_be_among(tokens) for one in needed)


def _of_part(header: Header, text: str, part: Part, name: str) -> Sequence[Finding]:
    """A name, an address: what stands in brackets or behind a dash beside it, and words that mean it anywhere."""
    if part in (Part.NAME, Part.PERSON) and _is_only_a_name(text):
        return ()
    certain = [*read(text, name or text, EVERYTHING, alone=False, certain=True).findings]
    if part is Part.OTHER:
        return certain
    brackets = _BRACKETS.findall(text)
    for mark in brackets if part is Part.ADDRESS else marks_of(text):
        told = read(mark.strip(), name)
        certain += told.findings
        is_of_somebody = part in (Part.NAME, Part.PERSON) and mark in map(str.strip, brackets)
        if is_of_somebody and not told.findings and not told.excused and not is_explained(mark):
            certain.append(Finding(Kind.UNCLEAR, words=mark, sure=False))
    if part is Part.ADDRESS:
        certain += read(text, name, _OF_AN_ADDRESS, alone=False).findings
    if part is Part.PERSON:
        kinds = frozenset({"death", "pet_death", "illness", "parting"})
        certain += read(text, name, kinds, alone=header.who != Who.ANIMAL.value).findings
    return certain


def _is_only_a_name(text: str) -> bool:
    """Whether a cell for a name has one word that is a name as well: a dog called Rip."""
    return text.istitle() and text.isalpha() and not {*tokens_of(text)}.isdisjoint(word_class("also_names"))


def is_explained(mark: str) -> bool:
    """Whether what stands in brackets behind a name is nothing to ask about: another name, a breed, an age, a degree.

    >>> is_explained("Bill"), is_explained("née Weiß"), is_explained("black lab, 7"), is_explained("met at the fair")
    (True, True, True, False)
    """
    words = re.findall(r"[^\W\d_][\w'’.-]*", mark)
    folded_words = [token for token in tokens_of(mark) if token not in (STRONG, WEAK, "#", "'s")]
    if not words or set(folded_words) <= word_class("explained"):
        return True
    if folded_words[0] in word_class("explaining") or _has_idiom(mark):
        return True
    is_named = all(word[0].isupper() and not (word.isupper() and len(word) > 1) for word in words)
    return is_named and len(words) < 4


def _has_idiom(text: str) -> bool:
    tokens = tuple(map(spelled, tokens_of(text)))
    candidates = [one for token in dict.fromkeys(tokens) for one in phrases_with(token)]
    return bool(_idioms(f" {' '.join(tokens)} ", candidates))


def marks_of(text: str) -> Sequence[str]:
    """What stands in brackets, or behind a dash, beside a name.

    >>> marks_of("Max (put to sleep)"), marks_of("Rosa Holm - DO NOT CALL"), marks_of("Anna-Maria")
    (['put to sleep'], ['DO NOT CALL'], [])
    """
    marks = [mark.strip() for mark in _BRACKETS.findall(text)] if any(one in text for one in "([{") else []
    outside = _BRACKETS.sub(" ", text) if marks else text
    dashed = re.split(r"\s+[-–—]+\s+|\s[-–—]|\*+|\s/\s|;|,\s", outside)[1:]
    return [mark for mark in [*marks, *map(str.strip, dashed)] if mark]


@lru_cache(maxsize=50_000)
def read(
    text: str, name: str = "", kinds: frozenset[str] = EVERYTHING, *, alone: bool = True, certain: bool = False
) -> Read:
    """What the words of a text say, whatever column it stands in.

    >>> [one.kind.value for one in read("Jan passed away in May; please no more mail").findings]
    ['death', 'refusal']
    >>> read("no complaints, never moved")
    Read(findings=(), excused=True)
    """
    tokens = tuple(map(spelled, tokens_of(text)))
    scopes = (Scope.CERTAIN,) if certain else (Scope.ANYWHERE, Scope.ALONE)
    candidates = [one for token in dict.fromkeys(tokens) for one in phrases_with(token)]
    likely = {phrase: one for one, phrase in candidates if one[0] in kinds and one[1] in scopes}
    if not likely:
        return Read()
    row = f" {' '.join(tokens)} "
    matches = [
        (section, match)
        for phrase, (section, scope) in likely.items()
        if scope is not Scope.ALONE
        for match in phrase.pattern.finditer(row)
    ]
    may_stand_alone = alone and any(scope is Scope.ALONE for _, scope in likely.values())
    entries = _entries(text) & kinds if may_stand_alone else frozenset()
    return _weighed(text, name, row, matches, entries, candidates) if matches or entries else Read()


def _weighed(
    text: str,
    name: str,
    row: str,
    matches: Sequence[tuple[str, re.Match[str]]],
    entries: frozenset[str],
    candidates: Candidates,
) -> Read:
    """What is left of the words that were found, without what is negated, an idiom, or over."""
    idioms, settled = _idioms(row, candidates), _settled(row, candidates)
    kept = [one for one in matches if one[0] not in settled and not _is_excused(*one, row, text, idioms)]
    found = [_found(section, row, match, text, name) for section, match in kept]
    within = frozenset(word for idiom in idioms for word in idiom[0].split())
    stands = (_entries(text, within) & entries if within and entries else entries) - settled
    found += [Finding(_KINDS[one], _own_who(one), sure="?" not in text) for one in sorted(stands)]
    return Read(tuple(_once(found)), len(kept) < len(matches) or len(stands) < len(entries))


def _entries(text: str, idioms: frozenset[str] = frozenset()) -> frozenset[str]:
    """What a cell says by being, or having in a list, nothing but one of the words that count alone."""
    return frozenset(section for entry in _ENTRIES.split(text) if entry for section in _entry(entry, idioms))


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    """One finding a kind: who is nearest to the customer, and what is surest."""
    best: dict[Kind, Finding] = {}
    for one in sorted(found, key=lambda one: (_NEAR[one.who], not one.sure)):
        best.setdefault(one.kind, one)
    yield from sorted(best.values(), key=lambda one: _RANK[one.kind])


_NEAR = {Who.HOUSE: 0, Who.ANIMAL: 1, Who.CUSTOMER: 2, Who.OTHER: 3}


def _own_who(section: str) -> Who:
    return Who.ANIMAL if section == "pet_death" else Who.CUSTOMER


def _idioms(row: str, candidates: Candidates) -> list[re.Match[str]]:
    """The idioms that mean nothing of the kind; “contact by mail” is none behind a “not”."""
    found = (
        match for (section, _), phrase in candidates if section == "harmless" for match in phrase.pattern.finditer(row)
    )
    return [match for match in found if row[: match.start()].split()[-1:] not in (["not"], ["never"])]


def _is_excused(section: str, match: re.Match[str], row: str, text: str, idioms: Sequence[re.Match[str]]) -> bool:
    """Whether the words are negated, part of an idiom, or of the name of a place or a trade."""
    if any(_takes_in(idiom, match) for idiom in idioms) or _is_negated(row[: match.start()]):
        return True
    return _is_a_name(section, row[match.end() :]) or _leads_elsewhere(row, match, text)


_MOVED_TO = re.compile(r"(?i:mov\w+|shift\w+|reloc\w+)\s+to\s+(?P<where>[A-ZÀ-Þ][a-zà-ÿ’'-]+)")


def _leads_elsewhere(row: str, match: re.Match[str], text: str) -> bool:
    """Whether somebody moved to what is no place to live in: “moved to C14”, “moved to daily disposables”."""
    words = match[0].split()
    if len(words) != 2 or words[1] != "to" or words[0] not in word_class("move"):
        return False
    behind = row[match.end() :].split()[:3]
    if not word_class("dwelling").isdisjoint(behind):
        return False
    named = _MOVED_TO.search(text)
    return not named or folded(named["where"]) in word_class("not_places")


def _takes_in(idiom: re.Match[str], match: re.Match[str]) -> bool:
    """Whether an idiom holds the words, or more than them where the two only overlap."""
    if idiom.start() <= match.start() and match.end() <= idiom.end():
        return True
    return idiom.start() < match.end() and match.start() < idiom.end() and len(idiom[0].split()) > len(match[0].split())


def _settled(row: str, candidates: Candidates) -> set[str]:
    """The sections of which the text says that it is over, or was a mistake."""
    over = set()
    for (section, scope), phrase in candidates:
        if scope is Scope.SETTLED and section not in over:
            for match in phrase.pattern.finditer(row):
                before = [word for word in row[: match.start()].split() if word not in word_class("adverbs")]
                if not set(before[-1:]) & word_class("unsettled"):
                    over.add(section)
    return over


def _clause(before: str) -> list[str]:
    """The words since the last full stop."""
    return before.rpartition(f" {STRONG} ")[2].split()


def _is_a_name(section: str, after: str) -> bool:
    """Whether the words are part of the name of a place or a trade: “Widow's Walk Ln”, “oncology nurse”."""
    if section in ("refusal", "moved", "closed"):
        return False
    behind = [word for word in after.split()[:3] if word != "'s"]
    near = list(takewhile(lambda one: one not in (STRONG, WEAK), behind[:2]))
    if not near or not word_class("trade").isdisjoint(near):
        return bool(near)
    places = near if near[0] not in word_class("common") else near[:1]
    return section != "dispute" and not word_class("place").isdisjoint(places)


def _is_negated(before: str) -> bool:
    near = before.replace(f" {WEAK} ", f" {STRONG} ")
    words = _clause(near)[-3:]
    return bool(set(words) & word_class("negation")) and not set(words) & word_class("doubt")


def _found(section: str, row: str, match: re.Match[str], text: str, name: str) -> Finding:
    """A finding with who is meant, by the words within the phrase, before it and behind it."""
    kind = _KINDS[section]
    before, after = _clause(row[: match.start()]), row[match.end() :].split(f" {STRONG} ", maxsplit=1)[0].split()
    doubted = bool(set(before[-6:]) & word_class("doubt")) or "?" in text
    who, sure = _who(section, match[0].split(), before, after, name)
    return Finding(kind, who, sure=sure and not doubted)


def _who(section: str, own: list[str], before: list[str], after: list[str], name: str) -> tuple[Who, bool]:
    if section == "pet_death":
        return (Who.OTHER if _nearest(before) is Who.OTHER else Who.ANIMAL), True
    if section in ("refusal", "dispute", "parting", "job", "closed"):
        return Who.CUSTOMER, True
    within = None if section == "moved" else _nearest(own)
    if within and within is not Who.OTHER:
        return _owned(within, before), True
    near = _nearest(before)
    behind = _nearest(after[1:5]) if after[:1] and after[0] in word_class("of") | word_class("whose") else None
    if behind and not near:
        return behind, True
    if near:
        return (near, True) if section != "moved" else (Who.OTHER, True)
    if set(own) & word_class("bereaved"):
        return Who.HOUSE, True
    strange = (
        set(before)
        - word_class("customer")
        - word_class("common")
        - set(tokens_of(name))
        - {STRONG, WEAK, "#", "_", "'s"}
    )
    if not strange or section != "death":
        return Who.CUSTOMER, True
    return Who.HOUSE, False


def _owned(who: Who, before: list[str]) -> Who:
    return Who.OTHER if before[-2:-1] and before[-1] == "'s" and before[-2] in word_class("stranger") else who


def _nearest(words: Sequence[str]) -> Who | None:
    """Of whom the nearest word before speaks; None where nobody is named."""
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        whose = words[place - 2] if place > 1 and words[place - 1] == "'s" else ""
        two = f"{words[place - 1]} {word}" if place else ""
        for name, who in (("stranger", Who.OTHER), ("thing", Who.OTHER), ("pet", Who.ANIMAL), ("kin", Who.HOUSE)):
            if name == "thing" and WEAK in words[place:]:
                continue
            if word in word_class(name) or (two and two in pairs(name)):
                return Who.OTHER if whose in word_class("stranger") else who
    return None


@lru_cache(maxsize=50_000)
def _entry(text: str, idioms: frozenset[str]) -> frozenset[str]:
    """What a cell of a few words, or one entry of a list, says by itself: “Inactive 2023”, “DNM per spouse”."""
    tokens = [spelled(token) for token in tokens_of(text)]
    if not idioms.isdisjoint(tokens):
        return frozenset()
    words = [token for token in tokens if token not in (STRONG, WEAK, "#") and token not in word_class("dating")]
    if "per" in words:
        words = words[: words.index("per")]
    if not words or len(words) > 5:
        return frozenset()
    row = f" {' '.join(words)} "
    return frozenset(
        section
        for (section, scope), phrase in {one for word in words for one in phrases_with(word)}
        if scope is Scope.ALONE and (match := phrase.pattern.match(row, 1)) and match.end() == len(row)
    )
