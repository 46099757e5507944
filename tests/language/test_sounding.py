"""Whether a cell keeps a card back by how it sounds, where no rule knows, and where a rule only looks at its words."""

import subprocess
import sys
from pathlib import Path

import pytest

from notes.holds import Hold, reason
from notes.language import sounding
from notes.language.headers import header_of
from notes.language.judging import forget, judged, listen_to
from notes.language.lexicon import Kind
from notes.language.signals import Part, findings
from notes.problems import Place

NOTES = header_of("Notes")
TRAINING = Path(__file__).parents[2] / "training"


@pytest.mark.parametrize(
    "remark",
    [
        "her hubby’s seat in row C is free, she can’t sit beside it yet, be kind",
        "does not want the girls to find anything from us in the post",
        "living with her sister since the fire, don’t know where",
        "won’t be needing us any longer, signed with the big firm on Main",
        "he doesn’t know his own wife any more, she is in pieces",
    ],
)
def test_what_no_rule_knows_is_asked_when_it_sounds_like_a_reason(remark: str) -> None:
    assert findings(NOTES, remark) == ()
    (found,) = judged(NOTES, remark)
    assert (found.kind, found.sure) == (Kind.UNCLEAR, False)


@pytest.mark.parametrize(
    "remark",
    [
        "traded her piano lessons for a week of sailing, came home with a tan and a turtle (wooden)",
        "their youngest hid in the hay loft till supper, has her own flashlight now",
        "missed the ferry, rowed, arrived first",
        "gave up on the crossword at 14 Across, phoned us for it",
        "hat drei Jahre auf die Küche gespart und kocht jetzt für die halbe Straße",
        "dim nionod plis, caws Caerffili os gwelwch yn dda",
    ],
)
def test_what_is_only_lively_holds_nothing(remark: str) -> None:
    assert judged(NOTES, remark) == ()


@pytest.mark.parametrize("header", ["Forms", "Payment", "Allergies", "Docs", "Unterlagen"])
def test_a_column_of_the_office_is_not_heard_but_what_it_surely_says_holds(header: str) -> None:
    assert judged(header_of(header), "still not back, nobody knows why") == ()
    assert judged(header_of(header), "she died in May")


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        ("Captain (African grey)", False),
        ("Nell & Fly (collies)", False),
        ("Postlethwaite, Mrs Marian (organist, St Kentigern's)", False),
        ("Bella (with Jesus)", True),
        ("Rex (sold, ours no more)", True),
    ],
)
def test_what_stands_in_brackets_behind_a_name_asks_unless_it_sounds_like_nothing(name: str, asks: bool) -> None:
    assert bool(judged(header_of("Animals"), name, Part.PERSON)) == asks


@pytest.mark.parametrize(
    "remark",
    [
        "gave the eulogy for the old copier at the office party",
        "barred window at the rear, bring the short ladder",
        "horse called Widowmaker, sweet as pie",
    ],
)
def test_what_a_rule_finds_holds_nothing_that_a_reader_would_laugh_at(remark: str) -> None:
    assert findings(NOTES, remark)
    assert judged(NOTES, remark) == ()


@pytest.mark.parametrize(
    "remark",
    [
        "In every Tues with sister Nonie, one slice of cake and two forks. Crossword in pen. Nonie d. 22/11",
        "NO walnuts, allergic. Taught Opal to braid challah. mother Ruth died 11/21, was 94",
    ],
)
def test_a_long_merry_note_does_not_drown_the_news_in_it(remark: str) -> None:
    assert [one.kind.value for one in judged(NOTES, remark)] == ["death"]


@pytest.mark.parametrize(
    "remark",
    [
        "makes marmalade every January, two cats, prefers the window table",
        "knee op in spring went fine, walking the Burren again, ask about the choir",
        "no e-mail please, she likes a real card",
        "Do not mail: no",
        "sin quejas en diez años",
    ],
)
def test_an_ordinary_remark_keeps_no_card_back(remark: str) -> None:
    assert judged(NOTES, remark) == ()


def test_only_what_is_told_in_words_is_judged() -> None:
    died = header_of("Deceased Date")
    assert judged(died, "2026-03-01") == findings(died, "2026-03-01")
    assert judged(NOTES, "Ash Rainbow", Part.NAME) == findings(NOTES, "Ash Rainbow", Part.NAME)


def test_the_question_names_the_words_that_weighed_most() -> None:
    remark = "won’t be needing us any longer, signed with the big firm on Main"
    (found,) = judged(NOTES, remark)
    hold = Hold.of(found, Place("customers.xlsx", "Customers", 2, "Notes", "F2"), remark)
    assert found.words
    assert f": by {found.words} it sounds like a reason to send nothing cheerful. If a card" in reason(hold)


def test_the_weights_were_learnt_from_the_remarks_as_they_are() -> None:
    """Where this fails, run `make learn`."""
    asked = (
        "import learn; print(learn.digest(list(learn.remarks())) in learn.WEIGHTS.read_text('utf-8').splitlines()[0])"
    )
    told = subprocess.run([sys.executable, "-c", asked], cwd=TRAINING, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "True"


@pytest.mark.parametrize("remark", ["killed in the pub quiz", "bakes rye, lost her fight with the oven"])
def test_a_merry_cell_in_which_a_rule_finds_something_is_heard_again(
    remark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert findings(NOTES, remark)
    for second, held in ((-6.0, False), (6.0, True)):
        sounding.forget()
        monkeypatch.setattr("notes.language.rehearing.reheard", lambda texts, says=second: [says for _ in texts])
        assert bool(judged(NOTES, remark)) is held
    sounding.forget()


@pytest.mark.parametrize(
    ("header", "cell"),
    [("Club", "Cancelled - too much wine lol"), ("Voice part", "(RIP) Bass 2"), ("Notes", "promoted to glory 12 May")],
)
def test_a_state_a_code_and_what_is_all_of_the_cell_stay_whatever_it_sounds_like(header: str, cell: str) -> None:
    assert judged(header_of(header), cell)


@pytest.mark.parametrize(
    "remark", ["does not want to play in the concert", "will keine Amalgamfüllung", "likes no nuts in it"]
)
def test_a_taste_is_no_refusal(remark: str) -> None:
    assert judged(NOTES, remark) == ()


def test_a_table_is_heard_at_once_and_what_stands_twice_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr("notes.language.likeness.likeness", lambda texts: asked.append(texts) or [0.0] * len(texts))
    forget()
    cells = [(header_of(header), "won’t be needing us any longer") for header in ("Notes", "Counter Notes")]
    listen_to([*cells, (NOTES, "signed with the big firm on Main"), (NOTES, "two cats, loves tulips and cake")])
    for header, text in cells:
        judged(header, text)
    forget()
    assert asked == [["won’t be needing us any longer", "signed with the big firm on Main"]]


@pytest.mark.parametrize(("header", "cell"), [("Tenant Status", "Notice"), ("Client Status", "Ghosted")])
def test_a_word_below_a_header_may_sound_like_a_reason(header: str, cell: str) -> None:
    assert [one.sounds for one in judged(header_of(header), cell)] == [True]


@pytest.mark.parametrize(
    ("header", "cell"),
    [("Patient ID", "D0226"), ("Record Type", "Customer"), ("Plan", "Off Peak"), ("Client Contact", "Jill Vance")],
)
def test_a_code_a_kind_or_a_name_sounds_like_nothing(header: str, cell: str) -> None:
    assert judged(header_of(header), cell) == ()
