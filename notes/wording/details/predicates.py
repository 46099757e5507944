"""Predicates: what is said of somebody who has been named, from the verb on: “does soup”, “had asked for a digger”.

With its subject before it a clause can be read more freely than a jotting that may as well be a list of things. What is
not certain is no statement here either.
"""

import re
from dataclasses import replace

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.noun_phrases import noun_group, wants_article, with_articles
from notes.wording.details.shorthand import listed
from notes.wording.details.statement import Form, Statement
from notes.wording.details.things import role_of
from notes.wording.details.verbs import completed, is_verbal, parted
from notes.wording.details.wordbook import animals
from notes.wording.grammar import a

_PRESENT, _PAST = ("is", "are", "isn’t", "aren’t"), ("was", "were", "wasn’t", "weren’t")
_HAVING = word_set("has have hasn’t haven’t")
_REFUSED = word_set("doesn’t don’t didn’t can’t cannot won’t couldn’t wouldn’t can could will would")
_HELPERS = {*_PRESENT, *_PAST, *_HAVING, "had", *_REFUSED}
_ONE_OF_MANY = {"don’t": "doesn’t", "cannot": "can’t"}
_TOO_WEAK = word_set("say says said need needs want wants let lets seem seems call calls called ask asks")
_PLACED = word_set(
    "in on at off out up away back down over home abroad upstairs downstairs outside next under near from"
)
_SAD_PLACE = re.compile(
    r"in (?:a |the )?(?:hospital|care|home\b|court|nursing home|care home|rest home|surgery)", re.IGNORECASE
)
_QUOTED = re.compile(r"(?:no|enough|never) (?:more |again )?[a-z ]+", re.I)


def predicate(text: str, *, several: bool, of_pet: bool = False) -> Statement | None:
    """What an opened text says of somebody, with its pronouns as they stand; None where it is not certain.

    >>> predicate("counted the stones", several=False).did, predicate("is three", several=False).rest
    ('counted the stones', 'three')
    """
    words = text.split()
    adverbs: list[str] = []
    while len(words) > 1 and words[0].casefold() in _LEADING:
        adverbs, words = [*adverbs, words[0].casefold()], words[1:]
    adverb = " ".join(word for word in adverbs if word in _KEPT)
    if not words:
        return None
    if words[0].casefold() == "not" and len(words) > 1:
        said = predicate(" ".join(words[1:]), several=several)
        return _denied(said) if said and said.form is Form.STATE else None
    is_said_so = _is_state(words[0].casefold()) and (len(words) == 1 or words[1] in listed("prepositions"))
    begins = _of_helper if words[0].casefold() in _HELPERS else of_verb
    read = None if is_said_so else begins(words, several)
    read = read or _without_verb(words, several, of_pet)
    return replace(read, adverb=adverb) if read and adverb else read


_LEADING = word_set("also always still now just never usually often sometimes really mostly finally already once again")
_KEPT = word_set("always still never often sometimes usually once already finally")


def _of_helper(words: list[str], several: bool) -> Statement | None:
    """A clause of “is”, “has”, “can’t” and what hangs on it."""
    first, rest = words[0].casefold(), words[1:]
    if not rest:
        return None
    if first in (*_PRESENT, *_PAST):
        said = _being(rest, Form.STATE if first in _PRESENT else Form.WAS, several)
        return _denied(said) if said and first.endswith("n’t") else said
    if first in _HAVING or first == "had":
        return _having(first, rest)
    if first in _REFUSED:
        return _refusing(first, rest)
    return None


def _denied(said: Statement) -> Statement | None:
    return replace(said, rest=f"not {said.rest}") if said.form in (Form.STATE, Form.WAS) else None


def _being(rest: list[str], form: Form, several: bool) -> Statement | None:
    first = rest[0].casefold()
    verb = inflection.lemma(first)
    if first.endswith("ing") and verb and len(rest) > 1 and form is Form.STATE:
        if verb == "go" and rest[1] == "to" and len(rest) > 3 and inflection.lemma(rest[2]) == rest[2]:
            return completed(Form.WANTS, rest[2], " ".join(rest[3:]))
        return completed(Form.UNDER_WAY, verb, " ".join(rest[1:]))
    if role := role_of(rest):
        return Statement(Form.IS, thing=role) if form is Form.STATE else Statement(form, rest=role, plural=several)
    is_done = bool(verb) and first == inflection.done(verb) and not inflection.is_plural(first)
    if wants_article(rest) and not is_done and not _is_state(first):
        return None
    return Statement(form, rest=with_articles(" ".join(rest)), plural=several)


def _having(first: str, rest: list[str]) -> Statement | None:
    at = 1 if len(rest) > 1 and rest[0] in ("never", "just", "already", "always", "finally") else 0
    done, behind = rest[at].casefold(), " ".join(rest[at + 1 :])
    verb = inflection.lemma(done)
    if verb and done == inflection.done(verb) and (behind or not inflection.is_noun(done)):
        if verb in ("get", "be", "have") and first != "had":
            return None
        if at and rest[0] == "never":
            return Statement(Form.NEVER, thing=" ".join(rest[1:])) if first != "had" else None
        said = completed(Form.PLUPERFECT if first == "had" else Form.PERFECT, verb, behind)
        return replace(said, thing="") if said and not first.endswith("n’t") else None
    if first.endswith("n’t") or first == "had":
        return completed(Form.DID, "have", " ".join(rest)) if first == "had" and rest[0] != "to" else None
    own = " ".join(rest)
    if wants_article(rest):
        own = a(own)
    group = noun_group(rest)
    return Statement(Form.HAS, rest=with_articles(own), plural=bool(group) and inflection.is_plural(group[-1]))


def _refusing(first: str, rest: list[str]) -> Statement | None:
    helper = _ONE_OF_MANY.get(first, first)
    verb, behind = rest[0].casefold(), " ".join(rest[1:])
    if inflection.lemma(verb) != verb:
        return None
    said = completed(Form.MODAL, verb, behind)
    return replace(said, helper=helper, thing="") if said else None


def of_verb(words: list[str], several: bool = False) -> Statement | None:
    """A clause of a verb as it is said of somebody: “does soup”, “counted the stones”; of two verbs, both."""
    first, rest = words[0].casefold(), " ".join(words[1:])
    verb = inflection.lemma(first)
    is_left = first == "left" and rest in ("him", "her", "them", "school", "home")
    if not verb or is_left or (first in _TOO_WEAK and not _is_said(first, words)):
        return None
    if first.endswith("ing") and first == inflection.doing(verb):
        return completed(Form.UNDER_WAY, verb, rest) if rest or not inflection.is_noun(first) else None
    form = _form_of(first, verb, several)
    if form is None:
        return None
    head, tail = parted(rest, form)
    said = completed(form, verb, head)
    if said is None or (not head and verb in listed("weak")):
        return None
    for one in tail:
        more = _more(one.split(), several)
        if more is None:
            return None
        said = said.followed_by(more)
    return replace(said, thing=said.doing if said.form is not Form.KNOWS or not tail else inflection.doing(verb))


def _more(words: list[str], several: bool) -> Statement | None:
    """A second verb, with the adverb before it: “and never tells”."""
    adverb = words[0] if words[0].casefold() in _KEPT and len(words) > 1 else ""
    said = of_verb(words[1:] if adverb else words, several)
    return replace(said, adverb=adverb) if said else None


def _is_said(first: str, words: list[str]) -> bool:
    """Whether “says” has something behind it that can be repeated, and “asks” somebody."""
    behind = words[1].casefold() if len(words) > 1 else ""
    if first in ("asks", "ask", "asked"):
        return behind in listed("determiners") | {"for"}
    if first in ("wants", "wanted"):
        return behind in ("him", "her", "them")
    return first in ("says", "said") and behind in ("they", "it", "that", "“i", "no")


def _form_of(first: str, verb: str, several: bool) -> Form | None:
    """Whether a verb says what somebody does or did; None where it can be neither."""
    if several and first == verb and (not inflection.is_noun(first) or inflection.does(verb) in listed("habits")):
        return Form.DOES
    if first == inflection.does(verb) and not several:
        return Form.KNOWS if verb in listed("stative") else Form.DOES
    return Form.DID if first == inflection.did(verb) != verb else None


def _without_verb(words: list[str], several: bool, of_pet: bool) -> Statement | None:
    """What somebody is, where the “is” is left out: “on the e-bike now”, “retired vicar”, “proud of it”."""
    text = " ".join(words)
    first = words[0].casefold().strip(",")
    if _SAD_PLACE.match(text):
        return None
    if _QUOTED.fullmatch(text):
        return Statement(Form.DOES, "say", text.lower())
    has_a_verb = any(is_verbal(" ".join(words[at:])) for at in range(1, len(words)))
    if first in _PLACED and len(words) > 1 and not has_a_verb and "not" not in words:
        return Statement(Form.STATE, rest=with_articles(text), plural=several)
    if role := role_of(words):
        return None if several else Statement(Form.IS, thing=role)
    group = noun_group(words)
    if of_pet and group and group[-1].casefold().strip(",") in animals() and len(group) == len(words) > 1:
        return Statement(Form.IS, thing=a(text.removeprefix("a ").removeprefix("an ")))
    if _is_state(first) and (len(words) == 1 or words[1] in listed("prepositions")):
        return Statement(Form.STATE, rest=with_articles(text), plural=several)
    return None


def _is_state(word: str) -> bool:
    return word in listed("states")
