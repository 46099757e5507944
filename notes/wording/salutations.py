"""Salutations, signatures, and the first line of the envelope."""

import re
from collections.abc import Sequence
from dataclasses import replace

from notes.customers import Customer
from notes.language.locales import listed
from notes.language.vocabulary import words
from notes.picking.picks import Pick
from notes.reading.values.couples import is_of_initials
from notes.reading.values.name_likeness import is_given_name
from notes.settings import Settings

_SIGN_OFF = {"en": "Warmly,", "de": "Herzliche Grüße", "fr": "Bien à vous,", "es": "Un cordial saludo,"}
_GREETED = re.compile(
    r"(dear|hello|hi|good|liebe[rs]?|hallo|guten|sehr|chère?s?|bonjour|querid[oa]s?|estimad[oa]s?|hola)\b", re.I
)
_MEN = {"mr", "herr", "m", "monsieur", "sr", "señor"}
_WOMEN = {"mrs", "ms", "miss", "frau", "mme", "madame", "mlle", "sra", "señora", "srta"}
_FORMAL = {
    "de": ("Lieber Herr {},", "Liebe Frau {},", "Guten Tag {},"),
    "fr": ("Cher Monsieur {},", "Chère Madame {},", "Bonjour {},"),
    "es": ("Estimado señor {}:", "Estimada señora {}:", "Hola, {}:"),
}
_ALL_AT = {"en": "all at {}", "de": "liebes Team {}", "fr": "à toute l’équipe de {}", "es": "equipo de {}"}
_SLASH = re.compile(r"\s*/\s*")


def dear(pick: Pick, language: str) -> str:
    """Whom the note greets, as written after “Dear”; "" where nobody can be named."""
    alone = called_alone(pick.customer) if pick.occasion == _OF_ONE else ""
    people = [replace(pick.customer, dear=alone) if alone else pick.customer, *pick.with_people]
    names = [name for one in people if (name := _dear(one, language))]
    if pick.occasion == _OF_TWO and names == [pick.customer.first_name] and not pick.customer.holds:
        names += [name for name in [pick.customer.details.get("partner", "")] if is_given_name(name)]
    return listed(list(dict.fromkeys(names)), language)


_OF_TWO = "wedding-anniversary"  # whose partner is known by a first name, and nothing else, is greeted with them


_OF_ONE = "birthday"
_BOTH = re.compile(r"\s+(?:&|and|und|et|y)\s+", re.IGNORECASE)


def called_alone(customer: Customer) -> str:
    """How a customer is greeted on a day of their own, whose greeting names the partner of another column too; or "".

    “Barney and Liv” of Barnaby Ostrow, whose partner is Liv, gives “Barney”.
    """
    both = _BOTH.split(customer.dear)
    partner = customer.details.get("partner", "").casefold()
    is_one = bool(customer.first_name and partner) and not _BOTH.search(customer.first_name)
    rest = [one for one in both if one.casefold() != partner]
    return rest[0] if is_one and len(both) == _PAIR and len(rest) == 1 else ""


_PAIR = 2


def _dear(customer: Customer, language: str) -> str:
    firm = _all_at(customer.company, language) if customer.company else ""
    couple = listed(customer.dear.split(" and "), language)
    name = couple or customer.first_name or ("" if firm else customer.name) or firm
    pair = _pair(customer)
    if pair and _is_of(name, pair) and not any(is_of_initials(one.split()[0]) for one in pair):
        name = listed([one.split()[0] for one in pair], language)
    return "" if is_of_initials(name) or not any(map(str.isalpha, name)) else name.strip(" ,:;")


def _all_at(company: str, language: str) -> str:
    """Everybody at a firm; in German with the article that its first word asks for.

    >>> _all_at("Zahnarztpraxis Weiß", "de"), _all_at("Malerbetrieb Roth", "de"), _all_at("Oak Ltd", "en")
    ('liebes Team der Zahnarztpraxis Weiß', 'liebes Team vom Malerbetrieb Roth', 'all at Oak Ltd')
    """
    if language == "de":
        first = company.casefold().partition(" ")[0]
        feminine, other = words("firm_names", "feminine"), words("firm_names", "other")
        article = "vom" if other.end(first) else "der" if feminine.end(first) else "von"
        company = f"{article} {company}"
    return _ALL_AT.get(language, _ALL_AT["en"]).format(company)


def _pair(customer: Customer) -> list[str]:
    """The people of a row that has several in one cell, as in “Mike Oak / Deb Oak” or “Mike/Deb Oak”."""
    if "/" not in customer.name or customer.company:
        return []
    people = [part.strip() for part in _SLASH.split(customer.name)]
    return people if all(one[:1].isalpha() for one in people) else []


def _is_of(name: str, pair: Sequence[str]) -> bool:
    """Whether a greeting was taken from the names themselves, rather than chosen by somebody."""
    firsts = [one.split()[0] for one in pair]
    return all(one in [*firsts, *pair] for one in _SLASH.split(name))


def _on_the_envelope(pair: Sequence[str], language: str) -> str:
    """“Mike Oak / Deb Oak” as an envelope has it: a family name that both share is written once."""
    families = {one.partition(" ")[2] for one in pair if " " in one}
    if len(families) == 1 and " " in pair[-1]:
        return f"{listed([one.split()[0] for one in pair], language)} {families.pop()}"
    return listed(list(pair), language)


def salutation(pick: Pick, language: str) -> str:
    """The first line of the note, with its comma; "" where nobody can be named.

    Where a language has no greeting for everyone, it is the title that tells “Liebe Frau” from “Lieber Herr”; without
    one the greeting is the one that offends nobody.
    """
    name = dear(pick, language)
    if not name:
        return ""
    if name.startswith("liebes Team "):
        return f"Guten Tag, {name},"
    if _GREETED.match(name):
        return f"{name},"
    if language not in _FORMAL:
        return f"Dear {name},"
    gentleman, lady, anyone = _FORMAL[language]
    title, family = _titled(pick)
    if title:
        return (gentleman if title in _MEN else lady).format(family)
    if language == "de" and not pick.with_people and name == pick.customer.first_name and pick.customer.last_name:
        name = f"{name} {pick.customer.last_name}"
    return anyone.format(name)


def _titled(pick: Pick) -> tuple[str, str]:
    """Mr. or Mrs. and the family name, for one person of whom both are known: from “Frau Kern”, or from the columns."""
    first, _, rest = pick.customer.dear.partition(" ")
    for title, family in ((first, rest), (pick.customer.title, pick.customer.last_name)):
        plain = title.casefold().strip(". ")
        if family and not pick.with_people and plain in _MEN | _WOMEN:
            return plain, family
    return "", ""


def envelope_name(pick: Pick, language: str) -> str:
    """The first line of the envelope; a family name that all share is written once."""
    people = [pick.customer, *pick.with_people]
    firsts = [one.first_name for one in people]
    if len(people) > 1 and all(firsts) and len({one.last_name for one in people}) == 1 and people[0].last_name:
        return f"{listed(firsts, language)} {people[0].last_name}"
    names = [_written(one, language) for one in people]
    return listed([name for name in names if name], language)


def _written(customer: Customer, language: str) -> str:
    pair = _pair(customer)
    if pair and customer.envelope in ("", customer.name):
        return _on_the_envelope(pair, language)
    return customer.envelope or customer.name or customer.company


def sign_off(settings: Settings, language: str) -> str:
    """The words above the signature, in the language of the note."""
    ours = settings.business.sign_off
    foreign = language != settings.business.language or (language != "en" and ours == _SIGN_OFF["en"])
    return _SIGN_OFF.get(language, ours) if foreign else ours
