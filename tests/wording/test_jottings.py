"""What offices jot down, and the sentence to the customer or the thing that is made of it, or nothing.

The customer is Rosa; her husband is Ben, her daughter Mia, her dog Otis. The couple is Glenn and Patty.
"""

from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Customer, CustomerId
from notes.problems import Place
from notes.wording.details import Detail, gather
from notes.wording.details.gathering import Setting

SETTING = Setting(LIBRARY.phrasebook.finder, date(2026, 11, 28))
ROSA = {"partner": "Ben", "child": "Mia", "pet": "Otis"}

OF_ROSA = """
# What she does, is and has.
runs the ferry                                  | you run the ferry
hums show tunes on treadmill                    | you hum show tunes on the treadmill
teaches 3rd gr at Lincoln                       | you teach third grade at Lincoln
judges marrows at village show                  | you judge marrows at the village show
bowls Weds w/ her sis                           | you bowl on Wednesdays with your sister
rings bells at St Ann's                         | you ring bells at St Ann’s
knits hats for nbrs' babies                     | you knit hats for neighbors’ babies
makes damson gin                                | you make damson gin
names every hen after an opera singer           | you name every hen after an opera singer
knows everybody's business & NEVER tells        | you know everybody’s business and never tell
bakes bread & gives it all away                 | you bake bread and give it all away
paints the sea and sells nothing                | you paint the sea and sell nothing
plays bass and sings                            | you play bass and sing
studies nites at kitchen table                  | you study nights at the kitchen table
feeds the gulls                                 | you feed the gulls
shows everybody pix of the grandkids            | you show everybody pictures of the grandkids
walks 5 mi before breakfast                     | you walk five miles before breakfast
swims in the sea all yr                         | you swim in the sea all year
reads mysteries in the bath                     | you read mysteries in the bath
she's a nurse on the night shift                | you’re a nurse on the night shift
nurse on the night shift                        | you’re a nurse on the night shift
lollipop lady at the primary school             | you’re the lollipop lady at the primary school
baker                                           | you’re a baker
up at 3am                                       | you’re up at three in the morning
off in the caravan most months                  | you’re off in the caravan most months
ret. vicar                                      | you’re a retired vicar
cook in the Navy                                | you’re a cook in the Navy
has a 1949 Farmall                              | you’ve got a 1949 Farmall
6 hens named after opera singers                | you’ve got six hens named after opera singers
7 grandkids                                     | you’ve got seven grandkids
the car is called Gerald                        | your car is called Gerald
her car's called Gerald                         | your car is called Gerald
never been on a plane                           | you’ve never been on a plane
learning banjo                                  | you’re learning the banjo
learning to waltz for the first dance           | you’re learning to waltz for the first dance
rebuilding a '72 Triumph w/ her brother         | you’re rebuilding a ’72 Triumph with your brother
wants to walk the Camino                        | you want to walk the Camino
says she'll learn the accordion                 | you want to learn the accordion
going to learn ACCORDION                        | you want to learn the accordion
looking for somewhere dark for the telescope    | you look for somewhere dark for the telescope
not bothered abt her time                       | you’re not bothered about your time
up before the birds                             | you’re up before the birds
days at the feed store                          | you work days at the feed store
nites at the bakery                             | you work nights at the bakery
bellringer St Wilfrid's                         | you’re a bellringer at St Wilfrid’s
ER nurse                                        | you’re an ER nurse
ret. marching band dir                          | you’re a retired marching band director
choir, alto                                     | you sing alto in the choir
snow globes, 64 of em                           | you’ve got sixty-four snow globes
grandkids' school pix every fall                | grandkids’ school pictures every fall
bridge 3x/wk                                    | bridge three times a week
Wed chair class                                 | the Wednesday chair class
40 yrs PO counter                               | forty years at the post office counter
brisket yr round                                | brisket all year round
sorts mail at the PO                            | you sort mail at the post office
mends clocks for half the street                | you mend clocks for half the street
talks to a man in Tasmania by radio             | you talk to a man in Tasmania by radio
rides the same steel Schwinn                    | you ride the same steel Schwinn
umpires the under-12s                           | you umpire the under-12s
drives shut-ins to church on Suns               | you drive shut-ins to church on Sundays
collects buttons, has 4000                      |
keeps a jar of buttons on the counter           | you keep a jar of buttons on the counter
directs the xmas pageant                        | you direct the Christmas pageant
fixes everybody's bikes                         | you fix everybody’s bikes
grows leeks for the show                        | you grow leeks for the show
makes her own cheese                            | you make your own cheese
sings alto and plays the organ                  | you sing alto and play the organ
trues his own wheels                            |
bakes the communion bread                       | you bake the communion bread
holds the record for the longest parsnip        | you hold the record for the longest parsnip
lives over the bakery w/ 2 cats                 | you live over the bakery with two cats
works nights at the hosp                        | you work nights at the hospital
paddles a sea kayak                             | you paddle a sea kayak
climbs on Weds                                  | you climb on Wednesdays
tends the war memorial gdn                      | you tend the war memorial garden
Cubs fan                                        | you’re a Cubs fan
history buff                                    | you’re a history buff
Navy vet                                        | you’re a Navy veteran
raised in Ohio                                  | you were raised in Ohio
sings                                           | you sing
38 yrs teaching 5th grade                       | thirty-eight years of teaching fifth grade
lays tile                                       | you lay tile
fishes for crab                                 | you fish for crab
got rid of everything but the rocker            | you got rid of everything but the rocker
# What she did, and where she went.
found her dad's trombone in the attic           | you found your dad’s trombone in the attic
met at bus stop, pouring                        | you met at the bus stop, in pouring rain
met Ben on the dodgems                          | you met Ben on the dodgems
carved the mailbox herself                      | you carved the mailbox yourself
took first prize for her jam                    | you took first prize for your jam
shushed my leaf blower                          | you shushed my leaf blower
started at 74                                   | you started at seventy-four
grew up on a barge                              | you grew up on a barge
went back to school at 52                       | you went back to school at fifty-two
drove to Yellowstone in a camper                | you drove to Yellowstone in a camper
once sang for the Queen                         | you once sang for the Queen
ran the Chicago Marathon in Oct                 | you ran the Chicago Marathon
had a stall at the market                       | you had a stall at the market
Canada this summer to see dau. Mia              | you went to Canada in the summer to see your daughter Mia
Canada this summer to see cousin Jo             | you went to Canada in the summer to see your cousin Jo
to Lisbon in Jan                                | you’re going to Lisbon in January
off to Japan in March                           | you’re going to Japan in March
to sister Jo, Savannah, Jan                     | you’re going to your sister Jo in Savannah in January
back from Norway                                | Norway
Iceland w/ Ben in Sept                          | you went to Iceland with Ben in September
met on the dodgems, Scarborough                 | you met on the dodgems in Scarborough
met Ben at a barn dance, snowing                | you met Ben at a barn dance, in the snow
Norway in Sept w/ her sis                       | you went to Norway with your sister in September
going to Portugal in Feb                        | you’re going to Portugal in February
heading to Lapland in Jan w/ Ben                | you’re going to Lapland with Ben in January
learned to swim at 60                           | you learned to swim at sixty
sailed to the Azores                            | you sailed to the Azores
lost the egg-and-spoon race                     |
rode her first century                          | you rode your first century
caught a pike as long as the boat               | you caught a pike as long as the boat
wrote a book about bees                         | you wrote a book about bees
played the organ at her own wedding             | you played the organ at your own wedding
delivered 3 yds mulch                           |
mixed her paint wrong                           |
told him no                                     |
kept him waiting an hour                        |
# What those do who are near to her.
Ben on the e-bike now                           | Ben is on the e-bike now
husb Ben worried                                | Ben is worried
hub Ben does soup                               | Ben does soup
Ben = toast and eggs                            |
husb Ben cooking = toast                        |
wife Denise: NO MORE TREES                      | Denise says no more trees
husb Ben: no more hens                          | Ben says no more hens
husb Ben won't have it in the house             |
husb Ben won't eat beets                        | Ben won’t eat beets
dtr Mia dances in Chicago                       | Mia dances in Chicago
dtr Mia (9) plays the tuba                      | Mia plays the tuba
dtr Mia, 9, plays the tuba                      | Mia plays the tuba
Mia 9 does down dog in the kitchen              | Mia does downward dog in the kitchen
Mia's learning the tuba                         | Mia is learning the tuba
Mia's a vet now                                 | Mia is a vet now
Mia has passed her driving test                 | Mia has passed her driving test
Mia passed her driving test in Oct              | Mia passed her driving test
Mia had asked for a digger                      | Mia had asked for a digger
grandson Theo, five, counted the stones: 412    | Theo counted the stones: 412
g'son Theo counted the stones                   | Theo counted the stones
grandson Pete drives her                        | Pete drives you
her brother Felix had asked for a digger        | Felix had asked for a digger
twin girls Nell + Ida, 6, play the drums        | Nell and Ida play the drums
son Luke a roofer                               | Luke is a roofer
son Luke's a roofer and plays bass in a band    | Luke is a roofer and plays bass in a band
bro Sal runs the chip shop                      | Sal runs the chip shop
sis in Tulsa keeps bees                         | your sister in Tulsa keeps bees
lad next door walking Otis                      | the lad next door is walking Otis
nbr feeds the cat                               | your neighbor feeds the cat
mum taught Mia to braid bread                   | your mother taught Mia to braid bread
dad built the house                             | your father built the house
Otis = digs up bulbs                            | Otis digs up bulbs
dog OTIS digs up bulbs as fast as I plant       | Otis digs up bulbs as fast as I plant
Otis rides up front                             | Otis rides up front
Otis sleeps on the ledger                       | Otis sleeps on the ledger
Otis won't come down from the sofa              | Otis won’t come down from the sofa
Otis is scared of the hoover                    | Otis is scared of the hoover
wee dog Haggis has done 60                      | Haggis has done sixty
cat Toffee sits on the books                    | Toffee sits on the books
parrot Lola shouts Howzat                       | Lola shouts Howzat
goat Dolores came too                           | Dolores came too
whippet Nell waits o/s in a jumper              | Nell waits outside in a jumper
husb Ben reads to the cat                       | Ben reads to the cat
husb Ben, reads to the cat                      | Ben reads to the cat
Ben's building a boat in the garage             | Ben is building a boat in the garage
Ben built a boat and sank it                    | Ben built a boat and sank it
Ben has never seen snow                         | Ben has never seen snow
Ben wants a camper van                          |
Ben was a cook in the Navy                      | Ben was a cook in the Navy
B reads to the cat                              | Ben reads to the cat
Ben isn't bothered by the noise                 | Ben is not bothered by the noise
Mia can't stand olives                          | Mia can’t stand olives
Mia sings in the choir and plays the tuba       | Mia sings in the choir and plays the tuba
big sis Ida 4 does the splits in the hall       | Ida does the splits in the hall
son won't take the farm, upset                  |
via Alma R. potter                              | you’re a potter
daughter in Leeds not speaking                  |
son Luke (17) drives her to class               | Luke drives you to class
4 grandkids coming to watch                     | your grandchildren are coming to watch
niece Ana teaches her the banjo                 | Ana teaches you the banjo
nephew Jon teaches her the banjo                | Jon teaches you the banjo
uncle Stan on the spoons                        | Stan is on the spoons
mother knits for the whole ward                 | your mother knits for the whole ward
cousin in Perth sends her seeds                 |
boy next door mows the lawn                     | the boy next door mows the lawn
neighbors call it the jungle                    |
Otis = old bulldog                              | Otis is an old bulldog
Otis is afraid of geese                         | Otis is afraid of geese
Otis rode along to the Azores                   | Otis rode along to the Azores
pony Duchess opens gates                        | Duchess opens gates
cat called Monsignor sleeps on the till         | Monsignor sleeps on the till
2 whippets Pepper + Ginger race                 |
hens lay blue eggs                              |
husb Ben, wants her out from under his feet     | Ben wants you out from under his feet
Ben gave her the lessons                        | Ben gave you the lessons
# Things.
1st house                                       | the first house
old maps                                        | old maps
loves old maps                                  | old maps
orchids                                         | orchids
shoebox every March                             | a shoebox every March
6 sausage rolls every Fri for the lads          | six sausage rolls every Friday for the lads
1967 Morris Minor 'Mabel'                       | Mabel the 1967 Morris Minor
4 kinds apple grafted on 1 tree                 | you’ve got four kinds of apple grafted on one tree
chili for the whole house                       | the chili for the whole house
roses, every one named for an AUNT              | every one of your roses is named for an aunt
birdhouses, gives em ALL away                   | you give all your birdhouses away
# The office's own, a secret, unkind, sad, or not certain.
pays late                                       |
picks up Sat                                    |
drops off Mon                                   |
sits in booth 4                                 |
brings own mug                                  |
switched to latte                               |
walked her thru the form                        |
closed on condo                                 |
turned 50                                       |
quit job at mill                                |
hears voices                                    |
makes good money                                |
down w/ flu                                     |
Ben left her                                    |
Ben signs checks                                |
Ben cheated                                     |
Mia failed her test                             |
Otis bit the groomer                            |
kids due May                                    |
mother in nursing home                          |
raised on farm                                  |
house in both names, lawyer etc                 | the house in both names
wing chair done                                 |
keys cut 5x this yr, loses em                   |
marries WILL sat 12/12                          |
wrong stick, swap it                            |
side gate sticks                                |
scared of physio                                |
cried over statistics                           |
hear the branch may close                       |
nbr has a temper                                |
dyes her hair                                   |
says our window is sad                          |
feuding w/ principal                            |
owes for 2 tubes                                |
don't mention the wedding                       |
Tater hides in the sleeve of her coat           |
frobnicating the whatsits                       |
pouring                                         |
new in town                                     |
same day only                                   |
ring after 6                                    |
she's 71                                        |
likes things just so                            |
"""

OF_BOTH = """
Glenn counts birds                              | Glenn counts birds
G counts birds                                  | Glenn counts birds
Patty's a potter                                | Patty is a potter
Patty taught third grade                        | Patty taught third grade
took Patty's mother's peony along               | you took Patty’s mother’s peony along
met on the dodgems                              | you met on the dodgems
they keep bees                                  | you keep bees
dancing Thurs                                   | you dance on Thursdays
their boat is called Persistence                | your boat is called Persistence
took their dog to Spain                         | you took your dog to Spain
play cribbage every night                       | you play cribbage every night
both sing in the choir                          | you both sing in the choir
"""


def told(jotting: str, name: str, **details: str) -> list[Detail]:
    who = Customer(
        place=Place("c.xlsx"), customer_id=CustomerId("1"), name=name, first_name=name, details=details, notes=jotting
    )
    return [one for one in gather(who, SETTING).details if one.column == "notes"]


def rows(table: str) -> list[tuple[str, str]]:
    lines = [line for line in table.strip().splitlines() if line and not line.startswith("#")]
    return [(jotting.strip(), said.strip()) for jotting, said in (line.split("|") for line in lines)]


@pytest.mark.parametrize(("jotting", "said"), rows(OF_ROSA))
def test_a_jotting_is_a_sentence_or_a_thing_or_nothing(jotting: str, said: str) -> None:
    found = told(jotting, "Rosa", **ROSA)
    assert (found[-1].clause or found[-1].thing if found else "") == said


@pytest.mark.parametrize(("jotting", "said"), rows(OF_BOTH))
def test_a_jotting_on_two_is_said_to_both_or_of_one_of_them(jotting: str, said: str) -> None:
    found = told(jotting, "Glenn and Patty")
    assert (found[-1].clause or found[-1].thing if found else "") == said
