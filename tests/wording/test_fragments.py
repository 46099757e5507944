"""What a cell holds, and how it stands in the middle of a sentence ("" where it is left out)."""

import pytest

from notes.wording.fragments import tidy_fragment, tidy_name, tidy_sentence


@pytest.mark.parametrize(
    ("name", "cell", "fragment"),
    [
        ("about", "The new kitchen.", "the new kitchen"),
        ("about", "Kitchen remodel", "the kitchen remodel"),
        ("about", "passing the bar exam", "passing the bar exam"),
        ("about", "Her knee operation", "your knee operation"),
        ("about", "loss of her mother", "the loss of your mother"),
        ("about", "her mother died", ""),
        ("bought", "Oak table", "the oak table"),
        ("bought", "oak table", "the oak table"),
        ("bought", "painting of two rooms", "the painting of two rooms"),
        ("bought", "two loaves every Friday", "two loaves every Friday"),
        ("bought", "Sophie's birthday cake", "Sophie's birthday cake"),
        ("bought", "THE NEW ROOF", "the new roof"),
        ("bought", "the 1967 Mustang", "the 1967 Mustang"),
        ("bought", "BMW service", "the BMW service"),
        ("bought", "SKU-1023 widget", ""),
        ("bought", "INV20231", ""),
        ("bought", "12x croissant", ""),
        ("bought", "roof, $12,000", ""),
        ("bought", "see www.example.com", ""),
        ("bought", "had the boiler replaced", ""),
        ("bought", "N/A", ""),
        ("trip", "Portugal", "Portugal"),
        ("trip", "to Lisbon", "your trip to Lisbon"),
        ("trip", "a week in Rome", "your week in Rome"),
        ("likes", "Gardening", "gardening"),
        ("likes", "Verdi", "Verdi"),
        ("told_us", "the move to Portland (see email)", "the move to Portland"),
        ("told_us", "he wants a new shed", ""),
        ("told_us", "the \u202enew\u200b  shed\n", "the new shed"),
    ],
)
def test_a_fragment_fits_the_middle_of_a_sentence(name, cell, fragment):
    assert tidy_fragment(name, cell, "en") == fragment


def test_her_stays_hers_where_it_happened_to_somebody_else():
    assert tidy_fragment("about", "her first prize", "en", others=True) == "her first prize"


def test_in_another_language_only_the_full_stop_goes():
    assert tidy_fragment("bought", "Die neue Küche.", "de") == "Die neue Küche"


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("MIA", "Mia"),
        ("mia", "Mia"),
        ("Mia, Tom & Jo", "Mia, Tom and Jo"),
        ("daughter Mia", "your daughter Mia"),
        ("her mother", "your mother"),
        ("the twins", "the twins"),
        ("Bella (beagle)", "Bella"),
        ("O'Brien", "O'Brien"),
        ("M105", ""),
        ("her mother died", ""),
        ("-", ""),
    ],
)
def test_a_name_is_a_name(cell, name):
    assert tidy_name(cell) == name


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("the sign looks wonderful", "The sign looks wonderful."),
        ("How is the knee?", "How is the knee?"),
        ("n/a", ""),
        ("***", ""),
    ],
)
def test_their_own_sentence_keeps_its_words(cell, sentence):
    assert tidy_sentence(cell) == sentence
