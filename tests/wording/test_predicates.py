"""What is said of somebody who has been named, from the verb on: of one, and of several where that is another thing.

The form stands first, with the helper and the adverb; then the verb, [what stands behind it] and (the thing).
"""

import pytest

from notes.wording.details.predicates import predicate
from notes.wording.details.statement import Statement

READ = """
counted the stones | did count [the stones] (counting the stones)
does soup | does do [soup] (doing soup) | -
does the flowers | does do [the flowers] (doing the flowers) | -
is three | state [three] | state [three] several
is a nurse | is (a nurse)
is nurse | is (a nurse)
is singing | state [singing] | state [singing] several
is singing alto | under way sing [alto] (singing alto)
is going to buy a boat | wants buy [a boat] (buying a boat)
is going to Rome | under way go [to Rome] (going to Rome)
was a cook | was [a cook] | was [a cook] several
was cook in Navy | was [a cook in Navy] | was [a cook in Navy] several
isn’t keen on jazz | state [not keen on jazz] | state [not keen on jazz] several
wasn’t there | was [not there] | was [not there] several
not keen | state [not keen] | state [not keen] several
not a nurse | -
not bothered about time | state [not bothered about time] | state [not bothered about time] several
has six hens | has [six hens] several
has hen | has [a hen]
has a dog | has [a dog]
have no car | has [no car]
has never seen snow | never (seen snow)
has just moved | has done move
has already seen Rome | has done see [Rome]
has been ill | -
had asked for a digger | had done ask [for a digger]
had a van | did have [a van] (having a van)
hasn’t seen it | -
hasn’t a car | -
can’t have caffeine | modal can’t have [caffeine]
cannot swim | modal can’t swim
don’t like pears | modal doesn’t like [pears]
won’t have rattle in it | modal won’t have [a rattle in it]
could read | modal could read
also plays harp | does play [harp] (playing harp) | -
always sings alto | does always sing [alto] (singing alto) | -
usually at the pool | state usually [at the pool] | state usually [at the pool] several
sometimes | -
left home | -
left him | -
left the choir | did leave [the choir] (leaving the choir)
says hello | -
says they sing | does say [they sing] (saying they sing) | -
says no | does say [no] (saying no) | -
asks for tea | does ask [for tea] (asking for tea) | -
asked her in | did ask [her in] (asking her in)
wants him home | does want [him home] (wanting him home) | -
wants a dog | -
needs help | -
singing | under way sing (singing)
singing alto | under way sing [alto] (singing alto)
painting the shed | under way paint [the shed] (painting the shed)
sings | does sing (singing) | -
sings and dances | -
bakes rye and gives it away | does bake [rye] (baking rye and giving it away) & does give [it away] (giving it away) | -
knits hats and never sleeps | does knit [hats] (knitting hats and never sleeping) & does never sleep (sleeping) | -
knits and purple yarn | -
knits hats and socks | does knit [hats and socks] (knitting hats and socks) | -
knows two jokes and tells both | knows know [two jokes] (knowing) & does tell [both] (telling both) | -
sang | did sing (singing)
sang in choir | did sing [in the choir] (singing in the choir)
went to fair | did go [to fair] (going to fair)
goes over | does go [over] (going over) | -
goes | -
got rid of car | did get [rid of car] (getting rid of car)
put back | -
gives away | -
took the bus | did take [the bus] (taking the bus)
on the e-bike now | state [on the e-bike now] | state [on the e-bike now] several
in hospital | -
in the garden | state [in the garden] | state [in the garden] several
at pool | state [at the pool] | state [at the pool] several
off sick | state [off sick] | state [off sick] several
up at five | state [up at five] | state [up at five] several
retired vicar | is (a retired vicar) | -
vicar | is (a vicar) | -
proud of it | state [proud of it] | state [proud of it] several
proud | state [proud] | state [proud] several
beagle cross | -
beagle | -
fluent in Welsh | state [fluent in Welsh] | state [fluent in Welsh] several
allergic to nuts | -
named after her aunt | state [named after her aunt] | state [named after her aunt] several
no more cats | does say [no more cats]
never again | -
plays stuff at church | -
rides bike | does ride [bike] (riding bike) | -
rides 2010 bike | does ride [the 2010 bike] (riding the 2010 bike) | -
sees dad on Sundays | does see [your dad on Sundays] (seeing your dad on Sundays) | -
bowls Thursday | does bowl [on Thursdays] (bowling on Thursdays) | -
fishes for trout | does fish [for trout] (fishing for trout) | -
fish for trout | - | does fish [for trout] (fishing for trout)
books | does book (booking) | -
keeps bees | does keep [bees] (keeping bees) | -
keep bees | - | does keep [bees] (keeping bees)
keep an eye out | - | does keep [an eye out] (keeping an eye out)
comes home | does come [home] (coming home) | -
came home late | did come [home late] (coming home late)
walks dogs every day | does walk [dogs every day] (walking dogs every day) | -
teaches | does teach (teaching) | -
lives alone | does live [alone] (living alone) | -
lives in Ohio | does live [in Ohio] (living in Ohio) | -
loves it | knows love [it] (loving it) | -
home | state [home] | state [home] several
reads | does read (reading) | -
"""


def said(one: Statement | None) -> str:
    if one is None:
        return "-"
    rest, thing = f"[{one.rest}]" if one.rest else "", f"({one.thing})" if one.thing else ""
    more = f"& {said(one.more)}" if one.more else ""
    parts = (one.form.value, one.helper, one.adverb, one.verb, rest, thing, "several" if one.plural else "", more)
    return " ".join(filter(None, parts))


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_what_is_said_of_one_and_of_several(line: str) -> None:
    text, of_one, *of_several = (part.strip() for part in line.split(" | "))
    assert said(predicate(text, several=False)) == of_one
    assert said(predicate(text, several=True)) == (of_several or [of_one])[0]


def test_what_an_animal_is() -> None:
    assert said(predicate("beagle cross", several=False, of_pet=True)) == "-"
    assert said(predicate("old beagle", several=False, of_pet=True)) == "is (an old beagle)"
    assert said(predicate("old beagle", several=False)) == "-"
    assert said(predicate("beagle", several=False, of_pet=True)) == "-"
