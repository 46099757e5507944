"""What is plainly said holds, whatever harmless things are said beside it."""

import pytest

from notes.language.headers import header_of
from notes.language.judging import judged

NOTES = header_of("Notes")
HARMLESS = [
    "",
    ", likes tulips",
    ", loves her dog Biscuit",
    ". Wants the blue paint",
    ", prefers e-mail",
    ", gate code 4471",
]


@pytest.mark.parametrize(
    ("remark", "kind"),
    [
        ("wife died in May", "death"),
        ("lost her husband in June", "death"),
        ("deceased", "death"),
        ("passed away 10/12", "death"),
        ("has cancer, stage 4", "illness"),
        ("in hospice", "illness"),
        ("do not mail", "refusal"),
        ("please don't mail", "refusal"),
        ("no mail pls", "refusal"),
        ("opted out of all mail", "refusal"),
        ("moved to Ohio", "moved"),
        ("returned mail, moved", "moved"),
        ("suing us", "dispute"),
        ("account closed", "closed"),
    ],
)
def test_plain_words_hold_beside_harmless_ones(remark: str, kind: str) -> None:
    for beside in HARMLESS:
        assert kind in {one.kind.value for one in judged(NOTES, remark + beside)}, remark + beside


def test_who_works_with_the_dying_is_not_ill() -> None:
    assert judged(NOTES, "RN with hospice, works nights, call after two") == ()


@pytest.mark.parametrize(
    "day",
    [
        "Dec 18",
        "holidays, Dec. 18th",
        "Fri Dec 18",
        "party, 18 Dec",
        "card due, Dec 18 2026",
        "thank-you card to send, Dec 2026",
    ],
)
def test_a_day_of_december_is_no_death(day: str) -> None:
    assert judged(NOTES, day) == ()


@pytest.mark.parametrize("remark", ["dec", "Mr Holm, dec", "dec 2024", "dec. 3/2024", "dec'd Dec 18"])
def test_but_what_is_short_for_deceased_is_one(remark: str) -> None:
    assert [one.kind.value for one in judged(NOTES, remark)] == ["death"]
