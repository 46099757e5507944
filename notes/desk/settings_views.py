"""What the page of the settings shows: each with its sentence, its value, and what there is to choose from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

from notes.folders import Folder
from notes.paper.stocks import read_stocks
from notes.problems import BadValue, Problem
from notes.settings import Settings, Signer
from notes.settings_file import read_settings
from notes.writing import read_hands

TITLES = {
    "business": "Your business",
    "signers": "Who signs for whom",
    "card": "The cards",
    "envelope": "The envelopes",
    "label": "The labels",
    "printer": "The printer",
    "picking": "Who gets a card, and when",
    "wording": "The words",
    "post": "The post",
    "everyone": "A greeting to everyone",
    "hands": "Colleagues with a handwriting of their own",
    "columns": "The columns of your spreadsheet",
    "source": "Another file or a database",
    "writer": "A writer of your own",
}
Offered = Mapping[tuple[str, str], Sequence[tuple[str, str]]]  # by section and name, each with what it is called
# The sections whose names are the person's own: a sentence, what the names are, and what is said of each.
ENTRIES = {
    "signers": (
        "Whoever looks after a customer in your spreadsheet signs their card. Say here how, if not by name.",
        "In the spreadsheet",
        {"name": "Signs as", "hand": "Handwriting", "title": "After the name", "picture": "Picture of the signature"},
    ),
    "hands": (
        "Colleagues who write to the customers they look after in another handwriting.",
        "In the spreadsheet",
        {"hand": "Handwriting"},
    ),
    "columns": (
        "What a column is, where its name does not say it. The page of the spreadsheet is the easier place for it.",
        "What it is",
        {"header": "Name of the column"},
    ),
}
_COMMAND = re.compile(r" \(`[^`)]*`[^)]*\)")  # is of no use to somebody who chooses from a list


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingView:
    """A setting: where it is, its sentence and value, how it is asked for, and whether it is not the default."""

    section: str
    name: str
    about: str
    kind: str
    value: Any
    choices: Sequence[tuple[str, str]] = ()
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """An entry of a section whose names are the person's own: a name with a text, or with the parts of a signer."""

    name: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section; one whose names are the person's own has `entries` and a sentence instead of settings.

    `called` is what such a name is; the last entry is an empty one to begin with.
    """

    name: str
    title: str
    settings: Sequence[SettingView] = ()
    entries: Sequence[EntryView] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    about: str = ""
    called: str = ""
    changed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """The whole page; the settings of an invented business can only be looked at."""

    file: str
    sections: Sequence[SectionView]
    problems: Sequence[Problem]
    is_sample: bool


def settings_page(folder: Folder) -> SettingsView:
    settings, problems = read_settings(folder.settings)
    offered = _offered(folder)
    sections = [_section(name, settings, offered) for name in TITLES]
    return SettingsView(file=folder.settings.name, sections=sections, problems=problems, is_sample=folder.is_sample)


def setting_view(folder: Folder, section: str, name: str) -> SettingView | None:
    """One setting as it is now; None where there is no such one."""
    known = next((one for one in settings_page(folder).sections if one.name == section), None)
    return next((one for one in known.settings if one.name == name), None) if known else None


def given(section: str, name: str, value: object) -> Any:
    """The value of a setting from what was typed or chosen for it; None for the default.

    >>> given("picking", "years", "1, 5, 10"), given("post", "days_to", "CA = 8"), given("card", "front", "")
    ([1, 5, 10], {'CA': 8}, None)

    Raises:
        BadValue: there is no such setting, or the value is none of its kind.
    """
    kinds = get_type_hints(type(getattr(Settings(), section, None)))
    if section in ENTRIES or section not in TITLES or name not in kinds or not isinstance(value, str | bool):
        raise BadValue("there is no such setting.", "Load the page again.")
    found = _typed(_kind_of(kinds[name]), value)
    return None if found == getattr(getattr(Settings(), section), name) else found


def given_entry(section: str, parts: Mapping[str, object]) -> Any:
    """An entry of a section whose names are the person's own, as notes.toml has it; None where it is empty.

    Raises:
        BadValue: it is none.
    """
    known = ENTRIES[section][2] if section in ENTRIES else {}
    if not known or not all(name in known and isinstance(text, str) for name, text in parts.items()):
        raise BadValue("there is no such setting.", "Load the page again.")
    filled = {name: text.strip() for name, text in parts.items() if isinstance(text, str) and text.strip()}
    if section != "signers" or list(filled) == ["name"]:
        return next(iter(filled.values()), None)
    return filled or None


def _section(name: str, settings: Settings, offered: Offered) -> SectionView:
    part = getattr(settings, name)
    if name not in ENTRIES:
        found = [_setting(name, one.name, one.metadata["about"], settings, offered) for one in fields(part)]
        return SectionView(name=name, title=TITLES[name], settings=found, changed=sum(one.changed for one in found))
    about, called, parts = ENTRIES[name]
    own = [EntryView(name=key, parts=_entry(value, parts)) for key, value in part.items()]
    return SectionView(
        name=name,
        title=TITLES[name],
        about=about,
        called=called,
        parts=parts,
        entries=[*own, EntryView(name="", parts=dict.fromkeys(parts, ""))],
        changed=len(part),
    )


def _setting(section: str, name: str, about: str, settings: Settings, offered: Offered) -> SettingView:
    part = getattr(settings, section)
    hint = get_type_hints(type(part))[name]
    kind, value = _kind_of(hint), getattr(part, name)
    choices: Sequence[tuple[str, str]] = ()
    if kind == "choice":
        choices = [(one, one or "leave it open") for one in get_args(hint)]
    if kind == "text" and (section, name) in offered:
        kind, choices = "choice" if name == "hand" else "suggested", offered[section, name]
    return SettingView(
        section=section,
        name=name,
        about=_COMMAND.sub("", about),
        kind=kind,
        value=_shown(kind, value),
        choices=choices,
        changed=value != getattr(getattr(Settings(), section), name),
    )


def _kind_of(hint: Any) -> str:
    """How a value is asked for: text, choice, yes or no, number, numbers, lines, pairs."""
    origin = get_origin(hint)
    if origin is Literal:
        return "choice"
    if origin is list:
        return "numbers" if get_args(hint) == (int,) else "lines"
    if origin is dict:
        return "pairs"
    return {bool: "yes or no", int: "number", float: "number with a point"}.get(hint, "text")


def _shown(kind: str, value: Any) -> Any:
    if kind == "numbers":
        return ", ".join(map(str, value))
    if kind == "lines":
        return "\n".join(value)
    if kind == "pairs":
        return "\n".join(f"{key} = {one}" for key, one in value.items())
    return value if kind == "yes or no" else f"{value:g}" if isinstance(value, float) else str(value)


def _typed(kind: str, value: str | bool) -> Any:
    if kind == "yes or no" or isinstance(value, bool):
        return value
    if kind == "lines":
        return [line.strip() for line in value.splitlines() if line.strip()]
    if kind == "numbers":
        return [_number(one, int) for one in value.replace(",", " ").split()]
    if kind == "pairs":
        return dict(_pair(line) for line in value.splitlines() if line.strip())
    if kind in ("number", "number with a point"):
        return _number(value, int if kind == "number" else float)
    return value.strip()


def _number(text: str, kind: type[int] | type[float]) -> int | float:
    try:
        return kind(text.strip().replace(",", "."))
    except ValueError:
        what = "a whole number" if kind is int else "a number"
        raise BadValue(f"“{text.strip()}” is not {what}.", "Write it in digits.") from None


def _pair(line: str) -> tuple[str, int | float]:
    key, equals, number = line.partition("=")
    if not equals:
        raise BadValue(f"“{line.strip()}” has no “=”.", "Write each on a line, like CA = 8.")
    return key.strip(), _number(number, int)


def _entry(value: str | Signer, parts: Mapping[str, str]) -> Mapping[str, str]:
    return dict.fromkeys(parts, value) if isinstance(value, str) else {part: getattr(value, part) for part in parts}


def _offered(folder: Folder) -> Offered:
    """What there is to choose from where a setting names something: hands and stocks, with their titles."""
    hands, _ = read_hands(folder.own("fonts"), folder.own("hands"))
    stocks, _ = read_stocks(folder.own("stocks.toml"))
    written = [(name, ": ".join(filter(None, [spec.title or name, spec.about]))) for name, spec in hands.items()]
    return {
        ("card", "hand"): written,
        ("envelope", "hand"): [("", "plain type"), *written],
        ("card", "stock"): [(name, stock.title) for name, stock in stocks.cards.items()],
        ("label", "stock"): [(name, stock.title) for name, stock in stocks.labels.items()],
        ("envelope", "stock"): [(name, stock.title) for name, stock in stocks.envelopes.items()],
    }
