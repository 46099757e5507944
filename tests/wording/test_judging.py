"""What speaks for a note: of two that differ in one thing, which is the better, and by how much."""

from dataclasses import replace
from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Customer, CustomerId, Milestone
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording.details import Detail, Owner, Who
from notes.wording.passages import Passage, passage
from notes.wording.plans import judging
from notes.wording.plans.dealing import Table, deal
from notes.wording.plans.draws import Draws
from notes.wording.plans.judging import Judge
from notes.wording.plans.memory import Memory
from notes.wording.plans.pieces import Built, Said
from notes.wording.plans.stretches import stretch_of

DAY = date(2026, 3, 9)
KNOWN = {"pet": "Otis (beagle)", "told_us": "the ukulele lessons", "likes": "old roses", "trip": "the week in Lisbon"}


def judge(*columns: str, occasion: str = "birthday", **facts: str) -> Judge:
    """Of the card for somebody of whom these columns are filled in."""
    who = Customer(
        place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name="Rosa Kern", first_name="Rosa",
        dear="Rosa", details={column: KNOWN[column] for column in columns},
    )  # fmt: skip
    row = Milestone(
        place=Place("c.xlsx", "Milestones", 2),
        customer_id=who.customer_id,
        occasion=occasion,
        on=None,
        **{name: text for name, text in facts.items() if name != "referred"},
    )
    pick = Pick(
        customer=who, occasion=occasion, on=DAY, mail_by=DAY, outcome=Outcome.CARD, household="1", facts=facts,
        milestone=row if facts else None,
    )  # fmt: skip
    table = Table(Settings(business=Business(name="Kern", sender="Ada")), LIBRARY.phrasebook.finder, DAY)
    return Judge(deal(pick, table, Memory(), 1))


def note(by: Judge, *pieces: str) -> Built:
    """A note of sentences; those that begin with the name of a column and a colon are about what stands there."""
    of_column = {detail.column.replace("person", "pet"): detail for detail in by.card.details}
    said = [one.partition(": ") if one.partition(": ")[0] in KNOWN else ("", "", one) for one in pieces]
    return Built("A", tuple(Said(text, details=(of_column[name],) if name else ()) for name, _, text in said))


def score(by: Judge, note: Built) -> float:
    """What speaks for a note, beside the worth of what is said in it."""
    return by.finished(note.plan, note.pieces, by.what_it_says(note.plan, stretch_of(note.pieces))).score


FILL = "The bench by the window has been empty all of this long and rather quiet week."  # 16 words
LONG = f"{FILL} {FILL.replace('The bench', 'A chair').replace('window', 'stove')}"
ONE, TWO = "pet: Otis may want the bed by the stove.", "told_us: The strings may be in tune by May."


@pytest.mark.parametrize(
    ("columns", "better", "other", "by"),
    [
        # Two things are said where two are known; a third little more, and what is held back is for the next card.
        (["pet", "told_us"], [LONG, ONE, TWO], [LONG, ONE, TWO[9:]], judging.EACH_OF_TWO - judging.UNUSED),
        (["pet"], [LONG, ONE], [LONG, ONE[5:]], judging.EACH_OF_TWO - judging.UNUSED),
        (
            ["pet", "told_us", "likes"],
            [LONG, ONE, TWO, "A bud may open soon."],
            [LONG, ONE, TWO, "likes: A bud may open soon."],
            -judging.HELD_BACK,
        ),
        (
            ["pet", "told_us", "likes", "trip"],
            [LONG, ONE, TWO, "likes: A bud may open soon."],
            [LONG, ONE, TWO, "A bud may open soon."],
            judging.THIRD,
        ),
    ],
)
def test_as_much_is_said_as_a_card_bears(columns: list[str], better: list[str], other: list[str], by: float) -> None:
    one = judge(*columns)
    assert score(one, note(one, *better)) - score(one, note(one, *other)) == pytest.approx(by)


@pytest.mark.parametrize(
    ("better", "other", "by"),
    [
        # Too short and too long, word by word.
        ([LONG, ONE], [FILL, ONE], -judging.WORD_OFF * (25 - 16 - 8)),
        ([LONG, FILL, ONE], [LONG, FILL + " Yes.", ONE, "It is."], -judging.WORD_OFF * (16 + 32 + 8 + 3 - 56)),
        # Late: not in the first two pieces.
        ([ONE, FILL, "A lamp was lit."], [FILL, "A lamp was lit.", ONE], -judging.LATE_DETAIL),
        # Said twice, begun alike, wished again, all of the writer.
        (
            ["Happy birthday.", ONE, LONG],
            ["Happy birthday.", ONE, LONG, "Happy birthday."],
            -judging.TWICE - judging.ALIKE,
        ),
        # What one piece says twice it means.
        ([ONE, "No thanks. Many thanks.", LONG], [ONE, "No thanks.", "Many thanks.", LONG], -judging.TWICE),
        ([LONG, ONE, "Some may hum."], [LONG, ONE, "Otis may hum."], -judging.ALIKE),
        (
            [LONG, ONE, "I hope so.", "The sun may shine."],
            [LONG, ONE, "I hope so.", "We wish for sun."],
            -judging.WISHES,
        ),
        (
            [LONG, ONE, "I hum.", "We go.", "Some sit."],
            [LONG, ONE, "I hum.", "We go.", "I sit."],
            -judging.ALL_OF_ME,
        ),
    ],
)
def test_a_note_reads_well(better: list[str], other: list[str], by: float) -> None:
    one = judge("pet")
    assert score(one, note(one, *better)) - score(one, note(one, *other)) == pytest.approx(by)


def test_a_card_for_something_begins_with_it() -> None:
    facts = {"about": "the nursing degree"}
    one = judge("likes", occasion="graduation", **facts)
    (matter,) = (detail for detail in one.card.details if detail.of_card)
    (roses,) = (detail for detail in one.card.details if not detail.of_card)
    matters, beside = Said("One down.", OURS, (matter,)), Said(LONG, OURS, (roses,))
    first, last = Built("A", (matters, beside)), Built("A", (beside, matters))
    assert score(one, first) - score(one, last) == pytest.approx(-judging.MATTER_LATE)


OURS = passage("x", "Some words of ours.", Place("t.txt"))


@pytest.mark.parametrize(
    ("ours", "own", "stands"),
    [
        (["How is Otis?"], "", True),
        (["How is Otis?", "And the bed?"], "", False),
        (["How is Otis?"], "And Rosa?", True),  # what the person asks is theirs
        (["Otis!", "A bed!"], "", True),
        (["Otis!", "A bed!", "A stove!"], "", False),
        (["Otis sits.", "Otis sleeps."], "", True),
        (["Otis sits.", "Otis sleeps.", "Otis snores."], "", False),
    ],
)
def test_a_note_stands_that_asks_once_shouts_twice_and_names_nobody_three_times(
    ours: list[str], own: str, stands: bool
) -> None:
    one = judge("pet")
    pieces = [Said(text, OURS, tuple(one.card.details)) for text in ours]
    assert one.stands([*pieces, Said(own)]) is stands


def thing(name: str, **more: object) -> Detail:
    return Detail(said=name, phrase=name, column="likes", **more)  # type: ignore[arg-type]


HAL = Who(Owner.PARTNER, ("Hal",), "husband", he=True)
ROSES, UKULELE = thing("old roses"), thing("the ukulele")
TEST = thing("the test", kind="exam", came_of_it="passed")
HALS = Detail(said="Hal", phrase="Hal", owner=Owner.PARTNER, who=HAL, column="person")
END = passage("x", "end: Come by any time.", Place("t.txt"))
REASON = passage("x", "reason: A day is a day.", Place("t.txt"))


def built(*pieces: Said, plan: str = "A") -> Built:
    return Built(plan, pieces)


def said(text: str, *details: Detail, ours: Passage = OURS, facts: str = "", named: bool = True) -> Said:
    return Said(text, ours, details, facts=frozenset(facts.split()), named=named)


BASE = said(LONG, ROSES)


@pytest.mark.parametrize(
    ("other", "by"),
    [
        # On a birthday card, each beside the same note without it.
        ([said(LONG, TEST)], judging.NEWS),
        ([said(LONG, ROSES, UKULELE)], judging.JOINED + judging.EACH_OF_TWO),
        ([said(LONG, facts="since")], judging.FACT_ALONE - judging.EACH_OF_TWO),
        ([BASE, said("Do come.", ROSES)], 0),
        ([BASE, said("Old roses, old roses.", ROSES)], judging.SAID_AGAIN),
        ([BASE, said("The window sings.", ROSES, ours=END)], judging.REPEATED),
        ([BASE, said("The window sings.", ROSES)], 0),  # a tail comes back to its lead
        ([said(LONG, ROSES, facts="years"), said("Another.", facts="years-th")], judging.TWICE),
        ([BASE, said("And so it is.", ROSES)], 0.6 * judging.TWICE),
        ([BASE, said("Oh, well.", ROSES)], 0.6 * judging.TWICE),
        ([said("Thank you all.", ROSES), said(LONG, ROSES), said("A thank-you to you.", ROSES)], judging.TWICE),
        ([said("Congratulations, all.", ROSES), BASE, said("So I congratulated us.", ROSES)], judging.TWICE),
        ([said("Well done.", ROSES), BASE, said("“Well done.”", ROSES)], judging.TWICE),
    ],
)
def test_what_speaks_for_a_note_and_against_it(other: list[Said], by: float) -> None:
    one = judge()
    assert even(one, built(*other)) - even(one, built(BASE)) == pytest.approx(by)


def even(by: Judge, note: Built) -> float:
    """The score with chance left aside."""
    return score(by, note) - judging.CHANCE * by.card.draws.share(note.plan, *note.passages)


def wanting(*columns: str, **wanted: bool) -> Judge:
    """A judge who wants the note to ask, or to begin as the trade would."""
    one = judge(*columns)
    for name, value in wanted.items():
        setattr(one, name, value)
    return one


@pytest.mark.parametrize("asks", [True, False])
def test_a_note_asks_as_the_card_wants(asks: bool) -> None:
    one = wanting(asks=asks)
    asking = built(said(LONG[:-1] + "?", ROSES))
    better, worse = (asking, built(BASE)) if asks else (built(BASE), asking)
    assert even(one, better) - even(one, worse) == pytest.approx(-judging.WRONG_ASKING)
    quoted = built(said(LONG + " “Why?”", ROSES))  # somebody else asks that
    assert even(one, quoted) == pytest.approx(even(one, built(BASE)))


@pytest.mark.parametrize("by_trade", [True, False])
def test_a_note_begins_as_the_trade_would_where_the_card_wants_it(by_trade: bool) -> None:
    one = wanting(by_trade=by_trade)
    better, worse = (built(BASE, plan=plan) for plan in ("TA" if by_trade else "AT"))
    assert even(one, better) - even(one, worse) == pytest.approx(2 * judging.OFF_TRADE)


@pytest.mark.parametrize(
    ("line", "by"),
    [
        (said("Come by.", ours=END), judging.GENERAL),
        (said("A day.", ours=REASON), judging.GENERAL),
        (said("Come by.", ours=END, facts="since"), judging.GENERAL),
        (said("Come by.", ours=END, facts="town"), 0),
        (said("Come by.", ROSES, ours=END), 0),
        (said("Come by.", ours=OURS), 0),
    ],
)
def test_what_could_go_to_anybody_is_said_where_nothing_better_is_left(line: Said, by: float) -> None:
    left, none_left = judge("pet", "told_us"), judge()
    plain = said("Come by.", ROSES)
    assert even(left, built(BASE, line)) - even(left, built(BASE, plain)) == pytest.approx(by)
    assert even(none_left, built(BASE, line)) - even(none_left, built(BASE, plain)) == pytest.approx(0)


def test_the_other_of_two_is_named_on_a_card_for_both() -> None:
    for occasion, more in (("wedding-anniversary", judging.OTHER_NAMED), ("birthday", 0)):
        one = judge(occasion=occasion)
        with_hal, alone = built(said(LONG, HALS)), built(said(LONG, ROSES))
        assert even(one, with_hal) - even(one, alone) == pytest.approx(more)


def test_what_the_card_is_for_is_told_in_full() -> None:
    one = judge(occasion="graduation", about="the nursing degree")
    plain, full = built(BASE), built(said(LONG, ROSES, facts="about"))
    assert even(one, full) - even(one, plain) == pytest.approx(judging.TOLD_IN_FULL)


@pytest.mark.parametrize(
    ("occasion", "facts", "pieces", "stands"),
    [
        ("graduation", {"about": "the degree"}, [said("Well done.")], False),
        ("graduation", {"about": "the degree"}, [said("Well done.", facts="about")], True),
        ("graduation", {"about": "the degree"}, [said("Well done.", facts="say_this")], True),
        ("graduation", {"about": "the degree"}, [said("Well done.", thing("it", of_card=True))], True),
        ("graduation", {"about": "the degree"}, [said("Well.", thing("it", of_card=True), named=False)], False),
        ("graduation", {"about": "the degree"}, [said("Well done.", ROSES)], False),
        ("graduation", {"person": "Mia"}, [said("Well done.")], False),
        ("graduation", {"person": "Mia"}, [said("Well done.", facts="person")], True),
        ("graduation", {"person": "Mia"}, [said("Mia!", thing("x", who=Who(Owner.CHILD, ("Mia",))))], True),
        ("graduation", {"person": "Mia"}, [said("Tom!", thing("x", who=Who(Owner.CHILD, ("Tom",))))], False),
        ("graduation", {"person": "daughter"}, [said("She!", thing("x", who=Who(Owner.CHILD, (), "daughter")))], True),
        ("graduation", {"person": "daughter"}, [said("He!", thing("x", who=Who(Owner.CHILD, (), "son")))], False),
        ("baby", {"person": "Mia", "about": "the birth"}, [said("Mia!", facts="person")], True),
        ("referral", {"referred": "Hal"}, [said("Thanks.")], False),
        ("referral", {"referred": "Hal"}, [said("Thanks.", facts="referred")], True),
        ("birthday", {}, [said("Otis. Otis!", HALS), said("Hal, Hal.", HALS)], True),
        ("birthday", {}, [said("Hal. Hal!", HALS), said("And Hal.", HALS)], False),
    ],
)  # fmt: skip
def test_a_note_stands_that_names_what_and_whom_it_is_about(
    occasion: str, facts: dict[str, str], pieces: list[Said], stands: bool
) -> None:
    assert judge(occasion=occasion, **facts).stands(pieces) is stands


@pytest.mark.parametrize(
    ("plan", "words", "breaks"),
    [
        ("S", [5, 5, 5], [{2}]),
        ("S", [5, 5], [{1}]),
        ("A", [28], [set()]),
        ("A", [14, 13], [set()]),
        ("A", [14, 14], [set(), {1}]),
        ("A", [14, 14, 14], [set(), {1}]),
        ("A", [14, 14, 14, 14], [set(), {2}]),
        ("A", [14, 14, 14, 14, 14], [set(), {2}]),
    ],
)
def test_where_a_second_paragraph_begins(plan: str, words: list[int], breaks: list[set[int]]) -> None:
    pieces = [Said(" ".join(["word"] * count)) for count in words]
    judges = [Judge(replace(judge().card, draws=Draws(f"{seed}"))) for seed in range(40)]
    found = [one.breaks(plan, pieces) for one in judges]
    assert {*found} == {*map(frozenset, breaks)}
    if len(breaks) > 1:
        assert 0.15 < sum(not one for one in found) / len(found) < 0.55


def test_how_long_a_note_is_and_what_it_wants_differs_from_card_to_card_as_often_as_it_should() -> None:
    judges = [Judge(replace(judge().card, draws=Draws(f"{seed}"))) for seed in range(400)]
    assert {(one.fewest, one.most) for one in judges} == {(16, 32), (25, 56)}
    for share, wanted in (
        (judging.SHORT[0], [one.most == 32 for one in judges]),
        (judging.ASKING, [one.asks for one in judges]),
        (judging.BY_TRADE, [one.by_trade for one in judges]),
        (judging.BY_NAME, [one.name == "Rosa" for one in judges]),
    ):
        assert sum(wanted) / len(wanted) == pytest.approx(share, abs=0.08)
    several = replace(judge("pet", "told_us").card)
    assert {Judge(replace(several, draws=Draws(f"{seed}"))).most for seed in range(40)} == {56}
    ill = judge(occasion="get-well").card
    assert not any(Judge(replace(ill, draws=Draws(f"{seed}"))).asks for seed in range(40))
    assert [judge(*columns).most_used for columns in (KNOWN, ["pet"])] == [3, 2]
    assert judge(occasion="graduation", about="the degree").most_used == 3
