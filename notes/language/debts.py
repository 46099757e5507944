"""Debts: which of them are a trifle that will be paid at the next visit, and no quarrel."""

import re
from collections.abc import Sequence
from itertools import takewhile

from notes.language.lexicon import word_class
from notes.language.phrases import STRONG, WEAK

LARGE = 100  # in whatever money: so much is no trifle
_FEW = 4  # words of one who owes for a thing, “owes us for two coffees”
_SUM = re.compile(
    r"(?:[$£€]|\b(?:usd|eur|gbp)\s?)\s?(?P<before>\d[\d.,]*\d|\d)"
    r"|\b(?P<behind>\d[\d.,]*\d|\d)\s?(?:[$£€]|(?:dollars?|bucks?|euros?|eur|pounds?|quid|cents?|pence|p)\b)"
    r"|\b(?:ow(?:es|ed|ing)|schuldet|doit|debe)\s+(?:[^\W\d]+\s+){0,2}(?P<bare>\d[\d.,]*\d|\d)"
    r"(?=\s*(?:$|[,.;!)]|(?:for|from|to|on|till|next|für|von|pour|de|por|del)\b))",
    re.IGNORECASE,
)
_CENTS = re.compile(r"[.,]\d{1,2}$")


def is_a_trifle(words: Sequence[str], before: Sequence[str], behind: Sequence[str], text: str) -> bool:
    """Whether words of owing tell of a few dollars, or of what something small cost, and of nothing graver.

    >>> is_a_trifle(["owes", "#"], [], ["for", "raffle"], "owes $11 for raffle")
    True
    >>> is_a_trifle(["owes", "#"], [], ["since", "may"], "owes $11 since May")
    False
    """
    if not {*words} <= word_class("owing") | word_class("owing_about") | {"#"}:
        return False
    near = [*before, *words, *takewhile(lambda word: word != STRONG, behind)]
    if not word_class("overdue").isdisjoint(near):
        return False
    sums = [_amount(match) for match in _SUM.finditer(text)]
    if sums:
        return max(sums) < LARGE
    if word_class("money").isdisjoint(near) and not word_class("wares").isdisjoint(before):
        return True
    return "#" not in words and _is_for_a_thing(words, behind)


def owes_a_trifle(row: Sequence[str], text: str) -> bool:
    """Whether a cell that only names it, as “owes $11”, “order here, unpaid”, tells of a trifle."""
    places = [place for place, word in enumerate(row) if word in word_class("owing")]
    return bool(places) and all(is_a_trifle(row[one : one + 1], row[:one], row[one + 1 :], text) for one in places)


def is_in_passing(row: Sequence[str]) -> bool:
    """Whether a sentence of a longer note tells of money that is yet to come, and of no quarrel about it.

    >>> is_in_passing(["he", "has", "not", "paid", "for", "the", "first", "visit"])
    True
    >>> is_in_passing(["refused", "to", "pay", "for", "the", "first", "visit"])
    False
    """
    return not word_class("paying").isdisjoint(row) and word_class("unpayable").isdisjoint(row)


def _is_for_a_thing(words: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether it is told what for, and that is no rent and no invoice: “owes us for two coffees”."""
    those = [*words, *takewhile(lambda word: word not in (STRONG, WEAK), behind)]
    if "for" not in those:
        return False
    what = those[those.index("for") + 1 :]
    return 0 < len(what) <= _FEW and word_class("money").isdisjoint(what)


def _amount(match: re.Match[str]) -> int:
    """The whole of a sum: “1,240.50” is 1240, “3,50” is 3."""
    told = next(one for one in match.groups() if one)
    return int("".join(filter(str.isdigit, _CENTS.sub("", told))))
