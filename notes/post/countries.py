"""Countries: from the names and codes that people write to ISO 3166, and back to the line on an envelope."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from notes.language.folding import squashed
from notes.language.locales import country_names
from notes.resources import table_beside

_LANGUAGES = ("en", "de", "fr", "es")


# What stands on cars, and before postal codes.
_ON_CARS = {
    "d": "DE", "a": "AT", "f": "FR", "i": "IT", "e": "ES", "b": "BE", "l": "LU", "s": "SE", "n": "NO", "p": "PT",
    "h": "HU", "fl": "LI", "irl": "IE", "fin": "FI", "slo": "SI", "gbr": "GB", "cdn": "CA", "aus": "AU",
}  # fmt: skip


@cache
def country_code(text: str) -> str:
    """The ISO code of a country, or the text as it is where none is known.

    >>> country_code("USA"), country_code("Česko"), country_code("Pologne"), country_code("Ruritania")
    ('US', 'CZ', 'PL', 'Ruritania')
    """
    name = squashed(text)
    if not name:
        return text
    if len(name) == 2 and is_code(name.upper()):
        return name.upper()
    if name in _ON_CARS:
        return _ON_CARS[name]
    return _written().get(name) or next(filter(None, (_named(language).get(name) for language in _LANGUAGES)), text)


def is_country(text: str) -> bool:
    """Whether a text can only be a country: CA and DE are more often a state, Granada in Spanish more often the town.

    >>> is_country("Deutschland"), is_country("UK"), is_country("DE"), is_country("Granada")
    (True, True, False, False)
    """
    name = squashed(text)
    return name.isalpha() and not is_code(name.upper()) and (name in _written() or name in _by_post())


def country_line(country: str) -> str:
    """The last line of an address abroad, in capitals.

    >>> country_line("FR"), country_line("CZ"), country_line("Ruritania")
    ('FRANCE', 'CZECH REPUBLIC', 'RURITANIA')
    """
    return (_post_name(country) if is_code(country) else country).upper()


def is_code(country: str) -> bool:
    return country in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(_table()["codes"])


def _post_name(code: str) -> str:
    """The English name of a country as it stands on an envelope."""
    return str(_table()["post"].get(code) or country_names("en")[code])


@cache
def _written() -> Mapping[str, str]:
    """The codes by what people write besides the usual names, squashed."""
    written = {squashed(name): code for code, names in _table()["written"].items() for name in names}
    return written | {squashed(name): code for code, name in _table()["post"].items()}


@cache
def _by_post() -> Mapping[str, str]:
    return {squashed(_post_name(code)): code for code in _codes()}


@cache
def _named(language: str) -> Mapping[str, str]:
    """The codes by the names of a language, squashed."""
    names = country_names(language)
    return {squashed(names[code]): code for code in sorted(_codes())}


def _table() -> Mapping[str, Any]:
    return table_beside(__file__, "countries.toml")
