"""What the page of the spreadsheet shows: what was understood of it, and what is to be mended, the worst first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notes import reading
from notes.changes import Send
from notes.checking import asked_about_details, in_doubt
from notes.customers import Book, Understanding
from notes.desk.card_views import as_sentence
from notes.desk.month import Desk, Loaded
from notes.files import name_of
from notes.language.numbers import counted
from notes.problems import Level, Problem, Unusable, told_once
from notes.reading.tables.meanings import known_fields
from notes.reading.understanding import how_sure, spoken
from notes.review.page import by_file
from notes.settings import Settings
from notes.settings_file import read_settings

HOW_GRAVE = {Level.ERROR: "please mend", Level.WARNING: "worth a look", Level.NOTICE: "just so you know"}


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column: where it is, its header, some of its values, the field it was taken for and how surely."""

    sheet: str
    header: str
    values: str
    field: str
    spoken: str
    how_sure: str
    can_be_settled: bool


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A problem: how grave it is, for the style and in words, where it is, what is wrong and what to do.

    `setting` is where the page of the settings has it, if it is one.
    """

    level: str
    grave: str
    file: str
    place: str
    setting: str
    message: str
    remedy: str


@dataclass(frozen=True, kw_only=True)
class SpreadsheetView:
    """The whole page; `problems` by file. `asks_order` where the dates do not tell whether month or day comes first."""

    file: str
    count: str
    remarks: Sequence[str] = ()
    doubtful: Sequence[ColumnView] = ()
    sure: Sequence[ColumnView] = ()
    unused: Sequence[ColumnView] = ()
    fields: Sequence[tuple[str, str]] = ()
    problems: Sequence[tuple[str, Sequence[ProblemView]]] = ()
    asks_order: bool = False
    is_sample: bool = False


def spreadsheet(desk: Desk) -> SpreadsheetView:
    """What is known of the spreadsheet, also where the month cannot be made of it."""
    book, settings, problems = _read(desk)
    folder, typed = desk.office.folder, desk.office.typed
    view = SpreadsheetView(
        file=name_of(folder.customers),
        count="",
        problems=[(file, [problem_view(one, typed) for one in those]) for file, those in by_file(problems)],
        is_sample=folder.is_sample,
    )
    return _with_columns(view, book, settings) if book else view


def book_of(desk: Desk) -> Book | None:
    """The book, if anything can be read of it."""
    return _read(desk)[0]


def _read(desk: Desk) -> tuple[Book | None, Settings, Sequence[Problem]]:
    with desk.turn:
        if desk.loaded:
            inputs, today = desk.loaded.proposed.inputs, desk.loaded.proposed.today
            asked = asked_about_details(inputs.library, inputs.settings, inputs.book, inputs.past, today)
            told = [*inputs.problems, *desk.loaded.proposed.problems, *asked]
            return inputs.book, inputs.settings, _unanswered(desk.loaded, told)
        folder = desk.office.folder
        settings, wrong = read_settings(folder.settings)
        try:
            book = reading.read_book(folder.customers, settings, today=desk.office.now().date())
        except Unusable as refused:
            return None, settings, list(dict.fromkeys([*desk.troubles, *wrong, *refused.problems]))
        return book, settings, list(dict.fromkeys([*desk.troubles, *wrong, *book.problems]))


def _with_columns(view: SpreadsheetView, book: Book, settings: Settings) -> SpreadsheetView:
    doubtful = in_doubt(book, settings)
    settled = {header for _, header in book.settled_columns}

    def columns(those: Sequence[Understanding]) -> list[ColumnView]:
        return [_column(one, settled) for one in those]

    orders = 0 if book.orders is None else len(book.orders)
    counts = [(len(book.customers), "customer"), (len(book.milestones), "milestone"), (orders, "order")]
    return SpreadsheetView(
        file=view.file,
        count=", ".join(counted(number, what) for number, what in counts if number),
        remarks=book.remarks,
        doubtful=columns(doubtful),
        sure=columns([one for one in book.understood if one.field and one not in doubtful]),
        unused=columns([one for one in book.understood if not one.field]),
        fields=sorted(((name, spoken(name)) for name in known_fields()), key=lambda one: one[1].casefold()),
        problems=view.problems,
        asks_order=book.asks_order,
        is_sample=view.is_sample,
    )


def _column(one: Understanding, settled: set[str]) -> ColumnView:
    return ColumnView(
        sheet=one.sheet or "",
        header=one.header,
        values=" · ".join(one.values),
        field=one.field,
        spoken=spoken(one.field) if one.field else "",
        how_sure=how_sure(one),
        can_be_settled=one.header in settled or not one.field,
    )


def problem_view(one: Problem, typed: Callable[[str], str]) -> ProblemView:
    place, message = one.place, one.message if str(one.place) else as_sentence(one.message)
    setting = f"s-{place.key.replace('.', '-')}" if place.key and "." in place.key else ""
    return ProblemView(
        one.level.value, HOW_GRAVE[one.level], place.file, str(place), setting, message, typed(one.remedy)
    )


def to_look_at(desk: Desk, least: Level = Level.WARNING) -> int:
    """How many things in the files want somebody to look, and matter at least so much."""
    if not desk.loaded:
        return 0
    problems = [*desk.loaded.proposed.inputs.problems, *desk.loaded.proposed.problems]
    levels = list(Level)
    found = told_once(_unanswered(desk.loaded, problems))
    return sum(levels.index(one.level) >= levels.index(least) for one in found)


def _unanswered(at: Loaded, problems: Sequence[Problem]) -> Sequence[Problem]:
    """The problems without the questions that were answered at the desk: a card goes all the same."""
    let_go = [pick.customer for one, pick in at.picks.items() if at.of(one).send is Send.YES]
    places = {hold.place for customer in let_go for hold in customer.holds}
    return [one for one in problems if one.place not in places]
