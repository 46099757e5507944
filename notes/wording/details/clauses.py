"""Clauses: a cell of remarks in the pieces that each say one thing, and who in them is meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from notes.language.numbers import in_words
from notes.language.texts import word_set
from notes.wording.details.detail import Owner, Who
from notes.wording.details.shorthand import counted, listed
from notes.wording.details.verbs import is_verbal
from notes.wording.details.wordbook import animal_in, animals, is_he, is_he_called, is_nobody, relations

_ENDS = re.compile(
    r"\s*(?:[;\n]|\s/\s|\s[-–—]\s|!{1,}\s*(?=$|[\n;,]|[A-Za-z])|\?\s+(?=[a-z\d])|(?<!\b[A-Z])(?<!\b(?:Dr|Jr|Sr|Mt|St|Mr|Ms))(?<!\bgrad|\bappt)(?<!\b[bh])(?<!\bco)(?<!\bret)(?<!\bexc)(?<!\binv)(?<!\besp)(?<!\bincl)(?<!\bapprox)(?<!\bvs)\.(?=\s+[a-zA-Z\d$£€(]|$)|,(?=\s))\s*"
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Capt|Sgt)\.? )?[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_NAMES = re.compile(rf"\s*[:=]?\s*(?P<names>{_NAME}(?:(?:\s*[,/&+]\s*|\s+and\s+){_NAME})*)(?=$|[\s,.;:!?’'(=-])")
_PARTED = re.compile(r"\s*[,/&+]\s*|\s+and\s+")
_NO_NAMES = word_set(
    """
    jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
    xmas christmas easter the she he they is in at on passed won started graduates graduated married getting
    finishing l r us uk wedding i
    """
)
_POSSESSIVE = re.compile(
    r"^(?:his|her|their|the|my|our|a|an|new|young|old|little|big|wee|dear|lovely|eldest|youngest|older|younger)\s+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One piece of a cell: whom it is about (None: the customer), and what it says of them."""

    who: Who | None
    text: str
    whole: str


def split(text: str) -> list[str]:
    """The pieces of a remark that each say one thing.

    >>> split("ice fishing; husb Earl, waits in the truck. knee op Oct / pays late")
    ['ice fishing', 'husb Earl', 'waits in the truck', 'knee op Oct', 'pays late']
    """
    return [piece for piece, _ in _pieces(text)]


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The pieces, each with whether a comma or a dash ties it to the one before."""
    found: list[tuple[str, bool]] = []
    start, tied = 0, False
    for match in (*_ENDS.finditer(text), None):
        piece = _ESPECIALLY.sub("", text[start : match.start() if match else len(text)]).strip(_TRIMMED)
        if piece and not (
            piece in listed("roles") and _ESPECIALLY.search(text[start : match.start() if match else None])
        ):
            found.append((piece, tied))
        if match:
            start, tied = match.end(), match[0].strip() in (",", "-", "–", "—")
    return found


_ESPECIALLY = re.compile(r"\s+(?:esp|espec|especially|mostly|mainly|etc)\b\.?\s*$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_TRIMMED = ' .,!?-–—*•"'


@lru_cache(maxsize=1000)
def clauses(text: str) -> Sequence[Clause]:
    """The clauses of a remark; one without a subject may go on about whom the one before it named."""
    found: list[Clause] = []
    text = _NAMED_ASIDE.sub(_named_after, _EXPLAINED.sub(_named_behind, _SENT_BY.sub(r"\1; ", text)))
    text = _IS.sub(r"\1 ", _SHORT_RELATIVE.sub(r"\1", counted(text)))
    for piece, tied in _pieces(_ASIDE.sub(_loud, _OF_ONE_VERB.sub(r"\2 \1", text))):
        last = found[-1] if found else None
        if last and last.who and not last.text and tied and _ONLY_AN_AGE.fullmatch(piece):
            found[-1] = replace(last, whole=f"{last.whole}, {piece}")
        elif last and _ONLY_A_DATE.fullmatch(piece):
            found[-1] = replace(last, text=f"{last.text} {piece}".strip(), whole=f"{last.whole}, {piece}")
        elif last and tied and _TO_SOMEWHERE.match(last.whole) and _ONLY_A_PLACE.fullmatch(piece):
            found[-1] = replace(last, text=f"{last.text} in {piece}", whole=f"{last.whole} in {piece}")
        elif last and last.who and last.who.names and not last.text and _ONLY_NAMES.fullmatch(piece):
            names = (*last.who.names, *_names_at(piece)[0])
            found[-1] = replace(last, who=replace(last.who, names=names), whole=f"{last.whole}, {piece}")
        else:
            found.append(_clause(piece, last, tied))
    return found


_EXPLAINED = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][a-z]+(?:(?: and | ?[&+] ?)[A-Z][a-z]+)?) "
    r"\((?:(?:his|her|their|the) )?(?P<what>[a-z][a-z .-]*)\)"
)


def _named_behind(match: re.Match[str]) -> str:
    """Somebody whom an aside explains, with the word for them in front: “Tammy (wife)”, “Waffles (dachshund)”."""
    what = match["what"].strip(" .")
    is_known = what in relations() or what in animals() or _is_breed(what)
    return f"{what} {match['name']}" if is_known else match[0]


_NAMED_ASIDE = re.compile(r"(?<![\w’'-])(?P<what>[a-z]+) \((?P<name>[A-Z][a-z]+(?:(?: and | ?[&+] ?)[A-Z][a-z]+)?)\)")


def _named_after(match: re.Match[str]) -> str:
    """An animal whose name an aside tells, once more with its name: “sings to the hamster (Biscuit)”."""
    what = match["what"]
    named = f"{what} {match['name']}"
    is_all = match.string[: match.start()].rstrip()[-1:] in ("", ";", ".", ",", "\n")
    return (named if is_all else f"{what}; {named}; ") if what in animals() else match[0]


_IS = re.compile(r"(?<![\w-])([A-Z][a-z]+|[A-Z]{3,}) = (?=[a-z]+s )")
_SENT_BY = re.compile(r"\b((?:via|from|sent by|referred by|ref by) [A-Z]\w+ [A-Z])\.\s+(?=[a-z])")
_SHORT_RELATIVE = re.compile(r"\b(dau|dtr|dgtr|dghtr|gdtr|husb|hub|gson|gd|bro|sis|nbr|fam)\.(?=\s)", re.I)


def _loud(match: re.Match[str]) -> str:
    """An aside is left out, but for one that forbids, or that says what somebody does."""
    if re.search(r"don['’]?t|do not|never", match[0], re.I):
        return match[0].replace("(", "").replace(")", "")
    inside = match[0].strip(" ()!")
    says_what = is_verbal(inside) or re.match(r"[A-Z][\w]*['’]s (?:a|an|the|learning) ", inside)
    return f"; {inside}; " if says_what else ""


def _clause(piece: str, last: Clause | None, tied: bool) -> Clause:
    who, rest = subject(piece)
    if who is None and _ONLY_NAMES.fullmatch(piece) and not tied:
        return Clause(Who(Owner.KIN, _names_at(piece)[0]), "", piece)
    if who is None and last and last.who:
        of_them = tied and (not last.text or last.who.owner is Owner.KIN)
        if of_them or (last.who.owner is not Owner.PET and _goes_on(piece, tied)):
            return Clause(last.who, piece, piece)
    return Clause(who, rest, piece)


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_OF_ONE_VERB = re.compile(
    r"([^\n,;.!?()]{1,120}?) \((breeds|raises|grows|makes|keeps|teaches|collects|plays|paints|restores)\)"
)
_ONLY_A_DATE = re.compile(
    rf"(?:on |in )?(?:{_MONTH}|\d{{1,2}}(?:/\d{{1,2}}){{1,2}}|(?:{_MONTH}\.? )?[0-3]?\d(?: {_MONTH})?|\d{{4}})(?: !*)?"
)
_TO_SOMEWHERE = re.compile(r"(?:off |going )?to [a-z]+ [A-Z]\w+$")
_ONLY_A_PLACE = re.compile(rf"(?!(?:{_MONTH})$)[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_ONLY_NAMES = re.compile(rf"{_NAME}(?:\s*[/&+]\s*{_NAME})*")


def _goes_on(piece: str, tied: bool) -> bool:
    """Whether a piece is a verb without its subject: “waits in the truck”, “he asked about …”."""
    first = piece.split(" ", 1)[0].rstrip(".")
    if first in ("he", "she", "they"):
        return True
    if not tied:
        return False
    return first in ("grad", "graduating") or (bool(re.fullmatch(r"[a-z]+[^aious]s", first)) and first not in _PLURALS)


_PLURALS = word_set(
    "cats dogs hens bees books roses dahlias loves likes plays sings collects fosters writes walks bakes quilts"
)


_ARTICLE = re.compile(
    r"^(?:his|her|their|the|my|our|an?)\s+(?!.* (?:is|are|was|were) )(?!\w+['’]s (?:called|named))", re.I
)
_SOME = re.compile(r"^(?:[2-9]|two|three|four|five|six) (?=[a-z]+(?: [A-Z]| [a-z]+ing\b))")
_IS_AN_ANIMAL = re.compile(r"(?P<name>[A-Z]\w+) = (?P<what>(?:[a-z]+ )*?(?P<last>[A-Za-z]+))")
_NEXT_DOOR = re.compile(r"\w+ (?:next door|opposite|upstairs|downstairs|across the|down the (?:road|street))\b")


def subject(text: str) -> tuple[Who | None, str]:
    """Whom a clause is about by a word of relation or of an animal, with the names behind it; and the rest.

    >>> subject("dtr Mia started at Purdue")[0].called, subject("dtr Mia started at Purdue")[1]
    ('Mia', 'started at Purdue')
    >>> subject("golden retriever Biscuit")[0].animal, subject("knee op Oct")[0], subject("Boy Scouts pushed it")[0]
    ('dog', None, None)
    """
    plain = _SOME.sub("", _POSSESSIVE.sub("", text.strip()))
    if (match := _IS_AN_ANIMAL.fullmatch(plain)) and (kind := animals().get(match["last"].casefold())):
        return Who(Owner.PET, (match["name"].capitalize(),), kind, kind), match["what"]
    if _NEXT_DOOR.match(plain) or is_nobody(plain):
        return None, text
    small = plain.casefold().replace("’", "'")
    if _first_word(small) in _first_words() and (match := _relation().match(small)):
        owner, relation = relations()[match[1]]
        if match[0].endswith("'s") and (relation.endswith("s") or relation == "children"):
            return None, text  # “children’s drawings” are nobody’s
        rest = plain[match.end() :]
        names, rest = _names_at(rest, aged=owner in (Owner.CHILD, Owner.GRANDCHILD, Owner.KIN))
        if owner is Owner.KIN and relation in _OF_A_BABY and names and starts_with_age(rest):
            owner, relation = Owner.CHILD, _OF_A_BABY[relation]  # the baby’s brother
        return Who(owner, names, _for_number(relation, names), he=is_he(relation)), rest
    who, rest = _animal(plain)
    return (who, rest) if who else (None, _ARTICLE.sub("", text))


def _animal(text: str) -> tuple[Who | None, str]:
    """An animal named behind the words for it: “cat Toffee”, “whippet Nell”, “2 cats Pearl/Duffy”."""
    words = [word.capitalize() if word.isupper() and len(word) > 3 else word for word in text.split()]
    if _A_MAKE.match(text):
        return None, text
    for count in (4, 3, 2, 1):
        head = " ".join(words[:count]).casefold().strip(" ,:=")
        if (head in animals() or _is_breed(head)) and not _is_a_name(words[:count][-1]):  # “Tom Roth” is no cat
            names, rest = _names_at(re.sub(r"^(?:called|named) ", "", " ".join(words[count:])))
            if names and not (rest and words[0][0].isupper()):
                kind = animal_in(head)
                return Who(Owner.PET, names, kind, kind), f"{head} {rest}".strip() if rest else head
    return None, text


_A_MAKE = re.compile(r"['’]?(?:19|20)?\d\d [A-Z]")  # a ’66 Mustang is no horse


def _is_a_name(word: str) -> bool:
    return word[0].isupper() and is_he_called(word) is not None


def _is_breed(head: str) -> bool:
    last = head.rsplit(" ", 1)[-1]
    return (last in animals() or last.removesuffix("s") in animals()) and not re.search(r"[^\w\s'’-]", head)


def _for_number(relation: str, names: Sequence[str]) -> str:
    return {"children": "child"}.get(relation, relation) if len(names) == 1 else relation


def _names_at(text: str, *, aged: bool = False) -> tuple[tuple[str, ...], str]:
    """The names at the beginning of a text, and what comes after them; `aged` tells that a number may be an age."""
    match = _NAMES.match(text)
    if not match:
        return (), text.strip(" :=,")
    behind = text[match.end("names") :]
    is_age = aged and starts_with_age(behind.strip())
    if re.match(r"\s\d", behind) and " " not in match["names"] and not is_age:
        return (), text.strip(" :=,")  # Engine 4 is nobody
    names: list[str] = []
    for name in _PARTED.split(match["names"]):
        if name.casefold().removesuffix("’s").removesuffix("'s") in _NO_NAMES or (name.isupper() and len(name) > 3):
            break
        names.append(name.removesuffix("’s").removesuffix("'s"))
    if not names:
        return (), text.strip(" :=,")
    last = text.index(names[-1], match.start("names")) + len(names[-1])
    rest = text[last:]
    return tuple(names), rest.removeprefix("’s").removeprefix("'s").strip(" :=,")


_NUMBER = (
    r"(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
)
_AGES = frozenset(in_words(age) for age in range(18, 100))
_ONLY_AN_AGE = re.compile(rf"{_NUMBER}(?:[ -]?(?:yrs?|y\.?o\.?|years?)(?:[ -]old)?)?")
_AGE = re.compile(rf"^,?\s*\(?{_NUMBER}(?:[ -]?(?:yrs?|y\.?o\.?|years?)(?:[ -]old)?)?\)?(?:,\s*|\s+(?=[a-z])|$)")


def ages_left_out(text: str) -> str:
    """What is said of somebody, without the age behind their name.

    >>> ages_left_out("five, counted the stones"), ages_left_out("4 does the splits"), ages_left_out("three dogs")
    ('counted the stones', 'does the splits', 'three dogs')
    """
    number = re.match(rf"^,?\s*{_NUMBER}\s+(?P<next>[a-z]+)", text)
    if number and not (number["next"] in ("does", "is", "has", "was", "goes") or number["next"].endswith("ed")):
        return text
    return _AGE.sub("", text, count=1)


_OF_A_BABY = {"brother": "son", "sister": "daughter"}


def starts_with_age(text: str) -> bool:
    """Whether a text begins with the age of a child, or with any age in years.

    >>> starts_with_age("3, had asked for a digger"), starts_with_age("three dogs"), starts_with_age("sixty, at last")
    (True, False, True)
    """
    number = re.match(r"[a-z-]+(?=,|$)", text)
    return ages_left_out(text) != text or (number is not None and number[0] in _AGES)


def relations_in(text: str) -> set[str]:
    """The relatives that a text speaks of, wherever in it.

    >>> relations_in("lost her husband in May")
    {'husband'}
    """
    return {relations()[word][1] for word in re.findall(r"[^\W\d_][\w-]*", text.casefold()) if word in relations()}


def _first_word(text: str) -> str:
    match = _LETTERS.match(text)
    return match[0] if match else ""


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_first_word(written) for written in relations())


@cache
def _relation() -> re.Pattern[str]:
    ways = "|".join(re.escape(way) for way in sorted(relations(), key=len, reverse=True))
    return re.compile(rf"({ways})(?:'s)?(?=$|[\s:,=])")


def animals_of(text: str) -> list[Who]:
    """The animals of a cell for them: “Otis - beagle x, 7”, “Pearl + Duffy (cats)”, “Milo, Hank + fosters”.

    >>> [(who.called, who.animal) for who in animals_of("Otis - beagle x, 7")]
    [('Otis', 'dog')]
    >>> [(who.called, who.animal) for who in animals_of("Pearl + Duffy (cats)")]
    [('Pearl and Duffy', 'cat')]
    >>> [(who.called, who.animal) for who in animals_of("Pancake, Eng. bulldog (M)")]
    [('Pancake', 'dog')]
    """
    kind = animal_in(text)
    bare = _without_breed(_ASIDE.sub("", text))
    who, _ = _animal(bare)
    if who:
        return [who]
    names, _ = _names_at(bare)
    names = tuple(name for name in names if name.casefold() not in animals())
    return [Who(Owner.PET, names, kind, kind)] if names else []


def _without_breed(text: str) -> str:
    """A cell for an animal without what it says behind the name: “Pancake, Eng. bulldog”."""
    name, comma, behind = text.partition(",")
    words = behind.casefold().split()
    return name if comma and name.strip() and words and _is_breed(words[-1]) and "." in behind else text
