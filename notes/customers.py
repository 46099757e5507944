"""Customers, their milestones and their orders: the values that reading makes and the rest of the program works on.

Text is NFC, trimmed, "" where there is none. Money is `Decimal` in the customer, and in the table of orders a whole
number of 1/10,000 of the currency's unit, so that sums are exact.
"""

from calendar import isleap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NewType

from notes.holds import Hold
from notes.language.folding import plain
from notes.problems import Place, Problem

if TYPE_CHECKING:
    import pandas as pd

CustomerId = NewType("CustomerId", str)

MONEY_SCALE = 10_000  # one unit of a currency in the `amount` of an order

# The columns that make a note personal, by their name in the templates, and what they hold.
DETAILS = {
    "child": "the first name of a child",
    "pet": "the name of a dog, cat or horse",
    "partner": "the first name of husband, wife or partner",
    "bought": "what they bought or had done, in your words",
    "likes": "what they are fond of",
    "trip": "a journey they told us about",
    "told_us": "something they told us that we want to ask about",
    "say_this": "a sentence of your own that goes into the next card",
    "write_exactly": "the whole of the next note, in your own words",
}


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day that comes back every year; the year in which it began may be unknown."""

    month: int
    day: int
    year: int | None = None

    def __str__(self) -> str:
        """ISO: `1988-04-12`, or `--04-12` without the year."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}" if self.year else f"--{self.month:02d}-{self.day:02d}"

    @classmethod
    def of(cls, day: date) -> "Day":
        return cls(day.month, day.day, day.year)

    def in_year(self, year: int) -> date:
        """The day on which it is kept in a year: 29 February on the 28th where there is no 29th."""
        day = 28 if (self.month, self.day) == (2, 29) and not isleap(year) else self.day
        return date(year, self.month, day)


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in its fields; `country` is an ISO 3166 code, or the text as given where none is known."""

    lines: tuple[str, ...] = ()
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""

    @property
    def key(self) -> str:
        """What two ways of typing one address have in common."""
        return plain(" ".join([*self.lines, self.city, self.postal_code, self.country]))

    @property
    def usable(self) -> bool:
        """Whether a letter could arrive: a street or box, and a town or postal code."""
        return bool(self.lines and (self.city or self.postal_code))


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A person or firm that the spreadsheet knows, as one row tells it.

    `name` is the whole name, `dear` what follows “Dear” (from a column of that name, else derived; "" where nothing
    can be said safely), `envelope` the name line of the envelope. `details` has keys of `DETAILS`.
    `birthday_month` is known where the day is not, and `since_year` where the day of the first purchase is not. `gift`
    is what goes along with their next card.
    `holds` are what its cells say against a card, `ok_to_write` the person's answer to them, and `same_as` the row that
    counts in place of this one. `columns` has the header and
    the letters of the columns that the details and the notes are from.
    """

    place: Place
    customer_id: CustomerId
    name: str
    first_name: str = ""
    last_name: str = ""
    title: str = ""
    suffix: str = ""
    company: str = ""
    dear: str = ""
    envelope: str = ""
    address: Address = Address()
    email: str = ""
    phone: str = ""
    birthday: Day | None = None
    birthday_month: int | None = None
    first_purchase: date | None = None
    since_year: int | None = None
    last_purchase: date | None = None
    anniversary: Day | None = None
    graduation: Day | None = None
    referred_by: str = ""
    total_spent: Decimal | None = None
    currency: str = ""
    orders: int | None = None
    holds: Sequence[Hold] = ()
    ok_to_write: str = ""
    same_as: str = ""
    household: str = ""
    language: str = ""
    looked_after_by: str = ""
    gift: str = ""
    notes: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def cell(self, name: str) -> Place:
        """The cell that a detail or the notes are from, as the spreadsheet names it."""
        header, letters = self.columns.get(name, (name, ""))
        cell = f"{letters}{self.place.row}" if letters and self.place.row else None
        return replace(self.place, column=header, cell=cell)

    @property
    def deceased(self) -> bool:
        return any(hold.is_of_the_dead for hold in self.holds)

    @property
    def mail_ok(self) -> bool:
        """Whether nothing in the row says for good that no card may go."""
        return not self.same_as and not (self.holds and any(hold.is_lasting for hold in self.holds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A row of the Milestones sheet: something that happened to a customer, and when.

    `occasion` is the word of its folder in templates/, `about` what it was in the person's words (“the new kitchen”),
    `person` whom it happened to if not the customer, `gift` what goes along with the card, `approved_by` the initials
    without which condolence and apology do not go, `resolved` is false while a complaint is open. `jotted` are
    the words that it was told in, where it has no row of its own; where no year was told (`year_told`), that of `on`
    is the nearest.
    """

    place: Place
    customer_id: CustomerId
    occasion: str
    on: Day | None = None
    about: str = ""
    person: str = ""
    say_this: str = ""
    write_exactly: str = ""
    gift: str = ""
    approved_by: str = ""
    resolved: bool = True
    jotted: str = ""
    year_told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Jotting:
    """A row of the Details sheet: something known of a customer, or of somebody near to them, in the person's words.

    `who` is empty for the customer; `when` is as it was written, `came_of_it` what is known of how it ended.
    """

    place: Place
    customer_id: CustomerId
    what: str
    who: str = ""
    kind: str = ""
    when: str = ""
    came_of_it: str = ""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A column: its header, some values, the field that it was taken for ("" for none), and whether that is certain.

    `guessed` where no header says it, and only its cells do.
    """

    sheet: str | None
    header: str
    values: Sequence[str] = ()
    field: str = ""
    sure: bool = True
    guessed: bool = False


@dataclass(frozen=True)
class Book:
    """All that the person's files tell: what was read, and the problems met on the way.

    `orders` is a table, one row an order that counts, with the columns customer_id (str), day (datetime64),
    amount (int64, see MONEY_SCALE; negative for a refund), currency (str, ISO 4217 or ""), item (str);
    None where the files have no orders. `remarks` are sentences about what was counted and what was left out.
    `questions` is true where a problem asks something (which order of day and month?) that has to be answered by a
    setting or in the file before cards are made from it; `asks_order` where that is the order. `understood`
    are the columns of the customers, and `settled_columns` what notes.toml has to say under [columns] for them to be
    read alike again.
    """

    file: str
    customers: Sequence[Customer] = ()
    milestones: Sequence[Milestone] = ()
    orders: "pd.DataFrame | None" = None
    problems: Sequence[Problem] = ()
    remarks: Sequence[str] = ()
    questions: bool = False
    asks_order: bool = False
    jottings: Sequence[Jotting] = ()
    understood: Sequence[Understanding] = ()
    settled_columns: Sequence[tuple[str, str]] = ()
