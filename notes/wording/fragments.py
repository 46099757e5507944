"""Text of the file made fit for the middle of a sentence, or left out where it cannot be.

A fragment is what would follow “Thank you for …”: “the new kitchen”, “two loaves every Friday”. Codes, prices, web
addresses and whole sentences are not fragments. A name keeps its capitals; the person's own sentence keeps everything.
"""

import re
import unicodedata

from notes.language.locales import listed
from notes.wording.given_names import names_in, with_suffix


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LONGEST_FRAGMENT = 80

_NOT_WRITTEN = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]")
_ASIDE = re.compile(r"\s*[(\[{][^)\]}]*[)\]}]?")
_TRIMMED = ' .,;:!?-–—*•"“”/|+&#_~=<>'
_UNFIT = re.compile(
    r"#\s*\d|\b(?!\d+-[a-z]{3,}\b)(?=\w*\d)(?=[\w-]*[A-Za-z])\w+[-_/]\w+"  # a code, but for a 5,000-piece jigsaw
    r"|\b[A-Z]+[-_]?\d{2,}\w*|\d{5,}|\b\d+[A-Z]{2,}\d*\b"
    r"|[$€£¥%]|\b(?:USD|EUR|GBP|CHF)\b|\d+[.,]\d{2}\b"  # an amount
    r"|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|\b\d+\s?x\b|\bx\s?\d+\b"  # a date or a count, as a file has it
    r"|\bSKU\b|@|https?:|www\.|\.(?:com|org|net)\b|[{}<>\\|_=;]"
)
_SENTENCE = re.compile(
    r"[.!?:]\s+\S"
    r"|\b(?:i|we|he|she|they|it|who)\s+(?:\w+ed|is|was|has|had|have|are|were|will|said|told|likes?|wants?|loves?)\b"
    r"|\s(?:died|left|moved|passed|passed away|born|is|was|are|were|has|had)$",
    re.IGNORECASE,
)
_NOTHING = _words("- -- n/a na none nil tbd tba ? x y n yes no unknown null nan true false 0 1 ... see notes test")
_DETERMINERS = _words(
    "a an the your their our his her its my this that these those some all both every each no many several another "
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
)
_POSSESSIVE = _words("his her their my")
_PREPOSITIONS = _words("in on at to for with from by through across around along over up down about")
_VERBS = _words("had bought got was were is are has have ordered went did wants wanted needs asked paid died")
_NOUNS_IN_ING = _words(
    "wedding painting building ceiling opening awning railing clothing dressing evening morning ring"
)
_RELATIVES = _words(
    "mother father mom mum dad daughter son sister brother husband wife partner grandmother grandfather grandma "
    "grandpa aunt uncle cousin niece nephew granddaughter grandson stepson stepdaughter parents family child children "
    "fiancé"
)
# Words that begin a cell with a capital, and are not names.
_EVERYDAY = _words(
    "oak walnut cherry maple leather silver gold wool silk kitchen bathroom garden roof boiler car house home wedding "
    "birthday cake bread haircut painting frame table chair window windows door floor fence deck garage heating "
    "furnace engine brakes tires annual accounts tax taxes return new old first last big little long short good early "
    "late full complete custom monthly weekly daily spring summer autumn winter sailing music chamber running walking "
    "hiking skiing reading cooking baking gardening fishing golf tennis books roses flowers dogs cats horses birds "
    "bird trains old-time jazz opera theater knitting quilting trip holiday vacation visit journey cruise week "
    "weekend month year loss death passing knee hip heart surgery operation graduation retirement baby move moving "
    "starting finishing winning being going having making taking best top marathon exhibition award prize degree law "
    "nursing medical school college repair service remodel website logo portrait photos photographs vaccination "
    "check-up checkup cleaning installation replacement delivery"
)


def tidy_text(text: str) -> str:
    """The text in NFC, with single spaces and nothing that cannot be written."""
    return " ".join(_NOT_WRITTEN.sub("", unicodedata.normalize("NFC", text)).split())


def tidy_sentence(text: str) -> str:
    """The person's own sentence, with a capital and a full stop.

    >>> tidy_sentence("the sign looks wonderful")
    'The sign looks wonderful.'
    """
    text = tidy_text(text)
    if text.casefold() in _NOTHING or not any(letter.isalpha() for letter in text):
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…”\"'’)" else text.rstrip(" ,;:-–") + "."


def tidy_name(text: str) -> str:
    """A name or several, or a relative, as one says them.

    >>> tidy_name("MIA, Tom "), tidy_name("Bella (beagle)"), tidy_name("her mother"), tidy_name("n/a")
    ('Mia and Tom', 'Bella', 'your mother', '')
    """
    text = _ASIDE.sub("", tidy_text(text)).strip(_TRIMMED)
    if is_unfit(text) or any(letter.isdigit() for letter in text) or _SENTENCE.search(text):
        return ""
    names = [_name(name) for name in re.split(r"\s*[,/&+]\s*(?:and\s+)?|\s+and\s+", text) if name.strip(_TRIMMED)]
    return listed([with_suffix(name) for name in names])


def tidy_given(text: str, *, of_pet: bool = False) -> str:
    """The name or names of a child, a pet or a partner; "" where the cell holds anything else.

    >>> tidy_given("MIA, Tom "), tidy_given("Bella (beagle)", of_pet=True), tidy_given("two boys")
    ('Mia and Tom', 'Bella', '')
    """
    text = _ASIDE.sub("", tidy_text(text))
    return "" if is_unfit(text) else listed(names_in(text, of_pet=of_pet))


def _name(text: str) -> str:
    text = " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in text.strip().split())
    first, _, rest = text.partition(" ")
    if first.casefold() in _RELATIVES:
        return f"your {first.casefold()} {rest}".strip()
    if first.casefold() in _POSSESSIVE:
        return f"your {rest}"
    if first.casefold() in _DETERMINERS | {"our"}:
        return f"{first.casefold()} {rest}"
    return text[:1].upper() + text[1:] if text.islower() else text


def tidy_fragment(name: str, text: str, language: str, others: bool = False) -> str:
    """A fragment that can follow “Thank you for” or “How was”; "" where the text is none.

    `others` tells that it happened to somebody else, so that “her” is not the reader.

    >>> tidy_fragment("about", "The new kitchen.", "en"), tidy_fragment("bought", "oak table", "en")
    ('the new kitchen', 'the oak table')
    """
    text = _ASIDE.sub("", tidy_text(text)).strip(_TRIMMED)
    if is_unfit(text) or _SENTENCE.search(text):
        return ""
    text = _calm(text)
    return _in_english(name, text, others) if language == "en" else text


def is_unfit(text: str) -> bool:
    """Whether a text fits into no sentence: a code, an amount, or nothing at all."""
    letters = sum(letter.isalpha() for letter in text)
    too_long = len(text) > LONGEST_FRAGMENT
    return too_long or letters < 2 or text.casefold() in _NOTHING or _UNFIT.search(text) is not None


def _calm(text: str) -> str:
    """Nothing is shouted: capitals throughout become small, a long word in capitals a name."""
    if text.isupper() and len(text) > 4:
        return text.lower()
    return " ".join(word.capitalize() if word.isupper() and len(word) > 4 else word for word in text.split())


def _in_english(name: str, text: str, others: bool) -> str:
    first, _, rest = text.partition(" ")
    if first.casefold() in _VERBS:
        return ""
    if first.casefold() in _DETERMINERS | _PREPOSITIONS | _EVERYDAY:
        first = first.casefold()
    if first in _POSSESSIVE and not (others and first != "my"):
        first = "your"
    if not others and not names_whose(text):
        rest = re.sub(r"\b(of|for|with|to) (?:his|her|their)\b", r"\1 your", rest)
    text = f"{first} {rest}".strip()
    if name == "trip":
        return _as_trip(first, rest, text)
    if (
        name == "likes"
        or first.split("-")[0] in _DETERMINERS | _PREPOSITIONS
        or _is_possessive(first)
        or _is_doing(first, rest)
    ):
        return text
    return text if first[0].isupper() and name != "bought" else f"the {text}"


def names_whose(text: str) -> bool:
    """Whether a pronoun may be of somebody who is named before it.

    >>> names_whose("Tom’s move to his new house"), names_whose("the move to his new house")
    (True, False)
    """
    return _NAMED_BEFORE.search(text) is not None


_NAMED_BEFORE = re.compile(r"\b[A-ZÀ-Þ][\w-]*[’']s\b.*\b(?:he|she|him|his|her|their)\b")


def _is_possessive(word: str) -> bool:
    return word.endswith(("’s", "'s", "s’", "s'"))


def _is_doing(first: str, rest: str) -> bool:
    """“passing the bar exam”, “painting two rooms”, which have no article; but “the painting of two rooms”."""
    second = rest.partition(" ")[0].casefold()
    a_thing = second in _DETERMINERS | _PREPOSITIONS or second.endswith(("s", "ed")) or rest[:1].isupper()
    several = rest.endswith("s") or " " in rest
    may_be = first.endswith("ing") and (first not in _NOUNS_IN_ING or second in _DETERMINERS)
    return may_be and bool(rest) and (a_thing or several)


def _as_trip(first: str, rest: str, text: str) -> str:
    if first in {"back", "off", "just"}:
        return ""
    if first in {"a", "an"}:
        return f"your {rest}"
    if first in _PREPOSITIONS:
        return f"your {'trip' if first in {'to', 'through', 'across', 'around', 'along'} else 'time'} {text}"
    if first in _DETERMINERS or first[:1].isupper() or _is_doing(first, rest):
        return text
    return f"your {text}"
