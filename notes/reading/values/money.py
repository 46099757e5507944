"""Amounts of money as people write them: $1,234.50, 1.234,50 €, (12.00), USD 99."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from notes.language.texts import ERROR_VALUES, NOTHING, cleaned, is_formula, short
from notes.language.vocabulary import vocabulary
from notes.problems import BadValue, Level
from notes.reading.files.sheets import Value

LIKE = "Write it like 1234.50."
_DOLLARS = frozenset(["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP"])
_NUMBER = re.compile(r"[+-]?\s*\d(?:[\d.,'’ ]*\d)?[.,]?(?:[-–—]{1,2})?|[+-]?\s*[.,]\d+")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount and its currency, "" if it shows none; `comma_decimal` says which sign it proves, None if neither."""

    value: Decimal
    currency: str = ""
    comma_decimal: bool | None = None
    text: str = ""


def amount(value: Value, comma_decimal: bool = False, home: str = "USD", country: str = "") -> Amount | None:
    """The amount in a cell, None where it is empty; `comma_decimal` decides what 1.234 and 1,234 are.

    >>> amount("$1,234.50").value, amount("1.234,50 €").currency, amount("(12.00)").value
    (Decimal('1234.50'), 'EUR', Decimal('-12.00'))

    Raises:
        BadValue: it is not an amount.
    """
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Amount(from_float(value))
    return _from_text(cleaned(str(value)), comma_decimal, home, country)


def from_float(number: float) -> Decimal:
    """The number as a spreadsheet shows it: 15 digits, so that 37.620000000000005 is 37.62."""
    try:
        found = Decimal(f"{number:.15g}")
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found) >= 10**12:
        raise BadValue(f"“{number}” is not an amount.", LIKE, Level.WARNING)
    return found


@lru_cache(maxsize=8_000)
def _from_text(text: str, comma_decimal: bool, home: str, country: str) -> Amount | None:
    if not text or text.casefold() in NOTHING:
        return None
    wrong = BadValue(f"“{short(text)}” is not an amount.", LIKE, Level.WARNING)
    if text in ERROR_VALUES:
        raise BadValue(
            f"“{text}” is an error, not an amount.", "Correct the formula, or type the amount.", Level.WARNING
        )
    if is_formula(text):
        raise BadValue(f"“{short(text)}” is a formula, not an amount.", LIKE, Level.WARNING)
    negative = text.startswith("(") and text.endswith(")")
    bare = text.strip("()").replace("\u2212", "-").replace("CR", "").strip()
    numbers = list(_NUMBER.finditer(bare))
    if len(numbers) != 1:
        raise wrong
    around = (bare[: numbers[0].start()] + " " + bare[numbers[0].end() :]).split()
    digits = numbers[0][0]
    if around and around[0] in ("-", "+"):
        negative, around = negative or around[0] == "-", around[1:]
    if around and around[0].startswith("-"):
        negative, around[0] = True, around[0][1:]
    if len(around) == 2 and around[1] in ("-", "+"):
        negative, around = negative or around[1] == "-", around[:1]
    if len(around) > 1 or (around and (currency := currency_code(around[0], home, country)) is None):
        raise wrong
    negative = negative or bool(re.search(r"\d-$", digits))  # as accountants write it; “12,-” has no cents
    plain, proof = _plain(digits, comma_decimal)
    try:
        found = Decimal(plain)
    except InvalidOperation:
        raise wrong from None
    if abs(found) >= 10**12:
        raise wrong
    return Amount(-abs(found) if negative else found, (currency or "") if around else "", proof, text)


def currency_code(sign: str, home: str, country: str = "") -> str | None:
    """The ISO code of a sign or code; a bare $ or kr is the home one where that could be meant; None: no currency.

    >>> currency_code("€", "USD"), currency_code("$", "CAD"), currency_code("Schillings", "USD")
    ('EUR', 'CAD', None)
    """
    known = vocabulary()["currencies"]
    code = sign.strip().upper()
    if code in known["codes"]:
        return code
    found: str | None = known["signs"].get(sign.strip().casefold())
    if found == "$":
        return home if home in _DOLLARS else "USD"
    if found == "kr":
        crowns: Mapping[str, str] = known["crowns"]
        return home if home in crowns.values() else crowns.get(country, "SEK")
    return found


def _plain(digits: str, comma_decimal: bool) -> tuple[str, bool | None]:
    """The digits with a point for the decimals, and whether they prove a decimal comma."""
    digits = re.sub(r"[-–—]+$", "", digits).replace("’", "'")
    digits = digits.replace("'", "").replace(" ", "").rstrip(".,")
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return digits, None
    sign, other = digits[last], "." if digits[last] == "," else ","
    after, several = len(digits) - last - 1, digits.count(sign) > 1
    if other in digits:
        return digits.replace(other, "").replace(sign, "."), sign == ","
    if several:
        return digits.replace(sign, ""), sign == "."
    if after == 3 and digits[:last].lstrip("+-") not in ("", "0"):
        decimal = comma_decimal == (sign == ",")
        return (digits.replace(sign, ".") if decimal else digits.replace(sign, "")), None
    return digits.replace(sign, "."), sign == ","


def writes_comma(values: Sequence[Value]) -> bool:
    """Whether a column writes its decimals after a comma, by what most of its amounts prove."""
    commas = points = 0
    for value, count in Counter(values).items():
        if isinstance(value, str) and ("," in value or "." in value):
            try:
                found = amount(value)
            except BadValue:
                continue
            if found and found.comma_decimal is not None:
                commas, points = commas + count * found.comma_decimal, points + count * (not found.comma_decimal)
    return commas > points
