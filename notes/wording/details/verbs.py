"""Verbs: whether a word of a jotting is one, and what is filled in behind it."""

import re
from dataclasses import replace

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.noun_phrases import is_relative, is_year, wants_article, with_articles, with_day
from notes.wording.details.shorthand import listed, listings
from notes.wording.details.statement import Form, Statement
from notes.wording.details.wordbook import relations
from notes.wording.grammar import a

_NOTHING_SAID = re.compile(r"\b(?:stuff|things?|a lot|lots|etc)\b", re.I)


def undertaking(text: str, liked: bool) -> str:
    """The words at the beginning that say that somebody wants something or is at it; what one likes is neither."""
    small = text.casefold().replace("’", "'")
    phrases = (*listings()["words"]["wanting"], *listings()["words"]["under_way"])
    found = next((phrase for phrase in phrases if small.startswith(f"{phrase} ")), "")
    return "" if liked and not found.startswith("learning") else found


def is_weak(verb: str, rest: str) -> bool:
    """Whether a verb says nothing by itself; one may do the flowers."""
    first = rest.casefold().split(" ", 1)[0]
    if verb == "got" and rest.startswith("rid of "):
        return False
    if verb in ("went", "goes", "gets", "got") and first in ("over", "off", "down", "up", "on", "out", "under"):
        return True
    if verb in ("came", "comes", "went", "goes", "gets", "got") and len(rest.split()) > 1:
        return False
    is_done = verb in ("does", "did") and (first in listed("determiners") or inflection.is_plural(first))
    return verb in listed("weak") and not is_done


def undertaken(form: Form, phrase: str, rest: str) -> Statement | None:
    """What somebody wants or is at, by the words that say so."""
    if not rest:
        return None
    head = rest.split(maxsplit=1)[0].casefold()
    if form is Form.WANTS and phrase in ("wanting", "wants", "dreams of", "dreaming of"):
        if phrase.startswith("dream"):
            return None
        if rest[0].isupper() and len(rest.split()) < 4:
            return completed(form, "see", rest)
        is_thing = head in listed("determiners") or head in ("somewhere", "something", "someone", "somebody")
        return Statement(Form.SEEKS, "want", with_articles(rest), thing=with_articles(rest)) if is_thing else None
    if form is Form.WANTS:
        if "learn" in phrase:
            return completed(form, "learn", rest if phrase.endswith("learn") else f"to {rest}")
        return completed(form, head, rest.partition(" ")[2]) if inflection.lemma(head) == head else None
    first, _, more = phrase.partition(" ")
    verb = inflection.lemma(first)
    behind = f"{more} {rest}".strip()
    if not more and head in listed("prepositions") - {"for", "to"}:
        return completed(Form.DOES, verb, behind)
    if phrase == "looking for":
        return Statement(Form.SEEKS, "look", f"for {with_articles(rest)}", thing=with_articles(rest))
    return completed(form, verb, behind) if verb else None


_LOOKING = frozenset(["fish", "hunt", "forage", "dive", "dig", "trawl", "angle"])


def completed(form: Form, verb: str, rest: str) -> Statement | None:
    """A statement of a verb; None where an article is missing behind it and nobody can tell which."""
    rest = with_day(rest)
    if form is Form.DOES:
        rest = re.sub(r"\bon ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$", r"on \1s", rest)
    words = rest.split()
    if rest in ("back", "away", "up", "over") and verb in (
        "give",
        "send",
        "take",
        "put",
        "bring",
        "get",
        "hand",
        "call",
    ):
        return None
    if words[:1] == ["and"] or _NOTHING_SAID.search(rest):
        return None
    if words and is_year(words[0]):
        rest = f"the {rest}"
    elif is_relative(words[:1]):
        rest = f"your {rest}"
    elif words and wants_article(words):
        if verb in listed("the_verbs"):
            rest = f"the {rest}"
        elif verb in listed("a_verbs"):
            rest = a(rest)
        elif verb not in listed("bare_verbs"):
            return None
    filled = rest if verb in _LOOKING and re.fullmatch(r"for [a-z]+", rest) else with_articles(rest)
    if verb in listed("stative") and form is Form.DOES:
        return Statement(Form.KNOWS, verb, filled, thing=inflection.doing(verb))
    said = Statement(form, verb, filled)
    return replace(said, thing=said.doing)


def is_finite(first: str, verb: str, rest: str) -> bool:
    """Whether a word is a verb as it is said of somebody: “hums”, “names every hen …”, but not “orchids”."""
    if not verb or not rest or not first.endswith("s") or first.endswith("ss") or first != inflection.does(verb):
        return False
    return not inflection.is_noun(first) or first in listed("habits") or leads_on(rest)


def leads_on(rest: str) -> bool:
    """Whether what stands behind a word that may be a noun as well makes a verb of it: “the gulls”, “every hen”."""
    words = [word.casefold().strip(",").split("’", 1)[0] for word in rest.split()]
    if not words:
        return False
    if words[0] in ("every", "each", "all", "this", "last", "next", "a", "one"):
        return len(words) > 1 and words[1] not in listed("times")
    return words[0] in listed("determiners") | _OBJECTS


_OBJECTS = word_set("he she they him her them it up out everybody everyone nobody somebody anybody himself herself")


def is_verbal(text: str) -> bool:
    """Whether a text begins with what can only be a verb, or with the pronoun before it."""
    first, _, rest = text.casefold().replace("'", "’").partition(" ")
    verb = inflection.lemma(first)
    is_told = bool(verb) and first == inflection.did(verb) != verb and (not inflection.is_noun(first) or leads_on(rest))
    return first in ("he", "she", "they") or is_finite(first, verb, rest) or is_told or first.endswith("n’t")


_AND = re.compile(r",? (?:and|&) (?:then )?(?=(?:never |always |still )?[a-z’]+\b)")


_BARE = re.compile(r"(?:(?:he|she|they|[A-Z][a-z]+) )?(?P<verb>[a-z]+)")


def begins_with_a_verb(text: str) -> bool:
    """Whether a clause begins with what somebody did or does, and leaves out who: “sleeps in them”, “got in”.

    >>> [begins_with_a_verb(text) for text in ("sleeps in them", "got in at Crossley Heath", "purple ones")]
    [True, True, False]
    """
    first = text.split(" ", 1)[0].casefold()
    verb = inflection.lemma(first)
    return inflection.tells_what_was_done(first) or bool(verb and verb != first and inflection.does(verb) == first)


def only_repeats(piece: str, text: str) -> bool:
    """Whether a piece of a text is a bare verb that says something fuller elsewhere: what “he paints” is the room.

    >>> only_repeats("he paints", "painted the den twice. he paints"), only_repeats("he paints", "he paints, she sews")
    (True, False)
    """
    verbs = [match and inflection.lemma(match["verb"]) for match in map(_BARE.fullmatch, piece.split(", "))]
    rest = re.findall(r"([A-Za-z]+)(?= [a-z\d])", text.replace(piece, ""))
    return all(verbs) and not {inflection.lemma(word) for word in rest}.isdisjoint(filter(None, verbs))


def parted(rest: str, form: Form) -> tuple[str, list[str]]:
    """What stands behind a verb, cut where an “and” leads to another verb in the same form.

    >>> parted("bread and gives it all away", Form.DOES)
    ('bread', ['gives it all away'])
    """
    start, parts = 0, []
    for match in _AND.finditer(rest):
        if _is_same(rest[match.end() :].split(), form):
            parts.append(rest[start : match.start()])
            start = match.end()
    cut = [*parts, rest[start:]]
    return cut[0], cut[1:]


def _is_same(words: list[str], form: Form) -> bool:
    """Whether a clause begins with a verb in a form."""
    at = 1 if words[0] in ("never", "always", "still") and len(words) > 1 else 0
    word, behind = words[at].strip(","), words[at + 1 :]
    verb = inflection.lemma(word)
    if not verb or word != (inflection.did(verb) if form is Form.DID else inflection.does(verb)):
        return False
    follows = behind[0].casefold() if behind else ""
    return not inflection.is_noun(word) or follows in _BEHIND or word in listed("habits")


_BEHIND = listed("determiners") | listed("prepositions") | _OBJECTS | {"that", "both", "nothing", "home"}


def goes_behind_a_verb(rest: str) -> bool:
    words = rest.split()
    if not words:
        return False
    first = words[0].casefold()
    known = (
        listed("determiners")
        | listed("prepositions")
        | {
            "her",
            "his",
            "their",
            "best",
            "first",
            "second",
            "third",
            "up",
            "rid",
            "back",
            "home",
            "away",
            "out",
            "everybody",
        }
    )
    return first in known or first.removesuffix("’s") in relations() or words[0][0].isupper()
