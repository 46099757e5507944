"""WeasyPrint with Jinja2: `python -m benchmarks.peers.weasyprint_pages FOLDER`."""

import sys
from pathlib import Path

from jinja2 import Environment
from weasyprint import HTML

from benchmarks.peers import FONT, address, paragraphs, rows

_CARDS = """<style>@font-face { font-family: Caveat; src: url(FONT) }
@page { size: letter; margin: 0 } body { margin: 0; font: 16pt/19pt Caveat }
article { box-sizing: border-box; height: 396pt; padding: 40pt 32pt 0 330pt; break-inside: avoid }
p { margin: 0 }</style>
{% for note in notes %}<article>{% for one in note %}<p>{{ one }}</p>{% endfor %}</article>{% endfor %}"""
_LABELS = """<style>@page { size: letter; margin: 36pt 12pt } body { margin: 0; font: 9pt/11pt sans-serif }
div { float: left; width: 196pt; height: 72pt }</style>
{% for lines in addresses %}<div>{% for one in lines %}{{ one }}<br>{% endfor %}</div>{% endfor %}"""


def main(folder: Path) -> None:
    people = rows(folder)
    environment = Environment(autoescape=True)
    cards = environment.from_string(_CARDS.replace("FONT", FONT)).render(notes=map(paragraphs, people))
    labels = environment.from_string(_LABELS).render(addresses=map(address, people))
    for name, page in ("cards", cards), ("labels", labels):
        HTML(string=page, base_url=f"{folder}/").write_pdf(folder / f"{name}.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
