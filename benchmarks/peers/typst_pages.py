"""typst: `python -m benchmarks.peers.typst_pages FOLDER`."""

import sys
from pathlib import Path

import typst

from benchmarks.peers import INSTEAD, TEXT

_FILLED = """#let filled(row, name) = {
  let said = row.at(name)
  if said == "" { instead.at(name, default: "") } else { said }
}"""
_READ = '#let customers = csv("customers.csv", row-type: dictionary)\n'
_CARDS = """
#set page("us-letter", margin: 0pt)
#set text(font: "Caveat", size: 16pt)
#set par(leading: 0.45em)
#for (at, row) in customers.enumerate() {
  place(top + left, dx: 330pt, dy: 40pt + 396pt * calc.rem(at, 2), block(width: 250pt)[TEXT])
  if calc.rem(at, 2) == 1 and at + 1 < customers.len() { pagebreak() }
}
"""
_LABELS = """
#set page("us-letter", margin: 0pt)
#set text(size: 9pt)
#for (at, row) in customers.enumerate() {
  let cell = calc.rem(at, 30)
  let town = row.at("City") + " " + row.at("State") + " " + row.at("ZIP")
  place(top + left, dx: 25pt + 198pt * calc.rem(cell, 3), dy: 50pt + 72pt * calc.quo(cell, 3))[
    #row.at("First name") #row.at("Last name") #linebreak() #row.at("Address 1") #linebreak() #town
  ]
  if cell == 29 and at + 1 < customers.len() { pagebreak() }
}
"""


def main(folder: Path) -> None:
    instead = ", ".join(f'"{name}": "{said}"' for name, said in INSTEAD.items())
    head = f"#let instead = ({instead})\n{_FILLED}\n{_READ}"
    for name, page in ("cards", _CARDS.replace("TEXT", _text())), ("labels", _LABELS):
        source = folder / f"{name}.typ"
        source.write_text(head + page, encoding="utf-8")
        typst.compile(source, output=folder / f"{name}.pdf", font_paths=[folder])


def _text() -> str:
    """The note in the markup of typst."""
    text = TEXT.replace("{year}", '#row.at("Customer since").slice(0, 4)').replace("\nNora", " \\\nNora")
    for name in ("First name", *INSTEAD):
        text = text.replace(f"{{{name}}}", f'#filled(row, "{name}")')
    return text


if __name__ == "__main__":
    main(Path(sys.argv[1]))
