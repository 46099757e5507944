"""The hands there are: fonts/hands.toml, and every TrueType file that somebody drops into a fonts folder."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from notes.files import is_real, read_real, within
from notes.language.texts import short
from notes.problems import BadValue, Level, Place, Problem, did_you_mean, shown
from notes.resources import FONTS
from notes.toml import read_toml
from notes.units import MM, points
from notes.writing.own_hand import OWN, OwnHand
from notes.writing.strokes.movements import END, USUAL, movements
from notes.writing.strokes.temper import HABITS, Temper

_LENGTHS = ("x_height", "pen")


@dataclass(frozen=True, kw_only=True)
class HandSpec:
    """A way of writing, as data: the strokes of a font, and the temperament that varies them.

    `font` is a font file, or our own file of strokes. Lengths are in points; `slant` is in degrees and added to the
    font's own; `temperament` multiplies every natural irregularity (1 is a calm writer, 1.75 begins to look staged);
    `joined` tells whether the letters of a word hang together (None: half of them do); `pitch`, `word_space` and
    `spacing` (what is added between letters) are in x-heights; `closing` is how far to the right the closing words
    are, as a share of the width; `permitted` says that the maker of the font gave leave where the font itself gives
    none; `habits` are what else a `Temper` has.
    """

    name: str
    font: Path
    title: str = ""
    about: str = ""
    source: str = ""
    axes: Mapping[str, float] = field(default_factory=dict)
    alternates: Sequence[str] = ()
    x_height: float = 2.15 * MM
    pen: float = 0.33 * MM
    slant: float = 0.0
    temperament: float = 1.0
    joined: bool | None = None
    pitch: float = 3.1
    word_space: float = 1.5
    spacing: float = 0.0
    closing: float = 0.4
    ink: Sequence[float] = (0.07, 0.1, 0.31)
    sister: str = ""
    letters: str = ""
    forms: Mapping[str, str] = field(default_factory=dict)
    writer: int = 0
    permitted: bool = False
    habits: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, (least, most, unit) in _WITHIN.items():
            value = getattr(self, name) / (MM if unit else 1)
            if not least <= value <= most:
                raise BadValue(f"{name} = {value:g}{unit} is out of range.", f"Write {least:g} to {most:g}{unit}.")
        if len(self.ink) != 3 or not all(isinstance(one, int | float) and 0 <= one <= 1 for one in self.ink):
            raise BadValue("ink is not a colour.", "Write three numbers from 0 to 1, like [0.07, 0.1, 0.31].")
        if not all(isinstance(one, int | float) for one in self.axes.values()):
            raise BadValue("the axes have to be numbers.", "Write them like { wght = 400 }.")
        if self.letters and not self.letters.isalnum():
            raise BadValue(f"there are no letters “{short(self.letters)}”.", 'Write letters = "running".')
        if self.letters:
            self._check_forms()
        for name, value in self.habits.items():
            if name not in HABITS:
                raise BadValue(f"there is no habit “{name}”.", did_you_mean(name, list(HABITS)))
            least, most = HABITS[name]
            if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
                raise BadValue(f"habits.{name} = {value!r} is out of range.", f"Write {least:g} to {most:g}.")

    def _check_forms(self) -> None:
        known = movements(self.letters)
        if not known:
            raise BadValue(f"there are no letters “{self.letters}”.", 'Write letters = "running".')
        for letter, forms in self.forms.items():
            have = [one.partition(":")[2] or USUAL for one in known if one.partition(":")[0] == letter]
            for form in (one.removesuffix(END) for one in forms.split()):
                if form not in have:
                    raise BadValue(f"“{letter}” has no form “{form}”.", did_you_mean(form, have))

    @property
    def temper(self) -> Temper:
        """The temper that this hand's strokes are written in."""
        joins = {} if self.joined is None else {"joins": 1.0 if self.joined else 0.0}
        given: dict[str, Any] = joins | dict(self.habits)
        if "run" in given:
            given["run"] = round(given["run"])
        return Temper(
            slant=math.tan(math.radians(self.slant)),
            gap=given.pop("gap", Temper.gap) + self.spacing,
            word_gap=self.word_space,
            wander=given.pop("wander", 1.0) * self.temperament,
            pen=self.pen / self.x_height,
            letters=self.letters,
            forms=" ".join(f"{letter}:{'/'.join(forms.split())}" for letter, forms in sorted(self.forms.items())),
            writer=f"{self.name} {self.writer}",
            own=self.font.suffix == OWN,
            **given,
        )


_WITHIN = {
    "x_height": (1.6, 8.0, " mm"),
    "pen": (0.1, 1.5, " mm"),
    "slant": (-20.0, 20.0, ""),
    "temperament": (0.0, 3.0, ""),
    "pitch": (2.0, 6.0, ""),
    "word_space": (0.3, 3.0, ""),
    "spacing": (-0.3, 0.5, ""),
    "closing": (0.0, 0.8, ""),
}
_KNOWN = {one.name: one for one in fields(HandSpec) if one.name not in ("name", "font")}


def read_hands(
    user_folder: Path | None = None, written: Path | None = None
) -> tuple[dict[str, HandSpec], Sequence[Problem]]:
    """Our hands, those of the person's fonts and those that were `written`; and what is wrong with their files."""
    hands: dict[str, HandSpec] = {}
    problems: list[Problem] = []
    for folder in filter(None, [FONTS, user_folder]):
        found, wrong = _hands_in(folder)
        hands |= found
        problems += wrong
    for path in sorted(written.glob(f"*{OWN}")) if written else ():
        try:
            own = OwnHand.from_bytes(read_real(path))
            spec = HandSpec(name=path.stem, font=path, title=path.stem.title(), about=_OWN, sister="caveat", **own.spec)
            hands[path.stem] = spec
        except BadValue as bad:
            problems.append(bad.at(Place(f"hands/{shown(path.name)}")))
    return hands, problems


_OWN = "Written by hand, on the sheet."


def _hands_in(folder: Path) -> tuple[dict[str, HandSpec], list[Problem]]:
    described, broken = read_toml(folder / "hands.toml", "fonts/README.md shows a whole entry.")
    problems = [*broken]
    hands: dict[str, HandSpec] = {}
    for name, table in described.items():
        place = Place("hands.toml", key=name)
        try:
            hands[name] = _from_table(name, table, folder)
        except BadValue as bad:
            problems.append(bad.at(place))
    taken = {spec.font.name for spec in hands.values()}
    for file in _fonts_in(folder):
        if file.name in taken:
            continue
        if file.suffix.lower() in _NO_HANDS:
            place = Place(f"fonts/{shown(file.name)}")
            what, remedy = _PACKED if file.suffix.lower() in _ARCHIVES else (_NO_KIND, _AS_TRUETYPE)
            problems.append(Problem(place, what, remedy, Level.WARNING))
            continue
        name = hand_name(file.stem)
        if name not in hands:
            hands[name] = HandSpec(name=name, font=file, title=file.stem, sister="caveat")
    return hands, problems


def hand_name(text: str) -> str:
    """What a hand is called whose font has that name.

    >>> hand_name("My Hand")
    'my-hand'
    """
    return text.strip().casefold().replace(" ", "-")


def _fonts_in(folder: Path) -> list[Path]:
    """The font files of a folder and of the folders in it, as people unpack them; .ttf before other kinds."""
    found = [one for one in folder.rglob("*") if one.suffix.lower() in (*_FONTS, *_NO_HANDS) and is_real(one)]
    order = (*_FONTS, *_NO_HANDS)
    return sorted(found, key=lambda one: (order.index(one.suffix.lower()), len(one.parts), str(one)))


_FONTS = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2")
_ARCHIVES = (".zip", ".rar", ".7z", ".dmg")
_NO_HANDS = (".pfb", ".pfa", ".dfont", ".fon", ".eot", ".otb", ".bdf", ".sfd", *_ARCHIVES)
_NO_KIND = "this kind of font cannot be used."
_PACKED = "this is a packed folder and no font.", "Unpack it, and put the .ttf or .otf file that is in it here."
_AS_TRUETYPE = "Get it as TrueType or OpenType (.ttf, .otf), or remove it."


def _from_table(name: str, table: Any, folder: Path) -> HandSpec:
    if not isinstance(table, dict) or not isinstance(table.get("file"), str):
        raise BadValue("this hand has no font.", 'Write file = "Its-Font.ttf", and put that file beside hands.toml.')
    given = {key: value for key, value in table.items() if key not in ("package", "file")}
    for key, value in given.items():
        if key not in _KNOWN:
            raise BadValue(f"a hand has no setting “{key}”.", did_you_mean(key, list(_KNOWN)))
        given[key] = points(value) if key in _LENGTHS else _like(value, key)
    return HandSpec(name=name, font=font_file(table, folder), **given)


_KINDS: Mapping[type, tuple[type, ...]] = {float: (int, float), tuple: (list,), dict: (dict,)}


def _like(value: Any, key: str) -> Any:
    """The value, if it is of the kind that this entry has."""
    default = _KNOWN[key].default
    kind = dict if default is MISSING else bool if default is None else type(default)
    if not isinstance(value, _KINDS.get(kind, (kind,))) or (isinstance(value, bool) and kind is not bool):
        raise BadValue(f"{key} = {value!r} is not the right kind of value.", "fonts/README.md shows a whole entry.")
    return value


def font_file(table: Mapping[str, Any], folder: Path) -> Path:
    """The font file: in a package of fonts that is installed, or beside the list.

    The package is only looked for, by the names that such packages have; nothing in it is run.
    """
    file = str(table["file"])
    if not (package := table.get("package")):
        path = within(folder, file)
    else:
        if not isinstance(package, str) or not _PACKAGE.fullmatch(package):
            remedy = "Packages of fonts are called like fontpkg_caveat. Or put the file beside hands.toml."
            raise BadValue(f"“{short(package)}” is no package of fonts.", remedy)
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise BadValue(f"its font comes with “{package}”, which is not installed.", "Run `make cards` once more.")
        path = within(Path(spec.submodule_search_locations[0]) / "files", file)
    if not is_real(path):
        raise BadValue(f"there is no font “{short(shown(file))}”.", f"Put the file into {folder.name}/.")
    return path


_PACKAGE = re.compile(r"fontpkg_[a-z0-9_]{1,60}", re.ASCII)
