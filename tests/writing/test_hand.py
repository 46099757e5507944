"""A hand writes like a person: no letter twice alike, nothing lost, nothing over the edge, the same card always."""

import io
import shutil
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from letters import BOX, Letter, as_pdf, spelled, with_ink

from notes.problems import BadValue
from notes.units import MM
from notes.writing import HandSpec, open_hand
from notes.writing.hand import Hand
from notes.writing.takes import Takes

ELEVEN_LINES = "It was so good to see you and your sister again at the market last week. " * 5


def test_every_word_of_a_letter_is_written_in_its_order(caveat):
    written = caveat.write(Letter(), *BOX, "rosa")
    assert (written.lines[0], *written.lines[-2:]) == ("Dear Rosa,", "Warmly,", "Ada & Tom")
    assert " ".join(written.lines[1:-2]) == Letter().paragraphs[0]
    assert spelled(written).split() == " ".join(written.lines).split()


def test_a_reader_of_the_pdf_finds_the_text(caveat, hand):
    for one in (caveat, hand("june"), hand("otto"), hand("vera")):
        letter = Letter("Dear František & Nguyễn,", ("Łukasz’s coffee – fifty-five “offers” … €5!",))
        written = one.write(letter, *BOX, "rosa")
        page = pypdfium2.PdfDocument(io.BytesIO(as_pdf(written)))[0]
        assert page.get_textpage().get_text_bounded().split() == " ".join(written.lines).split()


def test_no_word_is_drawn_twice_alike_on_a_card(caveat):
    drawn = with_ink(caveat.write(Letter(paragraphs=(ELEVEN_LINES[:300],)), *BOX, "rosa"))
    assert len(drawn) > 50
    assert len(set(drawn)) == len(drawn)


def test_a_card_is_the_same_in_every_process_and_unlike_the_next(caveat, own_cache):
    program = (
        "import sys; sys.path.insert(0, 'tests');"
        "from letters import *; from notes.writing import open_hand; from pathlib import Path;"
        f"hand = open_hand('caveat', Path({str(own_cache)!r})); hand.write(Letter('Dear Ben,'), *BOX, 'ben');"
        "sys.stdout.reconfigure(encoding='utf-8'); print(hand.write(Letter(), *BOX, 'rosa'))"
    )
    elsewhere = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True).stdout.decode()
    assert f"{caveat.anew().write(Letter(), *BOX, 'rosa')}\n" == elsewhere
    assert f"{caveat.write(Letter(), *BOX, 'rosa in another month')}\n" != elsewhere


def test_the_last_word_of_a_line_is_narrowed_where_it_nearly_fits(hand):
    cards = [hand("june").write(Letter(paragraphs=(ELEVEN_LINES,)), *BOX, f"card {number}") for number in range(20)]
    of_a_line = [two for card in cards for two in pairwise([run.form for run in card.runs]) if two[0][2:] == two[1][2:]]
    narrow = [last[0] / others[0] for others, last in of_a_line if last[0] < 0.995 * others[0]]
    assert len(narrow) > 20
    assert 0.855 < min(narrow) < 0.9 < max(narrow)


def test_a_paragraph_does_not_end_in_a_lone_word_nor_a_line_begin_with_a_dash(caveat):
    for count in range(8, 40):
        written = caveat.write(Letter("", ("anna " * count + "– yes",), "", ""), *BOX, "rosa")
        assert len(written.lines) == 1 or " " in written.lines[-1]
        assert not [line for line in written.lines if line.startswith("–")]


def test_a_long_note_is_written_smaller_but_never_below_what_can_be_read(caveat):
    sizes = [
        caveat.write(Letter(paragraphs=("so much " * count,)), *BOX, "rosa").x_height_mm for count in (20, 80, 110)
    ]
    assert sizes[0] == pytest.approx(caveat.spec.x_height / MM, abs=0.01)
    assert 1.6 <= sizes[2] < sizes[1] <= sizes[0]


def test_a_note_that_does_not_fit_says_by_how_much(caveat):
    with pytest.raises(BadValue, match=r"too long for this card by \d+ lines\."):
        caveat.write(Letter(paragraphs=("so much " * 200,)), *BOX, "rosa")
    with pytest.raises(BadValue, match="wider than the 91 mm"):
        caveat.write(Letter("Dear " + "Llanfairpwllgwyngyll" * 3), *BOX, "rosa")


def test_the_space_for_a_signature_is_left_below_the_last_line(caveat):
    _, bottom, _, top = caveat.write(Letter(), *BOX, "rosa", None, True).bounds
    room = 1.6 * caveat.spec.pitch * caveat.spec.x_height
    assert bottom >= room
    assert top <= BOX[1]


def test_a_word_is_written_by_the_sister_where_the_hand_lacks_a_letter(own_cache):
    kalam = HandSpec(
        name="kalam", font=Path(str(files("fontpkg_kalam"))) / "files" / "Kalam-Light.ttf", sister="caveat"
    )
    written = open_hand(kalam, own_cache).write(Letter("Dear Дмитрий,"), *BOX, "rosa")
    text = pypdfium2.PdfDocument(io.BytesIO(as_pdf(written)))[0].get_textpage().get_text_bounded()
    assert text.startswith("Dear Дмитрий,")


def test_a_letter_that_no_hand_has_is_named(caveat):
    with pytest.raises(BadValue) as caught:
        caveat.write(Letter("Dear 王小明,"), *BOX, "rosa")
    assert caught.value.message.startswith("no hand can write the letter “王” (cjk unified ideograph-738b, U+738B)")
    assert caveat.covers("Dear 王小明, ĳ") == "王小明"


def test_a_letter_with_its_mark_apart_is_the_same_letter(caveat):
    assert spelled(caveat.write_lines(["Rene\u0301"], *BOX, "x")) == "René "


def test_an_address_is_written_line_by_line(caveat):
    lines = ["Rosa Díaz", "12 Long Road", "Springfield IL 62701"]
    assert caveat.write_lines(lines, 200, 90, "rosa").lines == tuple(lines)


def test_lines_begin_as_raggedly_as_this_writer_lets_them(caveat):
    def raggedness(margin: float) -> float:
        takes = Takes(caveat.takes.name, caveat.takes.speller, replace(caveat.takes.temper, margin=margin))
        begin = [run.x for run in Hand(caveat.spec, takes).write_lines(["Rosa"] * 6, *BOX, "rosa").runs]
        return max(begin) - min(begin)

    assert raggedness(0.0) == 0 < raggedness(1.0) < 0.6 * raggedness(2.0)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler’s pdftotext is not installed")
def test_narrow_letters_side_by_side_are_all_read(hand, tmp_path):
    for name in ("caveat", "june", "otto", "vera"):
        written = hand(name).write_lines(["1111 iiii llll", "IIII .... ’’’’ !!!!"], *BOX, "rosa")
        (tmp_path / "card.pdf").write_bytes(as_pdf(written))
        text = subprocess.run(
            ["pdftotext", "-enc", "UTF-8", tmp_path / "card.pdf", "-"], check=True, capture_output=True
        )
        assert text.stdout.decode().split() == " ".join(written.lines).split()


@pytest.mark.parametrize("name", ["caveat", "june", "vera"])
def test_no_letter_has_so_little_of_its_word_that_readers_lose_it(hand, name):
    takes = hand(name).takes
    for word in ("proofreading,", "good", "committee", "well", "remembered", "Massachusetts"):
        for number in range(6):
            first, *others = takes.take(word, number).glyphs
            assert takes.advance(first) > 0
            assert min(map(takes.advance, others)) > 0.5 * takes.take(word, number).width / len(word)


INVISIBLE = ["\u00ad", "\u200b", "\u200c\u200d", "\ufeff", " \u2060\t\u00a0", ""]


@pytest.mark.parametrize("text", INVISIBLE, ids=ascii)
def test_what_does_not_show_is_no_line(caveat, text):
    assert caveat.write_lines([text], *BOX, "rosa").runs == ()
    assert caveat.write_lines([text, "Rosa", text], *BOX, "rosa").lines == ("Rosa",)
    letter = Letter(text, (text, "Thank you.", text), text, text)
    assert caveat.write(letter, *BOX, "rosa").lines == ("Thank you.",)
    nothing = caveat.write(Letter(text, (text,), text, text), *BOX, "rosa", signature_space=True)
    assert (nothing.runs, nothing.lines) == ((), ())
    assert pypdfium2.PdfDocument(as_pdf(nothing))[0].get_textpage().get_text_bounded() == ""
