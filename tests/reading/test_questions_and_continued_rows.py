"""Questions as headers, and rows that only go on with the row above them."""

from datetime import date

import pytest
from offices import read_csv

from notes.language.lexicon import Kind
from notes.reading.tables.questions import answered

QUESTIONS = """
What is your full name? = name
Your full name (first & last) = name
What should we call you? = nickname
How do you like to be called? = nickname
When is your birthday? (month + day is plenty) = birthday
When were you born? = birthday
Wann haben Sie Geburtstag? = birthday
Quelle est votre date de naissance ? = birthday
¿Cuándo es tu cumpleaños? = birthday
Who told you about us? = referred_by
Who can we thank for sending you? = referred_by
Wer hat uns empfohlen? = referred_by
Where should we mail things? (street / city / state / zip) = whole
Where do you live? = whole
Wo wohnen Sie? = whole
¿Cuál es su dirección? = whole
When did you first come in? = first_purchase
How long have you been a customer? = first_purchase
May we send you a card now and then? = mail_ok
Would you like to receive a birthday card from us? = birthday mail_ok
Is it okay if we send you post? = mail_ok
What are your kids' names? = child
Any pets? What is your dog called? = pet
What are the names of your children? = child
What is your email? = email
Anything else we should know? = notes
What time suits you best? = -
How satisfied were you? = -
Birthday = -
"""


@pytest.mark.parametrize("line", QUESTIONS.strip().splitlines())
def test_what_a_question_asks_for(line):
    question, _, field = line.rpartition(" = ")
    assert (" ".join(answered(question)) or "-") == field


def test_a_form_is_read_by_its_questions():
    (customer,) = read_csv("""
        Timestamp,Your full name?,What may we call you?,Where do you live?,When were you born?,When did you first join?
        11/27/2026 10:11:12,Rosalyn Pickett,Roz,"88 Harbor Ln, Beverly, MA 01915",12/9/1977,3/4/2021
        """).customers  # the day on which the form was sent shows that the month is first
    assert (customer.dear, customer.name, str(customer.birthday)) == ("Roz", "Rosalyn Pickett", "1977-12-09")
    assert (customer.address.city, customer.first_purchase) == ("Beverly", date(2021, 3, 4))


def test_answers_of_yes_and_no_are_no_birthdays():
    (*_, rosa) = read_csv("""
        Your name please,Where do you live?,Would you like to receive a birthday card from us?
        Ann Lee,"1 Elm St, Akron, OH 44301",Yes
        Bob Ray,"2 Elm St, Akron, OH 44301",Yes
        Rosa Holm,"3 Elm St, Akron, OH 44301",No
        """).customers
    assert [hold.kind for hold in rosa.holds] == [Kind.REFUSAL]


def test_a_row_that_names_nobody_goes_on_with_the_one_above():
    ruth, peter = read_csv("""
        Client,Address,Remarks
        Ruth Lee,4 Mill Lane,no perfume
        ,Malton YO17 7HT,
        Peter Dyson,"9 Castlegate
        Malton YO17 7DP",
        ,,moved to Leeds? check
        """).customers
    assert (ruth.address.lines, ruth.address.postal_code, ruth.notes) == (("4 Mill Lane",), "YO17 7HT", "no perfume")
    assert [hold.kind for hold in peter.holds] == [Kind.MOVED]


@pytest.mark.parametrize(
    "row",
    [
        ",3 Pine Rd,Kent,44240,",  # an address of its own
        ",,Kent,,2021-05-01",  # a day
        ",,Kent,44240,",  # of two codes none goes on with the other
    ],
)
def test_a_row_with_something_of_its_own_is_somebody_without_a_name(row):
    ruth, nobody = read_csv(
        f"Client,Street,City,ZIP,Birthday\nRuth Lee,4 Mill Lane,Akron,44301,1961-05-13\n{row}"
    ).customers
    assert (ruth.address.lines, ruth.address.postal_code, nobody.name) == (("4 Mill Lane",), "44301", "")


def test_a_row_behind_a_blank_one_does_not_go_on():
    (ruth, nobody) = read_csv("Client,Street,City,Remarks\nRuth Lee,4 Mill Lane,Akron,\n,,,\n,,,deceased").customers
    assert (ruth.holds, nobody.name) == ((), "")
