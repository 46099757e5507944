"""Signals: what a cell says against a cheerful card, of whom, and how surely.

A cell is read with its header. The header may say it (“Deceased Date”: any date, any tick), or allow it (“Mail?”: only
a no speaks), or be of something else (“Claim status”); else the words of the cell say it. They are looked for as
phrases of the lexicon; what is negated, settled or an idiom does not count, and whoever is named nearest is meant.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import lru_cache

from notes.language.answers import (
    is_dead,
    is_never,
    is_no,
    is_none_such,
    is_refusing,
    is_still_so,
    is_yes,
    names_only_channels,
)
from notes.language.excuses import idioms_in
from notes.language.folding import folded
from notes.language.headers import Header, entries_of
from notes.language.lexicon import Kind, Scope, pairs, phrases_with, triggers, word_class
from notes.language.locales import month_number
from notes.language.phrases import STRONG, WEAK, tokens_of
from notes.language.remarks import EVERYTHING, RANK, Finding, read
from notes.language.spelling import words_meant
from notes.language.subjects import Who, nearest
from notes.language.things import is_thing
from notes.language.told_days import day_told


class Part(Enum):
    """What kind of cell it is: in some, words carry less weight than elsewhere."""

    NOTE = "note"  # also a status, a tag, and any column that is not understood
    PERSON = "person"  # a child, a partner, a pet
    NAME = "name"
    FIRM = "firm"
    ADDRESS = "address"
    BESIDE = "beside"  # a title, or what somebody else has: it is read, and not judged by how it sounds
    DETAIL = "detail"  # what they like, bought or told
    OTHER = "other"  # a number, a date, an e-mail address


_CUSTOMER, _ANIMAL = Who.CUSTOMER.value, Who.ANIMAL.value
_OF_A_LIKING = frozenset({"death", "pet_death", "parting"})
_OF_AN_OWNER = frozenset({Kind.REFUSAL, Kind.MOVED, Kind.DISPUTE, Kind.CLOSED, Kind.PARTING, Kind.JOB_LOST})
_OF_ANOTHER_MATTER = frozenset({"death", "pet_death", "refusal", "dispute"})
_OF_AN_ADDRESS = frozenset({"moved", "refusal"})
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")


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
    if not text or (
        len(text) < _OF_A_PLACE and _PLACE.fullmatch(text) and not (header.asks or header.allows or header.ends)
    ):
        return ()
    found = _of_cell(header, text, part, name)
    if not found:
        return ()
    if part is Part.PERSON or header.who != _CUSTOMER:
        found = [_of_column(one, header) for one in found]
    if _is_of_pets(header) and part is not Part.PERSON and not header.notes:
        found = [one for one in found if one.kind not in _OF_AN_OWNER]
    own = (
        replace(one, words=one.words or text, on=one.on or _day_of(one, text))
        for one in _without_tact(found)
        if one.who is not Who.OTHER
    )
    return tuple(sorted(dict.fromkeys(own), key=lambda one: (RANK[one.kind], not one.sure)))


_SENTENCES = re.compile(r"(?<=[^\W\d_]{3})[.!?;]\s+|(?<=[\d)])[.!?;]\s+|\n")


_OF_A_PLACE = 9  # letters
_PLACE = re.compile(r"[A-Z]{1,2}[- ]?\d{1,3}[A-Z]?")  # of a slip, a seat, a stall: “D-06” has not died in 2006


def _day_of(one: Finding, text: str) -> date | None:
    """The day that the sentence gives which says it; that of the whole text where no sentence says it by itself."""
    those = [part for part in _SENTENCES.split(text) if any(other.kind is one.kind for other in read(part).findings)]
    return day_told(" ".join(those) if those else text)


def _without_tact(found: Sequence[Finding]) -> Sequence[Finding]:
    """Of “wife d. 2019, don’t bring up” the death, for the tact that is asked is about it."""
    if any(one.kind is Kind.DEATH and one.who is not Who.OTHER for one in found):
        return [one for one in found if one.kind is not Kind.PARTING]
    return found


def _of_column(one: Finding, header: Header) -> Finding:
    """In a column of partners or pets it is they who are meant."""
    if one.who is Who.CUSTOMER and one.kind in (Kind.DEATH, Kind.ILLNESS):
        return replace(one, who=Who(header.who))
    return one


def _of_cell(header: Header, text: str, part: Part, name: str) -> Sequence[Finding]:
    if header.payer and not word_class("heirs").isdisjoint(tokens_of(text)) and not _has_idiom(text):
        return read(text, name).findings or [Finding(Kind.DEATH, sure=False)]
    if part in (Part.NAME, Part.FIRM, Part.OTHER, Part.ADDRESS, Part.PERSON):
        return _of_part(header, text, part, name)
    if header.asks:
        return _under_an_assertion(header, Kind(header.asks), text, name)
    if not_allowed := _not_allowed(header, text):
        return [Finding(not_allowed)]
    if header.allows and is_yes(text):
        return ()
    if header.ends and (is_yes(text) or _tells_when(text) or (header.notes and not is_none_such(text))):
        return [Finding(Kind.CLOSED)]
    if header.channel and not header.asks:
        return read(text, name, frozenset({"death", "pet_death"}), alone=False).findings
    if part is Part.DETAIL:
        grave = read(text, name, frozenset({"illness"}), alone=False, certain=True).findings
        return [*read(text, name, _OF_A_LIKING, alone=False).findings, *grave]
    if header.civil:
        widowed = read(text, name, frozenset({"death"})).findings
        return [replace(one, who=Who.HOUSE) if one.who is Who.CUSTOMER else one for one in widowed]
    if header.goes_on and (is_given_up(text) or _is_an_ending(text)):
        return read(text, name).findings or [Finding(Kind.CLOSED)]
    if header.matter:
        return read(text, name, _OF_ANOTHER_MATTER, alone=False, certain=True).findings
    if header.classes and _is_usual(text):
        return ()
    stands_alone = header.kinds or header.notes or (header.goes_on and has_ended(text))
    stands_alone = stands_alone or not (is_only_a_status(text) or _is_of_a_thing(header)) or _names_a_file(text)
    return read(text, name, alone=stands_alone, of_pets=_is_of_pets(header)).findings


def _not_allowed(header: Header, text: str) -> Kind | None:
    """What a no says below a header that allows something, or that only names the post: “never” under “Promo”."""
    if header.allows:
        is_so = is_no(text) or (header.allows == Kind.DEATH.value and is_dead(text))
        return Kind(header.allows) if is_so else None
    return Kind.REFUSAL if _is_of_the_post(header) and is_refusing(text) else None


def _is_of_pets(header: Header) -> bool:
    return header.who == _ANIMAL


# A month and its year, a day of a month, a term: it has ended either way.
_MONTH = re.compile(
    r"(?:0?[1-9]|1[0-2])[/.]\d{2}|(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])\.?|"
    r"(?:term|t|sem(?:ester)?|season|wk|week)\.? ?\d{1,4}",
    re.IGNORECASE,
)


def _tells_when(text: str) -> bool:
    """Whether it is a day, a month or a term and nothing else."""
    if _MONTH.fullmatch(text):
        return True
    return _is_only_a_day(text) and bool(day_told(text) or any(map(month_number, tokens_of(text))))


def _is_only_a_day(text: str) -> bool:
    return all(word == "#" or word in word_class("dating") for word in tokens_of(text))


def is_only_a_status(text: str) -> bool:
    """Whether a cell has one word that means it only in a status, a tag or a note."""
    return len(words := tokens_of(text)) == 1 and words[0] in word_class("only_as_status")


def _names_a_file(text: str) -> bool:
    """Whether a cell of a few words is where somebody is kept: “Dead files”, whatever stands above it."""
    words = tokens_of(text)
    return 1 < len(words) < 4 and words[-1] in word_class("enrolled")


def _is_of_a_thing(header: Header) -> bool:
    """Whether a column is of a thing, which is left and returned: “Towel”, “Key”; a renewal is declined by somebody."""
    last = (tokens_of(header.text) or ("",))[-1]
    return is_thing(last) and last not in word_class("business")


def has_ended(text: str) -> bool:
    """Whether a cell begins by saying that what goes on has ended: “stopped - moved”, “cxl 9/26”."""
    return not entries_of("ending").isdisjoint((tokens_of(text)[:1], tokens_of(text)[:2]))


def _is_an_ending(text: str) -> bool:
    """Whether it says that what goes on has ended, and at most when: “revoked”, “handed in 9/26”."""
    words = tokens_of(text)
    behind = next((words[size:] for size in (2, 1) if words[:size] in entries_of("ending")), None)
    return behind is not None and all(one in (STRONG, WEAK, "#") or one in word_class("dating") for one in behind)


@lru_cache(maxsize=2_000)
def _is_of_the_post(header: Header) -> bool:
    return not (header.channel or word_class("paper").isdisjoint(tokens_of(header.text)))


_NONE_BECAUSE = re.compile(
    r"\W*(?:n\.?[/ ]?a\b\.?|none\b|nil\b|no (?:more|longer)\b|0\b)?\W+(?P<why>\w.*)", re.IGNORECASE
)


def is_given_up(text: str) -> bool:
    """Whether there is none of what goes on because they parted with it: “n/a - sold the cello”, “– vendu”."""
    match = _NONE_BECAUSE.fullmatch(text)
    return match is not None and not word_class("parted_with").isdisjoint(tokens_of(match["why"])[:4])


def _is_usual(text: str) -> bool:
    """Whether it is one of the kinds that customers and plans are of: “Private”, “Term 20”."""
    words = " ".join(word for word in tokens_of(text) if word != "#")
    return words in word_class("usual") or words in pairs("usual")


def _under_an_assertion(header: Header, kind: Kind, text: str, name: str) -> Sequence[Finding]:
    """A column that says it by its header: a tick or a day is enough, a text is what it says if it is understood."""
    if (
        header.channel
        or is_none_such(text)
        or not (any(map(str.isalnum, text)) or is_yes(text) or "†" in text)
        or (is_never(text) and kind is not Kind.REFUSAL)
    ):
        return ()
    if is_yes(text) or not any(map(str.isalpha, text)):
        is_a_count = kind is Kind.DEATH and _COUNT.fullmatch(text)
        return [] if is_a_count else [Finding(kind)]
    if kind in (Kind.REFUSAL, Kind.MOVED) and _names_the_post(text):
        return [Finding(kind)]
    told, still = read(text, name), is_still_so(text)
    if still is False and kind in (Kind.DISPUTE, Kind.ILLNESS):
        return ()
    if told.findings:
        return told.findings
    if still is not None:
        return [Finding(kind)] if still else ()
    if kind is not Kind.REFUSAL and tokens_of(text)[:1] and tokens_of(text)[0] in word_class("negation"):
        return ()
    if told.excused or header.unsure or (kind is Kind.REFUSAL and names_only_channels(text)):
        is_a_day = (day_told(text) and len(tokens_of(text)) < 4) or _tells_when(text)
        return [Finding(kind)] if header.unsure and is_a_day else ()
    near = nearest(tokens_of(text))
    return [Finding(kind, near or Who.CUSTOMER, sure=near is None)] if near is not Who.OTHER else ()


_COUNT = re.compile(r"[1-9]\d{1,2}")  # points, under “PTS”


def _names_the_post(text: str) -> bool:
    """Whether a few words are the post and nothing else: “mailing” under “Exclude”, “PO 3/11” under “Returned”."""
    words = {*tokens_of(text)} - {STRONG, WEAK, "#"}
    return bool(words) and words <= word_class("paper") | word_class("post_office") and not is_none_such(text)


_MARKED = re.compile(r"[+(\[{*;†✝✞\"”]|\s[-–—/]|,\s")
_LETTERS = re.compile(r"[^\W\d_]+")


def may_say(text: str, part: Part) -> bool:
    """Whether a name, an address or a number is worth reading, or any of a whole column: nearly none is, of many.

    >>> may_say("Rosa Holm", Part.NAME), may_say("Rosa Holm (deceased)", Part.NAME), may_say("in hospice", Part.NOTE)
    (False, True, True)
    """
    if part in (Part.NOTE, Part.BESIDE, Part.PERSON, Part.DETAIL) or (part is not Part.OTHER and _MARKED.search(text)):
        return True
    if part is Part.OTHER and "@" in text and " " not in text:
        return False
    tokens = {*_LETTERS.findall(folded(text))}
    if not word_class("heirs").isdisjoint(tokens):
        return True
    needed = [triggers(EVERYTHING, Scope.CERTAIN)]
    if part is Part.ADDRESS:
        needed.append(triggers(_OF_AN_ADDRESS, Scope.ANYWHERE))
    return any(one.may_be_among(tokens) for one in needed)


def _of_part(header: Header, text: str, part: Part, name: str) -> Sequence[Finding]:
    """A name, an address: what is in brackets or after a dash beside it, and words that mean it anywhere."""
    if part in (Part.NAME, Part.PERSON) and _is_only_a_name(text):
        return ()
    if part in (Part.PERSON, Part.NAME) and _LATE.match(text):
        return [Finding(Kind.DEATH, Who.HOUSE if part is Part.PERSON else Who.CUSTOMER)]
    if part in (Part.NAME, Part.PERSON):
        text = _CROSS_BEHIND.sub(" †", _CROSS_BEFORE.sub("† ", text))
    certain = [*read(text, name or text, EVERYTHING, alone=False, certain=not _is_a_sentence(text)).findings]
    if part is Part.OTHER:
        return certain
    brackets = _BRACKETS.findall(text)
    for mark in brackets if part is Part.ADDRESS else marks_of(text):
        told = read(mark.strip(), name, of_pets=_is_of_pets(header))
        certain += told.findings
        is_of_somebody = part in (Part.NAME, Part.PERSON) and mark in map(str.strip, brackets)
        if is_of_somebody and not told.findings and not told.excused and not is_explained(mark):
            certain.append(Finding(Kind.UNCLEAR, words=mark, sure=False))
    if part is Part.ADDRESS:
        certain += read(text, name, _OF_AN_ADDRESS, alone=False).findings
    if part is Part.PERSON:
        kinds = frozenset({"death", "pet_death", "illness", "parting"})
        of_pets = _is_of_pets(header)
        certain += read(text, name, kinds, alone=not of_pets, of_pets=of_pets).findings
    return certain


def _is_a_sentence(text: str) -> bool:
    """Whether what stands in a cell for a name is none: “does not want any more letters”."""
    return text.islower() and len(text.split()) > 3


_LATE = re.compile(r"(?:[Ff]eue?|[Tt]he late|[Ll]ate|LATE|[Ss]el(?:ig|\.))\s+[A-ZÀ-Þ]")
_CROSS_BEFORE = re.compile(r"^\s*\+\s+")
_CROSS_BEHIND = re.compile(r"\s+\+\s*$")


def _is_only_a_name(text: str) -> bool:
    """Whether a cell for a name has one word that is a name as well: a dog called Rip."""
    return text.istitle() and text.isalpha() and not {*tokens_of(text)}.isdisjoint(word_class("also_names"))


def is_explained(mark: str) -> bool:
    """Whether what is in brackets after a name is nothing to ask about: another name, a breed, an age, a degree.

    >>> is_explained("Bill"), is_explained("née Weiß"), is_explained("black lab, 7"), is_explained("met at the fair")
    (True, True, True, False)
    >>> is_explained("mules"), is_explained("ours"), is_explained("sold, ours no more")
    (True, True, False)
    """
    words = re.findall(r"[^\W\d_][\w'’.-]*", mark)
    folded_words = [token for token in tokens_of(mark) if token not in (STRONG, WEAK, "#", "'s")]
    if not words or set(folded_words) <= word_class("explained") or _WHOSE.fullmatch(mark.strip()):
        return True
    if folded_words[0] in word_class("explaining") or _has_idiom(mark):
        return True
    is_named = all(word[0].isupper() and not (word.isupper() and len(word) > 1) for word in words)
    return is_named and len(words) < 4


_WHOSE = re.compile(r"(?i:ask for|attn|speak to|contact)\b.*|[^\W\d_][\w.-]*['’]s\s+[^\W\d_]+")  # “barista’s dad”


def _has_idiom(text: str) -> bool:
    tokens = words_meant(text)
    candidates = [one for token in dict.fromkeys(tokens) for one in phrases_with(token)]
    return bool(idioms_in(f" {' '.join(tokens)} ", candidates))


def marks_of(text: str) -> Sequence[str]:
    """What is in brackets, or after a dash, beside a name.

    >>> marks_of("Max (put to sleep)"), marks_of("Rosa Holm - DO NOT CALL"), marks_of("Anna-Maria")
    (['put to sleep'], ['DO NOT CALL'], [])
    """
    marks = [mark.strip() for mark in _BRACKETS.findall(text)] if any(one in text for one in "([{") else []
    outside = _BRACKETS.sub(" ", text) if marks else text
    dashed = re.split(r"\s+[-–—]+\s+|\s[-–—]|\*+|\s/\s|;|,\s", outside)[1:]
    return [mark for mark in [*marks, *map(str.strip, dashed)] if mark]
