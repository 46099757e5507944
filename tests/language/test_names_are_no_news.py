"""Given names are names, whatever else their letters spell: nobody is dead because a daughter is called Mia."""

from notes.language.headers import Header
from notes.language.judging import findings
from notes.language.vocabulary import words


def test_a_child_and_her_age_are_no_news_whatever_she_is_called():
    names = sorted({one for kind in ("given", "given_too") for one in words("names", kind).entries})
    heard = [one for one in names if findings(Header(notes=True), f"dtr {one.capitalize()}, 9, plays the tuba")]
    assert len(names) > 1000
    assert heard == []
