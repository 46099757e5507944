"""What somebody wrote down of a customer, told to the customer: the cell, and the story; “-” where none is told."""

import re

import pytest

from notes.problems import Place
from notes.wording.details.addressing import You
from notes.wording.details.detail import Owner, Who
from notes.wording.stories.cast import Cast
from notes.wording.stories.retelling import stories_of
from notes.wording.stories.tokens import joined, quoted, tokens_of

HERE = Place("c.xlsx", "Customers", 2, "Told us")
HE, SHE, EITHER = You(he=True, names=("Owen",)), You(he=False, names=("Ruth",)), You(names=("Kim",))
TWO = You(several=True, names=("Idris", "Nerys"))


def told(cell: str, you: You = SHE, signer: str = "Joan", **more) -> str:
    cast = Cast(you, "Marsh", (signer,), **more)
    return next((story.text for story in stories_of(cell, cast, "told_us", HERE)), "-")


# Each case is who is written to, the cell, and what is said to them.
CASES = """
she: buys one bolt at a time so as to have a reason to come back
    You buy one bolt at a time so as to have a reason to come back.
he: takes the worst rose home every June and names it for a bishop
    You take the worst rose home every June and name it for a bishop.
he: has painted the same boat each spring and still asks what color
    You’ve painted the same boat each spring and still ask what color.
she: always brings the tin back washed; usually leaves before the rest of us do
    You always bring the tin back washed. You usually leave before the rest of us do.
she: always asks for the end cut and sometimes brings it back
    You always ask for the end cut and sometimes bring it back.
she: never took a dime for the stop at the nursing home
    You never took a dime for the stop at the nursing home.
she: asked for a hare on the ridge; then asked for a second one, to face it
    You asked for a hare on the ridge. Then you asked for a second one, to face it.
he: for twenty years has watched me paint from a deckchair
    For twenty years you’ve watched me paint from a deckchair.
she: knitted the same sock for two winters and framed it in March
    You knitted the same sock for two winters and framed it in March.
she: rowed across for the post; told the vicar he might wait
    You rowed across for the post and told the vicar he might wait.

# A few words are enough where they are nobody else's.
he: batch nine made his brother-in-law leave the table
    Batch nine made your brother-in-law leave the table.
either: came to watch Holly's lesson and said that nothing would ever get her on one; by Easter she had the lesson after Holly's
    You came to watch Holly’s lesson and said that nothing would ever get you on one. By Easter you had the lesson after Holly’s.
either: brought the neighbor's rooster as evidence, and it crowed so that I couldn't hear him; now he keeps hens himself
    You brought the neighbor’s rooster as evidence, and it crowed so that I couldn’t hear you. Now you keep hens yourself.
she: they came in last, after dark
    You came in last, after dark.
she: the sellers left a jukebox in the basement; it plays one song
    The sellers left a jukebox in the basement. It plays one song.
she: forty-one ring pulls and a thimble so far
    Forty-one ring pulls and a thimble so far.
he: carpenter, built every shelf in the shop; learned to read at sixty-six, and tells everybody
    You built every shelf in the shop. You learned to read at sixty-six, and tell everybody.
he: the tester asked him was he always so calm, and he said only on Tuesdays
    The tester asked you were you always so calm, and you said only on Tuesdays.

she: plays the organ with her shoes off, and keeps them on top, where the vicar cannot reach
    You play the organ with your shoes off, and keep them on top, where the vicar cannot reach.
he: rides the bus to the end of the line and back, for the view, he says
    You ride the bus to the end of the line and back, for the view, you say.
she: the first time she came, she asked for a table by the door; now she has the one by the fire
    The first time you came, you asked for a table by the door. Now you have the one by the fire.
he: is the only man we know who irons his shoelaces
    You’re the only man we know who irons his shoelaces.
he: his daughter Wren counts the trains from our window and tells him when it is time
    Your daughter Wren counts the trains from our window and tells you when it is time.
she: Brought in her aunt's clock with a note in it: “Wind me, I am only tired.” It struck thirteen the day she took it home. Please do not park on the verge.
    You brought in your aunt’s clock with a note in it: “Wind me, I am only tired.” It struck thirteen the day you took it home.
he: He has rung every year to say the swallows were back. His sister wants the cottage and there are words about it. The van must use the side gate.
    You’ve rung every year to say the swallows were back.

# What has no verb of its own is what one is at, or what one likes to think of.
he: teaching himself Punch and Judy; the crocodile is the hard part
    You’re teaching yourself Punch and Judy. The crocodile is the hard part.
he: naming a pancake after the mayor
    I like to think of you naming a pancake after the mayor.
she: Otto and the tuba not fitting on the bus
    I like to think of Otto and the tuba not fitting on the bus.
he: the man in Tasmania he talks to by radio
    I like to think of the man in Tasmania you talk to by radio.
he: the shoulder, and working as a hairdresser
    -

# From he and she to you.
he: the first thing he heard was his own turn signal, still on
    The first thing you heard was your own turn signal, still on.
she: she wouldn't have the wall papered over until I had signed it
    You wouldn’t have the wall papered over until I’d signed it.
she: a cat sat on her from noon until four in the afternoon
    A cat sat on you from noon until four in the afternoon.
she: it turned out she'd learned the chart off in the waiting room
    It turned out you’d learned the chart off in the waiting room.
either: she wanted the sign to say open on both its sides
    You wanted the sign to say open on both its sides.
either: she wanted the sign to say open when he was in the shop
    -

# What somebody else does stays theirs, and where nobody can tell there is no story.
she: every year her hem has come down a little; this year she had it taken up
    Every year your hem has come down a little. This year you had it taken up.
she: the great-aunt said it was the bus fare home, in case; I sewed it back
    Your great-aunt said it was the bus fare home, in case. I sewed it back.
he: the real crew stopped in the street and let her pull the lever
    -
he: a truck cake for Josie's birthday; the crew stopped and let her pull the lever
    It was a truck cake for Josie’s birthday. The crew stopped and let her pull the lever.
he: he and Miles are eating through all forty flavors, one every Friday
    You and Miles are eating through all forty flavors, one every Friday.
he: the examiner shook his hand and said he would miss him on Tuesdays
    -

# Quotations stay as they are.
she: says to everybody, "All right, baby, somebody's on the way"
    You say to everybody, “All right, baby, somebody’s on the way.”
he: spoke once, said 'There,' and pointed, and I had missed a bit
    You spoke once, said “There,” and pointed, and I’d missed a bit.

# What stands before its verb stays there.
she: under seven layers was my grandfather's pencil, and a date in ink
    Under seven layers was my grandfather’s pencil, and a date in ink.
she: taped inside the lid, under the lining, was a note from her mother
    Taped inside the lid, under the lining, was a note from your mother.

# A story has a beginning: nothing is said of “it” where nobody knows what that is.
he: reads it aloud to his forty cows at the milking on Sundays
    -
she: retired ferry captain; four minutes before I heard his heart
    -

# Two who are written to.
two: raised all seven with one bathroom; Idris still knocks
    You raised all seven with one bathroom. Idris, you still knock.
two: on Sundays Idris winds the time and Nerys winds the strike
    -

# Whoever signs says “I”.
she: introduced every pair to Joan, who had come to count them; it was dark when Joan left
    You introduced every pair to me, when I’d come to count them. It was dark when I left.
she: hums all through a filling; Joan hums the second part; neither has ever said a word of it
    You hum all through a filling. I hum the second part. Neither of us has ever said a word of it.
she: guessed all three of Joan's grandbabies to the ounce before they were weighed
    You guessed all three of my grandbabies to the ounce before they were weighed.
she: has let Joan do it since the year of the two parades
    -

# The office's own, the private and the dark are not told; a story ends before them.
he: pays by transfer; wants a quotation for outside lights before the summer
    -
he: in the jacket was a hotel bill for two, for a Tuesday in the summer
    -
she: sat in the car for an hour after the show; asked me not to tell anybody
    -
she: bought the house so that her brother should not have it; they are not speaking
    -
she: came to learn one waltz for her daughter's wedding; pays late each time
    You came to learn one waltz for your daughter’s wedding.
he: saw the same heron every morning of the summer; it died last week
    -

# Too little for a story.
he: drives the rural mail route
    -
she: new head teacher at the primary school, from Leicester
    -
"""
# ruff: noqa: E501 - a jotting is as long as it is
# Jottings, with what the office notes for itself: nothing shouted, shortened or left out is on the card.
JOTTED = """
he: 15 YRS 9/12. 1st job FRONT DOOR, cdn't pick between 2 blues, did half + half & the NEIGHBORS VOTED (jam jar). 11 ALL!! price gutters
    The first job was your front door. You couldn’t pick between two blues, did half and half and the neighbors voted. Eleven all.
she: ANKLE 20/11. told her no stairs so she goes up BACKWARDS ON HER BUM racing the twins. has yet to win. VHI form in
    I told you no stairs so you go up backwards on your bum racing the twins. You’ve yet to win.
she: bt the UGLY CLOCK as a joke for her sister. it's been back + forth ev xmas 15 YRS. wants pr brass sticks. no trade disc
    You bought the ugly clock as a joke for your sister. It’s been back and forth every Christmas for fifteen years.
he: FROG in skimmer in may. wdn't let me move it. named it ESTHER WILLIAMS, blt it a ramp. pump seal $140 ok'd
    There was a frog in the skimmer in May. You wouldn’t let me move it. You named it Esther Williams and built it a ramp.
he: driveway poured 10/28. had my trowel out, Owen hollers DON'T YOU TOUCH IT. brass frame round the prints now. final pymt clrd
    I had my trowel out; you holler, “Don’t you touch it.” There’s a brass frame round the prints now.
she: put it right 11 times, she's put it back 11 times. winding acct pd to xmas. back door, knock
    -
he: NEW 11/24, Wade P. sent him. pinned a NOTE on EVERY SPOT: 'salsa, Tuesday' 'grass, my fault' :) all came out. pants hem ready Tues
    You pinned a note on every spot: “salsa, Tuesday”, “grass, my fault.” All came out.
she: was doing the baby's room, yellow. RANG FROM THE HOSPITAL to ask was 2nd coat DRY, I said give it til teatime. inv to Declan's email
    You rang from the hospital to ask was the second coat dry; I said give it until teatime.
he: passport exp 06/27!! aisle. bal due 8 wks before. ATOL cert sent. AM flights. 60 on 3/12
    -
she: PhD 12/11. cried in class last spring, be gentle. may move to Maine w/ two dogs & a piano, hasn't told people
    -
he: husb Roy always brought the Rover in himself, stood & watched. Roy died 21/11. She doesn't drive
    -
he: sister THREW THE TRIFLE at bro-in-law, house money!! police came. Owen hid in our van. bal pd, 4 plates short
    -
she: abseiled down church tower Oct for the hospice (!!), w. one of our scones in her pocket / owes for the quiche £18 / not if Trevor's in, they don't speak
    You abseiled down the church tower in October for the hospice, with one of our scones in your pocket.
he: roofer / Oct account unpaid / 1st time ever came in out of the HAIL, only asked might he stand here, went off w. a rye under his coat / no more cheques
    The first time ever, you came in out of the hail, only asked might you stand here, and went off with a rye under your coat.
two: 30 yrs 12/27. Sept trip: tossed a COIN at every crossroads, ended up in Muncie. inv. 60 days. Cal's son fr. 1st marriage calls, tell him nothing
    On the September trip you tossed a coin at every crossroads and ended up in Muncie.
she: RETIRES 12/23. once asked to read back my question: 97 words, not one verb, straight face, & judge asked to hear it AGAIN. deed n/c
    Once asked to read back my question: ninety-seven words, not one verb, a straight face, and the judge asked to hear it again.
she: 4 kinds apple grafted on 1 tree, shows everybody. wants shed quote
    Four kinds of apple grafted on one tree, and you show everybody.
he: WH burst in Feb, called it in at AUCTION SPEED, Joan had to holler SOLD to get the address. anode rod due spring
    Your water heater burst in February, and you called it in at auction speed; I had to holler “Sold” to get the address.
he: day 1 at the barn: GOAT (Senator) on the HOOD of my car, wdn't come down. Owen walks round it & asks who I'M INSURED WITH
    On day one at the barn: a goat on the hood of my car, wouldn’t come down. You walk round it and ask who I’m insured with.
he: 2nd pair of kippers Sats, wife makes him eat them in shed; pays late
    The second pair of kippers on Saturdays, your wife makes you eat them in the shed.
he: day 1: wanted UGLIEST THING ON SLAB = gurnard. wanted Weds delivery, told him no
    On day one you wanted the ugliest thing on the slab, a gurnard.
she: the movers must use the side door, ring first; cousin says the piano was promised to her, staying out of it
    -
he: Owen rang EVERY NIGHT to talk to the dog. held the phone to his ear. 14 nights
    You rang every night to talk to the dog.
she: threw her BACK out 11/22 picking up a pencil; pain pills, can't drive
    You threw your back out picking up a pencil.
he: son won't take the farm, upset; key under the geranium; left a coat here; one came out SQUARE, 3/12
    -
"""
WRITTEN_TO = {"he": HE, "she": SHE, "either": EITHER, "two": TWO}


def cases(text: str) -> list[tuple[str, str, str]]:
    """The cases: to whom, the cell, the story."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return [(*first.split(": ", 1), second.strip()) for first, second in pairs]


@pytest.mark.parametrize(("whom", "cell", "story"), [*cases(CASES), *cases(JOTTED)])
def test_a_cell_is_told_to_whom_it_is_about(whom: str, cell: str, story: str) -> None:
    assert told(cell, WRITTEN_TO[whom]) == story


@pytest.mark.parametrize(
    ("cell", "beside", "story"),
    [
        (
            "the watch lay lost in the top field for three winters; he insisted on paying",
            "the first job, his father's watch",
            "Your father’s watch lay lost in the top field for three winters. You insisted on paying.",
        ),
        ("the watch lay lost in the top field for three winters; he insisted on paying", "", "-"),
        (
            "Joan has kept the alligator on the dashboard ever since",
            "first job: getting a plastic alligator out of the toilet",
            "The first job was getting a plastic alligator out of the toilet. I’ve kept the alligator on the dashboard ever since.",
        ),
        (
            "this year he had the hem taken up by two whole inches",
            "the red dress, the hem taken up two inches",
            "This year you had the hem of the red dress taken up by two whole inches.",
        ),
    ],
)
def test_a_thing_that_only_another_cell_names_is_named(cell: str, beside: str, story: str) -> None:
    cast = Cast(HE, "Marsh", ("Joan",))
    assert next((one.text for one in stories_of(cell, cast, "told_us", HERE, [beside])), "-") == story


def test_a_pet_is_told_of_by_its_name() -> None:
    cast = Cast(HE, "Marsh", ("Joan",))
    cells = ("Pilgrim, who opens gates", "Sir Galahad, a goose; chases the postman", "Waffles, her pony")
    told_of = [next((one.text for one in stories_of(cell, cast, "pet", HERE)), "-") for cell in cells]
    assert told_of == ["Pilgrim opens gates.", "Sir Galahad chases the postman.", "-"]


def test_what_somebody_likes_and_buys_is_told_where_it_is_more_than_a_thing() -> None:
    cast = Cast(SHE, "Marsh", ("Joan",))
    cells = [
        ("likes", "growing dahlias and giving them away at the bus stop"),
        ("likes", "keeping bees"),
        ("bought", "two loaves, one for her and one for the ducks"),
        ("bought", "a Chelsea bun on Thursdays"),
        ("trip", "cycling to Rome with her son, in sandals"),
    ]
    told_of = [next((one.text for one in stories_of(cell, cast, column, HERE)), "-") for column, cell in cells]
    assert told_of == [
        "You grow dahlias and give them away at the bus stop.",
        "-",
        "Two loaves, one for you and one for the ducks.",
        "It’s a Chelsea bun on Thursdays.",
        "I like to think of you cycling to Rome with your son, in sandals.",
    ]


def test_that_the_matter_of_the_card_is_done_is_no_story() -> None:
    cell = "the rebuilding of her upright was finished on November 20; she found two names in pencil under the keys"
    found = stories_of(cell, Cast(SHE, "Marsh", ("Joan",)), "told_us", HERE, matter=["the rebuilding of your upright"])
    assert [story.text for story in found] == ["You found two names in pencil under the keys."]


@pytest.mark.parametrize(
    ("column", "cell", "story"),
    [
        # The office may have done what was bought; only what a customer does is theirs for certain.
        ("bought", "opening the safe in the old drugstore, which she's bought; it took forty minutes", "-"),
        ("bought", "opened the safe in the old drugstore on a Sunday; it took forty minutes", "-"),
        ("bought", "had the safe of the old drugstore opened", "You had the safe of the old drugstore opened."),
        # The day of the card is no story, nor what somebody does not want known: what comes next may be.
        (
            "notes",
            "Her son, Teo, graduates as a nurse on December 11. He handed out the shoes here for four summers. "
            "He had to repeat a course, which she would rather not have known. His father is not invited.",
            "Teo handed out the shoes here for four summers.",
        ),
        ("notes", "The rebuilding of her grandmother's upright was finished on November 20.", "-"),
        (
            "notes",
            "The rebuilding of her grandmother's upright was finished on November 20. On the lowest key, where it does "
            "not show, somebody had penciled “Edna hates scales, 1931.” I left it there.",
            "On the lowest key, where it doesn’t show, somebody had penciled “Edna hates scales, 1931.” I left it there.",
        ),
        # Nobody says who was locked out, nor what a word is that was cut short.
        ("notes", "1st job: locked out w/ a COBBLER in oven, pd me half of it. 2 dogs", "-"),
        ("notes", "1st job: stuck in the elevator w/ a goat, pd in eggs. 2 dogs", "-"),
        ("notes", "brought me a blkberry COBBLER after the flood of 1990!! pays late", "-"),
        # What one has a trade for the office may have done, and whoever did it may have done the rest.
        ("notes", "cleaned the chimney on a Sunday in May; found a boot with a note in it", "-"),
        ("told_us", "tuned the piano while the goat watched", "-"),
        ("told_us", "put up two long shelves for her in the pantry", "-"),
        ("told_us", "mended her own roof with a tea tray", "You mended your own roof with a tea tray."),
        (
            "told_us",
            "fixes the neighbors' clocks on Sundays for a pie",
            "You fix the neighbors’ clocks on Sundays for a pie.",
        ),
        ("told_us", "hums the chimes up to every junction, God love her", "You hum the chimes up to every junction."),
        # After whom a thing is called is the joke of it.
        (
            "told_us",
            "named the ball Agnes, after her aunt, who never went straight either",
            "You named the ball Agnes, after your aunt, who never went straight either.",
        ),
        ("told_us", "named the boat Ruby after her mother", "You named the boat Ruby after your mother."),
        # The particulars of an order are none.
        ("told_us", "she ordered twelve gluten free and sixty of the others for the wedding", "-"),
        (
            "told_us",
            "she could tell anybody's size from across the room",
            "You could tell anybody’s size from across the room.",
        ),
    ],
)
def test_what_is_certain_and_hers_is_told_and_nothing_else(column: str, cell: str, story: str) -> None:
    teo = Who(Owner.CHILD, ("Teo",), "son", he=True)
    cast = Cast(SHE, "Marsh", ("Joan",), others=(teo,))
    matter = ["his nursing degree", "the rebuilding of her grandmother's upright"]
    found = stories_of(cell, cast, column, HERE, matter=matter)
    assert next((one.text for one in found), "-") == story


def test_of_several_who_sign_each_has_their_name() -> None:
    cell = "holds the flashlight for Cecil and points it at whatever she's telling about"
    story = "You hold the flashlight for Cecil and point it at whatever you’re telling about."
    assert told(cell, signer="Cecil", we=True) == story


def test_whoever_was_born_is_the_baby_of_the_card() -> None:
    baby = Who(Owner.CHILD, ("Hattie",), "daughter", he=False)
    cell = "she was born with a full head of very black hair"
    assert told(cell) == "You were born with a full head of very black hair."
    assert told(cell, others=(baby,)) == "Hattie was born with a full head of very black hair."
    assert told("she climbed into the tub to try it dry", others=(baby,)) == "You climbed into the tub to try it dry."


@pytest.mark.parametrize(
    "text",
    ["a “b; c” (d)", "St. John’s, 1,100 of them", "she’d said “no”; why?", "half-and-half, w/out", "O’Neill’s 2nd"],
)
def test_a_text_is_its_tokens(text: str) -> None:
    assert joined(tokens_of(text)) == text


OURS = frozenset("you your yours yourself i me my mine myself we us our when".split())  # noqa: SIM905


@pytest.mark.parametrize(
    "cell",
    [
        "for twenty-three years has watched me paint, from a deckchair; spoke once, said “There,” and pointed",
        "learned the bones by feeling for them on Duchess; on the first exam he put down thirteen pairs of ribs",
        "NEW 11/24. pinned a NOTE on EVERY SPOT: 'salsa, Tuesday' 'grass, my fault' :) all came out. pants hem ready Tues",
    ],
)
def test_a_story_has_no_word_that_the_cell_has_not(cell: str) -> None:
    story = told(cell, HE)
    known = {word[:4] for word in re.findall(r"[a-z]+", quoted(cell).casefold())}
    words = {word for word in re.findall(r"[a-z]+", story.casefold()) if len(word) > 2 and word not in OURS}
    assert story != "-"
    assert {word for word in words if word[:4] not in known} == set()
