"""Marks: what is written in a name without being part of it: remarks, nicknames, and in whose care somebody is."""

import re
from functools import cache
from typing import NamedTuple

from notes.language.folding import squashed
from notes.language.given_names import is_given
from notes.language.lexicon import word_class
from notes.language.phrases import tokens_of
from notes.language.remarks import read
from notes.language.texts import on_one_line
from notes.language.vocabulary import vocabulary, words

_MARK = re.compile(r"\s*[(\[](?P<mark>[^)\]]*)[)\]]\s*$")
_BETWEEN = re.compile(r"^(?P<before>\S.*?)\s*[(\[](?P<mark>[^)\]]*)[)\]]\s+(?P<after>\S.*)$")
_BEFORE = re.compile(
    r"^(?P<mark>(?:z{2,}|x{2,}|zx|dnu)\b[\s.:_–-]*|[*•·~?†✝✞]+\s*|"
    r"(?:do not use|dup|duplicate|old|inactive|ex|test)\s*[-–—:]+\s*)(?P<name>[^\W\d_].*)$",
    re.IGNORECASE,
)  # so that it comes last in the list
_CROSSED = re.compile(r"^(?P<name>.*[^\W\d_].*?)[\s,]*(?P<mark>[†✝✞]|[*•#+]{1,3}|(?<=\s)(?:RIP|R\.I\.P\.?))$")
_BRACKET_FIRST = re.compile(r"^[(\[](?P<mark>[^)\]]*)[)\]]\s+(?P<name>[^\W\d_].*)$")
_DASH = re.compile(r"\s+[-–—]\s+")
_NICKNAME = re.compile(
    r"(?<=\w)[.,]?\s+(?:[\"“”„‘'](?P<quoted>[^\W\d_]{2,})[\"“”‘’']|\((?P<bracketed>[^\W\d_]{2,})\))(?=\s|$)"
)
_CARE_OF = re.compile(
    r"^c/o\s+(?P<first>.+?),\s*(?P<name>.+)$|^(?P<name_2>.+?),?\s+c/o\s+(?P<second>.+)$", re.IGNORECASE
)


class Called(NamedTuple):
    """A name without the name that somebody goes by, and that name."""

    text: str
    nickname: str = ""


def unmarked(text: str) -> tuple[str, str]:
    """The text without a remark in parentheses, behind a dash at its end or before it, and that remark.

    >>> unmarked("Maria Lopez (deleted)"), unmarked("ROSA HOLM - DO NOT CALL"), unmarked("Anna - Maria Holm")
    (('Maria Lopez', 'deleted'), ('ROSA HOLM', 'DO NOT CALL'), ('Anna - Maria Holm', ''))
    >>> unmarked("Maeve (Una's sister) Tobin"), unmarked("zzz Rosa Holm")
    (('Maeve Tobin', "Una's sister"), ('Rosa Holm', 'zzz'))
    >>> unmarked("(Una's sister) Tobin"), unmarked("Jo Holm †"), unmarked("Cregan RIP"), unmarked("Rip Torn")
    (('Tobin', "Una's sister"), ('Jo Holm', '†'), ('Cregan', 'RIP'), ('Rip Torn', ''))
    >>> unmarked("Peadar Lenihan*")
    ('Peadar Lenihan', '*')
    """
    if match := _BEFORE.match(text):
        return match["name"].strip(), match["mark"].strip(" .:_–—-")
    if text.endswith((")", "]")) and (match := _MARK.search(text)):
        return text[: match.start()].strip(), match["mark"].strip()
    if match := _CROSSED.match(text):
        return match["name"].strip(), match["mark"]
    if (match := _BRACKET_FIRST.match(text)) and is_beside_a_name(match["mark"]):
        return match["name"].strip(), match["mark"].strip()
    if (match := _BETWEEN.match(text)) and is_beside_a_name(match["mark"]):
        return f"{match['before']} {match['after']}", match["mark"].strip()
    if dash := _DASH.search(text):
        name, mark = text[: dash.start()], text[dash.end() :]
        if (
            is_grave(mark)
            or read(mark).excused
            or is_of_a_channel(mark)
            or _THEIRS.search(mark)
            or (len(name.split()) > 1 and (mark.islower() or (mark.isupper() and not name.isupper())))
        ):
            return name.strip(), mark.strip()
    return text, ""


def is_set_aside(mark: str) -> bool:
    """Whether a mark stands before a name only so that it comes last in the list: “zzz”, “DNU”."""
    return bool(mark) and any(map(str.isalpha, mark)) and _BEFORE.match(f"{mark} - Rosa") is not None


def is_of_an_estate(mark: str) -> bool:
    """Whether a mark says that those are written to who have what somebody left: “Exors of”, “Erben”."""
    return bool(mark) and (mark in words("names", "estates") or mark in words("names", "estates_behind"))


_THEIRS = re.compile(r"[^\W\d_]['’]s\s+(?P<what>\S+)$", re.IGNORECASE)


def is_beside_a_name(mark: str) -> bool:
    """Whether a mark says what somebody does or whose they are: “barber”, “Una’s sister”."""
    theirs = _THEIRS.search(mark)
    return (theirs["what"] if theirs else mark) in words("names", "occupations")


def is_of_a_channel(mark: str) -> bool:
    """Whether a mark tells how somebody wants to be reached: “DO NOT CALL”, “NO EMAIL”."""
    tokens = tokens_of(mark)
    return len(tokens) > 1 and not word_class("channel").isdisjoint(tokens)


def is_grave(mark: str) -> bool:
    """Whether a mark says that no card may go."""
    return bool(read(mark).findings)


def called(text: str) -> Called:
    """The name without a nickname in brackets or quotes.

    >>> called('Elizabeth "Betty" White'), called("William (Bill)"), called("Maria Lopez (deleted)").nickname
    (Called(text='Elizabeth White', nickname='Betty'), Called(text='William', nickname='Bill'), '')
    """
    if not any(one in text for one in "(\"“”„‘'") or not (match := _NICKNAME.search(text)):
        return Called(text)
    name = match["quoted"] or match["bracketed"]
    rest = on_one_line(text[: match.start()] + " " + text[match.end() :])
    whole_before = " " in text[: match.start()].strip() and not text[match.end() :].strip()
    if (
        is_grave(name)
        or name.islower()
        or is_beside_a_name(name)
        or (match["bracketed"] and whole_before and not _is_short_for(rest, name))
    ):
        return Called(text)
    return Called(rest, name)


def _is_short_for(whole: str, name: str) -> bool:
    """Whether the last word of “William Turner (Bill)” is a form of the first name, not a mark."""
    before, comma, behind = whole.partition(",")
    first = squashed((behind if comma and behind.strip() else before).split()[0])
    short = squashed(name)
    is_name = is_given(name) or short.endswith(("ie", "y", "i"))
    begins_alike = is_name and len(short) < len(first) and short[:_ALIKE] == first[:_ALIKE]
    is_begun = len(short) >= _BEGUN and first.startswith(short)
    return short in _forms_of(first) or begins_alike or is_begun


_BEGUN = 3  # letters: “Arthur Holm (Art)”
_ALIKE = 2  # letters: “Eleanor Whipple (Ellie)”


@cache
def _forms_of(first: str) -> frozenset[str]:
    return frozenset(
        squashed(form)
        for forms in vocabulary()["names"]["short_forms"]
        if first in forms.split()
        for form in forms.split()
    )


def in_care_of(text: str) -> tuple[str, str]:
    """The name, and the line of the address that says in whose care.

    >>> in_care_of("C/O Pine Lodge, Rosa Holm"), in_care_of("Rosa Holm c/o Pine Lodge")
    (('Rosa Holm', 'c/o Pine Lodge'), ('Rosa Holm', 'c/o Pine Lodge'))
    """
    if "/" not in text or not (match := _CARE_OF.match(text)):
        return text, ""
    return (match["name"] or match["name_2"]).strip(), f"c/o {(match['first'] or match['second']).strip()}"
