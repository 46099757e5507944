"""News that is jotted down with its day: which card it makes, of whom and about what, and what makes none."""

import pytest
from offices import read_csv

from notes.occasions import ours
from notes.reading.values.jotted_news import news_beside, news_in

NEWS = """
baby boy Rufus 9/14                                        => baby | 9/14 | | Rufus
new grandson Otto 11/2                                     => baby | 11/2 | | Otto
Ines born 3 Nov                                            => baby | 3 Nov | | Ines
had twins 10/30                                            => baby | 10/30 | |
WEDDING Sat 11/21, hair at 9                               => wedding | 11/21 | |
marrying Joel 12 Dec                                       => wedding | 12 Dec | |
dtr Lotte getting married 12/19                            => wedding | 12/19 | | Lotte
ruby wedding 5/12 !!                                       => wedding-anniversary | 5/12 | |
anniv. 12/27/1986                                          => wedding-anniversary | 12/27/1986 | |
son Pavel - plumbing cert, ceremony 12/11                  => graduation | 12/11 | the plumbing certificate | Pavel
dtr Nell finishing marine biology, grad. Dec 19            => graduation | Dec 19 | the degree in marine biology | Nell
ferry pilot, 29 yrs. retires 12/18                         => retirement | 12/18 | twenty-nine years |
town clerk's office 33 yrs, retires 12/17                  => retirement | 12/17 | thirty-three years |
closed on the bungalow, Orchard Rd, 11/6                   => new-home | 11/6 | the bungalow on Orchard Road |
moved into the old schoolhouse loft 11/14                  => new-home | 11/14 | the old schoolhouse loft |
gets the keys 12/4                                         => new-home | 12/4 | |
PASSED driving test 11/9                                   => achievement | 11/9 | passing the driving test |
son Theo passed the bar exam 11/9                          => achievement | 11/9 | passing the bar exam | Theo
WON the county pie prize 12 Nov                            => achievement | 12 Nov | the county pie prize |
opened her own bakery 11/2                                 => achievement | 11/2 | the opening of the bakery |
promoted to head nurse 11/2                                => achievement | 11/2 | the promotion to head nurse |
got her pilot's license 11/7                               => achievement | 11/7 | the pilot’s license |
Ida's first solo flight 11/7, ask how it was               => follow-up | 11/7 | Ida’s first solo flight |
fell 11/20 broke wrist (L)                                 => get-well | 11/20 | the broken wrist |
hip replaced 11/17                                         => get-well | 11/17 | the new hip |
cataract op 18 Nov                                         => get-well | 18 Nov | the cataract operation |
deck rebuild, DONE 11/20                                   => project-finished | 11/20 | the deck rebuild |
kitchen signed off 12/11                                   => project-finished | 12/11 | the kitchen |
new crown 11/12, ask how it feels                          => follow-up | 11/12 | the new crown |
boiler swapped 18/11, ring him                             => follow-up | 18/11 | the boiler |
11/9 WE sent the wrong lenses                              => apology | 11/9 | |
stood her up 11/6, my fault                                => apology | 11/6 | |
"""


@pytest.mark.parametrize("line", NEWS.strip().splitlines())
def test_what_is_jotted_down_with_its_day_makes_a_card(line: str):
    text, _, expected = (part.strip() for part in line.partition("=>"))
    told = [" | ".join([one.occasion, one.day, one.about, one.person]) for one in news_in(text, ours())]
    assert [" ".join(one.split()) for one in told] == [" ".join(expected.split())]


NO_NEWS = [
    "passed away 10/14",
    "mother passed 10/14",
    "passed peacefully 10/14",
    "passed the message on 10/14",
    "lost the baby 10/8",
    "baby due 12/14",
    "baby shower 12/5",
    "wedding called off, was 10/24",
    "wedding of a niece 10/24",
    "went to a wedding 10/24",
    "updo for a wedding 10/24",
    "son's wedding 12/5",
    "closed account 10/30",
    "closed 10/30",
    "closing 12/31",
    "moved 11/3",
    "leak in the house 11/3",
    "bought a mower 11/3",
    "won't pay till 11/5",
    "won custody 11/3",
    "missed appt 11/3",
    "deposit done 11/3",
    "cleaning done 11/3",
    "rabies shot 11/3, call to book the next",
    "bill 11/3, ask her",
    "dog broke leg 11/3",
    "husband's knee op 11/3",
    "opened an account 11/3",
    "Ma 11/3",
    "tried decaf 10/21, ask",
    "call before 10, not Feb 14 wk",
    "kitchen not finished 11/3",
    "hopes to retire 12/18",
    "biopsy 11/3, check on her",
]


@pytest.mark.parametrize("text", NO_NEWS)
def test_what_is_sad_or_routine_or_somebody_elses_makes_none(text: str):
    assert [*news_in(text, ours())] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hip replaced", ("get-well", "the new hip")),
        ("crown seated, lower L. ask how it's doing", ("follow-up", "the crown")),
        ("moved in, old mill, Ferry Lane", ("new-home", "the old mill on Ferry Lane")),
        ("card", None),
    ],
)
def test_what_stands_beside_a_day_of_its_own(text: str, expected: tuple[str, str] | None):
    news = news_beside(text, ours())
    assert (news and (news.occasion, news.about)) == expected


def test_several_in_a_cell_are_told_one_by_one_and_each_day_is_the_nearest():
    book = read_csv(
        "Name,Street,City,State,Zip,Good to know\n"
        'Rosa Holm,1 Elm St,Akron,OH,44301,"baby girl Mira 10/20; deck rebuild DONE 10/25; retires 1/18"\n'
    )
    assert [(one.occasion, str(one.on), one.about, one.person, one.jotted) for one in book.milestones] == [
        ("baby", "2026-10-20", "", "Mira", "baby girl Mira 10/20"),
        ("project-finished", "2026-10-25", "the deck rebuild", "", "deck rebuild DONE 10/25"),
        ("retirement", "2027-01-18", "", "", "retires 1/18"),
    ]


def test_a_ruby_wedding_tells_the_year_in_which_they_married():
    book = read_csv("Name,Street,City,State,Zip,Notes\nRosa and Al Holm,1 Elm St,Akron,OH,44301,ruby wedding 11/28\n")
    assert [(one.occasion, str(one.on)) for one in book.milestones] == [("wedding-anniversary", "1986-11-28")]


@pytest.mark.parametrize(
    ("said", "partner"),
    [("WEDDING Sat 11/21 to Joel, hair at 9", "Joel"), ("marrying Edith 12 Dec", "Edith"), ("WEDDING 11/21", None)],
)
def test_whom_somebody_marries_is_their_partner(said: str, partner: str | None):
    book = read_csv(f'Name,Street,City,State,Zip,Good to know\nRosa Holm,1 Elm St,Akron,OH,44301,"{said}; likes tea"\n')
    assert book.customers[0].details.get("partner") == partner


SPEAKS_AGAINST = [
    "Earl got his wings 3/9",
    "baby born sleeping 10/8",
    "lost the baby 10/8",
    "no more cards, per call 10/8",
]
ORDINARY = "".join(f"P{one} Berg,{one} Oak St,Akron,OH,44301,two dogs and a garden\n" for one in range(1, 6))


@pytest.mark.parametrize("said", SPEAKS_AGAINST)
def test_what_is_sad_holds_the_card_whatever_its_words_may_mean_elsewhere(said: str):
    book = read_csv(
        f'Name,Street,City,State,Zip,Notes\nRosa Holm,1 Elm St,Akron,OH,44301,"likes tea; {said}"\n{ORDINARY}'
    )
    assert book.customers[0].holds
    assert not book.milestones


@pytest.mark.parametrize("said", ["kitchen signed off 10/20", "sent us Dan Berg 10/20", "stood her up 10/20, my fault"])
def test_what_is_understood_holds_no_card(said: str):
    book = read_csv(
        f'Name,Street,City,State,Zip,Notes\nRosa Holm,1 Elm St,Akron,OH,44301,"likes tea; {said}"\n'
        f"Dan Berg,2 Elm St,Akron,OH,44301,\n{ORDINARY}"
    )
    assert not book.customers[0].holds


def test_what_is_sad_is_certain_by_its_day_in_a_column_of_days_too():
    book = read_csv(
        'Name,Street,City,State,Zip,Jottings\nRosa Holm,1 Elm St,Akron,OH,44301,"baby born sleeping 10/8; likes tea"\n'
        "Ida Lund,3 Elm St,Akron,OH,44301,retires 12/14\nAl Moe,5 Elm St,Akron,OH,44301,PASSED bar exam 11/20\n"
    )
    assert [bool(one.holds) for one in book.customers] == [True, False, False]
