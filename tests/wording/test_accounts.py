"""What a jotting says, said back to whoever it is about; nothing where nobody can tell who did what."""

import pytest

from notes.problems import Place
from notes.wording.accounts.accounts import account_of
from notes.wording.stories.cast import Cast, You
from notes.wording.stories.jots import jots_of


def accounts(text: str) -> list[str]:
    found = (account_of(jot) for jot in jots_of(text, Cast(), "notes", Place("x")))
    return [one.text for one in found if one]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("umpired HS softball 22 yrs", "You umpired high school softball for twenty-two years."),
        (
            "sofa in moss corduroy, Gert wanted it gone, he won",
            "A sofa in moss corduroy: Gert wanted it gone, and you won.",
        ),
        (
            "goat Walter fell in pond July, I got him out w the rake",
            "Walter fell in the pond in July, and I got him out with the rake.",
        ),
        (
            "June: 40 miles, camped on gravel bars w/ a white cloth",
            "Forty miles in June, and you camped on gravel bars with a white cloth.",
        ),
        (
            "started driving school bus Aug, kids named it Moby",
            "You started driving a school bus in August, and the kids named it Moby.",
        ),
        ("hauled a bathtub out of the river, stands in her yard now", "You hauled a bathtub out of the river."),
        ("son Theo made HS chess team", "Theo made the high school chess team."),
        ("1 plum in 6 yrs, they split it 4 ways", "One plum in six years, and you split it four ways."),
        ("passed driving test Oct, 4th go!", "You passed your driving test in October, on the fourth go."),
        ("found 9 marbles down her sofa", "Nine marbles down your sofa!"),  # whoever found them
        ("boat = Second Wind", "Your boat is called the Second Wind."),
        ("grandson Rory geology at Aberdeen", "Rory is studying geology at Aberdeen."),
        ("drew me a sorry bear -> hangs in Rm 2", "You drew me a sorry bear, and it hangs in room two."),
        ("bear in June, she ran it off w/ a saucepan", "A bear in June, and you ran it off with a saucepan."),
        ("sent 4 from his office, every one said “Joe sent me”",
         "You sent four from your office, and every one said “Joe sent me.”"),
        ("took a cutting in Jan, calls him Basil, sulked for weeks",
         "You took a cutting in January, you call him Basil, and he sulked for weeks."),
        ("oak on garage, called at 5 am = how we met",
         "An oak on the garage: you called at five in the morning, and that’s how we met."),
    ],
)  # fmt: skip
def test_a_jotting_is_said_back(text: str, told: str) -> None:
    assert accounts(text) == [told]


def test_a_small_word_in_capitals_is_nobody_s_initials() -> None:
    otis = Cast(you=You(names=("Otis",)), last_name="Freeling")
    (jot,) = jots_of("drove 3 mi w/ the fiddle on the ROOF OF THE CAR", otis, "notes", Place("x"))
    assert jot.text.endswith("on the roof of the car")


def test_what_leans_on_the_jotting_before_it_is_said_with_it() -> None:
    assert accounts("told me the scone was dry. it was.")[-1] == "You told me the scone was dry, and it was."
    together = accounts("canoe = Second Helping. dog Moose, 90 lb, won't sit still in it")[-1]
    assert together == "Your canoe is called the Second Helping, and Moose won’t sit still in it."


@pytest.mark.parametrize(
    "text",
    [
        "did it in plaid, left a scrap inside",  # the shop did
        "has 3 of my clamps!",
        "fixed her porch steps",
        "gave Pepper a stick of her own",
        "gave us a cherry one w/ a wobble",
        "rode 6 hrs to see one that sells pie",
        "met at the rink, he fell and took her down w/ him",
        "potter",
        "cat Elgar",
        "rings before 9",
        "owes for Oct, wants net 60",
        "grandkids jump on it",  # on what?
        "rained out on the maple job",
    ],
)
def test_what_is_not_certain_is_not_said(text: str) -> None:
    assert not any(told in one for one in accounts(text) for told in ("scrap", "took", "porch", "jump", "You rained"))
    assert all(len(one.split()) > 3 for one in accounts(text))


def test_he_may_be_the_customer_and_then_nothing_is_said_of_him() -> None:
    assert accounts("dtr Simi got a distinction, he wants a rematch") in ([], ["Simi got a distinction."])


@pytest.mark.parametrize(
    ("text", "said"),
    [("lost her husband in May", "husband"), ("naps in class", "nap")],
)
def test_a_sorrow_or_a_riddle_is_left_out(text: str, said: str) -> None:
    assert said not in " ".join(accounts(text))
