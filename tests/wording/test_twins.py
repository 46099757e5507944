"""Who must not have the same words in one month, and which of several wordings is then the best."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from notes.customers import Address, Customer, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.wording.composing import _month, _order, _Twins, household, street
from notes.wording.note import Note

ELM = Address(("12 Elm St",), "Dayton", "OH", "45402", "US")
ASH = Address(("7 Ash St",), "Dayton", "OH", "45402", "US")


def pick(number: str = "1", address: Address = ELM, **given: Any) -> Pick:
    days = {name: given.pop(name, None) for name in ("on", "mail_by")}
    who = Customer(place=Place("c.xlsx"), customer_id=CustomerId(number), name=f"N {number}", address=address, **given)
    return Pick(customer=who, occasion="birthday", outcome=Outcome.CARD, **days)


def note(of: Pick, wording: str, **given: Any) -> Note:
    return Note(
        pick=of, wording=wording, salutation="", paragraphs=(), closing="", signature="", envelope_name="", **given
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "city", "code", "name"),
    [
        (("12 Elm St",), "Dayton", "45402", "street elm st dayton"),
        (("12a Elm St", "Apt 4"), "Dayton", "45402", "street elm st dayton"),
        (("Lindenweg 3",), "", "50667", "street lindenweg 50667"),
        (("PO Box 118",), "Dayton", "45402", ""),
        (("Postfach 118",), "Köln", "50667", ""),
        (("Boxwood Ln",), "Dayton", "", "street boxwood ln dayton"),
        (("12",), "Dayton", "", ""),
        ((), "Dayton", "", ""),
    ],
)
def test_the_street_of_a_customer(lines: tuple[str, ...], city: str, code: str, name: str) -> None:
    assert street(pick(address=Address(lines, city, "", code))) == ((name,) if name else ())


def test_the_household_and_the_firm_of_a_customer() -> None:
    assert household(pick(household="Kern")) == ("household kern",)
    assert household(pick(company="Oak & Co")) == ("customer 1", "firm oak co")


# Who has had which wordings, in this order, and which of “a”, “b”, “c” is then the best for number 9 of Elm Street.
@pytest.mark.parametrize(
    ("had", "best"),
    [
        ({}, "a"),
        ({"far": "a"}, "b"),
        ({"far": "abc"}, "a"),
        ({"far": "aabc"}, "b"),
        ({"far": "aabbcc"}, "a"),
        ({"near": "a"}, "b"),
        ({"near": "ab"}, "c"),
        ({"near": "abc"}, "a"),
        ({"house": "a", "near": "bc"}, "b"),
        ({"house": "ab", "near": "c"}, "c"),
        ({"house": "a", "far": "bbcc"}, "b"),
        ({"near": "a", "far": "bbcc"}, "b"),
        ({"house": "abc"}, ""),
        ({"far": "b", "near": "a"}, "c"),
        ({"far": "bcc", "near": "a"}, "b"),
    ],
)
def test_the_best_wording_is_one_that_nobody_near_has_and_few_elsewhere(had: dict[str, str], best: str) -> None:
    twins = _Twins(most=2)
    others = {"far": pick("2", ASH), "near": pick("3", replace(ELM, lines=("14 Elm St",))), "house": pick("4")}
    for who, wordings in had.items():
        for wording in wordings:
            twins.add(note(others[who], wording))
    found = twins.best([Drafted(note(pick("9"), wording)) for wording in "abc"])  # type: ignore[list-item]
    assert (found.note.wording if found else "") == best


@dataclass(frozen=True)
class Drafted:
    """As much of a draft as is looked at."""

    note: Note


def test_the_passages_that_somebody_near_has_and_what_was_said_of_things() -> None:
    twins = _Twins(most=2)
    twins.add(note(pick("2", ASH, household="kern"), "a", passages=("birthday open", "roses lead")))
    twins.add(note(pick("3"), "b", passages=("tea lead",)))
    assert twins.said == {"birthday": {"roses lead", "tea lead"}}
    assert twins.passages_near(pick("4")) == {"tea lead"}
    assert twins.passages_near(pick("4", ASH)) == {"birthday open", "roses lead"}
    assert twins.passages_near(pick("4", household="Kern")) == {"birthday open", "roses lead", "tea lead"}
    assert twins.passages_near(pick("4", Address())) == frozenset()
    assert twins.count == {"a": 1, "b": 1}


def test_a_note_that_speaks_of_more_than_the_calendar_comes_first() -> None:
    plain, personal = (note(pick(), "x", mentions=(mention,)) for mention in ("years", "likes"))
    assert _order(1, personal) < _order(1, plain)
    assert (_order(1, plain)[0], _order(1, personal)[0], _order(1, note(pick(), "x"))[0]) == (True, False, True)


def test_the_order_is_another_for_each_seed_customer_month_and_wording() -> None:
    march, april = date(2026, 3, 1), date(2026, 4, 1)
    those = [
        _order(1, note(pick(on=march), "x")),
        _order(2, note(pick(on=march), "x")),
        _order(1, note(pick("2", on=march), "x")),
        _order(1, note(pick(on=april), "x")),
        _order(1, note(pick(), "x")),
        _order(1, note(pick(on=march), "y")),
    ]
    assert len({*those}) == len(those)
    assert _order(1, note(pick(on=april, mail_by=march), "x")) == those[0]
    assert (_month(pick(on=april, mail_by=march)), _month(pick(on=april)), _month(pick())) == ("2026-03", "2026-04", "")


def test_an_answer_to_a_story_is_had_by_one_in_a_month_whatever_the_occasion() -> None:
    twins = _Twins(9)
    twins.add(note(pick(), "a", passages=("answer 12ab", "birthday 34cd", "ukulele 56ef")))
    assert twins.answers == {"answer 12ab"}
