"""Statements: what a jotting says, as a clause that can be turned: “hums show tunes on treadmill” is hum and the rest.

What cannot be read with certainty is no statement. In one of the customer it says “you” and “your”, whoever is meant by
“her” in the file.
"""

import re
from dataclasses import replace

from notes.language import inflection
from notes.wording.details.addressing import ONE, PRONOUNS, You, addressed
from notes.wording.details.detail import Who
from notes.wording.details.noun_phrases import is_compound, with_articles
from notes.wording.details.predicates import of_verb
from notes.wording.details.shorthand import is_spelled_out, listed, listings, opened
from notes.wording.details.statement import Form, Statement
from notes.wording.details.things import being, having, named, noun
from notes.wording.details.verbs import completed, goes_behind_a_verb, is_finite, is_weak, undertaken, undertaking

__all__ = ["Form", "Statement", "statement"]

MOST_WORDS = 16


_POINTS_BACK = re.compile(r" (?:it|them|both|this|that|those|these|one)$", re.I)


NOT_READ = re.compile(r"->|[=#@<>|*_\[\]{}$£€%]|\d[./:-]\d|[A-Z]+-\d|\w&\w|https?:|\b(?:we|us|our|I|me)\b|\?")


_NEGATED = re.compile(r"n['’]t\b|\b(?:not|never|no|cannot|neither|nor|without)\b", re.I)


def statement(text: str, who: Who | None = None, *, liked: bool = False, you: You = ONE) -> Statement | None:
    """What a text says of the customer, or of somebody near to them; None where it is not certain.

    `liked` tells that it is a thing that they are fond of.

    >>> statement("hums show tunes on treadmill").doing
    'humming show tunes on the treadmill'
    >>> statement("6 hens named after opera singers").thing, statement("bowls Weds").do
    ('the six hens named after opera singers', 'bowl on Wednesdays')
    """
    plain = opened(text)
    if (said := never(plain)) and who is None and not liked:
        return said
    if not plain or len(plain.split()) > MOST_WORDS or NOT_READ.search(plain) or _NEGATED.search(plain):
        return None
    if not is_spelled_out(plain.split()) or re.search(r"\byou(?:r|rs|rself)?\b", plain):
        return None
    if set(plain.casefold().split()) & listed("never") or _POINTS_BACK.search(plain):
        return None
    if match := _AND_A_THING.search(plain):
        behind = plain[match.end() :].split()
        if not is_finite(behind[0], inflection.lemma(behind[0]), " ".join(behind[1:]) or "it"):
            return None
    first, _, rest = plain.partition(" ")
    if first in ("raised", "born", "named", "called", "based") and rest.split(" ", 1)[0] in listed("prepositions"):
        return None
    if (first in ("named", "called") and rest[:1].isupper()) or plain.startswith("used to "):
        return None
    read = _read(plain, who, liked)
    is_of_each = plain.partition(" ")[2].startswith(("every", "each", "all"))
    is_once = read is not None and read.form is Form.DOES and read.verb in listed("no_habit") and not is_of_each
    if is_once and not (plain.split()[0].endswith("ing") and read and read.verb not in ("marry", "retire", "graduate")):
        return None
    is_done_to_them = read is not None and read.form is Form.DID and _DONE_TO.search(f" {read.rest}")
    return addressed(read, who, you) if read and not (who is None and is_done_to_them) else None


# What is done to the customer is the office’s own: “walked her through the form”.
_DONE_TO = re.compile(
    r" (?:him|them)\b| her (?:the|a|an|to|in|at|on|with|for|about|through|down|up|out|over|our|that)\b| her$"
)
_AND_A_THING = re.compile(r", and ")
_NEVER_YET = re.compile(r"(?:has |have )?never (?:having )?(?P<what>(?P<done>[a-z]+) .+)", re.I)


def never(text: str) -> Statement | None:
    """What somebody has never done yet: “never been on a plane”, “never having owned a real winter coat”."""
    match = _NEVER_YET.fullmatch(text)
    if not match or PRONOUNS & set(text.casefold().split()) or len(text.split()) > MOST_WORDS:
        return None
    verb = inflection.lemma(match["done"])
    is_fit = match["done"] == "been" or (verb and match["done"] == inflection.done(verb) != verb)
    return Statement(Form.NEVER, thing=match["what"]) if is_fit and not NOT_READ.search(text) else None


def _read(text: str, who: Who | None, liked: bool) -> Statement | None:
    """The statement of an opened text, with its pronouns as they stand."""
    if phrase := undertaking(text, liked):
        form = Form.WANTS if phrase in listings()["words"]["wanting"] else Form.UNDER_WAY
        return undertaken(form, phrase, text[len(phrase) :].strip())
    words, adverb = text.split(), ""
    while len(words) > 1 and words[0].casefold() in listed("adverbs") | {"she", "he", "they"}:
        first = words[0].casefold()
        adverb = first if (who and first in ("always", "often")) or first == "once" else adverb
        words = words[1:]
    if words and words[0] == "from" and len(words) < 4 and words[-1][:1].isupper():
        return Statement(Form.KNOWS, "come", " ".join(words), thing=f"coming {' '.join(words)}")
    if role := being(words):
        return None if who else role
    first, rest = (words[0].casefold() if words else ""), " ".join(words[1:])
    if first in ("everything", "everyone", "everybody") and rest:
        return Statement(Form.ALL, thing=with_articles(rest))
    verb = inflection.lemma(first)
    if first in ("has", "have") and rest and not who:
        return having(words[1:])
    if (
        first.endswith("ing")
        and verb
        and verb != first
        and (rest or not inflection.is_noun(first))
        and not is_compound(words)
    ):
        return completed(Form.DOES, verb, rest) if verb != "go" else None  # where to, and when: that is not a habit
    if liked:
        return named(" ".join(words), liked)
    if is_finite(first, verb, rest):
        said = None if is_weak(first, rest) else of_verb(words)
        return replace(said, adverb=adverb) if said else None
    if first in listed("states") and rest.split(" ", 1)[0] in listed("prepositions"):
        return None
    if verb and first == inflection.did(verb) != verb and not is_weak(first, rest) and goes_behind_a_verb(rest):
        said = None if verb == "ask" and rest.startswith("about ") else of_verb(words)
        return replace(said, adverb=adverb) if said else None
    return None if who else noun(" ".join(words))
