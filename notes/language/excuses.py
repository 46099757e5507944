"""Excuses: why words that would say something say nothing: an idiom, a denial, a trade, or something that is over."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import takewhile

from notes.language.folding import folded
from notes.language.lexicon import Scope, Section, word_class
from notes.language.phrases import STRONG, WEAK, Phrase

Candidates = Collection[tuple[Section, Phrase]]


def idioms_in(row: str, candidates: Candidates) -> list[re.Match[str]]:
    """The idioms that mean nothing of the kind; “contact by mail” is not one after a “not”."""
    found = (
        match for (section, _), phrase in candidates if section == "harmless" for match in phrase.pattern.finditer(row)
    )
    return [match for match in found if row[: match.start()].split()[-1:] not in (["not"], ["never"])]


def is_excused(section: str, match: re.Match[str], row: str, text: str, idioms: Sequence[re.Match[str]]) -> bool:
    """Whether the words are negated, part of an idiom, or of the name of a place or a trade."""
    if any(_takes_in(idiom, match) for idiom in idioms) or _is_negated(row[: match.start()]):
        return True
    if _is_a_name(section, match[0], row[match.end() :]) or _is_read_of(section, row[: match.start()]):
        return True
    return _leads_elsewhere(row, match, text)


_MOVED_TO = re.compile(r"(?i:mov\w+|shift\w+|reloc\w+)\s+to\s+(?P<where>[A-ZÀ-Þ][a-zà-ÿ’'-]+)")


def _leads_elsewhere(row: str, match: re.Match[str], text: str) -> bool:
    """Whether somebody moved to something that is not a place to live: “moved to C14”, “moved to daily disposables”."""
    words = match[0].split()
    if len(words) != 2 or words[1] != "to" or words[0] not in word_class("move"):
        return False
    behind = row[match.end() :].split()[:3]
    if not word_class("dwelling").isdisjoint(behind):
        return False
    named = _MOVED_TO.search(text)
    return not named or folded(named["where"]) in word_class("not_places")


def _takes_in(idiom: re.Match[str], match: re.Match[str]) -> bool:
    """Whether an idiom holds the words, or begins before them, or is the longer, where the two only overlap."""
    if idiom.start() <= match.start() and match.end() <= idiom.end():
        return True
    longer = len(idiom[0].split()) - len(match[0].split())
    return idiom.start() < match.end() and match.start() < idiom.end() and longer >= (idiom.start() > match.start())


def settled_in(row: str, candidates: Candidates) -> set[str]:
    """The sections of which the text says that it is over, or was a mistake."""
    over = set()
    for (section, scope), phrase in candidates:
        if scope is Scope.SETTLED and section not in over:
            for match in phrase.pattern.finditer(row):
                before = [word for word in row[: match.start()].split() if word not in word_class("adverbs")]
                behind = row[match.end() :].split()[:1]
                if word_class("unsettled").isdisjoint(before[-1:]) and word_class("denying").isdisjoint(behind):
                    over.add(section)
    return over


def _is_a_name(section: str, words: str, after: str) -> bool:
    """Whether the words are part of the name of a place or a trade: “Widow's Walk Ln”, “oncology nurse”."""
    if section in ("refusal", "moved", "closed") or words.endswith("# "):
        return False
    behind = [word for word in after.split()[:3] if word != "'s"]
    near = list(takewhile(lambda one: one not in _ends_of_names(), behind[:2]))
    if not word_class("trade").isdisjoint(near):
        return True
    return section != "dispute" and not word_class("place").isdisjoint(near)


@cache
def _ends_of_names() -> frozenset[str]:
    return word_class("common") | word_class("told_of") | {STRONG, WEAK}


def _is_read_of(section: str, before: str) -> bool:
    """Whether the words are what somebody reads, sees or collects: “reads obituaries”."""
    if section in ("refusal", "moved", "closed", "dispute"):
        return False
    near = takewhile(lambda one: one not in (STRONG, WEAK, "#"), reversed(before.split()[-4:]))
    between = list(takewhile(lambda one: one not in word_class("frame"), words := list(near)))
    told_of = word_class("told_of") | word_class("kin") | word_class("pet")
    return len(between) < len(words) and told_of.isdisjoint(between)


def _is_negated(before: str) -> bool:
    near = before.replace(f" {WEAK} ", f" {STRONG} ")
    words = clause(near)[-3:]
    return bool(set(words) & word_class("negation")) and not set(words) & word_class("doubt")


def clause(before: str) -> list[str]:
    """The words since the last full stop."""
    return before.rpartition(f" {STRONG} ")[2].split()
