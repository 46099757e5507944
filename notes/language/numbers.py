"""Numbers as one writes them by hand, and with what they count."""

LANGUAGES = ("en", "de", "fr", "es")
# Before a noun; num2words counts as one does at the beginning of a game.
_BEFORE_A_NOUN = {
    ("en", 0): "no",
    ("de", 0): "kein",
    ("de", 1): "ein",
    ("fr", 0): "aucun",
    ("es", 0): "ningún",
    ("es", 1): "un",
}


def in_words(number: object, language: str = "en") -> str:
    """A number before a noun as one writes it by hand, in figures where that is usual.

    >>> in_words(5), in_words(21), in_words(40), in_words(120), in_words(12, "de"), in_words(25, "fr")
    ('five', 'twenty-one', 'forty', '120', 'zwölf', '25')
    """
    most = 99 if language == "en" else 20
    if not isinstance(number, int) or not 0 <= number <= most or language not in LANGUAGES:
        return f"{number}"
    return _BEFORE_A_NOUN.get((language, number)) or _spelled(number, language)


def ordinal(number: object) -> str:
    """The number in its order.

    >>> ordinal(1), ordinal(12), ordinal(20), ordinal(25)
    ('first', 'twelfth', 'twentieth', 'twenty-fifth')
    """
    if not isinstance(number, int) or not 0 < number < 100:
        return f"{number}"
    return _spelled(number, "en", "ordinal")


def _spelled(number: int, language: str, to: str = "cardinal") -> str:
    from num2words import num2words

    return str(num2words(number, lang=language, to=to))  # type: ignore[no-untyped-call]


def counted(number: int, noun: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "card"), counted(3, "card"), counted(2, "person", "people"), counted(1200, "customer")
    ('1 card', '3 cards', '2 people', '1,200 customers')
    """
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"
