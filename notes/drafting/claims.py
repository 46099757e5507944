"""Claims: what a sentence of a draft would have us believe that no fact says.

A sentence is read clause by clause, without the name of whom it speaks to. Nothing in it may be past, be taken for
granted, be of somebody’s private life, or be rude, unless a fact has it. Then:

* a wish, a question and a toast may be of anything;
* what would or might be, and what one is asked to do, may speak of the things in the facts and of harmless ones;
* a word on the world at large may as well, and further still if it is about a thing of the facts;
* a statement about somebody must be what one fact says, in its order and about the same person.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from notes.drafting.facts import Facts, content, is_listed, listed, roots, words_of
from notes.language import inflection
from notes.language.texts import word_set

_NOT = word_set("not no never nor neither nobody nothing none cannot without hardly")
_BETWEEN = "a little|a bit|very|quite|rather|still|always|really|just|only|also|do|am|are|so|can(?:’t|not)?|could|would"
_I = (
    r"(?:either way,? |for now,? |until then,? )?(?:and |but |so )?(?:I|we)(?:’d| would| do| can)? "
    r"(?:(?:still|always|really|just|only) )?"
)
_WISHING = re.compile(
    rf"^(?:{_I}(?:(?:hope|wish|wonder|trust|love|like)\b|(?:won’t|will not|shall not) forget\b)|may |wishing |hoping "
    r"|enjoy |here(?:’s| is) (?:to|hoping)|have (?:a|the) |(?:now )?let (?!me|us))",
    re.IGNORECASE,
)
_THINKING = re.compile(
    rf"^{_I}(?:think|thought|suppose|guess|bet|imagine|picture|expect|believe|know|say"
    r"|am (?:so )?(?:glad|sure|proud|happy))\b,? ?(?:that )?",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:how|what|who|which|where|why|whether|so|of|to|about|for)\b|$", re.IGNORECASE)
_MODAL = re.compile(
    r"(?:’d| would| might| could| may| must| should| can| deserves?| ought to)\b(?! have (?!to))", re.IGNORECASE
)
_BIDDING = re.compile(
    r"^(?:and |but )?(?:please |do |just |now )*(?:give|tell|take|keep|wish|sleep|rest|sing|dance|eat|celebrate|look"
    r"|say|save)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(r"^(?:and |but )?(?:please )?tell [\w ]{2,20}? (?:for me )?(?:that )?(?=I )", re.IGNORECASE)
_TOAST = re.compile(
    r"^(?:and )?(?:[\w’]+ ){0,3}(?:joy|love|wishes|best|regards|congratulations|cheers|luck|happiness|bravo|well done"
    r"|welcome|happy [\w-]+)(?: (?:to|for|from|on|with|and)\b|[,.!]|$)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:^|, )(?:and |but |so |or )?(?:(?:in|at|on|to|of|with|for) )?(?:do|does|did|is|are|was|were|can|could|will"
    r"|would|should|may|might|must|has|have|who|whose|what|when|where|which|why|how|any|whatever)\b"
    r"|\b(?:is|are) there\b",
    re.IGNORECASE,
)
_SELF = re.compile(rf"\b(?:I|we)(?:’(?P<short>m|ve|ll|d|re))? (?:(?:{_BETWEEN}) )*(?P<verb>[a-z’]+)", re.IGNORECASE)
_IS_SO = re.compile(r"(?<!how )(?<!what )\b(?:is|are|was|were|has|have|had)\b|’s (?!to\b)", re.IGNORECASE)
_IS = re.compile(r"\b(?:am|are)\b|’m\b|’re\b", re.IGNORECASE)
_AILS = re.compile(
    r"\b(?:your|his|her|their)(?: \w+)? (?:back|legs?|eyes?|ears?|head|stomach|foot|feet|arms?|teeth|nerves|voice"
    r"|heart) (?:is|are|feels?|gets?|holds?|heals?)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = word_set("i we you he she they me us him her them my our your his their mine ours yours hers theirs")
_LEANS = word_set("the this that these those your my our his her their its such")
_PAST_HELPERS = word_set("was were had did been")
_SAYS_SO = word_set(
    "is are am be can may must will would could should has have do does isn’t aren’t don’t doesn’t can’t won’t"
)
_SUBJECT = (
    r"(?:I|we|you|he|she|they|it|that|this|there|may|here|nobody|somebody|anybody|everybody|no one|please|tell|let"
    r"|enjoy|the|a|an|your|my|our|what|who|how|why|where|when|which|do|does|is|are|can|will)\b"
)
_BETWEEN_CLAUSES = (
    r"\s*[;:–—]\s+|\s*…\s*|,? (?=now that |because |since |although |though )|, (?={wish})|, (?={think})"
    r"|, (?:and|but|so|for|or|yet) (?={subject}|{names}|(?:all |my |our )*(?:love|joy|best|regards|thanks)\b|to )"
)
_SAID = re.compile(
    r"^(?:they (?:do not |don’t |never )?say|it is said|as they say)\b,?|, (?:they say|it is said)\b", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:now that|because|since|although|though|and|but|so|for|or|yet) ", re.IGNORECASE)
_LIKE = (
    r"\b(?:an?|such an?) (?P<kind>[^,.;:]*?)\b(?:like|as) (?:you|him|her|them|{names})\b"
    r"|\b(?:the|another) (?:{names})\b"
)
HARMLESS = ("wish", "definite", "harmless", "qualities")


def claims(sentence: str, known: Facts) -> list[str]:
    """What speaks against a sentence; nothing if it claims nothing new."""
    bare = _without_address(sentence, known.about.to)
    found = _taken_for_granted(bare, known)
    if found:
        return found
    clauses = _clauses(bare, known)
    asked = next((at for at, one in enumerate(clauses) if _ASKED.search(one)), len(clauses))
    asked = asked if sentence.rstrip("”").endswith("?") else len(clauses)
    is_wished = False
    for one in clauses[:asked]:
        is_wished = bool(_WISHING.match(one)) or (is_wished and not _is_stated(one))
        found += _helpers(one, known) if is_wished else _of_clause(one, known)
    return found + [flaw for one in clauses[asked:] for flaw in _helpers(one, known)]


def _without_address(sentence: str, to: Sequence[str]) -> str:
    """A sentence without the name of whom it speaks to, where commas set it apart.

    >>> _without_address("Happy birthday, Rosa! ", ["Rosa"]), _without_address("Rosa, you bake.", ["Rosa"])
    ('Happy birthday!', 'you bake.')
    """
    name = "|".join([" and ".join(to), *to])
    bare = re.sub(rf",\s*(?:{name})(?=\s*[,.!?:;–—…”]|$)|^(?:{name})\s*[,:]\s*", "", sentence.strip())
    return bare.strip(" ,")


def _clauses(sentence: str, known: Facts) -> list[str]:
    names = "|".join(sorted(map(re.escape, known.names)))
    between = _BETWEEN_CLAUSES.format(
        wish=_WISHING.pattern[1:], think=_THINKING.pattern[1:], subject=_SUBJECT, names=rf"(?:{names})\b"
    )
    found = [_LEAD.sub("", one.strip(" ,")) for one in re.split(between, sentence, flags=re.IGNORECASE) if one]
    return [one for one in found if one] or [sentence]


def _taken_for_granted(sentence: str, known: Facts) -> list[str]:
    small = [word.casefold() for word in words_of(sentence)]
    names = [one.casefold() for one in known.about.names]
    found = [f"“{word}” is past, and no fact says so" for word in _past(small, names) if not known.has(word)]
    found += [f"“{word}” leans on what no fact has" for word in _leant_on(small, known)]
    found += [
        f"“{word}” is of somebody’s life, and no fact has it"
        for word in small
        if is_listed(word, "never", "life") and not known.has(word)
    ]
    found += [f"“{word}” is not kind" for word in small if is_listed(word, "never", "rude") and not known.has(word)]
    for likened in re.finditer(_LIKE.format(names="|".join(map(re.escape, known.about.names))), sentence):
        if likened["kind"] is None or known.free(words_of(likened["kind"])):
            found.append(f"“{likened[0]}” says of somebody what no fact says")
    found += [f"“{ails[0]}” asks after somebody’s health"] if (ails := _AILS.search(sentence)) else []
    return found


def _of_clause(clause: str, known: Facts) -> list[str]:
    if _WISHING.match(clause):
        return _helpers(clause, known)
    if meant := _THINKING.match(clause) or _TELLING.match(clause):
        rest = clause[meant.end() :]
        return _helpers(clause, known) if _OPEN.match(rest) else _of_clause(rest, known)
    words = words_of(_SAID.sub("", clause))
    small = [word.casefold() for word in words]
    of_somebody = any(word in known.about.names and word not in known.about.to for word in words)
    if _TOAST.match(clause) and not _is_stated(clause) and not (of_somebody and _known_things(words, known)):
        return _of_things(words, known)
    is_said_of_you = "you" in small and _is_denied(small)
    is_thought_up = _BIDDING.match(clause) or (_MODAL.search(clause) and _people(small) < 2 and not of_somebody)
    if is_thought_up and not is_said_of_you:
        return _of_things(words, known)
    if _people(small) or any(word in known.about.names for word in words):
        return _of_statement(clause, words, known)
    return [] if _is_stated(clause) and _known_things(words, known) else _of_things(words, known)


def _known_things(words: Sequence[str], known: Facts) -> bool:
    return any(content(word) and known.has(word) and word not in known.about.names for word in words)


def _people(small: Sequence[str]) -> int:
    return sum(word.split("’")[0] in _OF_PEOPLE for word in small)


def _of_things(words: Sequence[str], known: Facts) -> list[str]:
    """What is of no thing in the facts, nor harmless."""
    free = [word for word in known.free(words, *HARMLESS) if not known.goes_with(word)]
    return [f"“{free[0]}” is in no fact"] if free else []


def _is_stated(clause: str) -> bool:
    """Whether there is a verb that says that something is so.

    >>> _is_stated("Otis loves cake"), _is_stated("Otis get the first crumb")
    (True, False)
    """
    return any(
        word in _SAYS_SO or word.endswith(("’s", "’re", "’m")) or (verb and word == inflection.does(verb) != verb)
        for word in map(str.casefold, words_of(clause))
        for verb in (inflection.lemma(word),)
    )


def _helpers(clause: str, known: Facts) -> list[str]:
    """A question or a wish about the past: then all of it must be known."""
    small = [word.casefold() for word in words_of(clause)]
    if not set(small) & _PAST_HELPERS and not any(word.endswith("’ve") for word in small):
        return []
    free = known.free(small, "wish")
    return [f"“{free[0]}” is past, and no fact says so"] if free else []


def _of_statement(clause: str, words: Sequence[str], known: Facts) -> list[str]:
    """A plain statement about somebody: what one fact says, in its order and about the same person."""
    small = [word.casefold() for word in words]
    if free := known.free(small, "wish"):
        return [f"“{free[0]}” is in no fact"]
    if odd := _of_self(clause, known):
        return [odd]
    told = [word for word in words if content(word) and known.has(word) and word not in known.about.to]
    said = [roots(word) for word in told if not is_listed(word, "may", "wish")]
    if not said or (len(said) == 1 and told[0] in known.about.names):
        return ["it says of somebody what no fact says"] if said and _IS_SO.search(clause) else []
    for row, has in zip(known.rows, known.words, strict=True):
        is_of_who = bool({"is", "are"} & has) and "your" in has
        if _is_linked(small) and not {"is", "are"} & has:
            continue
        is_said = _follows(said, row, is_of_who=is_of_who) and _is_denied(small) == _is_denied(has)
        if is_said and _is_of_the_same(small, words, has, known):
            return []
    return ["it puts the facts together in another way"]


def _is_linked(small: Sequence[str]) -> bool:
    """Whether somebody is said to be something, and not only to be doing it."""
    return any(one in ("is", "are") and not behind.endswith("ing") for one, behind in pairwise((*small, "")))


def _of_self(clause: str, known: Facts) -> str:
    """What the one who signs says of themselves, which no fact has."""
    ours = any({"i", "we", "my", "our", "me", "us"} & has for has in known.words)
    for match in _SELF.finditer(clause):
        verb = match["verb"].casefold()
        is_felt = is_listed(verb, "may", "feelings") or (_IS.search(match[0]) and is_listed(verb, "may", "wish"))
        if match["short"] in ("ve", "ll") or not (is_felt or ours):
            return f"“{match[0]}” is said of the one who signs, and no fact says so"
    return ""


def _follows(said: Sequence[frozenset[str]], row: Sequence[frozenset[str]], *, is_of_who: bool) -> bool:
    """Whether the words stand in a fact in this order; who somebody is may be said in either."""
    if is_of_who:
        return all(any(one & other for other in row) for one in said)
    rest = iter(row)
    return all(any(one & other for other in rest) for one in said)


def _is_denied(words: Collection[str]) -> bool:
    return any(word in _NOT or word.endswith("n’t") for word in words)


def _is_of_the_same(small: Sequence[str], words: Sequence[str], has: Collection[str], known: Facts) -> bool:
    """Whether a statement is about whom the fact is about: neither names nor means somebody whom the fact does not."""
    named = {one.casefold() for one in words if one in known.about.names}
    to = {one.casefold() for one in known.about.to}
    if len(to) > 1 and named & to and not (named >= to and "you" in has):
        return named <= set(has)  # of a couple, the one is not the other
    return named - to <= set(has)


def _past(small: Sequence[str], names: Collection[str]) -> list[str]:
    """The verbs that say that something was."""
    found = []
    for at, word in enumerate(small):
        before = small[at - 1] if at else ""
        verb = inflection.lemma(word)
        if word == "called" and small[at + 1 : at + 2] and small[at + 1] in names:
            continue  # “dachshunds called Nip and Tuck”
        if word == "got" and (before in ("have", "has") or before.endswith("’ve")):
            continue  # “which kind you’ve got”
        if not verb or word in _PAST_HELPERS or word in listed("may", "small") or word == verb:
            continue
        is_past = word == inflection.did(verb) and before not in ("would", "could", "be", "is", "are", "to", "being")
        is_done = word == inflection.done(verb) and before in ("have", "has", "had", "was", "were", "been", "got")
        if (is_past and not inflection.is_noun(word)) or is_done or before.endswith("’ve"):
            found.append(word)
    return found


def _leant_on(small: Sequence[str], known: Facts) -> list[str]:
    """The nouns behind “the”, “your” and the like, which take for granted what no fact has."""
    found = []
    for at, word in enumerate(small):
        is_relative = word == "that" and at > 0 and inflection.is_noun(small[at - 1])
        if (word not in _LEANS and not word.endswith("’s")) or is_relative:
            continue
        noun, is_bare = _noun_behind(small[at + 1 : at + 4])
        is_anybodys = word == "the" and is_bare and (known.goes_with(noun) or is_listed(noun, "may", "harmless"))
        if noun and not (known.has(noun) or is_anybodys or is_listed(noun, "may", "definite")):
            found.append(noun)
    return found


def _noun_behind(words: Sequence[str]) -> tuple[str, bool]:
    """The noun that an article or the like belongs to, and whether it is any such thing: “the new” one is not.

    There is none where it is left out, as in “the first”.
    """
    for at, word in enumerate(words):
        if is_listed(word, "may", "qualities"):
            continue
        if word in listed("may", "small"):
            return "", True
        if inflection.is_noun(word):
            return word, not {"new", "old", "other", "next", "big", "little"} & set(words[:at])
    return "", True
