"""Settled columns: what days, numbers and animals’ columns are, by their cells and by those beside them."""

from typing import TYPE_CHECKING

from notes.language.answers import is_still_so, is_yes
from notes.language.headers import header_of
from notes.language.texts import word_set
from notes.reading.tables.columns import cell_of, is_of_a_source
from notes.reading.tables.evidence import SAMPLE
from notes.reading.tables.parts import Whose, parts_of, words_of_header
from notes.reading.tables.questions import is_asked_of_them
from notes.reading.tables.settled_names import NAMES_OF_ADULTS
from notes.reading.tables.times import ends_of_a_cycle
from notes.reading.values.name_likeness import is_like_a_name
from notes.reading.values.referrers import referrer

if TYPE_CHECKING:
    from notes.reading.tables.recognition import Recognition

_OF_VEHICLES = word_set(
    "vehicle vehicles car make model mot vin mileage odometer chassis fahrzeug kennzeichen véhicule immatriculation"
)
_OF_EVENTS = word_set("occasion event milestone birthday anlass ereignis evento ocasión")
_REGISTERED = word_set("registration registered reg built manufactured zulassung erstzulassung")
_DAY_AND_MONTH = frozenset(["birthday", "month", "day"])
_NO_DAYS_OF_ORDERS = frozenset(
    ["birthday", "born", "birth", "due", "expires", "expiry", "until", "end", "out", "fällig", "geburtstag", "échéance"]
)
_KEYS = frozenset(["id", "no", "nr", "number", "code", "ref", "key", "num"])  # “Chart ID”, “Friend No.”, “Envelope #”


_SECONDS = frozenset(["second_name", "second_first_name", "second_last_name"])


def settle_birthdays(found: "Recognition") -> None:
    """A second column of birthdays, of day and month perhaps, is for those of whom the first has none."""
    if {"birthday", "second_birthday"} <= found.fields.keys() and _SECONDS.isdisjoint(found.fields):
        found.rename("second_birthday", "birthday_besides")  # “His B-day” and “Her B-day” of those whom one cell names
    for column, header in enumerate(found.read_as):
        if column not in found.taken and {*words_of_header(header)} >= _DAY_AND_MONTH and "birthday" in found.fields:
            found.fields["birthday_besides"] = column
            found.taken.add(column)
            return


def settle_children(found: "Recognition") -> None:
    """In a list of children and those who bring them, a birthday that is nobody’s by its header is the child’s.

    So it is where every adult is named as a parent; where people have names of their own, it is theirs.
    """
    column = found.fields.get("birthday")
    header = "" if column is None else found.headers[column]
    if column is None or not found.scene.children or parts_of(header, found.scene).owned or is_asked_of_them(header):
        return
    named = [found.fields[name] for name in NAMES_OF_ADULTS if name in found.fields]
    of_children = any(whose is Whose.CHILD for whose in found.others.values()) or "child" in found.fields
    if of_children and all(parts_of(found.read_as[one], found.scene).owned for one in named):
        del found.fields["birthday"]
        found.others[column] = Whose.CHILD


def settle_source(found: "Recognition") -> None:
    """Where people heard of the business, some cells say from whom: “Referral - Rosa Holm”."""
    if found.kind != "customers" or "referred_by" in found.fields:
        return
    for column in range(len(found.headers)):
        is_free = column not in found.taken or column in found.aside
        if is_free and is_of_a_source(found.headers[column]) and _tells_who_sent(found, column):
            found.aside.pop(column, None)
            found.fields["referred_by"] = column
            found.taken.add(column)
            return


def _tells_who_sent(found: "Recognition", column: int) -> bool:
    return any(referrer(cell_of(row, column)) for row in found.rows)


def settle_animals(found: "Recognition") -> None:
    """That one has died, among the columns of an animal, is said of the animal."""
    for column in found.of_animals:
        if column not in found.taken and header_of(found.headers[column]).asks == "death":
            found.others[column] = Whose.ANIMAL
            found.taken.add(column)


def settle_the_dead(found: "Recognition") -> None:
    """Where a column names who has died, the birthday beside it is theirs: the list is of those whom they left."""
    named = [column for column, header in enumerate(found.read_as) if header and _names_the_dead(found, column)]
    birthday = found.fields.get("birthday")
    if found.kind != "customers" or not named or birthday is None:
        return
    if abs(birthday - named[0]) <= NEAR and not parts_of(found.read_as[birthday], found.scene).owned:
        del found.fields["birthday"]
        found.others[birthday] = Whose.OTHER


NEAR = 3  # columns


def _names_the_dead(found: "Recognition", column: int) -> bool:
    texts = [text for row in found.some if (text := cell_of(row, column))]
    are_names = sum(" " in text and is_like_a_name(text) for text in texts) * 10 >= 7 * len(texts) > 0
    return are_names and header_of(found.headers[column]).asks == "death"


def settle_cycle(found: "Recognition") -> None:
    """“First swept” beside “Last swept”, both of days, are when a customer came and was here last, whatever is done."""
    ends = ends_of_a_cycle([*found.read_as]) if found.kind == "customers" else {}
    for column, end in ends.items():
        looks = found.look(column)
        if f"{end}_purchase" not in found.fields and column not in found.taken and looks.mostly(looks.dates):
            found.fields[f"{end}_purchase"] = column
            found.taken.add(column)
            found.doubtful.add(column)


def settle_vehicles(found: "Recognition") -> None:
    """When a vehicle was registered, or an event is, is nothing of its owner."""
    column = found.fields.get("first_purchase")
    spoken = {word for header in found.headers for word in words_of_header(header)}
    is_of_events = column is not None and words_of_header(found.headers[column]) == ("date",) and spoken & _OF_EVENTS
    if column is not None and is_of_events:
        del found.fields["first_purchase"]
        found.taken.discard(column)
    elif column is not None and spoken & _OF_VEHICLES and {*words_of_header(found.headers[column])} & _REGISTERED:
        del found.fields["first_purchase"]
        found.others[column] = Whose.THING


def settle_keys(found: "Recognition") -> None:
    """Where no column is known for the customer’s number, it is the first called one that tells all apart."""
    if found.kind == "orders":
        _settle_order_numbers(found)
        _settle_status(found)
        return
    number = found.fields.get("customer_id")
    if number and words_of_header(found.headers[number]) == ("code",) and found.may_be_postal(number):
        del found.fields["customer_id"]
        found.taken.discard(number)
    if found.kind != "customers" or "customer_id" in found.fields:
        return
    for column, header in enumerate(found.headers):
        looks = found.look(column)
        of_a_door = words_of_header(header) == ("key", "number")
        is_named = (bool({*words_of_header(header)[-1:]} & _KEYS) and not of_a_door) or (
            column == 0 and looks.mostly(looks.codes)
        )
        tells_apart = looks.filled == looks.distinct == len(found.rows[:: max(1, len(found.rows) // SAMPLE)]) > 1
        is_free = column not in found.taken or column == found.fields.get("household")
        if is_free and is_named and tells_apart and not found.may_be_postal(column):
            found.fields["customer_id"] = column
            found.taken.add(column)
            found.doubtful.add(column)
            return


def settle_record(found: "Recognition") -> None:
    """How a record stands is how the customer does, where its number is theirs: “Card Status” beside “Card ID”."""
    number = found.fields.get("customer_id")
    if found.kind != "customers" or number is None or "status" in found.fields:
        return
    record = words_of_header(found.headers[number])[:-1]
    for column, header in enumerate(found.read_as):
        is_other = column not in found.taken or found.others.get(column) is Whose.THING
        if record and is_other and words_of_header(header) == (*record, "status") and _tells_a_state(found, column):
            found.others.pop(column, None)
            found.fields["status"] = column
            found.taken.add(column)
            return


def _tells_a_state(found: "Recognition", column: int) -> bool:
    """Whether somebody is “Active”, “Current” or “Open” in a column, and nobody only “Y” or “No”."""
    texts = [text for row in found.some if (text := cell_of(row, column))]
    return any(is_still_so(text) or is_yes(text) for text in texts) and all(len(text) > 3 for text in texts)


def _settle_order_numbers(found: "Recognition") -> None:
    """What is another for each of somebody’s orders is the number of the order, and not of the customer."""
    number, person = found.fields.get("customer_id"), found.fields.get("email", found.fields.get("name"))
    if number is None or person is None or number == person:
        return
    numbers: dict[str, set[str]] = {}
    for one, whose in found.pairs(number, person):
        numbers.setdefault(whose, set()).add(one)
    if any(len(those) > 1 for those in numbers.values()):
        del found.fields["customer_id"]
        found.fields["order_id"] = number


def _settle_status(found: "Recognition") -> None:
    """“State” above OH and VIC is where somebody lives, and not how the order stands."""
    column = found.fields.get("status")
    if column is None or "state" not in words_of_header(found.headers[column]):
        return
    texts = [text for row in found.some if (text := cell_of(row, column))]
    if sum(text.isupper() and len(text) <= 3 for text in texts) * 10 >= 7 * len(texts):
        del found.fields["status"]
        found.taken.discard(column)


def settle_days(found: "Recognition") -> None:
    """Where no header says when an order was, the first column of days does, if not of a birth or an end."""
    if found.kind != "orders" or "day" in found.fields or not found.rows:
        return
    for column, header in enumerate(found.headers):
        looks = found.look(column)
        is_other = not _NO_DAYS_OF_ORDERS.isdisjoint(words_of_header(header))
        if column not in found.taken and not is_other and looks.mostly(looks.dates) and not looks.mostly(looks.whole):
            found.fields["day"] = column
            found.taken.add(column)
            found.doubtful.add(column)
            return
