"""Drawings: an SVG as a picture, drawn in the same way on every computer, or refused with what to export instead."""

import re
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notes.files import name_of, read_real
from notes.problems import BadValue

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1800  # pixels along the longer side: six inches of what a printer shows
LARGEST = 20_000_000  # bytes, unpacked
DEEPEST, MOST = 100, 200_000  # elements within each other, and all of them, as they are drawn
EXPORT = "Export it as a PDF or a PNG from the program that made it."
_OUTLINES = "Export it with its text as outlines (curves, paths), or as a PDF."
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")  # it names an encoding that the text no longer has


def drawn(path: Path) -> "Image":
    """The drawing in an SVG or SVGZ file, clear where nothing is drawn.

    Raises:
        BadValue: it is not a drawing that can be read, or one that another computer would draw in another way.
    """
    import resvg_py
    from PIL import Image

    text = _unpacked(path)
    _ensure_sound(text, name_of(path))
    try:
        png = resvg_py.svg_to_bytes(svg_string=text, width=LONGEST, height=LONGEST, skip_system_fonts=True)
    except ValueError as error:
        raise _unreadable(name_of(path)) from error
    image = Image.open(BytesIO(png))
    if image.getchannel("A").getbbox() is None:
        raise BadValue(f"“{name_of(path)}” is an SVG drawing with nothing in it.", EXPORT)
    return image


def _unpacked(path: Path) -> str:
    data = read_real(path)
    try:
        if data.startswith(b"\x1f\x8b"):
            data = zlib.decompressobj(wbits=31).decompress(data, LARGEST + 1)
        if len(data) > LARGEST:
            raise BadValue(f"“{name_of(path)}” is too large a drawing.", EXPORT)
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except (zlib.error, UnicodeDecodeError) as error:
        raise _unreadable(name_of(path)) from error


def _ensure_sound(text: str, name: str) -> None:
    """See that a drawing has no words in a typeface, and that it can be drawn in a moment."""
    from xml.etree.ElementTree import ParseError  # what it parses is looked at by defusedxml

    from defusedxml import DefusedXmlException

    try:
        every = _elements(text, name)
    except (ParseError, DefusedXmlException) as error:
        raise _unreadable(name) from error
    if any(_tag(one) in ("text", "tspan") and "".join(one.itertext()).strip() for one in every):
        raise BadValue(f"“{name}” has words in a typeface that not every computer has.", _OUTLINES)
    if any(_tag(one) in ("image", "feImage") for one in every):
        raise BadValue(f"“{name}” is a drawing that has a photo in it.", EXPORT)
    if _is_endless(every) or any(_tag(one) == "foreignObject" for one in every):
        raise _too_complicated(name)


def _elements(text: str, name: str) -> list[Any]:
    """All elements, the whole drawing first, none of them in too many others."""
    from defusedxml.ElementTree import iterparse

    found: list[Any] = []
    depth = 0
    for event, element in iterparse(BytesIO(_DECLARATION.sub("", text).encode()), ("start", "end")):
        depth += 1 if event == "start" else -1
        found += [element] if event == "start" else []
        if depth > DEEPEST or len(found) > MOST:
            raise _too_complicated(name)
    return found


def _is_endless(every: list[Any]) -> bool:
    """Whether a drawing uses its parts so often, or so deep in each other, that it takes too long to draw."""
    try:
        count, depth = _reach(every[0], {one.get("id"): one for one in every if one.get("id")}, {})
    except RecursionError:
        return True
    return count > MOST or depth > DEEPEST


def _reach(element: Any, by_id: dict[str, Any], known: dict[Any, tuple[float, float]]) -> tuple[float, float]:
    """How many elements are drawn for one, and how deep in each other, with those that it uses; endless if itself."""
    if element not in known:
        known[element] = float("inf"), float("inf")
        used = by_id.get(_link(element).removeprefix("#")) if _tag(element) == "use" else None
        parts = [_reach(one, by_id, known) for one in (*element, *([] if used is None else [used]))]
        known[element] = 1 + sum(count for count, _ in parts), 1 + max((deep for _, deep in parts), default=0)
    return known[element]


def _link(element: Any) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == "href"), "").strip()


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _unreadable(name: str) -> BadValue:
    return BadValue(f"“{name}” is an SVG drawing that cannot be read.", EXPORT)


def _too_complicated(name: str) -> BadValue:
    return BadValue(f"“{name}” is too complicated a drawing.", EXPORT)
