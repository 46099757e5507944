"""The inputs: what the person's files say, and the tools that the settings name, ready for a run."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from notes import writing
from notes.changes import Records
from notes.customers import Book, Customer
from notes.files import within
from notes.folders import Folder
from notes.history import Event, Past
from notes.language.texts import short
from notes.paper import artwork, envelopes, labels
from notes.paper.artwork import FEWEST, Artwork
from notes.paper.document import Edge
from notes.paper.exchange import Press, read_press
from notes.paper.folding import Matrix
from notes.paper.pictures import DOTS, names_a_file
from notes.paper.printer_profiles import Way, find
from notes.paper.signature import ink_in
from notes.paper.stocks import CardStock, EnvelopeStock, LabelStock, Size, Stock, Stocks
from notes.problems import BadValue, DoesNotFit, Level, Place, Problem, Unusable, did_you_mean
from notes.settings import Settings
from notes.signers import signer_of
from notes.workers import ALONE, Workers
from notes.writing.drawn import Drawn
from notes.writing.fitness import is_of_squares
from notes.writing.hand import Hand
from notes.writing.hand_specs import hand_name

if TYPE_CHECKING:
    from notes.wording import Library

Value = TypeVar("Value")
ORDINARY = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 . , ! ? ’ ” – - : & ( )"
TURNS = {"long edge": Edge.LONG, "short edge": Edge.SHORT, "by hand": None}


@dataclass(frozen=True)
class Parting:
    """At most so many `sheets` of cards in a file; the parts that are finished are kept in a folder until all are."""

    sheets: int
    folder: Path


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What a run needs. `hands` are by name; `front` stands on every card but the solemn ones, `front_for_shop`
    with a bleed; the print shop's `press` is the usual one where there is none.

    `renumbered` says whose numbers are others than in the history; `past` knows of it already. `drafted` is what a
    writer of the person's own has drafted, by what it was told. The `workers` do what can be done apart; `parting` is
    how very many cards are parted into several files, if they are.
    """

    settings: Settings
    book: Book
    past: Past
    library: "Library"
    hands: Mapping[str, Hand]
    card: CardStock
    label: LabelStock
    envelope: EnvelopeStock
    front: Artwork | None = None
    front_for_shop: Artwork | None = None
    press: Press | None = None
    ways: Sequence[Way] = ()
    problems: Sequence[Problem] = ()
    records: Records = field(default_factory=Records)
    renumbered: Sequence[Event] = ()
    drafted: Mapping[str, Sequence[str]] = field(default_factory=dict)
    workers: Workers = ALONE
    parting: Parting | None = None

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
    known, problems = writing.read_hands(folder.own("fonts"), folder.own("hands"))
    named = {"card.hand": settings.card.hand}
    named |= {f"signers.{one}.hand": signer.hand for one, signer in settings.signers.items() if signer.hand}
    named |= {f"hands.{person}": name for person, name in settings.hands.items()}
    named |= {"envelope.hand": settings.envelope.hand} if settings.envelope.hand else {}
    named |= {f"changes.json: {name}": name for name in sorted(chosen)}
    hands: dict[str, Hand] = {}
    drawn, wrong = _signatures(folder, settings)
    told: list[Problem] = []
    for key, name in named.items():
        place = Place("notes.toml", key=key)
        called = name if name in known else hand_name(name)
        if called not in known:
            wrong.append(Problem(place, f"there is no hand “{name}”.", did_you_mean(name, known)))
        elif name not in hands:
            try:
                hands[name] = writing.open_hand(known[called], cache, known, settings.business.name)
                hands[name].takes.drawn.update(drawn)
                told += of_the_font(hands[name])
            except BadValue as bad:
                wrong.append(bad.at(place))
    if wrong:
        raise Unusable((*wrong, *problems))
    return hands, [*problems, *told]


def _signatures(folder: Folder, settings: Settings) -> tuple[dict[str, Drawn], list[Problem]]:
    """The pictures of signatures by the name that each stands for, and what is wrong with others."""
    business, picture = settings.business, settings.card.signature
    pictures = {f"signers.{words}.picture": (who.name, who.picture) for words, who in settings.signers.items()}
    pictures["card.signature"] = business.sender or business.name, "" if picture in ("written", "space") else picture
    drawn: dict[str, Drawn] = {}
    wrong: list[Problem] = []
    for key, (name, file) in pictures.items():
        if not (file := file.strip()):
            continue
        try:
            drawn[" ".join(name.split())] = Drawn(ink_in(within(folder.home, file)))
        except BadValue as bad:
            wrong.append(bad.at(Place("notes.toml", key=key)))
    return drawn, wrong


def of_the_font(hand: Hand) -> list[Problem]:
    """What a person should know of a font of theirs before the first card: letters it lacks, capitals only, squares."""
    place = Place(f"fonts/{hand.spec.font.name}")
    found = []
    if lacking := hand.lacks(ORDINARY):
        message = f"this hand lacks {' '.join(dict.fromkeys(lacking))}; words with one are written with other letters."
        found.append((message, "`notes hands` says what each hand can write."))
    if hand.takes.speller.is_capital:
        found.append(("its small letters are capitals, so that the notes shout.", "Choose a hand with small letters."))
    if is_of_squares(hand.spec):
        found.append(("its letters are made of squares, which no pen writes.", "Choose a hand with round letters."))
    return [Problem(place, message, remedy, Level.WARNING) for message, remedy in found]


def papers(stocks: Stocks, settings: Settings) -> tuple[CardStock, LabelStock, EnvelopeStock]:
    """The card, label sheet and envelope that the settings name, or else what an office in this country has.

    Raises:
        Unusable: there is no such stock.
    """
    usual = stocks.usual_names(settings.business.country)
    problems: list[Problem] = []
    card = _sound(stocks.card, settings.card.stock or usual[0], "card.stock", problems)
    label = _sound(stocks.label, settings.label.stock or usual[1], "label.stock", problems)
    envelope = _sound(lambda name: stocks.envelope_of(card, name), settings.envelope.stock, "envelope.stock", problems)
    if not (card and label and envelope):
        raise Unusable(problems)
    return card, label, envelope


def check_texts(settings: Settings, hands: Mapping[str, Hand], card: CardStock, envelope: EnvelopeStock) -> None:
    """See that the texts of the settings can be written, so that no customer is blamed for them.

    Raises:
        Unusable: one of them has a letter that cannot be written, or does not fit.
    """
    texts = {"business.sign_off": (settings.business.sign_off, "", "")}
    texts["business.sender"] = ("", settings.business.sender, "")
    texts |= {f"signers.{one}": ("", who.signature, who.hand) for one, who in settings.signers.items()}
    wrong: list[Problem] = []
    for key, (closing, signature, name) in texts.items():
        hand = hands.get(name) or hands[settings.card.hand]
        by_hand = settings.card.signature != "space" or not signature
        letter = Ending(closing=closing, signature=signature if by_hand else "")
        try:
            hand.write(letter, *card.writing_box, "settings", settings.card.x_height_points)
        except BadValue as bad:
            wrong.append(Problem(Place("notes.toml", key=key), *_of_a_setting(bad, closing or signature)))
    try:
        envelopes.check_sender(settings.business.return_address, envelope)
    except BadValue as bad:
        wrong.append(bad.at(Place("notes.toml", key="business.return_address")))
    if wrong:
        raise Unusable(wrong)


def without_words(settings: Settings, library: "Library") -> list[Problem]:
    """What is to be told where nothing is written in the language of the settings: then it is no customer's fault."""
    language = settings.business.language
    if language in library.languages:
        return []
    remedy = did_you_mean(language, library.languages) + f"\nOr write yours into templates/birthday/{short(language)}/."
    place = Place("notes.toml", key="business.language")
    return [Problem(place, f"there are no words in “{short(language)}”, so cards wait.", remedy, Level.WARNING)]


def _sound(look: Callable[[str], Value], name: str, key: str, problems: list[Problem]) -> Value | None:
    """The stock of a name; where it cannot be used, why not is among the problems."""
    try:
        return look(name)
    except BadValue as bad:
        problems.append(bad.at(Place("notes.toml", key=key)))
        return None


def check_start(settings: Settings, label: LabelStock) -> None:
    """See that there is such a label as the first one to use.

    Raises:
        Unusable: there is none.
    """
    try:
        labels.ensure_start(settings.label.start or 1, label)
    except BadValue as bad:
        raise Unusable((bad.at(Place("notes.toml", key="label.start")),)) from bad


def _of_a_setting(bad: BadValue, text: str) -> tuple[str, str]:
    """What is wrong with a text that has to fit a card, in the words of who wrote the setting."""
    if isinstance(bad, DoesNotFit):
        return f"“{short(text)}” does not fit on the card.", "Shorten it, or choose a larger card."
    return bad.message, bad.remedy


@dataclass(frozen=True)
class Ending:
    """A letter that is nothing but its end."""

    closing: str
    signature: str
    salutation: str = ""
    paragraphs: tuple[str, ...] = ()


def front_of(
    folder: Folder, settings: Settings, stock: CardStock, hand: Hand, bleed: float | None = None
) -> Artwork | None:
    """What stands on the outside: nothing, or a picture or a word in front, and little on the back.

    A picture may run into a bleed.

    Raises:
        Unusable: a picture cannot be used, the word does not fit, or the card has no back.
    """
    card = settings.card
    if not card.has_an_outside:
        return None
    key, made = "card.front", Artwork()
    try:
        if front := card.front.strip():
            made = _in_front(folder, front, stock, hand, bleed)
        if card.back.strip() or card.back_code:
            key = "card.back" if card.back.strip() else "card.back_code"
            logo = within(folder.home, card.back.strip()) if card.back.strip() else None
            made = made.with_back(artwork.back(stock, logo, card.back_code))
    except BadValue as bad:
        raise Unusable((bad.at(Place("notes.toml", key=key)),)) from bad
    return made


def _in_front(folder: Folder, front: str, stock: CardStock, hand: Hand, bleed: float | None) -> Artwork:
    if names_a_file(front, folder.home):
        return artwork.picture(within(folder.home, front), stock, bleed=bleed)
    written = hand.write_lines([front], *stock.writing_box, f"front {front}", x_height=2 * hand.spec.x_height)
    return artwork.word(written, stock, apart=bleed is not None)


def press_of(folder: Folder, settings: Settings) -> Press | None:
    """The press of the print shop, by the profile that it gave.

    Raises:
        Unusable: it is not such a profile.
    """
    if not (settings.card.print_shop and settings.card.shop_profile.strip()):
        return None
    try:
        return read_press(within(folder.home, settings.card.shop_profile.strip()))
    except BadValue as bad:
        raise Unusable((bad.at(Place("notes.toml", key="card.shop_profile")),)) from bad


def coarse(front: Artwork | None) -> list[Problem]:
    """That a picture has too few dots for its size, where it has."""
    dots = {"card.front": front.dots, "card.back": front.dots_behind} if front else {}
    return [_coarse(key, found) for key, found in dots.items() if found < FEWEST]


def _coarse(key: str, dots: float) -> Problem:
    message = f"the picture has only {dots:.0f} dots an inch at this size, so it will look coarse."
    remedy = f"Use one that is {DOTS / dots:.1f} times as wide and high in pixels."
    return Problem(Place("notes.toml", key=key), message, remedy, Level.WARNING)
