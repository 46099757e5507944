"""Plain reportlab: `python -m benchmarks.peers.plain_reportlab FOLDER`."""

import sys
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.peers import FONT, address, paragraphs, rows

SIZE, LEADING, WIDE = 16, 19, 250


def main(folder: Path) -> None:
    registerFont(TTFont("Caveat", str(folder / FONT)))
    people = rows(folder)
    cards, labels = (Canvas(str(folder / name), pagesize=(612, 792)) for name in ("cards.pdf", "labels.pdf"))
    for number, row in enumerate(people):
        if number % 2 == 0:
            if number:
                cards.showPage()
            cards.setFont("Caveat", SIZE)
        _note(cards, row, 740 - 396 * (number % 2))
        if number % 30 == 0:
            if number:
                labels.showPage()
            labels.setFont("Helvetica", 9)
        _label(labels, row, number % 30)
    cards.save()
    labels.save()


def _note(canvas: Canvas, row: dict[str, str], top: float) -> None:
    for paragraph in paragraphs(row):
        for line in simpleSplit(paragraph, "Caveat", SIZE, WIDE):
            canvas.drawString(330, top, line)
            top -= LEADING


def _label(canvas: Canvas, row: dict[str, str], cell: int) -> None:
    x, top = 25 + 198 * (cell % 3), 735 - 72 * (cell // 3)
    for at, line in enumerate(address(row)):
        canvas.drawString(x, top - 11 * at, line)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
