"""The Milestones sheet: what happened to whom, and when, joined to the customers by id, e-mail or name."""

from collections.abc import Mapping, Sequence

from notes.customers import Customer, CustomerId, Milestone
from notes.problems import BadValue, Level, did_you_mean
from notes.reading.calendar_columns import read_dates
from notes.reading.cells import Cells
from notes.reading.dates import Use
from notes.reading.joining import Directory
from notes.reading.sheets import Value
from notes.reading.texts import cleaned, short, squashed
from notes.reading.words import yes_or_no

# The word of each occasion (its folder in templates/), and how people write it in the sheet.
OCCASIONS: Mapping[str, Sequence[str]] = {
    "birthday": ["birth day", "bday", "geburtstag", "anniversaire", "cumpleaños"],
    "years": ["years as a customer", "customer anniversary", "anniversary as a customer", "anniversary", "jubilee"],
    "new-customer": ["new client", "welcome", "first order", "first visit", "joined"],
    "thanks": ["thank you", "thank-you", "thanks for the business", "big order", "danke"],
    "referral": ["referred", "referred someone", "recommendation", "sent us a friend"],
    "project-finished": ["project done", "project completed", "finished project", "job done", "job finished", "completion"],
    "graduation": ["graduated", "graduate", "commencement", "degree", "diploma"],
    "wedding": ["married", "marriage", "got married", "hochzeit"],
    "baby": ["new baby", "birth", "birth of a child", "newborn", "grandchild", "new grandchild", "baby born"],
    "new-home": ["new house", "moved", "moving", "house move", "moved house", "housewarming", "bought a house"],
    "retirement": ["retired", "retires", "pension"],
    "achievement": ["award", "prize", "promotion", "success", "won", "new job", "opening", "new shop"],
    "follow-up": ["follow up", "followup", "ask after", "check in"],
    "apology": ["sorry", "complaint", "broken promise", "promise broken", "mistake"],
    "quiet": ["not seen for long", "win back", "miss you", "we miss you", "lapsed"],
    "get-well": ["get well soon", "ill", "illness", "sick", "operation", "surgery", "recovery", "speedy recovery"],
    "condolence": ["condolences", "sympathy", "death", "death in the family", "loss", "bereavement", "passed away", "died"],
    "season": ["season's greetings", "christmas", "holidays", "new year", "happy holidays", "holiday card"],
    "just-because": ["just because", "no reason", "hello", "thinking of you"],
}  # fmt: skip
_BY_NAME = {squashed(name): word for word, names in OCCASIONS.items() for name in (word, *names)}


def occasion(text: str) -> str:
    """The word of an occasion as people write it.

    >>> occasion("New home"), occasion("Project finished"), occasion("Condolences")
    ('new-home', 'project-finished', 'condolence')

    Raises:
        BadValue: it is none that is known.
    """
    found = _BY_NAME.get(squashed(text))
    if found is None:
        raise BadValue(f"“{short(text)}” is not an occasion.", did_you_mean(text, list(OCCASIONS)))
    return found


def read_milestones(cells: Cells, customers: Sequence[Customer]) -> list[Milestone]:
    """The milestones of a sheet; a row whose customer or occasion is not known is told and left out."""
    directory = Directory(customers)
    words = _occasions(cells)
    days = read_dates(cells, {"on": Use.ANY})["on"]
    people = directory.of_table(cells, "milestone")
    approved, about, person, say_this = (cells.field(name) for name in ("approved_by", "about", "person", "say_this"))
    resolved = _resolved(cells)
    found: list[Milestone] = []
    for row, word in enumerate(words):
        customer_id = people[row]
        if not word or customer_id is None:
            continue
        found.append(
            Milestone(
                place=cells.place(row),
                customer_id=CustomerId(customer_id),
                occasion=word,
                on=days[row],
                about=about[row],
                person=person[row],
                say_this=say_this[row],
                approved_by=approved[row],
                resolved=resolved[row],
            )
        )
    return found


def _occasions(cells: Cells) -> list[str]:
    column = cells.column("occasion")
    if column is None:
        return [""] * len(cells)
    return cells.read(column, lambda value: occasion(text) if (text := cleaned(str(value))) else "", "")


def _resolved(cells: Cells) -> list[bool]:
    """Whether a complaint is settled; without a word it is, and what is neither yes nor no is told and taken as no."""
    column = cells.column("resolved")
    if column is None:
        return [True] * len(cells)

    def read(value: Value) -> bool:
        if isinstance(value, str) and not cleaned(value):
            return True
        answer = yes_or_no(value)
        if answer is None:
            raise BadValue(f"“{short(value)}” is neither yes nor no: taken as no.", "Write yes or no.", Level.WARNING)
        return answer

    answers = cells.read(column, read, False)
    return [True if value is None else answer for value, answer in zip(cells.values(column), answers, strict=True)]
