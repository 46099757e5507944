"""Joining: whom a row of another sheet is about, by id, by e-mail address, or by a name that only one customer has."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from notes.customers import Customer, CustomerId
from notes.language.folding import squashed
from notes.problems import Level, did_you_mean
from notes.reading.tables.cells import Cells
from notes.reading.values.person_names import parsed

AMBIGUOUS = CustomerId("")


class Directory:
    """The customers by what other sheets may call them."""

    def __init__(self, customers: Iterable[Customer]) -> None:
        self.names = [customer.name for customer in customers]
        self._ids = {_id(customer.customer_id): customer.customer_id for customer in customers}
        self._emails: dict[str, CustomerId] = {}
        self._names: dict[str, CustomerId] = {}
        for customer in customers:
            if customer.email:
                self._emails.setdefault(customer.email.casefold(), customer.customer_id)
            for name in {squashed(one) for one in (customer.name, customer.company, customer.envelope) if one}:
                known = self._names.setdefault(name, customer.customer_id)
                if known != customer.customer_id:
                    self._names[name] = AMBIGUOUS
        for customer in customers:  # a last name alone will do where only one customer has it
            if customer.last_name:
                self._last(squashed(customer.last_name), customer.customer_id)

    def _last(self, name: str, customer_id: CustomerId) -> None:
        known = self._names.setdefault(name, customer_id)
        if known != customer_id:
            self._names[name] = AMBIGUOUS

    def find(self, customer_id: str, email: str, name: str) -> CustomerId | None:
        """The customer; None where there is none, "" where it could be several."""
        if customer_id and (found := self._ids.get(_id(customer_id))):
            return found
        if email and (found := self._emails.get(email.casefold())):
            return found
        if name:
            ways = (name, parsed(name).whole, _turned(name), _surname(name))
            named = next((known for one in ways if one and (known := self._names.get(squashed(one))) is not None), None)
            return self._by_pieces(name) if named is None else named
        return None

    def _by_pieces(self, name: str) -> CustomerId | None:
        """The customer of “A/C: BRA001 - Mrs P Brandreth” or “Holm, Ann (1002)”, by one piece that is theirs alone."""
        pieces = [piece for piece in _PIECES.split(name) if piece]
        for piece in pieces if len(pieces) > 1 else ():
            known = (
                self._ids.get(_id(piece))
                or self._names.get(squashed(piece))
                or self._names.get(squashed(parsed(piece).whole))
            )
            if known:
                return known
        return None

    def of_table(self, cells: Cells, what: str) -> list[CustomerId | None]:
        """The customer of each row; each name or id that is not found is reported once."""
        columns = zip(self._ids_in(cells), cells.field("email"), _names_in(cells), strict=True)
        found: list[CustomerId | None] = []
        known: dict[tuple[str, str, str], CustomerId | None] = {}
        for row, key in enumerate(columns):
            if key not in known:
                known[key] = self.find(*key)
                if not known[key]:
                    self._tell(cells, row, key, known[key], what)
            found.append(known[key] or None)
        return found

    def _ids_in(self, cells: Cells) -> list[str]:
        """The ids of a table, from the column whose values are ids of customers, whatever it is called."""
        given = cells.field("customer_id")
        if (
            any(_id(text) in self._ids for text in given if text)
            or not len(cells)
            or "name" in cells
            or "email" in cells
        ):
            return given
        silent = replace(cells, problems=[])
        best = max(
            range(len(cells.table.columns.headers)), key=lambda column: self._known(silent.texts(column)), default=None
        )
        if best is None or self._known(silent.texts(best)) * 2 <= len(cells):
            return given
        return silent.texts(best)

    def _known(self, texts: Sequence[str]) -> int:
        return sum(_id(text) in self._ids for text in texts if text)

    def _tell(self, cells: Cells, row: int, key: tuple[str, str, str], found: CustomerId | None, what: str) -> None:
        called = next((one for one in (key[2], key[0], key[1]) if one), "")
        column = next((cells.column(one) for one in ("name", "customer_id", "email") if one in cells), None)
        if found == AMBIGUOUS:
            cells.tell(f"several customers are called “{called}”.", "Write the Customer ID.", Level.ERROR, row, column)
        elif called:
            remedy = did_you_mean(called, self.names) if len(self.names) < 500 else ""
            remedy = remedy if remedy.startswith("Did") else "Write the name or id as it is on the customers’ sheet."
            cells.tell(
                f"there is no customer “{called}”, so this {what} is left out.", remedy, Level.WARNING, row, column
            )
        else:
            cells.tell(
                f"this {what} does not say whose it is.", "Write the Customer ID or the name.", Level.WARNING, row
            )


def _turned(name: str) -> str:
    """“Svobodová Jana” with the last name last, "" where a name has other than two words."""
    parts = name.split()
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and "," not in name else ""


_PIECES = re.compile(r"\s+[-–—]+\s+|\s*:\s*|\s*[()\[\]#]\s*|(?<=[^\W\d_])\s+(?=\d+$)|(?<=\d)\s+(?=[^\W\d_])")


def _surname(name: str) -> str:
    """The last name of “Ampleforth R”, "" where a name has no initials behind it."""
    last, *others = name.replace(".", " ").split() or [""]
    return last if others and all(len(one) == 1 for one in others) else ""


def _id(text: str) -> str:
    """An id for comparing: case and leading zeros do not matter."""
    return text.casefold().lstrip("0") or text


def _names_in(cells: Cells) -> Sequence[str]:
    """The name in each row, from one column or two."""
    if "name" in cells:
        return cells.field("name")
    pairs = zip(cells.field("first_name"), cells.field("last_name"), strict=True)
    return [f"{first} {last}".strip() for first, last in pairs]
