"""Given names: whether a word is one that people are known to have."""

from notes.language.vocabulary import words


def is_given(word: str) -> bool:
    """Whether a word is a first name by itself, however it is written.

    >>> is_given("Rosa"), is_given("ROSA"), is_given("Walnut")
    (True, True, False)
    """
    return word in words("names", "given") or word in words("names", "given_too")
