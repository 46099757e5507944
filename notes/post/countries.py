"""Countries: from the names and codes that people write to ISO 3166, and back to the line on an envelope."""

from collections.abc import Mapping
from functools import cache

from notes.language.texts import squashed
from notes.resources import table_beside


def _by_code() -> Mapping[str, list[str]]:
    return table_beside(__file__, "countries.toml")


@cache
def _by_name() -> Mapping[str, str]:
    names = {squashed(name): code for code, names in _by_code().items() for name in names}
    return names | {code.casefold(): code for code in _by_code()}


@cache
def country_code(text: str) -> str:
    """The ISO code of a country, or the text as it is where none is known.

    >>> country_code("USA"), country_code("Česko"), country_code("Ruritania")
    ('US', 'CZ', 'Ruritania')
    """
    return _by_name().get(squashed(text), text) if text else ""


def is_country(text: str) -> bool:
    """Whether a text is the name or three letters of a country: CA and DE are more often a state."""
    return len(squashed(text)) > 2 and squashed(text) in _by_name()


def country_line(country: str) -> str:
    """The last line of an address abroad, in capitals.

    >>> country_line("FR"), country_line("Ruritania")
    ('FRANCE', 'RURITANIA')
    """
    return (_by_code()[country][0] if country in _by_code() else country).upper()


def is_code(country: str) -> bool:
    return country in _by_code()
