"""Whether a text is heard again as a reader would, each word beside the others."""

import numpy as np
import pytest

from notes.language import sounding
from notes.language.rehearing import LONGEST, SIGNS, Cutter, reheard


@pytest.mark.parametrize(
    ("reason", "none"),
    [
        ("they buried him on Tuesday", "buried him in leaves on the lawn, kids laughing"),
        ("moved to Ohio, no forwarding address", "moved the piano to the forward room"),
        ("her lawyer wrote again about the refund", "her lawyer's office wants forty cakes again"),
        ("please take her off the list", "please take her list off the fridge"),
    ],
)
def test_the_same_words_in_another_context_are_heard_as_another_thing(reason: str, none: str) -> None:
    heard = reheard([reason, none])
    assert heard[0] > 0 > heard[1]


def test_a_text_is_heard_alike_alone_and_among_others() -> None:
    texts = ["mum died", "two cats, prefers the window table and the old menu", "", "moved away"]
    assert np.allclose(reheard(texts), [reheard([text])[0] for text in texts], atol=1e-3)


def test_words_are_cut_into_the_longest_pieces_that_are_known() -> None:
    cut = Cutter([*SIGNS, "wal", "walnut", "##s", "died", "."])
    assert cut("Walnuts. DIED") == [2, 5, 6, 8, 7, 3]
    assert cut("wald") == [2, 1, 3]
    assert len(cut("died " * 100)) == LONGEST


def test_only_what_is_in_doubt_is_heard_again(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr("notes.language.rehearing.reheard", lambda texts: heard.extend(texts) or [0.0] * len(texts))
    sounding.forget()
    cells = [("Notes", "mum died"), ("Notes", "loves dahlias, two cats")]
    weights = [sounding.weight(*cell) for cell in cells]
    sounding.listen_again(cells, (weights[0] - 0.1, weights[0] + 0.1))
    assert (heard, weights[0] > weights[1] + 0.1) == (["mum died"], True)
    sounding.forget()
