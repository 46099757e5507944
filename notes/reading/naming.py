"""Naming: who each row is about, whom a card greets and what the envelope says, by all the columns that say it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from notes.language.folding import squashed
from notes.language.given_names import is_given
from notes.language.texts import short
from notes.language.vocabulary import words
from notes.problems import Level
from notes.reading.persons import Person, Persons
from notes.reading.places import recipients_of
from notes.reading.tables.address_headers import address_groups
from notes.reading.tables.cells import Cells
from notes.reading.tables.parts import Whose, words_of_header
from notes.reading.values import person_names
from notes.reading.values.couples import is_of_initials
from notes.reading.values.greetings import greetings
from notes.reading.values.name_likeness import is_like_a_name
from notes.reading.values.name_order import says_last_first, surname_first
from notes.reading.values.person_names import Kind, Name


def read_people(cells: Cells) -> Persons:
    """Who each row is about; where its own columns name nobody, who is named beside an address."""
    people = _people_named(cells)
    if all(people.names["name"]):
        return people
    groups = cells.table.columns.addresses
    beside = [recipients_of(cells, groups[name]) for name in address_groups() if name in groups]
    rows = zip(*beside, strict=True) if beside else [()] * len(cells)
    named = [next(filter(None, row), "") for row in rows]
    unnamed = (row for row, name in enumerate(people.names["name"]) if named[row] and not name)
    return people.with_others({row: Person(person_names.parsed(named[row])) for row in unnamed})


def _people_named(cells: Cells) -> Persons:
    wrong = Level.ERROR
    given = "first_name" in cells or "last_name" in cells
    if not given and "name" not in cells and "display_name" in cells:
        whole = _with_dittos(cells, _whole_names(cells, "display_name"))
        shown = [""] * len(cells)
    else:
        whole, shown = (
            _with_dittos(cells, _since(cells, "name", _whole_names(cells, "name"))),
            cells.field("display_name"),
        )
    columns = {name: cells.field(name, wrong if name in _NAME_PARTS else Level.WARNING) for name in _NAMING}
    if not given:
        column = next((cells.column(one) for one in ("name", "display_name") if one in cells), None)
        said = column is not None and says_last_first(words_of_header(cells.table.columns.header(column)))
        whole = list(surname_first(whole, cells.settings.business.country, said=said))
    columns |= {"name": whole, "display_name": shown, "contact": cells.field("contact")}
    if not given and "company" in cells:
        among = _people_among_firms(cells)
        whole = [one or name for one, name in zip(among, whole, strict=True)]
        columns["name"] = whole
        columns["company"] = ["" if one else firm for one, firm in zip(among, columns["company"], strict=True)]
    if "household" in cells:
        columns["name"] = _or_household(columns, cells.field("household"))
    if any(columns["envelope"]):
        columns |= _with_attention(columns)
    columns["surnames"] = [_SURNAMES * _has_two_surnames(cells)] * len(cells)
    columns["is_firm"] = _firms_by_type(cells)
    columns["last_name"] = _with_prefix(cells, _since(cells, "last_name", columns["last_name"]))
    for field in ("dear", "salutation"):
        if field in cells:
            columns[field] = greetings(columns[field], cells.settings.business.language)
    if any(columns["contact"]) and not given:
        wholes = columns["name"]
        columns["name"], columns["display_name"] = _with_contacts(columns["contact"], wholes, shown)
    _tell_pictures(cells, columns)
    if given and not any(name in cells for name in _BESIDES) and not any(columns["name"]):
        return _with_two_names(columns["first_name"], columns["last_name"], columns["company"])
    fields = list(columns)
    known: dict[tuple[str, ...], Person] = {}
    people = []
    for parts in zip(*columns.values(), strict=True):
        if parts not in known:
            known[parts] = _person(dict(zip(fields, parts, strict=True)))
        people.append(known[parts])
    return Persons.of(people)


def _with_two_names(firsts: Sequence[str], lasts: Sequence[str], companies: Sequence[str]) -> Persons:
    """Who has a first and a last name, and a firm perhaps; who has not both, or no plain ones, is looked at alone."""
    wholes = person_names.plainly_named(firsts, lasts)
    others = (row for row, whole in enumerate(wholes) if not whole) if not all(wholes) else ()
    return Persons.plain(firsts, lasts, wholes, companies).with_others(
        {row: _person_of(firsts[row], lasts[row], companies[row]) for row in others}
    )


def _since(cells: Cells, field: str, names: Sequence[str]) -> Sequence[str]:
    """The names, each as somebody is called now, where another column says so; a last name alone behind the first."""
    if f"{field}_now" not in cells:
        return names
    pairs = zip(names, cells.field(f"{field}_now"), strict=True)
    return [_renamed(name, now, field) if now and now.casefold() not in _UNCHANGED else name for name, now in pairs]


def _renamed(name: str, now: str, field: str) -> str:
    first = person_names.parsed(name).first if field == _WHOLE and " " not in now else ""
    return f"{first} {now}" if first else now


_WHOLE = "name"
_UNCHANGED = frozenset(
    ["same", "as before", "unchanged", "no change", "same as before", "n/c", "s/a", "ditto", '"', "''", "〃", "-", "–",
     "n/a", "none", "gleich", "unverändert", "idem", "inchangé", "igual", "uguale", "samma", "samme", "hetzelfde"]
)  # fmt: skip


def _people_among_firms(cells: Cells) -> Sequence[str]:
    """The people under “Ragione sociale”, where it stands above everybody: who has a given name is no firm."""
    column = cells.column("company")
    header = {*words_of_header(cells.table.columns.header(column or 0))}
    if _OF_EVERYBODY.isdisjoint(header) or "name" in cells or "display_name" in cells:
        return [""] * len(cells)
    pairs = zip(cells.field("company"), cells.field("contact"), strict=True)
    people = [one if not contact and _is_person(one) else "" for one, contact in pairs]
    return surname_first(people, cells.settings.business.country)


_OF_EVERYBODY = frozenset(
    ["ragione", "denominazione", "intestazione", "nazev", "nazwa", "raison", "razon", "denominacion", "denomination"]
)


def _is_person(text: str) -> bool:
    parts = text.split()
    return len(parts) in (2, 3) and not person_names.is_firm(text) and any(map(is_given, parts))


_AGAIN = frozenset(
    ['"', "''", "〃", "ditto", "do.", "as above", "same as above", "same", "s/a", "dto", "wie oben", "idem"]
)
_SELF = frozenset(["self", "himself", "herself", "themselves", "pupil", "student", "selbst", "lui-même", "elle-même"])


def _with_dittos(cells: Cells, names: Sequence[str]) -> list[str]:
    """The names, “as above” as the one above; “self” where others pay for a pupil is the pupil."""
    if {text.casefold() for text in {*names}}.isdisjoint(_AGAIN | _SELF):
        return list(names)
    named = cells.column("child")
    pupils = [column for column, whose in cells.table.columns.others.items() if whose is Whose.CHILD]
    pupils += [named] if named is not None else []
    own = cells.texts(min(pupils)) if pupils else [""] * len(names)
    found: list[str] = []
    for name, pupil in zip(names, own, strict=True):
        again = name.casefold() in _AGAIN and found
        found.append(found[-1] if again else pupil if name.casefold() in _SELF and pupil else name)
    return found


def _person_of(first: str, last: str, company: str) -> Person:
    """Somebody of whom there are only the first and the last name; a firm stands in the column of last names."""
    only = (first or last) if not (first and last) else ""
    if only and person_names.is_firm(only):
        return Person(Name(Kind.FIRM, envelope=only), company or only)
    return Person(person_names.from_columns(first, last), company)


def _with_prefix(cells: Cells, lasts: Sequence[str]) -> list[str]:
    """The last names with the “de” or “von”, and with the second last name, that have columns of their own."""
    if "last_name_prefix" not in cells and "last_name_after" not in cells:
        return list(lasts)
    before = [text if _is_particle(text) else "" for text in cells.field("last_name_prefix")]
    rows = zip(before, lasts, cells.field("last_name_after"), strict=True)
    return [_joined(*row) if row[1] else "" for row in rows]


def _joined(before: str, last: str, after: str) -> str:
    gap = "" if before.endswith("-") else " "
    return f"{before}{gap}{last} {after}".strip()


def _is_particle(text: str) -> bool:
    """Whether what stands before a last name is a part of it, however it is written, and no title: “El”, “'t”."""
    is_small = text[:1].islower() or text[:1] in ("'", "’")
    known = (words("names", "particles"), words("names", "particles_too"))
    parts = [one.strip("-'’") for one in text.split()]
    is_known = bool(parts) and all(any(part in listed for listed in known) for part in parts)
    return (is_small and not text.endswith(".")) or is_known


def _or_household(columns: Mapping[str, Sequence[str]], families: Sequence[str]) -> list[str]:
    """The names; of a row that names neither a person nor a firm, the family where that is named."""
    others = zip(*(columns[one] for one in _NAMING_ANYBODY), strict=True)
    rows = zip(columns["name"], families, others, strict=True)
    return [
        family if family and not (name or any(other)) and is_like_a_name(family) else name
        for name, family, other in rows
    ]


_NAMING_ANYBODY = ("first_name", "last_name", "display_name", "company", "contact")


def _with_attention(columns: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The contacts and envelopes, where “Attn: Perry Lund” stands for what the envelope says: it is who is greeted."""
    matches = [_ATTENTION.match(text) for text in columns["envelope"]]
    if not any(matches):
        return {}
    pairs = [*zip(matches, columns["contact"], columns["envelope"], strict=True)]
    return {
        "contact": [contact or (match["who"] if match else "") for match, contact, _ in pairs],
        "envelope": ["" if match else text for match, _, text in pairs],
    }


_ATTENTION = re.compile(r"(?:attn|attention|att|z\.? ?hd|zhd)\b[.:]*\s*(?P<who>[^\W\d_].*)", re.IGNORECASE)


_TYPES = frozenset(["type", "typ", "tipo", "kind", "art", "category", "kategorie"])
_FIRMS = frozenset(
    ["organization", "organisation", "company", "business", "corporate", "firm", "firma", "unternehmen", "entreprise",
     "société", "empresa", "azienda", "bedrijf", "foundation", "church", "school", "nonprofit"]
)  # fmt: skip


def _firms_by_type(cells: Cells) -> list[str]:
    """“firm” in each row of which a column of types says that it is one."""
    found = [""] * len(cells)
    for column in cells.table.columns.unknown:
        if _TYPES.isdisjoint(words_of_header(cells.table.columns.header(column))):
            continue
        values = cells.values(column)
        if len(set(map(str, values))) <= FEW_TYPES:
            are_firms = [str(value).strip().casefold() in _FIRMS for value in values]
            found = ["firm" if is_firm else one for is_firm, one in zip(are_firms, found, strict=True)]
    return found


FEW_TYPES = 12


def _has_two_surnames(cells: Cells) -> bool:
    """Whether people have the last names of both parents behind their first: by the header, or by the country."""
    column = next((cells.column(one) for one in ("name", "display_name") if one in cells), None)
    header = "" if column is None else cells.table.columns.header(column)
    return cells.settings.business.country in _OF_BOTH_PARENTS or bool(_NAMED_SO & {*words_of_header(header)})


_SURNAMES = "two"
_OF_BOTH_PARENTS = frozenset(
    ["ES", "MX", "CO", "CL", "PE", "EC", "GT", "CR", "UY", "PA", "DO", "PR", "BO", "PY", "VE", "SV", "HN", "NI"]
)
_NAMED_SO = frozenset(["nombre", "nombres", "apellidos", "cliente", "contacto"])


def _with_contacts(contacts: Sequence[str], whole: Sequence[str], shown: Sequence[str]) -> tuple[list[str], list[str]]:
    """Whole and shown names where a column names the contact: beside a company, that is who is greeted."""
    pairs = []
    for contact, name, display in zip(contacts, whole, shown, strict=True):
        other = name or display
        who = person_names.parsed(contact) if contact else None
        is_person = who is not None and who.kind is not Kind.FIRM
        is_firm = is_person and (not other or person_names.is_firm(other) or _names_a_firm(other, who))
        pairs.append((contact, other) if is_firm else (name, display))
    return [one for one, _ in pairs], [one for _, one in pairs]


def _names_a_firm(text: str, contact: Name | None) -> bool:
    """Whether a name beside that of the contact is a firm’s: “Bolt Robotics” beside “Ines Cardoso”."""
    name = person_names.parsed(text)
    if contact is None or not contact.last:
        return False
    theirs, ours = ({squashed(word) for word in one.envelope.split()} for one in (name, contact))
    is_long = len(theirs) > _PAIR and "," not in text and not name.title and not any(map(is_given, text.split()))
    return _is_a_firms_name(name, contact) or (is_long and theirs.isdisjoint(ours))


_PAIR = 2


def _tell_pictures(cells: Cells, columns: Mapping[str, Sequence[str]]) -> None:
    """Emoji in a name are not written, and a notice says so."""
    for name in (*_NAME_PARTS, "name", "display_name"):
        texts = columns[name]
        if "".join(texts).isascii():
            continue
        for row, text in enumerate(texts):
            if not text.isascii() and person_names.without_pictures(text) != text:
                message = f"the emoji in “{short(text)}” are left off the card and the envelope."
                cells.tell(message, "", Level.NOTICE, row, cells.column(name))


_FIRM = ("firma", "fa", "company", "firm", "société", "empresa", "organisation", "organization", "business")
_NAME_PARTS = ("first_name", "last_name")
_BESIDES = ("middle_name", "title", "salutation", "suffix", "nickname", "dear", "envelope", "name", "display_name")
_NAMING = (*_NAME_PARTS, "company", *_BESIDES[:-2])


def _whole_names(cells: Cells, field: str) -> list[str]:
    """A formula where a name should be is reported, but “@Home Cafe” and “+1 Fitness” are names."""
    return cells.field(field, Level.ERROR)


def _person(given: Mapping[str, str]) -> Person:
    """The name by the columns, the whole name only if there is no first name; a column for “Dear” comes before all."""
    given = _with_family(given)
    title, dear = _title_and_dear(given)
    first, whole, shown, company = (given[one] for one in ("first_name", "name", "display_name", "company"))
    only = (first or given["last_name"]) if not (first and given["last_name"]) else ""
    if only and (person_names.is_firm(only) or (not first and _addressed_as_firm(given))):
        return _at_firm(only, company or only, "" if first else given["contact"] or shown or whole, dear)
    if given["is_firm"] and shown and whole and not first and squashed(shown) != squashed(whole):
        return _at_firm(
            shown, company or shown, whole, dear
        )  # “Customer” is how the firm is listed, “Full Name” who is there
    name = _named(given, title)
    if first and whole:
        if _is_somebody_else(whole, given):
            company = company or whole
        elif name.kind is not Kind.COUPLE and _are_two(whole):
            return Person(person_names.parsed(whole), company)
    if company and not first and squashed(company) in (squashed(whole), squashed(shown)):
        return Person(Name(Kind.FIRM, envelope=company), company)
    if shown and name.kind is Kind.FIRM and not company and person_names.parsed(shown).kind is Kind.PERSON:
        return _at_firm(whole, whole, shown, dear)
    if given["contact"] and (fuller := _with_first_name(name, person_names.parsed(given["contact"]))):
        name = fuller
    if shown:
        name, company = _with_display(name, company, person_names.parsed(shown))
    if name.kind is Kind.FIRM and not company:
        company = name.envelope
    if dear or given["envelope"]:
        name = replace(name, dear=dear or name.dear, envelope=given["envelope"] or name.envelope)
    return Person(name, company)


def _named(given: Mapping[str, str], title: str) -> Name:
    """The name by its parts, or else by what stands in one column."""
    whole = given["name"] or given["display_name"] or given["envelope"]
    if given["first_name"] or (given["last_name"] and not given["name"]):
        title = title or _title_of(whole, given)
        return person_names.from_columns(
            given["first_name"], given["last_name"], title, given["suffix"], given["middle_name"], given["nickname"]
        )
    if not whole:
        return Name(Kind.UNSURE)
    if given["is_firm"]:
        return Name(Kind.FIRM, envelope=whole)
    name = person_names.with_title(person_names.parsed(whole, bool(given["surnames"])), title)
    is_called = given["nickname"] and name.kind is not Kind.FIRM and not is_of_initials(given["nickname"])
    return replace(name, dear=given["nickname"]) if is_called else name


def _title_of(whole: str, given: Mapping[str, str]) -> str:
    """The title that only the whole name beside the first and last one has: “Mr B. Tranter” of “B.” and “Tranter”."""
    if not whole or squashed(given["last_name"]) not in squashed(whole) or not given["last_name"]:
        return ""
    name = person_names.parsed(whole)
    return name.title if name.kind is Kind.PERSON and person_names.is_honorific(name.title) else ""


def _is_somebody_else(whole: str, given: Mapping[str, str]) -> bool:
    """Whether a whole name beside first and last names is not theirs, but that of the firm."""
    if person_names.is_firm(whole) or _addressed_as_firm(given):
        return True
    parts = (given["first_name"], given["last_name"])
    return all(squashed(part) not in squashed(whole) for part in parts)


def _addressed_as_firm(given: Mapping[str, str]) -> bool:
    """Whether what stands where “Mr.” does is “Firma” or a legal form."""
    form = (given["salutation"] or given["title"]).strip()
    return form.casefold().strip(".") in _FIRM or form in words("names", "firms")


def _are_two(whole: str) -> bool:
    """Whether a whole name is of two people who can be greeted."""
    pair = person_names.parsed(whole)
    return pair.kind is Kind.COUPLE and bool(pair.dear)


def _at_firm(firm: str, company: str, contact: str, dear: str) -> Person:
    """A firm, and who is greeted there if a column names a person."""
    name = person_names.parsed(contact) if contact and squashed(contact) != squashed(firm) else Name(Kind.UNSURE)
    if name.kind in (Kind.FIRM, Kind.UNSURE):
        return Person(Name(Kind.FIRM, envelope=firm, dear=dear), company)
    return Person(replace(name, dear=dear or name.dear), company)


def _with_family(given: Mapping[str, str]) -> Mapping[str, str]:
    """“Familie” where “Herr” may stand: said with the last name, and not where the first ones are known."""
    if given["salutation"] not in words("names", "families"):
        return given
    whole = given["name"] or given["display_name"] or given["last_name"]
    is_last = bool(whole) and not given["first_name"] and (" " not in whole or whole == given["last_name"])
    named = {"name": f"{given['salutation']} {whole}", "last_name": ""} if is_last else {}
    return {**given, "salutation": "", **named}


def _title_and_dear(given: Mapping[str, str]) -> tuple[str, str]:
    """“Mr.” in a column called Title or Salutation; any other salutation is the greeting itself."""
    title = next((given[one] for one in ("salutation", "title") if person_names.is_honorific(given[one])), "")
    salutation = (
        "" if _addressed_as_firm(given) or person_names.is_honorific(given["salutation"]) else given["salutation"]
    )
    return title, given["dear"] or salutation


def _with_display(name: Name, company: str, display: Name) -> tuple[Name, str]:
    """A second name for the row, as accounting programs have it: the company, one of its projects, a mark."""
    if fuller := _with_first_name(name, display):
        return fuller, company
    ours = (squashed(name.envelope), squashed(name.whole), squashed(name.last))
    if not company and _is_a_firms_name(name, display):
        return replace(display, mark=name.mark or display.mark), name.envelope
    if display.kind is Kind.PERSON and squashed(display.whole) in ours:
        return replace(name, mark=name.mark or display.mark), company
    if not company and squashed(display.envelope) not in ours and squashed(display.parent) not in (*ours, squashed("")):
        company = display.parent
    elif not company and not display.parent and squashed(display.envelope) not in ours:
        company = display.envelope
    return replace(name, parent=display.parent, mark=name.mark or display.mark), company


def _is_a_firms_name(name: Name, display: Name) -> bool:
    """Whether of two names that share no word only the other begins with a given one: “Denali Sled Works”."""
    both = (name, display)
    if any(one.kind is not Kind.PERSON or not one.last for one in both) or name.title:
        return False
    theirs = [{squashed(word) for word in one.envelope.split()} for one in both]
    return theirs[0].isdisjoint(theirs[1]) and is_given(display.first) and not is_given(name.first)


def _with_first_name(name: Name, display: Name) -> Name | None:
    """“Mrs R Ampleforth” with the first name that another column has for her; None where that is somebody else’s."""
    if name.kind is not Kind.PERSON or display.kind is not Kind.PERSON:
        return None
    if not name.last and squashed(name.first) == squashed(display.last):  # “FENWICK (Bad Debt)”, “Colin Fenwick”
        return replace(display, mark=name.mark or display.mark)
    if not name.first and display.first:  # a family, and one of them: “Stensrud/Meyer”, “Kari Stensrud”
        families = {squashed(one) for one in (name.last, *name.last.replace("-", "/").split("/"))}
        return display if squashed(display.last) in families else None
    if squashed(name.first) == squashed(display.last) and len(squashed(name.last)) == 1:  # “Ampleforth R”
        return display if display.first.casefold().startswith(name.last[0].casefold()) else None
    if squashed(name.last) != squashed(display.last):
        return None
    first = squashed(name.first)
    if len(first) != 1 or len(display.first) < 2 or not squashed(display.first).startswith(first):
        return None
    return replace(name, first=display.first, dear=display.dear, mark=name.mark or display.mark)
