"""notes.toml: read into settings with all that is wrong in it, and written with what each setting does."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import Field, asdict, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from notes.language.texts import is_invisible, short
from notes.occasions import read_occasions
from notes.problems import BadValue, Place, Problem, did_you_mean
from notes.settings import Settings, Signer
from notes.toml import read_toml, toml_in, toml_line


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
    elif setting.name == "stock" and isinstance(value, int) and not isinstance(value, bool):
        value = f"{value}"  # 5160 is a name
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
