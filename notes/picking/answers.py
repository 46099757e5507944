"""Answers: what the person wrote under “OK to write”, remembered with the words of the cells it was the answer to."""

from collections.abc import Iterator
from typing import NamedTuple

from notes.customers import Book, Customer
from notes.history import Past
from notes.holds import Hold
from notes.language.answers import is_no
from notes.language.folding import plain


class Answer(NamedTuple):
    """That a card may go to a customer, whatever the words of a cell say."""

    customer: Customer
    words: str
    answer: str


def is_answered(customer: Customer, hold: Hold, past: Past) -> bool:
    """Whether the person has said that a card may go all the same.

    An answer is to the words that stood there when it was first seen. When they change, it has to be given anew: in
    other words (“yes, May”), or with the day.
    """
    answer = plain(customer.ok_to_write)
    if not answer or is_no(customer.ok_to_write):
        return False
    answered = past.answers.get(customer.customer_id, {}).get(answer)
    return answered is None or hold.words in answered


def new_answers(book: Book, past: Past) -> Iterator[Answer]:
    """The answers that the history does not know yet."""
    for customer in book.customers:
        answer = plain(customer.ok_to_write)
        if answer and answer not in past.answers.get(customer.customer_id, {}):
            for words in dict.fromkeys(hold.words for hold in customer.holds if is_answered(customer, hold, past)):
                yield Answer(customer, words, answer)
