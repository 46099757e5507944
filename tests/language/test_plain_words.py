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
