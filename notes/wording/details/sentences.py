"""Sentences: a clause of a cell that names whom it is about, read from its subject on: “Stan kept pigeons”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from notes.language import inflection
from notes.language.numbers import in_words
from notes.wording.details.addressing import ONE, You, addressed
from notes.wording.details.clauses import ages_left_out, subject
from notes.wording.details.detail import Owner, Who
from notes.wording.details.predicates import predicate
from notes.wording.details.shorthand import is_spelled_out, listed, opened
from notes.wording.details.statement import Form, Statement
from notes.wording.details.verbs import completed, is_verbal
from notes.wording.details.wordbook import alone, is_he_called

MOST_WORDS = 20
_NOT_READ = re.compile(r"->|[=#@<>|*_\[\]{}$£€%/]|\d[.-]\d|[A-Z]+-\d|\w&\w|https?:|\?|\b(?:etc|stuff|tbc|tba)\b", re.I)
_OPEN_ENDS = re.compile(r"\b(?:and|or|but|the|a|an|of|for|with|your|his|their|to|from|as|than|very|so|because)$", re.I)
_PRONOUN = re.compile(r"(?P<who>he|she|they)(?:’(?P<short>s|re|d|ll|ve))?\s+(?P<rest>.+)", re.I)
_SHORT = {"re": "are", "ve": "have", "ll": "will"}
_OWN = re.compile(r"(?:the|her|his|their) (?P<thing>[a-z]+(?: [a-z]+)?)(?: is| are|’s) (?P<state>(?:called|named) .+)")
_BEHIND_IS = (
    listed("determiners") | listed("prepositions") | listed("adverbs") | {"not", "off", "back", "away", "called"}
)
_CONTRACTED = re.compile(r"(?P<name>(?:[A-Za-z]+ )?[A-Z][\w-]*|[A-Z])’s (?P<rest>(?P<first>[a-z]+)\b.*)")
_RELATION_AT = re.compile(r"(?P<where>(?:in|at|from|near|up|down|over|next) [\w’ ]+?) (?P<rest>(?P<verb>[a-z]+) .+)")
_NEXT_DOOR = re.compile(
    r"(?:the |her |his |their )?(?P<one>lad|boy|girl|man|woman|lady|couple|kids?|family|neighbou?rs?|friends?)"
    r"(?P<where> (?:next door|opposite|upstairs|downstairs|across the (?:road|street|way|hall)))? (?P<rest>.+)"
)


@dataclass(frozen=True, slots=True)
class Company:
    """Whom a clause may name: the customer, those who are known, and who was spoken of last."""

    you: You = ONE
    people: Sequence[Who] = ()
    last: Who | None = None

    def called(self, name: str) -> Who | None:
        """Somebody known by a name, or by an initial that only one of them has."""
        whole = [alone(who, name) for who in self.people if name in who.names]
        begins = [
            alone(who, one) for who in self.people for one in who.names if len(name) == 1 and one.startswith(name)
        ]
        found = whole or begins
        return found[0] if len(found) == 1 and not (not whole and self._is_you(name)) else None

    def _is_you(self, name: str) -> bool:
        return any(name in (one, one[:1]) for one in self.you.names)

    def is_you(self, name: str) -> bool:
        """Whether a name or an initial is the customer's, and nobody else's."""
        others = [one for who in self.people for one in who.names if name in (one, one[:1])]
        return self._is_you(name) and not others

    def meant(self, pronoun: str) -> tuple[Who | None, bool]:
        """Who is “he” or “she” at the beginning of a clause; the second is False where nobody can tell."""
        if pronoun == "they":
            return None, self.you.several
        he, last = pronoun == "he", self.last
        may_be_you = self.you.he in (None, he) and not self.you.several
        may_be_last = last is not None and not last.are_several and last.he in (None, he)
        if last is not None and last.he is he and (self.you.he is not he):
            return last, True
        if may_be_you and not may_be_last:
            return None, True
        if may_be_last and not may_be_you:
            return last, True
        return None, False


def sentence(
    text: str, company: Company, who: Who | None = None, after: str = ""
) -> tuple[Who | None, Statement] | None:
    """Whom a clause is about, and what it says of them; None where either is not certain.

    With `who` the text is what stands behind their name; `after` is the clause before, which “it” may mean.

    >>> sentence("she's a nurse on the night shift", Company())[1].of_you
    'you’re a nurse on the night shift'
    """
    found = (who, opened(ages_left_out(text))) if who is not None else _subject(opened(text), company)
    if found is None or not _is_readable(found[1]):
        return None
    one, plain = found
    if isinstance(one, str):
        return _of_thing(one, plain, company.you)
    of_pet = one is not None and one.owner is Owner.PET
    said = predicate(plain, several=one.are_several if one else company.you.several, of_pet=of_pet)
    if said is None or (said.form is Form.STATE and one is None and _is_age(said.rest)):
        return None
    turned = addressed(said, one, company.you)
    return (one, turned) if turned and not _points_back(turned, after) else None


def of_customer(text: str, company: Company) -> Statement | None:
    """What a clause without a subject says of the customer, where it could be nobody else's, nor a list of things.

    >>> of_customer("up at 3am", Company()).of_you, of_customer("roses", Company())
    ('you’re up at three in the morning', None)
    """
    plain = opened(text)
    words = plain.casefold().split()
    if len(words) == 1 and words[0].endswith("s") and inflection.lemma(words[0]) in listed("arts"):
        return completed(Form.DOES, inflection.lemma(words[0]), "")
    if len(words) < 2 or not _is_readable(plain):
        return None
    is_out = (words[0], words[1]) in _OUT
    if words[0] in ("raised", "born") and words[1] == "in" and plain.split()[2:3] and plain.split()[2][0].isupper():
        return Statement(Form.WAS, rest=plain)
    if words[0] in _SHIFTS and words[1] in ("at", "in", "on", "for"):
        return completed(Form.DOES, "work", plain[0].lower() + plain[1:])
    if _BACK_TO_SCHOOL.fullmatch(plain):
        return completed(Form.DID, "go", plain)
    is_denied = words[0] == "not" and words[1] in listed("states")
    both = company.you.several and words[0] == "both"
    verb = inflection.lemma(words[0])
    is_had = words[0] == "had" and words[1] in listed("determiners")
    is_plain = company.you.several and verb == words[0] and inflection.does(verb) in listed("habits")
    is_never = is_verbal(plain) and inflection.does(verb) == words[0] and _NEVER_AND.search(plain)
    if not (is_out or is_denied or both or is_had or is_plain or is_never):
        return None
    said = predicate(plain[5:] if both else plain, several=company.you.several)
    turned = addressed(replace(said, adverb="both") if both else said, None, company.you) if said else None
    return turned if turned and not _points_back(turned) else None


_SHIFTS = frozenset(["days", "nights", "evenings", "weekends", "mornings", "afternoons", "saturdays", "sundays"])
_BACK_TO_SCHOOL = re.compile(r"back to (?:school|college|university)(?: at [a-z-]+)?")
_OUT = frozenset([("up", "at"), ("up", "before"), ("up", "by"), ("off", "in"), ("out", "on"), ("out", "in")])
_NEVER_AND = re.compile(r" and never [a-z]+s$")


def _of_thing(subject: str, plain: str, you: You) -> tuple[Who | None, Statement] | None:
    """What is said of a thing of theirs, or of somebody who has no name: “your car is called Gerald”."""
    several = inflection.is_plural(subject.split()[1])
    said = predicate(plain, several=several)
    turned = addressed(said, Who(Owner.KIN, relation="they"), you) if said else None
    if turned is None or _points_back(turned):
        return None
    return None, replace(turned, subject=subject, plural=several, thing="")


def _subject(plain: str, company: Company) -> tuple[Who | str | None, str] | None:
    """The subject of an opened clause (a text where it is a thing, or nobody known), and what is said of it."""
    plain = _uncontracted(plain)
    if match := _PRONOUN.fullmatch(plain):
        whom, is_certain = company.meant(match["who"].casefold())
        if not is_certain:
            return None
        helper = _SHORT.get(match["short"] or "", "") or _is_or_has(match)
        return whom, f"{helper} {match['rest']}".strip()
    if match := _OWN.fullmatch(plain):
        are = "are" if inflection.is_plural(match["thing"]) else "is"
        return f"your {match['thing']}", f"{are} {match['state']}"
    first, _, rest = plain.partition(" ")
    rest = rest.lstrip("=: ")
    if rest and company.is_you(first):
        names = company.you.names
        whole = next(name for name in names if first in (name, name[:1]))
        return (Who(Owner.KIN, (whole,), he=is_he_called(whole)) if len(names) > 1 else None), rest
    if rest and first[0].isupper() and (known := company.called(first)):
        return known, ages_left_out(rest)
    if (match := _NEXT_DOOR.fullmatch(plain)) and (match["where"] or match["one"][:5] in ("neigh", "frien")):
        whose = "the" if match["where"] else "your"
        return f"{whose} {match['one']}{match['where'] or ''}", match["rest"]
    return _relative_somewhere(plain)


def _relative_somewhere(plain: str) -> tuple[str, str] | None:
    """“sister in Tulsa thinks …”: a relative by where they are."""
    who, rest = subject(plain)
    if who is None or who.names or who.owner is Owner.PET or not who.relation:
        return None
    match = _RELATION_AT.fullmatch(rest)
    if match is None or not is_verbal(match["rest"]):
        return None
    return f"your {who.relation} {match['where']}", match["rest"]


def _uncontracted(plain: str) -> str:
    """“D’s a cricket umpire” is D is, “Joan’s lost the raffle book” Joan has; “Mia’s first term” stays."""
    match = _CONTRACTED.fullmatch(plain)
    if match is None:
        return plain
    first, behind = match["first"], match["rest"].split()[1:2]
    verb = inflection.lemma(first)
    is_done = verb and first == inflection.done(verb) and behind and behind[0].casefold() in _BEHIND_IS
    if is_done:
        return f"{match['name']} has {match['rest']}"
    is_doing = first.endswith("ing") and verb and behind and behind[0].casefold() in _BEHIND_IS
    is_state = first in _BEHIND_IS - {"first", "second", "third", "one", "two"} or first in listed("roles")
    return f"{match['name']} is {match['rest']}" if is_doing or is_state else plain


def _is_or_has(match: re.Match[str]) -> str:
    """“she’s” before what it stands with."""
    if match["short"] not in ("s", "d"):
        return ""
    first = match["rest"].split()[0]
    verb = inflection.lemma(first)
    is_done = verb and first == inflection.done(verb) and not first.endswith("ing") and first not in listed("states")
    if match["short"] == "d":
        return "had" if is_done else "would"
    return "has" if is_done else "is"


def _is_readable(plain: str) -> bool:
    words = plain.split()
    if not words or len(words) > MOST_WORDS or _NOT_READ.search(plain) or _OPEN_ENDS.search(plain):
        return False
    small = {word.casefold().strip(",.") for word in words}
    return is_spelled_out(words) and not small & listed("never") and not small & {"you", "your"}


_AGES = frozenset(in_words(age) for age in range(1, 100))


def _is_age(rest: str) -> bool:
    return rest in _AGES


_NAMES_A_THING = frozenset(["a", "an", "the", "your", "his", "her", "and"])


def _points_back(said: Statement, after: str = "") -> bool:
    """Whether “it” or “them” stands for something that the clause does not name."""
    words = [word.casefold().strip(",.;") for word in f"{said.rest} {said.more.rest if said.more else ''}".split()]
    for at, word in enumerate(words):
        before = [*after.split(), *words[:at]]
        if word in ("it", "this", "both") and not set(before) & _NAMES_A_THING:
            return True
        if word in ("them", "they", "those", "these") and not any(map(inflection.is_plural, before)):
            return True
    return False
