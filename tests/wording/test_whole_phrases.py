"""What words of a cell are whole enough to stand in a sentence of ours, and what somebody has never done."""

import pytest

from notes.wording.details.statements import Form, statement
from notes.wording.details.told import told
from notes.wording.plans.saying import is_sayable

WHOLE = """
crystal radios; snorkeling in Maui; the walks with Owen; sober ales
the ukulele; old maps; fly fishing; roller skating; the lever harp; the uilleann pipes; sean-nós singing
giant pumpkins; 5,000-piece jigsaws; a 1949 Farmall; the six hens named after opera singers
the man in Tasmania you talk to by radio; Hector burying slippers under the roses
the new rope on the tenor bell; the queue on the night of the county final
Laleh’s first recital, in the rabbit costume; the swallows’ nest in the bellows
the strip of tape down the middle of the bench; learning to cook something besides omelettes
the honeymoon along the Danube; the night train to Inverness; trout; snow globes; anything with lemon
the sourdough starter named Gladys; Marcus’s grandmother making pierogi for two hundred; six sausage rolls
doing the windows yourself one at a time; the uncle on the spoons in the céilí band; rhubarb wine
Connemara ponies; the three trains to see Kojo in Leeds; starting with two miles, to the post office and back
taking your granddaughter along; the Saturday run in the park; judging sweet peas at the flower show
the caravan at Loch Lomond; Civil War history; bees; a first dog at fifty-eight; practicing in the bathroom
the St. Lawrence; Dolores getting into the neighbor’s kitchen
"""
NOT_WHOLE = """
loses to every child under ten|watched it all from a deckchair|always been given one present|to try them|W as tent
a carpenter, built every shelf in the shop|taping on my mirror|reckoning the council will sell the van
the bowling team thinks you fell off a ladder|coming in the day one with a photo|getting thin on top|the bad chest
five foot five, plays Abraham Lincoln in the parade|keeping your boots on the shelf since
the told you|a walk with|Margot’s coat being left long|Engine 4|never having owned a coat|OWN FOOD ONLY|hip repl
bldg permit|Sat run w/ Jim|the trip to|cello =|two dogs + a cat|not the spaniel|nobody says no to her
asked about trains|said she paints|the things she likes|having been away|being careful|etc|stuff for the garden
$85 still due|grndkids in Ohio|kitchen?|phew|the lad who|a coat of the|vegetables and|LONGEST parsnip
re the lane|didn’t get the prize|walks without the dog|the note on file
"""


@pytest.mark.parametrize("words", [words.strip() for line in WHOLE.strip().splitlines() for words in line.split(";")])
def test_whole_words_may_be_said(words):
    assert is_sayable(words)


@pytest.mark.parametrize("words", [words for line in NOT_WHOLE.strip().splitlines() for words in line.split("|")])
def test_what_is_cut_off_or_denied_may_not(words):
    assert not is_sayable(words)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("never been on a plane!!", "been on a plane"),
        ("never seen snow", "seen snow"),
        ("has never eaten an oyster", "eaten an oyster"),
        ("never having owned a real winter coat", "owned a real winter coat"),
    ],
)
def test_what_somebody_has_never_done_is_said_as_that(text, thing):
    for found in (statement(text), told(text)):
        assert found and (found.form, found.thing) == (Form.NEVER, thing)


@pytest.mark.parametrize(
    "text", ["never again", "never the walnut cake", "never on Sundays", "never his own dog", "have told him"]
)
def test_what_only_begins_so_says_nothing(text):
    assert statement(text) is None
