"""Postal codes: text with their zeros, and what to say where a spreadsheet has dropped the zeros."""

import re
from functools import cache, lru_cache

from notes.language.folding import squashed
from notes.language.texts import cleaned
from notes.post.addresses import country_rules

# How many digits a code has, where all codes are digits and some begin with 0.
_DIGITS = {
    "US": 5, "PR": 5, "DE": 5, "FR": 5, "IT": 5, "ES": 5, "FI": 5, "MX": 5, "EE": 5, "HR": 5, "MY": 5, "TR": 5,
    "UA": 5, "CZ": 5, "SK": 5, "PL": 5, "GR": 5, "SE": 5, "NO": 4, "AU": 4, "NZ": 4, "ZA": 4, "BG": 4, "IS": 3,
    "SG": 6, "RO": 6, "CN": 6, "RU": 6, "PT": 7, "JP": 7, "BR": 8,
}  # fmt: skip
_LOST = "Spreadsheets drop the zero from the front of a number. Format the column as text and type {code}."


@lru_cache(maxsize=8_000)
def postal_code(text: str, country: str, region: str) -> tuple[str, str, str]:
    """The code, and a remark with its remedy where it was mended or looks too short.

    >>> postal_code("2113", "US", "MA")[0], postal_code("7611", "US", "TX")[0], postal_code("60316.0", "DE", "")[0]
    ('02113', '7611', '60316')
    """
    code = re.sub(r"\.0+$", "", cleaned(text))
    if code.islower() and (spelled := code.upper()) and country_shown(spelled, region):
        code = spelled
    length = _DIGITS.get(country)
    if length is None or not code.isdigit() or len(code) == length:
        return code, "", ""
    if country in ("US", "PR") and len(code) in (8, 9):
        nine = code.zfill(9)
        whole = f"{nine[:5]}-{nine[5:]}"
        return (
            whole,
            "" if len(code) == 9 else f"“{code}” has lost its leading zero and is read as {whole}.",
            _LOST.format(code=whole),
        )
    if length - 2 <= len(code) < length:
        padded = code.zfill(length)
        if _belongs(padded, country, region):
            whole = _punctuated(padded, country)
            return whole, f"“{code}” has lost its leading zero and is read as {whole}.", _LOST.format(code=whole)
        place = region or "the place"
        remedy = f"Look up the code and type all {length} digits."
        return code, f"“{code}” is too short, and {padded} would not be in {place}.", remedy
    return code, f"“{code}” does not have {length} digits.", "Look up the code and type it in full."


_CANADIAN = re.compile(r"[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d")
_PROVINCES = frozenset(["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"])
_AUSTRALIAN = re.compile(r"\d{3,4}")
_STATES_OF_AUSTRALIA = frozenset(["ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC"])
_BRITISH = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
_IRISH = re.compile(r"(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?(?=[A-Z]*\d)[\dA-Z]{4}")


@lru_cache(maxsize=8_000)
def country_shown(code: str, region: str = "") -> str:
    """The country that a code alone shows, or with its region; "" where it may be one of several.

    >>> country_shown("V8V 1A1", "BC"), country_shown("3550", "VIC"), country_shown("YO17 7HT"), country_shown("44301")
    ('CA', 'AU', 'GB', '')
    """
    code, region = code.upper(), region.upper()
    if _CANADIAN.fullmatch(code):
        return "CA" if region in _PROVINCES or not region else ""
    if _AUSTRALIAN.fullmatch(code):
        is_western = region == "WA" and code.startswith("6")  # WA is Washington as well
        return "AU" if region in _STATES_OF_AUSTRALIA or is_western else ""
    if _BRITISH.fullmatch(code):
        return "GB"
    return "IE" if _IRISH.fullmatch(code) else ""


def _punctuated(code: str, country: str) -> str:
    match country:
        case "PT":
            return f"{code[:4]}-{code[4:]}"
        case "JP":
            return f"{code[:3]}-{code[3:]}"
        case "BR":
            return f"{code[:5]}-{code[5:]}"
        case "PL":
            return f"{code[:2]}-{code[2:]}"
    return code


def _belongs(code: str, country: str, region: str) -> bool:
    """Whether a code can be in the region; true where the region or its codes are not known."""
    prefix = _region_prefixes(country).get(squashed(region))
    return prefix is None or bool(re.match(prefix, code))


@cache
def _region_prefixes(country: str) -> dict[str, str]:
    """The beginnings of the codes of each region, by its squashed key or name."""
    rules = country_rules(country)
    prefixes = str(rules.get("sub_zips", "")).split("~")
    found: dict[str, str] = {}
    for names in (rules.get("sub_keys", ""), rules.get("sub_names", ""), rules.get("sub_lnames", "")):
        for name, prefix in zip(str(names).split("~"), prefixes, strict=False):
            if name and prefix:
                found[squashed(name)] = prefix
    return found
