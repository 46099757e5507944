"""The playground: the notes that an occasion could bring a customer, to read aloud before a card is written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from notes.customers import Address, Book, Customer, CustomerId, Milestone
from notes.occasions import Occasions, ours
from notes.picking.picks import Outcome, Pick
from notes.problems import Place, Unusable, did_you_mean
from notes.settings import Settings
from notes.wording.composing import Past, writer_of
from notes.wording.library import Library
from notes.wording.note import Note
from notes.wording.rendering import draft, finished

_SOMEONE = Customer(
    place=Place("an example"),
    customer_id=CustomerId("example"),
    name="Rosa Lindqvist",
    first_name="Rosa",
    last_name="Lindqvist",
    dear="Rosa",
    envelope="Rosa Lindqvist",
    address=Address(("4 Mill Lane",), "Alder", "", "00001", ""),
    details={"bought": "the oak table", "pet": "Bruno", "likes": "old maps", "trip": "the week in Lisbon"},
)
SEED, MOST = 1, 6
TOLD_BY_MILESTONES = ("about", "person", "say_this", "write_exactly")
_EXAMPLES: dict[str, object] = {"referred": "Noor Haddad", "years": 5}


def trial(
    occasion: str,
    customer: Customer | None,
    milestones: Sequence[Milestone],
    today: date,
    occasions: Occasions | None = None,
) -> Pick:
    """A pick as it could be: of the customer's own milestone where there is one, else with invented facts."""
    customer = customer or replace(_SOMEONE, first_purchase=today.replace(year=today.year - 5, day=1))
    own = [one for one in milestones if (one.customer_id, one.occasion) == (customer.customer_id, occasion)]
    example = (occasions or ours())[occasion].example
    facts = {**_EXAMPLES, **({"about": example} if example else {})}
    if not own:
        return Pick(customer=customer, occasion=occasion, on=today, outcome=Outcome.CARD, facts=facts)
    facts = {name: value for name in TOLD_BY_MILESTONES if (value := getattr(own[-1], name))}
    return Pick(
        customer=customer,
        occasion=occasion,
        on=today,
        outcome=Outcome.CARD,
        milestone=own[-1],
        facts={**_EXAMPLES, **facts},
    )


def in_every_wording(
    pick: Pick, library: Library, settings: Settings, *, book: Book | None = None, past: Past | None = None
) -> list[Note]:
    """The notes that could come of a pick: one for each whole wording that fits, then those of other plans.

    Raises:
        Unusable: there is no such occasion.
    """
    if pick.occasion not in library.occasions:
        remedy = did_you_mean(pick.occasion, library.occasions)
        raise Unusable.because("templates", f"there is no occasion “{pick.occasion}”.", remedy)
    whole = [finished(one) for one in draft(pick, library, settings)]
    writer = writer_of(library, settings, SEED, past, book=book, today=pick.on)
    put_together = writer.proposals(pick, MOST) if writer.puts_together(pick) else []
    return [*whole, *put_together]


def made_up(pick: Pick) -> str:
    """A sentence that tells what in an example is made up; "" where all of it is in the files."""
    facts = {} if pick.milestone else {name: f"{value}" for name, value in pick.facts.items()}
    if pick.customer.place == _SOMEONE.place:
        facts |= pick.customer.details
    if not facts:
        return ""
    listed = ", ".join(f"{name.replace('_', ' ')} “{value}”" for name, value in sorted(facts.items()))
    return f"Made up for the example: {listed}."


def shown(note: Note) -> str:
    """A note as the command line shows it: what it mentions and how long it is, the words, and where they come from."""
    full, short = (len(" ".join(one.paragraphs).split()) for one in (note, note.shorter or note))
    mentions = f"mentions {', '.join(note.mentions)}" if note.mentions else "mentions nothing about the person"
    length = f"{full} words" + (f", {short} in the shorter form" if note.shorter else "")
    words = [f"    {line}" for line in note.text.splitlines()]
    return "\n".join([f"{note.wording}: {mentions}; {length}", "", *words, *_sources(note)])


def _sources(note: Note) -> list[str]:
    """From which cell each part is, where it is from one."""
    known = [(one.text, ", ".join(filter(None, map(str, one.cells)))) for one in note.sentences]
    lines = [f"    “{text}” is from {cells}" for text, cells in known if cells]
    return ["", *lines] if lines else []
