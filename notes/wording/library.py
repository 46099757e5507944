"""The library of wordings: `templates/<occasion>/<name>.txt` is English, `templates/<occasion>/de/<name>.txt` German.

A file begins, if at all, with header lines (`needs: pet, trip`, `sign off: Yours,`, `for: one`) and an empty line. Then
come the paragraphs, with an empty line between them. Anything in [square brackets] is left out on a small card; or
else the shorter form comes below a line `---`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from notes.files import read_real
from notes.kept import kept
from notes.occasions import Occasions, ours
from notes.problems import BadValue, Level, Place, Problem, did_you_mean, shown
from notes.wording.phrasebook import Phrasebook
from notes.wording.phrasebook_files import is_of_phrasebook, read_phrasebook
from notes.wording.template_names import SURE, VOCABULARY
from notes.wording.templates import BadTemplate, Template
from notes.wording.text_files import LARGEST, text_of

_HEADER = re.compile(r"(needs|sign off|for)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_SHORTER = re.compile(r"(?m)^-{3,}[ \t]*$")
_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BRACKETS = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})|\[([^\[\]]*)\]", re.DOTALL)

# Without a tag in it, a bracket can be left out of a template that is right, and it stays right.
_READERS = (".py", ".toml")
_TAG_IN_BRACKETS = re.compile(r"\[[^\[\]]*(?:\{\{|\{%)[^\[\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording of an occasion; `needs` are the names without which it cannot be written.

    `for_one` is true for one that cannot speak to a couple, `own` for one that the person wrote.
    """

    name: str
    occasion: str
    language: str
    place: Place
    text: str
    lines_above: int = 0
    short_text: str = ""
    needs: frozenset[str] = frozenset()
    sign_off: str = ""
    for_one: bool = False
    own: bool = False

    @property
    def body(self) -> Template:
        """The full form, read when it is first needed."""
        return _template(self.text, self.needs, self.lines_above)

    @property
    def shorter(self) -> Template | None:
        """The form for a small card; read only when needed, since most wordings are not taken."""
        return _shorter(self.short_text, self.needs) if self.short_text else None


@dataclass(frozen=True, slots=True)
class Library:
    """All whole wordings, by occasion and language, and the phrasebook for the notes that are put together."""

    wordings: Sequence[Wording] = ()
    phrasebook: Phrasebook = field(default_factory=Phrasebook)
    _by: Mapping[tuple[str, str], Sequence[Wording]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by: dict[tuple[str, str], list[Wording]] = {}
        for wording in self.wordings:
            by.setdefault((wording.occasion, wording.language), []).append(wording)
        object.__setattr__(self, "_by", by)

    @property
    def languages(self) -> Sequence[str]:
        """The languages in which something is written."""
        return sorted({"en"} | {language for _, language in self._by})

    def of(self, occasion: str, language: str) -> Sequence[Wording]:
        return self._by.get((occasion, language), ())

    @property
    def occasions(self) -> list[str]:
        return sorted({wording.occasion for wording in self.wordings} | {*self.phrasebook.occasions})


def read_wordings(folders: Sequence[Path], occasions: Occasions | None = None) -> tuple[Library, Sequence[Problem]]:
    """The wordings of all the folders; a later folder adds to them, or replaces one by its name.

    What was once read without a problem is remembered to be sound, and read no further than it is needed.
    """
    known = (occasions or ours()).names
    sound = kept("wordings", _as_they_are(folders, known), lambda: not _read(folders, known, sound=False)[1])
    return _read(folders, known, sound=sound)


def _as_they_are(folders: Sequence[Path], occasions: Collection[str]) -> Iterator[bytes]:
    """All that the wordings are read from, and what reads them."""
    yield repr(sorted(occasions)).encode()
    for path in sorted(Path(__file__).parent.rglob("*.*")):
        if path.suffix in _READERS:
            yield f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}".encode()
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            yield path.relative_to(folder).as_posix().encode("utf-8", "surrogatepass")
            yield _held_in(path)


def _held_in(path: Path) -> bytes:
    try:
        return read_real(path, LARGEST)
    except OSError as error:
        return f"{error}".encode()


def _read(folders: Sequence[Path], known: Collection[str], *, sound: bool) -> tuple[Library, Sequence[Problem]]:
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    own: set[str] = set()
    phrasebook, unfit = read_phrasebook(folders, known, sound=sound)
    for folder in folders:
        added = dict(_files(folder))
        own |= set(added) if folder is not folders[0] else set()
        problems += _strangers(added, known)
        files |= added
    wordings: list[Wording] = []
    for name, path in sorted(files.items()):
        place = Place(f"templates/{name}.txt")
        try:
            wordings.append(replace(read_wording(path, name, place, sound=sound), own=name in own))
        except BadTemplate as bad:
            problems.append(bad.at(Place(place.file, row=bad.line)))
        except BadValue as bad:
            problems.append(bad.at(place))
    return Library(tuple(wordings), phrasebook), [*unfit, *problems]


def _strangers(added: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """Folders whose names are not occasions: most likely typing errors."""
    for occasion in sorted({name.split("/")[0] for name in added} - set(known)):
        message = f"“{occasion}” is not an occasion, so these wordings are never used."
        yield Problem(Place(f"templates/{occasion}"), message, did_you_mean(occasion, known), Level.WARNING)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for pattern in ("*/*.txt", "*/??/*.txt"):
        for path in folder.glob(pattern):
            name = shown(path.relative_to(folder).with_suffix("").as_posix())
            if not path.name.startswith((".", "~")) and not is_of_phrasebook(name):
                yield name, path


def read_wording(path: Path, name: str, place: Place, *, sound: bool = False) -> Wording:
    """A wording from its file, which is looked through for mistakes unless it is known to be sound.

    Raises:
        BadValue: the file is not text, or has something in it that a note has no use for.
    """
    text = text_of(path)
    occasion, *language, _ = name.split("/")
    header, body = _split_header(text)
    needs = _needs(header.get("needs", ""))
    long, short = _forms(body)
    if not long.strip():
        raise BadValue("this wording is empty.", "Write a few sentences, or delete the file.")
    lines_above = text.count("\n") - body.count("\n")
    wording = Wording(
        name=name,
        occasion=occasion,
        language=language[0] if language else "en",
        place=place,
        text=long,
        lines_above=lines_above,
        short_text=short if short.strip() else "",
        needs=needs,
        sign_off=header.get("sign off", ""),
        for_one=_is_for_one(header.get("for", "")),
    )
    if not sound:
        _template(long, needs, lines_above)
    if not sound and (_SHORTER.search(body) or _TAG_IN_BRACKETS.search(body)):
        _template(short, needs, lines_above + body.count("\n") - short.count("\n"))
    return wording


def _forms(body: str) -> tuple[str, str]:
    """The full form and the shorter, "" where there is none. Line breaks stay, so that lines count right."""
    long, *short = _SHORTER.split(body, maxsplit=1)
    full = _BRACKETS.sub(lambda match: match[1] or match[2], long)
    if stray := re.search(r"[\[\]]", _TAGS.sub("", full)):
        message = f"a bracket “{stray[0]}” is missing its other half, or is inside another pair."
        raise BadValue(message, "Put [ and ] around a whole sentence.")
    if short or full == long:
        return full, "".join(short)
    return full, _BRACKETS.sub(lambda match: match[1] or "\n" * match[2].count("\n"), long)


@cache
def _shorter(text: str, needs: frozenset[str]) -> Template:
    return _template(text, needs, 0)


@cache
def _template(text: str, needs: frozenset[str], lines_above: int) -> Template:
    try:
        return Template.parse(text, VOCABULARY, SURE | needs)
    except BadTemplate as bad:
        raise BadTemplate(bad.message, bad.remedy, bad.line + lines_above) from None


def _split_header(text: str) -> tuple[dict[str, str], str]:
    header: dict[str, str] = {}
    rest = text
    while match := _HEADER.match(rest):
        header[match[1].lower()] = match[2].strip()
        rest = rest[match.end() :].removeprefix("\r").removeprefix("\n")
    return header, rest


def _is_for_one(text: str) -> bool:
    if text.casefold() not in {"", "one"}:
        raise BadTemplate(f"“for: {text}” is not known.", "Write “for: one”, or nothing.", 1)
    return bool(text)


def _needs(text: str) -> frozenset[str]:
    names = [name for name in re.split(r"[,\s]+", text) if name]
    for name in names:
        if name not in VOCABULARY:
            raise BadTemplate(f"there is no name “{name}”.", did_you_mean(name, VOCABULARY), 1)
    return frozenset(names)
