"""Remarks: what the words of a text say against a cheerful card, whatever column it is in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from notes.language.debts import owes_a_trifle
from notes.language.excuses import Candidates, clause, has_another_sense, idioms_in, is_excused, settled_in
from notes.language.lexicon import (
    Kind,
    Scope,
    common,
    language_of,
    phrases_among,
    phrases_with,
    word_class,
    written_out,
)
from notes.language.phrases import STRONG, WEAK, Phrase, tokens_of
from notes.language.somebody import lost_by_name
from notes.language.spelling import spelled, words_meant
from notes.language.subjects import Who, subject_of
from notes.language.texts import pieces_of


@dataclass(frozen=True, slots=True)
class Finding:
    """What a cell says: `words` are those that said so, `on` the latest day that can be meant where one is given.

    It only `sounds` so where no rule found it; `share` is how much of the text is the words that say it.
    """

    kind: Kind
    who: Who = Who.CUSTOMER
    words: str = ""
    sure: bool = True
    on: date | None = None
    sounds: bool = False
    share: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Read:
    """What the words of a text say; `excused` where they would say something, and are negated, settled or an idiom."""

    findings: Sequence[Finding] = ()
    excused: bool = False


KINDS = {"pet_death": Kind.DEATH, **{kind.value: kind for kind in Kind}}
RANK = {kind: rank for rank, kind in enumerate(Kind)}
EVERYTHING = frozenset({*KINDS})
PROSE = 24  # words and marks: what stands in commas or brackets in so long a note is no tag
AT_ONCE = 2_000  # letters: a longer text is read piece by piece, since who is meant is looked for in all of it
_SHORT_WORD = 5  # letters: longer ones are borrowed, not met by chance
_ENTRIES = re.compile(r"(?<!\d)/|/(?!\d)|[,;|\n+•·]|\s[-–—]+\s|\s#|[()\[\]{}]")


def read(
    text: str,
    name: str = "",
    kinds: frozenset[str] = EVERYTHING,
    *,
    alone: bool = True,
    certain: bool = False,
    of_pets: bool = False,
) -> Read:
    """What the words of a text say, whatever column it is in.

    >>> [one.kind.value for one in read("Jan passed away in May; please no more mail").findings]
    ['death', 'refusal']
    >>> read("no complaints, never moved")
    Read(findings=(), excused=True)
    """
    return _read(text, name, kinds, alone, certain, of_pets)


@lru_cache(maxsize=50_000)
def _read(text: str, name: str, kinds: frozenset[str], alone: bool, certain: bool, of_pets: bool) -> Read:
    if len(text) > AT_ONCE:
        those = [_read(one, name, kinds, alone, certain, of_pets) for one in pieces_of(text, AT_ONCE)]
        found = [finding for one in those for finding in one.findings]
        return Read(tuple(_once(found)), any(one.excused for one in those))
    text = written_out(text)
    tokens = words_meant(text)
    scopes = (Scope.CERTAIN,) if certain else (Scope.ANYWHERE, Scope.ALONE, *((Scope.OF_PETS,) if of_pets else ()))
    candidates = _candidates(tokens, text)
    likely = {phrase: one for one, phrase in candidates if one[0] in kinds and one[1] in scopes}
    named = Finding(Kind.DEATH, Who.ANIMAL if of_pets else Who.HOUSE, sure=False) if _is_lost(text, kinds) else None
    quarrels = {"dispute"} & kinds if alone and _is_with_a_lawyer(tokens, text) else frozenset()
    if not likely and not quarrels:
        return Read((named,) if named else ())
    row = f" {' '.join(tokens)} "
    matches = [
        (section, match)
        for phrase, (section, scope) in likely.items()
        if scope is not Scope.ALONE
        for match in phrase.pattern.finditer(row)
    ]
    may_stand_alone = alone and len(tokens) < PROSE and any(scope is Scope.ALONE for _, scope in likely.values())
    entries = (_entries(text) & kinds if may_stand_alone else frozenset()) | quarrels
    told = _weighed(text, name, row, matches, entries, candidates) if matches or entries else Read()
    return Read(tuple(_once([*told.findings, named])), told.excused) if named and not told.excused else told


def forget() -> None:
    """Read every text anew."""
    _read.cache_clear()


def _candidates(tokens: Sequence[str], text: str) -> Candidates:
    """The phrases that a text with these words may have."""
    found = phrases_among(tokens)
    language = language_of({*tokens} - word_class("names_of_things")) if found else ""
    return [
        (section, phrase)
        for token, section, phrase in found
        if not (language and _is_foreign(phrase, token, language) and token.upper() not in text)
    ]


@lru_cache(maxsize=20_000)
def _is_foreign(phrase: Phrase, token: str, language: str) -> bool:
    """Whether a word alone would say it in another language: “tôt” is early in French, and “tot” dead in German."""
    if not phrase.is_one_word or phrase.language == language:
        return False
    return not any(other.language == language for _, other in phrases_with(token)) and len(token) <= _SHORT_WORD


def _is_lost(text: str, kinds: frozenset[str]) -> bool:
    return "death" in kinds and bool(lost_by_name(text))


def _weighed(
    text: str,
    name: str,
    row: str,
    matches: Sequence[tuple[str, re.Match[str]]],
    entries: frozenset[str],
    candidates: Candidates,
) -> Read:
    """What is left of the words that were found, without what is negated, an idiom, or over."""
    idioms, settled = idioms_in(row, candidates), settled_in(row, candidates)
    kept = [one for one in matches if one[0] not in settled and not is_excused(*one, row, text, idioms, name)]
    share = _share(row, [match for _, match in kept])
    found = [replace(_found(section, row, match, text, name), share=share) for section, match in kept]
    within = frozenset(word for idiom in idioms for word in idiom[0].split()) - common()
    if has_another_sense(row.split(), row.split()):
        entries &= {section for section, _ in kept}
    if "illness" in settled and len(row.split()) > 1:
        settled |= {"closed"}  # who is discharged is well again; alone it is no patient any more
    stands = (_entries(text, within) & entries if within and entries else entries) - settled
    if "dispute" in stands and owes_a_trifle(row.split(), text):
        stands -= {"dispute"}
    found += [Finding(KINDS[one], _own_subject(one), sure="?" not in text) for one in sorted(stands)]
    return Read(tuple(_once(found)), len(kept) < len(matches) or len(stands) < len(entries))


def _share(row: str, matches: Sequence[re.Match[str]]) -> float:
    """How much of the words of a text are those of some phrases; a day or a number is none."""
    saying: set[int] = set()
    for match in matches:
        before = len(row[: match.start()].split())
        saying.update(range(before, before + len(match[0].split())))
    telling = [place for place, word in enumerate(row.split()) if _tells_something(word)]
    return sum(place in saying for place in telling) / len(telling) if telling else 0.0


def _tells_something(word: str) -> bool:
    return word not in (STRONG, WEAK, "#") and word not in word_class("dating")


def _entries(text: str, idioms: frozenset[str] = frozenset()) -> frozenset[str]:
    """What a cell says by being, or having in a list, nothing but one of the words that count alone."""
    return frozenset(
        section
        for entry in _ENTRIES.split(text)
        if entry and not _is_of_december(entry, text)
        for section in _entry(entry, idioms)
    )


def _is_with_a_lawyer(tokens: Sequence[str], text: str) -> bool:
    """Whether an entry is a lawyer, and one behind it says that it goes on: “tooth broken, Anwalt, läuft noch”."""
    if word_class("lawyers").isdisjoint(tokens):
        return False
    words = [tokens_of(entry) for entry in _ENTRIES.split(text)]
    first = next((place for place, one in enumerate(words) if {*one} and {*one} <= word_class("lawyers")), len(words))
    return any(not word_class("open").isdisjoint(one) for one in words[first + 1 :])


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    """One finding a kind: who is nearest to the customer, and what is surest."""
    best: dict[Kind, Finding] = {}
    for one in sorted(found, key=lambda one: (_NEAR[one.who], not one.sure)):
        best.setdefault(one.kind, one)
    yield from sorted(best.values(), key=lambda one: RANK[one.kind])


_NEAR = {Who.HOUSE: 0, Who.ANIMAL: 1, Who.CUSTOMER: 2, Who.OTHER: 3}


def _own_subject(section: str) -> Who:
    return Who.ANIMAL if section == "pet_death" else Who.CUSTOMER


def _found(section: str, row: str, match: re.Match[str], text: str, name: str) -> Finding:
    """A finding with who is meant, by the words within the phrase, before it and behind it."""
    kind = KINDS[section]
    before, after = clause(row[: match.start()]), row[match.end() :].split(f" {STRONG} ", maxsplit=1)[0].split()
    doubted = bool(set(before[-6:]) & word_class("doubt")) or "?" in text
    who, sure = subject_of(section, match[0].split(), before, after, name)
    grieves = kind in (Kind.DEATH, Kind.ILLNESS)
    if grieves and (who is Who.OTHER or not sure) and (introduced := _introduced(before[-1:], row.split())):
        who, sure = introduced, True
    return Finding(kind, who, sure=sure and not doubted)


def _introduced(before: Sequence[str], row: Sequence[str]) -> Who | None:
    """Who somebody with a name is, where another sentence says it: “husb Otis: one rose. Otis d. 11/21”."""
    for place, word in enumerate(row[1:], 1):
        if word in before and (row[place - 1] in word_class("kin") or row[place - 1] in word_class("pet")):
            return Who.ANIMAL if row[place - 1] in word_class("pet") else Who.HOUSE
    return None


def _is_a_day_of_december(text: str) -> bool:
    """Whether “dec” is short for the month: “Dec 18” is a day, “dec 2024” and “dec 3/2024” say since when."""
    return _DECEMBER.fullmatch(text.strip().casefold()) is not None


def _is_of_december(entry: str, text: str) -> bool:
    """Whether an entry of a list is a month: “Dec 2026” behind words about something, “card for them, Dec 2026”."""
    return _MONTH.fullmatch(entry.strip()) is not None and sum(word.islower() for word in text.split()) > 1


_MONTH = re.compile(r"Dec\.? (?:19|20)\d\d")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DECEMBER = re.compile(
    rf"(?:[^\W\d_]{{3,9}}\.? )?(?:dec\.? {_DAY}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?|{_DAY}[. ]*dec\.?)"
)


_COUNTED = re.compile(r"\d{1,3} (?i:left|lost|gone|returned|closed|off|out|missing)")  # “2 left” of ten lessons


@lru_cache(maxsize=50_000)
def _entry(text: str, idioms: frozenset[str]) -> frozenset[str]:
    """What a cell of a few words, or one entry of a list, says by itself: “Inactive 2023”, “DNM per spouse”."""
    tokens = [spelled(token) for token in tokens_of(text)]
    if not idioms.isdisjoint(tokens) or _is_a_day_of_december(text) or _COUNTED.fullmatch(text.strip()):
        return frozenset()
    words = [token for token in tokens if token not in (STRONG, WEAK, "#") and token not in word_class("dating")]
    if "per" in words:
        words = words[: words.index("per")]
    if not {"by", "at", "on"}.isdisjoint(tokens):
        words = [word for word in words if word not in word_class("agents")]
    if not words or len(words) > 5:
        return frozenset()
    row = f" {' '.join(words)} "
    return frozenset(
        section
        for (section, scope), phrase in {one for word in words for one in phrases_with(word)}
        if scope is Scope.ALONE and (match := phrase.pattern.match(row, 1)) and match.end() == len(row)
    )
