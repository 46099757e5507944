"""Address books (vCard, .vcf), as Google and Apple write them: a row for each person, with headers of our own."""

import quopri
import re
from collections.abc import Iterator, Mapping, Sequence

from notes.reading.files.delimited import decoded
from notes.reading.files.sheets import Contents, Row, Sheet

HEADERS = (
    "First name", "Last name", "Middle name", "Title", "Suffix", "Nickname", "Name", "Company", "E-mail", "Phone",
    "Address 1", "Address 2", "City", "State", "ZIP", "Country", "Birthday", "Wedding anniversary", "Notes",
)  # fmt: skip
_LINE = re.compile(
    r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)(?P<options>(?:;[^:;\"]*+(?:\"[^\"]*+\"[^:;\"]*+)*+)*+):(?P<value>.*)",
    re.DOTALL,
)
HEAD = 200  # characters in which the options of a line stand
_WANTED = ("home", "pref")  # of several addresses, the one at home


def read_vcards(content: bytes) -> Contents:
    """The people of an address book as a sheet."""
    text, notices = decoded(content)
    rows = [Row(1, list(HEADERS))]
    for number, card in enumerate(_cards(text), 2):
        found = _row(card)
        rows.append(Row(number, [found.get(header) or None for header in HEADERS]))
    return Contents([Sheet("Contacts", rows)], notices)


def _cards(text: str) -> Iterator[Sequence[tuple[str, str, str, str]]]:
    """The lines of each card: group, name, options, value."""
    lines: list[tuple[str, str, str, str]] = []
    for line in _unfolded(text):
        match = _LINE.match(line)
        if not match:
            continue
        name, options = match["name"].upper(), (match["options"] or "").casefold()
        if name == "BEGIN":
            lines = []
        elif name == "END":
            yield lines
        else:
            lines.append((match["group"] or "", name, options, _decoded(match["value"], options)))


def _unfolded(text: str) -> Iterator[str]:
    """The lines, those that go on in the next one put together."""
    pieces: list[str] = []
    for piece in text.splitlines():
        if piece[:1] in (" ", "\t"):
            pieces += [piece[1:]] if piece[1:] else []
        elif pieces and pieces[-1].endswith("=") and "quoted-printable" in "".join(pieces[:HEAD])[:HEAD].casefold():
            pieces[-1] = pieces[-1][:-1]
            pieces.append(piece)
        else:
            yield "".join(pieces)
            pieces = [piece]
    yield "".join(pieces)


def _decoded(value: str, options: str) -> str:
    if "quoted-printable" in options:
        return quopri.decodestring(value.encode("utf-8")).decode("utf-8", errors="replace")
    return value


def _row(card: Sequence[tuple[str, str, str, str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    labels = {group: value for group, name, _, value in card if name == "X-ABLABEL"}
    addresses = [(options, value) for _, name, options, value in card if name == "ADR"]
    for group, name, _, value in card:
        if name == "N":
            parts = _parts(value, ";", 5)
            found |= dict(zip(("Last name", "First name", "Middle name", "Title", "Suffix"), parts, strict=True))
        elif name in _PLAIN and _PLAIN[name] not in found:
            found[_PLAIN[name]] = _plain(value)
        elif name == "ORG":
            found["Company"] = _parts(value, ";", 1)[0]
        elif name in ("BDAY", "ANNIVERSARY") or (
            name == "X-ABDATE" and "anniversary" in labels.get(group, "").casefold()
        ):
            found["Birthday" if name == "BDAY" else "Wedding anniversary"] = value.strip()
    if addresses:
        found |= _address(max(addresses, key=lambda one: sum(word in one[0] for word in _WANTED))[1])
    if found.get("First name") or found.get("Last name"):
        found.pop("Name", None)
    return found


_PLAIN = {"FN": "Name", "NICKNAME": "Nickname", "EMAIL": "E-mail", "TEL": "Phone", "NOTE": "Notes"}


def _address(value: str) -> Mapping[str, str]:
    box, more, street, city, region, code, country = _parts(value, ";", 7)
    first, _, second = street.partition("\n")
    lines = [one for one in (box, first, second.replace("\n", ", "), more) if one]
    return {
        "Address 1": lines[0] if lines else "",
        "Address 2": ", ".join(lines[1:]),
        "City": city,
        "State": region,
        "ZIP": code,
        "Country": country,
    }


def _parts(value: str, separator: str, count: int) -> list[str]:
    parts = [_plain(part) for part in re.split(rf"(?<!\\){separator}", value)]
    return [*parts, *[""] * count][:count]


def _plain(value: str) -> str:
    """A value without the strokes that guard its commas and line breaks."""
    return re.sub(r"\\([nN,;\\:])", lambda match: "\n" if match[1] in "nN" else match[1], value).strip()
