"""PDF/X-4: what a file for a print shop says of the press that it is meant for, after ISO 15930-7.

The press is told by a colour profile: ours is of coated paper printed by ISO 12647-2, made from the characterization
data FOGRA39L (`presses/SOURCES.md`); a shop may give its own.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from notes.files import is_real, name_of, read_real
from notes.problems import BadValue

VERSION = "PDF/X-4"
MADE = "2000-01-01T00:00:00Z"  # as in the rest of the file: it has no clock
LARGEST = 20_000_000  # bytes of a profile
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Press:
    """A printing condition: its name in the registry of the ICC, or in words alone, and its profile."""

    identifier: str
    title: str
    profile: bytes
    registered: bool = False

    @property
    def intent(self) -> str:
        """The entries of an output intent, but for its profile."""
        registry = " /RegistryName (http://www.color.org)" if self.registered else ""
        return (
            f"/Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier {_text(self.identifier)}"
            f" /OutputCondition {_text(self.title)} /Info {_text(self.title)}{registry}"
        )


@cache
def usual() -> Press:
    """Coated paper in offset, which print shops expect where nothing else is said."""
    return Press(
        "FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)", (HERE / "presses/fogra39.icc").read_bytes(), registered=True
    )


def read_press(path: Path) -> Press:
    """The press of a profile that a print shop has given.

    Raises:
        BadValue: there is no such file, or it is no profile of a press with four inks.
    """
    from PIL import ImageCms

    name = name_of(path)
    if not is_real(path):
        raise BadValue(f"there is no file “{name}” in {path.parent}.", "Put the profile there, beside notes.toml.")
    profile = read_real(path, LARGEST)
    if profile[36:40] != b"acsp":
        raise BadValue(f"“{name}” is not a color profile.", _ASK)
    if profile[12:16] != b"prtr" or profile[16:20] != b"CMYK":
        raise BadValue(f"“{name}” is not the profile of a press: it is for a screen or a camera.", _ASK)
    try:
        title = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile))).strip()
    except (ImageCms.PyCMSError, OSError) as error:
        raise BadValue(f"“{name}” is a color profile that cannot be read.", _ASK) from error
    return Press("Custom", title or name, profile)


_ASK = "Ask the print shop for its CMYK profile (.icc), or leave this empty for coated paper (FOGRA39)."


@cache
def screen_profile() -> bytes:
    """The profile of the pictures’ colours, sRGB."""
    return (HERE / "presses/srgb.icc").read_bytes()


def metadata(title: str, digest: str) -> bytes:
    """The XMP packet; the digest of its pages tells the file from others."""
    return _PACKET.format(title=escape(title), id=digest, made=MADE, version=VERSION).encode()


def _text(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>" if not text.isascii() else f"({_escaped(text)})"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "()\\" else char for char in text)


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:MetadataDate>{made}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>{version}</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
