"""Rendering: a pick in every wording that fits it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from notes.language.vocabulary import words
from notes.picking.picks import Pick
from notes.settings import Settings
from notes.signers import signer_of
from notes.wording import salutations
from notes.wording.cautions import NAMED
from notes.wording.facts import facts_of
from notes.wording.library import Library, Wording
from notes.wording.note import Note
from notes.wording.plans.memory import own_mention
from notes.wording.plans.voice import as_we, is_of_several, region_of, spelled
from notes.wording.template_names import PARTICULAR
from notes.wording.templates import Template

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


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as one wording has it, still without its shorter form, and what the office should know about it."""

    note: Note
    wording: Wording
    card: "Addressed"
    remarks: Sequence[str] = ()

    @property
    def values(self) -> Mapping[str, Any]:
        return self.card.values


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
        card = addressed(pick, settings, language)
        if not card.frame.salutation:
            continue
        drafts = [one for wording in library.of(pick.occasion, language) if (one := _drafted(card, wording))]
        if drafts and language != wanted:
            remark = f"there is no wording of “{pick.occasion}” in “{wanted}”; the note is in “{language}”."
            return [replace(one, remarks=[*one.remarks, remark]) for one in drafts]
        if drafts:
            return drafts
    return []


@dataclass(frozen=True, slots=True)
class Addressed:
    """What the wordings of one language have in common for a pick: the frame of the note, and the facts."""

    pick: Pick
    frame: Note
    values: Mapping[str, Any]
    of_a_person: bool = False
    we: bool = False
    region: str = "us"

    def voiced(self, paragraphs: Sequence[str]) -> tuple[str, ...]:
        """Paragraphs of ours as whoever signs says and spells them; the person's own sentence stays as it is."""
        own = smooth(f"{self.values['say_this']}")
        return tuple(
            one if own and own in one else spelled(as_we(one) if self.we else one, self.region) for one in paragraphs
        )


def addressed(pick: Pick, settings: Settings, language: str) -> Addressed:
    signer = signer_of(pick.customer, settings)
    frame = Note(
        pick=pick,
        wording="",
        salutation=salutations.salutation(pick, language),
        paragraphs=(),
        closing=salutations.sign_off(settings, language),
        signature=signer.signature,
        envelope_name=salutations.envelope_name(pick, language),
        language=language,
    )
    values = facts_of(pick, salutations.dear(pick, language), signer.name, settings, language)
    return Addressed(
        pick,
        frame,
        values,
        settings.occasions[pick.occasion].of_a_person,
        is_of_several(signer.name, settings.business.name),
        region_of(settings),
    )


def _drafted(card: Addressed, wording: Wording) -> Draft | None:
    pick, values = card.pick, card.values
    if (wording.for_one and pick.with_people) or not all(values[name] for name in wording.needs):
        return None
    paragraphs, mentions = paragraphs_of(wording.body, values)
    if not _is_whole(paragraphs, values) or (card.of_a_person and _silent_about(values, mentions)):
        return None
    if _is_out_of_time(pick, wording.language, paragraphs, values["say_this"]):
        return None
    if wording.language == "en" and not wording.own:
        paragraphs = card.voiced(paragraphs)
    closing = wording.sign_off or card.frame.closing
    note = replace(card.frame, wording=wording.name, paragraphs=paragraphs, closing=closing, mentions=mentions)
    return Draft(note, wording, card)


def finished(one: Draft) -> Note:
    """The note of a draft with its shorter form, which only the notes that are taken need."""
    if one.wording.shorter is None:
        return one.note
    paragraphs, mentions = paragraphs_of(one.wording.shorter, one.values)
    if not _is_whole(paragraphs, one.values) or bool(mentions) != bool(one.note.mentions):
        return one.note
    if one.wording.language == "en" and not one.wording.own:
        paragraphs = one.card.voiced(paragraphs)
    return replace(one.note, shorter=replace(one.note, paragraphs=paragraphs, mentions=mentions))


def remembered(note: Note) -> tuple[str, ...]:
    """What the history remembers that a note of a whole wording speaks of, in the words that details have."""
    known: Mapping[str, object] = {**note.pick.customer.details, **note.pick.facts}
    own = [own_mention(f"{known['say_this']}")] if "say_this" in note.mentions and known.get("say_this") else []
    named = [name for name in note.mentions if known.get(name) and name != "say_this"]
    return (
        *(f"{name}: {known[name]}".casefold() if name in NAMED else f"{known[name]}".casefold() for name in named),
        *own,
    )


def _is_whole(paragraphs: Sequence[str], values: Mapping[str, Any]) -> bool:
    """Whether no words are missing; what the person wrote is theirs."""
    own = smooth(values["say_this"]) or "\0"
    return bool(paragraphs) and not any(flaws(paragraph.replace(own, "…")) for paragraph in paragraphs)


def _is_out_of_time(pick: Pick, language: str, paragraphs: Sequence[str], own: str) -> bool:
    """Whether the note says “today” or “this month” of a day that has gone by, or lies in another month."""
    if pick.on is None or pick.mail_by is None:
        return False
    elsewhere = bool(pick.facts.get("belated")) or pick.on.timetuple()[:2] != pick.mail_by.timetuple()[:2]
    return elsewhere and words("days", language).stand_in(" ".join(paragraphs).replace(smooth(own) or "\0", ""))


def _silent_about(values: Mapping[str, Any], mentions: Sequence[str]) -> bool:
    """Whether the note would congratulate the wrong one: it happened to somebody whom it does not name."""
    return bool(values["person"]) and not {"person", "referred"} & set(mentions)


def paragraphs_of(template: Template, values: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs, the person's own sentence among them, and what of the person they mention."""
    text, said = template.render(values)
    paragraphs = [tidy for part in re.split(r"\n\s*\n", text) if (tidy := smooth(part))]
    own = values["say_this"]
    if own and "say_this" not in said:
        paragraphs.insert(max(1, len(paragraphs) - 1), smooth(own))
        said |= {"say_this"}
    return tuple(paragraphs), tuple(sorted(said & PARTICULAR))


_APART = re.compile(r" +([,.])")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w|\s|$)")


@lru_cache(maxsize=10_000)
def smooth(text: str) -> str:
    r"""One paragraph as it is written: single spaces, no space before a comma, one full stop, round apostrophes.

    >>> smooth("Thanks ,  Bob Jr.. It's\nfine.")
    'Thanks, Bob Jr. It’s fine.'
    """
    text = _APART.sub(r"\1", " ".join(text.split()))
    return _APOSTROPHE.sub("’", _TWO_STOPS.sub(".", text))


_FLAWS = re.compile(r",\s*[,.;]|\(\s*\)|\{[{%]|[%}]\}|^[,.;:]|\bDear ,|\b(?:the|your|an|and) ?[.,;:!?](?!\w)")


def flaws(text: str) -> list[str]:
    """What shows that words are missing from a text."""
    return [match[0] for match in _FLAWS.finditer(text)]
