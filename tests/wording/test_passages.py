"""Passages and their files: what a line may be, what stands before a colon, and what a slot is."""

import pytest

from notes.problems import BadValue, Place
from notes.wording.passages import Passage, Slot, Terms, blocks, passage, passages_of, slots_in_first_sentence

HERE = Place("topics/mine.txt")


def made(text: str) -> Passage:
    return passage("roses", text, HERE)


@pytest.mark.parametrize(
    ("text", "terms", "rest"),
    [
        ("Your roses.", {}, "Your roses."),
        ("now: Your roses.", {"times": {"now"}}, "Your roses."),
        ("Long  After, of child : Your roses.", {"times": {"long after"}, "of": {"child"}}, "Your roses."),
        ("before, after: Your roses.", {"times": {"before", "after"}}, "Your roses."),
        ("open, gb, serious: X.", {"positions": {"open"}, "regions": {"gb"}, "flags": {"serious"}}, "X."),
        ("with dog, for birthday/years: X.", {"company": {"dog"}, "occasions": {"birthday", "years"}}, "X."),
        ("at dental/hair: X.", {"trades": {"dental", "hair"}}, "X."),
        ("Roses: they are out.", {}, "Roses: they are out."),
        ("now:X.", {}, "now:X."),
        ("at Dental: X.", {"trades": {"dental"}}, "X."),
        ("{name}, now: X.", None, ""),
        ("Look now, roses: X.", {}, "Look now, roses: X."),
        ("for the garden: X.", {}, "for the garden: X."),
    ],
)
def test_what_stands_before_the_colon(text: str, terms: dict[str, set[str]] | None, rest: str) -> None:
    if terms is None:
        with pytest.raises(BadValue, match="no slot"):
            made(text)
        return
    one = made(text)
    assert one.terms == Terms(**{name: frozenset(values) for name, values in terms.items()})
    assert one.text == rest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("now, of aunt: X.", "“of aunt” is not a condition"),
        ("with dog, with fox: X.", "“with fox” is not a condition"),
        ("at dental/zoo, now: X.", "“at dental/zoo” is not a condition"),
        ("now: A. // B. // C.", "more than one “//”"),
        ("now: // B.", "this passage is empty"),
        ("", "this passage is empty"),
        ("A {pet.", "missing its other half"),
        ("A pet}.", "missing its other half"),
        ("A {pot}.", "there is no slot {pot}"),
    ],
)
def test_what_is_wrong_in_a_passage(text: str, said: str) -> None:
    with pytest.raises(BadValue, match=said):
        made(text)


def test_the_pieces_of_a_passage() -> None:
    one = made("{Pet} and {pet's} {pet:bed is|beds are} warm{, name}. // Back to {thing}.")
    assert one.lead == (
        Slot("pet", True), " and ", Slot("pet's"), " ", Slot("pet", False, "bed is", "beds are"), " warm",
        Slot(", name"), ".",
    )  # fmt: skip
    assert one.tail == ("Back to ", Slot("thing"), ".")
    assert one.slots == {"pet", "pet's", "thing"}
    assert (one.words, one.questions, one.asks) == (8, 0, False)
    assert made("A? “B?” C?").questions == 2
    assert made("“B?”").asks is False
    assert made("It's {pet's}.").lead == ("It’s ", Slot("pet's"), ".")
    assert made("Ann’s and Bo's.").text == "Ann’s and Bo's."
    assert one.key == "roses " + one.key[-8:] and made("X.").key != one.key


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("{Pet} is here. And {thing}.", {"pet"}),
        ("{Pet} and {thing}? {Doing}.", {"pet", "thing"}),
        ("{Pet}.", {"pet"}),
        ("Hm! {Pet}.", set()),
        ("“Hm.” {Pet}.", set()),
        ("A. M.{pet}", set()),
        ("A.{pet}", {"pet"}),
    ],
)
def test_the_slots_of_the_first_sentence(text: str, slots: set[str]) -> None:
    assert slots_in_first_sentence(made(text)) == slots


FILE = """
# a remark
* before the first
  heading, on two lines

= roses
kind: garden
finds: roses; rose
# another
* One line
that goes on
and on.

called: the roses
* Another.
= tea
what is this
= nothing
"""


def test_the_blocks_of_a_file() -> None:
    found, problems = blocks(FILE, HERE)
    assert [(one.title, one.row, one.settings, one.texts) for one in found] == [
        ("", 1, {}, [(3, "before the first heading, on two lines")]),
        ("roses", 6, {"kind": "garden", "finds": "roses; rose", "called": "the roses"},
         [(10, "One line that goes on and on."), (15, "Another.")]),
        ("tea", 16, {}, []),
        ("nothing", 18, {}, []),
    ]  # fmt: skip
    (problem,) = problems
    assert problem.place == Place("topics/mine.txt", row=17)
    assert problem.message == "this line is not part of anything: “what is this”."


def test_a_passage_that_cannot_be_used_is_told_with_its_row_and_the_others_stay() -> None:
    (block,), _ = blocks("= roses\n* A.\n* A {pot}.\n* B.", HERE)
    one, problem, other = passages_of("roses", block, HERE)
    assert isinstance(one, Passage) and isinstance(other, Passage) and not isinstance(problem, Passage)
    assert (one.text, one.place.row, other.text, other.place.row) == ("A.", 2, "B.", 4)
    assert problem.place == Place("topics/mine.txt", row=3)


def test_of_which_occasion_a_passage_is() -> None:
    assert made("for birthday: X.").of_occasion("birthday") and not made("for birthday: X.").of_occasion("years")
    assert made("X.").of_occasion("years")
