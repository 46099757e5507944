"""The inputs: what the person's files say, and the tools that the settings name, ready for a run."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from notes import writing
from notes.changes import Records
from notes.customers import Book, Customer
from notes.folders import Folder
from notes.history import Event, Past
from notes.paper import artwork
from notes.paper.artwork import Artwork
from notes.paper.document import Edge
from notes.paper.folding import Matrix
from notes.paper.printer_profiles import Way, find
from notes.paper.stocks import CardStock, EnvelopeStock, LabelStock, Size, Stock, Stocks
from notes.problems import BadValue, Place, Problem, Unusable, did_you_mean
from notes.settings import Settings
from notes.signers import signer_of
from notes.wording.library import Library
from notes.writing.hand import Hand

TURNS = {"long edge": Edge.LONG, "short edge": Edge.SHORT, "by hand": None}
PICTURES = (".png", ".jpg", ".jpeg", ".pdf")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What a run needs. `hands` are by name; `front` stands on every card but the solemn ones.

    `renumbered` says whose numbers are others than in the history; `past` knows of it already.
    """

    settings: Settings
    book: Book
    past: Past
    library: Library
    hands: Mapping[str, Hand]
    card: CardStock
    label: LabelStock
    envelope: EnvelopeStock
    front: Artwork | None = None
    ways: Sequence[Way] = ()
    problems: Sequence[Problem] = ()
    records: Records = field(default_factory=Records)
    renumbered: Sequence[Event] = ()

    def hand_for(self, customer: Customer) -> str:
        """The name of the hand for a customer: that of the colleague who looks after them, or the usual one."""
        return signer_of(customer, self.settings).hand or self.settings.card.hand

    @property
    def edge(self) -> Edge | None:
        return TURNS[self.settings.card.turned_over]

    def way(self, stock: Stock, side: str = "front") -> Way:
        """What is known of the printer with this stock in its tray."""
        return find(self.ways, self.settings.printer.name, *tray_and_paper(stock, self.settings), side)

    def correction(self, stock: Stock, side: str = "front") -> Matrix:
        return self.way(stock, side).correction


def tray_and_paper(stock: Stock, settings: Settings) -> tuple[str, str]:
    """The tray for a stock and the name of its paper, by which a printer's ways are kept."""
    printer = settings.printer
    if isinstance(stock, CardStock):
        return printer.card_tray, stock.sheet.paper_name or stock.name
    if isinstance(stock, LabelStock):
        return printer.label_tray, stock.sheet.paper_name
    return printer.envelope_tray, stock.name


def paper_size(stock: Stock) -> Size:
    """Width and height of the page for a stock, upright."""
    if isinstance(stock, CardStock | LabelStock):
        return stock.sheet.paper
    assert isinstance(stock, EnvelopeStock)  # noqa: S101 - the kinds of stock there are
    return min(stock.size), max(stock.size)


def open_hands(
    folder: Folder, settings: Settings, cache: Path, chosen: Collection[str] = ()
) -> tuple[dict[str, Hand], Sequence[Problem]]:
    """The hands that the settings name and those `chosen` for single cards, and what is wrong with others.

    Raises:
        Unusable: there is no such hand, or its font cannot be used.
    """
    known, problems = writing.read_hands(folder.own("fonts"))
    named = {"card.hand": settings.card.hand}
    named |= {f"signers.{one}.hand": signer.hand for one, signer in settings.signers.items() if signer.hand}
    named |= {f"hands.{person}": name for person, name in settings.hands.items()}
    named |= {"envelope.hand": settings.envelope.hand} if settings.envelope.hand else {}
    named |= {f"changes.json: {name}": name for name in sorted(chosen)}
    hands: dict[str, Hand] = {}
    wrong: list[Problem] = []
    for key, name in named.items():
        place = Place("notes.toml", key=key)
        if name not in known:
            wrong.append(Problem(place, f"there is no hand “{name}”.", did_you_mean(name, known)))
        elif name not in hands:
            try:
                hands[name] = writing.open_hand(known[name], cache, known, settings.business.name)
            except BadValue as bad:
                wrong.append(bad.at(place))
    if wrong:
        raise Unusable((*wrong, *problems))
    return hands, problems


def papers(stocks: Stocks, settings: Settings) -> tuple[CardStock, LabelStock, EnvelopeStock]:
    """The card, label sheet and envelope that the settings name, or else what an office in this country has.

    Raises:
        Unusable: there is no such stock.
    """
    card, label = stocks.usual(settings.business.country)
    problems: list[Problem] = []
    try:
        card = stocks.card(settings.card.stock) if settings.card.stock else card
    except BadValue as bad:
        problems.append(bad.at(Place("notes.toml", key="card.stock")))
    try:
        label = stocks.label(settings.label.stock) if settings.label.stock else label
    except BadValue as bad:
        problems.append(bad.at(Place("notes.toml", key="label.stock")))
    try:
        envelope = stocks.envelope(settings.envelope.stock or card.envelope)
    except BadValue as bad:
        problems.append(bad.at(Place("notes.toml", key="envelope.stock")))
    if problems:
        raise Unusable(problems)
    return card, label, envelope


def front_of(folder: Folder, settings: Settings, stock: CardStock, hand: Hand) -> Artwork | None:
    """What stands on the front: nothing, the person's picture, or a word in the hand.

    Raises:
        Unusable: the picture cannot be used, or the word does not fit.
    """
    front = settings.card.front
    if not front:
        return None
    try:
        if front.lower().endswith(PICTURES):
            return artwork.picture(folder.own(front), stock)
        written = hand.write_lines([front], *stock.writing_box, f"front {front}", x_height=2 * hand.spec.x_height)
        return artwork.word(written, stock)
    except BadValue as bad:
        raise Unusable((bad.at(Place("notes.toml", key="card.front")),)) from bad
