"""Forty cards drafted by a real small language model: how many get a draft that may be shown, and what was wrong.

`python -m tests.drafting.forty PYTHON [MODEL.gguf]`, where PYTHON has what requirements-writer.txt names. The model
runs on this machine; nothing is fetched. What it costs is time: a second or two for each draft.
"""

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from notes import pipeline
from notes.drafting import drafting
from notes.drafting.briefs import Brief
from notes.drafting.client import HttpWriter
from notes.drafting.kept import Kept
from notes.folders import Folder
from notes.progress import told_to
from notes.settings import Business, Settings, Writer
from tests.offices import write_workbook

MONTH, TODAY = "2026-11", date(2026, 10, 28)
SERVER = Path(__file__).with_name("small_writer.py")
MINUTES = 20
COUNT = 40
HEADER = ["Customer ID", "First name", "Last name", "Address 1", "City", "State", "ZIP", "Birthday", "Customer since"]
HEADER += ["Pet", "Likes", "Notes"]
NAMES = (
    "Nancy Ben Una Otto Priya Luis Hazel Stan Mabel Kofi Ines Walt June Tomas Rita Sven Dora Hugo Leila Amos Greta "
    "Ivan Nell Paulo Ruth Cyrus Elsa Miguel Opal Fritz Thea Gus Wanda Abel Lotte Emil Vera Jonas Pearl Silas"
)
LIKES = (
    "pottery;sailing;old maps;the ukulele;quilting;tomatoes;sea swimming;rye bread;bird watching;chess;fly fishing;"
    "crosswords;choir;roses;woodcarving;tango"
)
PETS = "Otis, dog;;Pearl, cat;;Chispa, dog;;;Duffy, parrot"
NOTES = (
    ";walks the river trail every morning;;her daughter Camila plays the cello;;restores an old tractor;;"
    "teaches Latin at the high school"
)


@dataclass
class Judging:
    """The standard that drafts are held to, and what it found in each of them."""

    standard: drafting.Standard
    found: list[tuple[str, Sequence[str]]] = field(default_factory=list)

    def flaws(self, text: str, about: Brief) -> Sequence[str]:
        flaws = self.standard.flaws(text, about)
        self.found.append((text, flaws))
        return flaws


def main(python: str, model: str = "") -> None:
    if not Path(python).is_file():
        print("There is no small language model on this machine (it could not be installed), so nothing was tried.")
        return
    with TemporaryDirectory() as folder, answering(python, model) as address:
        report(Path(folder), address)


@contextmanager
def answering(python: str, model: str) -> Iterator[str]:
    """The address at which the model answers for as long as this lasts."""
    command = [python, str(SERVER), *([model] if model else [])]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as running:
        assert running.stdin and running.stdout
        try:
            address = running.stdout.readline().strip()
            if not address:
                sys.exit("The small language model does not start.")
            yield address
        finally:
            running.stdin.close()
            running.terminate()


def report(folder: Path, address: str) -> None:
    writer = Writer(address=address, model="small", drafts=1, minutes=MINUTES)
    inputs = pipeline.gather(*an_office(folder, writer), folder / "cache", TODAY)
    proposed = pipeline.propose(inputs, MONTH, TODAY, 1)
    briefs = drafting.briefs_of(proposed)
    judging, began = Judging(pipeline.standard_of(inputs)), time.monotonic()
    with told_to(lambda sentence: print(sentence, end="\r", flush=True)):
        drafted = drafting.drafts(proposed, HttpWriter(writer), Kept(), judging, time.monotonic)
    took = time.monotonic() - began
    for problem in drafted.problems:
        print(problem.message)
    with_one = sum(bool(texts) for texts in drafted.kept.by_brief.values())
    passed = sum(not flaws for _, flaws in judging.found)
    print(f"{with_one} of {len(briefs)} cards have a draft that may be shown, each tried up to {drafting.TRIES} times.")
    print(f"{passed} of {len(judging.found)} drafts passed the checks, in {took:.0f} s.")
    print("Why the others did not, the first reason of each:")
    for why, count in Counter(kind_of(flaws[0]) for _, flaws in judging.found if flaws).most_common():
        print(f"{count:>5}  {why}")
    print("The first that may be shown, and the first that may not:")
    for text, flaws in [*those(judging, passed=True), *those(judging, passed=False)]:
        print(f"  {'no ' if flaws else 'yes'}  {' '.join(text.split())}{' [' + flaws[0] + ']' if flaws else ''}")


def an_office(folder: Path, writer: Writer) -> tuple[Folder, Settings]:
    data = folder / "data"
    data.mkdir()
    customers = write_workbook(data / "customers.xlsx", Customers=[HEADER, *people()])
    business = Business(name="Miter & Moss", sender="Sophie", return_address=["4 Mill Lane", "Troy NY 12180"])
    return Folder(data, customers, folder / "out"), replace(Settings(), business=business, writer=writer)


def people() -> Iterator[Sequence[str]]:
    """Forty invented customers with a birthday in November, each with something that is known of them."""
    likes, pets, notes = (text.split(";") for text in (LIKES, PETS, NOTES))
    for at, name in enumerate(NAMES.split()[:COUNT]):
        known = pets[at % len(pets)], likes[at % len(likes)], notes[at % len(notes)]
        home = f"{at + 1} Elm Street", "Dayton", "OH", "45402"
        yield str(at + 1), name, "Reinhardt", *home, f"{1950 + at}-11-{at % 28 + 1:02d}", "2019-05-02", *known


def kind_of(flaw: str) -> str:
    return re.sub(r"“[^”]*”", "“…”", re.sub(r"\d+", "so many", flaw))


def those(judging: Judging, *, passed: bool) -> Sequence[tuple[str, Sequence[str]]]:
    return [(text, flaws) for text, flaws in judging.found if bool(flaws) != passed][:6]


if __name__ == "__main__":
    main(*sys.argv[1:])
