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
        ("about", "oak tables", "the oak tables"),
        ("about", "the students' play", "the students' play"),
        ("about", "Running a race", "running a race"),
        ("about", "painting two rooms", "painting two rooms"),
        ("about", "building the shed", "building the shed"),
        ("about", "painting rooms", "the painting rooms"),
        ("about", "wedding of Ann", "the wedding of Ann"),
        ("about", "walking the dog", "walking the dog"),
        ("about", "swimming", "the swimming"),
        ("about", "swimming lessons", "swimming lessons"),
        ("about", "trip with their dog", "the trip with your dog"),
        ("about", "my knee", "your knee"),
        ("about", "5,000-piece jigsaw", "the 5,000-piece jigsaw"),
        ("about", "order A-12", ""),
        ("about", "100% off", ""),
        ("about", "12.50 due", ""),
        ("about", "due 12/5/2026", ""),
        ("about", "x", ""),
        ("about", "ab", "the ab"),
        ("about", "x" * 80, f"the {'x' * 80}"),
        ("about", "x" * 81, ""),
        ("about", "the day it was born", ""),
        ("about", "Bach festival", "Bach festival"),
        ("about", "in the garden", "in the garden"),
        ("about", "ÉCOLE DES ARTS", "the école des arts"),
        ("about", "USA", "USA"),
        ("about", "SAILS for the boat", "Sails for the boat"),
        ("trip", "week in Rome", "your week in Rome"),
        ("trip", "an odyssey", "your odyssey"),
        ("trip", "through France", "your trip through France"),
        ("trip", "in Rome", "your time in Rome"),
        ("trip", "back from Peru", ""),
        ("trip", "off to Skye", ""),
        ("trip", "the Alps", "the Alps"),
        ("trip", "Sailing to Crete", "sailing to Crete"),
        ("trip", "two weeks away", "two weeks away"),
        ("likes", "his dogs", "your dogs"),
        ("bought", "Smith table", "the Smith table"),
        ("bought", "a table for his mother", "a table for your mother"),
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
    kept = ["her first prize", "the trip with their dog", "his knee"]
    assert [tidy_fragment("about", text, "en", others=True) for text in kept] == kept
    assert tidy_fragment("about", "my knee", "en", others=True) == "your knee"


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
        ("MIA TOM", "Mia Tom"),
        ("DJ", "DJ"),
        ("her sister Ann", "your sister Ann"),
        ("my dad", "your dad"),
        ("our twins", "our twins"),
        ("Mia/Tom", "Mia and Tom"),
        ("Ann Lee Jr.", "Ann Lee Jr."),
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
        ("hello,", "Hello."),
        ("hello -", "Hello."),
        ("“hi”", "“hi”"),
        ("Hi…", "Hi…"),
        ("see", ""),
        ("what (x)", "What (x)"),
    ],
)
def test_their_own_sentence_keeps_its_words(cell, sentence):
    assert tidy_sentence(cell) == sentence
