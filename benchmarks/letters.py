"""Letters to write: as many different ones as are wanted, of about sixty words, with names of many languages."""

from dataclasses import dataclass
from random import Random

_NAMES = [
    "Margaret",
    "Rosa",
    "František",
    "Bjørn",
    "Łukasz",
    "Győző",
    "Nguyễn",
    "Đorđe",
    "Șerban",
    "Zoë",
    "Anaïs",
    "José",
    "Siobhán",
    "O’Brien",
    "Müller",
    "Ødegård",
]
_FIRST = """
    Margaret Rosa Joseph Kathryn Quentin Victor Zelda Yvonne Ulrich Isabel Harold Florence George Edith Wilhelm Laura
    Charlotte Trevor Patrick Barbara Denise Judith Oliver Nathan Samuel Agnes František Bjørn Łukasz Zoë José Anaïs
"""
_LAST = """
    Wilkinson Quayle Zimmermann Oakley Everett Hughes Fletcher Jackson Young Underwood Ingram Kirkpatrick Vaughan
    Littleton Abbott Cartwright Drummond Thackeray Nightingale Pemberton Rutherford Gallagher Schmidt Haddad Moreau
    O’Brien Müller Ødegård Novák Muñoz
"""
_OPENINGS = (
    "Thank you for coming back to us for the {0} last month.",
    "Your {0} left the workshop on Friday, and we still talk about it.",
    "It is {1} years since the first {0}, and I remember it well.",
)
_MIDDLES = (
    "We loved wrapping the little {2} teapot and all of the letters that you asked for, and we hope it came safely.",
    "When you told us about the {2} door and the garden behind it, we put one of the drawings up over the bench here.",
    "You were the {1}th to ask for one in {2}, and now everybody who comes through the door wants to have the same.",
)
_ENDINGS = (
    "It would be lovely to see you again this winter – come by the shop and have a coffee with us, say on a {3}!",
    "If it ever wants mending, bring it round on a {3} and we’ll do it while you wait; there is a chair and a kettle.",
)
_THINGS = [
    "kitchen table",
    "garden bench",
    "bookcase",
    "cradle",
    "blue teapot",
    "stair rail",
    "oak door",
    "sewing box",
    "clock case",
]
_COLOURS = ["blue", "green", "red", "yellow", "white", "grey", "brown", "violet"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]


@dataclass(frozen=True)
class Card:
    """A letter to measure with."""

    salutation: str
    paragraphs: tuple[str, ...]
    closing: str = "With best wishes,"
    signature: str = "Sophie & Ben"


def letters(count: int) -> list[Card]:
    """Letters that differ, the same ones each time."""
    random = Random(7)  # noqa: S311
    made = []
    for _ in range(count):
        facts = (random.choice(_THINGS), random.randint(2, 30), random.choice(_COLOURS), random.choice(_DAYS))
        first = f"{random.choice(_OPENINGS)} {random.choice(_MIDDLES)}".format(*facts)
        made.append(Card(f"Dear {random.choice(_NAMES)},", (first, random.choice(_ENDINGS).format(*facts))))
    return made


def names(count: int) -> list[str]:
    """Names of customers, all different, the same ones each time; a few have letters that English lacks."""
    random = Random(8)  # noqa: S311
    return random.sample([f"{first} {last}" for first in _FIRST.split() for last in _LAST.split()], count)
