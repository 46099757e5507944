"""Jottings as offices write them, and the clauses that are made of them."""

import pytest

from notes.wording.details import Detail, Owner, Who
from notes.wording.details.added import aside
from notes.wording.details.statements import Form, statement
from notes.wording.details.told import told

SADE = Who(Owner.CHILD, ("Sade",), "daughter", he=False)
JIM = Who(Owner.KIN, ("Jim",), "brother", he=True)
CAT = Who(Owner.PET, ("Prompter",), "cat", "cat")

DOING = """
hums show tunes on treadmill                | humming show tunes on the treadmill
runs the ferry                              | running the ferry
plays goalie                                | playing goalie
running the library book sale               | running the library book sale
collecting sea glass                        | collecting sea glass
makes damson gin                            | making damson gin
judges sweet peas at flower show            | judging sweet peas at the flower show
restores tractors                           | restoring tractors
knits every one a sweater for Xmas          | knitting every one a sweater for Christmas
drives the county gritter                   | driving the county gritter
drives county gritter                       | driving the county gritter
teaches 2nd class                           | teaching second class
bowls Weds                                  | bowling on Wednesdays
carves duck decoys                          | carving duck decoys
swimming in the sea all year                | swimming in the sea all year
studying on the exercise bike               | studying on the exercise bike
plays the musical saw                       | playing the musical saw
keeps bees on the roof                      | keeping bees on the roof
sings in choir at St Ann's                  | singing in the choir at St Ann’s
walks 5 miles before breakfast              | walking five miles before breakfast
volunteers at food bank on Sats             | volunteering at the food bank on Saturdays
coaches girls softball                      | coaching girls softball
builds ships in bottles                     | building ships in bottles
grows giant pumpkins for county fair        | growing giant pumpkins for the county fair
doing the windows himself 1 at a time       | doing the windows yourself one at a time
learning to waltz for the first dance       | learning to waltz for the first dance
rebuilding '72 Triumph w/ his brother       | rebuilding the ’72 Triumph with your brother
training for a marathon                     | training for a marathon
wanting to be able to lift her grandson, who is four | lifting your grandson, who is four
says she'll learn the accordion             | learning the accordion
wants to walk the Camino                    | walking the Camino
found dad's trombone in attic               | finding your dad’s trombone in the attic
asked for REAL rye                          | asking for real rye
rides a Harley to church                    | riding a Harley to church
cooks for the fire hall every Thurs         | cooking for the fire hall every Thursday
rings handbells                             | ringing handbells
sews costumes for the high school musical   | sewing costumes for the high school musical
drives the school bus                       | driving the school bus
learning Welsh                              | learning Welsh
learning to drive                           | learning to drive
teaching herself the banjo                  | teaching yourself the banjo
keeps alpacas                               | keeping alpacas
breeds Shetland sheepdogs                   | breeding Shetland sheepdogs
building a canoe in the garage              | building a canoe in the garage
restoring a 1962 Airstream                  | restoring a 1962 Airstream
saving for a trip to Japan                  | saving for a trip to Japan
wants to see the northern lights            | seeing the northern lights
hoping to run the London Marathon           | running the London Marathon
hopes to finish his novel                   | finishing your novel
ran the Chicago Marathon                    | running the Chicago Marathon
sailed to the Azores                        | sailing to the Azores
plays trumpet in town band                  | playing trumpet in the town band
plays bridge on Tuesdays                    | playing bridge on Tuesdays
plays Santa at the mall                     | playing Santa at the mall
sings bass in the barbershop quartet        | singing bass in the barbershop quartet
makes her own cheese                        | making your own cheese
makes marmalade every January               | making marmalade every January
bakes for the school fete                   | baking for the school fete
collects antique clocks                     | collecting antique clocks
growing a giant pumpkin                     | growing a giant pumpkin
walks her neighbor's dog                    | walking your neighbor’s dog
swims in the lake every morning             | swimming in the lake every morning
knits hats for the NICU                     | knitting hats for the NICU
writes poems for the parish newsletter      | writing poems for the parish newsletter
reading all of Dickens                      | reading all of Dickens
speaks 5 languages                          | speaking five languages
flies gliders                               | flying gliders
races pigeons                               | racing pigeons
shows chickens                              | showing chickens
walks with parents                          | walking with your parents
walks with twins                            | walking with twins
hikes w/ her sister every Oct               | hiking with your sister every October
fishes for bass                             | fishing for bass
coaches little league                       | coaching little league
umpires cricket                             | umpiring cricket
directs the community play                  | directing the community play
runs the food pantry                        | running the food pantry
leads the scout troop                       | leading the scout troop
tends the war memorial garden               | tending the war memorial garden
took first prize for her jam                | taking first prize for your jam
built his own telescope                     | building your own telescope
planted an orchard                          | planting an orchard
brings donuts for the crew                  | bringing donuts for the crew
"""

THINGS = """
crossing guard at Lincoln School            | is       | the crossing guard at Lincoln School
auctioneer                                  | is       | an auctioneer
ret. mail carrier                           | is       | a retired mail carrier
district nurse 22 yrs                       | is       | a district nurse
cello teacher at the music school           | is       | the cello teacher at the music school
6 hens named after opera singers            | has      | the six hens named after opera singers
has a 1949 Farmall                          | has      | the 1949 Farmall
7 grandkids                                 | has      | your seven grandkids
shoebox every March                         | regular  | a shoebox every March
6 sausage rolls every Fri for the lads      | regular  | six sausage rolls every Friday for the lads
everything glazed blue                      | all      | glazed blue
Matchstick lighthouses (!)                  | thing    | matchstick lighthouses
1967 Morris Minor 'Mabel'                   | thing    | Mabel the 1967 Morris Minor
1924 bungalow                               | thing    | the 1924 bungalow
yarn shop                                   | thing    | the yarn shop
theater co.                                 | thing    | the theater company
chili for the whole house                   | thing    | the chili for the whole house
Long Trail w/ son Petey                     | thing    | the Long Trail with your son Petey
fly fishing                                 | thing    | fly fishing
the man in Tasmania he talks to by radio    | thing    | the man in Tasmania you talk to by radio
retired postman                             | is       | a retired postman
volunteer firefighter                       | is       | a volunteer firefighter
church organist                             | is       | a church organist
retired geography teacher                   | is       | a retired geography teacher
nurse at St Luke's                          | is       | a nurse at St Luke’s
bell ringer                                 | is       | a bell ringer
beekeeper                                   | is       | a beekeeper
has 3 alpacas                               | has      | the three alpacas
three grandsons                             | has      | your three grandsons
has the blue Volvo                          | has      | the blue Volvo
old tractors                                | thing    | old tractors
opera                                       | thing    | opera
jazz records                                | thing    | jazz records
the orchard behind the house                | thing    | the orchard behind the house
a kayak named Doris                         | thing    | a kayak named Doris
Sunday roasts                               | thing    | Sunday roasts
her tomatoes                                | thing    | your tomatoes
his '57 Chevy                               | thing    | your ’57 Chevy
her daughter's wedding in June              | thing    | your daughter’s wedding in June
lifeboat crew                               | thing    | the lifeboat crew
wanting a porch to play the banjo on        | seeks    | a porch to play the banjo on
looking for somewhere dark enough for the telescope | seeks | somewhere dark enough for the telescope
"""

NEVER = """
directs
painted
won
knows his stuff
KEEPING it
old post office -> pottery + flat
R&D to write
11/20 kept him waiting 1 hr 10
SKU-0
cried at walk-thru (me too)
doesn't eat fish
5 AM every day
just back from Nova Scotia
obsessed with Scrabble
walks with a cane
cries at weddings
never misses a Friday
talks a lot
lost 40 lbs
brings us zucchini every Aug
"""


def rows(text):
    return [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize(("jotting", "doing"), rows(DOING))
def test_a_jotting_is_something_that_one_does(jotting, doing):
    assert statement(jotting).doing == doing


@pytest.mark.parametrize(("jotting", "form", "thing"), rows(THINGS))
def test_a_jotting_is_a_thing_or_what_somebody_is(jotting, form, thing):
    said = statement(jotting)
    assert (said.form, said.thing) == (Form(form), thing)


@pytest.mark.parametrize("jotting", [row[0] for row in rows(NEVER)])
def test_what_is_not_certain_is_no_statement(jotting):
    assert statement(jotting) is None


@pytest.mark.parametrize(
    ("who", "jotting", "doing"),
    [
        (SADE, "dances in Chicago", "dancing in Chicago"),
        (JIM, "saving her the treadmill by the window", "saving you the treadmill by the window"),
        (JIM, "always brought the Rover in himself", "always bringing the Rover in himself"),
        (CAT, "sleeps on the ledger", "sleeping on the ledger"),
        (JIM, "does the crossword in pen", "doing the crossword in pen"),
        (JIM, "brought the Rover to her", "bringing the Rover to you"),
        (CAT, "follows him home", "following you home"),
        (JIM, "brings the chair she’ll like", "bringing the chair you’ll like"),
        (SADE, "brings the cake he’d promised", "bringing the cake you’d promised"),
    ],
)
def test_what_somebody_near_does_keeps_their_pronouns_and_turns_the_customers(who, jotting, doing):
    assert statement(jotting, who).doing == doing


@pytest.mark.parametrize(
    ("cell", "form", "said"),
    [
        ("naming a pancake after the mayor", Form.DID, "named a pancake after the mayor"),
        ("bringing the thirty African violets along", Form.DEED, "brought the thirty African violets along"),
        ("waiting for the first newt", Form.UNDER_WAY, "waited for the first newt"),
        ("the swallows' nest in the bellows", Form.TOLD, "the swallows’ nest in the bellows"),
        ("Lulu howling at the high notes", Form.TOLD, "Lulu howling at the high notes"),
        ("Laleh's first recital, in the rabbit costume", Form.TOLD, "Laleh’s first recital, in the rabbit costume"),
        ("the man in Tasmania he talks to by radio", Form.TOLD, "the man in Tasmania you talk to by radio"),
        ("the boat he’ll build", Form.TOLD, "the boat you’ll build"),
    ],
)
def test_what_somebody_told_is_a_deed_of_theirs_or_stands_as_they_told_it(cell, form, said):
    found = told(cell)
    assert (found.form, found.did or found.thing) == (form, said)


@pytest.mark.parametrize("cell", ["going to Spain", "being a nurse", "just the ticket", "no more rain", "has a cold"])
def test_what_somebody_told_is_no_thing_where_it_begins_with_what_they_are_or_have(cell):
    assert told(cell) is None


def test_what_somebody_told_of_another_is_left_where_her_may_be_either():
    assert told("Mia finding her old diary") is None


@pytest.mark.parametrize(
    ("who", "jotting"), [(JIM, "brings the chair he’ll fix"), (SADE, "brings the cake she’s made")]
)
def test_what_somebody_near_has_done_or_is_themselves_is_left(who, jotting):
    assert statement(jotting, who) is None


def test_the_forms_of_one_clause_agree():
    said = statement("hums show tunes on treadmill")
    assert (said.do, said.did, said.does) == (
        "hum show tunes on the treadmill",
        "hummed show tunes on the treadmill",
        "hums show tunes on the treadmill",
    )


def test_how_far_it_is_stands_behind():
    assert (aside("9 of 22 done"), aside("done at last")) == ("nine of twenty-two done", "")


@pytest.mark.parametrize(
    ("jotting", "thing"),
    [("judges sweet peas at flower show", "sweet peas"), ("runs the ferry", "the ferry"), ("swims in the sea", "")],
)
def test_what_something_is_done_to_is_a_thing_of_its_own(jotting, thing):
    assert statement(jotting).object == thing


@pytest.mark.parametrize(
    ("jotting", "who", "clause"),
    [
        ("bowls Weds", None, "you bowl on Wednesdays"),
        ("knows two jokes", None, "you know two jokes"),
        ("learning to waltz", None, "you’re learning to waltz"),
        ("found her dad’s trombone", None, "you found your dad’s trombone"),
        ("6 hens named after opera singers", None, "you’ve got six hens named after opera singers"),
        ("an auctioneer", None, "you’re an auctioneer"),
        ("never been on a plane", None, "you’ve never been on a plane"),
        ("old maps", None, ""),
        ("drives her", JIM, "Jim drives you"),
        ("sleeps on the ledger", CAT, "Prompter sleeps on the ledger"),
        ("learning to waltz", JIM, "Jim is learning to waltz"),
    ],
)
def test_a_jotting_is_a_whole_clause_to_the_customer(jotting, who, clause):
    owner = who.owner if who else Owner.SELF
    assert Detail(said=jotting, owner=owner, who=who, statement=statement(jotting, who)).clause == clause


@pytest.mark.parametrize(
    ("jotted", "doing"),
    [
        ("walked her through the form", ""),
        ("met her in Rome", ""),
        ("taught her to swim", ""),
        ("carried her", ""),
        ("ran into her", ""),
        ("helps her on Sundays", ""),
        ("walked her dog", "walking your dog"),
        ("saw her mother", "seeing your mother"),
        ("raised her arm", "raising your arm"),
    ],
)
def test_what_was_done_to_the_customer_is_the_offices_own(jotted: str, doing: str) -> None:
    said = statement(jotted)
    assert (said.doing if said else "") == doing
