"""A PDF that a printer takes as it is: fonts embedded, nothing scaled, the same bytes each time.

Built on the objects of reportlab without its canvas: a canvas names a Helvetica that is not embedded, and a page of it
costs twenty times what a page of ready operators does.
"""

import zlib
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from hashlib import md5
from pathlib import Path
from typing import Any

from notes.paper import exchange
from notes.paper.embedding import EmbeddedFont
from notes.paper.exchange import Press
from notes.staging import write_whole
from notes.writing.letter import Font

_VERSION = exchange.VERSION.encode()

Box = tuple[float, float, float, float]


class Edge(Enum):
    """The edge of a portrait sheet about which a printer turns it to print the other side."""

    LONG = "long"
    SHORT = "short"


class Document:
    """A PDF in the making: pages first, then the fonts that they name, then `data()` or `save`.

    Lengths are points, the origin of a page is its lower left corner. Fonts and pictures are shared by all pages; a
    page can have fonts of its own as well.
    For a `press` it is a PDF/X-4, whose pictures have colours that are told by a profile.
    """

    def __init__(self, title: str, *, duplex: Edge | None = None, press: Press | None = None) -> None:
        self._pdf = _empty(title, duplex, "1.6" if press else "1.7")
        self._title, self._press = title, press
        self._pictures: dict[str, bytes] = {}
        self._plates: dict[str, bytes] = {}
        self._programs: dict[bytes, int] = {}
        self._seen = md5(usedforsecurity=False)
        self._pages = self._number(self._pdf.Pages)
        self._resources = self._number(_late(self._list_resources))
        self._colours = self._declared(press) if press else "/DeviceRGB"

    @property
    def page_count(self) -> int:
        count: int = len(self._pdf.Pages.pages)
        return count

    def page(
        self,
        width: float,
        height: float,
        content: bytes,
        *,
        trim: Box | None = None,
        bleed: Box | None = None,
        fonts: Mapping[str, EmbeddedFont] | None = None,
    ) -> int:
        """Add a page of ready operators, which call these fonts and those of the document; its number, from 1."""
        stream = self._number(_raw(_stream(content)))
        if self._press:
            self._seen.update(content)
        boxes = {"MediaBox": (0.0, 0.0, width, height), "BleedBox": bleed, "TrimBox": trim}
        shown = "".join(f"/{name} [{' '.join(map(number, box))}] " for name, box in boxes.items() if box)
        page = f"<< /Type /Page /Parent {self._pages} 0 R {shown}/Resources {self._resources_of(fonts)} 0 R"
        self._pdf.addPage(_raw(f"{page} /Contents {stream} 0 R >>".encode()))
        return self.page_count

    def embed(self, name: str, embedded: EmbeddedFont) -> None:
        """Embed a font under the name by which all pages call it."""
        self._fonts[name] = self._called(embedded)

    def _resources_of(self, fonts: Mapping[str, EmbeddedFont] | None) -> int:
        """The number of the resources of a page that has these fonts of its own."""
        if not fonts:
            return self._resources
        own = {name: self._number(self._called(font)) for name, font in fonts.items()}

        def listed() -> bytes:
            shared = {name: self._number(font) for name, font in self._fonts.items()}
            return b"<< %s >>" % b" ".join(b"/%s %d 0 R" % (name.encode(), at) for name, at in (shared | own).items())

        return self._number(_late(lambda: self._list_resources(listed())))

    def _called(self, embedded: EmbeddedFont) -> Any:
        """A font with the codes that call its glyphs."""
        glyphs = self._number(_raw(_stream(embedded.cid_to_gid)))
        unicode_map = self._number(_raw(_stream(embedded.to_unicode)))
        widths = " ".join(f"{first} [{' '.join(map(str, run))}]" for first, run in _runs(embedded.widths))
        base = f"/BaseFont /{_full_name(embedded.font)}"
        descendant = self._number(
            _raw(
                f"<< /Type /Font /Subtype /CIDFontType2 {base} /CIDSystemInfo << /Registry (Adobe) /Ordering "
                f"(Identity) /Supplement 0 >> /FontDescriptor {self._program(embedded.font)} 0 R /DW 0 /W [{widths}] "
                f"/CIDToGIDMap {glyphs} 0 R >>".encode()
            )
        )
        return _raw(
            f"<< /Type /Font /Subtype /Type0 {base} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] "
            f"/ToUnicode {unicode_map} 0 R >>".encode()
        )

    def _program(self, font: Font) -> int:
        """The number of a font's descriptor; the glyphs are in the file once, whatever calls them."""
        if font.ttf not in self._programs:
            program = self._number(_raw(_stream(font.ttf, f"/Length1 {len(font.ttf)}")))
            bbox = " ".join(map(str, font.box))
            self._programs[font.ttf] = self._number(
                _raw(
                    f"<< /Type /FontDescriptor /FontName /{_full_name(font)} /Flags 4 /FontBBox [{bbox}] "
                    f"/ItalicAngle 0 /Ascent {font.ascent} /Descent {font.descent} "
                    f"/CapHeight {font.cap_height} /StemV 80 /FontFile2 {program} 0 R >>".encode()
                )
            )
        return self._programs[font.ttf]

    def add_picture(self, name: str, stream: bytes, entries: str) -> None:
        """Add an XObject under the name by which pages call it with Do; `entries` are those of its dictionary."""
        entries = entries.replace("/DeviceRGB", self._colours)
        self._pictures[name] = f"{self._number(_raw(_stream(stream, entries)))} 0 R".encode()

    def add_plate(self, name: str, ink: str, cmyk: tuple[float, float, float, float]) -> None:
        """Add a colour that is printed from a plate of its own; `cmyk` shows it where there is none."""
        shown = " ".join(map(number, cmyk))
        ink_name = "".join(chr(one) if chr(one).isalnum() and one < 128 else f"#{one:02X}" for one in ink.encode())
        tint = f"<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [{shown}] /N 1 >>"
        plate = self._number(_raw(f"[/Separation /{ink_name} /DeviceCMYK {tint}]".encode()))
        self._plates[name] = f"{plate} 0 R".encode()

    @property
    def reportlab(self) -> Any:
        """The document as a font of reportlab wants it."""
        return self._pdf

    @property
    def _fonts(self) -> dict[str, Any]:
        fonts: dict[str, Any] = self._pdf.idToObject["BasicFonts"].dict
        return fonts

    def _number(self, item: Any) -> int:
        number_and_version: tuple[int, int] = self._pdf.idToObjectNumberAndVersion[self._pdf.Reference(item).name]
        return number_and_version[0]

    def _list_resources(self, fonts: bytes = b"") -> bytes:
        pictures, plates = (
            b" ".join(b"/%s %s" % (name.encode(), at) for name, at in those.items())
            for those in (self._pictures, self._plates)
        )
        return b"<< /Font %s /XObject << %s >> %s/ProcSet [/PDF /Text /ImageB /ImageC] >>" % (
            fonts or b"%d 0 R" % self._pdf.idToObjectNumberAndVersion["BasicFonts"][0],
            pictures,
            b"/ColorSpace << %s >> " % plates if plates else b"",
        )

    def _declared(self, press: Press) -> str:
        """Say for which press the file is; how the colours of its pictures are then called."""
        profile = self._number(_raw(_stream(press.profile, "/N 4")))
        intent = f"[<< {press.intent} /DestOutputProfile {profile} 0 R >>]"
        catalog = self._pdf.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = _raw(intent.encode())
        catalog.Metadata = _late(self._metadata)
        info, plainly = self._pdf.info, self._pdf.info.format
        info.format = lambda of: plainly(of).rstrip().removesuffix(b">>") + b"/GTS_PDFXVersion (%b)\n>>" % _VERSION
        screen = self._number(_raw(_stream(exchange.screen_profile(), "/N 3")))
        return f"[/ICCBased {screen} 0 R]"

    def _metadata(self) -> bytes:
        packet = exchange.metadata(self._title, self._seen.hexdigest())
        return b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%b\nendstream" % (len(packet), packet)

    def data(self) -> bytes:
        """The whole file; the document is used up by it."""
        data: bytes = self._pdf.GetPDFData(None)
        return data

    def save(self, path: Path) -> None:
        """Write the file whole or not at all."""
        write_whole(path, self.data())


def number(value: float) -> str:
    """A number as PDF wants it: no exponent, no more digits than a printer can show.

    >>> number(306.0), number(0.12345)
    ('306', '0.123')
    """
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _empty(title: str, duplex: Edge | None, version: str) -> Any:
    from reportlab.pdfbase import pdfdoc

    pdf: Any = pdfdoc.PDFDocument  # it is only partly typed
    pdf = pdf(pdfVersion=tuple(map(int, version.split("."))), invariant=1)
    pdf.defaultStreamFilters, pdf.compression = [pdfdoc.PDFZCompress], 1
    pdf.Catalog.Outlines = None
    info = pdf.info
    info.title, info.author, info.creator, info.producer, info.subject = title, "", "", "", ""
    preferences = "/PrintScaling /None /PickTrayByPDFSize true /DisplayDocTitle true"
    if duplex:
        preferences += f" /Duplex /DuplexFlip{duplex.value.capitalize()}Edge"
    pdf.Catalog.ViewerPreferences = _raw(f"<< {preferences} >>".encode())
    return pdf


def _raw(content: bytes) -> Any:
    """An object whose bytes are known."""
    return _late(lambda: content)


def _late(make: Callable[[], bytes]) -> Any:
    """An object whose bytes are known when the file is put together."""
    item = _object()()
    item.make = make
    return item


@cache
def _object() -> type:
    from reportlab.pdfbase.pdfdoc import PDFObject

    class Raw(PDFObject):
        __RefOnly__ = 1
        make: Callable[[], bytes]

        def format(self, _document: Any) -> bytes:
            return self.make()

    return Raw


def _stream(content: bytes, entries: str = "") -> bytes:
    packed = content if "/Filter" in entries else zlib.compress(content, 6)
    filters = "" if "/Filter" in entries else "/Filter /FlateDecode "
    head = f"<< {filters}{entries} /Length {len(packed)} >>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def _runs(widths: Mapping[int, int]) -> list[tuple[int, list[int]]]:
    """The widths as runs of neighbouring codes.

    >>> _runs({5: 500, 6: 510, 9: 400})
    [(5, [500, 510]), (9, [400])]
    """
    runs: list[tuple[int, list[int]]] = []
    for code in sorted(widths):
        if runs and code == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(widths[code])
        else:
            runs.append((code, [widths[code]]))
    return runs


def _full_name(font: Font) -> str:
    """The name of a font that has some of its glyphs only."""
    return f"{_tag(font.ttf)}+{_name(font.name)}"


def _tag(ttf: bytes) -> str:
    """Six capitals that tell one subset of a font from another."""
    value = zlib.crc32(ttf)
    return "".join(chr(65 + value // 26**place % 26) for place in range(6))


def _name(text: str) -> str:
    return "".join(char for char in text if char.isascii() and (char.isalnum() or char == "-")) or "Hand"
