"""What is understood of the cells of a customer, cell by cell.

Under a cell stand who is near, the things that are known (“thing (what it is done to) | kind | form | state | days
what one does”), and with a question mark what was not understood, and why.
"""

from datetime import date

import pytest
from cases import cases
from our_library import LIBRARY

from notes.customers import Customer, CustomerId
from notes.problems import Place
from notes.wording.details import Detail, Known, Owner, Who, gather
from notes.wording.details.gathering import Setting

SETTING = Setting(LIBRARY.phrasebook.finder, date(2026, 11, 28))
UNDERSTOOD = """
notes: knows two jokes; tells both
  notes: knowing two jokes | told_us | knows | always | knowing two jokes and telling both
notes: knows two jokes; sings and dances
  notes: knowing two jokes | told_us | knows | always | knowing two jokes and singing and dancing
notes: crocheting a blanket; 9 of 22 done
  notes: crocheting a blanket (the blanket) | craft | does | always | doing | after nine of twenty-two done
notes: district nurse; for 22 years
  notes: a district nurse | job | is | always | after twenty-two years
notes: district nurse 22 yrs
  notes: a district nurse | job | is | always | after twenty-two years
notes: asked about the succession planning
  notes: the succession planning | business | thing | now
notes: loves old roses; collects old roses
  notes: old roses | garden | thing | always | several
notes: bought a canoe last May
  notes: buying a canoe | outdoors | did | after | 2026-05-01 to 2026-05-31 | doing
notes: started at Purdue
  notes: starting at Purdue | beginning | did | now | doing | at Purdue
notes: dtr Mia started at Purdue
  who: Mia | child | daughter | she
  notes: Mia: starting at Purdue | beginning | did | now | doing | at Purdue
notes: dtr Mia started at Purdue; she rows
  who: Mia | child | daughter | she
  notes: Mia: starting at Purdue | beginning | did | now | doing | at Purdue
  notes: Mia: the rowing | sport | always | rowing
notes: son Tom, swims
  who: Tom | child | son | he
  notes: Tom: the swimming | sport | always | swimming
notes: son Rhys (plays the tuba) is tall
  who: Rhys | child | son | he
  notes: playing the tuba (the tuba) | music | does | always | doing
  ? is tall | was not understood
notes: brother Jim breeds Shetland ponies
  who: Jim | kin | brother | he
  notes: Jim: breeding Shetland ponies | animal | does | always | doing
notes: golden retriever Biscuit
  who: Biscuit | pet | dog
  notes: Biscuit: the golden retriever | animal | always
pet: Duke | told_us: Tom measured Duke for it; he lay down to be measured
  who: Duke | pet
  ? Tom measured Duke for it | was not understood
  ? he lay down to be measured | does not say who that is
notes: dtr Aoife said the hens should have post. she lives in Toronto, still writes to the hens
  who: Aoife | child | daughter | she
  notes: Aoife: living in Toronto | trip | does | doing | at Toronto
  ? dtr Aoife said the hens should have post | was not understood
  ? still writes to the hens | does not say who that is
notes: everybody's "hon" exc. the mayor
  ? everybody's "hon" exc. the mayor | was not understood
told_us: keeps her boots on the refrigerator since
  told_us: keeping your boots on the refrigerator (your boots) | told_us | does | always | doing
notes: moved here from Ohio
  notes: from Ohio | move | at Ohio
notes: from Lisbon
  notes: coming from Lisbon | trip | knows | doing | at Lisbon
notes: wants to see the northern lights
  notes: seeing the northern lights | outdoors | wants | always | doing
notes: retired mail carrier
  notes: a retired mail carrier | job | is | always
notes: ran the Chicago Marathon in October
  notes: running the Chicago Marathon | event | did | after | 2026-10-01 to 2026-10-31 | doing
notes: cruise to Cozumel every Feb
  notes: a cruise to Cozumel every February | trip | regular | always | at Cozumel
notes: trip to Iceland in Feb
  notes: the trip to Iceland | trip | thing | 2027-02-01 to 2027-02-28 | at Iceland
notes: climbing Mt. Rainier next summer
  notes: climbing Mt. Rainier | sport | does | 2027-06-01 to 2027-08-31 | doing
notes: knee op 12 Dec
  notes: the knee op | health | thing | 2026-12-12
notes: knee op in Oct
  notes: the knee op | health | thing | 2026-10-01 to 2026-10-31
notes: grandson Leo born in May
  who: Leo | grandchild | grandson | he
notes: dtr Vera getting married in June
  who: Vera | child | daughter | she
  notes: Vera: getting married | wedding | 2027-06-01 to 2027-06-30
notes: has two dogs
  notes: the two dogs | animal | has | always | several
notes: three grandsons
  notes: your three grandsons | family | has | always | several
notes: sings in choir at St Ann's
  notes: singing in the choir at St Ann’s | music | does | always | doing | at St Ann's
notes: always bakes on Sundays
  notes: baking on Sundays | cooking | does | always | doing
notes: building a canoe; in the garage
  notes: building a canoe | making | under way | now | doing
  ? in the garage | was not understood
notes: R swims in the lake
  notes: swimming in the lake | sport | does | always | doing
notes: plays bridge w/ her sister every Tues
  notes: playing bridge with your sister every Tuesday (bridge) | told_us | does | always | doing
notes: her tomatoes
  notes: tomatoes | garden | thing | always | several
notes: his '57 Chevy
  notes: the ’57 Chevy | vehicle | thing
notes: hip replacement; secret
  notes: the hip replacement | health | thing
notes: surprise party for Hal; keeps bees
  notes: keeping bees (bees) | animal | does | always | doing
notes: keeps bees! wants a dog? sings
  notes: keeping bees (bees) | animal | does | always | doing
  notes: singing | music | does | always | doing
notes: Dr. Beth, keeps bees
  ? Dr. Beth | was not understood
  ? keeps bees | does not say who that is
notes: speaks Welsh & German
  notes: speaking Welsh and German | learning | does | always | doing
notes: training for Boston
  notes: training for Boston | told_us | under way | now | doing | at Boston
notes: mother Ruth, 90 in May
  who: Ruth | parent | mother | she
  ? 90 in May | was not understood
notes: obsessed with opera
  ? obsessed with opera | was not understood
notes: looking for a piano
  notes: a piano | music | seeks | always | looking for a piano
notes: looking forward to the fair
  ? looking forward to the fair | was not understood
notes: hoping to finish her novel
  notes: finishing your novel | reading | wants | always | doing
told_us: the ukulele lessons
  told_us: the ukulele lessons | music | told | always | several
told_us: learning the ukulele
  told_us: learning the ukulele | music | under way | now | doing
told_us: the new kitten
  told_us: the new kitten | animal | told | always
told_us: naming a pancake after the mayor
  told_us: naming a pancake after the mayor | cooking | did | always | doing
told_us: starting at Boeing in Jan
  told_us: starting at Boeing | beginning | did | 2027-01-01 to 2027-01-31 | doing
told_us: the swallows' nest in the bellows, by the door
  told_us: the swallows’ nest in the bellows, by the door | told_us | told
told_us: the man in Tasmania she talks to by radio
  told_us: the man in Tasmania you talk to by radio | trip | told | at Tasmania
told_us: wanting to walk the Camino
  told_us: walking the Camino | outdoors | wants | always | doing
told_us: the drive to Maine in June
  told_us: the drive to Maine in June | trip | told | at Maine
told_us: getting the boat ready
  told_us: getting the boat ready | outdoors | deed | always | doing
trip: the week in Lisbon
  trip: the week in Lisbon | trip | thing | at Lisbon
trip: Portugal
  trip: Portugal | trip | thing | at Portugal
trip: the drive to Yellowstone last Oct
  trip: the drive to Yellowstone | trip | thing | 2026-10-01 to 2026-10-31 | at Yellowstone
trip: Disney
  trip: Disney | trip | thing | at Disney
trip: hiking in the Alps
  trip: hiking in the Alps | trip | does | doing | at Alps
likes: ukulele
  likes: the ukulele | music | thing | always | playing the ukulele
likes: old roses; sailing, jazz
  likes: old roses | garden | thing | always | several
  likes: sailing | outdoors | thing | always | doing
  likes: jazz | music | thing | always
likes: roller derby, as a player
  likes: roller derby | sport | thing | always
likes: growing tomatoes
  likes: growing tomatoes (tomatoes) | garden | does | always | doing
likes: plays bridge
  likes: playing bridge (bridge) | game | does | always | doing
likes: Connemara ponies
  likes: Connemara ponies | animal | thing | always | several
likes: dogs
  likes: dogs | animal | thing | always | several
likes: GARDENING
  likes: gardening | garden | does | always | doing
likes: playing the piano
  likes: playing the piano (the piano) | music | does | always | doing
likes: orchids
  likes: orchids | garden | thing | always | several
likes: bass guitar
  likes: the bass guitar | music | thing | always | playing the bass guitar
likes: tennis
  likes: tennis | sport | thing | always | playing tennis
bought: the oak table
  bought: the oak table | work | thing
bought: sourdough every Friday
  bought: sourdough every Friday | cooking | regular | always
bought: guitar lessons
  bought: guitar lessons | music | thing | always | several
bought: Boiler service 12/10
  bought: boiler service | work | thing | 2026-12-10
likes: crosswords | told_us: does it in the chair by the counter
  told_us: doing crosswords in the chair by the counter (crosswords) | game | does | always | doing
likes: crosswords, tea | told_us: does it in the chair by the counter
  told_us: doing it in the chair by the counter | told_us | under way | now | doing
  likes: crosswords | game | thing | always | several
  likes: tea | drink | thing | always
bought: two tickets
  bought: two tickets | work | thing | several
notes: kids Mia, sing in the choir
  who: Mia | child | child
  ? sing in the choir | was not understood
notes: children Mia and Tom
  who: Mia and Tom | child | children
notes: dog Rex. he howls
  who: Rex | pet | dog
  notes: Rex: the dog | animal | always
  ? he howls | does not say who that is
notes: dtr Mia, 12 Dec
  who: Mia | child | daughter | she
notes: dtr Mia, Ida
  who: Mia and Ida | child | daughter | she
notes: son Rhys - grad in May
  who: Rhys | child | son | he
  ? grad in May | was not understood
notes: sister (don't mention) keeps bees
notes: keeps bees (never on Sundays)
notes: keeps bees (for the honey)
  notes: keeping bees (bees) | animal | does | always | doing
notes: keeps bees (runs the hive club)
  notes: keeping bees (bees) | animal | does | always | doing
  notes: running the hive club (the hive club) | told_us | does | always | doing
notes: ponies (breeds)
  notes: breeding ponies (ponies) | animal | does | always | doing
notes: his wife keeps bees
  notes: your wife: keeping bees (bees) | animal | does | always | doing
notes: wife's tomatoes
  notes: your wife: the tomatoes | garden | always | several
notes: children's drawings
  notes: children’s drawings | art | thing | always | several
notes: Engine 4, keeps bees
  notes: keeping bees (bees) | animal | does | always | doing
  ? Engine 4 | was not understood
notes: whippet Nell
  who: Nell | pet | dog
  notes: Nell: the whippet | animal | always
notes: LABRADOR Max
  who: Max | pet | dog
  notes: Max: the labrador | animal | always
notes: old dog Rex
  who: Rex | pet | dog
  notes: Rex: the dog | animal | always
notes: son Tom's school play in May
  who: Tom | child | son | he
  notes: Tom: the school play in May | stage | always | at May
partner: Hal
  who: Hal | partner
partner: wife Jeannie
  who: Jeannie | partner | wife | she
partner: husband
child: Mia and Tom
  who: Mia and Tom | child
child: twins
child: son Rhys, 6
  who: Rhys | child | son | he
child: Mia, Tom & Ida
  who: Mia, Tom and Ida | child
pet: Otis - beagle x, 7
  who: Otis | pet | dog
pet: Pearl + Duffy (cats)
  who: Pearl and Duffy | pet | cat
pet: Bruno
  who: Bruno | pet
pet: the cat
pet: Rex the terrier
  who: Rex | pet | dog
told_us: never having owned a coat
  told_us: owned a coat | told_us | never
notes: keeps bees; keeps bees
  notes: keeping bees (bees) | animal | does | always | doing
notes: sings
  notes: singing | music | does | always | doing
likes: chess | told_us: chess in Oslo in May
  told_us: chess in Oslo in May | game | told | always
pet: Lulu (beagle) | told_us: Lulu the beagle howling at the high notes
  who: Lulu | pet | dog
  told_us: Lulu: Lulu howling at the high notes | told_us | told
partner: Hal | notes: husband swims in the lake
  who: Hal | partner
  notes: Hal: swimming in the lake | sport | does | always | doing
partner: Hal | notes: Hal swims in the lake
  who: Hal | partner
  notes: Hal: swimming in the lake | sport | does | always | doing
child: Mia | notes: daughter paints the shed
  who: Mia | child
  notes: Mia: painting the shed (the shed) | building | does | always | doing
child: son Rhys | notes: daughter paints the shed
  who: Rhys | child | son | he
  notes: your daughter: painting the shed (the shed) | building | does | always | doing
pet: Otis | notes: dog Otis sleeps on the ledger
  who: Otis | pet | dog
  notes: Otis: sleeping on the ledger | told_us | does | always | doing
pet: Otis | columns: Dog
  who: Otis | pet | dog
partner: Hal | notes: Hal died in May; keeps bees
  notes: keeping bees (bees) | animal | does | always | doing
notes: her husband Ken died; Ken - prize leeks; husband's tomatoes
notes: gate code 4411; keeps bees
  notes: keeping bees (bees) | animal | does | always | doing
notes: ring him about the boiler
notes: son waits in the truck
  notes: your son: waiting in the truck | told_us | does | always | doing
notes: Odell ran the mill | first_name: Odell
  notes: running the mill | told_us | did | doing
notes: M does the run to Leeds | first_name: Mo and Jo
  notes: Mo: doing the run to Leeds (the run) | fitness | does | always | doing
notes: hikes w/ his sister | first_name: Mo and Jo
  notes: hiking with your sister | told_us | does | always | doing
notes: loves Portugal
  notes: Portugal | trip | thing | always | at Portugal
notes: plays accordion
  notes: playing the accordion (the accordion) | music | does | always | doing
likes: accordion, playing chess, drives in the Alps
  likes: the accordion | music | thing | always | playing the accordion
  likes: playing chess (chess) | game | does | always | doing
  likes: driving in the Alps | trip | does | doing
told_us: REAL RYE BREAD
  told_us: real rye bread | food | told | always
bought: the blue door for the shed in May
  bought: the blue door for the shed in May | work | thing
"""


def known(cells: dict[str, str], setting: Setting = SETTING) -> Known:
    given = {"name": "Rosa Kern", "first_name": "Rosa"}
    values = given | {name: cells.pop(name) for name in ("notes", "first_name") if name in cells}
    columns = {"pet": (cells.pop("columns", "Pet"), "C")}
    who = Customer(place=Place("c.xlsx"), customer_id=CustomerId("1"), details=cells, columns=columns, **values)  # type: ignore[arg-type]
    return gather(who, setting)


def near(who: Who) -> str:
    he = {None: "", True: "he", False: "she"}[who.he]
    return f"who: {' | '.join(filter(None, [who.called, who.owner.value, who.relation, he]))}"


def thing(one: Detail) -> str:
    said, days = one.statement, one.span
    whose = "" if one.owner is Owner.SELF else f"{(one.who and one.who.called) or one.owner.value}: "
    parts = [
        f"{whose}{one.thing}" + (f" ({one.bridge})" if one.bridge != one.thing else ""),
        one.kind,
        said.form.value if said else "",
        one.state.value,
        " to ".join(dict.fromkeys([f"{days.first}", f"{days.last}"])) if days else "",
        "doing" if one.doing == one.thing else one.doing,
        f"after {said.aside}" if said and said.aside else "",
        f"at {one.where}" if one.where else "",
        "several" if one.are_several else "",
    ]
    return f"{one.column}: {' | '.join(filter(None, parts))}"


@pytest.mark.parametrize(("cells", "understood"), cases(UNDERSTOOD))
def test_what_is_understood_of_a_cell(cells: str, understood: list[str]) -> None:
    assert told(cells) == understood


def told(cells: str, setting: Setting = SETTING) -> list[str]:
    found = known(dict(part.split(": ", 1) for part in cells.split(" | ")), setting)
    things = [thing(one) for one in found.details if one.column != "person"]
    unclear = [f"? {one.said} | {one.why}" for one in found.unclear]
    return [*map(near, found.people), *things, *unclear]
