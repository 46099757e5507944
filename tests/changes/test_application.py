"""What was decided about a card is what the card is, and every other card is as it was."""

import io
import json
import struct
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from offices import write_workbook

from notes import pipeline
from notes.batch import Batch
from notes.changes import Record, Records, Step
from notes.changes.application import body, is_sentence
from notes.changes.change import from_json
from notes.customers import Customer, CustomerId
from notes.folders import Folder
from notes.history import read_history
from notes.inputs import Inputs
from notes.paper.pieces import FileKind
from notes.picking.objections import Against, Objection
from notes.picking.picks import Pick
from notes.settings import Business, Settings

TODAY = date(2026, 11, 1)
HEADER = ["Customer ID", "First name", "Last name", "Address 1", "City", "State", "ZIP", "Birthday", "Likes", "Notes"]
CUSTOMERS = [
    HEADER,
    ["1", "Rosa", "Ortiz", "1 Elm Street", "Dayton", "OH", "45402", "1980-11-14", "old roses", ""],
    ["2", "Ben", "Hale", "2 Oak Street", "Dayton", "OH", "45402", "1975-11-20", "pottery", ""],
    ["3", "Ada", "Berg", "3 Ash Street", "Dayton", "OH", "45402", "1971-11-21", "sailing", ""],
    ["4", "Tom", "Kern", "4 Fir Street", "Dayton", "OH", "45402", "1970-11-22", "", ""],
    ["5", "Ida", "Wolf", "5 Yew Street", "Dayton", "OH", "45402", "", "", ""],
    ["6", "Una", "Lund", "6 Bay Street", "Dayton", "OH", "45402", "1970-11-23", "old maps", "her mother died in May"],
    ["7", "Max", "Roth", "7 Sea Street", "Dayton", "OH", "45402", "1970-11-24", "chess", "wants no cards"],
    ["8", "Eve", "Nord", "", "", "", "", "1970-11-25", "the cello", ""],
]
MILESTONES = [["Customer ID", "Occasion", "Date", "About"], ["5", "Apology", "2026-10-28", "the late delivery"]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("business")
    write_workbook(home / "customers.xlsx", Customers=CUSTOMERS, Milestones=MILESTONES)
    return home


@pytest.fixture(scope="module")
def inputs(home: Path) -> Inputs:
    settings = replace(Settings(), business=Business(name="Miter & Moss", sender="Sophie & Ben"), hands={"Mia": "vera"})
    return pipeline.gather(Folder(home, home / "customers.xlsx", home / "out"), settings, home / "cache", TODAY)


@dataclass(frozen=True)
class Desk:
    """The month of a business, and what becomes of it with some decisions."""

    inputs: Inputs

    def decide(self, who: str, **values: Any) -> "Desk":
        about = {"occasion": "", "on": ""}
        pick = self.pick(who)
        about = {"occasion": pick.occasion, "on": str(pick.on or "")} if pick.occasion else about
        step = Step(customer_id=CustomerId(who), **about, values=from_json(values))
        record = self.inputs.records.of("2026-11").with_step(step)
        return Desk(replace(self.inputs, records=self.inputs.records.with_record("2026-11", record)))

    def lets_go(self, who: str, **values: Any) -> "Desk":
        """A yes to the card of a customer, whatever was in the way when the plan was looked at."""
        asked = self.pick(who).objection
        assert asked
        return self.decide(who, send="yes", despite=asked.as_json(), **values)

    @cached_property
    def batch(self) -> Batch:
        return pipeline.compose(self.inputs, "2026-11", TODAY, seed=1)

    def pick(self, who: str) -> Pick:
        return next(pick for pick in self.batch.picks.picks if pick.customer.customer_id == who)

    def texts(self) -> dict[str, str]:
        return {card.note.pick.customer.customer_id: card.note.text for card in self.batch.cards}

    def card(self, who: str) -> dict[str, Any]:
        cards = json.loads(self.batch.as_json())["cards"]
        return next(card for card in cards if card["customer_id"] == who)


@pytest.fixture(scope="module")
def desk(inputs: Inputs) -> Desk:
    return Desk(inputs)


def with_row(who: str, says: str, row: int, inputs: Inputs) -> Inputs:
    """The same customers with another text under Notes, in a row further down."""

    def changed(one: Customer) -> Customer:
        place = replace(one.holds[0].place, row=row, cell=f"J{row}")
        return replace(one, holds=[replace(one.holds[0], place=place, quote=says)])

    customers = [changed(one) if one.customer_id == who else one for one in inputs.book.customers]
    return replace(inputs, book=replace(inputs.book, customers=customers))


def written(desk: Desk) -> dict[str, object]:
    """Every card as the pen writes it, with its envelope, by its customer."""
    return {card.note.pick.customer.customer_id: (card.written, card.envelope) for card in desk.batch.cards}


def files(desk: Desk) -> dict[FileKind, bytes]:
    return {file.kind: file.data for file in desk.batch.files}


def test_nothing_decided_changes_no_byte(desk: Desk, inputs: Inputs) -> None:
    nothing = replace(inputs, records=Records({"2026-11": Record()}))
    assert files(Desk(nothing)) == files(desk)
    assert sorted(desk.texts()) == ["1", "2", "3"]


DECISIONS: list[dict[str, Any]] = [
    {"words": "Happy birthday, Ben. The kiln is yours whenever you like."},
    {"salutation": "My dear Ben,"},
    {"signer": "Sophie"},
    {"closing": "Yours,"},
    {"hand": "vera"},
    {"lines": ["Mr. Ben Hale", "PO Box 7", "Dayton OH 45402"]},
    {"more": ["the week in Lisbon"]},
    {"send": "later", "until": "2026-11-20"},
    {"send": "never"},
]


@pytest.mark.parametrize("values", DECISIONS, ids="-".join)
def test_only_the_card_that_was_touched_is_another(desk: Desk, values: dict[str, Any]) -> None:
    before, after = desk, desk.decide("2", **values)
    others = ["1", "3"]
    assert [written(after)[one] for one in others] == [written(before)[one] for one in others]
    assert [after.texts()[one] for one in others] == [before.texts()[one] for one in others]
    assert after.batch.as_json() != before.batch.as_json()


def test_the_pdfs_are_byte_for_byte_the_same_once_it_is_taken_back(desk: Desk) -> None:
    changed = desk.decide("2", words="Something else.", hand="vera")
    back = changed.decide("2", words="", hand="")
    assert files(changed) != files(desk)
    assert files(back) == files(desk)


@pytest.mark.parametrize("values", [{"words": "Something else, by a quick zephyr."}, {"hand": "vera"}], ids="-".join)
def test_the_other_sheets_are_drawn_byte_for_byte_as_they_were(desk: Desk, values: dict[str, Any]) -> None:
    by_hand = replace(desk.inputs.settings, envelope=replace(desk.inputs.settings.envelope, hand="june"))
    before = Desk(replace(desk.inputs, settings=by_hand))
    first = before.batch.cards[0].note.pick.customer.customer_id
    after = before.decide(first, lines=["Nobody", "9 Quay Street", "Dayton OH 45402"], **values)
    for kind in (FileKind.CARDS, FileKind.ENVELOPES):
        was, now = (drawn(files(one)[kind]) for one in (before, after))
        assert len(was) == len(now) > 1 and was[0] != now[0] and was[1:] == now[1:]


def drawn(pdf: bytes) -> list[object]:
    """Each page: its operators, and for each font the widths, the text and the outline behind each code."""
    with pikepdf.open(io.BytesIO(pdf)) as whole:
        return [
            (page.Contents.read_bytes(), {n: font(f) for n, f in page.Resources.Font.items()}) for page in whole.pages
        ]


def font(one: Any) -> object:
    if "/DescendantFonts" not in one:
        return one.FontDescriptor.FontFile2.read_bytes()
    within = one.DescendantFonts[0]
    outlines = TTFont(io.BytesIO(within.FontDescriptor.FontFile2.read_bytes()))
    data, glyphs = outlines.reader["glyf"], outlines["loca"]
    gids = within.CIDToGIDMap.read_bytes()
    shapes = [data[glyphs[gid] : glyphs[gid + 1]] for (gid,) in struct.iter_unpack(">H", gids)]
    return within.W.unparse(), one.ToUnicode.read_bytes(), shapes


def test_the_envelope_of_another_line_leaves_the_cards_as_they_are(desk: Desk) -> None:
    after = files(desk.decide("2", lines=["Mr. Ben Hale", "PO Box 7", "Dayton OH 45402"]))
    assert after[FileKind.CARDS] == files(desk)[FileKind.CARDS]
    assert after[FileKind.ENVELOPES] != files(desk)[FileKind.ENVELOPES]


def test_the_words_are_those_that_were_written(desk: Desk) -> None:
    after = desk.decide("2", words="Hello.\n\nThe kiln is  yours.", salutation="My dear Ben,", signer="Sophie")
    assert after.texts()["2"] == "My dear Ben,\n\nHello.\n\nThe kiln is yours.\n\nWarmly,\nSophie"
    card = after.card("2")
    assert card["changed"] == ["words", "salutation", "signer"]
    assert card["wording"] == "birthday/your-own-words"
    assert card["sentences"][0] == {"text": "Hello.", "from": ["column “Your own words”"]}


def test_a_proposal_is_taken_and_the_first_is_still_there(desk: Desk) -> None:
    note = next(card.note for card in desk.batch.cards if card.note.pick.customer.customer_id == "2")
    other = note.proposals[0]
    taken = desk.decide("2", choice=body(other))
    assert taken.texts()["2"] == other.text
    assert taken.card("2")["proposals"][1] == note.text


def test_what_she_knows_is_said_at_once(desk: Desk) -> None:
    assert "Lisbon" in desk.decide("2", more=["the week in Lisbon"]).texts()["2"]


def test_what_she_knows_is_known_in_the_next_month_as_well(desk: Desk) -> None:
    told = desk.decide("5", more=["the week in Lisbon"]).inputs
    settled = replace(told, records=told.records.with_record("2026-10", told.records.of("2026-11")))
    proposed = pipeline.propose(replace(settled, records=settled.records), "2026-12", date(2026, 12, 1), 1)
    assert "the week in Lisbon" in [one.what for one in proposed.inputs.book.jottings]


def test_a_loss_that_she_tells_holds_the_card(desk: Desk) -> None:
    told = desk.decide("2", more=["his father died last week"])
    assert told.pick("2").outcome.value == "held"
    assert "somebody close to them has died" in told.pick("2").reason
    assert "2" in told.lets_go("2").texts()


@pytest.mark.parametrize("text", ["They just came back", "She’s training", "I met him"])
def test_a_whole_sentence_is_not_put_into_the_middle_of_another(text: str) -> None:
    assert is_sentence(text)


def test_a_general_note_is_sent_when_she_says_so(desk: Desk) -> None:
    assert "could have gone to anyone" in desk.pick("4").reason
    assert "4" in desk.lets_go("4").texts()
    assert "allotment" in desk.decide("4", more=["the new allotment"]).texts()["4"]


def test_own_words_go_where_no_note_could_be_made(desk: Desk) -> None:
    sent = desk.lets_go("4", words="Come and see the new saw, Tom.")
    assert "Come and see the new saw, Tom." in sent.texts()["4"]


def test_an_apology_goes_with_initials(desk: Desk) -> None:
    assert "initials" in desk.pick("5").reason
    signed = desk.decide("5", initials="SB")
    assert "the late delivery" in signed.texts()["5"]


def test_a_question_that_is_answered_lets_the_card_go_and_is_not_asked_again(desk: Desk, tmp_path: Path) -> None:
    asked = desk.pick("6")
    assert asked.outcome.value == "held" and "mother died" in asked.reason
    answered = desk.lets_go("6", answer="yes")
    assert "6" in answered.texts()
    folder = Folder(tmp_path, tmp_path / "customers.xlsx", tmp_path / "out")
    pipeline.publish(answered.batch, answered.inputs, folder, "2026-11-01T09:00:00Z")
    past, _ = read_history(folder.history)
    assert past.answers[CustomerId("6")] == {"yes": frozenset({"notes: her mother died in may"})}
    later = replace(answered.inputs, past=past)
    proposed = pipeline.propose(later, "2026-12", date(2026, 12, 1), 1)
    customer = next(one for one in proposed.inputs.book.customers if one.customer_id == "6")
    assert customer.ok_to_write == "yes"


def test_when_something_else_stands_in_the_way_it_is_asked_again(desk: Desk) -> None:
    before = Objection(Against.COMPLAINT, ("the late delivery",))
    assert "4" not in desk.decide("4", send="yes", despite=before.as_json()).texts()


def test_a_yes_is_for_what_stood_in_the_way_and_not_for_the_sentence_about_it(inputs: Inputs) -> None:
    moved = Desk(with_row("6", "her mother died in May", row=9, inputs=inputs))
    reworded = Desk(with_row("6", "Her mother died in May!", row=9, inputs=inputs))
    another = Desk(with_row("6", "her father died in May", row=9, inputs=inputs))
    yes = Desk(inputs).lets_go("6").inputs.records
    assert moved.pick("6").reason != Desk(inputs).pick("6").reason
    goes = [Desk(replace(one.inputs, records=yes)).pick("6").outcome.value for one in (moved, reworded, another)]
    assert goes == ["card", "card", "held"]


@pytest.mark.parametrize("despite", ["Somebody has died (cell J7).", None])
def test_a_yes_to_a_sentence_of_earlier_days_is_asked_for_again(desk: Desk, despite: str | None) -> None:
    assert "4" not in desk.decide("4", send="yes", despite=despite).texts()


@pytest.mark.parametrize("despite", [["no such kind"], [], [3], {}, 7])
def test_what_was_in_the_way_is_an_objection_or_nothing(despite: object) -> None:
    with pytest.raises(ValueError):
        from_json({"despite": despite})


def test_nobody_who_wants_no_cards_gets_one_by_a_click(desk: Desk) -> None:
    assert "7" not in desk.lets_go("7").texts()


def test_without_an_address_a_card_goes_once_the_lines_are_written(desk: Desk) -> None:
    assert "8" not in desk.lets_go("8").texts()
    lines = ["Eve Nord", "8 Bay Street", "Dayton OH 45402"]
    assert desk.lets_go("8", lines=lines).card("8")["envelope"] == lines


def test_put_off_and_never_say_so(desk: Desk) -> None:
    later = desk.decide("2", send="later", until="2026-12-03").pick("2")
    assert (later.outcome.value, later.reason) == ("skipped", "You put this card off until 3 December 2026.")
    assert desk.decide("2", send="never").pick("2").reason == "You said that no card goes to them, this month or later."
    assert "2" in desk.decide("2", send="later", until="2026-11-01").texts()


def test_who_was_put_off_until_a_month_is_there_when_that_month_is_looked_at_before_it_begins(inputs: Inputs) -> None:
    step = Step(customer_id=CustomerId("2"), values=from_json({"send": "later", "until": "2026-11-01"}))
    records = Records({"2026-10": Record().with_step(step)})
    month = pipeline.proposed_month(replace(inputs, records=records), "2026-11", date(2026, 10, 20), 1)
    assert "2" in {note.pick.customer.customer_id for note in month.decided(records).notes}


def test_words_for_a_card_that_is_another_now_are_not_used_and_it_is_told(desk: Desk) -> None:
    record = Record().with_step(
        Step(customer_id=CustomerId("2"), occasion="thanks", on="", values=from_json({"words": "Thank you."}))
    )
    batch = Desk(replace(desk.inputs, records=Records({"2026-11": record}))).batch
    assert [one.message for one in batch.problems if one.place.file == "changes.json"] == [
        "you changed the words of Ben Hale’s card (thanks), but the card is now for something else (birthday)."
    ]
    assert next(card.note.text for card in batch.cards if card.number == 2) == desk.texts()["2"]


def test_words_to_a_note_that_has_changed_since_are_used_and_it_is_asked(desk: Desk) -> None:
    batch = desk.decide("2", words="Mine.", base="What stood there before.").batch
    (told,) = [one for one in batch.problems if one.place.file == "changes.json"]
    assert told.message.startswith("since you changed Ben Hale’s card, your files have changed")
    assert told.remedy == "Your words are used. Please look at the card again and choose."


def test_words_that_do_not_fit_hold_the_card(desk: Desk) -> None:
    pick = desk.decide("2", words="Many happy returns of the day to you. " * 40).pick("2")
    assert pick.outcome.value == "held"
    assert "does not fit" in pick.reason or "too long" in pick.reason
