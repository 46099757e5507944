"""The layout: the stack on its papers, file by file, and where each card is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from notes.batch import BatchCard
from notes.inputs import Inputs
from notes.paper import cards, envelopes, guide, labels, preflight, press_files
from notes.paper.folding import UNCHANGED, turned_by_hand
from notes.paper.pieces import Card, FileKind, Paper, Printed, Spot
from notes.paper.stocks import Stock, plain_paper
from notes.picking.picks import Pick
from notes.problems import Problem
from notes.stack import Piece, Stack


@dataclass(frozen=True)
class Layout:
    """The stack on its papers: the files to print, every card with its place, the insides as a person reads them."""

    files: Sequence[Printed] = ()
    cards: Sequence[BatchCard] = ()
    proof: Printed | None = None
    next_label: int = 1
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece, the file that has its inside, and the spot there."""

    piece: Piece
    file: Printed
    spot: Spot


def lay_out(inputs: Inputs, stack: Stack, start: int, title: str) -> Layout:
    """The stack laid on the stocks that the settings name; `start` is the first label to use."""
    if not stack.pieces:
        return Layout(next_label=start)
    files, placed = lay_on_papers(inputs, stack.pieces, start)
    listed = [
        listed_as(one.piece.card, one.piece.note.pick, one.file.sheet_of(one.spot), one.piece.labelled)
        for one in placed
    ]
    files.append(guide_for(inputs, listed, files, start, title))
    return Layout(
        files,
        [_batch_card(one) for one in placed],
        proof_of(inputs, placed),
        labels.next_start(start, sum(piece.labelled for piece in stack.pieces), inputs.label),
        preflight_of(inputs, files),
    )


def lay_on_papers(inputs: Inputs, pieces: Sequence[Piece], start: int) -> tuple[list[Printed], list[Placed]]:
    """The files of the cards, their envelopes and labels, and where each card is, in the order of their numbers."""
    made = [_card_files(inputs, kind, those) for kind, those in _by_file(inputs, pieces)]
    placed = [one for insides, _ in made for one in insides]
    placed.sort(key=lambda one: one.piece.card.number)
    labelled = [piece.card for piece in pieces if piece.labelled]
    files = [*chain.from_iterable(those for _, those in made), _envelopes(inputs, pieces)]
    if labelled:
        correction = inputs.correction(inputs.label)
        files.append(labels.make(labelled, inputs.label, start=start, correction=correction))
    return files, placed


def _stock_of(inputs: Inputs, file: Printed) -> Stock | None:
    """The stock that a file is printed on in the office; none for plain paper and for the print shop's."""
    papers: dict[Paper, Stock] = {
        Paper.CARD: inputs.card,
        Paper.LABEL: inputs.label,
        Paper.ENVELOPE: inputs.envelope,
    }
    return papers.get(file.kind.paper)


def _by_file(inputs: Inputs, pieces: Sequence[Piece]) -> list[tuple[FileKind, list[Piece]]]:
    """The pieces of each file of cards, those without the front apart."""
    groups: dict[FileKind, list[Piece]] = {}
    for piece in pieces:
        kind = FileKind.PLAIN_CARDS if inputs.front and piece.solemn else FileKind.CARDS
        groups.setdefault(kind, []).append(piece)
    return sorted(groups.items(), key=lambda item: item[0].value)


def _card_files(inputs: Inputs, kind: FileKind, pieces: Sequence[Piece]) -> tuple[list[Placed], list[Printed]]:
    """The pieces in their places and the files that have them: the outsides apart if the sheets are turned by hand."""
    stack = [piece.card for piece in pieces]
    front = inputs.front if kind is FileKind.CARDS else None
    by_hand = front is not None and inputs.edge is None
    way = inputs.way(inputs.card, "back") if by_hand else inputs.way(inputs.card)
    insides = cards.make(
        stack,
        inputs.card,
        kind=kind,
        front=front if not by_hand else None,
        edge=inputs.edge,
        turned=by_hand and turned_by_hand(inputs.card, way.turned),
        reverse=by_hand and way.reverse,
        numbered=inputs.settings.card.numbers,
        correction=way.correction,
        correction_behind=inputs.correction(inputs.card, "back"),
    )
    files = [insides]
    if front and by_hand:
        correction = inputs.correction(inputs.card)
        files.append(cards.outsides(len(stack), inputs.card, front, correction=correction))
    if inputs.settings.card.print_shop:
        files.append(
            press_files.make(
                stack,
                inputs.card,
                kind=_FOR_THE_SHOP[kind],
                front=front and inputs.front_for_shop,
                ink_name=inputs.settings.card.shop_ink.strip() or press_files.INK,
                marks=press_files.Marks(inputs.settings.card.shop_marks),
                press=inputs.press,
            )
        )
    return [Placed(*one) for one in zip(pieces, repeat(insides), insides.spots)], files


_FOR_THE_SHOP = {FileKind.CARDS: FileKind.PRINT_SHOP, FileKind.PLAIN_CARDS: FileKind.PLAIN_PRINT_SHOP}


def _envelopes(inputs: Inputs, pieces: Sequence[Piece]) -> Printed:
    return envelopes.make(
        [piece.card for piece in pieces],
        inputs.envelope,
        inputs.settings.business.return_address,
        quarter_turns=inputs.settings.envelope.quarter_turns,
        correction=inputs.correction(inputs.envelope),
    )


def listed_as(card: guide.Named, pick: Pick, sheet: Spot, labelled: bool) -> guide.Line:
    """A card in the list of the guide."""
    return guide.Line(card, sheet, pick.occasion, pick.mail_by, labelled, pick.gift)


def guide_for(inputs: Inputs, lines: Sequence[guide.Line], files: Sequence[Printed], start: int, title: str) -> Printed:
    edge = inputs.edge if inputs.front else None
    loads = [
        guide.Load(
            file.name,
            stock,
            file.sheets,
            edge if file.kind is FileKind.CARDS else None,
            start if file.kind is FileKind.LABELS and file.part < 2 else 1,
            inputs.settings.envelope.top,
        )
        for file in files
        if (stock := _stock_of(inputs, file))
    ]
    return guide.make(lines, loads, plain_paper(inputs.settings.business.country), title=title)


def proof_of(inputs: Inputs, placed: Sequence[Placed]) -> Printed:
    """The insides as a person reads them: the file of cards itself, unless a front or a printer has turned it."""
    if inputs.front is None and inputs.correction(inputs.card) == UNCHANGED:
        return placed[0].file
    return insides([one.piece.card for one in placed], inputs)


def insides(those: Sequence[Card], inputs: Inputs) -> Printed:
    """The insides of cards as a person reads them."""
    return cards.make(those, inputs.card)


def preflight_of(inputs: Inputs, files: Sequence[Printed]) -> list[Problem]:
    """The last look at every file that goes to the printer; it finds what a correction pushes over the edge."""
    turns = inputs.settings.envelope.quarter_turns
    found: list[Problem] = []
    for file in files:
        if stock := _stock_of(inputs, file):
            expected = preflight.Expected.on(stock, file.pages, turns)
            looks = preflight.doubtful_pages(file, expected)
            found += preflight.check(file.data, expected, name=file.name, looks=looks)
    return found


def _batch_card(one: Placed) -> BatchCard:
    card = one.piece.card
    return BatchCard(
        number=card.number,
        note=one.piece.note,
        hand=card.written.hand,
        x_height_mm=card.written.x_height_mm,
        written=card.written,
        envelope=card.envelope,
        abroad=card.abroad,
        kind=one.file.kind,
        spot=one.spot,
    )
