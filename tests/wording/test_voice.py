"""A sentence as one says it or several, and as it is spelled on either side of the ocean."""

import pytest

from notes.settings import Business, Settings
from notes.wording.plans.voice import as_one, as_we, is_of_several, region_of, spelled


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("I’m glad.", "We’re glad."),
        ("I'm glad.", "We’re glad."),
        ("I am glad.", "We are glad."),
        ("How am I to know?", "How are we to know?"),
        ("I was there. So was I.", "We were there. So were we."),
        ("I wasn’t there.", "We weren’t there."),
        ("I thought of you, and was glad.", "We thought of you, and were glad."),
        ("I thought of you; it was good.", "We thought of you; it was good."),
        ("Let me see for myself.", "Let us see for ourselves."),
        ("My hope is mine. Mine alone.", "Our hope is ours. Ours alone."),
        ("Yes, my best!", "Yes, our best!"),
        ("Well… I see. (I do.)", "Well… We see. (We do.)"),
        ("He said “I told you so” to me.", "He said “I told you so” to us."),
        ("Ah, Iris is here.", "Ah, Iris is here."),
    ],
)
def test_what_one_says_said_by_several(one: str, several: str) -> None:
    assert as_we(one) == several


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("We’re glad, and we're well.", "I’m glad, and I’m well."),
        ("We are glad. Now we are.", "I am glad. Now I am."),
        ("We were there, and we were glad.", "I was there, and I was glad."),
        ("We see. Do we?", "I see. Do I?"),
        ("Tell us of our house.", "Tell me of my house."),
        ("Our house is ours; we see ourselves.", "My house is mine; I see myself."),
        ("The two of us.", "The two of us."),
        ("Time we met.", "Time we met."),
        ("When we met, you told us.", "When we met, you told us."),
        ("Until we meet, our best.", "Until we meet, our best."),
        ("Before we go, our best.", "Before we go, our best."),
        ("We’ve met, so tell us.", "We’ve met, so tell us."),
        ("Between us, our best.", "Between us, our best."),
        ("Both of us know our work.", "Both of us know our work."),
        ("Neither of us, on our day.", "Neither of us, on our day."),
        ("As we say, our best.", "As we say, our best."),
        ("Business with us.", "Business with me."),
    ],
)
def test_what_somebody_says_who_signs_alone(several: str, one: str) -> None:
    assert as_one(several) == one


@pytest.mark.parametrize(
    ("signer", "several"),
    [
        ("Nora & Walt", True),
        ("Nora and Walt", True),
        ("Nora + Walt", True),
        ("Nora, Walt", True),
        ("The Millers", True),
        ("Everyone here", True),
        ("all of us", True),
        ("Your team", True),
        ("the family", True),
        ("Office staff", True),
        ("The crew", True),
        ("", True),
        ("Oak Ltd", True),
        ("Nora", False),
        ("Dr. Theo Allen", False),
        ("Sandy", False),
        ("Tom Teamer", False),
        ("Mo Staffer", False),
    ],
)
def test_who_signs_is_one_or_several(signer: str, several: bool) -> None:
    assert is_of_several(signer, "Oak Ltd") is several


@pytest.mark.parametrize(
    ("country", "region"), [("US", "us"), ("CA", "us"), ("IE", "ie"), ("GB", "gb"), ("AU", "gb"), ("DE", "us")]
)  # fmt: skip
def test_on_which_side_of_the_ocean_a_business_writes(country: str, region: str) -> None:
    assert region_of(Settings(business=Business(country=country))) == region


@pytest.mark.parametrize(
    ("text", "british"),
    [
        ("My favorite color.", "My favourite colour."),
        ("Color it gray.", "Colour it grey."),
        ("Discolored.", "Discolored."),
        ("O’color", "O’color"),
        ("colors", "colours"),
    ],
)
def test_how_a_word_is_spelled(text: str, british: str) -> None:
    assert spelled(text, "gb") == spelled(text, "ie") == british
    assert spelled(text, "us") == text
