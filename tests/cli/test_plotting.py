"""The month's cards for a plotter, from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from notes.cli import notes

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Customer since,Bought
1,Rosa,Lindqvist,4 Mill Lane,Troy,NY,12180,1970-11-20,2019-05-02,the oak table
"""


def test_the_month_for_a_pen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    (tmp_path / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(notes, ["pen", "--month", "2026-11", "--today", "2026-11-01"], catch_exceptions=False)
    assert told.output.startswith("   1  Rosa Lindqvist: card ")
    made = {path.name: path.read_bytes() for path in (tmp_path / "out/2026-11/pen").iterdir()}
    assert sorted(made) == ["001-card.hpgl", "001-envelope.hpgl", "001.svg", "cards.gcode"]
    assert made["001.svg"].count(b'inkscape:groupmode="layer"') == 2
    assert made["cards.gcode"].count(b"M0 (lay in: ") == 2
