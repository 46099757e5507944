"""Every note that can be made of a few sentences: how it may begin, what may follow, and what never stands together.

Each case is a few lines of templates, the cells of somebody, and all notes that come of them, sentence after sentence.
"""

import pytest
from cards import card_of
from said_of_things import phrasebook_of

from notes.wording.plans.building import build
from notes.wording.plans.memory import Memory
from notes.wording.plans.pieces import Built

FILES = {"topics": "topics/mine", "kinds": "kinds/mine", "facts": "facts", "pairs": "pairs", "trades": "trades/dental"}
BOTH = "* open: Happy birthday!\n* mid: It's your birthday."
OPEN = "* open: Happy birthday!"
UKULELE = "= ukulele\nkind: music\nfinds: ukulele\ndoing: playing the ukulele"
ROSES = "= roses\nkind: garden\nfinds: roses"
ASKS_OR_TELLS = f"{UKULELE}\n* Is your ukulele in tune?\n{ROSES}\n* Your roses must be out.\n* Are your roses out?"


def made(lines: str, occasion: str = "birthday", memory: Memory | None = None, seed: int = 1, **given) -> list[Built]:
    texts = {f"{occasion}/lines": lines}
    texts |= {FILES[name]: given.pop(name) for name in FILES if name in given}
    book = phrasebook_of(texts)
    return build(card_of(occasion, finder=book.finder, memory=memory, seed=seed, **given), book)


def told(notes: list[Built]) -> list[str]:
    return sorted(f"{one.plan}: {' | '.join(piece.text for piece in one.pieces)}" for one in notes)


@pytest.mark.parametrize(
    ("given", "notes"),
    [
        # A thing first and then the occasion, or the occasion first; a tail comes back to its lead.
        (
            {
                "lines": BOTH,
                "topics": f"{UKULELE}\n* Is your ukulele in tune? // Play it for me.",
                "likes": "the ukulele",
            },
            """
            A: Is your ukulele in tune? | It’s your birthday.
            A: Is your ukulele in tune? | It’s your birthday. | Play it for me.
            B: Happy birthday!
            B: Happy birthday! | Is your ukulele in tune?
            """,
        ),
        # What greets says the occasion, and nothing comes back to it.
        (
            {
                "lines": BOTH,
                "topics": f"{UKULELE}\n* for birthday, says occasion: Happy birthday to your ukulele! // Play it.",
                "likes": "the ukulele",
            },
            """
            A: Happy birthday to your ukulele!
            B: Happy birthday!
            """,
        ),
        # What greets is not greeted again.
        (
            {
                "lines": BOTH,
                "topics": f"{UKULELE}\n* for birthday, says occasion: Happy birthday to your ukulele! Play on.",
                "likes": "the ukulele",
            },
            """
            A: Happy birthday to your ukulele! Play on.
            B: Happy birthday!
            B: Happy birthday! | Play on.
            """,
        ),
        # Of two things, with one question in a note.
        (
            {
                "lines": BOTH,
                "topics": ASKS_OR_TELLS,
                "likes": "the ukulele; roses",
            },
            """
            A: Are your roses out? | It’s your birthday.
            A: Happy birthday! | Is your ukulele in tune? | Your roses must be out.
            A: Is your ukulele in tune? | It’s your birthday.
            A: Is your ukulele in tune? | It’s your birthday. | Your roses must be out.
            A: Your roses must be out. | It’s your birthday.
            A: Your roses must be out. | It’s your birthday. | Is your ukulele in tune?
            B: Happy birthday!
            B: Happy birthday! | Are your roses out?
            B: Happy birthday! | Is your ukulele in tune?
            B: Happy birthday! | Your roses must be out.
            B: Happy birthday! | Your roses must be out. | Is your ukulele in tune?
            """,
        ),
        # What does not name its thing stands behind what does, and is left where nothing does.
        (
            {
                "lines": BOTH,
                "topics": f"{UKULELE}\n* Four strings are enough.",
                "facts": "= does\n* You're {doing}.\n* Are you {doing}?",
                "likes": "the ukulele",
            },
            """
            A: Are you playing the ukulele? | It’s your birthday.
            A: Happy birthday! | You’re playing the ukulele. | Four strings are enough.
            A: You’re playing the ukulele. | Four strings are enough. | It’s your birthday.
            B: Happy birthday!
            B: Happy birthday! | Are you playing the ukulele?
            B: Happy birthday! | You’re playing the ukulele.
            """,
        ),
        (
            {"lines": BOTH, "topics": f"{UKULELE}\n* Four strings are enough.", "likes": "the ukulele"},
            "B: Happy birthday!",
        ),
        # “That” is what the sentence before it was about.
        (
            {
                "lines": OPEN,
                "topics": f"{UKULELE}\n* Your ukulele sings.",
                "pairs": "= it + partner\n* {Partner} loves that.\n= it + pursuit\n* And {other}?",
                "likes": "the ukulele; tea",
                "partner": "Hal",
            },
            """
            B: Happy birthday!
            B: Happy birthday! | Your ukulele sings.
            B: Happy birthday! | Your ukulele sings. | And tea?
            B: Happy birthday! | Your ukulele sings. | Hal loves that.
            """,
        ),
        # A long story begins a note or is left.
        (
            {
                "lines": OPEN,
                "topics": f"{UKULELE}\n* Your ukulele {'and so on ' * 10}sings.\n{ROSES}\n* Your roses are out.",
                "likes": "the ukulele; roses",
            },
            f"""
            A: Happy birthday! | Your ukulele {"and so on " * 10}sings.
            A: Happy birthday! | Your ukulele {"and so on " * 10}sings. | Your roses are out.
            B: Happy birthday!
            B: Happy birthday! | Your roses are out.
            """,
        ),
        # Nobody says one sentence of two things.
        (
            {"lines": OPEN, "kinds": "= any\n* I like {thing}.", "likes": "the ukulele; roses"},
            """
            B: Happy birthday!
            B: Happy birthday! | I like roses.
            B: Happy birthday! | I like the ukulele.
            """,
        ),
        # Nothing is known: the lines of the occasion, or one that is a whole note.
        (
            {"lines": f"{OPEN}\n* reason: A day is a day.\n* end: Come by.\n* whole: Happy birthday, old bean!"},
            """
            B: Happy birthday!
            L: Happy birthday! | A day is a day.
            L: Happy birthday! | A day is a day. | Come by.
            W: Happy birthday, old bean!
            """,
        ),
        # As the trade would begin.
        (
            {
                "lines": BOTH,
                "trades": "= birthday\n* lead, says occasion: Happy birthday! Teeth smile.\n* lead: Teeth.",
                "topics": f"{UKULELE}\n* Your ukulele sings.",
                "likes": "the ukulele",
                "trade": "dental",
            },
            """
            A: Your ukulele sings. | It’s your birthday.
            B: Happy birthday!
            B: Happy birthday! | Your ukulele sings.
            T: Happy birthday! Teeth smile.
            T: Happy birthday! Teeth smile. | Your ukulele sings.
            T: Happy birthday! | Teeth.
            T: Happy birthday! | Teeth. | Your ukulele sings.
            """,
        ),
        # A sentence on two things leaves a third for another sentence, and none of the two.
        (
            {
                "lines": OPEN,
                "topics": f"{UKULELE}\n{ROSES}",
                "facts": "= likes\n* {Thing}, always.",
                "pairs": "= music + garden\n* So it's {thing} among {other}.",
                "likes": "the ukulele; roses; tea",
            },
            """
            A: Happy birthday! | Tea, always. | So it’s the ukulele among roses.
            B: Happy birthday!
            B: Happy birthday! | Roses, always.
            B: Happy birthday! | So it’s the ukulele among roses.
            B: Happy birthday! | So it’s the ukulele among roses. | Tea, always.
            B: Happy birthday! | Tea, always.
            """,
        ),
        # With a sentence of the person's own, which comes last.
        (
            {
                "lines": f"{BOTH}\n* reason: A day is a day.",
                "topics": f"{UKULELE}\n* Your ukulele sings.",
                "likes": "the ukulele",
                "say_this": "The sign is a joy.",
            },
            """
            S: Happy birthday! | A day is a day. | The sign is a joy.
            S: Happy birthday! | The sign is a joy.
            S: Happy birthday! | Your ukulele sings. | The sign is a joy.
            S: It’s your birthday. | A day is a day. | The sign is a joy.
            S: It’s your birthday. | The sign is a joy.
            S: It’s your birthday. | Your ukulele sings. | The sign is a joy.
            S: Your ukulele sings. | It’s your birthday. | The sign is a joy.
            """,
        ),
        # A card for something says what it is for, and speaks of what has to do with it.
        (
            {
                "occasion": "graduation",
                "lines": "* open: Congratulations!\n* open: Congratulations on {about}!\n* reason: It took years.",
                "topics": f"{UKULELE}\n* Your ukulele sings.\n* for graduation: Now there's time for your ukulele.",
                "about": "nursing degree",
                "likes": "the ukulele",
            },
            """
            B: Congratulations on the nursing degree!
            B: Congratulations on the nursing degree! | Now there’s time for your ukulele.
            L: Congratulations on the nursing degree! | It took years.
            """,
        ),
        (
            {
                "occasion": "graduation",
                "lines": "* of kin, open: Well done, {kin}!\n* open: Well done!\n* of kin, open: {Person} has {about}!",
                "person": "daughter Mia",
                "about": "nursing degree",
            },
            "B: Mia has the nursing degree!",
        ),
        # What somebody was comes before what they do where they retire from it.
        (
            {
                "occasion": "retirement",
                "lines": "* open: Happy retirement!",
                "facts": "= is\n* You were {thing}.\n= does\n* You're {doing}.",
                "notes": "keeps bees; district nurse",
            },
            """
            B: Happy retirement!
            B: Happy retirement! | You were a district nurse.
            B: Happy retirement! | You were a district nurse. | You’re keeping bees.
            B: Happy retirement! | You’re keeping bees.
            """,
        ),
        # Whoever was sent is called by the first name the second time.
        (
            {
                "occasion": "referral",
                "lines": "* open: Thank you for sending {referred}!\n* open: Thank you!\n* reason: {Referred} is nice.",
                "referred": "Hal Peeters",
            },
            """
            B: Thank you for sending Hal Peeters!
            L: Thank you for sending Hal Peeters! | Hal is nice.
            L: Thank you! | Hal Peeters is nice.
            """,
        ),
        # Several say “we”; a favorite is spelled as they spell it there; one year is a year.
        (
            {"lines": "* open: I'm glad it's your favorite day.", "business": {"sender": "Ada & Bo", "country": "GB"}},
            "B: We’re glad it’s your favourite day.",
        ),
        (
            {"lines": "* open: {Years} years! You have come {years} years.", "occasion": "years", "years": 1},
            "B: A year! You have come a year.",
        ),
        (
            {"lines": "* open: {Years} years! You have come {years} years.", "occasion": "years", "years": 3},
            "B: Three years! You have come three years.",
        ),
        # The post may come a day sooner or later.
        ({"lines": "* on, open: It's today!\n* on, before, open: Nearly there!"}, "B: Nearly there!"),
        # A line whose slot is empty is not sent.
        ({"lines": "* open: In {town}, Happy birthday!\n* open: Happy birthday."}, "B: Happy birthday."),
    ],
)
def test_the_notes_that_can_be_made(given: dict, notes: str) -> None:
    assert told(made(**given)) == [line.strip() for line in notes.strip().splitlines()]


@pytest.mark.parametrize("seed", range(4))
def test_the_best_comes_first_and_none_twice(seed: int) -> None:
    topics = f"{UKULELE}\n* Is your ukulele in tune?\n* Your ukulele sings.\n{ROSES}\n* Your roses must be out."
    notes = made(lines=BOTH, topics=topics, likes="the ukulele; roses", seed=seed)
    assert [one.score for one in notes] == sorted((one.score for one in notes), reverse=True)
    assert len({one.text for one in notes}) == len(notes) > 10


LETTERS = "abcdefgh"


def test_of_many_lines_a_few_are_tried_and_others_on_other_cards() -> None:
    lines = "\n".join(f"* open: Happy birthday, {letter}!" for letter in LETTERS)
    tried = [{one.text for one in made(lines=lines, seed=seed)} for seed in range(6)]
    assert {len(one) for one in tried} == {3}
    assert len(set.union(*tried)) > 3


def test_of_many_lines_one_that_says_what_the_card_is_for_is_always_tried() -> None:
    plain = "\n".join(f"* open: Well done, {letter}!" for letter in LETTERS)
    for seed in range(6):
        notes = made(plain + "\n* open: You have {about}!", "graduation", about="nursing degree", seed=seed)
        assert told(notes) == ["B: You have the nursing degree!"]


def test_a_line_that_fits_the_card_exactly_is_tried_before_others_more_often_than_not() -> None:
    lines = "\n".join(f"* open: Happy birthday, {letter}!" for letter in LETTERS) + "\n* us, on, before, open: Here!"
    tried = sum(any(one.text == "Here!" for one in made(lines=lines, seed=seed)) for seed in range(30))
    assert 15 < tried < 30


@pytest.mark.parametrize("seed", range(6))
def test_a_name_is_said_once(seed: int) -> None:
    topics = f"{UKULELE}\n* Is your ukulele in tune{{, name}}?"
    notes = made("* open: Happy birthday{, name}!", topics=topics, likes="the ukulele", seed=seed)
    assert {one.text.count("Rosa") for one in notes} in ({0}, {1})
    assert any(len(one.pieces) == 2 for one in notes)


def test_half_the_cards_call_somebody_by_name() -> None:
    named = sum("Rosa" in made("* open: Happy birthday{, name}!", seed=seed)[0].text for seed in range(60))
    assert 15 < named < 45


def test_a_sentence_that_was_said_of_late_is_no_line() -> None:
    (one,) = made(OPEN)
    assert made(OPEN, memory=Memory(passages={one.passages[0]: 1})) == []
    assert len(made(f"{OPEN}\n* open: Many happy returns!", memory=Memory(passages={one.passages[0]: 1}))) == 1


def test_no_more_than_two_notes_in_a_row_begin_alike_and_several_things_are_tried() -> None:
    topics = f"{UKULELE}\n" + "\n".join(f"* Your ukulele is {word}." for word in ("loud", "old", "tuned", "here"))
    notes = made(
        BOTH, topics=topics, kinds="= any\n* Ah, {thing}.", likes="the ukulele; tea; roses; chess; bread; jazz; sailing"
    )
    heads = {one.pieces[0].text for one in notes if one.plan == "A" and "birthday" not in one.pieces[0].text}
    assert (len(heads), sum("ukulele" in head for head in heads)) == (6, 2)
