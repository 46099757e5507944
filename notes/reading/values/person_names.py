"""Names: whom to greet and what to write on the envelope, by the columns, or by a whole name where it must be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from notes.language.folding import squashed
from notes.language.given_names import is_given
from notes.language.texts import on_one_line, word_set
from notes.language.vocabulary import words
from notes.reading.values.couples import AND, alone, couple, in_order, is_of_initials, titles_before, without_the_dead
from notes.reading.values.cut_short import without_stops, written_out
from notes.reading.values.name_casing import VOWELS, cased, cased_as, only_initials
from notes.reading.values.name_remarks import called as called_by
from notes.reading.values.name_remarks import in_care_of, unmarked
from notes.reading.values.relatives import as_relatives
from notes.reading.values.surnames import family_first, surnames_apart, title_apart

_FAMILY = re.compile(
    r"^(?:the\s+)?(?P<word>family|familie|fam\.|fam|famille|familia|famiglia)\s+(?P<after>.+)$|^(?:the\s+)?(?P<before>.+?)\s+(?:family|household|residence|residenz)$",
    re.IGNORECASE,
)
_AND_FAMILY = re.compile(rf"^(?P<head>.+?)\s+{AND}\s+(?P<word>family|familie|famille|familia|famiglia)$", re.IGNORECASE)
_PLURAL = re.compile(r"^the\s+(?P<last>[^\W\d_][\w'’-]+s)$", re.IGNORECASE)
_QUOTED_FIRST = re.compile(r"^[\"“”„](?P<name>[^\W\d_]{2,})[\"“”]\s+(?=\S)")
_POSSESSIVE = re.compile(r"[^\W\d_]['’]s\s+\S", re.IGNORECASE)
_CURRENCY_TAG = re.compile(r"\s+-\s+[A-Z]{3}$")
_SUB_CUSTOMER = re.compile(r"^(?P<parent>[^:]+):\s*(?P<child>[^:].*)$")
_COUPLE = re.compile(rf"^(?P<one>.+?)\s+{AND}\s+(?P<other>.+)$", re.IGNORECASE)
_AND_IN_BRACKETS = re.compile(rf"\s*\(\s*(?P<others>{AND}\s+[^\W\d_]+)\s*\)\s+(?=\S)", re.IGNORECASE)
_MARRIED = re.compile(r"^(?P<word>eheleute|ehepaar)\s+(?P<who>\S.*)$", re.IGNORECASE)
_WIDOW_OF = re.compile(r"\s+(?:vda\.?|viuda|veuve|vve\.?)\s+(?:de\s+)?\S.*$", re.IGNORECASE)
_PICTURES = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\uFE0F\u200D\U0001F1E6-\U0001F1FF]+")


class Kind(Enum):
    PERSON = "person"
    COUPLE = "couple"
    FIRM = "firm"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; `dear` follows “Dear”, `mark` is a remark beside it, `parent` came before a colon."""

    kind: Kind = Kind.PERSON
    title: str = ""
    first: str = ""
    last: str = ""
    suffix: str = ""
    dear: str = ""
    envelope: str = ""
    mark: str = ""
    parent: str = ""
    care_of: str = ""

    @property
    def whole(self) -> str:
        if self.kind is Kind.UNSURE and self.dear:
            return self.dear
        if self.kind is Kind.COUPLE and not self.last:
            return self.envelope
        return f"{self.first} {self.last}" if self.first and self.last else self.first or self.last or self.envelope


def is_honorific(text: str) -> bool:
    """Whether a title is one to address somebody by, and not a job.

    >>> is_honorific("Mrs."), is_honorific("General Manager")
    (True, False)
    """
    parts = [word for word in text.replace(".", ". ").split() if not re.fullmatch(AND, word, re.IGNORECASE)]
    return bool(parts) and all(word in words("names", "honorifics") for word in parts)


def _is_of_two(title: str) -> bool:
    return is_honorific(title) and any(re.fullmatch(AND, word, re.IGNORECASE) for word in title.split())


def from_columns(first: str, last: str, title: str = "", suffix: str = "", middle: str = "", called: str = "") -> Name:
    """The name of somebody whose first name, or only last name, has a column of its own.

    >>> from_columns("FRANK", "O'BRIEN").envelope, from_columns("Anne & Tom", "Miller").dear
    ("Frank O'Brien", 'Anne and Tom')
    """
    is_plain = not (title or suffix or middle or called) and _PLAIN.fullmatch(first) and _PLAIN.fullmatch(last)
    if is_plain and first.lower() not in _PLAIN_TITLES:
        return Name(Kind.PERSON, "", first, last, "", first, f"{first} {last}")
    if last and not title and (titled := _titled_couple(first, last)):
        return titled
    if not suffix and (match := _DEGREE.match(last)):
        last, suffix = match["last"], match["degree"]
    title, last = _title_before_last(title, last)
    last = _without_initials(first, last)
    title, first = _title_before(title, _SLASH_BETWEEN.sub(r"\g<one> & \g<other>", first.replace("+", " and ")))
    (first, mark, nickname), (last, other_mark, _), middle = _mended(first), _mended(last), cased(middle)
    if not (first or last):
        return Name(Kind.UNSURE)
    if not (first.isascii() and last.isascii()) and not _is_spaced(first + last):
        return Name(Kind.UNSURE, title, first, last, suffix, last + first, last + first, mark or other_mark)
    if first.isalpha() and len(first) > 1 and last and not (title or suffix or middle or called or nickname):
        return Name(Kind.PERSON, "", first, last, "", first, f"{first} {last}", mark or other_mark)
    if last and title in words("names", "families"):
        family = f"{_FAMILY_OF} {last}"
        return Name(Kind.COUPLE, "", "", last, "", family, family, mark or other_mark)
    kind = Kind.COUPLE if _COUPLE.match(first) else Kind.PERSON
    degrees = "," in suffix or _is_doctorate(suffix) or (suffix.isupper() and len(suffix) > 3)
    suffix_part = f", {suffix}" if degrees else f" {suffix}"
    shown_title = "" if _is_doctorate(suffix) and squashed(title) == "dr" else title
    envelope = " ".join(filter(None, [shown_title, first, middle, last])) + (suffix_part if suffix else "")
    dear = called or nickname or _in_an_order(title, first) or _greeted(first, last, title, kind)
    dear = "" if is_of_initials(dear) else dear
    return Name(kind, title, first, last, suffix, dear, envelope.strip(), mark or other_mark)


def plainly_named(firsts: Sequence[str], lasts: Sequence[str]) -> list[str]:
    """The whole names of those who have one plain first and one plain last name, as nearly all in a list have; else "".

    What is plain is asked of each different name once.

    >>> plainly_named(["Rosa", "Dr", "anne"], ["Holm", "Yost", "Lee"])
    ['Rosa Holm', '', '']
    """
    first = {one for one in {*firsts} if not _PLAIN.fullmatch(one) or one.lower() in _PLAIN_TITLES}
    last = {one for one in {*lasts} if not _PLAIN.fullmatch(one)}
    names = zip(firsts, lasts, strict=True)
    if not first and not last:
        return [*map(" ".join, names)]
    return ["" if one in first or other in last else f"{one} {other}" for one, other in names]


def with_title(name: Name, title: str) -> Name:
    """A name that stands whole in one column, with the title that has another: “R Ampleforth”, Mrs."""
    if (
        not title
        or name.title
        or name.kind not in (Kind.PERSON, Kind.COUPLE)
        or _is_of_two(title) != (name.kind is Kind.COUPLE)
    ):
        return name
    only = all(map(only_initials, re.split(rf"\s+{AND}\s+", name.first))) if name.first and name.last else False
    dear = f"{title} {name.last}" if only else _in_an_order(title, name.first) or name.dear
    return replace(name, title=title, dear=dear, envelope=f"{title} {name.envelope}")


_FAMILY_OF = "Familie"
_PLAIN = re.compile(r"[A-Z][a-z]+")


_DEGREE = re.compile(
    r"^(?P<last>[^,]+),\s*(?P<degree>[A-Z]{2,4}|Ph\.?D\.?|M\.D\.|Jr\.?|Sr\.?|I{2,3})$"
)  # “Adeyemi, MD”
_SLASH_BETWEEN = re.compile(r"^(?P<one>[^\W\d_]{2,})\s*/\s*(?P<other>[^\W\d_]{2,})$")  # “Ruth/Walt”


def _title_before(title: str, first: str) -> tuple[str, str]:
    """The title and the first name, where “Mrs P” stands in the column of first names."""
    head, _, rest = first.partition(" ")
    is_titled = not title and squashed(head) in _PLAIN_TITLES and not _COUPLE.match(first)
    return (head, rest.strip()) if is_titled else (title, first)


def _without_initials(first: str, last: str) -> str:
    """The last name without the initials before it, where the first name that they are of has a column: “J. Bakker”."""
    match = _INITIALS_BEFORE.match(last) if first else None
    return match["last"] if match and match["initials"][0].casefold() == first[0].casefold() else last


_INITIALS_BEFORE = re.compile(r"(?P<initials>(?:[^\W\d_]\.\s?-?)+)\s*(?P<last>[^\W\d_]{2}.*)")


def _title_before_last(title: str, last: str) -> tuple[str, str]:
    """The title and the last name, where “Dhr. van der Meulen” stands in the column of last names."""
    parts = last.split()
    count = 0
    while count < len(parts) - 1 and squashed(parts[count]) in _PLAIN_TITLES | _TITLES_OF_LASTS:
        count += 1
    return (title or " ".join(parts[:count]), " ".join(parts[count:])) if count else (title, last)


_TITLES_OF_LASTS = word_set("dhr mw mevr mevrouw heer hr fr sig sigra pan pani sr dona senhor senhora fam familie")
# Those that are nobody’s first name, as Don and Earl are.
_PLAIN_TITLES = word_set("mr mrs ms miss mx dr prof rev revd fr sister capt canon rabbi mme mlle herr frau sra srta")


def _titled_couple(first: str, last: str) -> Name | None:
    """“Mr. & Mrs. Jack” in the column of the first name, as one name with the last."""
    if not _COUPLE.match(first) or first.split(maxsplit=1)[0] not in words("names", "honorifics"):
        return None
    found = parsed(f"{first} {last}")
    return found if found.title else None


LONGEST = 400  # characters; no name is longer


@lru_cache(maxsize=8_000)
def _mended(text: str) -> tuple[str, str, str]:
    """A part of a name as it is written, the remark behind it, and the name that somebody goes by."""
    bare, nickname = called_by(without_pictures(text))
    bare, mark = unmarked(bare)
    return cased(bare), mark, nickname


def _greeted(first: str, last: str, title: str, kind: Kind) -> str:
    if kind is Kind.COUPLE:
        one, other = map(written_out, _COUPLE.sub("\\g<one>\n\\g<other>", first).split("\n"))
        if only_initials(_untitled(one)) or only_initials(_untitled(other)):
            return f"{title} {last}" if _is_of_two(title) and last else f"{first} {last}".strip()
        other = other.lower() if _AND_FAMILY.match(first) else _untitled(other)
        return f"{_untitled(one)} and {other}"
    first = written_out(first)
    if not first:
        return f"{title} {last}".strip() if title else ""
    if _is_of_two(title):
        return f"{title} {last}" if last else ""
    if only_initials(first) or is_of_initials(first):
        return f"{title} {last}" if title and last else f"{first} {last}".strip()
    return first


@lru_cache(maxsize=8_000)
def parsed(text: str, two_surnames: bool = False) -> Name:
    """The parts of a whole name; where they are not certain, the whole name follows “Dear”.

    With `two_surnames` the last two words are the last name, as in Spain.

    >>> parsed("Smith, John").dear, parsed("Mr. and Mrs. Robert Jones").dear, parsed("Hajoca Corp").kind
    ('John', 'Mr. and Mrs. Jones', <Kind.FIRM: 'firm'>)
    """
    bare, care_of = in_care_of(without_pictures(_WITH_GUESTS.sub("", on_one_line(text[:LONGEST]))))
    bare = _TITLE_BEHIND.sub(r"\g<title> \g<rest> \g<last>", bare)
    bare = re.sub(r"^M/M\s+|(?<=, )M/M\s+", "Mr. and Mrs. ", bare)
    bare = _AND_IN_BRACKETS.sub(r" \g<others> ", bare)
    bare = _without_behind(_QUOTED_FIRST.sub(r"\g<name> ", bare))
    without, nickname = called_by(bare)
    if nickname and not is_firm(bare):
        bare = without
    bare, mark = unmarked(_CURRENCY_TAG.sub("", without_the_dead(bare)))
    bare = _CURRENCY_TAG.sub("", bare)
    if not mark and (match := _ATTENTION.fullmatch(bare)):
        bare, mark = match["firm"], match["mark"]
    if match := _ASK_FOR.fullmatch(mark):
        return Name(Kind.FIRM, envelope=bare, dear=parsed(match["who"]).dear, care_of=care_of)
    if is_firm(bare) and len(mark.split()) < 3 and is_given(mark.split(" ")[0]):
        return Name(Kind.FIRM, envelope=bare, dear=parsed(mark).dear, care_of=care_of)
    parent = ""
    if match := _SUB_CUSTOMER.match(bare):
        parent, bare = match["parent"].strip(), match["child"].strip()
    bare = without_the_dead(bare)
    found = _parsed(_WIDOW_OF.sub("", bare), two_surnames) if bare else Name(Kind.UNSURE)
    if _WIDOW_OF.search(bare):
        found = replace(found, envelope=cased(bare))
    if parent and found.kind is not Kind.FIRM:
        found = Name(Kind.FIRM, envelope=bare)
    if nickname and found.kind is Kind.PERSON:
        found = replace(found, dear=nickname)
    if nickname and found.kind is Kind.COUPLE:
        found = replace(found, dear=_of_two_called(found.dear, nickname, text))
    dear = "" if is_of_initials(found.dear) else found.dear
    return replace(found, dear=dear, mark=mark or _estate(bare), parent=parent, care_of=care_of)


def _of_two_called(dear: str, nickname: str, text: str) -> str:
    """Both of a couple, the one with a nickname by it: “Buddy and Trish” of “Edward “Buddy” & Trish Kowalski”."""
    before = text[: text.find(nickname)].strip(" \"“”„'‘’(").split()
    usual = before[-1] if before else ""
    return re.sub(rf"(?<!\w){re.escape(usual)}(?!\w)", nickname, dear, count=1) if usual else dear


_TITLE_BEHIND = re.compile(
    r"^(?P<last>[^\W\d_][\w'’-]+),?\s+(?P<title>(?:mr|mrs|ms|miss|mx|dr|prof|rev|herr|frau|mme|mlle)\b\.?"
    r"(?:\s*(?:&|and)\s*(?:mr|mrs|ms|miss|dr)\b\.?)?)\s+(?P<rest>[^\W\d_](?:\.?[\s.]?[^\W\d_])*\.?)$",
    re.IGNORECASE,
)  # “Holm Mrs A”
_WITH_GUESTS = re.compile(
    r"(?<=[^\W\d_])\s*(?:\+|&|\bplus\b|\bx)\s*\d{1,2}(?:\s*(?:guests?|kids?|others?))?\s*$", re.IGNORECASE
)
_ATTENTION = re.compile(
    r"(?P<firm>\S.*?)\s*[,;/–-]?\s+(?P<mark>(?:attn|attention|ask for)\b\.?:?\s+[^\W\d_].*)", re.IGNORECASE
)  # “Seaside Gallery / attn. Nils Overgaard”
_ASK_FOR = re.compile(r"(?:ask for|attn\.?:?|attention:?|speak to|contact:?)\s+(?P<who>[^\W\d_].*)", re.IGNORECASE)


def _estate(bare: str) -> str:
    """The words in a name that say that this person has died."""
    before, _, last = bare.rpartition(" ")
    if last in words("names", "estates_behind") and any(map(is_given, before.replace(",", " ").split())):
        return last
    return words("names", "estates").begin(bare)


def _without_behind(text: str) -> str:
    """A name without what the land office writes behind it: “Karen Hoffman Trustee”."""
    before, _, last = text.rpartition(",")
    if before and last in words("names", "occupations"):
        text = before
    parts = text.split()
    while (
        len(parts) > 2
        and parts[-1].isupper()
        and not text.isupper()
        and parts[-1] in words("names", "behind_in_capitals")
    ):
        parts = parts[:-1]
    while len(parts) > 2:
        size = next((size for size in (2, 1) if " ".join(parts[-size:]).strip(",") in words("names", "behind")), 0)
        if not size:
            break
        parts = parts[:-size]
    return " ".join(parts).rstrip(",")


def _parsed(bare: str, two_surnames: bool = False) -> Name:
    if called := as_relatives(bare):
        return Name(Kind.UNSURE, dear=called, envelope=bare)
    if who := alone(bare):
        return _parsed(who, two_surnames)
    if bare.casefold().startswith("c/o "):
        return Name(Kind.UNSURE, envelope=bare)
    if match := _MARRIED.match(bare):
        return _married(match["word"], match["who"], two_surnames)
    if match := _PLURAL.match(bare):
        return _family_of_plural(bare, match["last"])
    if (match := _CLERGY.match(bare)) and not is_firm(bare[match.start("title") :]):
        return _of_the_clergy(match["title"], match["rest"], two_surnames)
    ordered = in_order(bare)
    if is_firm(ordered):
        return Name(Kind.FIRM, envelope=bare)
    bare = ordered
    if match := _AND_FAMILY.match(bare):
        head = _parsed(match["head"])
        dear = f"{head.dear} and {match['word'].lower()}"
        return replace(head, kind=Kind.COUPLE, dear=dear, envelope=cased(bare))
    if match := _FAMILY.match(bare):
        family = cased(match["after"] or match["before"])
        if (match["word"] or "").casefold() not in ("", "family"):
            word = "Familie" if match["word"].casefold().startswith("fam") and len(match["word"]) < 5 else match["word"]
            greeted = f"{cased(word)} {family}"
            return Name(Kind.COUPLE, last=family, dear=greeted, envelope=greeted)
        shown = cased(bare) if not bare.casefold().endswith(("residence", "residenz")) else f"The {family} Family"
        return Name(Kind.COUPLE, last=family, dear=f"{family} family", envelope=shown)
    if found := couple(bare, _first_and_last, cased):
        return Name(Kind.COUPLE, found.titles, found.first, found.last, "", found.dear, found.envelope)
    return _person(bare, two_surnames)


_CLERGY = re.compile(
    r"^(?:The\s+)?(?P<title>(?:(?:Very|Rt|Right|Most|Ven|Venerable)\.?\s+)?Rev(?:['’]?d|erend)?\.?"
    r"(?:\s+(?:Canon|Dr|Prof|Prebendary|Father|Fr|Mr|Mrs|Ms|Miss)\b\.?)*|(?:Canon|Archdeacon|Prebendary)\b\.?)"
    rf"\s+(?P<rest>(?!{AND}\s)[^\W\d_](?:(?!\s{AND}\s|&|,).)*)$",
    re.IGNORECASE,
)  # “The Rev’d Canon Aubrey Pym”


def _of_the_clergy(title: str, rest: str, two_surnames: bool) -> Name:
    """A name behind titles that a parser of names does not know."""
    if " " not in rest:
        last = cased(rest)
        return Name(Kind.PERSON, title, "", last, "", f"{title} {last}", f"{title} {last}")
    found = _person(rest, two_surnames)
    return replace(with_title(found, title), title=title)


def _married(word: str, who: str, two_surnames: bool) -> Name:
    """“Eheleute Schäfer”, or the names of both where they stand behind it."""
    if " " in who:
        return _parsed(who, two_surnames)
    greeted = f"{cased(word)} {cased(who)}"
    return Name(Kind.COUPLE, last=cased(who), dear=greeted, envelope=greeted)


def _first_and_last(text: str) -> tuple[str, str]:
    person = _person(text)
    return person.first, person.last


def _family_of_plural(text: str, plural: str) -> Name:
    """“The Pomeroys” are a family, “The Willows” are a house."""
    if (
        plural in words("names", "no_families")
        or is_firm(f"x {plural}")
        or squashed(plural) in words("names", "trades").keys
    ):
        return Name(Kind.FIRM, envelope=text)
    last = plural[:-2] if plural.endswith(("ses", "xes", "zes", "ches", "shes")) else plural[:-1]
    last = cased(
        last if plural.endswith(("ses", "xes", "zes", "ches", "shes")) or not plural.endswith("ss") else plural
    )
    return Name(Kind.COUPLE, last=last, dear=f"{last} family", envelope=cased(text))


def is_firm(text: str) -> bool:
    """Whether a name is that of a firm, by its form or by a word that only firms have.

    >>> is_firm("Hajoca Corp"), is_firm("+1 Fitness"), is_firm("Shirley Temple"), is_firm("Grace Lutheran Church")
    (True, True, False, True)
    """
    if any(one.isdigit() for one in text) or text[:1] in "@+-#/\\":
        return True
    parts = [squashed(word) for word in text.replace(",", " ").split()]
    if words("names", "firms_begin").begin(text):
        return not _FAMILY.match(text)
    if _POSSESSIVE.search(text) or not words("names", "trades").keys.isdisjoint(parts):
        return True
    firm, perhaps = words("names", "firms").keys, words("names", "firms_perhaps").keys
    return any(word in firm for word in parts[1:]) or (len(parts) > 2 and any(word in perhaps for word in parts[1:]))


def _untitled(text: str) -> str:
    """One of two people without the title: “Dr Anna” of “Dr Anna & Dr Peter”."""
    parts = text.split()
    return " ".join(parts[min(titles_before(parts), len(parts) - 1) :])


def _person(text: str, two_surnames: bool = False) -> Name:
    if not _is_spaced(text):
        return _without_spaces(text)
    from nameparser import HumanName

    if (match := _INITIAL_BEHIND.fullmatch(text)) and not is_given(match["last"]):
        text = f"{match['initial']} {match['last']}"
    given_title, text = title_apart(_capitals_last(text), two_surnames)
    parts = HumanName(without_stops(text))
    title, suffix = given_title or str(parts.title), str(parts.suffix)
    suffix = (
        suffix.capitalize() if (suffix.isupper() or suffix.islower()) and squashed(suffix) in ("jr", "sr") else suffix
    )
    first, middle, last = (
        cased_as(str(parts.first), text),
        cased_as(str(parts.middle), text),
        cased_as(str(parts.last), text),
    )
    first = f"{first}." if first and f"{first}." in text.split() and without_stops(f"{first}.") == first else first
    if "," in text and first and not first.isupper():  # “BELL, Walt”: before the comma it is a name, however short
        last = last.title() if last.isupper() and last.isalpha() else last
    if not first:
        whole = " ".join(filter(None, [title, last])) or text
        return Name(Kind.UNSURE, title, "", last, suffix, whole, whole)
    middle, last = surnames_apart(
        middle, last, two_surnames and f"{first} {middle}" not in words("names", "compound_given")
    )
    if _MARY.fullmatch(first) and not middle and (match := _OF_A_MARY_WITH_A_LAST_NAME.match(last)):
        middle, last = match["given"], match["last"]
    if middle and (first in _SHORT_MARIA or _OF_A_MARY.match(middle)):
        first, middle = f"{first} {middle}", ""
    if middle and f"{first} {middle.split()[0]}" in words("names", "compound_given"):
        first, middle = f"{first} {middle.split()[0]}", " ".join(middle.split()[1:])
        if _HISPANIC.search(first) and middle and " " not in middle and not is_given(middle):
            middle, last = "", f"{middle} {last}"  # “María José Prada Sanz”
    title = title.title() if title.isupper() and text.isupper() else title
    shown_title = "" if _is_doctorate(suffix) and squashed(title) == "dr" else title
    envelope = " ".join(filter(None, [shown_title, first, middle, last])) + (_after(suffix) if suffix else "")
    if family_first(first, last):
        whole = " ".join(filter(None, [first, middle, last]))
        return Name(Kind.UNSURE, title, last, first, suffix, whole, envelope)
    dear = _in_an_order(title, first, middle, last) or _greeted(first, last, title, Kind.PERSON)
    return Name(Kind.PERSON, title, first, last, suffix, dear, envelope)


_HISPANIC = re.compile(r"\b(?:mar[ií]a|jos[eé]|juan|ana|luis|miguel|marco)\b", re.IGNORECASE)
_SHORT_MARIA = ("Mª", "M.ª")
_OF_A_MARY = re.compile(r"(?:del|de la|de los|de las)\s+\S", re.IGNORECASE)  # “María del Pilar”
_MARY = re.compile(r"mar[ií]a|m\.?ª|ma\.", re.IGNORECASE)
_OF_A_MARY_WITH_A_LAST_NAME = re.compile(
    r"(?P<given>(?:del|de la|de los|de las)\s+[^\W\d_]+)\s+(?P<last>[^\W\d_].*)", re.IGNORECASE
)


def _in_an_order(title: str, first: str, middle: str = "", last: str = "") -> str:
    """How a sister or a brother of an order is greeted: with all names but the last; "" for anybody else."""
    if title not in words("names", "religious"):
        return ""
    is_first = is_given(last)
    return " ".join(filter(None, [title, first, middle, last if is_first and not middle else ""]))


def _capitals_last(text: str) -> str:
    """“HOLM Rosa” and “Rosa HOLM” as “Rosa Holm”: the name in capitals is the last."""
    parts = text.split()
    capitals = [part.isupper() and len(part) > 2 and part.isalpha() and not VOWELS.isdisjoint(part) for part in parts]
    if "," in text or len(parts) != 2 or sum(capitals) != 1 or not all(part[:1].isupper() for part in parts):
        return text
    last, first = parts if capitals[0] else reversed(parts)
    if capitals[0] and not is_given(first):
        return text
    return f"{first} {cased(last)}"


_INITIAL_BEHIND = re.compile(r"(?P<last>[^\W\d_][\w'’-]+)\s+(?P<initial>[A-ZÀ-Þ]\.?)")  # “Mabey E”


def _after(suffix: str) -> str:
    """Degrees follow a comma, Jr. and III do not.

    >>> _after("III, DMD, PC")
    ' III, DMD, PC'
    """
    first = squashed(suffix.partition(",")[0])
    return f" {suffix}" if first in ("jr", "sr", "ii", "iii", "iv", "v") else f", {suffix}"


def _is_doctorate(suffix: str) -> bool:
    """Whether a degree says “Dr.” already."""
    return bool(suffix) and any(one in words("names", "doctorates") for one in suffix.split(","))


def _is_spaced(text: str) -> bool:
    return not re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", text)


def _without_spaces(text: str) -> Name:
    """Chinese, Japanese and Korean names: the family first, the whole name after “Dear”."""
    first, last = (text[1:], text[:1]) if " " not in text else tuple(reversed(text.split(" ", 1)))
    return Name(Kind.UNSURE, "", first, last, "", text, text)


def without_pictures(text: str) -> str:
    return text if text.isascii() else on_one_line(_PICTURES.sub(" ", text))
