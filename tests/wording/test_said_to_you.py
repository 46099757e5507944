"""What the file says of the customer in the third person, said to them; and a clause in each of its forms."""

import pytest

from notes.wording.details import Owner, Who
from notes.wording.details.addressing import You, to_you
from notes.wording.details.statement import Form, Statement

ANYBODY, HE, SHE, BOTH = You(), You(he=True), You(he=False), You(several=True)
JO, AL, ANN = Who(Owner.KIN, ("Jo",)), Who(Owner.KIN, ("Al",), he=True), Who(Owner.KIN, ("Ann",), he=False)
TWO = Who(Owner.CHILD, ("Mia", "Tom"))

# What is told of nobody but the customer: to whoever they are, to him, to her, to the two of them.
ALONE = """
her husband         | your husband      | -                   | your husband      | your husband
met her, then left  | met you, then left | -                  | met you, then left | met you, then left
the soup for her    | the soup for you  | -                   | the soup for you  | the soup for you
he sings, he says   | you sing, you say | you sing, you say   | -                 | you sing, you say
he isn’t late       | you aren’t late   | you aren’t late     | -                 | you aren’t late
he has, he does     | you have, you do  | you have, you do    | -                 | you have, you do
she’s a cook        | you’re a cook     | -                   | you’re a cook     | you’re a cook
she’s lost it       | -                 | -                   | -                 | -
she’d go, she’ll go | you’d go, you’ll go | -                 | you’d go, you’ll go | you’d go, you’ll go
he’s singing        | you’re singing    | you’re singing      | -                 | you’re singing
themselves          | -                 | -                   | -                 | yourselves
they always talk    | -                 | -                   | -                 | you always talk
hens and their eggs | hens and their eggs | hens and their eggs | hens and their eggs | hens and your eggs
my house            | my house          | my house            | my house          | my house
his, hers           | your, yours       | -                   | -                 | your, yours
by himself          | by yourself       | by yourself         | -                 | by yourselves
helps her on it     | helps you on it   | -                   | helps you on it   | helps you on it
her own horse       | your own horse    | -                   | your own horse    | your own horse
"""
# What is told of somebody else: of Jo to anybody; of Al to anybody, to him, to her; of Ann to him; of two to anybody.
OF_ANOTHER = """
her husband | - | your husband | - | your husband | her husband | -
the soup for her | the soup for you | the soup for you | - | the soup for you | the soup for her | the soup for you
he sings | - | he sings | - | he sings | you sing | -
she’s a cook | - | you’re a cook | - | you’re a cook | - | -
himself | himself | himself | himself | himself | - | himself
his knee | - | his knee | - | his knee | your knee | -
when she left | - | when you left | - | when you left | when she left | -
her own horse | her own horse | your own horse | - | your own horse | her own horse | her own horse
him and hers | - | you and yours | - | him and yours | you and hers | -
their house | - | - | - | - | - | their house
they sing | - | - | - | - | - | they sing
that met him | - | that met him | - | that met him | that met you | -
"""


def lines(text: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize("line", lines(ALONE), ids=lambda line: line[0])
def test_what_is_told_of_the_customer_is_said_to_them(line: list[str]) -> None:
    assert [to_you(line[0], None, you) or "-" for you in (ANYBODY, HE, SHE, BOTH)] == line[1:]


@pytest.mark.parametrize("line", lines(OF_ANOTHER), ids=lambda line: line[0])
def test_where_somebody_else_may_be_meant_nobody_guesses(line: list[str]) -> None:
    meant = [(JO, ANYBODY), (AL, ANYBODY), (AL, HE), (AL, SHE), (ANN, HE), (TWO, ANYBODY)]
    assert [to_you(line[0], who, you) or "-" for who, you in meant] == line[1:]


def test_what_stands_before_a_text_decides_as_well() -> None:
    assert to_you("their eggs", None, ANYBODY, before="hens and") == "their eggs"
    assert to_you("met her", AL, ANYBODY, before="who") == to_you("who met her", AL, ANYBODY).removeprefix("who ")  # type: ignore[union-attr]


TELLS = Statement(Form.DOES, "tell", "both")
CLAUSES = [
    # what it is, as one does it, did it, does it; to the customer, of one, of several; its time
    (Statement(Form.DOES, "hum", "tunes"), "humming tunes | hummed tunes | hums tunes",
     "you hum tunes | Jo hums tunes | they hum tunes | habit"),
    (Statement(Form.KNOWS, "know", "two jokes"), "knowing two jokes | knew two jokes | knows two jokes",
     "you know two jokes | Jo knows two jokes | they know two jokes | state"),
    (Statement(Form.SEEKS, "look", "for a mill"), "looking for a mill | looked for a mill | looks for a mill",
     "you look for a mill | Jo looks for a mill | they look for a mill | wish"),
    (Statement(Form.DID, "find", "the horn"), "finding the horn | found the horn | finds the horn",
     "you found the horn | Jo found the horn | they found the horn | past"),
    (Statement(Form.WENT, "go", "to Rome"), "going to Rome | went to Rome | goes to Rome",
     "you went to Rome | Jo went to Rome | they went to Rome | past"),
    (Statement(Form.UNDER_WAY, "learn", "to waltz"), "learning to waltz | learned to waltz | learns to waltz",
     "you’re learning to waltz | Jo is learning to waltz | they are learning to waltz | under way"),
    (Statement(Form.COMING, "go", "to Rome"), "going to Rome | went to Rome | goes to Rome",
     "you’re going to Rome | Jo is going to Rome | they are going to Rome | coming"),
    (Statement(Form.PERFECT, "take", "it up"), "taking it up | took it up | takes it up",
     "you’ve taken it up | Jo has taken it up | they have taken it up | past"),
    (Statement(Form.PLUPERFECT, "ask", "for it"), "asking for it | asked for it | asks for it",
     "you had asked for it | Jo had asked for it | they had asked for it | past"),
    (Statement(Form.WANTS, "walk", "the Way"), "walking the Way | walked the Way | walks the Way",
     "you want to walk the Way | Jo wants to walk the Way | they want to walk the Way | wish"),
    (Statement(Form.MODAL, "like", "pears", helper="doesn’t"), " |  | ",
     "you don’t like pears | Jo doesn’t like pears | they don’t like pears | state"),
    (Statement(Form.MODAL, "have", "tea", helper="can’t"), " |  | ",
     "you can’t have tea | Jo can’t have tea | they can’t have tea | state"),
    (Statement(Form.STATE, rest="three"), " |  | ", "you’re three | Jo is three | they are three | state"),
    (Statement(Form.STATE, rest="late", adverb="never"), " |  | ",
     "you’re never late | Jo is never late | they are never late | state"),
    (Statement(Form.WAS, rest="a cook"), " |  | ", "you were a cook | Jo was a cook | they were a cook | past"),
    (Statement(Form.HAS, rest="six hens", thing="the hens"), " |  | ",
     "you’ve got six hens | Jo has six hens | they have six hens | state"),
    (Statement(Form.HAS, thing="hens"), " |  | ", "you’ve got hens | Jo has hens | they have hens | state"),
    (Statement(Form.IS, thing="an usher", more=TELLS), " |  | ",
     "you’re an usher and tell both | Jo is an usher and tells both | they are an usher and tell both | state"),
    (Statement(Form.NEVER, thing="seen snow"), " |  | ",
     "you’ve never seen snow | Jo has never seen snow | they have never seen snow | past"),
    (Statement(Form.DOES, "hum", "tunes", adverb="still", more=TELLS),
     "still humming tunes and telling both | still hummed tunes and told both | still hums tunes and tells both",
     "you still hum tunes and tell both | Jo still hums tunes and tells both | they still hum tunes and tell both"
     " | habit"),
    (Statement(Form.STATE, rest="called Gerald", subject="your car"), " |  | ",
     "your car is called Gerald | Jo is called Gerald | they are called Gerald | state"),
    (Statement(Form.STATE, rest="red", subject="your hens", plural=True), " |  | ",
     "your hens are red | Jo is red | they are red | state"),
    (Statement(Form.THING, thing="Canada", within=Statement(Form.WENT, "go", "to Canada")), " |  | ",
     "you went to Canada | Jo went to Canada | they went to Canada | past"),
    (Statement(Form.UNDER_WAY, "sing", timeless=True), "singing | sang | sings", "you’re singing |  |  | under way"),
    (Statement(Form.THING, thing="old maps"), " |  | ", " |  |  | thing"),
    (Statement(Form.STATE), " |  | ", " |  |  | state"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "verbs", "clauses"), CLAUSES)
def test_a_clause_in_each_of_its_forms(said: Statement, verbs: str, clauses: str) -> None:
    assert " | ".join((said.doing, said.did, said.does)) == verbs
    of_another = (said.of_another("Jo", several=False), said.of_another("they", several=True))
    assert " | ".join((said.of_you, *of_another, said.tense.value)) == clauses


def test_a_third_verb_stands_behind_the_second() -> None:
    three = Statement(Form.DOES, "hum").followed_by(TELLS).followed_by(Statement(Form.DOES, "sing"))
    assert three.of_you == "you hum and tell both and sing"


@pytest.mark.parametrize(
    ("verb", "rest", "done_to"),
    [
        ("judge", "sweet peas at the show", "sweet peas"),
        ("judge", "the peas", "the peas"),
        ("judge", "a show", "the show"),
        ("judge", "an old show", "the old show"),
        ("judge", "your peas", "your peas"),
        ("judge", "the Lincoln", "the Lincoln"),
        ("judge", "Lincoln peas", ""),
        ("judge", "fresh sweet garden peas", ""),
        ("judge", "fresh sweet peas", "fresh sweet peas"),
        ("judge", "peas that win", ""),
        ("see", "a vicar", ""),
        ("see", "every", ""),
        ("judge", "", ""),
    ],
)
def test_what_something_is_done_to(verb: str, rest: str, done_to: str) -> None:
    assert Statement(Form.DOES, verb, rest).object == done_to
    assert Statement(Form.KNOWS, verb, rest).object == ""
