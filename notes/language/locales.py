"""Locales: what Babel knows of a language: its months and days, its names of countries, and how it joins a list.

Babel is imported when it is first needed: most months of most offices need little of it.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from notes.kept import kept
from notes.language.folding import squashed

if TYPE_CHECKING:
    from babel import Locale

# The languages in which we read what offices write; those of the notes come first.
READ = ("en", "de", "fr", "es", "en_GB", "de_AT", "it", "nl", "pt", "sv", "nb", "da", "cs", "pl")
_OTHER_MONTHS = {"febr": 2, "mrz": 3}  # short forms in use that Babel has not
_VOWEL_I = ("i", "í", "hi", "hí")
_DIPHTHONG_I = ("hia", "hie", "ia", "ie", "io")


@cache
def locale_of(language: str) -> "Locale":
    """The locale of a language; English where there is no such language."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def month_name(number: int, language: str = "en") -> str:
    """The name of a month as written in a sentence.

    >>> month_name(3), month_name(3, "de"), month_name(3, "fr"), month_name(3, "es")
    ('March', 'März', 'mars', 'marzo')
    """
    return str(locale_of(language).months["format"]["wide"][number])


def month_spellings(language: str) -> Mapping[str, int]:
    """Every name of a month in a language, whole and short, with its number.

    >>> month_spellings("de")["Dez."], month_spellings("fr")["janvier"]
    (12, 1)
    """
    months = locale_of(language).months
    every = [months[use][width] for use in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    return {name: number for names in every for number, name in names.items()}


@cache
def month_number(name: str) -> int | None:
    """The number of a month by its name, whole or short, with accents or without, in any language that we read.

    >>> month_number("Aug."), month_number("février"), month_number("fevrier"), month_number("Marsh")
    (8, 2, 2, None)
    """
    return _numbers().get(squashed(name))


@cache
def _numbers() -> Mapping[str, int]:
    """The names of the months as they are compared; what fourteen languages have of Babel is worked out once."""
    babel = find_spec("babel")
    files = [
        Path(__file__),
        Path(__file__).with_name("folding.py"),
        Path(str(babel and babel.origin)),
    ]  # has its version
    return kept("months", [file.read_bytes() for file in files], _worked_out)


def _worked_out() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for language in reversed(READ):  # the first has the last word
        found |= {squashed(name): number for name, number in month_spellings(language).items()}
    return found | _OTHER_MONTHS


def country_names(language: str) -> Mapping[str, str]:
    """The names of the countries and regions in a language, by their ISO codes."""
    return locale_of(language).territories


def listed(items: Iterable[object], language: str = "en") -> str:
    """“A, B and C” as a language joins them; English without a comma before the last.

    >>> listed([1, 5, 10]), listed(["Anne", "Tom"], "fr"), listed(["Eva", "Inés"], "es"), listed([])
    ('1, 5 and 10', 'Anne et Tom', 'Eva e Inés', '')
    """
    from babel.lists import format_list

    texts = [str(item) for item in items]
    if language == "es" and len(texts) > 1 and _begins_with_i(texts[-1]):
        return f"{', '.join(texts[:-1])} e {texts[-1]}"  # no “y” before another i
    return format_list(texts, locale=locale_of("en_GB" if language == "en" else language))


def _begins_with_i(word: str) -> bool:
    word = word.casefold()
    return word.startswith(_VOWEL_I) and not word.startswith(_DIPHTHONG_I)
