"""The playground: a customer in every wording of an occasion, to read aloud before a card is written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from notes.customers import Address, Customer, CustomerId, Milestone
from notes.occasions import Occasions, ours
from notes.picking.picks import Outcome, Pick
from notes.problems import Place, Unusable, did_you_mean
from notes.settings import Settings
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
    if own:
        facts |= {name: value for name in ("about", "person", "say_this") if (value := getattr(own[-1], name))}
    return Pick(customer=customer, occasion=occasion, on=today, outcome=Outcome.CARD, facts=facts)


def in_every_wording(pick: Pick, library: Library, settings: Settings) -> list[Note]:
    """The notes that could come of a pick, one for each wording that fits.

    Raises:
        Unusable: there is no such occasion.
    """
    if pick.occasion not in library.occasions:
        remedy = did_you_mean(pick.occasion, library.occasions)
        raise Unusable.because("templates", f"there is no occasion “{pick.occasion}”.", remedy)
    return [finished(one) for one in draft(pick, library, settings)]


def shown(note: Note) -> str:
    """A note as the command line shows it: what it mentions and how long it is, and the words below."""
    full, short = (len(" ".join(one.paragraphs).split()) for one in (note, note.shorter or note))
    mentions = f"mentions {', '.join(note.mentions)}" if note.mentions else "mentions nothing of the person"
    length = f"{full} words" + (f", {short} in the shorter form" if note.shorter else "")
    return "\n".join([f"{note.wording}: {mentions}; {length}", "", *(f"    {line}" for line in note.text.splitlines())])
