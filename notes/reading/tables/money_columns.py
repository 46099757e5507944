"""Columns of money: the amounts, and the currency of each."""

import re
from collections import Counter
from decimal import Decimal

from notes.problems import Level
from notes.reading.files.sheets import Value, reference
from notes.reading.tables.cells import Cells
from notes.reading.values.money import Amount, amount, currency_code, writes_comma

_IN_HEADER = re.compile(r"[(\[\s]\s*([A-Z]{3}|[$€£¥])\s*[)\]]?\s*$")


def read_sums(cells: Cells, name: str) -> tuple[list[Decimal | None], list[str]]:
    """The amounts of a column, and the currency of each ("" where there is no amount)."""
    column = cells.column(name)
    if column is None:
        return [None] * len(cells), [""] * len(cells)
    business = cells.settings.business
    comma = writes_comma(cells.values(column))

    def read(value: Value) -> Amount | None:
        return amount(value, comma, business.currency, business.country)

    amounts = cells.read(column, read, None)
    _tell_formulas(cells, column, amounts)
    currencies = _currencies(cells, column, amounts)
    _tell_other_style(cells, column, amounts, currencies, comma)
    return [one.value if one else None for one in amounts], currencies


def _currencies(cells: Cells, column: int, amounts: list[Amount | None]) -> list[str]:
    """The currency of each amount: its own sign, its column of currencies, the header, the home currency."""
    business = cells.settings.business
    match = _IN_HEADER.search(cells.table.columns.header(column))
    signs = Counter([one.currency for one in amounts if one and one.currency])
    usual = (
        currency_code(match[1], business.currency) if match else next((code for code, _ in signs.most_common(1)), None)
    )
    usual = usual or business.currency
    shown = cells.table.sheet.currencies
    if not signs and not shown and "currency" not in cells:
        return [usual if one else "" for one in amounts]
    beside = cells.field("currency")
    found: list[str] = []
    for row, one in enumerate(amounts):
        if one is None:
            found.append("")
            continue
        sign = one.currency or beside[row]
        if shown and not sign:
            sign = shown.get(reference(column, cells.table.rows[row].number), "")
        found.append((currency_code(sign, business.currency, business.country) or sign.upper()) if sign else usual)
    return found


def _tell_formulas(cells: Cells, column: int, amounts: list[Amount | None]) -> None:
    formulas = cells.table.sheet.formulas
    if not formulas:
        return
    for row, one in enumerate(amounts):
        cell = reference(column, cells.table.rows[row].number)
        if one is None and cell in formulas:
            cells.questions = True
            cells.tell(
                f"the formula “{formulas[cell]}” has never been calculated, so there is no amount.",
                "Open the workbook in Excel or LibreOffice, save it once, and read it again.",
                Level.ERROR, row=row, column=column,
            )  # fmt: skip


def _tell_other_style(
    cells: Cells, column: int, amounts: list[Amount | None], currencies: list[str], comma: bool
) -> None:
    """Amounts in another currency than the rest of the column: they are kept apart, and reported."""
    usual = Counter(filter(None, currencies)).most_common(1)
    for row, one in enumerate(amounts):
        if one is None or not one.text:
            continue
        if currencies[row] != usual[0][0] and "currency" not in cells:
            message = (
                f"“{one.text}” is in {currencies[row]}, the column in {usual[0][0]}; it is not added to the others."
            )
            cells.tell(
                message, "Write all amounts in one currency, or add a column “Currency”.", row=row, column=column
            )
        elif one.comma_decimal is not None and one.comma_decimal != comma:
            message = f"“{one.text}” is written differently from the rest of the column and is read as {one.value}."
            cells.tell(message, "Write all amounts in a column the same way.", row=row, column=column)
