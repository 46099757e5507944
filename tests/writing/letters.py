"""Letters to write in tests, and the file that shows what readers make of them."""

import re
from dataclasses import dataclass

from notes.paper.document import Document
from notes.writing import Written
from notes.writing.hand import Hand

BOX = (258.0, 348.0)  # a folded card within its margins


@dataclass(frozen=True)
class Letter:
    salutation: str = "Dear Rosa,"
    paragraphs: tuple[str, ...] = ("Thank you for all the letters. We will see you in the little coffee shop.",)
    closing: str = "Warmly,"
    signature: str = "Ada & Tom"


def shapes(written: Written) -> list[bytes]:
    """The code of each letter and space, in their order."""
    text = b"".join(re.findall(rb"\(([^)]*)\)", written.content))
    return [text[at : at + 2] for at in range(0, len(text), 2)]


def spelled(hand: Hand, written: Written, font: str = "Hand") -> str:
    """What the codes stand for, by the map that the file carries for its readers."""
    unicode_map = hand.font(font, written.codes[font]).to_unicode.decode()
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]+)>", unicode_map)
    text = {bytes.fromhex(code): bytes.fromhex(those).decode("utf-16-be") for code, those in pairs}
    return "".join(text[code] for code in shapes(written))


def as_pdf(hand: Hand, *letters: Written) -> bytes:
    document = Document("A test")
    codes: dict[str, frozenset[int]] = {}
    for one in letters:
        document.page(306, 396, b"q 1 0 0 1 24 24 cm " + one.content + b" Q")
        codes |= {name: codes.get(name, frozenset()) | used for name, used in one.codes.items()}
    for name, used in codes.items():
        document.embed(name, hand.font(name, used))
    return document.data()
