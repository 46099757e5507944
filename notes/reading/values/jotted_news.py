"""News as people jot it down: “PASSED nursing boards 10/14”, “closed on the farmhouse 10/30”, “baby girl Camila 10/8”.

What a piece of a cell of notes says of a day becomes the occasion of a card, with what it was and whose it is, as
somebody would have written it on the sheet Milestones. The patterns stand in jotted_news.toml.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from notes.language.folding import folded
from notes.language.headers import Header
from notes.language.lexicon import Kind, word_class
from notes.language.numbers import in_words
from notes.language.phrases import tokens_of
from notes.language.signals import findings
from notes.occasions import Occasions
from notes.reading.values.dated_reasons import day_and_reason, only_day
from notes.reading.values.name_likeness import is_given_name
from notes.reading.values.told_reasons import OF_MARRIED_PEOPLE, told_reason
from notes.resources import table_beside

LONGEST_PIECE = 110  # letters


@dataclass(frozen=True, slots=True)
class News:
    """What a piece of a cell says happens: the occasion, the day as it is written there, what it is, whose it is.

    `years` are those of a marriage on that day.
    """

    occasion: str
    day: str = ""
    piece: str = ""
    about: str = ""
    person: str = ""
    years: int | None = None


def news_in(text: str, occasions: Occasions) -> Iterator[News]:
    r"""What a cell of notes says of days that it names, piece by piece.

    >>> from notes.occasions import ours
    >>> [(one.occasion, one.day, one.about) for one in news_in("son Mateo, 6\nPASSED nursing boards 10/14", ours())]
    [('achievement', '10/14', 'passing the nursing boards')]
    """
    before = ""
    for piece in _PIECES.split(text) if any(map(str.isdigit, text)) else ():
        if found := _news_of(piece.strip(), before, occasions):
            yield found
        before = piece.strip()


def without_news(text: str, occasions: Occasions) -> str:
    """A cell without what it says for certain of days, which nothing speaks against.

    That somebody is ill or has died stays, in whatever words: “got his wings” is what is said of the dead as well.

    >>> from notes.occasions import ours
    >>> without_news("MISSED HER Fri 6/11. likes tea", ours()), without_news("hip replaced 11/17", ours())
    ('. likes tea', 'hip replaced 11/17')
    """
    for one in news_in(text, occasions):
        is_dark = any(found.kind in _DARK and not found.sounds for found in findings(Header(notes=True), one.piece))
        if occasions[one.occasion].whose != _ILLNESS and not is_dark:
            text = text.replace(one.piece, "", 1)
    return text


_ILLNESS = "illness"
_DARK = (Kind.DEATH, Kind.REFUSAL, Kind.ILLNESS, Kind.PARTING, Kind.JOB_LOST)


def is_no_news(text: str) -> bool:
    """Whether a text denies what it says, puts it off, hopes for it, or is sad: “wedding called off”."""
    return _never().search(text.replace("'", "’")) is not None


def news_beside(text: str, occasions: Occasions) -> News | None:
    """What a text says that stands beside a day in a cell of its own.

    >>> from notes.occasions import ours
    >>> news_beside("crown seated, lower L. ask how it's doing", ours()).about
    'the crown'
    """
    return _told(f"{text.rstrip(' .!')} @", occasions) if len(text) <= LONGEST_PIECE else None


def _news_of(piece: str, before: str, occasions: Occasions) -> News | None:
    day = only_day(piece) if len(piece) <= LONGEST_PIECE else None
    if day is None:
        return None
    told = _told(f"{piece[: day.start()]}@{piece[day.end() :]}", occasions)
    return replace(told, day=day[0], piece=piece) if told else _in_the_words_of_occasions(piece, before, occasions)


def _told(marked: str, occasions: Occasions) -> News | None:
    marked = _WEEKDAY.sub("", marked).replace("'", "’")
    if is_no_news(marked):
        return None
    for row in _rows():
        if (match := row.found_in(marked)) and row.occasion in occasions:
            person, is_theirs = ("", True) if row.anyones else whose(marked)
            person = match.groupdict().get("person") or person
            return News(row.occasion, about=row.about_of(match), person=person) if person or is_theirs else None
    return None


def _in_the_words_of_occasions(piece: str, before: str, occasions: Occasions) -> News | None:
    """What heads a column of days, or is of a marriage; how long somebody served may stand in the piece before."""
    if is_no_news(piece) or _HAS_LEFT.search(piece):
        return None
    clauses = [one for one in _COMMA.split(piece) if only_day(one)] + [piece]
    both = ((parts, told_reason(parts[1], occasions)) for one in clauses if (parts := day_and_reason(one)))
    parts, told = next(((parts, told) for parts, told in both if told), (None, None))
    if not parts or told is None or not (told.occasion.heads_days or told.occasion.counts == OF_MARRIED_PEOPLE):
        return None
    about = told.about
    if told.occasion.tells == "service" and not about and not told.person:
        served = _SERVED.search(piece) or _SERVED.search(before)
        about = f"{in_words(int(served[1]))} years" if served else ""
    return News(told.occasion.name, parts[0], piece, about, told.person, told.years)


_HAS_LEFT = re.compile(r"\bmoved\b(?! in)", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*(?!\s*(?:19|20)\d\d)")  # “Dec 18, 2026” is one day
_SERVED = re.compile(r"\b(\d{1,2}) ?(?:yrs?|years)\b", re.IGNORECASE)


def whose(piece: str) -> tuple[str, bool]:
    """The name of the one of the house whom a piece is about, "" for none, and whether it is the customer’s own.

    >>> whose("dtr Mia passed her test @"), whose("son's wedding @"), whose("passed nursing boards @")
    (('Mia', False), ('', False), ('', True))
    >>> whose("Saoirse's first pointe shoes @")
    ('', True)
    """
    kin = word_class("kin")
    for match in _WORD.finditer(piece):
        word = folded(match[0])
        if not kin.isdisjoint((word, *tokens_of(word))):
            named = re.match(r"(?:['’]s)?,? (?P<name>[A-ZÀ-Þ][^\W\d_]+)", piece[match.end() :])
            return (named["name"] if named else ""), False
    first = _WORD.match(piece)
    if first and first[0][0].isupper() and not first[0].isupper() and is_given_name(first[0]):
        return ("", True) if _OWNS.match(piece) else (first[0], False)
    return "", True


@dataclass(frozen=True)
class _Row:
    occasion: str
    says: Sequence[re.Pattern[str]]
    unless: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    about: str
    anyones: bool

    def found_in(self, marked: str) -> re.Match[str] | None:
        if (self.unless and self.unless.search(marked)) or (self.needs and not self.needs.search(marked)):
            return None
        return next((match for one in self.says if (match := one.search(marked))), None)

    def about_of(self, match: re.Match[str]) -> str:
        said = {name: _thing(text) for name, text in match.groupdict().items() if text and name != "person"}
        if place := said.pop("place", ""):
            said["house"] = _with_place(said.get("house", ""), place)
        if "field" in said:
            said["study"] = f"degree in {said['field']}"
        for name, words in _SAID_AS.items():
            if name in said:
                return words.format(_with_article(said[name]) if name in _DEFINITE else said[name])
        if not self.about or not said:
            return ""
        definite = self.about.removeprefix("the ")
        filled = definite.format_map(_Filled({name: _with_article(thing) for name, thing in said.items()}))
        return "" if "{}" in filled else filled


class _Filled(dict[str, str]):
    """The groups that a pattern found; one that it did not find marks that nothing can be said."""

    def __missing__(self, key: str) -> str:
        return "{}"


# what is said of a group that needs other words than the row's own
_SAID_AS = {
    "post": "the promotion to {}",
    "made": "making {}",
    "opened": "the opening of {}",
    "sworn": "",
    "broken": "the broken {}",
    "replaced": "the new {}",
    "won": "{}",
}
_DEFINITE = frozenset(["opened", "won"])


def _with_article(thing: str) -> str:
    return thing if _IS_DEFINITE.match(thing) else f"the {thing}"


_IS_DEFINITE = re.compile(r"(?:the|his|her|their|a|an)\b|[A-ZÀ-Þ][^\W\d_]+['’]s\b")


def _thing(text: str) -> str:
    """A thing as it can be said: no brackets, no shouting, abbreviations in full.

    >>> _thing("L knee surg (R)"), _thing("NURSING BOARDS"), _thing("the Sawmill Rd")
    ('L knee surgery', 'nursing boards', 'the Sawmill Road')
    """
    text = re.sub(r"\([^)]*\)?", "", text).strip(" ,;:-–—!.")
    words = text.split()
    if text.isupper() and len(text) > 3:
        words = [one.lower() for one in words]
    full: Mapping[str, str] = table_beside(__file__, "jotted_news.toml")["expanded"]
    return " ".join(full.get(one.rstrip("."), one) for one in words)


def _with_place(house: str, place: str) -> str:
    place = re.sub(r"^,? ?(?:on|at|in)? ?", "", place).strip(" ,")
    joint = "on" if place.split()[-1:] and place.split()[-1] in _STREETS else "at"
    return f"{house} {joint} {place}" if place else house


_STREETS = frozenset(["Road", "Street", "Lane", "Avenue", "Drive", "Court", "Place", "Boulevard", "Highway", "Way"])


@cache
def _never() -> re.Pattern[str]:
    return re.compile(table_beside(__file__, "jotted_news.toml")["never"]["unless"], re.IGNORECASE)


@cache
def _rows() -> Sequence[_Row]:
    table = table_beside(__file__, "jotted_news.toml")

    def pattern(text: str) -> re.Pattern[str]:
        for name, words in table["words"].items():
            text = re.sub(rf"\b{name}\b", f"(?:{words})", text)
        text = text.replace("NAME", r"(?-i:[A-ZÀ-Þ][^\W\d_]+)").replace(
            "THING", r"[^\W\d_@][\w’&-]*(?:,? [\w’&-]+){0,5}?"
        )
        return re.compile(text, re.IGNORECASE)

    return [
        _Row(
            occasion=row["occasion"],
            says=[pattern(one) for one in row["says"]],
            unless=pattern(row["unless"]) if "unless" in row else None,
            needs=pattern(row["needs"]) if "needs" in row else None,
            about=row.get("about", ""),
            anyones=row.get("anyones", False),
        )
        for row in table["row"]
    ]


_PIECES = re.compile(
    r"\s*(?:[;\n|•]|//|\s/\s|\s--\s|[!?]+(?=\s|$)|"
    r"(?<![\s.][^\W\d_])(?<!dtr)(?<!grad)(?<!ref)(?<!Mt)(?<!surg)(?<!approx)(?<!op)\.\s(?!\d))\s*"
)
_WEEKDAY = re.compile(
    r"\b(?:on )?(?:Mon|Tues?|Wed(?:nes|s)?|Thu(?:rs|r)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? (?=@)|"
    r"(?<=@),? \(?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\)?\.?(?=[ ,]|$)"
)
_WORD = re.compile(r"[^\W\d_]+")
_OWNS = re.compile(r"[^\W\d_]+['’]s\b")
