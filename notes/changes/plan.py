"""The plan: the month as rows of plan.xlsx, and the changes made there as steps of the record."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from notes.changes.application import body
from notes.changes.change import Change, Send, clean
from notes.changes.record import Record, Step, read_record, write_record
from notes.customers import CustomerId
from notes.files import AWAY, FETCH, is_away, is_real, read_real
from notes.language.answers import is_no
from notes.picking.objections import Objection
from notes.picking.picks import Outcome, Pick, Picks
from notes.problems import Level, Problem, Unusable, did_you_mean
from notes.wording.note import Note
from notes.workbook import plan as sheet
from notes.workbook.plan import Edit, Row

BY = "plan.xlsx"


def plan_of(picks: Picks, notes: Sequence[Note]) -> bytes:
    """plan.xlsx for a month: the cards in the order of the stack, then who is held, then who gets none."""
    cards = [_row(note.pick, note) for note in notes]
    there = {row[sheet.ID] for row in cards}
    others: list[Row] = []
    for outcome in (Outcome.HELD, Outcome.SKIPPED):
        for pick in picks.picks:
            if pick.customer.customer_id not in there and pick.outcome is outcome:
                there.add(pick.customer.customer_id)
                others.append(_row(pick, None))
    return sheet.plan([*cards, *others])


def _row(pick: Pick, note: Note | None) -> Row:
    row = {
        sheet.ID: pick.customer.customer_id,
        sheet.NAME: pick.customer.name or pick.customer.company,
        sheet.OCCASION: pick.occasion,
        sheet.MAIL_BY: str(pick.mail_by or ""),
        sheet.WHY: pick.why,
        sheet.GIFT: pick.gift if note else "",
    }
    if note is None:
        about = pick.objection.as_json() if pick.objection else []
        return {**row, sheet.QUESTION: pick.reason, sheet.ASKED: json.dumps(about, ensure_ascii=False)}
    words = {sheet.GREETING: note.salutation, sheet.MESSAGE: body(note), sheet.SIGNED: note.signature}
    drafts = "\n\n—\n\n".join(body(one) for one in note.proposals if one.is_drafted)
    return {**row, **words, sheet.SEND: "yes", sheet.HAND: note.hand, sheet.DRAFTED: drafts}


def take_in(folder: Path, hands: Collection[str]) -> Sequence[Problem]:
    """Keep in a batch's record what has been changed in its plan.xlsx, and report what cannot be used.

    Raises:
        Unusable: the record cannot be read or written, or the plan is kept elsewhere.
    """
    path = folder / sheet.FILE
    if is_away(path):
        raise Unusable.because(f"{folder.name}/{sheet.FILE}", f"{AWAY}, so what was changed is not known.", FETCH)
    if not is_real(path):
        return ()
    data = read_real(path)
    seen = sha256(data).hexdigest()
    record = read_record(folder)
    if record.plan == seen:
        return ()
    edits, problems = sheet.read_plan(data)
    problems = [*problems]
    after = record
    for edit in edits:
        values, wrong = _values(edit, record.of(CustomerId(edit.made[sheet.ID])), hands)
        problems += wrong
        if values:
            after = after.with_step(_step(edit, values))
    if after != record:
        write_record(folder, Record(after.steps, after.taken_back, seen))
    return problems


def _step(edit: Edit, values: Mapping[str, Any]) -> Step:
    made = edit.made
    return Step(customer_id=CustomerId(made[sheet.ID]), name=made[sheet.NAME], by=BY, values=values)


def _values(edit: Edit, before: Change, hands: Collection[str]) -> tuple[dict[str, Any], list[Problem]]:
    """The decisions in a row, and the problems with it."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for column, text in edit.new.items():
        place = edit.places[column]
        if column == sheet.SEND:
            send = _send(text, edit.made)
            values |= send or {}
            if send is None:
                remedy = "Write yes, no, never, or a day like 2026-12-01."
                problems.append(Problem(place, f"“{text}” is not an answer I understand here.", remedy, Level.WARNING))
        elif column == sheet.HAND and text and text not in hands:
            remedy = did_you_mean(text, list(hands))
            problems.append(Problem(place, f"there is no hand “{text}”.", remedy, Level.WARNING))
        elif column == sheet.MESSAGE:
            values |= {"words": clean(text), "base": edit.made[sheet.MESSAGE]}
        elif column == sheet.MORE:
            values["more"] = tuple(dict.fromkeys([*before.more, clean(text)])) if text else before.more
        else:
            values[_NAMES[column]] = clean(text)
    return values, problems


_NAMES = {sheet.GREETING: "salutation", sheet.SIGNED: "signer", sheet.HAND: "hand", sheet.INITIALS: "initials"}
_YES, _NEVER = ("yes", "y", "x", "ja", "oui", "sí", "si"), ("never", "nie", "jamais", "nunca")


def _asked(made: Row) -> Objection | None:
    """What was in the way when the plan was made."""
    about = json.loads(made.get(sheet.ASKED) or "[]")
    return Objection.from_json(about) if about else None


def _send(text: str, made: Row) -> dict[str, Any] | None:
    """What an answer under “Send?” decides; None if it makes no sense there."""
    word = text.casefold()
    if word in _YES:
        return {"send": Send.YES, "until": None, "despite": _asked(made)}
    if word in _NEVER:
        return {"send": Send.NEVER, "until": None}
    if not word or is_no(text):
        return {"send": Send.LATER, "until": None}
    try:
        return {"send": Send.LATER, "until": date.fromisoformat(text)}
    except ValueError:
        return None
