"""Results: RESULTS.md, with the machine and the versions, and the plot of the growth."""

import os
import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import log10
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.whole import Measured

OURS, TYPST, REPORTLAB, WEASYPRINT = "Fairhand", "typst", "plain reportlab with rl_accel", "WeasyPrint and Jinja2"
_PACKAGES = ("reportlab", "rl_accel", "typst", "weasyprint", "jinja2", "pypdfium2", "pikepdf")
_COLOURS = {OURS: "#1b3a8a", REPORTLAB: "#777777", TYPST: "#239dad", WEASYPRINT: "#c05621", "LibreOffice": "#2f855a"}


@dataclass(frozen=True)
class Target:
    """So many times what another program takes, at most."""

    count: int
    other: str
    most: float


TARGETS = (
    Target(30, TYPST, 3),
    Target(30, WEASYPRINT, 0.4),
    Target(1_000, TYPST, 0.5),
    Target(10_000, TYPST, 0.25),
    Target(10_000, REPORTLAB, 1.5),
)
_HEAD = """# How fast the whole program is

Made by `make bench`: one whole process from the CSV to the files on the disk, in the same run and on the same machine
for every program, which take turns. Everybody has a birthday in the month and gets a card. Fairhand makes all that it
makes: notes of its own for each person in a hand whose letters differ, envelopes, labels, the guide, the review page
with a picture of each card, plan.xlsx. The others fill in one text of about sixty words, and a label, in a font.
Seconds are those of the processors (of the clock in brackets), medians; ratios are medians of the ratios of each round.
Bytes are those of cards.pdf and labels.pdf.
"""


def write(folder: Path, measured: Sequence["Measured"]) -> None:
    begun = f"The very first run, which draws the letters of the hand: {measured[0].first:.1f} s.\n"
    machines = "\n".join(dict.fromkeys(one.machine for one in measured))
    parts = [
        _HEAD,
        machines,
        begun,
        "![Growth](growth.svg)\n",
        *map(_table, measured),
        _targets(measured),
        _stages(measured),
    ]
    parts += [_by_hand(folder / "RESULTS.md")]
    (folder / "RESULTS.md").write_text("\n".join(part for part in parts if part), encoding="utf-8")
    (folder / "growth.svg").write_text(_plot(measured), encoding="utf-8")


_BY_HAND = "## What missed its target, and why"


def _by_hand(path: Path) -> str:
    """What a person wrote below the figures, which stays."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return text[text.index(_BY_HAND) :] if _BY_HAND in text else ""


def machine() -> str:
    cpu, memory = platform.processor() or platform.machine(), ""
    if (info := Path("/proc/cpuinfo")).exists():
        cpu = next(iter(re.findall(r"model name\s*: (.*)", info.read_text())), cpu)
        total = re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())
        memory = f", {int(total[1]) / 2**20:.0f} GB" if total else ""
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    machine = f"{cpu}, {os.cpu_count()} cores{memory}, {platform.system()} {platform.release()}"
    return f"{machine}. Python {platform.python_version()}; {versions}.\n"


def load() -> float:
    """How many processes want the processors, where the system says so."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0


def _table(one: "Measured") -> str:
    lines = [f"## {one.count:,} customers\n"]
    lines += [f"So many processes wanted the processors at the end: {one.load:.1f}.\n"] if one.load else []
    lines += ["| | processor time (wall) | × typst | × reportlab | × WeasyPrint | memory | bytes a card |"]
    lines += ["|---|---|---|---|---|---|---|"]
    for program in one.runs:
        took = f"{one.median(program, 'processor'):.2f} s ({one.median(program, 'wall'):.2f} s)"
        ratios = [_ratio(one, program, other) for other in (TYPST, REPORTLAB, WEASYPRINT)]
        memory, size = one.median(program, "megabytes"), one.median(program, "size") / one.count
        lines += [f"| {' | '.join([program, took, *ratios, f'{memory:,.0f} MB', f'{size:,.0f}'])} |"]
    lines += [f"\n{program}: {why}" for program, why in one.left_out.items()]
    return "\n".join(lines) + "\n"


def _ratio(one: "Measured", program: str, other: str) -> str:
    if program == other or other not in one.runs:
        return ""
    return f"{one.ratio(program, other, 'processor'):.2f} ({one.ratio(program, other, 'wall'):.2f})"


def _targets(measured: Sequence["Measured"]) -> str:
    by_count = {one.count: one for one in measured}
    lines = ["## Targets\n", "| | at most | processor time | wall | |", "|---|---|---|---|---|"]
    for target in TARGETS:
        one = by_count.get(target.count)
        if one is None or target.other not in one.runs or OURS not in one.runs:
            continue
        found = [one.ratio(OURS, target.other, what) for what in ("processor", "wall")]
        verdict = "met" if max(found) <= target.most else "missed"
        shown = " | ".join(f"{value:.2f} ×" for value in found)
        lines += [f"| {target.count:,} cards against {target.other} | {target.most:g} × | {shown} | {verdict} |"]
    return "\n".join(lines) + "\n"


def _stages(measured: Sequence["Measured"]) -> str:
    """The seconds and the share of each stage, by the number of customers."""
    names = list(dict.fromkeys(name for one in measured for name in one.stages))
    lines = ["## Where our time goes\n", f"| stage | {' | '.join(f'{one.count:,}' for one in measured)} |"]
    lines += ["|---|" + "---|" * len(measured)]
    for name in names:
        spent = [(one.stages.get(name, 0.0), sum(one.stages.values())) for one in measured]
        lines += [f"| {name} | {' | '.join(f'{part:.2f} s, {part / whole:.0%}' for part, whole in spent)} |"]
    return "\n".join(lines) + "\n"


WIDE, HIGH, EDGE = 640, 400, 60


def _plot(measured: Sequence["Measured"]) -> str:
    """Processor time over customers, both growing tenfold from line to line."""
    counts = [one.count for one in measured]
    programs = list(dict.fromkeys(program for one in measured for program in one.runs))
    all_seconds = [one.median(program, "processor") for one in measured for program in one.runs]
    left, right = log10(min(counts)), max(log10(max(counts)), log10(min(counts)) + 1)
    low, high = (int(log10(edge) + add) for edge, add in ((min(all_seconds), -1), (max(all_seconds), 1)))

    def place(count: float, seconds: float) -> tuple[float, float]:
        across, up = (log10(count) - left) / (right - left), (log10(seconds) - low) / (high - low)
        return EDGE + across * (WIDE - 3 * EDGE), HIGH - EDGE - up * (HIGH - 2 * EDGE)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE + 2 * EDGE} {HIGH}" font-family="sans-serif">'
    ]
    parts += [f'<rect width="{WIDE + 2 * EDGE}" height="{HIGH}" fill="white"/><g font-size="12" fill="#444">']
    parts += [f'<text x="{EDGE}" y="30" font-size="14">Seconds of processor time for so many customers</text>']
    for power in range(low, high + 1):
        x, y = place(min(counts), 10.0**power)
        parts += [f'<path d="M{x:.0f} {y:.0f}H{WIDE - 2 * EDGE}" stroke="#ddd"/>']
        parts += [f'<text x="{x - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g}</text>']
    for count in counts:
        x, y = place(count, 10.0**low)
        parts += [f'<text x="{x:.0f}" y="{y + 20:.0f}" text-anchor="middle">{count:,}</text>']
    for program in programs:
        found = [(one.count, one.median(program, "processor")) for one in measured if program in one.runs]
        points = [place(*one) for one in found]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        colour, (x, y) = _COLOURS.get(program, "#000"), points[-1]
        parts += [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>']
        parts += [f'<circle cx="{one:.1f}" cy="{two:.1f}" r="3" fill="{colour}"/>' for one, two in points]
        parts += [f'<text x="{x + 8:.0f}" y="{y + 4:.0f}" fill="{colour}">{program}</text>']
    return "\n".join([*parts, "</g></svg>"]) + "\n"
