"""An installed wheel carries all that it needs: hands, templates, stocks, the sample."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, laid out as pip lays it out, away from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(PROJECT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("fairhand-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "notes", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_it_writes_the_cards_of_the_sample_in_any_folder_if_asked(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "cards", "--sample", "--month", "2026-11", "--today", "2026-11-01")
    assert done.returncode == 0, done.stderr
    assert "this is the sample business" in done.stdout
    assert (tmp_path / "out/2026-11/cards.pdf").stat().st_size > 10_000


def test_a_new_business_begins_empty_and_complete(installed: Path, tmp_path: Path) -> None:
    made = run(installed, tmp_path, "new", "shop")
    assert made.returncode == 0, made.stderr
    done = run(installed, tmp_path / "shop", "cards", "--month", "2026-11", "--today", "2026-11-01")
    assert done.returncode == 1
    assert "customers.xlsx" in done.stderr


def test_only_the_invented_business_is_in_it(installed: Path) -> None:
    data = installed / "notes/_ours/data"
    assert {path.name for path in data.iterdir()} == {"README.md", "sample"}
    assert not (data / "sample/history").exists()
