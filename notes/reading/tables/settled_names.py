"""Settled names: which columns of names are whose, by their cells and by those beside them."""

import re
from typing import TYPE_CHECKING

from notes.language.folding import squashed
from notes.language.texts import word_set
from notes.reading.tables.columns import cell_of
from notes.reading.tables.parts import Whose, is_of_parents, parts_of, words_of_header
from notes.reading.tables.times import time_of_name
from notes.reading.values.name_likeness import has_a_given_name, is_like_a_name

if TYPE_CHECKING:
    from notes.reading.tables.recognition import Recognition

_OF_A_PERSON = re.compile(
    r"(?:[^\W\d_][\w'’-]+,\s*)?(?:(?:mr|mrs|ms|miss|dr|capt|col|rev|sir|lady)\b\.?\s+(?:and |& )?)+[^\W\d_]|"
    r"(?:[^\W\d_]\.?\s+(?:& |and )?){1,3}[^\W\d_]{2}",
    re.IGNORECASE,
)
_INITIALS = word_set(
    "initials initial init inits voorletters voorletter voorl initialen initiales iniciali iniciais inicialy"
)

NAMES_OF_ADULTS = ("name", "first_name", "last_name", "display_name", "contact")


def settle_names(found: "Recognition") -> None:
    """A name beside first names is the last name, unless it has the first name in it or is the firm’s."""
    if found.kind != "customers":
        return
    _settle_couples(found)
    _settle_second(found)
    _settle_wholes(found)
    _settle_two_wholes(found)
    _settle_accounts(found)
    fields = found.fields
    name = fields.get("name", fields.get("display_name"))
    if name is None or ("first_name" in fields) == ("last_name" in fields):
        return
    if "last_name" in fields:
        _first_beside_last(found, name)
        return
    both = found.pairs(fields["first_name"], name)
    if both and not any(squashed(first) in squashed(whole) for first, whole in both):
        fields.pop("name" if "name" in fields else "display_name")
        fields["last_name"] = name


def settle_former(found: "Recognition") -> None:
    """“Name now” beside “Name in school”: the one since, and where nothing stands below it, the one they always had."""
    if found.kind != "customers":
        return
    times = {column: time_of_name(header) for column, header in enumerate(found.read_as) if header}
    then = next((column for column, time in times.items() if time == "then"), None)
    now = next((one for one, time in times.items() if time == "now" and found.fits(one, "name")), None)
    field = "last_name" if "first_name" in found.fields else "name"
    if now is None:
        if then is not None and not NAMES_OF_ALL & found.fields.keys():
            _give(found, field, then)
        return
    usual = found.fields.get(field) if then is None else then
    _give(found, field, now)
    if usual is not None and usual != now:
        _give(found, f"{field}_now", now)
        _give(found, field, usual)


NAMES_OF_ALL = frozenset(["name", "first_name", "last_name", "display_name", "contact", "company", "envelope"])


def _give(found: "Recognition", field: str, column: int) -> None:
    """A column to a field, whatever else either was taken for."""
    found.fields = {name: one for name, one in found.fields.items() if one != column} | {field: column}
    found.others.pop(column, None)
    found.taken.add(column)


def _settle_couples(found: "Recognition") -> None:
    """“Bride” and “Groom” above first names are those of both."""
    fields = found.fields
    if "second_name" not in fields or {"first_name", "last_name"} & fields.keys():
        return
    one = next((column for column in sorted(found.taken) if _is_bare_first(found, column)), None)
    if one is None or one in found.others:
        return
    for name in [name for name in ("name", "display_name", "company", "contact") if name in fields]:
        del fields[name]
    fields["name"] = one


def _settle_second(found: "Recognition") -> None:
    """A “2nd name” beside whole names is that of a second person, and no last name."""
    last = found.fields.get("last_name")
    if last is None or words_of_header(found.read_as[last]) != ("second", "name") or "first_name" in found.fields:
        return
    if {"name", "display_name"} & found.fields.keys() and "second_name" not in found.fields:
        found.rename("last_name", "second_name")


def _is_bare_first(found: "Recognition", column: int) -> bool:
    parts = parts_of(found.read_as[column], found.scene)
    return parts.whose is Whose.FIRST and not parts.rest


def _settle_wholes(found: "Recognition") -> None:
    """A column of first or last names that has whole ones is that of the name."""
    fields = found.fields
    if "first_name" in fields and "last_name" in fields:
        both = found.pairs(fields["first_name"], fields["last_name"])
        repeat = sum(squashed(first) in squashed(last) and " " in last for first, last in both)
        if repeat * 2 > len(both):
            found.rename("last_name", "name")
            if (other := found.another("last_name")) is not None:
                fields["last_name"] = other
                found.taken.add(other)
        return
    lone = next((one for one in ("first_name", "last_name") if one in fields), "")
    if lone and "name" not in fields and ("display_name" not in fields or lone == "first_name"):
        texts = [text for row in found.some if (text := cell_of(row, fields[lone]))]
        wholes = [text for text in texts if is_like_a_name(text) and " " in text]
        if len(wholes) * 10 >= len(texts) * 6 and sum(map(has_a_given_name, wholes)) * 5 >= len(wholes) > 0:
            found.rename(lone, "name")


def _settle_two_wholes(found: "Recognition") -> None:
    """Of two columns of whole names, the one that also has firms is how the customer is called on the list."""
    fields = found.fields
    if "name" not in fields or {"display_name", "first_name", "last_name", "company"} & fields.keys():
        return
    other = found.another("name")
    if other is not None and any(one != two for one, two in found.pairs(fields["name"], other)):
        fields["display_name"] = other
        found.taken.add(other)


def _settle_accounts(found: "Recognition") -> None:
    """Accounts beside contacts are of people, and not of firms, where most have a title or an initial."""
    fields = found.fields
    shown = fields.get("display_name")
    is_contact = shown is not None and "contact" in words_of_header(found.headers[shown])
    if "company" not in fields or {"name", "first_name"} & fields.keys() or not ("contact" in fields or is_contact):
        return
    if shown is not None and not is_contact:
        return
    texts = [text for row in found.some if (text := cell_of(row, fields["company"]))]
    if sum(bool(_OF_A_PERSON.match(text)) for text in texts) * 10 >= 6 * len(texts) > 0:
        found.rename("company", "name")
        if is_contact and "contact" not in fields:
            found.rename("display_name", "contact")


def _first_beside_last(found: "Recognition", name: int) -> None:
    """A name beside last names is the first name, unless it has the last name in it."""
    both = found.pairs(found.fields["last_name"], name)
    if both and sum(squashed(last) in squashed(whole) for last, whole in both) * 4 < len(both):
        found.fields.pop("name" if "name" in found.fields else "display_name")
        found.fields["first_name"] = name


def settle_pupils(found: "Recognition") -> None:
    """Where many pupils have no parent beside them, the list is of the pupils, and their parents are somebody else.

    The birthdays, the start and the remarks are theirs then.
    """
    adults = [name for name in NAMES_OF_ADULTS if name in found.fields]
    children = [column for column, whose in found.others.items() if whose is Whose.CHILD]
    children += [found.fields["child"]] if "child" in found.fields else []
    pupils = [column for column in children if _are_wholes(found, column)]
    if found.kind != "customers" or len(adults) != 1 or len(pupils) != 1:
        return
    parent, pupil = found.fields[adults[0]], pupils[0]
    if not is_of_parents(found.read_as[parent]):
        return
    lone = sum(not cell_of(row, parent) for row in found.rows if cell_of(row, pupil))
    if lone * _FEW < len(found.rows):
        return
    del found.fields[adults[0]]
    found.others.pop(pupil, None)
    found.fields = {name: column for name, column in found.fields.items() if column != pupil} | {"name": pupil}
    found.others[parent] = Whose.OTHER


_FEW = 4  # one row in so many


def _are_wholes(found: "Recognition", column: int) -> bool:
    texts = [cell_of(row, column) for row in found.rows]
    return bool(texts) and sum(" " in text and is_like_a_name(text) for text in texts) * 10 >= len(texts) * 9


def settle_initials(found: "Recognition") -> None:
    """Initials beside last names are all that is known of the first ones."""
    if "first_name" in found.fields or "last_name" not in found.fields:
        return
    for column, header in enumerate(found.read_as):
        if column not in found.taken and {*words_of_header(header)} & _INITIALS and found.look(column).filled:
            found.fields["first_name"] = column
            found.taken.add(column)
            return


def settle_partner(found: "Recognition") -> None:
    """A partner between the first and the last name is one of two who share it."""
    fields = found.fields
    if not {"first_name", "last_name", "partner"} <= fields.keys() or "second_first_name" in fields:
        return
    if fields["first_name"] < fields["partner"] < fields["last_name"]:
        found.rename("partner", "second_first_name")


def settle_owner(found: "Recognition") -> None:
    """A lone “Owner” beside firms and contacts, or a few names again and again, is one of the business’s people."""
    column = found.fields.get("display_name")
    if found.kind != "customers" or column is None or column not in found.doubtful:
        return
    looks = found.look(column)
    comes_again = looks.filled > 3 and looks.distinct * 3 < looks.filled
    is_owner = words_of_header(found.headers[column]) == ("owner",)
    others = {"contact", "company", "name", "first_name"} & found.fields.keys()
    if others and ("contact" in others or comes_again) and (is_owner or comes_again):
        del found.fields["display_name"]
        found.others[column] = Whose.STAFF
