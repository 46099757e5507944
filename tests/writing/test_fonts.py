"""Fonts come from anywhere: a good one becomes a hand, a bad one is refused by its name."""

import re
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, replace
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from letters import BOX, Letter, as_pdf

from notes.inputs import of_the_font
from notes.problems import BadValue
from notes.resources import FONTS
from notes.writing import HandSpec, Written, fitness, open_hand, read_hands
from notes.writing.outlines import Outline
from notes.writing.strokes.alphabet import Alphabet, PenStroke
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.extraction import alphabet_of
from notes.writing.strokes.lettering import write_word

OURS = read_hands()[0]
ZEYADA = Path(str(files("fontpkg_zeyada"))) / "files" / "Zeyada.ttf"
SHADOWS = Path(str(files("fontpkg_shadows_into_light"))) / "files" / "ShadowsIntoLight.ttf"


def with_no_more_than(text: str, path: Path) -> Path:
    """A font with the letters of a text: its strokes are quickly taken."""
    font, only = TTFont(SHADOWS), subset.Subsetter(subset.Options(drop_tables=["FFTM"]))
    only.populate(text=text)
    only.subset(font)
    font.save(path)
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A font with the letters of our letter, an x to measure and no more."""
    letter = Letter()
    text = " ".join((letter.salutation, *letter.paragraphs, letter.closing, letter.signature, "x"))
    return with_no_more_than(text, tmp_path_factory.mktemp("small") / "Small.ttf")


@pytest.fixture(scope="module")
def typed(tmp_path_factory):
    """A font with what is on a keyboard, and our marks."""
    text = "".join(map(chr, range(32, 127))) + "’‘“”–—"
    return with_no_more_than(text, tmp_path_factory.mktemp("typed") / "Typed.ttf")


def test_a_font_that_is_dropped_into_the_folder_becomes_a_hand(tmp_path, own_cache):
    shutil.copy(ZEYADA, tmp_path / "Aunt Mary.ttf")
    hands, problems = read_hands(tmp_path)
    assert not problems
    written = open_hand("aunt-mary", own_cache, hands).write(Letter(), *BOX, "rosa")
    assert written.hand == "aunt-mary"
    assert written.lines[0] == "Dear Rosa,"


def as_postscript(font: TTFont) -> TTFont:
    """The same letters with PostScript outlines."""
    names, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    drawn = {}
    for name in names:
        pen = T2CharStringPen(glyphs[name].width, glyphs)
        glyphs[name].draw(pen)
        drawn[name] = pen.getCharString()
    made = FontBuilder(font["head"].unitsPerEm, isTTF=False)
    made.setupGlyphOrder(names)
    made.setupCharacterMap(font.getBestCmap())
    made.setupCFF("Small", {}, drawn, {})
    made.setupHorizontalMetrics({name: font["hmtx"][name] for name in names})
    made.setupHorizontalHeader()
    made.setupPost()
    return made.font


@pytest.mark.parametrize("kind", [".otf", ".ttc", ".woff", ".woff2", ".OTF"])
def test_other_kinds_of_font_files_write_the_same(kind, tmp_path, small, own_cache):
    folder = tmp_path / "fonts" / "unpacked"
    folder.mkdir(parents=True)
    font, path = TTFont(small), folder / f"Other{kind}"
    if kind == ".ttc":
        collection = TTCollection()
        collection.fonts = [font, font]
        collection.save(path)
    elif kind.startswith(".woff"):
        font.flavor = kind[1:]
        font.save(path)
    else:
        as_postscript(font).save(path)
    shutil.copy(small, folder / "Plain.ttf")
    hands, problems = read_hands(tmp_path / "fonts")
    assert not problems
    other, plain = (open_hand(name, own_cache, hands) for name in ("other", "plain"))
    assert other.lacks("Dear Rosa") == ""
    for letter in "aRs":
        both = [np.vstack([one.points for one in hand.takes.speller[letter][0]]) for hand in (other, plain)]
        boxes = [[*points.min(axis=0), *points.max(axis=0)] for points in both]
        assert boxes[0] == pytest.approx(boxes[1], abs=0.06), letter


def test_a_kind_of_font_that_cannot_be_used_is_told(tmp_path):
    (tmp_path / "Old.pfb").write_bytes(b"%!PS-AdobeFont-1.0")
    (tmp_path / "kalam.zip").write_bytes(b"PK")
    hands, problems = read_hands(tmp_path)
    assert "old" not in hands
    assert [(one.place.key or one.place.file, one.message) for one in problems] == [
        ("fonts/Old.pfb", "this kind of font cannot be used."),
        ("fonts/kalam.zip", "this is a packed folder and no font."),
    ]


def without(font: TTFont, letters: str) -> TTFont:
    for table in font["cmap"].tables:
        table.cmap = {code: name for code, name in table.cmap.items() if chr(code) not in letters}
    return font


def test_marks_that_a_font_lacks_are_made_of_its_own(tmp_path, typed, own_cache):
    without(TTFont(typed), "’‘“”–—,-:; ").save(tmp_path / "Few.ttf")
    hand = open_hand("few", own_cache, read_hands(tmp_path)[0])
    assert hand.lacks("It’s “so” – well-kept, here: there; a—b") == ""
    assert all(len(hand.takes.speller[mark]) for mark in "’‘“”–—,-:;'\"")
    comma, quote = hand.takes.speller[","][0][0].points, hand.takes.speller["’"][0][0].points
    assert comma[:, 1].max() < 0.3
    assert quote[:, 1].min() > 0.5


def test_what_a_font_of_ones_own_lacks_is_told(tmp_path, typed, own_cache):
    without(TTFont(typed), "QZ!7").save(tmp_path / "Few.ttf")
    told = of_the_font(open_hand("few", own_cache, read_hands(tmp_path)[0]))
    assert [one.message[:26] for one in told] == ["this hand lacks Q Z 7 !; w"]


def test_a_font_of_capitals_is_told(tmp_path, typed, own_cache):
    font = TTFont(typed)
    for table in font["cmap"].tables:
        table.cmap |= {code + 32: name for code, name in table.cmap.items() if 65 <= code <= 90}
    font.save(tmp_path / "Loud.ttf")
    told = of_the_font(open_hand("loud", own_cache, read_hands(tmp_path)[0]))
    assert [one.message for one in told] == ["its small letters are capitals, so that the notes shout."]


@pytest.mark.parametrize(
    ("leave", "said"),
    [(0x0000, ""), (0x0004, ""), (0x0008, ""), (0x0100, ""), (0x0006, ""), (0x0002, "let it"), (0x0202, "let it")],
)
def test_what_the_maker_of_a_font_lets_others_do_is_kept_to(leave, said, tmp_path, small):
    font = TTFont(small)
    font["OS/2"].fsType = leave
    font.save(tmp_path / "Kept.ttf")
    spec = read_hands(tmp_path)[0]["kept"]
    fitness.ensure_permitted(replace(spec, permitted=True))
    if not said:
        fitness.ensure_permitted(spec)
        return
    with pytest.raises(BadValue, match=r"the maker of “Kept\.ttf” does not let it be put into documents"):
        open_hand(spec, tmp_path / "cache")


def test_a_font_of_symbols_in_the_place_of_letters_is_refused(tmp_path, small):
    font = TTFont(small)
    font["OS/2"].panose.bFamilyType = 5
    font.save(tmp_path / "Leaves.ttf")
    with pytest.raises(BadValue, match=r"“Leaves\.ttf” is a font of symbols"):
        fitness.ensure_permitted(read_hands(tmp_path)[0]["leaves"])


@pytest.mark.parametrize(("aslant", "told"), [(0, True), (2, False)])
def test_letters_of_squares_are_told_from_others(aslant, told, tmp_path):
    """Each letter is a stair of eight steps, upright or a little aslant."""
    made = FontBuilder(1000)
    made.setupGlyphOrder([".notdef", *"aegnosRSx."])
    made.setupCharacterMap({ord(one): one for one in "aegnosRSx."})
    pen = TTGlyphPen(None)
    stair = [(100 * ((step + 1) // 2), 100 * (step // 2) + aslant * (step % 3)) for step in range(12)]
    pen.moveTo((0, 0))
    for point in [*stair[1:], (stair[-1][0], 0)]:
        pen.lineTo(point)
    pen.closePath()
    made.setupGlyf(dict.fromkeys(made.font.getGlyphOrder(), pen.glyph()))
    made.setupHorizontalMetrics(dict.fromkeys(made.font.getGlyphOrder(), (700, 0)))
    made.setupHorizontalHeader()
    made.setupPost()
    made.save(tmp_path / "Squares.ttf")
    assert fitness.is_of_squares(read_hands(tmp_path)[0]["squares"]) is told


def test_a_hand_of_round_letters_is_not_of_squares(small):
    assert not fitness.is_of_squares(HandSpec(name="small", font=small))


@pytest.mark.parametrize(("top", "lowest"), [(-3.0, 0.0), (-1.0, -1.2)])
def test_a_line_to_write_on_is_no_part_of_a_letter(top, lowest):
    """A stem with a flat box below it: far below it is a line of the paper, near to it a part of the letter."""
    stem = [(0, 0), (0, 1), (0.2, 1), (0.2, 0)]
    box = [(0, top - 0.2), (0, top), (3, top), (3, top - 0.2)]
    outline = Outline(np.array([*stem, *box]), np.ones(8, dtype=bool), (3, 7), 1.0)
    [form] = alphabet_of({"l": [outline]}, 1.0)["l"]
    assert min(one.points[:, 1].min() for one in form) == pytest.approx(lowest, abs=0.15)


@pytest.mark.parametrize("thick", [1.0, 2.0, 9.0])
def test_a_pointed_nib_makes_no_blots(thick):
    """However much broader a font is on the way down, the pen is at most somewhat broader there."""
    line = np.column_stack([np.zeros(40), np.linspace(1, 0, 40)])
    radius = np.where(np.arange(40) < 15, thick, 1.0) * 0.02
    speller = Speller(Alphabet({"l": ((PenStroke(line, radius),),)}))
    temper = HandSpec(name="x", font=Path("x.ttf")).temper
    stroke = write_word(speller, temper, "l", "key").strokes[0]
    assert stroke.radius.max() / np.median(stroke.radius) <= 1.71


def test_a_font_of_symbols_is_refused(tmp_path):
    font = TTFont(SHADOWS)
    for table in font["cmap"].tables:
        table.cmap = {0x2190 + index: name for index, name in enumerate(table.cmap.values()) if index < 5}
    font.save(tmp_path / "Stars.ttf")
    with pytest.raises(BadValue, match=r"“Stars\.ttf” is a font of symbols"):
        open_hand("stars", tmp_path / "cache", read_hands(tmp_path)[0])


@pytest.mark.parametrize(("taller", "pitch"), [(1.0, 3.1), (2.2, 5.0)])
def test_the_lines_of_a_tall_hand_keep_clear_of_each_other(taller, pitch, tmp_path, typed, own_cache):
    """The tops of b, d, h, k, l and the tails of g, j, p, q, y that much longer: the pitch follows."""
    font = TTFont(typed)
    for letter in "bdfhkltgjpqy":
        glyph = font["glyf"][font.getBestCmap()[ord(letter)]]
        stretched = [(x, y if 0 <= y <= 350 else round(y * taller)) for x, y in glyph.coordinates]
        glyph.coordinates = type(glyph.coordinates)(stretched)
        glyph.recalcBounds(font["glyf"])
    font.save(tmp_path / "Tall.ttf")
    hand = open_hand("tall", own_cache, read_hands(tmp_path)[0])
    assert hand.spec.pitch == pytest.approx(pitch, abs=0.8)
    assert taller == 1 or hand.spec.pitch > hand.takes.speller.reach


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not a font that can be read"),
        (b"I am a letter, not a font." * 40, "is not a font that can be read"),
        (ZEYADA.read_bytes()[:20_000], "is not a font that can be read"),
        (ZEYADA.read_bytes().replace(b"glyf", b"glif"), "has no outlines"),
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
