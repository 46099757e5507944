"""Headers: what a column says of its cells by its name."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from notes.language.folding import folded
from notes.language.lexicon import Kind, Scope, files, listed, phrases_with
from notes.language.phrases import STRONG, WEAK, Words, tokens_of, words_of
from notes.language.spelling import spelled


@dataclass(frozen=True, slots=True)
class Header:
    """What a column says by its name.

    `asks` is the kind of what any tick or day below it tells (“Deceased”), `allows` what a no tells (“Mail OK”), both
    as values of `Kind`; under an `unsure` one a text has to be understood. `ends` has days on which something ended.
    `kinds` has a status, tags or groups, `notes` what an office writes to itself.
    `who` is of whom the column is, `channel` one of e-mail or telephone, `matter` one of a claim, an order, a breed,
    `paperwork` one of forms, payments, allergies, whose cells sound like nothing but that; `civil` one that tells who
    is married; `kinds` of `classes` only sort customers or what they have; `goes_on` what is agreed with a customer
    until it ends, a `payer` settles the bills.
    """

    text: str = ""
    asks: str = ""
    allows: str = ""
    unsure: bool = False
    ends: bool = False
    channel: bool = False
    matter: bool = False
    civil: bool = False
    kinds: bool = False
    classes: bool = False
    goes_on: bool = False
    paperwork: bool = False
    notes: bool = False
    payer: bool = False
    who: str = "customer"

    def __hash__(self) -> int:
        """That of two of its parts: it is asked for with every cell, and two headers rarely have both alike."""
        return hash((self.text, self.who))


_BY_FIELD = {
    "do_not_mail": {"asks": "refusal"},
    "mail_ok": {"allows": "refusal"},
    "deceased": {"asks": "death"},
    "pet": {"who": "animal"},
    "partner": {"who": "house"},
    "second_name": {"who": "house"},
    "second_first_name": {"who": "house"},
    "second_last_name": {"who": "house"},
    "child": {"who": "house"},
}


_OF_A_NAME = ("title", "salutation", "suffix")


@lru_cache(maxsize=2_000)
def header_of(text: str, field: str = "") -> Header:
    """What a header says; the field that it is known to mean comes before its words.

    >>> header_of("Deceased Date").asks, header_of("Mail?").allows, header_of("Death Benefit").asks
    ('death', 'refusal', '')
    >>> header_of("E-mail opt-out").asks, header_of("Claim status").matter, header_of("Pet Deceased").who
    ('', True, 'animal')
    """
    tokens = _tokens(text)
    given = _BY_FIELD.get(field, {})
    who = given.get("who", _who(tokens))
    channel = _is_of_a_channel(tokens)
    kinds = {} if channel else _kinds(tokens)
    if "asks" in given or ("allows" in given and not kinds):
        kinds = {name: value for name, value in given.items() if name != "who"}
    has_kinds = field == "status" or not _told_of_state(tokens).isdisjoint(_words("status"))
    is_of_notes = field == "notes" or not {*tokens}.isdisjoint(_words("notes"))
    is_of_another = not _of_another_matter(tokens).isdisjoint(_words("matter"))
    goes_on = not {*tokens}.isdisjoint(_words("arrangement"))
    matter = is_of_another and not (kinds or is_of_notes or goes_on or field in _OF_A_NAME)
    civil = not {*tokens}.isdisjoint(_words("civil"))
    known = Header(
        text,
        channel=channel,
        matter=matter,
        civil=civil,
        kinds=has_kinds,
        classes=_is_of_classes(tokens),
        goes_on=goes_on,
        paperwork=not ({*tokens}.isdisjoint(_words("paperwork")) or {*tokens} & _words("notes") - _words("paperwork")),
        notes=is_of_notes,
        payer=_is_made_of(tokens, entries_of("payer"), _around()),
        who=who,
    )
    return replace(known, **kinds)  # type: ignore[arg-type]


def _told_of_state(tokens: Sequence[str]) -> Set[str]:
    """The words that may tell how it stands; “Card Address State” is where somebody lives."""
    return {*tokens} - {"state"} if "address" in tokens else {*tokens}


def _of_another_matter(tokens: Sequence[str]) -> Set[str]:
    """The words that may name another matter; “Tenancy State” is how it stands, and not where."""
    return {*tokens} if len(tokens) == 1 else {*tokens} - {"state"}


_NAMES_NO_STATE = frozenset({"account", "member", "membership", "client", "customer", "patient"})


def _is_of_classes(tokens: Sequence[str]) -> bool:
    """Whether it sorts, “Acct Class”, “Billing Type”, and tells no state as well, as “Status group” does."""
    told = {*tokens} & _words("status") - _NAMES_NO_STATE
    return not {*tokens}.isdisjoint(_words("classes")) and told <= _words("classes")


_ENDING = re.compile(r"(?<=[^\W\d_])\((?:e|s|r|n|in|ne|ve|es|a|o|as|os)\)")  # “Décédé(e)”
_NUMBER = re.compile(r"\s*#\s*$")  # “Stop #”
_CUT_SHORT = re.compile(r"\b([^\W\d_]{3,})\.")
_PART = 4  # letters, at least, of each part of a compound


def _tokens(text: str) -> list[str]:
    """The words of a header; what is cut short is written out, and a compound that is not known taken apart.

    >>> _tokens("Rekl."), _tokens("Postrückl."), _tokens("Kundenbeschwerde")
    (['reklamation'], ['postrucklauf'], ['kunden', 'beschwerde'])
    """
    text = _CUT_SHORT.sub(_written_out, _NUMBER.sub(" number", _ENDING.sub("", text)))
    tokens = [spelled(token) for token in tokens_of(text) if token not in (STRONG, WEAK)]
    return [part for token in tokens for part in _parts(token)]


def _written_out(match: re.Match[str]) -> str:
    word = folded(match[1])
    if word in _all_words():
        return match[0]
    longer = [one for one in _all_words() if one.startswith(word) and one.isalpha()]
    return min(longer, key=lambda one: (len(one), one), default=match[0])


def _parts(token: str) -> Sequence[str]:
    if len(token) < 2 * _PART or token in _all_words():
        return (token,)
    for place in range(_PART, len(token) - _PART + 1):
        both = (token[:place], token[place:])
        if {*both} <= _all_words():
            return both
    return (token,)


@cache
def _all_words() -> frozenset[str]:
    """Every word that the lists of headers have."""
    texts = (text for file in files() for those in file["header"].values() for text in those if isinstance(text, str))
    return frozenset(word for text in texts for word in words_of(text))


# A departure, a department, a deposit, in Spanish also “descanse en paz”; a stop of a round, a volunteer.
_CUT = (["dep"], ["dep", "date"], ["stop", "number"], ["stop", "no"], ["vol"])


def _kinds(tokens: Sequence[str]) -> dict[str, object]:
    if not tokens or len(tokens) > 12 or [*tokens] in _CUT:
        return {}
    if _is_made_of(tokens, entries_of("living"), entries_of("fillers")):
        return {"allows": Kind.DEATH.value}
    if tokens == ["deliverable"]:
        return {"allows": Kind.MOVED.value}
    if _is_made_of(tokens, entries_of("address"), entries_of("address_fillers")) and len(tokens) > 1:
        return (
            {"allows": Kind.MOVED.value}
            if not {*tokens}.isdisjoint(_words("address_fillers") - _words("status"))
            else {}
        )
    if _is_made_of(tokens, entries_of("active"), entries_of("active_fillers")):
        return {"allows": Kind.CLOSED.value}
    if asks := _asserted(tokens):
        return {"asks": asks}
    for kind in (Kind.DEATH, Kind.REFUSAL, Kind.MOVED, Kind.DISPUTE, Kind.ILLNESS):
        if _is_made_of(tokens, entries_of(f"asks_{kind.value}"), _around()):
            return {"asks": kind.value, "unsure": not {"reason", "why", "grund", "motif", "motivo"} & {*tokens}}
    if "last" not in tokens and _is_made_of(tokens, entries_of("ended"), _around()):
        return {"ends": True}
    if _is_made_of(tokens, _of_the_post(), entries_of("permission_fillers")) and _is_a_question(tokens):
        return {"allows": Kind.REFUSAL.value}
    return {}


@cache
def _of_the_post() -> frozenset[Words]:
    """What may be asked about by its name alone: “Mail”, “Promo”, “Werbepost”."""
    return entries_of("permission") | (_class("paper") - entries_of("not_asked"))


def _is_a_question(tokens: Sequence[str]) -> bool:
    """“Contact” and “Address” name what is below them; “Mail”, “Contact OK” ask."""
    return tokens not in (
        ["contact"],
        ["communication"],
        ["communications"],
        ["correspondence"],
        ["contact", "preference"],
        ["marketing", "contact", "status"],
        ["contact", "date"],
        ["paper"],
    )


def _asserted(tokens: Sequence[str]) -> str:
    """The kind of a header that has a phrase of one, and around it only words that change nothing."""
    row = f" {' '.join(tokens)} "
    candidates = {one for token in tokens for one in phrases_with(token)}
    if any(section == "harmless" and phrase.pattern.search(row) for (section, _), phrase in candidates):
        return ""
    for kind in ("death", "pet_death", *(kind.value for kind in Kind)):
        for (section, scope), phrase in candidates:
            if section == kind and scope is Scope.ANYWHERE:
                for match in phrase.pattern.finditer(row):
                    if _is_made_of((row[: match.start()] + row[match.end() :]).split(), (), _around()):
                        return Kind.DEATH.value if section == "pet_death" else section
    return ""


def _is_made_of(tokens: Sequence[str], needed: Iterable[Words], fillers: Iterable[Words]) -> bool:
    """Whether a header has nothing but these words, and one of those needed where there are any."""
    needed, both = frozenset(needed), frozenset(needed) | frozenset(fillers)
    place, seen = 0, not needed
    while place < len(tokens):
        length = next(
            (
                size
                for size in (4, 3, 2, 1)
                if tuple(tokens[place : place + size]) in both and place + size <= len(tokens)
            ),
            0,
        )
        if not length:
            return False
        seen = seen or tuple(tokens[place : place + length]) in needed
        place += length
    return seen


def _is_of_a_channel(tokens: Sequence[str]) -> bool:
    paper = {"mail", "post", "postal", "letter", "letters", "card", "cards", "address", "mailing"}
    channels = frozenset(words[0] for words in _class("channel") if len(words) == 1) | {"e"}
    return not channels.isdisjoint(tokens) and (paper.isdisjoint(tokens) or "e" in tokens)


def _who(tokens: Sequence[str]) -> str:
    """Of whom a column is; “Client and partner” is of the client."""
    if "and" in tokens[1:-1] and tokens[0] not in frozenset().union(*_people()):
        return "customer"
    for name, those in zip(("house", "animal", "house"), _people(), strict=True):
        if not those.isdisjoint(tokens):
            return name
    return "customer"


@cache
def _people() -> Sequence[frozenset[str]]:
    return [
        frozenset(word for file in files() for word in file["header"].get("person", [[], [], []])[place])
        for place in range(3)
    ]


@cache
def _class(name: str) -> frozenset[Words]:
    return frozenset(map(words_of, listed("classes", name)))


@cache
def entries_of(name: str) -> frozenset[Words]:
    return frozenset(map(words_of, listed("header", name)))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words[0] for words in entries_of(name) if len(words) == 1)


@cache
def _around() -> frozenset[Words]:
    people = frozenset((word,) for those in _people() for word in those)
    return entries_of("fillers") | people | {("#",)}
