"""The proof: every hand on paper, to be looked at before anyone gets a card in it.

Two pages a hand: its letters, a card at its real size and the names that are hard; then the same note on twelve cards.
"""

from collections.abc import Mapping
from pathlib import Path

from notes.paper.document import Document, number
from notes.paper.ink import Ink
from notes.paper.plain import Plain
from notes.problems import BadValue
from notes.units import MM
from notes.writing import HandSpec, Writing, open_hand
from notes.writing.hand import Hand
from notes.writing.specimen import LETTERS, NAMES, Sample, coverage

PAGE = (612.0, 792.0)
CARD = (306.0, 396.0)
MARGIN = 24.0
EDGE = 36.0
TWELVE = (3, 4, 0.44)  # columns, rows, scale


def specimen_pdf(hands: Mapping[str, HandSpec], cache: Path) -> bytes:
    """A PDF of these hands; one whose font cannot be used gets a page that says why."""
    document = Document("The hands")
    plain = Plain(document)
    for spec in hands.values():
        try:
            sheet = _Proof(document, plain, open_hand(spec, cache, hands))
            sheet.specimen()
            sheet.twelve()
        except BadValue as bad:
            head = _caption(plain, spec.title or spec.name, bad.message, bad.remedy)
            document.page(*PAGE, head)
            continue
        sheet.ink.into(document)
    return document.data()


class _Proof:
    """The pages of one hand, whose fonts have names of their own in the document."""

    def __init__(self, document: Document, plain: Plain, hand: Hand) -> None:
        self._document, self._plain, self._hand = document, plain, hand
        self.ink = Ink("".join(one for one in hand.spec.name if one.isascii() and one.isalnum()))

    def specimen(self) -> None:
        spec, (width, height) = self._hand.spec, PAGE
        knows = ", ".join(map(str, coverage(self._hand)))
        parts = [_caption(self._plain, spec.title or spec.name, spec.about, f"Writes {knows}.", spec.source)]
        alphabet = self._hand.write_lines(LETTERS, width - 2 * EDGE, 84, f"{spec.name} letters", x_height=2.6 * MM)
        parts.append(self._placed(alphabet, EDGE, height - 200))
        names = [one for one in NAMES if not self._hand.covers(one)]
        written = self._hand.write_lines(names, width - 2 * EDGE, 110, f"{spec.name} names")
        parts.append(self._placed(written, EDGE, 470))
        x, y = (width - CARD[0]) / 2, EDGE
        parts.append(b"q .7 G .5 w %b re S Q" % _numbers(x, y, *CARD))
        note = self._hand.write(Sample(), CARD[0] - 2 * MARGIN, CARD[1] - 2 * MARGIN, f"{spec.name} specimen")
        parts.append(self._placed(note, x + MARGIN, y + MARGIN))
        self._document.page(width, height, b"\n".join(parts))

    def twelve(self) -> None:
        columns, rows, scale = TWELVE
        parts = [_caption(self._plain, f"{self._hand.spec.title}: the same note on twelve cards", "")]
        left = (PAGE[0] - columns * CARD[0] * scale) / 2
        for index in range(columns * rows):
            x = left + index % columns * CARD[0] * scale
            y = EDGE + (rows - 1 - index // columns) * CARD[1] * scale
            parts.append(b"q .8 G .3 w %b re S Q" % _numbers(x, y, CARD[0] * scale, CARD[1] * scale))
            key = f"{self._hand.spec.name} customer {index}"
            note = self._hand.write(Sample(), CARD[0] - 2 * MARGIN, CARD[1] - 2 * MARGIN, key)
            parts.append(self._placed(note, x + MARGIN * scale, y + MARGIN * scale, scale))
        self._document.page(*PAGE, b"\n".join(parts))

    def _placed(self, writing: Writing, x: float, y: float, scale: float = 1.0) -> bytes:
        at = _numbers(scale), _numbers(scale), _numbers(x, y)
        return b"q %b 0 0 %b %b cm %b Q" % (*at, self.ink.operators(writing))


def _caption(plain: Plain, title: str, *lines: str) -> bytes:
    top = PAGE[1] - EDGE
    parts = [plain.show(title, EDGE, top - 6, 14, grey=0.2)]
    parts += [plain.show(line, EDGE, top - 20 - 11 * at, 8, grey=0.4) for at, line in enumerate(filter(None, lines))]
    return b"".join(parts)


def _numbers(*values: float) -> bytes:
    return " ".join(map(number, values)).encode()
