"""The filters of the templates: a value in, the same value as a sentence wants it out."""

from collections.abc import Callable
from typing import Any

_UNDER_TWENTY = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ELSEWHERE = {
    "de": (
        *("kein", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
        *("dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig"),
    ),
    "fr": (
        *("aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
        *("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt"),
    ),
    "es": (
        *("ningún", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
        *("trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte"),
    ),
}
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_SILENT_H = ("hour", "honest", "honour", "honor", "heir")
_LIKE_YOU = ("uni", "use", "usu", "euro", "one", "once", "ute", "eu")


def words(number: object, language: str = "en") -> str:
    """A number as one writes it by hand, in figures where that is usual.

    >>> words(5), words(21), words(40), words(120), words(12, "de"), words(25, "fr")
    ('five', 'twenty-one', 'forty', '120', 'zwölf', '25')
    """
    if not isinstance(number, int) or not 0 <= number < 100:
        return f"{number}"
    if language != "en":
        known = _ELSEWHERE.get(language, ())
        return known[number] if number < len(known) else str(number)
    if number < len(_UNDER_TWENTY):
        return _UNDER_TWENTY[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_UNDER_TWENTY[ones]}" if ones else "")


def ordinal(number: object) -> str:
    """The number in its order.

    >>> ordinal(1), ordinal(12), ordinal(20), ordinal(25)
    ('first', 'twelfth', 'twentieth', 'twenty-fifth')
    """
    if not isinstance(number, int) or not 0 < number < 100:
        return f"{number}"
    head, hyphen, last = words(number).rpartition("-")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last.endswith("y"):
        last = last[:-1] + "ieth"
    else:
        last = last.removesuffix("ve") + "fth" if last.endswith("ve") else last + "th"
    return head + hyphen + last


def possessive(name: object) -> str:
    """What is theirs: a plural with its article takes the apostrophe alone.

    >>> possessive("Rosa"), possessive("James"), possessive("the Millers"), possessive("Anne and Tom")
    ('Rosa’s', 'James’s', 'the Millers’', 'Anne and Tom’s')
    """
    plural = f"{name}".casefold().startswith("the ") and f"{name}".endswith("s")
    return f"{name}’" if plural else f"{name}’s"


def a(thing: object) -> str:
    """The thing with its article, by sound.

    >>> a("oak table"), a("hour"), a("used car"), a("new roof")
    ('an oak table', 'an hour', 'a used car', 'a new roof')
    """
    word = f"{thing}".casefold()
    vowel = word.startswith(_SILENT_H) or (word[:1] in set("aeiou") and not word.startswith(_LIKE_YOU))
    return f"{'an' if vowel else 'a'} {thing}"


def agree(value: object, one: str, many: str) -> str:
    """The word that agrees: with a number, or with one name or several.

    >>> agree(1, "year", "years"), agree("Mia", "has", "have"), agree("Mia and Tom", "has", "have")
    ('year', 'has', 'have')
    """
    if isinstance(value, int):
        return one if value == 1 else many
    return many if " and " in f"{value}" or " & " in f"{value}" else one


def start(value: object) -> str:
    """The text as a sentence begins.

    >>> start("the new kitchen")
    'The new kitchen'
    """
    text = f"{value}"
    return text[:1].upper() + text[1:]


# How many words of its own a filter takes.
ARGUMENTS = {"agree": (2,), "words": (0, 1)}
FILTERS: dict[str, Callable[..., Any]] = {
    "words": words,
    "ordinal": ordinal,
    "possessive": possessive,
    "a": a,
    "agree": agree,
    "start": start,
}
