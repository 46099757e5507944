"""A real print path: the files go through CUPS to a printer that writes down what it was told and what arrived.

Wants Debian's cups, cups-client, cups-filters, cups-ipp-utils and dbus, and the right to make a network of its own
(root, on Linux): `make test-print`. Where they are missing it is skipped, and says so.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import join
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from PIL import Image
from squares import ADDRESS, card

from notes.paper import cards, envelopes, labels
from notes.paper.artwork import Artwork
from notes.paper.cups import Job, job
from notes.paper.document import Edge
from notes.paper.stocks import EnvelopeStock, Stock, read_stocks
from notes.units import MM

SBIN = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
NEEDED = ("cupsd", "ippeveprinter", "lp", "lpadmin", "dbus-daemon", "ip", "unshare")
MISSING = [tool for tool in NEEDED if not shutil.which(tool, path=SBIN)]
SANDBOX = not MISSING and subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode == 0
STOCKS, _ = read_stocks()
DPI = 200
TURNED = ("labels-roll",)  # a print system lays wide pages along the roll
MANY, ROLL = "L7651", "DYMO-30252"  # sixty-five on a sheet, and a roll of address labels

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"no print path here: {', '.join(MISSING)} missing (see `make help`)"),
    pytest.mark.skipif(not MISSING and not SANDBOX, reason="no print path here: no right to make a network of its own"),
]


@dataclass(frozen=True)
class Arrival:
    told: dict[str, str]
    pages: list[Image.Image]
    sizes: list[tuple[float, float]]


@dataclass(frozen=True)
class Case:
    stock: Stock
    data: bytes
    sides: str
    tray: str
    edge: Edge | None = None


def cases() -> dict[str, Case]:
    letter, a4, sheet = STOCKS.card("5315"), STOCKS.card("C2352"), STOCKS.label("5160")
    front = Artwork(b"0 0 100 20 re f")
    made = {
        "cards": Case(letter, cards.make([card(letter, 1)] * 3, letter).data, "one-sided", ""),
        "both-sides": Case(
            letter,
            cards.make([card(letter, 1)] * 3, letter, front=front, edge=Edge.LONG).data,
            "two-sided-long-edge",
            "",
            Edge.LONG,
        ),
        "cards-a4": Case(
            a4,
            cards.make([card(a4, 1)] * 3, a4, front=front, edge=Edge.SHORT).data,
            "two-sided-short-edge",
            "",
            Edge.SHORT,
        ),
        "labels": Case(sheet, labels.make([card(letter, 1)] * 31, sheet, start=2).data, "one-sided", ""),
    }
    abroad = ("Spc. Mia Ray", "PSC 3 Box 41", "APO AE 09021")
    many, roll = STOCKS.label(MANY), STOCKS.label(ROLL)
    made["labels-many"] = Case(many, labels.make([card(letter, 1, abroad)] * 300, many).data, "one-sided", "")
    made["labels-roll"] = Case(roll, labels.make([card(letter, 1, abroad)] * 3, roll).data, "one-sided", "")
    for name in ("A2", "#10", "C6"):
        stock = STOCKS.envelope(name)
        data = envelopes.make([card(letter, 1)] * 2, stock, ADDRESS).data
        made[f"envelopes-{name.strip('#')}"] = Case(stock, data, "one-sided", "by-pass-tray")
    return made


CASES = cases()


@pytest.fixture(scope="module")
def arrivals() -> Iterator[dict[str, Arrival]]:
    with TemporaryDirectory(
        prefix="office-", ignore_cleanup_errors=True
    ) as folder:  # not pytest's own: the print system reads as another user
        yield printed(Path(folder))


def printed(office: Path) -> dict[str, Arrival]:
    office.chmod(0o755)
    lines = []
    for name, case in CASES.items():
        file = office / f"{name}.pdf"
        file.write_bytes(case.data)
        file.chmod(0o644)
        lines.append(join(job(file, case.stock, edge=case.edge).command("office")))
    (office / "jobs").write_text("\n".join(lines) + "\n")
    script = Path(__file__).parent / "office" / "office.sh"
    done = subprocess.run(
        ["unshare", "-n", "bash", str(script), str(office), sys.executable],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={"PATH": SBIN, "LANG": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stderr + (office / "error.log").read_text()[-3000:]
    return {name: arrival(office, name) for name in CASES}


def arrival(office: Path, name: str) -> Arrival:
    [told] = [
        dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)
        for path in (office / "arrived").glob("*.told")
        if f"IPP_JOB_NAME={name}.pdf\n" in path.read_text()
    ]
    [file] = (office / "arrived").glob(f"{told['IPP_JOB_ID']}-*.pdf")
    pages, sizes = rendered(file.read_bytes())
    if name in TURNED:
        pages, sizes = [page.transpose(Image.Transpose.ROTATE_90) for page in pages], [size[::-1] for size in sizes]
    return Arrival(told, pages, sizes)


def rendered(data: bytes) -> tuple[list[Image.Image], list[tuple[float, float]]]:
    with pypdfium2.PdfDocument(data) as pdf:
        pages = [
            page.render(scale=DPI / 72, grayscale=True).to_pil().point(lambda grey: 255 * (grey < 128)) for page in pdf
        ]
        return pages, [page.get_size() for page in pdf]


@pytest.mark.parametrize("name", CASES)
def test_what_arrives_is_what_was_sent(name: str, arrivals: dict[str, Arrival]):
    """The pages, their size to a tenth of a millimetre, and the ink at a scale of 1.000 ± 0.001 in its place."""
    sent, sizes = rendered(CASES[name].data)
    arrived = arrivals[name]
    assert len(arrived.pages) == len(sent)
    for (width, height), (meant_width, meant_height) in zip(arrived.sizes, sizes, strict=True):
        assert (width, height) == pytest.approx((meant_width, meant_height), abs=0.1 * MM)
    for meant, seen in zip(sent, arrived.pages, strict=True):
        left, top, right, bottom = meant.getbbox()
        seen_left, seen_top, seen_right, seen_bottom = seen.getbbox()
        assert (seen_left, seen_top) == pytest.approx((left, top), abs=2)
        long, seen_long = max((right - left, seen_right - seen_left), (bottom - top, seen_bottom - seen_top))
        assert seen_long / long == pytest.approx(1, abs=max(0.001, 1 / long))


@pytest.mark.parametrize("name", CASES)
def test_the_printer_is_told_paper_sides_and_tray(name: str, arrivals: dict[str, Arrival]):
    case, told = CASES[name], arrivals[name].told
    width, height = sorted(case.stock.size if isinstance(case.stock, EnvelopeStock) else case.stock.sheet.paper)
    paper = f"x-dimension={int(width / MM * 100 + 0.1)} y-dimension={int(height / MM * 100 + 0.1)}"
    assert paper in told["IPP_MEDIA_COL"]
    assert told["IPP_SIDES"] == case.sides
    if case.tray:
        assert f"media-source={case.tray}" in told["IPP_MEDIA_COL"]
        assert "media-type=envelope" in told["IPP_MEDIA_COL"]


def test_a_page_that_was_shrunk_is_seen(arrivals: dict[str, Arrival]):
    """The comparison can fail: the same page at 96.1 %, as “Fit to page” makes Letter."""
    [whole] = {page.getbbox() for page in rendered(CASES["cards"].data)[0][:1]}
    stock = STOCKS.card("5315")
    from notes.paper.folding import Matrix

    small = cards.make([card(stock, 1)] * 3, stock, correction=Matrix(0.961, 0, 0, 0.961, 12, 15))
    shrunk = rendered(small.data)[0][0].getbbox()
    assert (shrunk[3] - shrunk[1]) / (whole[3] - whole[1]) == pytest.approx(0.961, abs=0.002)


def test_a_job_without_a_tray_names_none():
    assert "InputSlot" not in " ".join(Job(Path("cards.pdf"), "iso_a4_210x297mm").command())
