"""A small phrasebook of a few topics, in which a person can see what ought to be said of a thing."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from notes.wording import read_wordings
from notes.wording.phrasebook import Phrasebook

FILES = {
    "topics/mine": """
        = ukulele
        kind: music
        finds: ukulele; uke
        doing: playing the ukulele
        called: the ukulele
        * Is your ukulele in tune?
        * Four strings are enough.
        * for birthday: A tune on your ukulele today.
        * for birthday: Strings would be a present!
        * of child: {Kin} has an ear for it.
        * of child, for birthday: {Kin} may play.
        * with partner: Does {partner} hum along to your ukulele?

        = roses
        kind: garden
        finds: roses; rose
        * Your roses must be out.
        * for thanks: A rose for you.

        = kitchen
        kind: building
        finds: kitchen
        * A kitchen for you to cook in.
        * for thanks: Your kitchen has a sink.

        = lisbon
        kind: trip
        finds: lisbon
        * before: You'll love Lisbon.
        * after: Did you like Lisbon?

        = driving test
        kind: exam
        finds: driving test; driving
        * before: Your driving test will go well.
        * of child, before: {Kin} will pass.
        * of child, after: {Kin} is on the road.

        = retirement
        kind: retirement
        finds: retirement
        * for retirement: No more alarm clocks for you.

        = graduation
        kind: degree
        finds: graduation; degree
        * for graduation: You did it.
        * of kin, for graduation: {Kin} did it.

        = nursing
        kind: degree
        finds: nursing
        * A nurse in the house.
        * for graduation: Your nursing will be gentle.

        = new house
        kind: home
        finds: new house; house
        * for new-home: Your own front door.

        = dog
        kind: animal
        finds: dog; beagle
        * of pet: {Pet} wags.

        = bread
        kind: cooking
        finds: bread; sourdough
        doing: baking bread
        * Your bread smells good.

        = tea
        kind: drink
        finds: tea
        * Your tea is ready.

        = table
        kind: work
        finds: table
        * Your table stands.

        = move
        kind: move
        finds: move; moving
        * Your move is a big one.

        = knee
        kind: health
        finds: knee
        * Your knee.
        * for get-well: Your knee will mend.
        """,
    "kinds/mine": """
        = music
        * A song: {thing}.
        = garden
        * In bloom: {thing}.
        = degree
        * Studied: {thing}.
        = likes
        * You like {thing}.
        = told_us
        * You told us of {thing}.
        = any
        * At last, {thing}.
        = child
        * of child: {Child} grows.
        * of child, for birthday: {Child} likes cake.
        = pet
        * {Pet} sleeps.
        = partner
        * of partner: {Partner} smiles.
        """,
    "facts": """
        = does
        * Are you still {doing}?
        * Do you get a day off from {doing}?
        * for birthday: Will you {do} today?
        * for get-well: {Doing} can wait.
        * of child: {Kin} is {doing}.
        * after: How was it, {doing}?
        = wants
        * I hope you {do} one day.
        = told
        * You told us about {thing}.
        * What of {thing} now?
        = likes
        * You love {thing}.
        = is
        * How is it, being {thing}?
        * You were {thing} for {aside}.
        = has
        * You have {thing}.
        = did
        * You {did}.
        = never
        * You've never {thing}.
        = deed
        * So you {did}.
        = step
        * It's a step, {doing}.
        = bought
        * I hope {thing} will last.
        = order
        * Every week it's {thing}.
        = deal
        * Thank you for {thing}.
        = lessons
        * Keep at {thing}.
        = goes
        * Enjoy {thing}.
        = under way
        * How goes {doing}?
        = regular
        * It's {thing} again.
        = mishap
        * for get-well: No more {thing}.
        = knows
        * Not everybody can {do}.
        = seeks
        * I hope you find {thing}.
        """,
    "birthday/lines": "* open: Happy birthday!",
    "birthday/bridges": """
        = music
        * A birthday with {thing}.
        * {Thing} sings for you.
        = garden
        * Let {thing} bloom.
        * Later. {Thing} now.
        = pursuit
        * A whole day for {thing}.
        = food
        * A candle on {thing}.
        = work
        * Use {thing} today.
        = animal
        * A treat for {thing}.
        = trip
        * A cake for {thing}.
        * before: A case for {thing}.
        * after: A frame for {thing}.
        = anything
        * First of all {thing}.
        """,
    "birthday/near": """
        = dog
        * {Pet} gets cake.
        = pet
        * {Pet} knows what day it is.
        = partner
        * {Partner} sings.
        = child
        * {Child} bakes.
        = kin
        * {Kin} is there.
        """,
    "pairs": """
        = pursuit + partner
        * Does {partner} put up with {thing}?
        = pursuit + kin
        * {Kin} and {thing}.
        = music + garden
        * {Thing} among {other}.
        * for thanks: Thanks for {thing} and {other}.
        = music + dog
        * Does {pet} howl at {thing}?
        = food + dog
        * Does {pet} beg for {thing}?
        = told + pursuit
        * First {thing}, then {other}.
        = it + pursuit
        * After it, {other}.
        = it + partner
        * Or leave it to {partner}.
        """,
    "trades/dental": """
        = birthday
        * lead, says occasion: Happy birthday! Mind your teeth.
        * lead: A tooth is a tooth.
        * end: Come in when you like.
        """,
}


@cache
def small_phrasebook() -> Phrasebook:
    return phrasebook_of(FILES)


def phrasebook_of(files: dict[str, str]) -> Phrasebook:
    """The phrasebook of files, by their names without the ending."""
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(line.strip() for line in text.splitlines()), encoding="utf-8")
        library, problems = read_wordings([Path(folder)])
    assert not problems
    return library.phrasebook
