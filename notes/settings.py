"""Every setting with its default, on one screen; notes.toml overrides it, and the command line overrides both."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from notes.language.texts import is_invisible, short
from notes.occasions import Occasions, ours, read_occasions
from notes.post.countries import country_code, is_code
from notes.problems import BadValue, Place, Problem, did_you_mean
from notes.toml import read_toml, toml_in, toml_line
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


def read_settings(path: Path) -> tuple[Settings, Sequence[Problem]]:
    """The settings of a notes.toml and the occasions.toml beside it, ours where there is none, and what is wrong."""
    return _settings_in(*read_toml(path, EXAMPLE), path)


def read_settings_in(text: str, path: Path) -> tuple[Settings, Sequence[Problem]]:
    """The same, as they would be if the notes.toml had this text."""
    return _settings_in(*toml_in(text, path.name, EXAMPLE), path)


EXAMPLE = "data/sample/notes.toml is an example."


def _settings_in(given: Mapping[str, Any], broken: Sequence[Problem], path: Path) -> tuple[Settings, Sequence[Problem]]:
    settings, wrong = _sections_of(given, path.name)
    occasions, odd = read_occasions(path.with_name("occasions.toml"))
    return replace(settings, occasions=occasions), [*broken, *wrong, *odd]


def _sections_of(given: Mapping[str, Any], file: str) -> tuple[Settings, Sequence[Problem]]:
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    hints = {name: kind for name, kind in get_type_hints(Settings).items() if name != _ELSEWHERE}
    for section, content in given.items():
        place = Place(file, key=section)
        if section not in hints:
            problems.append(Problem(place, "there is no such section.", did_you_mean(section, list(hints))))
        elif not isinstance(content, dict):
            problems.append(
                Problem(
                    place,
                    "this is a section, not a setting.",
                    f"Write [{section}] on a line of its own, and its settings below.",
                )
            )
        elif section == "signers":
            values[section], wrong = _read_signers(content, file)
            problems += wrong
        elif section in FREE:
            values[section], wrong = _read_words(content, file, section)
            problems += wrong
        else:
            values[section], wrong = _read_section(hints[section], content, file, section)
            problems += wrong
    return Settings(**values), problems


def _read_section(kind: type, content: Mapping[str, Any], file: str, section: str) -> tuple[Any, list[Problem]]:
    known = {one.name: one for one in fields(kind)}
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in content.items():
        place = Place(file, key=f"{section}.{name}")
        if name not in known:
            problems.append(Problem(place, "there is no such setting.", did_you_mean(name, list(known))))
            continue
        try:
            values[name] = _checked(_seen(value), hints[name], known[name], section)
        except BadValue as bad:
            problems.append(bad.at(place))
    return kind(**values), problems


def _read_words(content: Mapping[str, Any], file: str, section: str) -> tuple[dict[str, str], list[Problem]]:
    """A section whose names are the person's own, each with a text."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for name, value in content.items():
        place = Place(file, key=f"{section}.{short(name)}")
        try:
            if not isinstance(value, str):
                raise BadValue(f"“{short(value)}” is not text in quotes.", FREE[section])
            _legible(name)
            found[name] = str(_legible(value))
        except BadValue as bad:
            problems.append(bad.at(place))
    return found, problems


def _read_signers(content: Mapping[str, Any], file: str) -> tuple[dict[str, Signer], list[Problem]]:
    """Who signs, by what the spreadsheet calls them; a name alone will do."""
    found: dict[str, Signer] = {}
    problems: list[Problem] = []
    known = [one.name for one in fields(Signer)]
    for words, given in content.items():
        place = Place(file, key=f"signers.{words}")
        entry = {"name": given} if isinstance(given, str) else given
        if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
            problems.append(Problem(place, f"“{given}” is not a name.", f"Write it like {_SIGNER}"))
        elif odd := sorted(entry.keys() - set(known)):
            problems.append(Problem(place, f"a signer has no “{odd[0]}”.", did_you_mean(odd[0], known)))
        elif not _seen(entry.get("name", "")):
            problems.append(Problem(place, "there is no name to sign with.", f"Write it like {_SIGNER}"))
        else:
            try:
                found[words] = Signer(**{key: _legible(text) for key, text in entry.items()})
            except BadValue as bad:
                problems.append(bad.at(place))
    return found, problems


_SIGNER = 'JP = {name = "Jen", hand = "ines", title = "your hygienist"}.'


def _seen(value: Any) -> Any:
    """A value as a person sees it: text of which nothing shows is empty."""
    shows = not isinstance(value, str) or any(not one.isspace() and not is_invisible(one) for one in value)
    return value if shows else ""


def _checked(value: Any, hint: Any, setting: Field[Any], section: str) -> Any:
    """The value of a setting, if it is of the right kind."""
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            choices = ", ".join(f'"{one}"' for one in get_args(hint))
            raise BadValue(f"“{short(value)}” is not one of the choices.", f"Write one of: {choices}.")
    elif not _is_a(value, hint):
        example = _EXAMPLES.get(setting.name) or toml_line(setting.name, _default_of(setting))
        raise BadValue(f"“{short(value)}” is not {_KINDS[get_origin(hint) or hint]}.", f"Write it like {example}.")
    value = _legible(value, LONGEST_QUERY if section == "source" else LONGEST)
    _within(value, MOST_CARDS if setting.name in _CARDS else MOST)
    if check := setting.metadata["check"]:
        check(value)
    return value


LONGEST, LONGEST_QUERY = 500, 20_000  # characters
MOST, MOST_CARDS = 10_000, 1_000_000  # days of twenty-seven years, and more cards than anybody posts in a month
_CARDS = frozenset(["thanks_a_month", "cards_a_month", "quiet_a_month"])


def _legible(value: Any, longest: int = LONGEST) -> Any:
    """A value whose texts can be read: marks of direction and the like left out, nothing else invisible in them."""
    if isinstance(value, list):
        if len(value) > longest:
            raise BadValue(f"there are {len(value)} of them.", f"Write at most {longest}.")
        return [_legible(one) for one in value]
    if isinstance(value, dict):
        return {_legible(key): _legible(one) for key, one in value.items()}
    if not isinstance(value, str):
        return value
    if len(value) > longest:
        raise BadValue(f"“{short(value)}” is {len(value):,} characters long.", f"Shorten it to at most {longest:,}.")
    lines = "\n\t" if longest == LONGEST_QUERY else ""
    text = "".join(one for one in value if unicodedata.category(one) != "Cf" or one in "\u200c\u200d")
    for one in text:
        if is_invisible(one) and one not in lines + "\u200c\u200d":
            shown = "".join(one for one in short(text) if not is_invisible(one))
            raise BadValue(f"“{shown}” has a character that cannot be seen (U+{ord(one):04X}).", "Type it anew.")
    return text


def _within(value: Any, most: int) -> None:
    """See that numbers are such as a business may mean."""
    if isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            _within(one, most)
    elif isinstance(value, int | float) and not 0 <= value <= most:  # and “nan” is neither
        shown = f"{value:g}" if isinstance(value, float) or abs(value) < most * most else "this"
        if value < 0:
            raise BadValue(f"{shown} is a negative number.", "Write 0 or more.")
        raise BadValue(f"{shown} is more than anybody can mean.", f"Write a number from 0 to {most}.")


def _default_of(setting: Field[Any]) -> Any:
    return setting.default_factory() if callable(setting.default_factory) else setting.default


_EXAMPLES = {
    "leave_out": 'leave_out = ["C12", "Ann Lee"]',
    "return_address": 'return_address = ["Miter & Moss", "4 Mill Lane", "Troy NY 12180"]',
    "days_to": "days_to = {CA = 8, GB = 10}",
}
_ELSEWHERE = "occasions"  # has a file of its own
# The sections whose names are the person's own.
FREE = {
    "signers": f"How those sign who look after customers, by what your spreadsheet calls them: {_SIGNER} "
    'With picture = "jen.png", a picture of the signature stands in place of the name.',
    "hands": 'Colleagues who write to their own customers in another hand: Sophie = "vera".',
    "columns": 'Columns of yours whose names were not understood: birthday = "Born on".',
}
_KINDS = {
    str: "text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


def _is_a(value: Any, hint: Any) -> bool:
    kind = get_origin(hint) or hint
    if kind is list:
        return isinstance(value, list) and all(_is_a(one, get_args(hint)[0]) for one in value)
    if kind is dict:
        return isinstance(value, dict) and all(_is_a(one, get_args(hint)[1]) for one in value.values())
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _as_toml(value: "str | Signer") -> Any:
    """An entry of a section whose names are the person's own, without what is empty."""
    return value if isinstance(value, str) else {key: text for key, text in asdict(value).items() if text}


def settings_file(settings: Settings) -> str:
    """A notes.toml with every setting, what it does, and its value."""
    lines = ["# The settings. The line above each says what it does. Delete those that you do not change."]
    for section in (one for one in fields(Settings) if one.name != _ELSEWHERE):
        part = getattr(settings, section.name)
        lines += ["", f"[{section.name}]"]
        if section.name in FREE:
            lines.append(f"# {FREE[section.name]}")
            lines += [toml_line(key, _as_toml(value)) for key, value in part.items()]
            continue
        for setting in fields(part):
            lines += [f"# {setting.metadata['about']}", toml_line(setting.name, getattr(part, setting.name))]
    return "\n".join(lines) + "\n"
