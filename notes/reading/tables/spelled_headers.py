"""Spelled headers: those of a table with what they leave out, and without what says nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence

from notes.language.folding import folded
from notes.reading.tables.parts import NAMED_TWICE, WORDS, Words, matter_of, words_of_header

_CONTINUED = re.compile(r"^\s*[-–]\s+(?P<rest>\S.*)$")
_BEGUN = re.compile(r"^(?P<begin>\S.*?)\s+[-–]\s+\S")


def spelled_out(headers: Sequence[str]) -> Sequence[str]:
    """The headers with what they leave out (“- City” behind “Addr 1 - Line 1”), without a tag that most of them have.

    >>> spelled_out(["Addr 1 - Line 1", "- City"]), spelled_out(["strFirst", "strLast", "lngID", "dtmIn"])
    (['Addr 1 - Line 1', 'Addr 1 - City'], ['First', 'Last', 'ID', 'In'])
    """
    begin, whole = "", []
    named = _of_a_gift(_of_two(headers))
    for header in (_with_amount(_CUSTOM.sub("", _NAMED_FIELD.sub(r"\g<name>", one))) for one in named):
        if match := _CONTINUED.match(header):
            whole.append(f"{begin} - {match['rest']}" if begin else match["rest"])
            continue
        match = _BEGUN.match(header)
        begin = match["begin"] if match else ""
        whole.append(header)
    tagged = [_TAG.match(header) for header in whole]
    if sum(map(bool, tagged)) * 10 >= 7 * sum(map(bool, whole)) > 0:
        return [header[len(tag[0]) :] if tag else header for header, tag in zip(whole, tagged, strict=True)]
    return whole


def _of_two(headers: Sequence[str]) -> Iterator[str]:
    """The headers; a second one of the same name (“First”, “& First”, “First Name” again) is of the other of two."""
    seen: dict[Words, set[str]] = {}
    for header in headers:
        bare = _AND.sub("", header)
        words = words_of_header(bare)
        spelled = {folded(one) for one in WORDS.findall(bare)}
        is_other_word = words in seen and seen[words].isdisjoint(spelled - {"name"})  # “Given Name”, “First Name”
        is_again = bool(words) and {*words} <= NAMED_TWICE and (words in seen or (bare != header and bool(seen)))
        is_again = is_again and not is_other_word
        seen.setdefault(words, set()).update(spelled)
        yield f"Person 2 {bare}" if is_again else header


def _of_a_gift(headers: Iterable[str]) -> Sequence[str]:
    """The headers; “From” and “To Street” are of who sends and who receives, where both are named with an address."""
    found = [*headers]
    both = [(match["end"].casefold(), match["what"]) for one in found if (match := _END_OF_A_GIFT.fullmatch(one))]
    sides = [{words_of_header(what) for end, what in both if end == side} for side in ("from", "to")]
    if not all(() in side and not _OF_A_PLACE.isdisjoint(side) for side in sides):
        return found
    matches = [(one, _END_OF_A_GIFT.fullmatch(one)) for one in found]
    return [f"{_ENDS_OF_A_GIFT[match['end'].casefold()]} {match['what']}" if match else one for one, match in matches]


_END_OF_A_GIFT = re.compile(r"\s*(?P<end>from|to)\b\s*(?P<what>.*?)\s*", re.IGNORECASE)
_ENDS_OF_A_GIFT = {"from": "Sender", "to": "Recipient"}
_OF_A_PLACE = frozenset([("street",), ("address",), ("city",), ("zip",)])


def _with_amount(header: str) -> str:
    """“Inv £” is the amount of an invoice, “$” alone an amount."""
    bare = _MONEY.sub("", header).strip()
    if bare == header.strip():
        return header
    kind, rest = matter_of(words_of_header(bare))
    return "Amount" if not bare else f"{bare} Amount" if kind and not rest else header


_AND = re.compile(r"^\s*(?:&|\+|and|und|et|y|e|en|og|och)\s+(?=\S)", re.IGNORECASE)
_MONEY = re.compile(r"(?:^|(?<=\s))[($€£ ]*[$€£][)]?\s*$")
_CUSTOM = re.compile(
    r"^(?:custom field|custom|cf|udf|user field|feld|champ|meta|meta data|acf|attributes?|properties)"
    r"\s*\d*\s*[:–-]\s*_?(?=\S)",
    re.IGNORECASE,
)
_NAMED_FIELD = re.compile(r"^[A-Z]{2,4}\[(?P<name>[^\]]+)\]$")  # “CFD[Customer since]”
_TAG = re.compile(r"(?:str|lng|dtm|dte|dt|cur|ysn|mem|txt|int|bln|dbl|chk|num|bool)_?(?=[A-Z])")
