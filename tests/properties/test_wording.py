"""Whatever is missing and whatever is in the cells, a note reads as if somebody had thought of that person."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from our_library import LIBRARY

from notes.customers import DETAILS, Address, Customer, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording import compose
from notes.wording.library import Wording
from notes.wording.rendering import paragraphs_of
from notes.wording.template_names import NAMES, SURE
from notes.wording.templates import BadTemplate, Template

OURS = Settings(business=Business(name="Miller & Daughter", sender="Ada"))
KNOWN = {
    "dear": "Rosa", "sender": "Ada", "business": "Miller & Daughter", "month": "March", "company": "Oak Ltd",
    "city": "Alder", "years": 7, "with_us": 7, "since": "2019", "when": "last month", "about": "the new kitchen",
    "person": "Mia", "referred": "Noor Haddad", "referred_by": "Ben Oak", "child": "Tom and Ida", "pet": "Bruno",
    "partner": "Hal", "bought": "the oak table", "likes": "old maps", "trip": "Portugal", "told_us": "the spring fair",
    "say_this": "The sign is wonderful.", "both": True, "belated": True,
}  # fmt: skip
HOLE = re.compile(
    r"  | [,.]|[,;:][,.;:?!]|\.\.|\(\)"
    r"|\b(the|a|an|your|and|or|if|these|than) ?[.,;:?!]"
    r"|[.?!] [a-z]|^\W|[^.?!]$|[{}\[\]%]|\bDear ,| ’s\b|\b(?!nous)(\w+) \2\b",
)  # fmt: skip


def combinations(wording: Wording):
    """Every way in which the facts that a wording can speak of are there or missing, but for what it needs."""
    used = wording.body.names() | (wording.shorter.names() if wording.shorter else set())
    free = sorted(used - wording.needs - SURE)
    empty = {name.name: 0 if name.name in ("years", "with_us") else "" for name in NAMES}
    sure = {name: KNOWN[name] for name in wording.needs | SURE}
    for there in product((False, True), repeat=len(free)):
        yield empty | sure | {name: KNOWN[name] for name, known in zip(free, there, strict=True) if known}


@pytest.mark.parametrize("occasion", LIBRARY.occasions)
def test_every_wording_is_whole_whatever_is_missing(occasion):
    for wording in (one for one in LIBRARY.wordings if one.occasion == occasion):
        for values in combinations(wording):
            full, _ = paragraphs_of(wording.body, values)
            short, _ = paragraphs_of(wording.shorter, values)
            for text in (*full, *short):
                assert not (hole := HOLE.search(text)), f"{wording.name}: “{hole[0]}” in “{text}”"
            assert full, wording.name
            assert len(" ".join(short).split()) <= len(" ".join(full).split()), wording.name


@pytest.mark.parametrize("wording", LIBRARY.wordings, ids=lambda wording: wording.name)
def test_one_year_is_a_year(wording):
    for values in (
        {**KNOWN, "years": 1, "with_us": 1, "both": "", "belated": ""},
        {**KNOWN, "years": 1, "pet": "", "child": "Ida"},
    ):
        text = " ".join(paragraphs_of(wording.body, values)[0])
        assert "one years" not in text and "1 years" not in text and "1 Jahre" not in text and "1 ans" not in text
        assert "1 años" not in text


CELLS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "SKU-10442",
            "THE NEW ROOF",
            "n/a",
            "$1,200",
            "{{ pet }}",
            "{% if",
            "A.",
            "…",
            "her knee.",
            "=1+1",
            "\u202eevil",
        ]
    ),
)


@settings(max_examples=80)
@given(
    occasion=st.sampled_from(LIBRARY.occasions),
    details=st.dictionaries(st.sampled_from(sorted(DETAILS)), CELLS),
    facts=st.fixed_dictionaries(
        {}, optional={"about": CELLS, "person": CELLS, "referred": CELLS, "years": st.integers(-3, 200)}
    ),
    seed=st.integers(0, 9),
)
def test_no_cell_spoils_a_note(occasion, details, facts, seed):
    customer = Customer(
        place=Place("customers.xlsx"), customer_id=CustomerId("7"), name="Rosa Oak", first_name="Rosa", dear="Rosa",
        details=details, first_purchase=date(2019, 5, 1),
    )  # fmt: skip
    pick = Pick(customer=customer, occasion=occasion, on=date(2026, 3, 9), outcome=Outcome.CARD, facts=facts)
    worded = compose([pick], LIBRARY, OURS, seed)
    assert len(worded.notes) + len(worded.held) == 1
    for note in worded.notes:
        assert note.salutation == "Dear Rosa,"
        assert note.mentions
        if not {"say_this", "write_exactly"} & set(note.mentions):  # their own sentence stands as they wrote it
            body = " ".join(note.paragraphs)
            assert not re.search(r"  |[{}]|SKU-|ROOF|\$|\u202e|\bn/a\b| ,|Dear ,", body), body


TOKENS = (
    "{{ }} {% %} {# #} if elif else endif for in set pet dear years | ( ) [ ] . , ~ ** * - + == > ' 1 1e9 not and or"
)
PIECES = st.sampled_from([*TOKENS.split(), '"', "\\N", "\n", 'agree("a", "b")', "words", "possessive", "ordinal"])


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_a_template_is_refused_in_a_sentence_or_renders_whatever_is_missing(text):
    try:
        template = Template.parse(text, KNOWN, SURE)
    except BadTemplate as refusal:
        assert refusal.message and refusal.remedy and refusal.line >= 1
    else:
        template.render(KNOWN)
        template.render(KNOWN | {"pet": "", "years": 0})


def _pick(number: int, occasion: str) -> Pick:
    customer = Customer(
        place=Place("customers.xlsx"),
        customer_id=CustomerId(f"{number}"),
        name=f"Rosa {number}",
        dear="Rosa",
        details={"pet": "Bruno", "bought": "the oak table"},
        address=Address((f"{'ABCDEF'[number]} Street 1",), "Alder"),
    )
    facts = {"about": "the new kitchen", "referred": "Noor", "years": 5}
    return Pick(customer=customer, occasion=occasion, on=date(2026, 3, 9), outcome=Outcome.CARD, facts=facts)


@settings(max_examples=25)
@given(
    occasion=st.sampled_from(LIBRARY.occasions),
    others=st.lists(st.sampled_from(LIBRARY.occasions), max_size=5),
    seed=st.integers(0, 99),
)
def test_another_customer_changes_nobody_elses_note(occasion, others, seed):
    any_share = replace(OURS, wording=replace(OURS.wording, same_wording_share=1.0))
    alone = _pick(0, occasion)
    # Of one occasion no wording comes again while another is unheard, so there the others do count.
    company = [_pick(number, other) for number, other in enumerate(others, 1) if other != occasion]
    before = compose([alone], LIBRARY, any_share, seed).notes[0]
    after = compose([*company, alone], LIBRARY, any_share, seed).notes[-1]
    assert after == before
