"""Cell texts: what an office types and pastes, without what nobody can see."""

import re
import unicodedata
from collections.abc import Iterator

# What a spreadsheet shows in place of a value that could not be worked out.
ERROR_VALUES = frozenset(
    [
        "#N/A",
        "#REF!",
        "#NAME?",
        "#VALUE!",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#FIELD!",
    ]
)
# What people write where they have nothing to write. “NA” is a name.
NOTHING = frozenset(["-", "--", "—", "–", "n/a", "none", "null", "nil", "(none)", "(blank)", "?", "tbd", "nan"])

_GUARDED = re.compile(r'="(?P<in_formula>[^"]*)"|="{2}(?P<twice>[^"]*)"{2}')
_ODD_LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_KEPT_FORMAT = "\u200c\u200d"  # joiners that some scripts and emoji need


def cleaned(text: str) -> str:
    r"""The text in NFC on one or more lines, trimmed, its spaces single and plain, nothing invisible in it.

    >>> cleaned("  Frank\xa0"), cleaned("Smith\u200b"), cleaned('="02113"'), cleaned("'98052")
    ('Frank', 'Smith', '02113', '98052')
    """
    if text.isascii() and text.isprintable():
        text = text.strip()
        if "  " not in text and text[:1] not in ("'", "="):
            return text
    text = _ODD_LINE_BREAK.sub("\n", unicodedata.normalize("NFC", text))
    text = "".join(one for one in text if one in "\n\t" or one in _KEPT_FORMAT or not is_invisible(one))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return unguarded("\n".join(lines).strip(f"\n {_KEPT_FORMAT}"))


def is_invisible(one: str) -> bool:
    """Control, format, private and unassigned characters: none of them belongs on paper."""
    return unicodedata.category(one) in ("Cc", "Cf", "Co", "Cn", "Cs")


def unguarded(text: str) -> str:
    """The text without the guards that programs put around a value so that a spreadsheet leaves it alone.

    >>> unguarded('=""0053""'), unguarded("'02113"), unguarded("'t Hart")
    ('0053', '02113', "'t Hart")
    """
    while True:
        if match := _GUARDED.fullmatch(text):
            text = (match["in_formula"] or match["twice"] or "").strip()
        elif text[:1] == "'" and (text[1:2].isdigit() or text[1:2] in ("+", "=", "-", "@") or text[1:2].isupper()):
            text = text[1:].lstrip()
        else:
            return text


def is_formula(text: str) -> bool:
    """Whether a text is a formula that should have been worked out, not something that a person is called.

    >>> is_formula("=cmd|'/C calc'!A0"), is_formula("="), is_formula("@Home Cafe"), is_formula("-Dash Designs-")
    (True, True, False, False)
    """
    return text.startswith("=") and not _GUARDED.fullmatch(text)


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as one text.

    >>> sorted(word_set("an apple a day"))
    ['a', 'an', 'apple', 'day']
    """
    return frozenset(text.split())


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def pieces_of(text: str, most: int) -> Iterator[str]:
    """A long text in pieces of at most so many letters, each ending with a line or a sentence, or else with a word.

    >>> list(pieces_of("He moved. She stays on.", 12))
    ['He moved.', ' She stays ', 'on.']
    """
    begin = 0
    while len(text) - begin > most:
        piece = text[begin : begin + most]
        end = max(piece.rfind("\n"), piece.rfind(". ")) + 1 or piece.rfind(" ", 1) + 1 or most
        yield piece[:end]
        begin += end
    yield text[begin:]


def short(value: object, most: int = 60) -> str:
    """A value as it can be quoted in a sentence."""
    text = on_one_line(str(value))
    return text if len(text) <= most else text[: most - 1] + "…"
