"""Couples: two people in one name, greeted by both first names, by both titles, or by the whole of what is written."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notes.language.folding import squashed
from notes.language.given_names import is_given
from notes.language.vocabulary import words
from notes.reading.values.cut_short import written_out

AND = r"(?:&|\+|and|und|(?-i:u\.?|y|e|i|és)|et|en|och|og|ja)"  # “Miss E Mabey” is one person
_JOINED = re.compile(rf"\s*(?:\s{AND}\s|&|\+)\s*", re.IGNORECASE)
_PLUS = re.compile(r"\s*\+\s*")
_COMPANION = re.compile(
    rf"^(?P<head>\S.*?)\s*(?:[/,]\s*)?(?:\b{AND}\s+|[/&+]\s*)(?:his |her |their )?"
    r"(?:spouse|wife|husband|guest|fiancée?|significant other|plus one|épouse|esposa|esposo|gattin)\.?$",
    re.IGNORECASE,
)
_SLASH = re.compile(r"^(?P<one>[^\d/]*[^\W\d_]{2}[^\d/]*?)\s*/\s*(?P<other>[^\d/]*[^\W\d_]{2}[^\d/]*)$")
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.?)?|(?:[^\W\d_]\.)+", re.IGNORECASE)


_ONE_LETTER = re.compile(r"[^\W\d_]\.?|(?:[^\W\d_]\.-?){2,}")
_BETWEEN = re.compile(rf"\s+{AND}\s+|[\s,/&+]+", re.IGNORECASE)


def is_of_initials(text: str) -> bool:
    """Whether nobody is named but by initials, which no card begins with.

    >>> is_of_initials("S and L"), is_of_initials("J.-R."), is_of_initials("S/L"), is_of_initials("TJ")
    (True, True, True, False)
    """
    if len(text) > 12:
        return False
    parts = [part for part in _BETWEEN.split(text.strip(" ,:;!")) if part]
    return text.upper() != text.lower() and all(map(_ONE_LETTER.fullmatch, parts))


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people: what follows “Dear”, the first names as one, the last name if they share it, and the titles."""

    dear: str
    envelope: str
    first: str = ""
    last: str = ""
    titles: str = ""


@dataclass(frozen=True, slots=True)
class _Side:
    titles: str
    given: str
    last: str
    rest: str

    @property
    def is_known_by_name(self) -> bool:
        is_short = bool(_INITIAL.fullmatch(self.given)) and not re.fullmatch(r"[A-Z][a-z]", self.given)
        return bool(self.given) and not is_short


def alone(text: str) -> str:
    """The name of who is named beside a companion that is not: “Denny Castellano and Spouse”; "" where there is none.

    >>> alone("Denny Castellano / And Spouse"), alone("Ann and Tom Lee")
    ('Denny Castellano', '')
    """
    match = _COMPANION.match(text)
    return match["head"].rstrip(" ,/&") if match else ""


def in_order(text: str) -> str:
    """A couple whose last name stands first, or that a slash joins, in the usual order.

    >>> in_order("Yost, Mr. & Mrs. Carl"), in_order("Tran, Holly & Tran, Minh"), in_order("John Smith/Jane Doe")
    ('Mr. & Mrs. Carl Yost', 'Holly Tran & Minh Tran', 'John Smith & Jane Doe')
    """
    if (
        (match := _SLASH.match(text))
        and " " in f"{match['one']}{match['other']}"
        and not text.casefold().startswith("c/o")
    ):
        text = f"{match['one'].strip()} & {match['other'].strip()}"
    if "," not in text:
        return _given_first(text)
    sides = _JOINED.split(text)
    if len(sides) == 2 and all(side.count(",") == 1 and len(side.split(",")[0].split()) <= 2 for side in sides):
        return " & ".join(f"{after.strip()} {before.strip()}" for before, after in (side.split(",") for side in sides))
    before, _, after = text.partition(",")
    if "," not in after and len(sides) == 1 and _are_whole(before.split(), after.split()):
        return f"{before.strip()} & {after.strip()}"
    if "," not in after and len(before.split()) <= 3 and len(sides) == 2 and not _JOINED.search(before):
        return f"{after.strip()} {before.strip()}"
    return text


def _given_first(text: str) -> str:
    """“Smith Bob & Sue” as “Bob & Sue Smith”; what begins with a first name stays as it is."""
    sides = [side.split() for side in _JOINED.split(text)]
    if [len(side) for side in sides] != [2, 1]:
        return text
    (last, one), (other,) = sides
    known = words("names", "given").keys | words("names", "given_too").keys
    first, second, third = (squashed(word) for word in (last, one, other))
    is_last = first not in known and last not in words("names", "honorifics")
    return f"{one} & {other} {last}" if is_last and {second, third} <= known else text


def _are_whole(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both sides of a comma have a first and a last name: “Dana Ruiz, Marcus Ruiz”, not “Ruiz, Dana Maria”."""
    if not (2 <= len(one) <= 3 and 2 <= len(other) <= 3):
        return False
    given = words("names", "given")
    alike = len(one[-1]) > 2 and one[-1].casefold()[:5] == other[-1].casefold()[:5]
    return alike or all(side[0] in given and side[1] not in given for side in (one, other))


def couple(text: str, person: Callable[[str], tuple[str, str]], cased: Callable[[str], str]) -> Couple | None:
    """The two people of a name; None where it is not one of two. `person` gives the first and last name of one.

    Nobody is greeted by an initial: two titles do as well, and where there are none the whole name is said.
    """
    sides = _JOINED.split(text)
    if len(sides) != 2 or "," in text or not all(sides):
        return None
    if _is_of_goods(sides):
        return Couple(cased(text), cased(text))
    joint = _JOINED.search(text)
    word = (joint[0].strip().lower() if joint else "") or "and"
    first, second = (_side(one, person, cased) for one in sides)
    if first.titles and not first.rest and not second.titles:  # “Gen & Tom Fox”: no title stands beside a first name
        first = _Side("", cased(sides[0]), "", cased(sides[0]))
    whole = _PLUS.sub(" and ", cased(text))
    if first.titles.casefold().rstrip(".") in ("messrs", "mesdames", "mmes", "herren"):
        return Couple(f"{first.titles} {second.last or second.given}", whole, last=second.last, titles=first.titles)
    if first.titles and second.titles and not first.rest:
        titles = f"{first.titles} {word} {second.titles}"
        last = second.last or second.given
        return Couple(f"{titles} {last}", f"{titles} {second.rest}", second.given if second.last else "", last, titles)
    shares = not first.last or first.last == second.last or not second.last
    last = second.last or first.last
    names = f"{first.given} {word if word == '&' else 'and'} {second.given}"
    if first.is_known_by_name and second.is_known_by_name:
        return Couple(f"{first.given} and {second.given}", whole, names, last if shares else "")
    if not (first.titles and second.titles):
        return Couple(whole, whole, names, last if shares else "")
    if shares:
        return Couple(f"{first.titles} and {second.titles} {last}", whole, names, last)
    return Couple(f"{first.titles} {first.last} and {second.titles} {second.last}", whole, names)


def _is_of_goods(sides: Sequence[str]) -> bool:
    """Whether two words and one, none of them a first name or a title, are a firm’s: “Ashuelot Feed & Grain”."""
    parts = [side.split() for side in sides]
    if [len(side) for side in parts] != [2, 1]:
        return False
    spoken = [word for side in parts for word in side]
    return not any(is_given(word) or word in words("names", "honorifics") for word in spoken)


def _side(text: str, person: Callable[[str], tuple[str, str]], cased: Callable[[str], str]) -> _Side:
    """One of two people: titles, the first name, and the last name if this side has one."""
    parts = text.split()
    count = titles_before(parts)
    titles = " ".join(part.capitalize() if part.isupper() or part.islower() else part for part in parts[:count])
    rest = cased(" ".join(parts[count:]))
    bare = rest.split()
    while len(bare) > 1 and _INITIAL.fullmatch(bare[-1]):
        bare.pop()  # “John D.” and Catherine have a last name together
    if len(bare) < 2 or rest in words("names", "compound_given"):
        return _Side(titles, written_out(" ".join(bare)), "", rest)
    given, last = person(" ".join(bare))
    return _Side(titles, written_out(given), last, rest)


def titles_before(parts: Sequence[str]) -> int:
    """How many words before a name are titles; Don is one before another first name, and else a first name itself.

    >>> titles_before(["Mrs.", "Lee"]), titles_before(["Don"]), titles_before(["Don", "José"])
    (1, 0, 1)
    """
    count = 0
    while count < len(parts) and parts[count] in words("names", "honorifics"):
        if is_given(parts[count]) and not (count + 1 < len(parts) and is_given(parts[count + 1])):
            break
        count += 1
    return count


_GONE = r"\s*[(\[]\s*(?:\+|†|✝|d\.|dec(?:eased|'?d)?\b|verst\w*|gest\w*|décéd\w*|fallecid\w*)[^)\]]*[)\]]"
_GONE_FIRST = re.compile(rf"(?P<before>^|,\s*)[^,&+(\[]+?{_GONE}\s*{AND}\s+(?=\S)", re.IGNORECASE)
_GONE_LAST = re.compile(rf"\s+{AND}\s+[^,&+(\[]+?{_GONE}(?P<after>\s+\S+)?$", re.IGNORECASE)


_GONE_WITHIN = re.compile(
    rf"\s*(?:(?<!\w){AND}\s*[(\[]|[(\[]\s*{AND}\s)[^)\]&+]*(?:\+|†|✝|\bd\.|\bdec(?:eased|'?d)?\b|verst\w*|gest\w*|décéd\w*|fallecid\w*)"
    r"[^)\]]*[)\]]\s*",
    re.IGNORECASE,
)  # “Harold & (Betty - dec.)”


def without_the_dead(text: str) -> str:
    """A couple of whom one is marked as dead, without that one.

    >>> without_the_dead("Lund, Arvid (+2024) & Inga"), without_the_dead("Inga & Arvid (dec'd) Lund")
    ('Lund, Inga', 'Inga Lund')
    """
    text = _GONE_WITHIN.sub(" ", text)
    return _GONE_LAST.sub(r"\g<after>", _GONE_FIRST.sub(r"\g<before>", text)) if "(" in text or "[" in text else text
