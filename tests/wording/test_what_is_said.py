"""What a card says of the things that are known, and what it keeps to itself: with the small phrasebook.

Under the cells of somebody stand all the remarks on them, each with where it is from. Behind those that do not say
what they are about is a star; the card has to name it first.
"""

import pytest
from cards import card_of, detail_of
from cases import cases
from said_of_things import phrasebook_of, small_phrasebook

from notes.wording.plans.card import Card
from notes.wording.plans.memory import Memory
from notes.wording.plans.remarks import Remark, Remarks, trade_remarks

BOOK = small_phrasebook()
SAID = """
likes: the ukulele
    bridge: A birthday with the ukulele.
    bridge: A whole day for the ukulele.
    bridge: First of all the ukulele.
    bridge: The ukulele sings for you.
    fact: Are you still playing the ukulele?
    fact: Do you get a day off from playing the ukulele?
    kind: A song: the ukulele.
    kind: At last, the ukulele.
    kind: You like the ukulele.
    occasion: A tune on your ukulele today.
    occasion: Strings would be a present! *
    topic: Four strings are enough. *
    topic: Is your ukulele in tune?
likes: ukulele teachers
    bridge: A birthday with ukulele teachers.
    bridge: A whole day for ukulele teachers.
    bridge: First of all ukulele teachers.
    fact: You love ukulele teachers.
    kind: A song: ukulele teachers.
    kind: At last, ukulele teachers.
    kind: You like ukulele teachers.
likes: the baritone ukulele from Grandma
    fact: You love the baritone ukulele from your Grandma.
    occasion: A tune on your ukulele today.
    occasion: Strings would be a present! *
likes: seven roses
    fact: You love seven roses.
likes: roses
    bridge: A whole day for roses.
    bridge: First of all roses.
    bridge: Let roses bloom.
    fact: You love roses.
    kind: At last, roses.
    kind: In bloom: roses.
    kind: You like roses.
    topic: Your roses must be out.
likes: old climbing roses of hers
    fact: You love old climbing roses of yours.
likes: tea | partner: Hal
    bridge: A candle on tea.
    bridge: A whole day for tea.
    bridge: First of all tea.
    fact: You love tea.
    kind: At last, tea.
    kind: You like tea.
    name: Hal smiles.
    near: Hal sings.
    pair: Does Hal put up with tea?
    topic: Your tea is ready.
likes: the ukulele; roses
    bridge: A birthday with the ukulele.
    bridge: A whole day for roses.
    bridge: A whole day for the ukulele.
    bridge: First of all roses.
    bridge: First of all the ukulele.
    bridge: Let roses bloom.
    bridge: The ukulele sings for you.
    fact: Are you still playing the ukulele?
    fact: Do you get a day off from playing the ukulele?
    fact: You love roses.
    kind: A song: the ukulele.
    kind: At last, roses.
    kind: At last, the ukulele.
    kind: In bloom: roses.
    kind: You like roses.
    kind: You like the ukulele.
    occasion: A tune on your ukulele today.
    occasion: Strings would be a present! *
    pair: The ukulele among roses.
    topic: Four strings are enough. *
    topic: Is your ukulele in tune?
    topic: Your roses must be out.
likes: bread; tea | pet: Otis (beagle)
    bridge: A candle on tea.
    bridge: A whole day for bread.
    bridge: A whole day for tea.
    bridge: First of all bread.
    bridge: First of all tea.
    fact: Are you still baking bread?
    fact: Do you get a day off from baking bread?
    fact: You love tea.
    kind: At last, bread.
    kind: At last, tea.
    kind: You like bread.
    kind: You like tea.
    name: Otis sleeps.
    near: Otis gets cake.
    near: Otis knows what day it is.
    pair: Does Otis beg for tea?
    topic: Otis wags.
    topic: Your bread smells good.
    topic: Your tea is ready.
likes: jazz | pet: Otis (beagle)
    bridge: A birthday with jazz.
    bridge: A whole day for jazz.
    bridge: First of all jazz.
    bridge: Jazz sings for you.
    fact: You love jazz.
    kind: A song: jazz.
    kind: At last, jazz.
    kind: You like jazz.
    name: Otis sleeps.
    near: Otis gets cake.
    near: Otis knows what day it is.
    pair: Does Otis howl at jazz?
    topic: Otis wags.
likes: Lisbon
    bridge: A cake for Lisbon.
    bridge: First of all Lisbon.
    fact: Enjoy Lisbon.
likes: fishing
    bridge: A whole day for fishing.
    bridge: First of all fishing.
    fact: Are you still fishing?
    fact: Do you get a day off from fishing?
    fact: Will you fish today?
    kind: At last, fishing.
    kind: You like fishing.
notes: likes fishing
    fact: Are you still fishing?
    fact: Do you get a day off from fishing?
    fact: Will you fish today?
told us: learning the ukulele
    fact: How goes learning the ukulele?
    occasion: A tune on your ukulele today.
    occasion: Strings would be a present! *
    topic: Four strings are enough. *
    topic: Is your ukulele in tune? *
told us: the ukulele
    fact: What of the ukulele now?
    fact: You told us about the ukulele.
    topic: Four strings are enough. *
    topic: Is your ukulele in tune? *
told us: moving to Ohio
    fact: It’s a step, moving to Ohio.
told us: losing the keys
told us: naming a pancake after the mayor
    fact: You named a pancake after the mayor.
told us: bringing the thirty violets along
    fact: So you brought the thirty violets along.
told us: the swallows' nest in the bellows, by the roses | likes: tea
    bridge: A candle on tea.
    bridge: A whole day for tea.
    bridge: First of all tea.
    fact: You love tea.
    fact: You told us about the swallows’ nest in the bellows, by the roses.
    kind: At last, tea.
    kind: You like tea.
    topic: Your tea is ready.
told us: Mia's ukulele | child: Mia
    fact: What of Mia’s ukulele now?
    fact: You told us about Mia’s ukulele.
    name: Mia grows.
    name: Mia likes cake.
    near: Mia bakes.
told us: fly fishing | likes: tea | partner: Hal
    bridge: A candle on tea.
    bridge: A whole day for tea.
    bridge: First of all tea.
    fact: What of fly fishing now?
    fact: You love tea.
    fact: You told us about fly fishing.
    kind: At last, tea.
    kind: You like tea.
    name: Hal smiles.
    near: Hal sings.
    pair: Does Hal put up with tea?
    pair: First fly fishing, then tea.
    topic: Your tea is ready.
notes: learning the ukulele
    fact: How goes learning the ukulele?
    occasion: A tune on your ukulele today.
    occasion: Strings would be a present! *
    topic: Four strings are enough. *
    topic: Is your ukulele in tune? *
notes: wants to learn the ukulele
    bridge: A birthday with learning the ukulele.
    bridge: A whole day for learning the ukulele.
    fact: I hope you learn the ukulele one day.
    topic: Four strings are enough. *
    topic: Is your ukulele in tune? *
notes: son Rhys plays the ukulele
    fact: Rhys is playing the ukulele.
    name: Rhys grows.
    name: Rhys likes cake.
    near: Rhys bakes.
    occasion: Rhys may play. *
    topic: Rhys has an ear for it. *
notes: brother Jim plays the ukulele
    near: Jim is there.
notes: keeps bees
    fact: Are you still keeping bees?
    fact: Do you get a day off from keeping bees?
    fact: Will you keep bees today?
notes: swims in the lake every day
    fact: Are you still swimming in the lake every day?
    fact: Will you swim in the lake every day today?
notes: district nurse 22 yrs
    fact: How is it, being a district nurse?
    fact: You were a district nurse for twenty-two years.
notes: broke the wrist skiing
notes: moved to Ohio
notes: knee op in April
notes: driving test in April
    topic: Your driving test will go well.
notes: son Rhys, driving test in April
    name: Rhys grows.
    name: Rhys likes cake.
    topic: Rhys will pass. *
notes: sailed to Lisbon
    fact: You sailed to Lisbon.
notes: trip to Lisbon in April
    bridge: A case for the trip to Lisbon.
notes: cruise to Lisbon every Feb
    fact: It’s a cruise to Lisbon every February again.
notes: has a dog named Rex
    name: Rex sleeps.
    near: Rex gets cake.
    near: Rex knows what day it is.
    topic: Rex wags.
notes: has two dogs
    bridge: A treat for the two dogs.
    fact: You have the two dogs.
notes: never seen snow
    fact: You’ve never seen snow.
notes: ran the Chicago Marathon
    fact: You ran the Chicago Marathon.
notes: knows two jokes
    fact: Not everybody can know two jokes.
notes: looking for somewhere dark
    fact: I hope you find somewhere dark.
notes: makes bread every Friday
    fact: Are you still making bread every Friday?
    fact: Will you make bread every Friday today?
notes: 6 sausage rolls every Fri for the lads
    fact: It’s six sausage rolls every Friday for the lads again.
bought: the kitchen
    bridge: Use the kitchen today.
    fact: I hope the kitchen will last.
bought: a table
    bridge: Use a table today.
    fact: I hope a table will last.
    topic: Your table stands.
bought: the house with the porch
    bridge: Use the house with the porch today.
    fact: I hope the house with the porch will last.
bought: tea
    bridge: A candle on tea.
    bridge: A whole day for tea.
    fact: Thank you for tea.
bought: tea for two hundred
    fact: Thank you for the tea for two hundred.
bought: a quilt for the baby
    fact: Thank you for a quilt for the baby.
bought: yoga classes
    fact: Keep at yoga classes.
bought: bread every Friday
    fact: Every week it’s bread every Friday.
trip: the week in Lisbon in April
    bridge: A case for the week in Lisbon.
trip: the week in Lisbon last month
    bridge: A frame for the week in Lisbon.
trip: Lisbon
    bridge: A cake for Lisbon.
pet: Otis (beagle) | partner: Hal | child: Mia
    name: Hal smiles.
    name: Mia grows.
    name: Mia likes cake.
    name: Otis sleeps.
    near: Hal sings.
    near: Mia bakes.
    near: Otis gets cake.
    near: Otis knows what day it is.
    topic: Otis wags.
partner: Hal | notes: mother Ruth plays the ukulele
    name: Hal smiles.
    near: Hal sings.
thanks | likes: jazz; roses
    fact: You love jazz.
    fact: You love roses.
    kind: A song: jazz.
    kind: At last, jazz.
    kind: At last, roses.
    kind: In bloom: roses.
    kind: You like jazz.
    kind: You like roses.
    occasion: A rose for you.
    pair: Jazz among roses.
    pair: Thanks for jazz and roses.
    topic: Your roses must be out.
thanks | notes: the kitchen
    occasion: Your kitchen has a sink.
    topic: A kitchen for you to cook in.
thanks | notes: dtr Mia swims in the lake
    fact: Mia is swimming in the lake.
    name: Mia grows.
thanks | pet: Otis (beagle) | partner: Hal
    name: Hal smiles.
    name: Otis sleeps.
    topic: Otis wags.
get-well | likes: tea; the ukulele | notes: keeps bees
    fact: Keeping bees can wait.
    fact: Playing the ukulele can wait.
    kind: A song: the ukulele.
    kind: At last, tea.
    kind: At last, the ukulele.
    kind: You like tea.
    kind: You like the ukulele.
    topic: Four strings are enough. *
    topic: Is your ukulele in tune?
    topic: Your tea is ready.
get-well | about: the knee | likes: the ukulele
    fact: Playing the ukulele can wait.
    occasion: Your knee will mend.
    topic: Your knee.
get-well | about: the knee | person: Hal | partner: Hal | likes: the ukulele
get-well | notes: fell off the ladder
get-well | told us: tripping over the cat
    fact: No more tripping over the cat.
graduation | about: nursing degree | likes: the ukulele
    fact: Are you still playing the ukulele?
    fact: Do you get a day off from playing the ukulele?
    kind: Studied: the nursing degree.
    topic: You did it. *
graduation | about: degree in tea
    kind: Studied: the degree in tea.
    topic: You did it. *
graduation | person: Mia | about: nursing degree | child: Mia | likes: the ukulele
    topic: Mia did it. *
graduation | likes: jazz
    fact: You love jazz.
    kind: A song: jazz.
    kind: At last, jazz.
    kind: You like jazz.
    topic: You did it. *
retirement | about: thirty years of teaching | notes: district nurse 22 yrs; keeps bees | likes: the ukulele
    fact: Are you still keeping bees?
    fact: Are you still playing the ukulele?
    fact: Do you get a day off from keeping bees?
    fact: Do you get a day off from playing the ukulele?
    fact: How is it, being a district nurse?
    fact: You were a district nurse for twenty-two years.
    topic: No more alarm clocks for you. *
retirement | pet: Otis (beagle) | partner: Hal
    name: Hal smiles.
    name: Otis sleeps.
    topic: No more alarm clocks for you. *
    topic: Otis wags.
new-home | about: the house on Elm Street | likes: roses
    fact: You love roses.
    topic: Your own front door. *
new-home | likes: roses | notes: the kitchen
    fact: You love roses.
    topic: Your own front door. *
baby | person: Mia | likes: roses
    fact: You love roses.
achievement | about: her first marathon | notes: runs every day
    fact: Are you still running every day?
project-finished | about: the walnut kitchen | likes: the ukulele
    fact: Are you still playing the ukulele?
    fact: Do you get a day off from playing the ukulele?
"""


def card(cells: str, memory: Memory | None = None) -> Card:
    """The card of cells: “thanks | likes: the ukulele”; a birthday where nothing is said."""
    parts = [part.partition(": ") for part in cells.split(" | ")]
    given = {name.replace(" ", "_"): text for name, colon, text in parts if colon}
    occasion = next((name for name, colon, _ in parts if not colon), "birthday")
    return card_of(occasion, finder=BOOK.finder, memory=memory, **given)


def remarks(cells: str, memory: Memory | None = None, *, asks: bool = False) -> list[Remark]:
    return Remarks(card(cells, memory), BOOK, asks).all()


@pytest.mark.parametrize(("cells", "said"), cases(SAID))
def test_what_is_said_of_what_is_known(cells: str, said: list[str]) -> None:
    found = [f"{one.source.name.lower()}: {one.lead()}{'' if one.named else ' *'}" for one in remarks(cells)]
    assert sorted(found) == said


@pytest.mark.parametrize(
    ("cells", "memory", "rests"),
    [
        (
            "likes: the ukulele",
            Memory(last=frozenset(["the ukulele"])),
            ["Is your ukulele in tune?", "You like the ukulele."],
        ),
        ("likes: the ukulele", Memory(mentions={"the ukulele": 1}), ["Is your ukulele in tune?"]),
        # Where all of it rests, what was spoken of half a year ago may come again.
        ("likes: the ukulele", Memory(mentions={"the ukulele": 7}), []),
        ("likes: the ukulele; roses", Memory(mentions={"the ukulele": 7}), ["Is your ukulele in tune?"]),
        # A sentence that was said rests by itself, and one that names somebody who rests.
        ("likes: roses", "Your roses must be out.", ["Your roses must be out."]),
        ("likes: roses", "You love roses.", ["You love roses."]),
        ("likes: roses", "Let roses bloom.", ["Let roses bloom."]),
        ("likes: roses | partner: Hal", "Hal sings.", ["Hal sings."]),
        ("likes: roses | partner: Hal", "Does Hal put up with roses?", ["Does Hal put up with roses?"]),
        (
            "likes: roses | partner: Hal",
            Memory(mentions={"partner: hal": 1}),
            ["Hal sings.", "Hal smiles.", "Does Hal put up with roses?"],
        ),
    ],
)
def test_what_was_said_of_late_rests(cells: str, memory: Memory | str, rests: list[str]) -> None:
    said = remarks(cells)
    if isinstance(memory, str):
        memory = Memory(passages={one.passage.key: 1 for one in said if one.lead() == memory})
    gone = {one.lead() for one in said} - {one.lead() for one in remarks(cells, memory)}
    assert gone >= set(rests)
    assert bool(gone) is bool(rests)


@pytest.mark.parametrize(
    ("line", "greeted"),
    [
        ("for birthday, says occasion: Happy birthday! Play the ukulele.", "Play the ukulele."),
        ("for birthday, says occasion: Happy birthday! It must be loud.", ""),
        ("for birthday, says occasion: A tune for the day of your ukulele.", ""),
        ("for birthday: Many thanks for all of it! Play the ukulele.", "Many thanks for all of it! Play the ukulele."),
        ("for birthday: Thanks for all those songs! Play the ukulele.", "Play the ukulele."),
        ("for birthday: A big thank you. Play the ukulele.", "Play the ukulele."),
        ("for birthday: Play the ukulele.", "Play the ukulele."),
        ("for birthday, says occasion: Play the ukulele. Happy birthday{, name}!", "Play the ukulele."),
        ("for birthday, says occasion: Play the ukulele. Congratulations on the new song!", "Play the ukulele."),
        ("for birthday, says occasion: Play the ukulele. Happy birthday to all of it.", ""),
    ],
)  # fmt: skip
def test_a_card_that_has_greeted_does_not_greet_again(line: str, greeted: str) -> None:
    book = phrasebook_of({"topics/mine": f"= ukulele\nkind: music\nfinds: ukulele\n* {line}"})
    (one,) = Remarks(card_of(finder=book.finder, likes="the ukulele"), book, False).all()
    assert one.lead(greeted=True) == greeted
    assert one.lead() == line.partition(": ")[2].replace("{, name}", "")


@pytest.mark.parametrize(
    ("position", "trade", "occasion", "said"),
    [
        ("lead", "dental", "birthday", ["A tooth is a tooth.", "Happy birthday! Mind your teeth."]),
        ("end", "dental", "birthday", ["Come in when you like."]),
        ("lead", "hair", "birthday", []),
        ("lead", "dental", "thanks", []),
    ],
)
def test_what_only_the_trade_would_say(position: str, trade: str, occasion: str, said: list[str]) -> None:
    one = card_of(occasion, trade=trade)
    found = trade_remarks(one, BOOK, position)
    assert sorted(remark.lead() for remark in found) == said
    assert [remark.worth for remark in found] == sorted((remark.worth for remark in found), reverse=True)
    memory = Memory(passages={remark.passage.key: 1 for remark in found[:1]})
    assert trade_remarks(card_of(occasion, trade=trade, memory=memory), BOOK, position) == found[1:]


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ("likes: the ukulele; roses | partner: Hal", "likes", ["After it, roses.", "Or leave it to Hal."]),
        ("likes: the ukulele", "likes", []),
        ("likes: the ukulele | partner: Hal", "person", []),
        ("notes: has two dogs | likes: tea | partner: Hal", "notes", []),  # “it” is nothing that two dogs are
        ("notes: keeps bees | likes: tea | partner: Hal", "notes", ["After it, tea.", "Or leave it to Hal."]),
        ("told us: Mia's ukulele | child: Mia | likes: tea | partner: Hal", "told_us", []),
    ],
)
def test_the_next_sentence_takes_up_a_thing(cells: str, column: str, said: list[str]) -> None:
    one = card(cells)
    found = Remarks(one, BOOK, False).behind(detail_of(one, column))
    assert sorted(remark.lead() for remark in found) == said
    assert [remark.worth for remark in found] == sorted((remark.worth for remark in found), reverse=True)


@pytest.mark.parametrize(
    ("line", "told", "is_said"),
    [
        ("Of {thing}.", "the nest in the bellows, by the door", True),
        ("Of {thing}", "the nest in the bellows, by the door", False),
        ("Of {thing} now.", "the nest in the bellows, by the door", False),
        ("Of {thing}", "the nest in the bellows", True),
        ("Of {thing} now.", "the nest in the bellows", True),
    ],
)
def test_a_thing_with_a_comma_in_it_stands_at_the_end_of_a_sentence(line: str, told: str, is_said: bool) -> None:
    book = phrasebook_of({"facts": f"= told\n* {line}"})
    assert bool(Remarks(card_of(finder=book.finder, told_us=told), book, False).all()) is is_said
