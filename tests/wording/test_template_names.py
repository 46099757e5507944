"""What the names of the templates are for: every set of them, written out."""

from notes.wording.template_names import NAMES, PARTICULAR, PERSONAL, SURE, VOCABULARY, WORDED

TOLD = {"about", "person", "referred", "referred_by", "child", "pet", "partner"} | {
    "bought", "likes", "trip", "told_us", "say_this",
}  # fmt: skip
OF_ALL = {"dear", "sender", "business", "both", "belated", "month", "company", "city", "when"}


def test_each_name_is_of_its_sets() -> None:
    assert {"dear"} == SURE
    assert PERSONAL == TOLD
    assert TOLD | {"years", "with_us", "since"} == PARTICULAR
    assert {"about", "bought", "likes", "trip", "told_us"} == WORDED
    assert {*VOCABULARY} == PARTICULAR | OF_ALL
    assert len(NAMES) == len(VOCABULARY)
