"""Holds of each row: every cell of every column is looked at, understood or not, with its header."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from notes.customers import Customer, CustomerId, Jotting, Milestone
from notes.holds import Hold, gravest, told, understood, way_back
from notes.language.answers import is_no, is_still_so
from notes.language.headers import Header
from notes.language.judging import judged, listen_to
from notes.language.lexicon import Kind
from notes.language.locales import month_number
from notes.language.phrases import tokens_of
from notes.language.remarks import Finding
from notes.language.signals import Part, findings, is_only_a_status, may_say
from notes.language.subjects import Who, nearest
from notes.language.texts import short
from notes.language.told_days import day_told, is_to_come
from notes.language.vocabulary import words
from notes.occasions import Occasions
from notes.problems import Level, Problem
from notes.reading.beside_cells import already_there, crossed_out, in_comments, moved_away, under_headings
from notes.reading.codes import codes_of, meant_by
from notes.reading.heard_columns import heard_columns
from notes.reading.no_customers import of_no_customers
from notes.reading.permissions import not_ticked, without_the_post
from notes.reading.tables.cells import Cells
from notes.reading.tables.parts import Whose, parts_of
from notes.reading.told_referrals import without_referrals
from notes.reading.values.dated_reasons import dated_reason
from notes.reading.values.jotted_news import is_no_news, without_news
from notes.reading.values.name_likeness import is_given_name
from notes.reading.values.told_reasons import told_reason

YEARS_AT_AN_ADDRESS = 2
KINDS_OF_A_COLUMN = 12  # a column with at most so many different values has kinds, and is told once


@dataclass(frozen=True)
class _Telling:
    """A column that may speak against a card: the texts of its rows, and what those say that are worth reading."""

    column: int
    header: Header
    part: Part
    texts: Sequence[str]
    says: Mapping[str, str]

    def above(self, text: str) -> Header:
        """The header as a cell is read below it: what alone is in capitals is a state, “STOPPED” among “6 mo”."""
        if not text.isupper() or self.header.kinds or self.header.notes or self.part is not Part.NOTE:
            return self.header
        others = [one for one in self.texts if one != text and any(map(str.isalpha, one))]
        is_alone = sum(map(str.isupper, others)) * 4 < len(others) and self.texts.count(text) * 8 <= len(self.texts)
        return replace(self.header, kinds=True) if is_alone else self.header


def read_holds(cells: Cells, names: Sequence[str]) -> list[tuple[Hold, ...]]:
    """What speaks against a card to each row; and what was understood is told."""
    found: defaultdict[int, list[Hold]] = defaultdict(list)
    columns = [*_telling(cells)]
    listen_to((one.above(text), said) for one in columns if one.part is Part.NOTE for text, said in one.says.items())
    for one in columns:
        known = {text: _judged(cells, one, text) for text in one.says}
        known.update(dict.fromkeys([*_usual(one.texts, one.header, known), *_bought_once(known)], ()))
        if not any(known.values()):
            continue
        for row, text in enumerate(one.texts):
            if known.get(text):
                place = cells.place(row, one.column)
                own = _judged(cells, one, text, names[row]) if names[row] else known[text]
                own = [] if one.header.ends and is_to_come(text, cells.today) else own
                own = [each for each in own if one.header.asks or not _is_long_ago(each, cells.today)]
                own = [] if one.part is Part.NAME and _is_only_a_name(text, own) else own
                own = [each for each in own if not _is_told_reason(cells, one.column, text, each)]
                own = [each for each in own if each.kind is not Kind.MOVED or not already_there(cells, row, text)]
                found[row] += [Hold.of(each, place, text) for each in own]
        if one.part is not Part.NAME:
            _tell_kinds(cells, one, known)
    beside = (
        *without_the_post(cells),
        *in_comments(cells, names),
        *crossed_out(cells),
        *under_headings(cells),
        *moved_away(replace(cells, problems=[])),
    )
    further = (*not_ticked(cells), *of_no_customers(cells), *beside)
    for row, hold in further:
        found[row].append(hold)
    return [tuple(found[row]) if row in found else () for row in range(len(cells))]


def _judged(cells: Cells, one: _Telling, text: str, name: str = "") -> Sequence[Finding]:
    """What speaks against a card in a cell, without what is understood of it: news of a day, and whom somebody sent."""
    header, said = one.above(text), one.says[text]
    found = judged(header, said, one.part, name)
    if not found or one.part is not Part.NOTE:
        return found
    rest = without_referrals(without_news(said, cells.settings.occasions))
    return found if rest == said else judged(header, rest, one.part, name)


def _telling(cells: Cells) -> Iterator[_Telling]:
    silent, legend = replace(cells, problems=[]), codes_of(cells)
    codes = {group["postal_code"] for group in cells.table.columns.addresses.values() if "postal_code" in group}
    for column, header, part in heard_columns(silent, legend):
        texts = silent.texts(column)
        meant = meant_by(texts, header, part, legend)
        different = list(filter(None, dict.fromkeys(texts)))
        if may_say("\n".join([*different, *meant.values()]), part):
            says = {text: meant.get(text, text) for text in different}
            if column in cells.table.columns.told.values():
                says = {text: _without_its_day(said, cells.settings.occasions) for text, said in says.items()}
            says = {
                text: said
                for text, said in says.items()
                if not _is_a_number_or_day(said, header)
                and may_say(said, part)
                and not (column in codes and _is_code(said))
            }
            if _are_months(different):
                says = {text: said for text, said in says.items() if not month_number(text)}
            yield _Telling(column, header, part, texts, says)


def _without_its_day(text: str, occasions: Occasions) -> str:
    """What a cell says happens, where it names the day as well: the “Dec” of “thank-you card, Dec” is a month.

    What is sad keeps its day, by which it is certain.
    """
    parts = dated_reason(text, occasions)
    return parts[1] if parts and not is_no_news(text) else text


def _are_months(texts: Sequence[str]) -> bool:
    """Whether a column has the names of months, so that its “Dec” is one as well."""
    months = {month_number(text) for text in texts} - {None}
    return len(months) > 1 and len(months) * 4 >= 3 * len(texts)


def _is_code(text: str) -> bool:
    """Whether each part of a postal code has a number: “NR18 9JW” is nobody’s initials; “44301 moved” is looked at."""
    return all(any(map(str.isdigit, part)) for part in text.split())


def with_details(customers: Sequence[Customer], jottings: Sequence[Jotting], today: date) -> Sequence[Customer]:
    """The customers with what the sheet of details says against a card, the rows of a child or an animal too."""
    found: dict[CustomerId, list[Hold]] = {}
    for one in jottings:
        for text, finding in _in_detail(one):
            if not _is_long_ago(finding, today):
                found.setdefault(one.customer_id, []).append(Hold.of(finding, one.place, text))
    if not found:
        return customers
    return [
        replace(customer, holds=(*customer.holds, *found[customer.customer_id]))
        if customer.customer_id in found
        else customer
        for customer in customers
    ]


def _is_only_a_name(text: str, findings: Sequence[Finding]) -> bool:
    """Whether somebody is only called so: Ottoline Krebs has no cancer, “The Hendersons (Mike & Ella)” no news."""
    if not findings or not {one.kind for one in findings} <= {Kind.ILLNESS, Kind.UNCLEAR}:
        return False
    before, _, within = text.partition("(")
    spoken = _NAME.findall(within or before)
    if within:
        return sum(map(is_given_name, spoken)) * 2 > len(spoken) > 1 and all(one[0].isupper() for one in spoken)
    return 1 < len(spoken) < 4 and before.replace(" ", "").isalpha() and all(one[0].isupper() for one in spoken)


def _is_told_reason(cells: Cells, column: int, text: str, finding: Finding) -> bool:
    """Whether a finding is what a cell in a column of occasions names one by: “moving house 12/12/26” is yet to come.

    A cell that names an occasion is clear enough, too, whatever it sounds like: “holiday card Dec 2026”.
    """
    is_to_move = finding.kind is Kind.MOVED and is_to_come(text, cells.today)
    is_of_reasons = column in cells.table.columns.told.values() and (finding.sounds or is_to_move)
    return is_of_reasons and told_reason(text, cells.settings.occasions) is not None


_NAME = re.compile(r"(?!(?:and|und|et|y)\b)[^\W\d_]+")


OF_MANY = 8  # cells, at least, of which many say the same


def _usual(texts: Sequence[str], header: Header, known: Mapping[str, Sequence[Finding]]) -> Iterator[str]:
    """What many rows of a column say, where that says nothing by itself: “Private” below “Class”."""
    if header.asks or header.allows or len(texts) < OF_MANY:
        return
    for text, count in Counter(filter(None, texts)).most_common(3):
        is_heard = any(one.sounds for one in known.get(text, ()))
        if (is_heard and count * 4 > len(texts)) or (is_only_a_status(text) and count * 2 > len(texts)):
            yield text


def _bought_once(texts: Collection[str]) -> list[str]:
    """“Past Client” where nobody in the column is a present one: a house is bought once, and its buyer written to."""
    past = words("standings", "bought_once")
    if not (of_the_past := [text for text in texts if text in past]):
        return []
    others = [text for text in texts if text not in past and text not in words("standings", "not_yet")]
    is_present = any(is_still_so(text) or parts_of(text).whose is Whose.CUSTOMER for text in others)
    return [] if is_present else of_the_past


_NEWS = (Kind.MOVED, Kind.CLOSED, Kind.DISPUTE, Kind.UNCLEAR)  # in such a sheet it is told to be written about


def _in_detail(one: Jotting) -> Iterator[tuple[str, Finding]]:
    """What a row of the sheet says; of whom its own column tells, and on what day, where the words do not."""
    who = nearest(tokens_of(f"{one.kind} {one.who}"))
    for text in filter(None, (one.what, one.came_of_it)):
        for finding in findings(Header(notes=True), text):
            if finding.kind in _NEWS:
                continue
            whose = (who or Who.HOUSE) if one.who and _is_theirs(finding) else finding.who
            if whose is not Who.OTHER:
                yield text, replace(finding, who=whose, on=finding.on or day_told(one.when))


def _is_theirs(finding: Finding) -> bool:
    """Whether it happened to the one whom a row is about."""
    return finding.who is Who.CUSTOMER and finding.kind in (Kind.DEATH, Kind.ILLNESS)


_NUMBER_OR_DAY = re.compile(
    r"[\s!-@]+|\d{1,2}[\s./-]?[^\W\d_]{3,4}\.?[\s./-]?\d{2,4}|"
    r"[^\W\d_]{3,4}\.?[\s./-]?\d{1,2}(?:st|nd|rd|th)?,?[\s./-]\d{4}"
)
_DAY_OF_ANY_YEAR = re.compile(  # “31 Mar”, “Dec 8”
    r"\d{1,2}(?:st|nd|rd|th)?[\s./-]*(?P<month>[^\W\d_]{3,9})\.?|(?P<first>[^\W\d_]{3,9})\.?[\s./-]*\d{1,2}(?:st|nd|rd|th)?"
)
_CLOCK = re.compile(r",?[\sT]+\d{1,2}:\d{2}.*$")


def _is_a_number_or_day(text: str, header: Header) -> bool:
    """Whether a cell is a number or a day and nothing else: “29-Dec-2017”, “31 Dec” are no deceased."""
    if header.asks or header.allows or header.ends:
        return False
    if text.isdigit():
        return True
    time = _CLOCK.search(text)
    if _NUMBER_OR_DAY.fullmatch(text[: time.start()] if time else text):
        return True
    day = _DAY_OF_ANY_YEAR.fullmatch(text)
    return day is not None and month_number(day["month"] or day["first"]) is not None


def _is_long_ago(one: Finding, today: date) -> bool:
    """Whether they moved so long ago that the address must be the one since."""
    return one.kind is Kind.MOVED and one.on is not None and one.on.year + YEARS_AT_AN_ADDRESS <= today.year


def _tell_kinds(cells: Cells, one: _Telling, known: Mapping[str, Sequence[Finding]]) -> None:
    """A column that has kinds (a status, tags, a tick) is told once, with how many rows each has and how many hold."""
    counts, header = Counter(text for text in one.texts if text), one.header
    has_kinds = (header.kinds and not header.notes) or header.asks or header.allows
    if not has_kinds or not len(counts) <= KINDS_OF_A_COLUMN:
        return
    place = cells.place(column=one.column)
    cells.kinds.add((place.sheet, place.column))
    kinds = ", ".join(f"{short(text, 30)} {count:,}" for text, count in counts.most_common())
    holds = sum(count for text, count in counts.items() if known.get(text))
    says = f"“{place.column}” has {kinds}; cards kept back: {holds:,}."
    cells.tell(says, "", Level.NOTICE, column=one.column)


def tell_holds(
    customers: Sequence[Customer],
    milestones: Sequence[Milestone],
    kinds: Set[tuple[str | None, str | None]],
    occasions: Occasions,
) -> list[Problem]:
    """Each cell that holds a card, the gravest of a row; not those of a column told once, nor a loss that is known."""
    known = {(one.customer_id, occasions[one.occasion].loss) for one in milestones if one.on}
    problems = []
    for customer in customers:
        if not customer.holds:
            continue
        holds = [one for one in customer.holds if not (one.is_a_loss and (customer.customer_id, one.loses) in known)]
        hold = gravest(holds)
        if hold and not any((one.place.sheet, one.place.column) in kinds for one in holds):
            message = f"{told(hold)}: {understood(hold)}."
            asked = Problem(hold.place, message, way_back(hold), Level.WARNING)
            problems.append(_answered(customer, asked) or asked)
    return problems


def _answered(customer: Customer, asked: Problem) -> Problem | None:
    """What was asked, where the person has said that a card may go all the same: no question any more."""
    answer = customer.ok_to_write
    if not answer or is_no(answer):
        return None
    return replace(asked, remedy=f"You have answered “{short(answer, 40)}”.", level=Level.NOTICE)
