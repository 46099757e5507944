"""Text of the file made fit for the middle of a sentence, or left out where it cannot be.

A fragment is what would follow “Thank you for …”: “the new kitchen”, “two loaves every Friday”. Codes, prices, web
addresses and whole sentences are no fragments. A name keeps its capitals; the person's own sentence keeps everything.
"""

import re
import unicodedata


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOT_WRITTEN = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_CODE = re.compile(
    r"#\s*\d|\b(?=\w*\d)(?=\w*[A-Za-z])\w+[-_/]\w+|\b[A-Z]{2,}[-_]?\d{2,}\w*|\b\d{5,}\b|\b\d+[A-Z]{2,}\d*\b"
)
_MONEY = re.compile(r"[$€£¥]|\b(USD|EUR|GBP|CHF)\b|\d+[.,]\d{2}\b")
_WEB = re.compile(r"@|https?:|www\.|\.com\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"[.!?;:]\s+\S|\b(I|we|he|she|they|it)\s+(\w+ed|is|was|has|had|have|are|were|will|said|told)\b", re.IGNORECASE
)
_NOTHING = {"", "-", "--", "n/a", "na", "none", "nil", "tbd", "tba", "?", "x", "yes", "no", "unknown", "null", "nan"}
_SMALL = _words(
    "a an the your their our his her its my this that these those some two three four five six seven eight nine ten "
    "in on at to for with from by of as and new old first last big little long short good early late all both "
    "being going having making taking getting moving running walking"
)
_DETERMINERS = _words(
    "a an the your their our his her its my this that these those some all both every each no many several "
    "two three four five six seven eight nine ten eleven twelve"
)
_PREPOSITIONS = _words("in on at to for with from by through across around along over up down about")
_VERBS = _words("had bought got was were is are has have ordered went did wants wanted needs asked paid")
LONGEST_FRAGMENT = 80


def tidy_text(text: str) -> str:
    """NFC, one space between words, and nothing that cannot be written."""
    return " ".join(_NOT_WRITTEN.sub("", unicodedata.normalize("NFC", text)))


def tidy_sentence(text: str) -> str:
    """The person's own sentence, with a full stop at its end."""
    text = tidy_text(text)
    if not text or text.casefold() in _NOTHING:
        return ""
    return text if text[-1] in ".!?…”\"'’)" else text + "."


def tidy_name(text: str) -> str:
    """A name or several, as one says them.

    >>> tidy_name("MIA, Tom "), tidy_name("Bella (beagle)"), tidy_name("n/a")
    ('Mia and Tom', 'Bella', '')
    """
    text = _ASIDE.sub("", tidy_text(text)).strip(" .,;:!-")
    if text.casefold() in _NOTHING or _CODE.search(text) or _WEB.search(text) or len(text) > LONGEST_FRAGMENT:
        return ""
    if text.isupper() and len(text) > 2:
        text = text.title()
    names = [name for name in re.split(r"\s*[,;/&+]\s*(?:and\s+)?", text) if name]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def tidy_fragment(name: str, text: str, language: str) -> str:
    """A fragment that can follow “Thank you for” or “How was”; "" where the text is none.

    >>> tidy_fragment("about", "The new kitchen.", "en"), tidy_fragment("bought", "oak table", "en")
    ('the new kitchen', 'the oak table')
    """
    text = _ASIDE.sub("", tidy_text(text)).strip(" .,;:!-")
    if text.casefold() in _NOTHING or len(text) > LONGEST_FRAGMENT:
        return ""
    if any(pattern.search(text) for pattern in (_CODE, _MONEY, _WEB, _SENTENCE)):
        return ""
    text = _calm(text)
    return _as_english(name, text) if language == "en" else text


def _calm(text: str) -> str:
    """Nothing is shouted: capitals throughout become small, a long word in capitals a name."""
    if text.isupper() and len(text) > 4:
        return text.lower()
    return " ".join(word.capitalize() if word.isupper() and len(word) > 4 else word for word in text)


def _as_english(name: str, text: str) -> str:
    first, _, rest = text.partition(" ")
    if first.casefold() in _VERBS:
        return ""
    if first.casefold() in _SMALL | _DETERMINERS | _PREPOSITIONS:
        first = first.casefold()
    if first in {"his", "her", "their", "my"}:
        first = "your"
    text = f"{first} {rest}".strip()
    if name == "trip":
        return _as_trip(first, rest, text)
    if name == "bought" and first not in _DETERMINERS and not first.endswith(("’s", "'s", "s’")):
        return f"the {text}"
    return text


def _as_trip(first: str, rest: str, text: str) -> str:
    if first in {"a", "an"}:
        return f"your {rest}"
    if first in _PREPOSITIONS:
        return f"your {'trip' if first in {'to', 'through', 'across', 'around', 'along'} else 'time'} {text}"
    if first in _DETERMINERS or first[:1].isupper():
        return text
    return f"your {text}"
