"""What came of a mistake stands behind the sorry, or before it where it says what happened."""

import pytest
from test_solemn import words_of

from notes.wording.plans.solemn import _consequence


@pytest.mark.parametrize(
    ("cells", "said", "is_first"),
    [
        ({"told_us": "carried the chairs up the stairs"}, "You carried the chairs up the stairs.", True),
        ({"told_us": "told the doctor twice"}, "You told the doctor twice.", False),
        ({"notes": "so she missed the bus; refunded 3 Nov"},
         "You missed the bus because of it. It was put right on November 3.", False),
        ({"notes": "3 days of mud; her rugs were ruined because of it; put right"},
         "You had three days of mud and your rugs were ruined because of it. It has been put right.", False),
        ({"notes": "had to rent a van; fixed in Nov"},
         "You had to rent a van because of it. It has been put right.", False),
        ({"notes": "refunded 3 Nov"}, "It was put right on November 3.", False),
        ({"notes": "he sang; pays late"}, "", False),
        ({"told_us": "the party without a cake"}, "", False),
    ],
)  # fmt: skip
def test_what_a_mistake_did_has_its_place(cells: dict[str, str], said: str, is_first: bool) -> None:
    text, mentions = words_of("apology", about="the late delivery", **cells)
    assert mentions == ({"what came of it"} if said else set())
    assert said in text
    assert text.startswith(said) is (is_first or not said)


@pytest.mark.parametrize(
    ("noted", "told"),
    [
        ("her rug got stained b/c of us", "your rug was stained"),
        ("their rugs were ruined due to this", "your rugs were ruined"),
        ("his lamp was bent", "your lamp was bent"),
        ("2 weeks of noise", "you had two weeks of noise"),
        ("three nights of rain", "you had three nights of rain"),
        ("so he had to wait outside", "you had to wait outside"),
        ("had to rent a van", "you had to rent a van"),
        ("so they missed the bus", "you missed the bus"),
        ("he sang", ""),
        ("her rug is red", ""),
    ],
)
def test_what_a_mistake_led_to(noted: str, told: str) -> None:
    assert _consequence(noted) == told
