"""Names: whom to greet and what to write on the envelope, by the columns, or by a whole name where it must be."""

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from notes.reading.texts import on_one_line, squashed
from notes.reading.vocabulary import phrases, words

_AND = r"(?:&|\+|and|und|et|y|e|en|och|og|ja)"
_COUPLE_TITLES = re.compile(
    rf"^(?P<titles>(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|M|Mme|Sr|Sra)\.?\s*{_AND}\s*(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|M|Mme|Sr|Sra)\.?)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_COUPLE = re.compile(rf"^(?P<one>.+?)\s+{_AND}\s+(?P<other>.+)$", re.IGNORECASE)
_FAMILY = re.compile(
    r"^(?:the\s+)?(?:family|familie|famille|familia|famiglia)\s+(?P<after>.+)$|^(?:the\s+)?(?P<before>.+?)\s+(?:family|household)$",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*[(\[](?P<mark>[^)\]]*)[)\]]\s*$")
_CURRENCY_TAG = re.compile(r"\s+-\s+[A-Z]{3}$")
_SUB_CUSTOMER = re.compile(r"^(?P<parent>[^:]+):\s*(?P<child>[^:].*)$")
_PICTURES = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\uFE0F\u200D\U0001F1E6-\U0001F1FF]+")


class Kind(Enum):
    PERSON = "person"
    COUPLE = "couple"
    FIRM = "firm"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; `dear` follows “Dear”, `mark` is what stood in parentheses, `parent` before a colon."""

    kind: Kind = Kind.PERSON
    title: str = ""
    first: str = ""
    last: str = ""
    suffix: str = ""
    dear: str = ""
    envelope: str = ""
    mark: str = ""
    parent: str = ""

    @property
    def whole(self) -> str:
        return f"{self.first} {self.last}" if self.first and self.last else self.first or self.last or self.envelope


def is_honorific(text: str) -> bool:
    """Whether a title is one to address somebody by, not the name of a job.

    >>> is_honorific("Mrs."), is_honorific("General Manager")
    (True, False)
    """
    return bool(text) and all(
        squashed(word) in words("names", "honorifics") for word in text.replace(".", ". ").split()
    )


def from_columns(first: str, last: str, title: str = "", suffix: str = "", middle: str = "", called: str = "") -> Name:
    """The name of somebody whose first name, or only last name, has a column of its own.

    >>> from_columns("FRANK", "O'BRIEN").envelope, from_columns("Anne & Tom", "Miller").dear
    ("Frank O'Brien", 'Anne and Tom')
    """
    (first, mark), (last, other_mark), middle = _mended(first), _mended(last), cased(middle)
    if not (first or last):
        return Name(Kind.UNSURE)
    if first.isalpha() and len(first) > 1 and last and not (title or suffix or middle or called):
        return Name(Kind.PERSON, "", first, last, "", first, f"{first} {last}", mark or other_mark)
    kind = Kind.COUPLE if _COUPLE.match(first) else Kind.PERSON
    suffix_part = f", {suffix}" if "," in suffix or (suffix.isupper() and len(suffix) > 3) else f" {suffix}"
    envelope = " ".join(filter(None, [title, first, middle, last])) + (suffix_part if suffix else "")
    dear = called or _greeted(first, last, title, kind)
    return Name(kind, title, first, last, suffix, dear, envelope.strip(), mark or other_mark)


@lru_cache(maxsize=8_000)
def _mended(text: str) -> tuple[str, str]:
    """A part of a name as it is written, and the remark in parentheses behind it."""
    bare, mark = unmarked(without_pictures(text))
    return cased(bare), mark


def _greeted(first: str, last: str, title: str, kind: Kind) -> str:
    if kind is Kind.COUPLE:
        return _COUPLE.sub(r"\g<one> and \g<other>", first)
    if not first:
        return f"{title} {last}".strip() if title else ""
    if _only_initials(first):
        return f"{title} {last}" if title and last else f"{first} {last}".strip()
    return first


@lru_cache(maxsize=8_000)
def parsed(text: str) -> Name:
    """The parts of a whole name; where they are unsure, the whole stands after “Dear”.

    >>> parsed("Smith, John").dear, parsed("Mr. and Mrs. Robert Jones").dear, parsed("Hajoca Corp").kind
    ('John', 'Mr. and Mrs. Jones', <Kind.FIRM: 'firm'>)
    """
    bare, mark = unmarked(without_pictures(on_one_line(text)))
    bare = _CURRENCY_TAG.sub("", bare)
    parent = ""
    if match := _SUB_CUSTOMER.match(bare):
        parent, bare = match["parent"].strip(), match["child"].strip()
    found = _parsed(bare) if bare else Name(Kind.UNSURE)
    if parent and found.kind is not Kind.FIRM:
        found = Name(Kind.FIRM, envelope=bare)
    return replace(found, mark=mark, parent=parent)


def _parsed(bare: str) -> Name:
    if is_firm(bare):
        return Name(Kind.FIRM, envelope=bare)
    if match := _FAMILY.match(bare):
        family = cased(match["after"] or match["before"])
        return Name(Kind.COUPLE, last=family, dear=f"{family} family", envelope=cased(bare))
    if match := _COUPLE_TITLES.match(bare):
        return _titled_couple(match["titles"], match["rest"])
    if "," not in bare and (match := _COUPLE.match(bare)):
        return _couple(match["one"], match["other"], bare)
    return _person(bare)


def is_firm(text: str) -> bool:
    """Whether a name is that of a firm, by its form or by a word that only firms have.

    >>> is_firm("Hajoca Corp"), is_firm("+1 Fitness"), is_firm("Shirley Temple"), is_firm("Grace Lutheran Church")
    (True, True, False, True)
    """
    if any(one.isdigit() for one in text) or text[:1] in "@+-#/\\":
        return True
    parts = [squashed(word) for word in text.replace(",", " ").split()]
    if any(text.casefold().startswith(f"{begin} ") for begin in phrases("names", "firms_begin")):
        return not _FAMILY.match(text)
    firm, perhaps = words("names", "firms"), words("names", "firms_perhaps")
    return any(word in firm for word in parts[1:]) or (len(parts) > 2 and any(word in perhaps for word in parts[1:]))


def _titled_couple(titles: str, rest: str) -> Name:
    person = _person(cased(rest))
    last = person.last or person.first
    first = person.first if person.last else ""
    if titles.isupper() or titles.islower():
        titles = " ".join(
            word if word in ("and", "und", "et", "y", "e") else word.capitalize() for word in titles.lower().split()
        )
    envelope = f"{titles} {cased(rest)}"
    return Name(Kind.COUPLE, titles, first, last, person.suffix, f"{titles} {last}", envelope)


def _couple(one: str, other: str, whole: str) -> Name:
    """Two people: “Anne & Tom Miller” share a name, “Tom Miller and Anne Schmidt” do not."""
    first, second = _person(cased(one)), _person(cased(other))
    one_first, other_first = first.first or first.last, second.first or second.last
    firsts = f"{one_first} and {other_first}"
    shared = not (first.first and first.last) or first.last == second.last
    joined = f"{one_first} & {other_first}" if "&" in whole else firsts
    last = second.last if shared else ""
    return Name(Kind.COUPLE, "", joined, last, "", firsts, cased(whole))


def _person(text: str) -> Name:
    if not _is_spaced(text):
        return _without_spaces(text)
    from nameparser import HumanName

    parts = HumanName(text)
    title, suffix = str(parts.title), str(parts.suffix)
    first, middle, last = (
        cased_as(str(parts.first), text),
        cased_as(str(parts.middle), text),
        cased_as(str(parts.last), text),
    )
    if not first:
        whole = " ".join(filter(None, [title, last])) or text
        return Name(Kind.UNSURE, title, "", last, suffix, whole, whole)
    middle, last = _surnames(middle, last)
    envelope = " ".join(filter(None, [title, first, middle, last])) + (_after(suffix) if suffix else "")
    if _family_first(first, last):
        return Name(Kind.UNSURE, title, last, first, suffix, f"{first} {last}", envelope)
    return Name(Kind.PERSON, title, first, last, suffix, _greeted(first, last, title, Kind.PERSON), envelope)


def _after(suffix: str) -> str:
    """Degrees follow a comma, Jr. and III do not."""
    return f" {suffix}" if squashed(suffix) in ("jr", "sr", "ii", "iii", "iv", "v") else f", {suffix}"


_DOUBLE = re.compile(r"(?:ez|és|az|oz|ía|eño|ues|ões|eira|eiro|alves|ñ\w+)$", re.IGNORECASE)


def _looks_spanish(surname: str) -> bool:
    return "ñ" in surname or bool(_DOUBLE.search(surname))


def _surnames(middle: str, last: str) -> tuple[str, str]:
    """Middle names and last name; of two Spanish surnames the first is not a middle name."""
    words = middle.split()
    if words and _looks_spanish(words[-1]) and _looks_spanish(last):
        return " ".join(words[:-1]), f"{words[-1]} {last}"
    return middle, last


def _family_first(first: str, last: str) -> bool:
    """Whether the family name stands first, as in Hungary."""
    return squashed(first) in words("names", "hungarian_last") and squashed(last) in words("names", "hungarian_first")


def _is_spaced(text: str) -> bool:
    return not re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", text)


def _without_spaces(text: str) -> Name:
    """Chinese, Japanese and Korean names: the family first, the whole name after “Dear”."""
    first, last = (text[1:], text[:1]) if " " not in text else tuple(reversed(text.split(" ", 1)))
    return Name(Kind.PERSON, "", first, last, "", text, text)


def _only_initials(first: str) -> bool:
    return bool(re.fullmatch(r"(?:[^\W\d_]\.?[\s-]?)+", first)) and ("." in first or len(first) == 1)


def unmarked(text: str) -> tuple[str, str]:
    """The text without a remark in parentheses at its end, and that remark.

    >>> unmarked("Maria Lopez (deleted)")
    ('Maria Lopez', 'deleted')
    """
    if text.endswith((")", "]")) and (match := _MARK.search(text)):
        return text[: match.start()].strip(), match["mark"].strip()
    return text, ""


def without_pictures(text: str) -> str:
    return text if text.isascii() else on_one_line(_PICTURES.sub(" ", text))


def cased(text: str) -> str:
    """The name with capitals as they belong where it is all capitals or all small; mixed case is left alone.

    >>> cased("RONALD MCDONALD"), cased("jacques-yves cousteau"), cased("VAN DER ROHE"), cased("eBay")
    ('Ronald McDonald', 'Jacques-Yves Cousteau', 'van der Rohe', 'eBay')
    """
    return cased_as(text, text)


def cased_as(part: str, whole: str) -> str:
    """A part of a name, mended if the whole name has no mixed case."""
    alike = whole.isupper() or whole.islower() or (part.isupper() and len(part) > 4)
    if not part or not alike or sum(map(str.isalpha, whole)) < 3 or _only_initials(part):
        return part
    if part.isupper() and len(part) <= 3 and not any(one in "AEIOUYÄÖÜÉÅØ" for one in part):
        return part
    return " ".join(_cased_word(word) for word in part.split(" "))


def _cased_word(word: str) -> str:
    small = word.lower()
    if small in words("names", "particles"):
        return small
    pieces = re.split(r"([-'’.])", small)
    return "".join(_capital(piece, index, pieces) for index, piece in enumerate(pieces))


def _capital(piece: str, index: int, pieces: list[str]) -> str:
    if index and pieces[index - 1] in ("'", "’") and len(piece) < 2:
        return piece
    if piece.startswith("mc") and len(piece) > 3:
        return "Mc" + piece[2:].capitalize()
    return piece[:1].upper() + piece[1:]
