"""The names that a template may use, flat, and what each of them holds.

`templates/README.md` shows this table; a test compares the two.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the templates.

    `sure` names are never empty. A `particular` one is a fact that nobody else would recognise as theirs: a note has to
    mention one. A `worded` one is text in the language of the business, and stays out of notes in another.
    """

    name: str
    about: str
    sure: bool = False
    particular: bool = True
    worded: bool = False


NAMES = (
    Name("dear", "whom the note greets, as after “Dear”", sure=True, particular=False),
    Name("sender", "who signs", particular=False),
    Name("business", "the name of your business", particular=False),
    Name("both", "true where two or more people are greeted", particular=False),
    Name("belated", "true where the day has gone by", particular=False),
    Name("month", "the month of the card, like November", particular=False),
    Name("company", "the firm of the customer", particular=False),
    Name("city", "the town of the customer", particular=False),
    Name("years", "the number that is celebrated: years as a customer, or years married"),
    Name("with_us", "how many full years they have been a customer"),
    Name("since", "the year of their first purchase, like 2019"),
    Name("when", "when the milestone was: this month, last month, in March", particular=False),
    Name("about", "what it was, from the Milestones sheet (“the new kitchen”)", worded=True),
    Name("person", "whom it happened to, if not the customer (“Mia”)"),
    Name("referred", "who came because of them"),
    Name("referred_by", "who told them about you"),
    Name("child", "the first name of a child"),
    Name("pet", "the name of a dog, cat or horse"),
    Name("partner", "the first name of husband, wife or partner"),
    Name("bought", "what they bought or had done (“the walnut table”)", worded=True),
    Name("likes", "what they are fond of (“old roses”)", worded=True),
    Name("trip", "a journey they told you about (“Portugal”, “the week in Rome”)", worded=True),
    Name("told_us", "something they told you (“the move to Portland”)", worded=True),
    Name("say_this", "your own sentence; where a wording has no place for it, it becomes a paragraph of its own"),
)
VOCABULARY = {name.name: name for name in NAMES}
SURE = frozenset(name.name for name in NAMES if name.sure)
PARTICULAR = frozenset(name.name for name in NAMES if name.particular)
# What a person told us, as against what the calendar says of everybody: the first makes the better note.
PERSONAL = PARTICULAR - {"years", "with_us", "since"}
WORDED = frozenset(name.name for name in NAMES if name.worded)
