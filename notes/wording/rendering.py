"""Rendering: a pick in every wording that fits it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from notes.picking.picks import Pick
from notes.settings import Settings
from notes.wording import salutations
from notes.wording.facts import facts_of
from notes.wording.library import Library, Wording
from notes.wording.notes import Note
from notes.wording.templates import Template
from notes.wording.vocabulary import PARTICULAR

_COUNTRY_LANGUAGE = {
    **dict.fromkeys(("DE", "AT", "LI"), "de"),
    **dict.fromkeys(("FR", "MC"), "fr"),
    **dict.fromkeys(("ES", "MX", "AR", "CL", "CO", "PE", "UY", "EC", "BO", "PY", "VE"), "es"),
    **dict.fromkeys(("CR", "PA", "DO", "GT", "HN", "SV", "NI", "CU"), "es"),
}
_LANGUAGE_NAMES = {
    **dict.fromkeys(["en", "english", "englisch"], "en"),
    **dict.fromkeys(["de", "german", "deutsch"], "de"),
    **dict.fromkeys(["fr", "french", "français", "francais"], "fr"),
    **dict.fromkeys(["es", "spanish", "español", "espanol"], "es"),
}


# Occasions that may be somebody else's than the customer's: the child who graduated, the mother who died.
_OF_A_PERSON = {
    *("birthday", "graduation", "wedding", "wedding-anniversary", "baby", "new-home"),
    *("retirement", "achievement", "get-well", "condolence"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as one wording has it, and what is to be told about it."""

    note: Note
    remarks: Sequence[str] = ()


def language_of(pick: Pick, settings: Settings) -> str:
    """The language of the customer: by their own column, else by their country, else that of the business."""
    given = pick.customer.language.casefold().strip()
    if given:
        return _LANGUAGE_NAMES.get(given) or re.sub(r"^([a-z]{2})[-_].*", r"\1", given)
    country = pick.customer.address.country
    if country == settings.business.country:
        return settings.business.language
    return _COUNTRY_LANGUAGE.get(country, settings.business.language)


def draft(pick: Pick, library: Library, settings: Settings) -> list[Draft]:
    """The pick in every wording that fits it, in the order of the library."""
    wanted = language_of(pick, settings)
    for language in dict.fromkeys([wanted, settings.business.language, "en"]):
        wordings = library.of(pick.occasion, language)
        drafts = [one for wording in wordings if (one := _drafted(pick, wording, settings))]
        if drafts and language != wanted:
            remark = f"there is no wording of “{pick.occasion}” in “{wanted}”; the note is in “{language}”."
            return [replace(one, remarks=[*one.remarks, remark]) for one in drafts]
        if drafts:
            return drafts
    return []


def _drafted(pick: Pick, wording: Wording, settings: Settings) -> Draft | None:
    if wording.for_one and pick.with_people:
        return None
    language = wording.language
    greeting = salutations.salutation(pick, language)
    signature = salutations.sender(pick.customer, settings)
    values = facts_of(pick, salutations.dear(pick, language), signature, settings, language)
    if not greeting or not all(values[name] for name in wording.needs):
        return None
    paragraphs, mentions = paragraphs_of(wording.body, values)
    if not paragraphs or any(map(flaws, paragraphs)) or _silent_about(pick, values, mentions):
        return None
    note = Note(
        pick=pick,
        wording=wording.name,
        salutation=greeting,
        paragraphs=paragraphs,
        closing=wording.sign_off or salutations.sign_off(settings, language),
        signature=signature,
        envelope_name=salutations.envelope_name(pick, language),
        language=language,
        mentions=mentions,
    )
    return Draft(replace(note, shorter=_shorter(note, wording, values)))


def _silent_about(pick: Pick, values: Mapping[str, Any], mentions: Sequence[str]) -> bool:
    """Whether the note would congratulate the wrong one: it happened to somebody whom it does not name."""
    return pick.occasion in _OF_A_PERSON and bool(values["person"]) and not {"person", "referred"} & set(mentions)


def _shorter(note: Note, wording: Wording, values: Mapping[str, Any]) -> Note | None:
    if wording.shorter is None:
        return None
    paragraphs, mentions = paragraphs_of(wording.shorter, values)
    if not paragraphs or any(map(flaws, paragraphs)):
        return None
    return replace(note, paragraphs=paragraphs, mentions=mentions)


def paragraphs_of(template: Template, values: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs, the person's own sentence among them, and what of the person they mention."""
    text, said = template.render(values)
    paragraphs = [tidy for part in re.split(r"\n\s*\n", text) if (tidy := smooth(part))]
    own = values["say_this"]
    if own and "say_this" not in said:
        paragraphs.insert(max(1, len(paragraphs) - 1), smooth(own))
        said |= {"say_this"}
    return tuple(paragraphs), tuple(sorted(said & PARTICULAR))


def smooth(text: str) -> str:
    r"""One paragraph as it is written: single spaces, no space before a comma, one full stop, round apostrophes.

    >>> smooth("Thanks ,  Bob Jr.. It's\nfine.")
    'Thanks, Bob Jr. It’s fine.'
    """
    text = " ".join(text.split())
    text = re.sub(r" +([,.])", r"\1", text)
    text = re.sub(r"(?<!\.)\.\.(?!\.)", ".", text)
    return re.sub(r"(?<=\w)'(?=\w|\s|$)", "’", text)


_FLAWS = re.compile(r",\s*[,.;]|\(\s*\)|\{[{%]|[%}]\}|^[,.;:]|\bDear ,|\b(?:the|your|an|and) ?[.,;:!?](?!\w)")


def flaws(text: str) -> list[str]:
    """What shows that words are missing from a text."""
    return [match[0] for match in _FLAWS.finditer(text)]
