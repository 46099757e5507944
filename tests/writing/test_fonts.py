"""Fonts come from anywhere: a good one becomes a hand, a bad one is refused by its name."""

import re
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, replace
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from letters import BOX, Letter, as_pdf

from notes.problems import BadValue
from notes.resources import FONTS
from notes.writing import HandSpec, Written, open_hand, read_hands

OURS = read_hands()[0]
ZEYADA = Path(str(files("fontpkg_zeyada"))) / "files" / "Zeyada.ttf"
SHADOWS = Path(str(files("fontpkg_shadows_into_light"))) / "files" / "ShadowsIntoLight.ttf"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A font with the letters of our letter, an x to measure and no more: its strokes are quickly taken."""
    letter, font = Letter(), TTFont(SHADOWS)
    only = subset.Subsetter(subset.Options(drop_tables=["FFTM"]))
    only.populate(text=" ".join((letter.salutation, *letter.paragraphs, letter.closing, letter.signature, "x")))
    only.subset(font)
    path = tmp_path_factory.mktemp("small") / "Small.ttf"
    font.save(path)
    return path


def test_a_font_that_is_dropped_into_the_folder_becomes_a_hand(tmp_path, own_cache):
    shutil.copy(ZEYADA, tmp_path / "Aunt Mary.ttf")
    hands, problems = read_hands(tmp_path)
    assert not problems
    written = open_hand("aunt-mary", own_cache, hands).write(Letter(), *BOX, "rosa")
    assert written.hand == "aunt-mary"
    assert written.lines[0] == "Dear Rosa,"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not a font that can be read"),
        (b"I am a letter, not a font." * 40, "is not a font that can be read"),
        (ZEYADA.read_bytes()[:20_000], "is not a font that can be read"),
        (ZEYADA.read_bytes().replace(b"glyf", b"glif"), "has no TrueType outlines"),
    ],
    ids=["empty", "text", "cut off", "no outlines"],
)
def test_a_broken_font_is_refused_by_name(tmp_path, content, said):
    (tmp_path / "Broken.ttf").write_bytes(content)
    with pytest.raises(BadValue, match=f"“Broken.ttf” {said}"):
        open_hand("broken", tmp_path / "cache", read_hands(tmp_path)[0])


@pytest.mark.parametrize("at", range(30, 6_000, 900))
def test_a_font_with_wrong_bytes_is_a_hand_or_is_refused(tmp_path, small, at):
    content = bytearray(small.read_bytes())
    content[at : at + 40] = b"\xff" * 40
    (tmp_path / "Odd.ttf").write_bytes(content)
    try:
        open_hand("odd", tmp_path / "cache", read_hands(tmp_path)[0]).write(Letter(), *BOX, "rosa")
    except BadValue as bad:
        assert "Odd.ttf" in bad.message or "no hand can write" in bad.message


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('file = "None.ttf"', "there is no font “None.ttf”."),
        ('title = "No font"', "this hand has no font."),
        ('file = "A.ttf"\npen = "thick"', "“thick” is not a length."),
        ('file = "A.ttf"\ntemperment = 1', "a hand has no setting “temperment”."),
        ('file = "A.ttf"\ntemperament = 30', "temperament = 30 is out of range."),
        ('file = "A.ttf"\nx_height = "0 mm"', "x_height = 0 mm is out of range."),
        ('file = "A.ttf"\nink = ["blue"]', "ink is not a colour."),
        ('file = "A.ttf"\nslant = "much"', "slant = 'much' is not the right kind of value."),
    ],
)
def test_a_mistake_in_the_list_is_told_and_the_other_hands_stay(tmp_path, entry, said):
    (tmp_path / "A.ttf").write_bytes(b"")
    (tmp_path / "hands.toml").write_text(f"[mine]\n{entry}\n", encoding="utf-8")
    hands, problems = read_hands(tmp_path)
    assert [one.message for one in problems] == [said]
    assert set(OURS) <= set(hands)


def test_a_list_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "hands.toml").write_text("[mine", encoding="utf-8")
    assert read_hands(tmp_path)[1][0].message == "this line does not make sense: “[mine”."


def test_a_hand_that_there_is_not_is_asked_back(own_cache):
    with pytest.raises(BadValue) as caught:
        open_hand("caveet", own_cache)
    assert caught.value.remedy == "Did you mean “caveat”?"


def test_the_cache_is_made_again_when_it_is_spoiled_or_the_hand_changes(tmp_path, small):
    mine = HandSpec(name="mine", font=small)
    first = make(mine, tmp_path)
    strokes, takes = sorted(tmp_path.iterdir(), key=lambda path: path.suffix)
    whole = strokes.read_bytes(), takes.read_bytes()
    for spoiled in (b"", whole[0][:500], b"no strokes"):
        strokes.write_bytes(spoiled)
        takes.write_bytes(spoiled)
        assert make(mine, tmp_path) == first
        assert (strokes.read_bytes(), takes.read_bytes()) == whole
    assert make(replace(mine, pen=1.2), tmp_path) != first
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".strokes", ".takes", ".takes"]


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    assert open_hand(OURS["june"], tmp_path / "file").write(Letter(), *BOX, "rosa")


def make(spec: HandSpec, folder: Path) -> tuple[Written, bytes]:
    """A letter in a hand that is opened anew, and the file that shows it."""
    written = open_hand(spec, folder).write(Letter(), *BOX, "rosa")
    return written, as_pdf(written)


def test_two_runs_at_once_make_the_same_hand(tmp_path, small):
    mine = HandSpec(name="mine", font=small)
    with ProcessPoolExecutor(2) as pool:
        first, second = pool.map(make, [mine, mine], [tmp_path, tmp_path])
    assert first == second
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".strokes", ".takes"]


def test_the_readme_tells_every_entry_and_its_example_is_right(tmp_path):
    text = (FONTS / "README.md").read_text(encoding="utf-8")
    told = {name for row in re.findall(r"^\| (`.+?) \|", text, re.M) for name in re.findall(r"`(\w+)`", row)}
    assert told == {one.name for one in fields(HandSpec)} - {"name", "font"} | {"file", "package"}
    example = re.search(r"```toml\n(\[homemade-apple\].*?)```", text, re.S)
    assert example
    (tmp_path / "hands.toml").write_text(example[1], encoding="utf-8")
    (tmp_path / "Homemade Apple.ttf").write_bytes(b"")
    hands, problems = read_hands(tmp_path)
    assert not problems
    assert hands["homemade-apple"].temperament == 0.9
