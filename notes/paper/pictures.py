"""Pictures of the person's own: files opened as paper shows them, or refused by the name of their kind."""

import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notes.files import is_real, name_of
from notes.language.locales import listed
from notes.paper.vector import EXPORT, drawn
from notes.problems import BadValue, did_you_mean

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS = 300  # an inch; no office printer shows more
LARGEST = 25_000_000  # pixels; more is a mistake or a trap
MOST_PAGES_POINTS = 14_400.0
_FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "AVIF", "JPEG2000")
_PHONES = (".heic", ".heif", ".hif")
_DRAWINGS = (".svg", ".svgz")
ENDINGS = (
    *(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".tif", ".tiff", ".gif", ".bmp", ".dib", ".pdf"),
    *(".avif", ".jp2", ".j2k", ".jpx"),
    *(*_PHONES, *_DRAWINGS),
)
_FROM_A_PHONE = (
    "Open it and export it as a JPEG; an iPhone takes JPEGs with Settings, Camera, Formats, “Most Compatible”."
)
_AS_JPEG = "Save it as a JPEG or a PNG."
# What is no picture to us, by its ending: the name of its kind, and what to do.
_OTHER_KINDS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(_PHONES, ("an HEIC photo", _FROM_A_PHONE)),
    **dict.fromkeys((".avif", ".avifs"), ("an AVIF picture", _AS_JPEG)),
    **dict.fromkeys((".jp2", ".j2k", ".jpx"), ("a JPEG 2000 picture", _AS_JPEG)),
    **dict.fromkeys((".jxl",), ("a JPEG XL picture", _AS_JPEG)),
    **dict.fromkeys((".ico", ".icns"), ("an icon", _AS_JPEG)),
    **dict.fromkeys(
        (".cr2", ".cr3", ".nef", ".arw", ".dng", ".raf", ".orf", ".rw2"), ("a camera’s raw file", _AS_JPEG)
    ),
    **dict.fromkeys(_DRAWINGS, ("an SVG drawing", EXPORT)),
    **dict.fromkeys((".eps", ".ps"), ("a PostScript drawing", EXPORT)),
    **dict.fromkeys((".ai",), ("an Illustrator drawing", EXPORT)),
    **dict.fromkeys((".psd", ".psb"), ("a Photoshop file", EXPORT)),
    **dict.fromkeys(
        (".xcf", ".kra", ".afphoto", ".afdesign", ".cdr", ".indd", ".sketch", ".fig"), ("a design", EXPORT)
    ),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages", ".txt", ".md", ".html", ".htm"), ("a text", EXPORT)),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key", ".pub", ".odg", ".vsd", ".vsdx"), ("a document", EXPORT)),
    **dict.fromkeys((".xls", ".xlsx", ".csv", ".ods"), ("a spreadsheet", EXPORT)),
    **dict.fromkeys(
        (".mp4", ".mov", ".avi", ".webm", ".mkv"), ("a film", "Take one picture of it, as a JPEG or a PNG.")
    ),
    **dict.fromkeys((".zip", ".rar", ".7z"), ("a packed folder", "Unpack it, and name the picture in it.")),
}


def names_a_file(text: str, folder: Path) -> bool:
    """Whether a text is the name of a file and not a word to write: by its ending, or because there is such a file.

    >>> [names_a_file(one, Path("nowhere")) for one in ("photo.HEIC", "art/x.webp", "Thank you.", "a.k.a")]
    [True, True, False, False]
    """
    text = text.strip()
    ending = _ending(text)
    return ending in ENDINGS or ending in _OTHER_KINDS or ("." in text and is_real(folder / text))


def opened(path: Path, largest: int = LARGEST) -> "Image":
    """The picture in a file, grey or in colour, white where it was clear; of a PDF the first page, of a film nothing.

    No more than the `largest` number of pixels is looked at.

    Raises:
        BadValue: there is no such file, or it is not a picture that can be used.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    if not is_real(path):
        raise _missing(path)
    start = _begins(path)
    if path.suffix.lower() == ".pdf" or start.startswith(b"%PDF-"):
        return _page(path)
    if _kind_of(start) in _DRAWINGS or path.suffix.lower() in _DRAWINGS:
        return _on_white(drawn(path))
    formats = _of_phones() if _kind_of(start) in _PHONES else _FORMATS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=formats) as image:
                if image.width * image.height > largest:
                    raise Image.DecompressionBombError
                return _on_white(ImageOps.exif_transpose(image))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        remedy = "Save a smaller version; 300 dots an inch is plenty."
        raise BadValue(
            f"the picture “{name_of(path)}” has more than {largest // 1_000_000} million pixels.", remedy
        ) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise _of_another_kind(path) from error


def all_in(path: Path, largest: int = LARGEST) -> "Iterator[Image]":
    """The picture in a file; of a PDF every page, as of a document that was scanned.

    Raises:
        BadValue: there is no such file, or it is not a picture that can be used.
    """
    if is_real(path) and _begins(path).startswith(b"%PDF-"):
        yield from _pages(path)
    else:
        yield opened(path, largest)


def _of_phones() -> tuple[str, ...]:
    """HEIC, as Pillow knows it by another library, which is loaded only where there is such a photo."""
    from pi_heif.as_plugin import register_heif_opener

    register_heif_opener()
    return ("HEIF",)


def _ending(text: str) -> str:
    """The ending of a file's name, however the system writes the way to it."""
    name = text.replace("\\", "/").rpartition("/")[2]
    return name[name.rfind(".") :].lower() if "." in name.strip(".") else ""


def _begins(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(400)
    except OSError:
        return b""


def _missing(path: Path) -> BadValue:
    """There is no such file: where it was looked for, and which pictures are there."""
    name = name_of(path).replace("\\", "/").rpartition("/")[2]
    folder = path.parent
    if path.is_dir():
        first = next((one.name for one in sorted(path.iterdir()) if one.suffix.lower() in ENDINGS), "")
        return BadValue(f"“{name}” is a folder.", f"Name a picture, like “{name}/{first or 'front.png'}”.")
    there = sorted(one.name for one in folder.iterdir() if one.suffix.lower() in ENDINGS) if folder.is_dir() else []
    message = f"there is no file “{name}” in {folder}."
    if name in there:
        return BadValue(message.replace(name, name_of(path), 1), f"Write “{name}”: there is one beside notes.toml.")
    if not there:
        return BadValue(message, "Put the picture there, beside notes.toml, and write its name.")
    likely = did_you_mean(name, there) if len(there) < _A_FEW else f"The pictures there: {listed(there[:_A_FEW])}, …"
    return BadValue(message, likely.replace("The choices are", "The pictures there"))


_A_FEW = 12


def _of_another_kind(path: Path) -> BadValue:
    name, start = name_of(path), _begins(path)
    kind = _kind_of(start) or _ending(name)
    if kind not in _OTHER_KINDS:
        return BadValue(f"“{name}” is not a picture that can be read.", "Use a PNG, a JPEG or a PDF.")
    what, remedy = _OTHER_KINDS[kind]
    return BadValue(f"“{name}” is {what}, which cannot be printed as it is.", remedy)


def _kind_of(start: bytes) -> str:
    """The ending that belongs to a file by its first bytes: a photo of a phone is often called .jpg and is none."""
    if start[4:8] == b"ftyp":
        brand = start[8:12]
        return ".heic" if brand in _HEIC else ".avif" if brand.startswith(b"avi") else ".mp4"
    if b"<svg" in start:
        return ".svg"
    return next((ending for head, ending in _HEADS.items() if start.startswith(head)), "")


_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_HEADS = {b"%!PS": ".eps", b"8BPS": ".psd", b"\x00\x00\x00\x0cjP": ".jp2", b"\xff\x0a": ".jxl", b"\x1f\x8b": ".svgz"}


def _on_white(image: "Image") -> "Image":
    """The picture as paper shows it: grey or in color, and white where it was clear."""
    from PIL import Image

    if image.mode.startswith(("I", "F")):
        return _grey(image)
    if image.mode in ("1", "L") and "transparency" not in image.info:
        return image.convert("L")
    if image.mode in ("RGB", "CMYK", "YCbCr", "HSV") and "transparency" not in image.info:
        return image.convert("RGB")
    clear = image.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")


def _grey(image: "Image") -> "Image":
    """Grey of more than eight bits: sixteen as they are meant, others by the lightest that there is."""
    whole = image.convert("F")
    most = float(whole.getextrema()[1])  # type: ignore[arg-type]
    white = 65_535.0 if image.mode.startswith("I") and most <= 65_535 else 1.0 if most <= 1 else most
    return whole.point(lambda value: value * (255 / white) + 0.5).convert("L")


def _page(path: Path) -> "Image":
    for page in _pages(path):
        return page
    raise BadValue(f"“{name_of(path)}” has no page.", "Use a PNG, a JPEG or a PDF.")


def _pages(path: Path) -> "Iterator[Image]":
    import pypdfium2

    opener: Any = pypdfium2.PdfDocument  # it is only partly typed
    try:
        with opener(path) as pdf:
            for page in pdf:
                size: tuple[float, float] = page.get_size()
                scale = min(DOTS / 72, (LARGEST / (size[0] * size[1])) ** 0.5)
                if max(size) > MOST_PAGES_POINTS:
                    remedy = "Make it the size of the card."
                    raise BadValue(f"the page in “{path.name}” is larger than any paper.", remedy)
                image: Image = page.render(scale=scale).to_pil().convert("RGB")
                yield image
    except (pypdfium2.PdfiumError, OSError) as error:
        raise BadValue(f"“{name_of(path)}” is not a PDF that can be read.", "Use a PNG, a JPEG or a PDF.") from error
