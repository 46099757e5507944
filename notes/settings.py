"""Every setting with its default, on one screen; notes.toml overrides it, and the command line overrides both."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from urllib.parse import urlsplit

from notes.language.texts import short
from notes.occasions import Occasions, ours
from notes.post.countries import country_code, is_code
from notes.problems import BadValue
from notes.units import points


def says(default: Any, about: str, check: Callable[[Any], object] | None = None) -> Any:
    """A setting: its default, and what it does; `check` raises BadValue for a value that cannot be used."""
    metadata = {"about": about, "check": check}
    if isinstance(default, (list, dict)):
        return field(default_factory=lambda: type(default)(default), metadata=metadata)
    return field(default=default, metadata=metadata)


def window(text: str) -> str:
    """A window of time as picking understands it: `12m` or `all`."""
    if text != "all" and not (text.endswith("m") and text[:-1].isdecimal() and 1 <= int(text[:-1]) <= 600):
        raise BadValue(f"“{text}” is not a period of time.", "Write a number of months like 12m, or “all”.")
    return text


def country(text: str) -> str:
    """A country as its two letters; given a name, the remedy says which letters to write."""
    if is_code(text):
        return text
    meant = country_code(text)
    remedy = f"Write {meant}." if is_code(meant) else "Write the two-letter code, like US, DE or GB."
    raise BadValue(f"“{text}” is not a two-letter country code.", remedy)


def _way_to_sign(text: str) -> str:
    """How cards are signed: a word, or the name of a file."""
    if text in ("written", "space") or "." in text:
        return text
    raise BadValue(
        f"“{short(text)}” is not one of the choices.", 'Write "written", "space" or a file like "signature.png".'
    )


def _web_address(text: str) -> str:
    """What a telephone opens when it sees the code."""
    if text and not _WEB.fullmatch(text):
        raise BadValue(f"“{short(text)}” is not a web address.", "Write it in full, like https://example.com/roses.")
    if len(text) > LONGEST_CODE:
        raise BadValue(
            f"“{short(text)}” is too long for a small code.", f"Use one of at most {LONGEST_CODE} characters."
        )
    return text


def _service(text: str) -> str:
    """Where a program answers that speaks HTTP."""
    if text and not (re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", text) and _has_a_host(text)):
        remedy = "Write it as that program says it, like http://127.0.0.1:11434/v1."
        raise BadValue(f"“{short(text)}” is not an address of that kind.", remedy)
    return text


def _has_a_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # half of a pair of brackets, a port that there is not
        return False


def _ink_name(text: str) -> str:
    """The name of a plate: no more than a PDF can hold, and none that stands for the four plates of all printing."""
    if len(text.encode()) > LONGEST_INK or text.casefold() in ("all", "none", *_PROCESS):
        raise BadValue(f"“{short(text)}” is not the name of an ink of its own.", "Write it like PANTONE 2766 C.")
    return text


LONGEST_INK = 100  # bytes
_PROCESS = ("cyan", "magenta", "yellow", "black")
_WEB = re.compile(r"(https?://[^\s/?#]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9 .()-]+)", re.IGNORECASE)
LONGEST_CODE = 150  # characters; the squares of a longer one are too small for a telephone


@dataclass(frozen=True)
class Business:
    name: str = says("", "The name of your business, for the return address.")
    sender: str = says("", "Who signs the cards, just as it should be written: “Sophie & Ben”.")
    sign_off: str = says("Warmly,", "The words above the signature.")
    language: str = says("en", "The language of the notes, unless a customer has another.")
    country: str = says(
        "US", "Your own country, as two letters. It is left off envelopes, and it decides the usual paper.", country
    )
    currency: str = says("USD", "The currency of amounts that do not show one.")
    date_order: Literal["", "month first", "day first"] = says(
        "", "“month first” or “day first”, in case the dates in your files leave it open; empty: ask."
    )
    return_address: list[str] = says([], "Your return address for the envelopes, line by line.")
    trade: Literal[
        "",
        "veterinary",
        "dental",
        "hair",
        "law",
        "accounts",
        "realty",
        "builder",
        "garage",
        "bakery",
        "shop",
        "fitness",
        "school",
    ] = says(
        "", "Your trade, for what only one of it would say (“accounts”, “bakery”, …); empty: guess it from the file."
    )


@dataclass(frozen=True)
class Picking:
    window: str = says("12m", "How far back revenue counts: a number of months like 12m, or all.", window)
    thanks_a_month: int = says(4, "How many top customers to thank in a month.")
    thanks_again_after: int = says(12, "How many months to wait before thanking the same customer again.")
    cards_a_month: int = says(40, "The most cards in a month; those with lower priority wait.")
    one_card_a_household: bool = says(True, "One card a month for each household; false: one for each person in it.")
    years: list[int] = says([1, 5, 10, 15, 20, 25], "Which anniversaries as a customer earn a card, in years.")
    cool_down_days: int = says(
        21, "How many days to leave between two cards to a household; a birthday or a loss does not wait."
    )
    new_customer_days: int = says(45, "How many days after the first purchase somebody counts as a new customer.")
    quiet_after: float = says(
        2.5, "A good customer has gone quiet after this many times their usual gap between orders."
    )
    belated_days: int = says(14, "How many days late a birthday card may be; its words then say that it is late.")
    years_late_days: int = says(31, "How many days late the card for an anniversary as a customer may be.")
    news_days: int = says(60, "How many days a wedding, a referral or a finished project stays news.")
    condolence_days: int = says(120, "How many days after a loss or a broken promise its card may still go.")
    quiet_a_month: int = says(2, "How many customers who have gone quiet to write to in a month.")
    mourning_days: int = says(365, "How many days after a loss a household gets no cheerful card.")
    apology_days: int = says(60, "How many days after a broken promise a household gets no other card.")


@dataclass(frozen=True)
class Wording:
    held_when_general: bool = says(True, "Hold a note that mentions nothing personal until you add a line.")
    same_wording_share: float = says(0.34, "The largest share of a month's cards that may have the same wording.")


@dataclass(frozen=True)
class Card:
    stock: str = says(
        "", "The paper for the cards (`notes stocks` lists them all); empty: two folded cards on a sheet."
    )
    hand: str = says("june", "The handwriting (`notes hands` lists them all).")
    x_height: str = says(
        "", "The height of a small x, like 2.2 mm; empty: the hand's own.", lambda text: text and points(text)
    )
    signature: str = says(
        "written",
        "“written”, “space” to leave room for you to sign, or a picture of your signature, like signature.png.",
        _way_to_sign,
    )
    front: str = says(
        "",
        "The front of every card: empty, a word to be handwritten, or a picture (PNG, JPEG, SVG, …) like front.png.",
    )
    back: str = says("", "A picture that stands small on the back of every card, like logo.svg; empty: none.")
    back_code: str = says(
        "",
        "A web address that stands on the back as a QR code, like https://example.com/roses; empty: none.",
        _web_address,
    )
    turned_over: Literal["long edge", "short edge", "by hand"] = says(
        "long edge",
        "How your printer flips a sheet for the front: “long edge”, “short edge”, or “by hand” for two files.",
    )
    print_shop: bool = says(
        False, "Also make a file for a print shop: each card on a page of its own, with trim and bleed."
    )
    shop_ink: str = says(
        "",
        "The name of the ink for the writing, as the print shop calls it, like PANTONE 2766 C; empty: Handwriting.",
        _ink_name,
    )
    shop_marks: Literal["crop and fold", "crop", "none"] = says(
        "crop and fold", "The marks that the print shop wants: “crop and fold”, “crop” or “none”."
    )
    shop_profile: str = says(
        "",
        "The color profile (ICC) of the print shop's press, like PSOuncoated_v3.icc; empty: coated paper (FOGRA39).",
    )
    numbers: bool = says(False, "Print each card's number in pale gray where nobody looks, to keep the stack in order.")

    @property
    def has_an_outside(self) -> bool:
        """Whether anything is printed on the front or the back."""
        return bool(self.front.strip() or self.back.strip() or self.back_code)

    @property
    def x_height_points(self) -> float | None:
        return points(self.x_height) if self.x_height else None


@dataclass(frozen=True)
class Envelope:
    stock: str = says("", "The envelope, like A2, C6 or #10; empty: the one that fits the card.")
    hand: str = says("", "The handwriting for the address; empty: plain type, which the post office reads best.")
    top: Literal["left", "right"] = says(
        "left", "Which side the top of an envelope is on in the tray: try one, and change it here if need be."
    )

    @property
    def quarter_turns(self) -> int:
        return 1 if self.top == "left" else 3


@dataclass(frozen=True)
class Label:
    stock: str = says("", "The label sheet, like 5160 or L7160; empty: the usual one in your country.")
    start: int = says(
        0, "The first label to use on a sheet already begun, counted from 1; 0: where the last run ended."
    )


@dataclass(frozen=True)
class Printer:
    name: str = says("", "The printer's name, for `notes calibrate` and `make print`; empty: your default printer.")
    card_tray: str = says("", "The tray for cards; empty: the printer chooses.")
    label_tray: str = says("", "The tray for labels.")
    envelope_tray: str = says("", "The tray for envelopes; empty: the one for single sheets.")


@dataclass(frozen=True)
class Post:
    days: int = says(4, "How many days a card takes within your country.")
    days_abroad: int = says(12, "How many days a card takes to another country.")
    days_to: dict[str, int] = says({}, "How many days a card takes to particular countries, like {CA = 8}.")
    ahead: bool = says(False, "Include birthdays early next month whose cards must be posted this month.")


@dataclass(frozen=True)
class Everyone:
    cards: int = says(500, "The most cards of a greeting to everyone (`notes cards --all`).")
    cost: float = says(0.0, "What one card costs you with its envelope and stamp; 0: not reckoned.")
    cost_abroad: float = says(0.0, "The same for a card to another country; 0: as at home.")
    leave_out: list[str] = says([], "Who gets no greeting to everyone, by customer number or name.")


@dataclass(frozen=True)
class Source:
    file: str = says("", "The file that has your customers, if it is not called customers: “shop.sqlite”.")
    query: str = says("", "The table or the query, if the file is a database: “select * from clients”.")


@dataclass(frozen=True)
class Writer:
    """A language model of the person's own, which may draft; without an address nothing of it is used."""

    address: str = says(
        "",
        'Where a language model of yours answers (Ollama, LM Studio …), like "http://127.0.0.1:11434/v1". Empty: none.',
        _service,
    )
    model: str = says("", "The name of the model, as that program has it.")
    samples: list[str] = says([], "A few sentences of yours, to show it how you write.")
    drafts: int = says(3, "How many drafts it writes for a card, at most 3.")
    minutes: int = says(10, "How long it may take for a month, in minutes.")
    allow_other_machines: bool = says(False, "Whether it may be on another machine than this one.")


@dataclass(frozen=True)
class Signer:
    """Somebody who signs cards: the name as written, the hand (empty: the usual one), and what follows the name.

    A `picture` of the signature stands in place of the written name.
    """

    name: str
    hand: str = ""
    title: str = ""
    picture: str = ""

    @property
    def signature(self) -> str:
        """The name as it stands below a note: “Jen, your hygienist”."""
        return ", ".join(filter(None, [self.name, self.title]))


@dataclass(frozen=True)
class Settings:
    """All settings, by section of notes.toml.

    `signers` maps who looks after a customer, as the spreadsheet has it, to how they sign; `hands` to their hand;
    `columns` maps a field to the header that it has in the file; `occasions` are kept in a file of their own.
    """

    business: Business = Business()
    picking: Picking = Picking()
    wording: Wording = Wording()
    card: Card = Card()
    envelope: Envelope = Envelope()
    label: Label = Label()
    printer: Printer = Printer()
    post: Post = Post()
    everyone: Everyone = Everyone()
    source: Source = Source()
    writer: Writer = Writer()
    signers: Mapping[str, Signer] = field(default_factory=dict)
    hands: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    occasions: Occasions = field(default_factory=ours)

    def with_values(self, values: Mapping[str, Mapping[str, Any]]) -> "Settings":
        """The settings with some of them replaced, by section and name; None leaves a setting as it is."""
        sections = {
            name: replace(getattr(self, name), **given)
            for name, section in values.items()
            if (given := {key: value for key, value in section.items() if value is not None})
        }
        return replace(self, **sections)
