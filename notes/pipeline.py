"""From the spreadsheet to the printed page: gather does all reading, compose decides, publish does all writing."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, repeat
from pathlib import Path
from shutil import copyfile
from time import monotonic
from typing import TYPE_CHECKING

from notes import changes, history, layout, parts, picking, reading, stack, wording, writing
from notes.backup import last_backup
from notes.batch import Batch
from notes.batch_folder import AGAINST
from notes.changes import Decided, Records, read_records
from notes.customers import Book
from notes.files import AWAY, FETCH, away_in, name_of
from notes.folders import Folder, ensure_writable
from notes.history import Event, Kind, Past
from notes.inputs import Inputs, check_start, check_texts, coarse, front_of, open_hands, papers, press_of, without_words
from notes.language.days import month_and_year
from notes.language.locales import listed
from notes.language.numbers import counted
from notes.layout import Layout
from notes.paper.pieces import FileKind
from notes.paper.press_files import BLEED
from notes.paper.printer_profiles import read_printers
from notes.paper.stocks import read_stocks
from notes.picking import Greeting, gifts
from notes.problems import Level, Place, Problem, Unusable
from notes.proposing import Proposed, answered, batch_to_make, held, propose
from notes.remembered import against, ensure_remembering, here, remembered
from notes.resources import TEMPLATES
from notes.review.calendar import FILE as CALENDAR
from notes.review.calendar import post_calendar
from notes.review.contents import PrintFile, Review, ReviewCard
from notes.review.page import render
from notes.review.pictures import card_pictures, windows
from notes.settings import Settings
from notes.signers import unexplained
from notes.stack import Stack
from notes.staging import recover, staged
from notes.wording.note import Note
from notes.workbook.plan import FILE as PLAN

if TYPE_CHECKING:
    from notes.drafting.drafting import Standard

LEGIBLE = Problem(
    Place("notes.toml", key="envelope.hand"),
    "the post office’s machines read plain type best; some of these envelopes may be sorted by hand and arrive later.",
    "Leave it empty to be safe.",
    Level.WARNING,
)
NO_RETURN = Problem(
    Place("notes.toml", key="business.return_address"),
    "the envelopes have no return address.",
    'Write it line by line, like return_address = ["Miter & Moss", "4 Mill Lane", "Troy NY 12180"], under [business].',
    Level.WARNING,
)
NOT_OURS = "It is read where it is. A backup does not have it."
OURS = {
    *(kind.value for kind in FileKind),
    "review.html",
    "batch.json",
    AGAINST,
    PLAN,
    CALENDAR,
}  # what a run makes anew in the month's folder


def gather(
    folder: Folder,
    settings: Settings,
    cache: Path,
    today: date,
    known: Callable[[Book, Past, Records], None] | None = None,
) -> Inputs:
    """Read everything; `known` is told the customers, the history and what was decided as soon as these are read.

    Raises:
        Unusable: one of the person's files cannot be used at all, or a setting names something that does not exist.
    """
    book = reading.read_book(folder.customers, settings, today=today)
    if not book.customers:
        nobody = Problem(Place(folder.customers.name), "there are no customers in it.", "Write one into each row.")
        raise Unusable((*book.problems, nobody))
    past, torn = remembered(folder)
    anew = picking.renumbered(book, past)
    past = Past.of([*past.events, *anew.events]) if anew.events else past
    records = read_records(folder.out)
    if known:
        known(book, past, records)
    library, unfit = wording.read_wordings([TEMPLATES, folder.own("templates")], settings.occasions)
    stocks, crooked = read_stocks(folder.own("stocks.toml"))
    unsaid = [] if settings.business.return_address else [NO_RETURN]
    unsaid += unexplained(book.customers, settings)
    unsaid += [LEGIBLE] if settings.envelope.hand else []
    unsaid += _from_elsewhere(folder, settings) + without_words(settings, library) + _away(folder)
    ways, unknown = read_printers(folder.own("printers.toml"))
    drafted = _drafted(folder) if settings.writer.address else {}
    hands, broken = open_hands(folder, settings, cache, records.hands)
    card, label, envelope = papers(stocks, settings)
    check_texts(settings, hands, card, envelope)
    check_start(settings, label)
    usual = hands[settings.card.hand]
    front = front_of(folder, settings, card, usual)
    for_shop = front_of(folder, settings, card, usual, BLEED) if settings.card.print_shop else None
    return Inputs(
        settings=settings,
        book=book,
        past=past,
        library=library,
        hands=hands,
        card=card,
        label=label,
        envelope=envelope,
        front=front,
        front_for_shop=for_shop,
        press=press_of(folder, settings),
        ways=ways,
        problems=[*unsaid, *book.problems, *torn, *anew.problems, *unfit, *crooked, *unknown, *broken, *coarse(front)],
        records=records,
        renumbered=anew.events,
        drafted=drafted,
    )


def _drafted(folder: Folder) -> Mapping[str, Sequence[str]]:
    from notes.drafting.kept import read_all

    return read_all(folder.out).by_brief


def _from_elsewhere(folder: Folder, settings: Settings) -> list[Problem]:
    """The files of another folder that the settings name: on purpose, but no backup has them."""
    named = {"card.front": settings.card.front, "card.back": settings.card.back, "source.file": settings.source.file}
    return [
        Problem(Place("notes.toml", key=key), f"“{file}” is not in {folder.home.name}/.", NOT_OURS, Level.NOTICE)
        for key, file in named.items()
        if file and Path(file).is_absolute()
    ]


def _away(folder: Folder) -> list[Problem]:
    """The person's words and fonts that a service keeps elsewhere, so that they are not used."""
    return [
        Problem(Place(f"{name}/{name_of(path)}"), f"{AWAY}, so it is not used.", FETCH, Level.WARNING)
        for name in ("templates", "fonts", "hands")
        for path in away_in(folder.own(name))
    ]


def take_in_plan(folder: Folder, month: str, greeting: Greeting | None = None) -> Sequence[Problem]:
    """Keep what was changed in the plan.xlsx of the batch that is made; what of it cannot be used is told.

    Raises:
        Unusable: what was decided before cannot be read.
    """
    past, _ = remembered(folder)
    hands, _ = writing.read_hands(folder.own("fonts"), folder.own("hands"))
    return changes.take_in(folder.out / batch_to_make(past, month, greeting), hands)


def compose(inputs: Inputs, month: str, today: date, seed: int, greeting: Greeting | None = None) -> Batch:
    """What a month's cards are, or those of a greeting: the same inputs, month, day and seed give the same bytes."""
    proposed = proposed_month(inputs, month, today, seed, greeting)
    return made(proposed, proposed.decided(inputs.records))


def proposed_month(inputs: Inputs, month: str, today: date, seed: int, greeting: Greeting | None = None) -> Proposed:
    """What the program suggests for a month, and beside it what a writer of the person's own has drafted."""
    proposed = propose(inputs, month, today, seed, greeting)
    return proposed if greeting else with_drafts(proposed)


def with_drafts(proposed: Proposed) -> Proposed:
    """The month, with what a writer of the person's own has drafted beside what the program suggests."""
    inputs = proposed.inputs
    if not inputs.drafted:
        return proposed
    from notes.drafting import drafting
    from notes.drafting.kept import Kept

    return drafting.with_drafts(proposed, Kept(inputs.drafted), standard_of(inputs))


def draft(folder: Folder, inputs: Inputs, month: str, today: date, seed: int) -> Inputs:
    """Ask the person's own writer, if there is one, for what it has not drafted yet, and keep that beside the cards.

    Raises:
        Unusable: the drafts cannot be written.
    """
    if not inputs.settings.writer.address:
        return inputs
    from notes.drafting import drafting
    from notes.drafting.client import HttpWriter
    from notes.drafting.kept import Kept, write_kept

    proposed = propose(inputs, month, today, seed)
    kept = Kept(inputs.drafted)
    answered_now = drafting.drafts(proposed, HttpWriter(inputs.settings.writer), kept, standard_of(inputs), monotonic)
    if answered_now.kept != kept:
        of_month = {one.key for one in drafting.briefs_of(proposed).values()}
        write_kept(folder.out / proposed.name, answered_now.kept.only(of_month))
    problems = [*inputs.problems, *answered_now.problems]
    return replace(inputs, drafted=answered_now.kept.by_brief, problems=problems)


def standard_of(inputs: Inputs) -> "Standard":
    """What a draft is held to."""
    from notes.drafting.drafting import Standard
    from notes.drafting.facts import lore_of

    covers = inputs.hands[inputs.settings.card.hand].covers
    return Standard(wording.read_cliches([TEMPLATES]), covers, lore_of(inputs.library.phrasebook.finder))


def made(proposed: Proposed, decided: Decided) -> Batch:
    """The cards of a month as they were decided, written and laid on paper."""
    inputs, month, seed = proposed.inputs, proposed.month, proposed.seed
    start = inputs.settings.label.start or proposed.past.next_label(inputs.label.name)
    start = start if 1 <= start <= len(inputs.label.sheet) else 1  # the sheet may have had more labels than now
    written, laid = _laid(inputs, decided.notes, f"{seed} {month}", start, f"Cards for {month_and_year(month)}")
    picks = held(decided.picks, written.held)
    told = [*decided.problems, *proposed.problems, *inputs.problems, *picks.problems]
    told += gifts.told(picks.picks, proposed.past)
    return Batch(
        name=proposed.name,
        month=month,
        seed=seed,
        picks=picks,
        cards=laid.cards,
        files=laid.files,
        proof=laid.proof,
        label_stock=inputs.label.name,
        next_label=laid.next_label,
        problems=[*told, *written.problems, *laid.problems],
    )


def _laid(inputs: Inputs, notes: Sequence[Note], key: str, start: int, title: str) -> tuple[Stack, Layout]:
    """The notes written and laid on their papers, in parts where that is wanted."""
    if inputs.parting:
        return parts.lay_out(inputs, notes, key, start, title)
    written = stack.write(inputs, notes, key)
    return written, layout.lay_out(inputs, written, start, title)


def publish(
    batch: Batch, inputs: Inputs, folder: Folder, at: str, take_over: bool = False, typed: Callable[[str], str] = str
) -> tuple[Path, bool]:
    """Write the batch into its folder and the plan into the history; whether anything was new.

    The history comes first, and the folder last and whole: a run that is stopped in between is put right by the next.
    A second batch of a month is only made if there is a card in it. `typed` gives a command as it is typed here.

    Raises:
        Unusable: it cannot be written, or another computer planned cards that would be withdrawn and must not, but if
            this one is to `take_over`.
    """
    target = folder.out / batch.name
    if not batch.cards and batch.name != batch.month:
        return target, False
    if not take_over and (elsewhere := planned_elsewhere(batch, inputs.past, folder)):
        raise Unusable([_asked_once(batch.name, elsewhere)])
    events = [
        *(replace(one, at=at) for one in inputs.renumbered),
        *_made(batch, inputs.past, at),
        *history.plan(inputs.past, batch.name, batch.events(at)),
        *_label_event(batch, inputs.past, at),
        *_answers(batch, inputs, at),
    ]
    run_id = f"{at}-planned-{batch.name}"
    contents: dict[str, bytes | Path] = {file.name: file.kept or file.data for file in batch.files}
    contents["batch.json"] = batch.as_json().encode()
    contents[AGAINST] = (
        against(folder, batch.name, history.file_name(run_id, events) if events else "").as_json().encode()
    )
    contents[PLAN] = changes.plan_of(batch.picks, [card.note for card in batch.cards])
    if batch.cards:
        contents[CALENDAR] = post_calendar(batch.name, [(card.number, card.note.pick) for card in batch.cards])
    contents["review.html"] = _review(batch, inputs, folder, typed).encode()
    ours = _ours(target)
    recover(target, ours)  # what a person has put there does not wait in a hidden folder for the next change
    if not events and _holds(target, contents, ours):
        return target, False
    ensure_writable(folder.out)
    ensure_remembering(folder)
    with staged(target, ours) as new:
        for name, content in contents.items():
            if isinstance(content, Path):
                copyfile(content, new / name)
            else:
                (new / name).write_bytes(content)
        history.write_events(folder.history, run_id, events)
    return target, True


def _ours(target: Path) -> set[str]:
    """The names of our files in a batch's folder, those of parts among them, whether it is whole or stepped aside."""
    found = {path.name for path in (*target.glob("*.pdf"), *target.parent.glob(f".{target.name}.old/*.pdf"))}
    return OURS | {name for name in found if FileKind.is_name(name)}


def planned_elsewhere(batch: Batch, past: Past, folder: Folder) -> Sequence[Event]:
    """The cards that would be withdrawn though this computer did not make them: they may be printed on another one."""
    made, wanted = here(folder, batch.name), {event.card for event in batch.events("")}
    cards = [card for card in past.of_batch(batch.name) if card.kind is Kind.PLANNED and card.card not in wanted]
    return [card for card in cards if (card.customer_id, card.occasion) not in made]


def _asked_once(batch: str, cards: Sequence[Event]) -> Problem:
    names = listed([f"{card.number} {card.name}" for card in cards[:5]])
    what = f"{counted(len(cards), 'card')} of {batch} that {'is' if len(cards) == 1 else 'are'} no longer in the plan"
    return Problem(
        Place("history"),
        f"another computer planned {what}: {names}.",
        f"If they were printed there, say there first that they are posted: notes sent --month {batch}\n"
        f"If not, take the month over here: notes cards --month {batch[:7]} --take-over",
    )


def _review(batch: Batch, inputs: Inputs, folder: Folder, typed: Callable[[str], str]) -> str:
    """The review page, with a picture of every card as it will be read."""
    ink = inputs.hands[inputs.settings.card.hand].spec.ink
    pictures = card_pictures(batch.proof.data, windows(batch.proof, inputs.card), ink=ink) if batch.proof else []
    review = Review(
        business=inputs.settings.business.name,
        picks=batch.picks,
        cards=[
            ReviewCard(
                number=card.number,
                note=card.note,
                envelope=card.envelope,
                abroad=card.abroad,
                page=card.spot.page,
                picture=picture,
            )
            for card, picture in zip(batch.cards, chain(pictures, repeat(b"")), strict=False)
        ],
        spreadsheet=name_of(folder.customers),
        files=[PrintFile(one.name, one.pages, one.paper, one.kind is FileKind.LABELS) for one in batch.files],
        problems=batch.problems,
        remarks=inputs.book.remarks,
        is_sample=folder.is_sample,
        backup="" if folder.is_sample else last_backup(folder),
        batch=batch.name,
        typed=typed,
    )
    return render(review)


def _made(batch: Batch, past: Past, at: str) -> list[Event]:
    """That the month was decided, where there is no card to tell of it."""
    if batch.cards or any(event.kind is Kind.MADE and event.batch == batch.name for event in past.events):
        return []
    return past.following([Event(kind=Kind.MADE, at=at, batch=batch.name, month=batch.month)])


def _label_event(batch: Batch, past: Past, at: str) -> list[Event]:
    """How much of the open label sheet is left once this batch is printed."""
    if not batch.cards or past.next_label(batch.label_stock) == batch.next_label:
        return []
    event = Event(kind=Kind.LABELS, at=at, batch=batch.name, stock=batch.label_stock, next_label=batch.next_label)
    return past.following([event])


def _answers(batch: Batch, inputs: Inputs, at: str) -> list[Event]:
    """What the person answered under “OK to write”, each with the words of the cell."""
    given = picking.new_answers(answered(inputs.book, inputs.records.answers(batch.name)), inputs.past)
    events = [
        Event(
            kind=Kind.CLEARED,
            at=at,
            batch=batch.name,
            customer_id=one.customer.customer_id,
            matter=one.words,
            answer=one.answer,
        )
        for one in given
    ]
    return inputs.past.following(events)


def _holds(folder: Path, contents: Mapping[str, bytes | Path], ours: Collection[str]) -> bool:
    """Whether a folder has exactly these files of ours."""
    if not folder.is_dir() or {path.name for path in folder.iterdir()} & set(ours) != set(contents):
        return False
    return all(
        (folder / name).read_bytes() == (content.read_bytes() if isinstance(content, Path) else content)
        for name, content in contents.items()
    )
