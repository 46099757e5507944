"""A mistyped word is taken for what was meant, and an ordinary one, a name or a form of a word for itself."""

import pytest

from notes.language.headers import header_of
from notes.language.judging import judged
from notes.language.spelling import mended, spelled, words_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("deceaased", "deceased"),  # a letter too many
        ("obitury", "obituary"),  # one missing
        ("diied", "died"),  # one twice
        ("dide", "died"),  # two that changed places
        ("hisband", "husband"),  # another beside it
        ("deacesed", "deceased"),  # more of them
        ("berievment", "bereavement"),  # as it sounds
        ("verstroben", "verstorben"),
        ("nynguna", "ninguna"),  # a word that takes back what another says
    ],
)
def test_a_slip_is_taken_back(typed: str, meant: str) -> None:
    assert spelled(typed) == meant


@pytest.mark.parametrize(
    "word",
    [
        *["created", "removes", "returnee", "downed", "forwarder", "unsaid", "parsed", "sleet"],  # words of English
        *["superseded", "boating", "retourner", "verlorene", "fallecieron"],  # and forms in four languages
        *["discont", "canc", "mo"],  # cut short, and no slip
    ],
)
def test_an_ordinary_word_is_not_a_slip_of_a_sad_one(word: str) -> None:
    assert spelled(word) == word


def test_a_name_is_no_slip() -> None:
    assert words_meant("ring Todd or Aisling Starkey") == ("ring", "todd", "or", "aisling", "starkey")
    assert mended("Freud, Bach and Kassel") == "Freud, Bach and Kassel"


def test_what_is_mistyped_holds_and_lets_go_as_what_was_meant() -> None:
    held = [
        "dog dide Mon",
        "do nto mail",
        "Orville pasted away Sun",
        "no moer lettesr please",
        "in memroy of her late husabnd",
    ]
    free = ["the boielr died", "lost her kyes", "nignuna queja"]
    notes = header_of("Notes")
    assert [bool(judged(notes, text)) for text in (*held, *free)] == [True] * len(held) + [False] * len(free)
