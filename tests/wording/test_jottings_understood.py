"""What is understood of jottings where only a few topics are known, in the form of test_what_is_understood.py."""

from datetime import date

import pytest
from cases import cases
from said_of_things import small_phrasebook
from test_what_is_understood import told

from notes.wording.details.gathering import Setting

SETTING = Setting(small_phrasebook().finder, date(2026, 11, 28))
UNDERSTOOD = """
notes: met the team at the fair
  notes: meeting the team at the fair | told_us | did | doing
notes: left the choir
  ? left the choir | is an errand
notes: saw the aurora
  notes: seeing the aurora | told_us | did | doing
notes: found a fossil
  notes: finding a fossil | told_us | did | doing
notes: graduating in May; marrying in June
  ? graduating in May | was not understood
  ? marrying in June | was not understood
notes: retires in Oct
  ? retires in Oct | was not understood
notes: marries Tom in June
  ? marries Tom in June | was not understood
notes: knits, and every hen lays
  notes: knitting | craft | does | always | doing
notes: sings, and bakes bread
  notes: singing | music | does | always | doing
  notes: cooking | always | baking bread
notes: gardening
  notes: gardening | garden | does | always | doing
notes: wild swimming
  notes: wild swimming | sport | thing | always | doing
notes: woodworking; chess
  notes: woodworking | making | thing | always | doing
  notes: chess | game | thing | always
notes: asked about going to Rome
  ? asked about going to Rome | was not understood
notes: asked after her hip
  notes: asking after your hip | told_us | did | doing
notes: asked to walk the Camino
  notes: asking to walk the Camino | told_us | did | doing
notes: planning to learn Welsh
  notes: learning Welsh | told_us | wants | now | doing
notes: hopes to see Petra
  notes: seeing Petra | told_us | wants | doing
notes: is learning to waltz
  notes: learning to waltz | learning | now
notes: she is learning to waltz
  notes: learning to waltz | learning | under way | now | doing
notes: she was a cook in the Navy
  notes: told_us | was | doing
notes: she has never seen snow
  notes: seen snow | told_us | never
notes: she hasn't got a car
  ? she hasn't got a car | was not understood
notes: she doesn't like pears
notes: she can't have caffeine
notes: she had asked for a digger
  notes: told_us | had done | asking for a digger
notes: she has learned to say it in Welsh
  ? she has learned to say it in Welsh | was not understood
notes: she is going to Rome in May
  notes: going to Rome | told_us | under way | 2027-05-01 to 2027-05-31 | doing
notes: she is called Gerald
  notes: told_us | state | always | doing
notes: she isn't keen on jazz
  notes: told_us | state | always | doing
partner: Hal | notes: Hal's a cricket umpire
  who: Hal | partner
  notes: Hal: a cricket umpire | job | is | always
child: Mia | notes: Mia's first term
  who: Mia | child
  notes: Mia: the first term | school
partner: Joan | notes: Joan's lost the raffle book
  who: Joan | partner
  ? Joan's lost the raffle book | was not understood
notes: sister in Tulsa thinks of moving
  notes: told_us | does | always | doing
notes: neighbor feeds the hens
  notes:  (the hens) | animal | does | always | doing
notes: friend next door plays bridge
  notes:  (bridge) | game | does | always | doing
notes: son Tom, 12, swims
  who: Tom | child | son | he
  ? swims | was not understood
notes: dtr Mia (9) draws horses
  who: Mia | child | daughter | she
  notes: Mia: drawing horses (horses) | animal | does | always | doing
notes: twins, 4
notes: grandson Leo, 3
  who: Leo | grandchild | grandson | he
notes: 7 grandkids; knits every one a sweater
  notes: knitting every one of your seven grandkids a sweater | told_us | does | always | doing
notes: six roses; each named for an aunt
  notes: six roses | garden | thing | always | several
notes: four hens; two of them now
  notes: the four hens | animal | has | always | several
notes: choir; alto
  notes: the choir | music | thing | always
notes: sings in a choir; alto
  notes: singing in a choir | music | does | always | doing
  ? alto | was not understood
notes: met at the bus stop; pouring
  notes: meeting at the bus stop | told_us | did | meeting at the bus stop, in pouring rain
notes: met at the bus stop; H's brolly bust
  notes: meeting at the bus stop | told_us | did | doing
  ? H's brolly bust | was not understood
notes: learned the harp; took her three years
  notes: learning the harp | music | did | always | doing | after it took you three years
notes: usher for 31 years
  notes: an usher | job | is | always | after thirty-one years
notes: 30 yrs at the mill counter
  ? 30 yrs at the mill counter | was not understood
notes: 20 yrs of teaching
  ? 20 yrs of teaching | was not understood
notes: thirty years of baking bread
  notes: thirty years of baking bread | cooking | thing | always
notes: Gladys the tortoise
  ? Gladys the tortoise | was not understood
notes: cat named Miso
  who: Miso | pet | cat
notes: hens Dot and Pip
  who: Dot and Pip | pet | other
notes: two dogs
  notes: the two dogs | animal | has | always | several
notes: a horse called Star
  who: Star | pet | horse
notes: won the county show in 2019
  notes: winning the county show | event | did | after | 2019-01-01 to 2019-12-31 | doing
notes: ran Boston in Apr
  notes: running Boston | told_us | did | after | 2026-04-01 to 2026-04-30 | doing
notes: back from Peru
  ? back from Peru | was not understood
notes: off to Skye in June
  ? off to Skye in June | was not understood
notes: cruise in Feb
  notes: the cruise | trip | thing | 2027-02-01 to 2027-02-28
notes: loves anything blue
  ? loves anything blue | was not understood
notes: everything glazed blue
  notes: glazed blue | told_us | all
notes: likes nothing sweet
  ? likes nothing sweet | was not understood
notes: new puppy
  notes: the new puppy | animal | thing | always
notes: new boat
  notes: new boat | building | thing
notes: bought a tractor
  notes: buying a tractor | vehicle | did | doing
notes: sold the farm
  ? sold the farm | is an errand
notes: moved to Bath
  notes: moving to Bath | told_us | did | doing | at Bath
notes: car is called Gerald
notes: hens are moulting
  ? hens are moulting | was not understood
notes: swims daily
  notes: swimming daily (daily) | sport | does | always | doing
notes: swims every morning
  notes: swimming every morning (every morning) | sport | does | always | doing
notes: bowls Weds
  notes: bowling on Wednesdays | told_us | does | always | doing
notes: choir practice Thurs
  notes: choir practice Thursday | music | thing | always
notes: secret: writing a novel
notes: surprise party for Hal in May; keeps bees
  notes: keeping bees (bees) | animal | does | always | doing
notes: writes as Ann Lee, pen name
notes: son won't take the farm, upset
  ? upset | was not understood
notes: fell off the ladder
  notes: falling off the ladder | told_us | did | doing
notes: hear the branch may close
  ? hear the branch may close | was not understood
notes: hates cards
first_name: Mo and Jo | notes: Mo paints; Jo bakes
  notes: Mo: painting | art | does | always | doing
  notes: Jo: baking | cooking | does | always | doing
first_name: Mo and Jo | notes: ski in Vail
  notes: skiing in Vail | outdoors | does | always | doing
notes: rescued beagle; named Otis
  notes: the rescued beagle | animal | thing | always
  ? named Otis | was not understood
pet: Otis | notes: Otis snores; eats slippers
  who: Otis | pet
  notes: eating slippers (slippers) | told_us | does | always | doing
  ? Otis snores | was not understood
pet: Otis | notes: he snores
  who: Otis | pet
  ? he snores | was not understood
child: Mia | notes: she rows; he sings
  who: Mia | child
  notes: rowing | sport | does | always | doing
  ? he sings | was not understood
child: Mia | told_us: Mia passed her driving test
  who: Mia | child
  told_us: Mia: passing her driving test | told_us | did | doing
told_us: passed her driving test
  told_us: passing your driving test | told_us | did | doing
told_us: the bees. They swarmed
  told_us: the bees. They swarmed | told_us | told
told_us: hens, and the new barn
  told_us: hens | animal | told | always | several
  told_us: the new barn | home | told
likes: knitting; a good pie / maps
  likes: knitting | craft | does | always | doing
  likes: a good pie | cooking | thing | always
  likes: maps | collecting | thing | always | several
likes: roller derby, as a player | notes: skates
  likes: roller derby | likes | thing | always
  notes: skating | sport | does | always | doing
trip: Peru in May
  trip: Peru in May | trip | thing | at May
bought: two tables, oak
  bought: two tables | work | thing | several
bought: repairs
  bought: repairs | work | thing | several
notes: wants to be a nurse
  notes: being a nurse | degree | wants | doing
notes: wants a dog
notes: wants Rome
  notes: seeing Rome | told_us | wants | doing
notes: dreams of Rome
  ? dreams of Rome | was not understood
notes: looking for a mill
  notes: a mill | told_us | seeks | looking for a mill
notes: trying to sell the boat
  notes: selling the boat | told_us | wants | doing
notes: saving for a van
  notes: saving for a van | told_us | under way | doing
notes: about to retire
  notes: retiring | told_us | wants | doing
notes: used to teach
  ? used to teach | was not understood
notes: no longer drives
notes: never been on a plane
  notes: been on a plane | told_us | never
notes: teaches
  ? teaches | was not understood
notes: teacher
  notes: a teacher | job | is | always
notes: retired teacher
  notes: a retired teacher | retirement | is | always
notes: ER nurse; nights
  notes: an ER nurse | degree | is | always
  ? nights | was not understood
notes: Navy veteran
  notes: a Navy veteran | job | is | always
notes: opera fan
  notes: an opera fan | music | is | always
notes: president of the rose club
  ? president of the rose club | was not understood
notes: plays
  notes: plays | stage | thing | always | several
notes: plays it
  ? plays it | was not understood
notes: does it
  ? does it | was not understood
notes: does soup
  ? does soup | was not understood
notes: stuff at church
  ? stuff at church | was not understood
notes: reads a lot
  ? reads a lot | was not understood
notes: gave a talk
  notes: giving a talk | told_us | did | doing
notes: took up the harp last spring
  notes: taking up the harp | music | did | 2025-03-01 to 2025-05-31 | doing
notes: harp since 2019
  notes: the harp | music | thing | 2019-01-01 to 2019-12-31
notes: Fridays at the pool
  ? Fridays at the pool | was not understood
notes: Wed choir
  notes: the Wednesday choir | music | regular | always
notes: every other Tuesday
notes: all year in the sea
  ? all year in the sea | was not understood
notes: in Rome till May
  ? in Rome till May | was not understood
notes: on a diet
  ? on a diet | was not understood
notes: with her dog
  ? with her dog | was not understood
notes: sister-in-law Pam knits
  who: Pam | kin | sister-in-law | she
  notes: Pam: knitting | craft | does | always | doing
notes: mom 90 in May
  ? mom 90 in May | was not understood
notes: his mother is 90; she paints
  notes: your mother:  | told_us | state | always | doing
  ? she paints | was not understood
notes: dad's trombone
notes: kids love the pool
  ? kids love the pool | was not understood
notes: grandkids in Ohio
  notes: your grandchildren:  | told_us | state | always | doing | several
notes: husb knee op 12 Dec; wife ok
notes: Dr. Roth is her son
  ? Dr. Roth is her son | was not understood
notes: loves roses; roses in June 2027
  notes: roses | garden | thing | always | several
  notes: roses | garden | thing | 2027-06-01 to 2027-06-30 | several
notes: roses in June 2027; loves roses
  notes: roses | garden | thing | 2027-06-01 to 2027-06-30 | several
notes: Lisbon; Lisbon in June 2027
  notes: Lisbon | trip | thing | 2027-06-01 to 2027-06-30 | at Lisbon
trip: Lisbon | notes: Lisbon in June 2027
  trip: Lisbon | trip | thing | 2027-06-01 to 2027-06-30 | at Lisbon
told_us: her driving test | notes: driving test in June 2027
  told_us: your driving test | exam | told | 2027-06-01 to 2027-06-30
likes: chess | notes: dtr Mia plays chess
  who: Mia | child | daughter | she
  likes: chess | game | thing | always
  notes: Mia: playing chess (chess) | game | does | always | doing
likes: the ukulele | notes: plays ukulele
  likes: the ukulele | music | thing | always | playing the ukulele
notes: the baritone ukulele
  notes: the baritone ukulele | music | thing | always | playing the baritone ukulele
"""


@pytest.mark.parametrize(("jotted", "understood"), cases(UNDERSTOOD))
def test_what_is_understood_of_a_jotting(jotted: str, understood: list[str]) -> None:
    assert told(jotted, SETTING) == understood
