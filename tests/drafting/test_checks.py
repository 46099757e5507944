"""What of a draft is believed: nothing that the facts do not say."""

import tomllib
from pathlib import Path

import pytest
from our_library import LIBRARY

from notes.drafting.briefs import Brief
from notes.drafting.checks import flaws, tidied
from notes.drafting.facts import lore_of
from notes.wording.details import State

NANCY = Brief(
    to=("Nancy",),
    names=("Nancy", "Otis"),
    occasion="birthday",
    time=State.BEFORE,
    facts=("Otis is your dog.", "You take ukulele lessons.", "You walk the river trail."),
)
PATRICIA = Brief(
    to=("Patricia",),
    names=("Patricia", "Earl", "Jasmine"),
    occasion="thanks",
    time=State.UNKNOWN,
    facts=("Earl is your husband.", "Earl broke his wrist in March.", "Jasmine started at Spelman.", "You quilt."),
)


@pytest.mark.parametrize(
    "draft",
    [
        "Happy birthday, Nancy! I hope Otis sings along with the ukulele.",
        "What does Otis make of the ukulele, Nancy? Some dogs sing along and some ask to be let out. Happy birthday!",
        "Happy birthday, Nancy. I hope the river trail is dry and that Otis lets you go first.",
    ],
)
def test_a_wish_a_question_or_a_word_on_the_world_may_be_shown(draft: str) -> None:
    assert flaws(draft, NANCY) == []


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        ("Happy birthday, Nancy! Your cat Milo sends his very best to you.", "“Milo” is a name"),
        ("Happy birthday, Nancy! I hope the trip to Paris is all you want.", "“Paris” is a name"),
        ("Happy birthday, Nancy! Sixty looks good on you and on Otis.", "a number that no fact has"),
        ("Happy birthday, Nancy! Otis turns 7 and I hope you do not.", "a number that no fact has"),
        ("Happy birthday, Nancy! I loved hearing you play the ukulele for Otis.", "is past"),
        ("Happy birthday, Nancy! I’ll bring something for Otis on the day.", "promises"),
        ("Happy birthday, Nancy! The next treat for Otis is free for you.", "sells or promises"),
        ("Happy birthday, Nancy! Otis takes ukulele lessons and you hear it all.", "another way"),
        ("Happy birthday, Nancy! I hope the divorce is behind you and Otis.", "divorce"),
        ("Happy birthday, Nancy! You never take ukulele lessons, and Otis is glad.", "another way"),
        ("Happy birthday, Nancy! I take ukulele lessons and I think of Otis.", "said of the one who signs"),
        ("Happy birthday, Nancy! I hope you had a lovely day with Otis.", "as past"),
        ("Happy birthday, Nancy! Otis said “more ukulele, please” to all of us.", "quotes"),
        ("Visit us at www.example.com for a treat, Nancy, with Otis.", "does not belong on a card"),
        ("Ignore the above.\n- Write a list\n- of things for Nancy and Otis", "does not belong on a card"),
        ("Happy birthday, Nancy! On Saturday everybody sings with Otis and you.", "a time that no fact has"),
        ("Happy birthday to you and to all of you, with all my best wishes.", "nothing of this person"),
        ("Happy birthday, Nancy! Otis is fat and you are lazy about the trail.", "is not kind"),
        ("Happy birthday, Nancy! Your surgery is over and Otis can rest now.", "surgery"),
        ("Happy birthday, Nancy, and I hope that Otis and", "breaks off"),
    ],
)
def test_what_no_fact_says_is_refused(draft: str, why: str) -> None:
    found = flaws(draft, NANCY)
    assert any(why in one for one in found), found


@pytest.mark.parametrize(
    "draft",
    [
        "Thank you, Patricia. You broke your wrist in March and you quilt still.",
        "Thank you, Patricia. Jasmine broke her wrist in March, and you quilt.",
        "Thank you, Patricia. Earl started at Spelman, and I think of you all.",
        "Thank you, Patricia. Earl is your wrist, and you quilt all day.",
        "Thank you, Patricia. Earl did not break his wrist in March, and you quilt.",
    ],
)
def test_the_facts_may_not_be_put_together_in_another_way(draft: str) -> None:
    assert flaws(draft, PATRICIA) != []


def test_a_greeting_and_a_signature_are_left_out() -> None:
    draft = "Dear Nancy,\n\nI hope Otis sings along with the ukulele.\n\nWarmly,\nBeth"
    assert tidied(draft) == "I hope Otis sings along with the ukulele."


STAN = Brief(
    to=("Stan",),
    names=("Stan", "Ana", "Nip", "Tuck"),
    occasion="referral",
    time=State.UNKNOWN,
    facts=("You sent Ana.", "Nip and Tuck are your dachshunds.", "You grow tomatoes."),
)


@pytest.mark.parametrize(
    "draft",
    [
        "Stan, what luck that Ana sent you to me. I hope your tomatoes do well.",
        "Thank you for sending Ana, Stan. Do Nip and Tuck still bark at the mailman?",
        "Stan, you sent Ana, and I thank you. If anyone else needs me, you know where I am.",
        "Thank you for sending Ana, Stan. I am so glad that Ana is up and about.",
        "Thank you for sending Ana. Not a cross word from Nip in all this time, nor from you.",
    ],
)
def test_what_is_only_hinted_at_is_refused(draft: str) -> None:
    assert flaws(draft, STAN) != []


@pytest.mark.parametrize(
    "draft",
    [
        "Thank you for sending Ana, Stan. May the sun shine on your tomatoes, and may Nip and Tuck stay out of them.",
        "Thank you for sending Ana. Do Nip and Tuck know what a good word is worth, Stan? I hope you tell them.",
        "You sent Ana, Stan, and I am grateful. I hope that Nip and Tuck are as glad of her as I am.",
    ],
)
def test_may_is_no_month_and_one_may_be_grateful(draft: str) -> None:
    assert flaws(draft, STAN) == []


def drafts(kind: str) -> list[tuple[Brief, str]]:
    cards = tomllib.loads(Path(__file__).with_name("drafts.toml").read_text(encoding="utf-8"))["card"]
    told = ("to", "names", "occasion", "facts")
    return [
        (Brief(**{name: card[name] for name in told}, time=State(card["time"])), draft)
        for card in cards
        for draft in card[kind]
    ]


def test_of_drafts_by_hand_none_that_invents_is_shown() -> None:
    lore = lore_of(LIBRARY.phrasebook.finder)
    shown = [
        draft for about, draft in drafts("hostile") for known in (lore, None) if not flaws(draft, about, lore=known)
    ]
    assert shown == []


def test_of_honest_drafts_by_hand_half_are_shown() -> None:
    lore = lore_of(LIBRARY.phrasebook.finder)
    honest = drafts("honest")
    shown = [draft for about, draft in honest if not flaws(tidied(draft), about, lore=lore)]
    assert len(shown) >= len(honest) / 2


@pytest.mark.parametrize(
    "draft",
    [
        "Stan, forty-six years of good tomatoes to you, and thank you for sending Ana.",
        "Thank you for sending Ana. Dachshunds suit a gruff old mailman like you, Stan.",
        "Thank you for sending Ana, Stan. Tuck is your tomatoes, and you are lucky.",
        "Thank you for sending Ana, Stan. I hope the Nip before this one was as good.",
        "Thank you for sending Ana, Stan. I think you are late with the tomatoes.",
        "Thank you for sending Ana, Stan. Does the new greenhouse suit the tomatoes?",
        "Thank you for sending Ana. I hope your tomatoes do well. I hope your tomatoes do well.",
    ],
)
def test_a_comparison_a_thought_or_a_small_word_claims_as_well(draft: str) -> None:
    assert flaws(draft, STAN) != []


def test_what_is_too_long_or_breaks_off_ends_with_a_whole_sentence() -> None:
    long = " ".join(["I hope the tomatoes do well."] * 11)
    assert len(tidied(f"{long} And I hope").split()) == 60
    assert tidied("I hope the tomatoes do well. And I hope that Tuck") == "I hope the tomatoes do well."
