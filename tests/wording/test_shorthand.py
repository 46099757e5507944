"""What offices shorten, as it is written out, and what is cut too short to be read."""

import pytest

from notes.wording.details.shorthand import is_hour, is_spelled_out, opened

OPENED = """
plays golf (badly) w/ hubby | plays golf with husband
LOVES it!!!                 | loves it
- a walk.                   | a walk
salt & pepper               | salt and pepper
salt + pepper               | salt and pepper
salt+pepper                 | salt+pepper
PhD biology                 | PhD in biology
PhD in biology              | PhD in biology
MA done                     | MA done
4 kinds apple               | four kinds of apple
4 kinds of apple            | four kinds of apple
all sorts that grow         | all sorts that grow
works at PO                 | works at post office
at the POST                 | at the post
at 1am                      | at one in the morning
by 3 pm                     | by three in the afternoon
at 4pm                      | at four in the afternoon
at 5pm                      | at five in the evening
before 12pm                 | before noon
until 12 a.m.               | until midnight
til 10:00 a.m.              | until ten in the morning
from 10:30am                | from 10:30am
at 0am                      | at 0am
at 13pm                     | at 13pm
swims 3x/wk                 | swims three times a week
swims 9x a month            | swims nine times a month
swims 4x/yr                 | swims four times a year
swims 5x/ day               | swims five times a day
swims 2x/wk                 | swims 2x/wk
swims 10x/wk                | swims 10x/wk
bowls Mon                   | bowls Monday
bowls mon                   | bowls mon
by Oct. or so                | by October. or so
off in MAY                  | off in may
till May                    | till May
works the till              | works the till
at a till                   | at a till
stood at till               | stood at till
dtr's dog                   | daughter’s dog
of yrs' standing            | of years’ standing
abt, w/ and b/c. of         | about, with and because of
yrs. ago                    | years ago
SIS and sis                 | SIS and sister
1 cat, 99 dogs              | one cat, ninety-nine dogs
0 cats, 100 dogs            | 0 cats, 100 dogs
5, 6                        | five, six
Room 5                      | Room 5
at 5 am sharp               | at five in the morning sharp
a 5 k run                   | a 5 k run
1st, 22nd, 100th            | first, twenty-second, 100th
a 3-legged dog, a 33-legged | a three-legged dog, a 33-legged
HE sings                    | he sings
A, I and OK on TV           | A, I and OK on TV
ABBA, ABBAS and NASA        | ABBA, Abbas and NASA
"""


@pytest.mark.parametrize(("text", "whole"), [line.split(" | ") for line in OPENED.strip().splitlines()])
def test_what_is_shortened_is_written_out(text: str, whole: str) -> None:
    assert opened(text) == whole.strip()


@pytest.mark.parametrize("text", ["a bldg", "mtg at noon", "the tchr,", "grp.", "wk", "appr", "sngls with nyc", "sewg"])
def test_a_word_that_is_cut_short_is_seen(text: str) -> None:
    assert not is_spelled_out(text.split())


@pytest.mark.parametrize("text", ["the rhythm", "try my fly", "the Bldg", "and by abt", "swims", "who, which,", ""])
def test_a_whole_word_or_a_name_is_not_cut_short(text: str) -> None:
    assert is_spelled_out(text.split())


@pytest.mark.parametrize(
    ("words", "at", "is_it"),
    [
        ("5 am", 0, True),
        ("at 5 PM.", 1, True),
        ("5 km", 0, True),
        ("5 mph", 0, True),
        ("5", 0, False),
        ("am 5", 0, False),
    ],
)
def test_a_number_before_a_unit_is_no_count(words: str, at: int, is_it: bool) -> None:
    assert is_hour(words.split(), at) is is_it
