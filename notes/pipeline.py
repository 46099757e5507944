"""From the spreadsheet to the printed page: gather does all reading, compose decides, publish does all writing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from notes import history, picking, reading, wording, writing
from notes.batch import Batch, BatchCard
from notes.customers import Book
from notes.folders import Folder, ensure_writable
from notes.history import Event, Kind, Past
from notes.paper import cards, envelopes, labels
from notes.paper.pieces import Card
from notes.paper.stocks import CardStock, EnvelopeStock, LabelStock, Stocks, read_stocks
from notes.picking.picks import Outcome, Pick, Picks
from notes.problems import BadValue, Level, Place, Problem, Unusable, did_you_mean
from notes.reading.addresses import postal_lines
from notes.resources import TEMPLATES
from notes.review.batch import PrintFile, Review, ReviewCard
from notes.review.page import render
from notes.review.pictures import card_pictures, windows
from notes.settings import Settings
from notes.staging import staged
from notes.wording.library import Library
from notes.wording.notes import Note
from notes.writing.hand import Hand
from notes.writing.letter import EmbeddableFont, Written


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What a run needs, laid out: the person's files as they were read, and the tools that the settings name."""

    settings: Settings
    book: Book
    past: Past
    library: Library
    hand: Hand
    card: CardStock
    label: LabelStock
    envelope: EnvelopeStock
    problems: Sequence[Problem]


def gather(folder: Folder, settings: Settings, cache: Path, today: date) -> Desk:
    """Read everything.

    Raises:
        Unusable: a file of the person's cannot be used at all, or a setting names what there is not.
    """
    book = reading.read_book(folder.customers, settings, today=today)
    if not book.customers:
        nobody = Problem(Place(folder.customers.name), "there is no customer in it.", "Write one into each row.")
        raise Unusable((*book.problems, nobody))
    past, torn = history.read_history(folder.history)
    library, unfit = wording.read_wordings([TEMPLATES, folder.own("templates")])
    stocks, crooked = read_stocks(folder.own("stocks.toml"))
    hand, broken = open_hand(folder, settings, cache)
    card, label, envelope = papers(stocks, settings)
    problems = [*book.problems, *torn, *unfit, *crooked, *broken]
    return Desk(
        settings=settings,
        book=book,
        past=past,
        library=library,
        hand=hand,
        card=card,
        label=label,
        envelope=envelope,
        problems=problems,
    )


def open_hand(folder: Folder, settings: Settings, cache: Path) -> tuple[Hand, Sequence[Problem]]:
    """The hand that the settings name, and what is wrong with the descriptions of the others."""
    hands, problems = writing.read_hands(folder.own("fonts"))
    name = settings.card.hand
    place = Place("notes.toml", key="card.hand")
    if name not in hands:
        raise Unusable((Problem(place, f"there is no hand “{name}”.", did_you_mean(name, hands)), *problems))
    try:
        return writing.open_hand(hands[name], cache), problems
    except BadValue as bad:
        raise Unusable((bad.at(place), *problems)) from bad


def papers(stocks: Stocks, settings: Settings) -> tuple[CardStock, LabelStock, EnvelopeStock]:
    """The card, label sheet and envelope that the settings name, else what an office in this country has."""
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


def compose(desk: Desk, month: str, today: date, seed: int) -> Batch:
    """What a month's cards are: the same desk, month, day and seed give the same batch, to the byte."""
    name = desk.past.batch_to_make(month)
    past = desk.past.without_plans_of(name)
    picks = picking.decide(desk.book, month, today, desk.settings, past)
    worded = wording.compose(picks.cards, desk.library, desk.settings, seed, past, book=desk.book)
    written, unwritten, misfits = _write(desk, worded.notes, f"{seed} {month}")
    picks = _held(picks, [*worded.held, *unwritten])
    start = desk.settings.label.start or past.next_label(desk.label.name)
    stack = [Card(number, each, lines, _abroad(note, desk)) for number, (note, each, lines) in enumerate(written, 1)]
    files = {}
    if stack:
        files = {
            "cards.pdf": cards.make(stack, desk.card, _fonts(desk.hand, [each for _, each, _ in written])),
            "envelopes.pdf": envelopes.make(stack, desk.envelope, desk.settings.business.return_address),
            "labels.pdf": labels.make(stack, desk.label, start=start),
        }
    spots = files["cards.pdf"].spots if stack else ()
    made = [
        BatchCard(number=card.number, note=note, written=card.written, envelope=card.envelope, spot=spot)
        for card, (note, _, _), spot in zip(stack, written, spots, strict=True)
    ]
    return Batch(
        name=name,
        month=month,
        seed=seed,
        picks=picks,
        cards=made,
        files=files,
        label_stock=desk.label.name,
        next_label=labels.next_start(start, len(made), desk.label),
        problems=[*desk.problems, *picks.problems, *worded.problems, *misfits],
    )


Writing = tuple[Note, Written, tuple[str, ...]]


def _write(desk: Desk, notes: Sequence[Note], key: str) -> tuple[list[Writing], list[Pick], list[Problem]]:
    """The notes in the hand with their addresses; the picks that cannot be written, and why."""
    written: list[Writing] = []
    held: list[Pick] = []
    problems: list[Problem] = []
    for note in notes:
        customer = note.pick.customer
        try:
            lines = envelope_lines(note, desk.settings)
            labels.check(lines, desk.label)
            envelopes.check(lines, desk.envelope)
            taken, each = _fitting(desk, note, f"{key} {customer.customer_id} {note.pick.occasion}")
            written.append((taken, each, lines))
        except BadValue as bad:
            held.append(replace(note.pick, outcome=Outcome.HELD, reason=f"{bad.message} {bad.remedy}".strip()))
            message = f"The card for {customer.name}: {bad.message}"
            problems.append(Problem(customer.place, message, bad.remedy, Level.WARNING))
    return written, held, problems


def _fitting(desk: Desk, note: Note, key: str) -> tuple[Note, Written]:
    """The note as the hand writes it, in its shorter form if the whole does not fit."""
    width, height = desk.card.writing_box
    space = desk.settings.card.signature == "space"
    try:
        return note, desk.hand.write(note, width, height, key, desk.settings.card.x_height_points, space)
    except BadValue:
        if note.shorter is None:
            raise
        return note.shorter, desk.hand.write(
            note.shorter, width, height, key, desk.settings.card.x_height_points, space
        )


def envelope_lines(note: Note, settings: Settings) -> tuple[str, ...]:
    """The whole address: the name, the firm if it is not the name, and the address by the custom of its country."""
    customer = note.pick.customer
    firm = [customer.company] if customer.company and customer.company != note.envelope_name else []
    return (note.envelope_name, *firm, *postal_lines(customer.address, settings.business.country))


def _abroad(note: Note, desk: Desk) -> bool:
    home = desk.settings.business.country
    return (note.pick.customer.address.country or home) != home


def _fonts(hand: Hand, written: Sequence[Written]) -> dict[str, EmbeddableFont]:
    """The fonts that the cards name, each with the letters that are on some card."""
    codes: dict[str, frozenset[int]] = {}
    for each in written:
        for name, used in each.codes.items():
            codes[name] = codes.get(name, frozenset()) | used
    return {name: hand.font(name, used) for name, used in sorted(codes.items())}


def _held(picks: Picks, held: Sequence[Pick]) -> Picks:
    """The picks with some of the cards held after all."""
    by_place = {pick.customer.place: pick for pick in held}
    return replace(picks, picks=[by_place.get(pick.customer.place, pick) for pick in picks.picks])


def publish(batch: Batch, desk: Desk, folder: Folder, at: str) -> tuple[Path, bool]:
    """Write the batch into its folder, and into the history what is planned; whether anything was new.

    The history comes first, and the folder last and whole: a run that is stopped in between is made good by the next.
    """
    target = folder.out / batch.name
    contents = {name: file.data for name, file in batch.files.items()}
    contents["batch.json"] = batch.as_json().encode()
    contents["review.html"] = _review(batch, desk, folder).encode()
    events = [*history.plan(desk.past, batch.name, batch.events(at)), *_label_event(batch, desk.past, at)]
    if not events and _holds(target, contents):
        return target, False
    ensure_writable(folder.out)
    ensure_writable(folder.history)
    with staged(target) as new:
        for name, content in contents.items():
            (new / name).write_bytes(content)
        history.write_events(folder.history, f"{at}-planned-{batch.name}", events)
    return target, True


def _review(batch: Batch, desk: Desk, folder: Folder) -> str:
    """The review page, with a picture of every card as it will be printed."""
    printed = batch.files.get("cards.pdf")
    pictures = card_pictures(printed.data, windows(printed, desk.card)) if printed else []
    shown = [
        ReviewCard(
            number=card.number,
            note=card.note,
            envelope=card.envelope,
            abroad=_abroad(card.note, desk),
            page=card.spot.page,
            picture=picture,
        )
        for card, picture in zip(batch.cards, pictures, strict=True)
    ]
    review = Review(
        business=desk.settings.business.name,
        picks=batch.picks,
        cards=shown,
        spreadsheet=folder.customers.name,
        files=[PrintFile(name, file.pages, file.paper) for name, file in batch.files.items()],
        problems=batch.problems,
        remarks=desk.book.remarks,
        is_sample=folder.is_sample,
    )
    return render(review)


def _label_event(batch: Batch, past: Past, at: str) -> list[Event]:
    """How much of the open label sheet is left once this batch is printed."""
    if not batch.cards or past.next_label(batch.label_stock) == batch.next_label:
        return []
    event = Event(kind=Kind.LABELS, at=at, batch=batch.name, stock=batch.label_stock, next_label=batch.next_label)
    return [event]


def _holds(folder: Path, contents: Mapping[str, bytes]) -> bool:
    """Whether a folder has exactly these files."""
    if not folder.is_dir() or {path.name for path in folder.iterdir()} != set(contents):
        return False
    return all((folder / name).read_bytes() == content for name, content in contents.items())
