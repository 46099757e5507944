"""Whatever is known, and whenever the card arrives: no hole, no wrong tense, and every verb agrees."""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from our_library import LIBRARY

from notes.customers import Customer, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording import compose
from notes.wording.phrasebook import passages_in

BY_KEY = {one.key: one for one in passages_in(LIBRARY.phrasebook)}
DETAILS = {
    "pet": ("Otis (beagle)", "Pearl and Duffy (cats)", "Bruno"),
    "partner": ("Hal",),
    "child": ("Mia", "Tom and Ida"),
    "likes": ("old roses", "the cello", "sea charts"),
    "told_us": ("the new boathouse", "her knee surgery", "learning Italian", "the bar exam in March"),
    "trip": ("Portugal", "the week in Rome in May"),
    "bought": ("the oak table",),
}
HOLE = re.compile(r"  |[{}]| [,.?!]|,[,.;:?!]|\.\.|\b(?:the|a|an|your|and|or) ?[.,;?!]|^[a-z]|[.?!] [a-z]|[^.?!…”)]$")
WRONG_NUMBER = re.compile(
    r"\b(?:Has|Is|Does|Was|has|is|does|was) (?:Pearl and Duffy|Tom and Ida)\b"
    r"|\b(?:Duffy|Ida) (?:has|is|does|was|gets|knows|makes|takes|thinks)\b"
    r"|\b(?:Have|Are|Do) (?:Otis|Bruno|Mia|Hal)\b(?! and)|\b(?:we|We) was\b|\b(?:I|We|we) am\b(?<!I am)"
)
ARRIVAL = date(2027, 5, 12)


@settings(max_examples=100, derandomize=True)
@given(
    occasion=st.sampled_from(LIBRARY.phrasebook.occasions),
    details=st.fixed_dictionaries({}, optional={name: st.sampled_from(cells) for name, cells in DETAILS.items()}),
    facts=st.fixed_dictionaries(
        {"years": st.sampled_from([1, 5, 25])},
        optional={
            "about": st.sampled_from(["the new kitchen", "the degree in nursing"]),
            "person": st.sampled_from(["Mia", "her mother", "Zoë"]),
            "referred": st.just("Noor Haddad"),
        },
    ),
    offset=st.integers(-30, 60),
    seed=st.integers(0, 199),
    signer=st.sampled_from(["Ada", "Nora & Walt"]),
    country=st.sampled_from(["US", "GB"]),
)
def test_every_note_stands(occasion, details, facts, offset, seed, signer, country):
    customer = Customer(
        place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("7"), name="Rosa Oak", first_name="Rosa",
        dear="Rosa", details=details, first_purchase=date(2019, 5, 1),
    )  # fmt: skip
    ours = Settings(business=Business(name="Oak Ltd", sender=signer, country=country))
    today, on = ARRIVAL - timedelta(days=ours.post.days), ARRIVAL + timedelta(days=offset)
    pick = Pick(customer=customer, occasion=occasion, on=on, mail_by=today, outcome=Outcome.CARD, facts=facts)
    worded = compose([pick], LIBRARY, ours, seed, today=today)
    for note in worded.notes:
        for one in (note, *note.proposals):
            if not one.passages:
                continue  # a whole wording, which has rules of its own
            for paragraph in one.paragraphs:
                assert not (hole := HOLE.search(paragraph)), f"“{hole[0]}” in “{paragraph}”"
                assert not (wrong := WRONG_NUMBER.search(paragraph)), f"“{wrong[0]}” in “{paragraph}”"
            assert " ".join(re.sub("“[^”]*”", "", part) for part in one.paragraphs).count("?") <= 1
            assert one_or_many_signs(one.paragraphs, signer)
            for key in one.passages:
                assert is_timely(BY_KEY[key], on)


def is_timely(passage, on):
    """A line of the occasion is for the side of the day on which the card arrives."""
    times = passage.terms.times
    state = "before" if on > ARRIVAL else "on" if on == ARRIVAL else "after"
    return not passage.terms.positions or not times or state in times


def one_or_many_signs(paragraphs, signer):
    text = re.sub("“[^”]*”", "", " ".join(paragraphs))
    return re.search(r"\b(?:I|I’[a-z]+|me|my)\b", text) is None if "&" in signer else True
