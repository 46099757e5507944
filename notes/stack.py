"""The stack: the notes in their hands, each with its card, envelope and label, all in one order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from notes.batch import BatchCard
from notes.inputs import Inputs
from notes.paper import cards, envelopes, guide, labels, preflight, press_files
from notes.paper.folding import turned_by_hand
from notes.paper.pieces import Card, Printed, Spot
from notes.picking.picks import Outcome, Pick
from notes.post.addresses import postal_lines
from notes.problems import BadValue, Level, Problem
from notes.settings import Settings
from notes.wording.note import Note
from notes.writing.letter import EmbeddableFont, Written

FILES = (
    "cards.pdf",
    "cards-plain.pdf",
    "cards-outsides.pdf",
    "print-shop.pdf",
    "print-shop-plain.pdf",
    "envelopes.pdf",
    "labels.pdf",
    "guide.pdf",
)
SORROW = {"condolence", "apology"}  # their cards carry no front: nothing that looks like a campaign


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A card before it has its place on paper."""

    card: Card
    note: Note
    hand: str
    labelled: bool

    @property
    def file(self) -> str:
        return "cards-plain.pdf" if self.note.pick.occasion in SORROW else "cards.pdf"


@dataclass(frozen=True)
class Stack:
    """The pieces by their numbers; the picks that are held because they cannot be written; and what is to be told."""

    pieces: Sequence[Piece] = ()
    held: Sequence[Pick] = ()
    problems: Sequence[Problem] = ()


def write(inputs: Inputs, notes: Sequence[Note], key: str) -> Stack:
    """The notes written, with their addresses; `key` is what makes this month's cards unlike another's."""
    pieces: list[Piece] = []
    held: list[Pick] = []
    problems: list[Problem] = []
    for note in notes:
        customer = note.pick.customer
        try:
            lines = envelope_lines(note, inputs.settings)
            envelopes.check(lines, inputs.envelope)
            taken, written = _fitting(inputs, note, f"{key} {customer.customer_id} {note.pick.occasion}")
            address = _address(inputs, lines, f"{key} {customer.customer_id} address")
        except BadValue as bad:
            held.append(replace(note.pick, outcome=Outcome.HELD, reason=f"{_sentence(bad.message)} {bad.remedy}"))
            message = f"the card for {customer.name} is held: {bad.message}"
            problems.append(Problem(customer.place, message, bad.remedy, Level.WARNING))
            continue
        unlabelled = _not_on_a_label(inputs, note, lines)
        problems += unlabelled
        card = Card(len(pieces) + 1, written, lines, is_abroad(note, inputs.settings), address)
        pieces.append(Piece(card=card, note=taken, hand=inputs.hand_for(customer), labelled=not unlabelled))
    return Stack(pieces, held, problems)


@dataclass(frozen=True)
class Layout:
    """The stack on its papers: the files to print, every card with its place, the insides as a person reads them."""

    files: Mapping[str, Printed] = field(default_factory=dict)
    cards: Sequence[BatchCard] = ()
    proof: Printed | None = None
    next_label: int = 1
    problems: Sequence[Problem] = ()


def lay_out(inputs: Inputs, stack: Stack, start: int, title: str) -> Layout:
    """The stack laid on the stocks that the settings name; `start` is the first label to use."""
    if not stack.pieces:
        return Layout(next_label=start)
    files: dict[str, Printed] = {}
    spots: dict[int, tuple[str, Spot]] = {}
    groups: dict[str, list[Piece]] = {}
    for piece in stack.pieces:
        groups.setdefault(piece.file if inputs.front else "cards.pdf", []).append(piece)
    for name, those in sorted(groups.items()):
        files |= _card_files(inputs, name, those)
        spots |= {piece.card.number: (name, spot) for piece, spot in zip(those, files[name].spots, strict=True)}
    all_cards = [piece.card for piece in stack.pieces]
    labelled = [piece.card for piece in stack.pieces if piece.labelled]
    files["envelopes.pdf"] = envelopes.make(
        all_cards,
        inputs.envelope,
        inputs.settings.business.return_address,
        fonts=_address_fonts(inputs, all_cards),
        quarter_turns=inputs.settings.envelope.quarter_turns,
        correction=inputs.correction(inputs.envelope),
    )
    if labelled:
        files["labels.pdf"] = labels.make(
            labelled, inputs.label, start=start, correction=inputs.correction(inputs.label)
        )
    files["guide.pdf"] = _guide(inputs, stack, files, spots, start, title)
    made = [
        BatchCard(
            number=piece.card.number,
            note=piece.note,
            written=piece.card.written,
            envelope=piece.card.envelope,
            abroad=piece.card.abroad,
            pdf=spots[piece.card.number][0],
            spot=spots[piece.card.number][1],
        )
        for piece in stack.pieces
    ]
    in_hands, fonts = _with_fonts(inputs, stack.pieces)
    proof = cards.make(in_hands, inputs.card, fonts)
    return Layout(files, made, proof, labels.next_start(start, len(labelled), inputs.label), _preflight(inputs, files))


def envelope_lines(note: Note, settings: Settings) -> tuple[str, ...]:
    """The whole address: the name, the firm if it is not the name, and the address by the custom of its country."""
    customer = note.pick.customer
    firm = [customer.company] if customer.company and customer.company != note.envelope_name else []
    return (note.envelope_name, *firm, *postal_lines(customer.address, settings.business.country))


def is_abroad(note: Note, settings: Settings) -> bool:
    return (note.pick.customer.address.country or settings.business.country) != settings.business.country


def _preflight(inputs: Inputs, files: Mapping[str, Printed]) -> list[Problem]:
    """The last look at every file that goes to the printer; what a correction pushes over the edge shows here."""
    stocks = {"envelopes.pdf": inputs.envelope, "labels.pdf": inputs.label}
    turns = inputs.settings.envelope.quarter_turns
    return [
        problem
        for name, file in files.items()
        if name in stocks or name.startswith("cards")
        for problem in preflight.check(
            file.data, preflight.Expected.on(stocks.get(name, inputs.card), file.pages, turns), name=name
        )
    ]


def _fitting(inputs: Inputs, note: Note, key: str) -> tuple[Note, Written]:
    """The note as the hand writes it, in its shorter form if the whole does not fit."""
    hand = inputs.hands[inputs.hand_for(note.pick.customer)]
    by_pen = inputs.settings.card.signature == "space" or not note.signature

    def written(form: Note) -> tuple[Note, Written]:
        form = replace(form, signature="") if by_pen else form
        return form, hand.write(form, *inputs.card.writing_box, key, inputs.settings.card.x_height_points, by_pen)

    try:
        return written(note)
    except BadValue:
        if note.shorter is None:
            raise
        return written(note.shorter)


def _address(inputs: Inputs, lines: Sequence[str], key: str) -> Written | None:
    if not inputs.settings.envelope.hand:
        return None
    return inputs.hands[inputs.settings.envelope.hand].write_lines(lines, *envelopes.address_box(inputs.envelope), key)


def _not_on_a_label(inputs: Inputs, note: Note, lines: Sequence[str]) -> list[Problem]:
    """Why there is no label for this card, if there is none; it has its envelope all the same."""
    customer = note.pick.customer
    try:
        labels.check(lines, inputs.label)
    except BadValue as bad:
        message = f"there is no label for {customer.name}: {bad.message}"
        return [Problem(customer.place, message, "Print the envelope instead, or take a larger label.", Level.WARNING)]
    return []


def _card_files(inputs: Inputs, name: str, pieces: Sequence[Piece]) -> dict[str, Printed]:
    """The cards, and their outsides in a file of its own where the sheets are turned by hand."""
    stack, fonts = _with_fonts(inputs, pieces)
    front = inputs.front if name == "cards.pdf" else None
    by_hand = front is not None and inputs.edge is None
    way = inputs.way(inputs.card, "back") if by_hand else inputs.way(inputs.card)
    made = cards.make(
        stack,
        inputs.card,
        fonts,
        front=front if not by_hand else None,
        edge=inputs.edge,
        turned=by_hand and turned_by_hand(inputs.card, way.turned),
        reverse=by_hand and way.reverse,
        numbered=inputs.settings.card.numbers,
        correction=way.correction,
        correction_behind=inputs.correction(inputs.card, "back"),
    )
    files = {name: made}
    if front and by_hand:
        files["cards-outsides.pdf"] = cards.outsides(
            len(stack), inputs.card, front, correction=inputs.correction(inputs.card)
        )
    if inputs.settings.card.print_shop:
        files[name.replace("cards", "print-shop")] = press_files.make(stack, inputs.card, fonts, front=front)
    return files


def _with_fonts(inputs: Inputs, pieces: Sequence[Piece]) -> tuple[list[Card], dict[str, EmbeddableFont]]:
    """The cards and the fonts that they call; the fonts of a second hand go by names of their own."""
    order = list(dict.fromkeys(piece.hand for piece in pieces))
    codes: dict[tuple[str, str], frozenset[int]] = {}
    renamed: list[Card] = []
    for piece in pieces:
        written = piece.card.written
        for font, used in written.codes.items():
            codes[piece.hand, font] = codes.get((piece.hand, font), frozenset()) | used
        names = {font: _name(font, order.index(piece.hand)) for font in written.codes}
        renamed.append(replace(piece.card, written=written.calling(names)))
    fonts = {
        _name(font, order.index(hand)): inputs.hands[hand].font(font, used)
        for (hand, font), used in sorted(codes.items())
    }
    return renamed, fonts


def _name(font: str, place: int) -> str:
    return font if place == 0 else f"{font}{place + 1}"


def _address_fonts(inputs: Inputs, stack: Sequence[Card]) -> Mapping[str, EmbeddableFont]:
    codes: dict[str, frozenset[int]] = {}
    for card in stack:
        for font, used in card.address.codes.items() if card.address else ():
            codes[font] = codes.get(font, frozenset()) | used
    return {font: inputs.hands[inputs.settings.envelope.hand].font(font, used) for font, used in sorted(codes.items())}


def _guide(
    inputs: Inputs,
    stack: Stack,
    files: Mapping[str, Printed],
    spots: Mapping[int, tuple[str, Spot]],
    start: int,
    title: str,
) -> Printed:
    stocks = {"envelopes.pdf": inputs.envelope, "labels.pdf": inputs.label}
    edge = inputs.edge if inputs.front else None
    loads = [
        guide.Load(
            name,
            stocks.get(name, inputs.card),
            file.sheets,
            edge if name == "cards.pdf" else None,
            start if name == "labels.pdf" else 1,
            inputs.settings.envelope.top,
        )
        for name, file in files.items()
        if not name.startswith("print-shop")
    ]
    lines = [
        guide.Line(piece.card, files[name].sheet_of(spot), piece.note.pick.occasion, piece.note.pick.mail_by)
        for piece, (name, spot) in ((piece, spots[piece.card.number]) for piece in stack.pieces)
    ]
    return guide.make(lines, loads, inputs.label.sheet.paper, title=title)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
