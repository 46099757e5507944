"""Clauses: what each clause of a jotting says, turned to whoever it is about; None where who does it is not certain."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from notes.language import inflection
from notes.reading.values.name_likeness import is_given_name
from notes.wording.accounts.gates import may_be_said
from notes.wording.accounts.naming import (
    Clause,
    Who,
    is_no_more,
    is_of_them,
    is_readable,
    named_in,
    names_of,
    of_kin,
    of_somebody,
    somebody_named,
    to_you,
    yours,
)
from notes.wording.accounts.rewriting import listed_here, smoothed
from notes.wording.details.wordbook import is_he_called
from notes.wording.grammar import a
from notes.wording.stories.articles import lacks_one
from notes.wording.stories.cast import Cast
from notes.wording.stories.grammar import listed
from notes.wording.stories.heads import falls, kind_of_thing
from notes.wording.stories.jotted import is_compound, opened
from notes.wording.stories.parts import Form, Sort, Word, forms, is_number
from notes.wording.stories.scene import BEFORE_THE_VERB, Scene
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import Token, joined
from notes.wording.stories.turning import turned
from notes.wording.stories.whole import small_words


@dataclass(frozen=True, slots=True)
class _Behind:
    """What stands behind the clauses that were read: who was named in them, and what the last one was."""

    scene: Scene
    somebody: str = ""  # whom “he” and “she” mean from now on
    does_next: str = ""  # who does what the next clause leaves out, where that is not the customer
    last: Clause | None = None
    is_ours: bool = False  # whether the last clause was the office's doing, and so may be the next


def read_clauses(parts: Sequence[str], cast: Cast) -> Iterator[Clause | None]:
    """Every clause of a jotting as it is said to the customer."""
    behind = _Behind(Scene(cast.known_before()))
    for part in parts:
        found = _clause(part, cast, behind) if may_be_said(part) else None
        if found is None:
            behind = replace(
                behind, does_next="", last=None, is_ours=behind.is_ours or is_the_offices_doing(part, cast)
            )
            yield None
            continue
        clause, scene = found
        clause = replace(clause, text=smoothed(clause.text))
        somebody = named_in(part) or behind.somebody
        does_next = called_in(clause.text)
        if clause.who is Who.NOBODY and (named := somebody_named().match(part)):
            does_next = names_of(named) if is_no_more(named["rest"]) else ""
        elif clause.who is Who.NOBODY:
            does_next = behind.does_next
        is_ours = behind.is_ours and clause.who in (Who.NOBODY, Who.STATE)
        behind = _Behind(scene, somebody, does_next, clause, is_ours)
        yield clause


def is_the_offices_doing(part: str, cast: Cast) -> bool:
    words = tagged(opened(part, cast))
    return bool(words) and words[0].is_finite and not _is_certain(words)


def may_be_of_a_thing(part: str) -> bool:
    """Whether a clause says, without a word of who does it, what a thing may do as well: “stands in her yard now”."""
    first = part.partition(" ")[0]
    return Form.DOES in forms(first) and inflection.lemma(first) in listed_here("of_things")


def _is_of_nobody_knows_whom(part: str, words: Sequence[Word], behind: _Behind) -> bool:
    """Whether a clause may be the office’s doing, or a thing’s, or say what was done to a thing."""
    is_of_a_thing = behind.last is not None and behind.last.is_over and may_be_of_a_thing(part)
    is_done = len(words) == 1 and part.endswith("ed")  # “numbered”
    return is_of_a_thing or is_done or (behind.is_ours and words[0].form is Form.DID)


def called_in(text: str) -> str:
    """“he” behind “you call him Clive”, of whom the next clause may be."""
    match = re.match(r"you (?:call|called|name|named|christened) (him|her|it)\b", text)
    return {"him": "he", "her": "she", "it": "it"}[match[1]] if match else ""


_NAMES_IT = re.compile(r"(?:(?:she|he|they) )?(calls|called|named|christened) (him|her|it|them) (?:the )?[A-Z][\w’ ]*$")


def _clause(part: str, cast: Cast, behind: _Behind) -> tuple[Clause, Scene] | None:
    """A clause as it is said to the customer, and the scene behind it."""
    scene = behind.scene
    if named := _NAMES_IT.match(part):
        verb = inflection.lemma(named[1]) if named[1] == "calls" else named[1]
        return Clause(f"you {verb} {part[named.start(2) :]}", Who.YOU), scene
    if beside := of_somebody(part, cast, scene) or of_kin(part, cast, scene):
        return beside
    part = _small(part, cast)
    tokens = opened(part, cast)
    words = tagged(tokens)
    if not words or not is_readable(tokens) or _is_of_nobody_knows_whom(part, words, behind):
        return None
    if cast.you.several and words[0].small in ("he", "she"):
        each = _each_of_two(tokens, words, behind)
        return (each, scene) if each else None
    if as_it_is := _as_it_stands(tokens, words, behind, cast) or _without_its_verb(part, tokens, words):
        return as_it_is, scene
    if len(words) > 1 and words[0].form is Form.DOING and words[0].sort is Sort.VERB:
        return _going_on(part, cast, scene)
    if _goes_on_doing(words, behind):
        tokens = opened(f"{'he' if cast.you.he else 'she'} {part}", cast)
        words = tagged(tokens)
    if met := _of_a_passer_by(tokens, cast):
        return Clause(met, Who.OTHER), scene
    if _do_with_article(words):
        return Clause(yours(joined(tokens)), Who.OTHER), scene
    if subject := _does_without_article(words):
        return Clause(f"{subject} {yours(joined(tokens))}", Who.OTHER), scene
    if _names_a_thing(words):
        thing = None if _lacks_its_verb(part, words) else _thing(tokens, words)
        return (thing, scene) if thing else None
    return _turned(tokens, words, cast, scene) or _goes_on_raw(tokens, words, behind)


def _each_of_two(tokens: Sequence[Token], words: Sequence[Word], behind: _Behind) -> Clause | None:
    """What he does and what she does, said to both: “one of you drives, the other navigates”."""
    does = len(words) > 1 and words[1].form in (Form.DOES, Form.HELPS)
    if not does or {"him", "her", "his"} & {one.small for one in words}:
        return None
    is_second = behind.last is not None and behind.last.text.startswith("one of you ")
    return Clause(f"{'the other' if is_second else 'one of you'} {joined(tokens[1:])}", Who.OTHER)


def _without_its_verb(part: str, tokens: Sequence[Token], words: Sequence[Word]) -> Clause | None:
    """A clause that only says how something is, what was found, or what one of several is called."""
    if _is_state(words):
        return Clause(joined(tokens), Who.STATE)
    if re.match(r"one (?:called|named) [A-Z]", part):
        return Clause(joined(tokens), Who.NOBODY)
    if re.match(r"[a-z]+-[a-z]+ed [a-z]", part):  # “bucket-watered all August”
        return Clause(f"you {joined(tokens).removeprefix('a ')}", Who.YOU)
    found = _found(words, tokens)
    return Clause(yours(found), Who.NOBODY) if found else None


def _lacks_its_verb(part: str, words: Sequence[Word]) -> bool:
    """Whether what names somebody or something leaves out what is told of it: “grandson Rory geology”."""
    if Form.DOES in forms(words[0].small) and len(words) > 1 and words[1].sort is Sort.PREPOSITION:
        return True
    named = somebody_named().match(part)
    return named is not None and re.match(r" [a-z]", named["rest"]) is not None and not _LED_ON.match(named["rest"])


def _turned(tokens: Sequence[Token], words: Sequence[Word], cast: Cast, scene: Scene) -> tuple[Clause, Scene] | None:
    """A clause with a verb, turned to whoever it is about."""
    if not _is_certain(words) or words[0].small in listed_here("weather") or lacks_one(tokens):
        return None
    told = turned(tokens, cast, scene, jotted=True)
    if told is None or not told.has_verb or (words[0].sort is Sort.ADJECTIVE and Form.DID in forms(words[0].small)):
        return None
    is_bare = words[0].sort is Sort.NOUN and inflection.is_plural(words[0].small) and not told.text.startswith("you")
    text = f"your {told.text}" if is_bare else told.text
    text = re.sub(r"^(?:the|your) (?=(?:[a-z]+ )?([a-z]+)\b)", lambda the: _of_a_stranger(words, the), text)
    if not _IS_TOLD.match(text):
        return None
    return Clause(text, _who_in(text)), told.scene


def _goes_on_raw(tokens: Sequence[Token], words: Sequence[Word], behind: _Behind) -> tuple[Clause, Scene] | None:
    """How a contest went on for what was entered: “your leeks came second, and lost to Ken by four millimeters”."""
    is_contest = behind.last is not None and behind.last.who is Who.OTHER and behind.last.is_over
    is_result = words[0].form is Form.DID and inflection.lemma(words[0].small) in _CONTESTED
    return (Clause(joined(tokens), Who.OTHER), behind.scene) if is_contest and is_result else None


_CONTESTED = frozenset(["lose", "win", "beat", "come", "finish", "place"])


def _of_a_stranger(words: Sequence[Word], the: re.Match[str]) -> str:
    """“a” before somebody who has not been spoken of: “a man in a pineapple suit beat you”."""
    return "a " if words[1:2] and words[1].small in listed_here("strangers") else the[0]


# “you” stands at the front, or behind what says when, or not at all; and it does nothing to itself.
_IS_TOLD = re.compile(
    r"(?!.*\byou [^,]*\b(?:took|got|called|gave|told|saw|beat|with|for|of|to|at|let|sent) you$)"
    r"(?!.*\byou [^,]*\b(?:took|call|called|gave|told|beat) you\b)(?!you (?:run|ran) [a-z]+ late)"
    r"(?:you\b|(?:in|on|at|by|every|now|once|as|the (?:first|last|only)|(?:your|the) [^,]{3,30}?) [^,]*\byou\b"
    r"|(?!.*\byou\b))"
)


def _as_it_stands(tokens: Sequence[Token], words: Sequence[Word], behind: _Behind, cast: Cast) -> Clause | None:
    """A clause on somebody who has been named: “I got him out”, “he came back fatter”, and what they did next."""
    small = {word.small for word in words}
    first = words[0]
    text = joined(tokens)
    if re.match(r"that’s how\b|(?:mine|ours) [a-z]+s\b|every ?one\b", text):
        return Clause(yours(text), Who.OTHER)
    is_behind_a_thing = behind.last is not None and behind.last.who is not Who.YOU
    broke = behind.last is not None and _BREAKS.match(text)
    fell = falls(text) and (is_behind_a_thing or not text.startswith("fell "))
    if (fell or broke or _TOOK.match(text)) and first.is_finite:
        return Clause(f"it {text}", Who.OTHER)
    if first.small == "they" and behind.last and not small & {"we", "i"} and _is_of_many(behind.last.text):
        return Clause(text, Who.OTHER)
    if behind.does_next and first.is_finite:
        return Clause(f"{behind.does_next} {text}", Who.OTHER)
    if behind.somebody and first.small in ("i", "we") and small & {"him", "her", "it", "them"}:
        return Clause(text, Who.WE)
    if behind.somebody and first.small in ("he", "she") and any(word.is_finite for word in words):
        return Clause(text, Who.OTHER) if is_of_them(behind.somebody, first.small, cast) else None
    is_it = first.small in ("went", "turned") and len(words) == 2 and "ADJ" in inflection.kinds(words[1].small)
    return Clause(f"it {text}", Who.OTHER) if is_it else None


_TOOK = re.compile(r"(?:took|lasted|cost) (?:you )?[a-z-]+ (?:years|months|weeks|days|hours|goes|tries)\b")
_BREAKS = re.compile(r"(?:broke down|conked out|gave out|wouldn’t start|would not start)\b")


def _is_of_many(text: str) -> bool:
    """Whether a clause names several people, whom “they” may mean."""
    words = set(re.findall(r"[a-z]+", text.casefold()))
    return bool(words & (listed_here("circles") | listed("people")))


def _going_on(part: str, cast: Cast, scene: Scene) -> tuple[Clause, Scene] | None:
    """What somebody is at: “learning the accordion”; a knitting group is a thing."""
    circle = re.match(rf"[a-z]+ing (?:{'|'.join(sorted(listed_here('circles')))})\b", part)
    if circle:
        return Clause(f"your {circle[0]}", Who.NOBODY), scene
    part = _PLAYED.sub(lambda match: f"{match[1]} {_the_to_play(match[2])}", part)
    told = turned(opened(f"is {part}", cast), cast, scene, jotted=True)
    return (Clause(told.text, Who.YOU), told.scene) if told and told.text.startswith("you’re ") else None


_PLAYED = re.compile(r"\b(learning|playing|practicing|practising) ([a-z]+)\b")


def _the_to_play(what: str) -> str:
    return f"the {what}" if kind_of_thing([what]) == "to play" else what


_IS_A_HABIT = re.compile(
    r"\b(?:every|each) [a-zA-Z]+$|\bon [A-Z][a-z]+days$|\b(?:his|her|your) [a-z]+(?: [A-Z][a-z]+)? every\b"
)


def _goes_on_doing(words: Sequence[Word], behind: _Behind) -> bool:
    """Whether what looks like things is what they do besides: “works nights, naps in the car”."""
    is_led = len(words) > 1 and words[1].sort in (Sort.PREPOSITION, Sort.DETERMINER)
    did = behind.last is not None and behind.last.who is Who.YOU and not behind.last.is_over
    is_theirs = _IS_A_HABIT.search(joined([word.token for word in words])) is not None
    if len(words) > 1 and words[0].sort is Sort.ADJECTIVE and words[1].sort is Sort.DETERMINER:
        return Form.DID in forms(words[0].small)  # “tuned 214 pianos”
    return (did or is_theirs) and is_led and not words[0].is_finite and Form.DOES in forms(words[0].small)


def _of_a_passer_by(tokens: Sequence[Token], cast: Cast) -> str:
    """What somebody whom nobody knows did to the customer: “a man in a pineapple suit beat you”; "" elsewhere."""
    text = joined(tokens)
    who = "|".join(sorted(listed_here("strangers")))
    match = re.match(
        rf"(?:the |your |an? )?(?P<who>(?:(?!your\b)[a-z]+ )?(?:{who})(?: in [^,]+?)?) (?P<did>[a-z]+) (?P<rest>.+)$",
        text,
    )
    if match is None or Form.DID not in forms(match["did"]):
        return ""
    rest = to_you(match["rest"], "", cast)
    return "" if rest is None or rest == match["rest"] else f"{a(match['who'])} {match['did']} {rest}"


def _do_with_article(words: Sequence[Word]) -> bool:
    """Whether several do what a tagger takes for a thing: “the cows like it”."""
    if len(words) < 4 or words[0].small not in ("the", "our", "your") or not inflection.is_plural(words[1].small):
        return False
    return Form.BASE in forms(words[2].small) and not any(word.is_finite for word in words)


def _does_without_article(words: Sequence[Word]) -> str:
    """The article of what does something and has none, “crew still asks”, “receipts come in a box”; "" elsewhere."""
    is_thing = words[0].sort is not Sort.PRONOUN and words[0].small not in small_words()
    if len(words) < 3 or not is_thing or "NOUN" not in inflection.kinds(words[0].small):
        return ""
    verb = words[2] if words[1].small in BEFORE_THE_VERB else words[1]
    is_several = inflection.is_plural(words[0].small)
    does = verb.form is Form.DOES and verb.sort is Sort.VERB and not is_several
    do = is_several and Form.BASE in forms(verb.small) and verb.sort in (Sort.VERB, Sort.NOUN, Sort.ADJECTIVE)
    behind = words[words.index(verb) + 1 :]
    is_led = bool(behind) and behind[0].sort in (Sort.PREPOSITION, Sort.DETERMINER, Sort.PRONOUN)
    if not is_led or not (does or do) or (Form.DOES in forms(words[0].small) and does):
        return ""
    return "your" if is_several and words[0].small not in listed("people") else "the"


def _names_a_thing(words: Sequence[Word]) -> bool:
    """Whether a clause only names a thing: it has no verb but one that tells how it is, “a heart carved in booth 4”."""
    if len(words) == 1:
        return "NOUN" in inflection.kinds(words[0].small) or words[0].sort is Sort.NAME
    finite = [at for at, word in enumerate(words) if word.is_finite]
    if not finite:
        return True
    at = finite[0]
    is_done = (
        at > 0
        and Form.DONE in forms(words[at].small)
        and (words[at - 1].sort is Sort.NOUN or words[at - 1].small in ("all", "both"))
    )
    is_bare = (words[0].sort in (Sort.NOUN, Sort.ADJECTIVE) or is_number(words[0].small)) and at + 1 < len(words)
    return is_done and is_bare and len(finite) == 1 and words[at + 1].sort is Sort.PREPOSITION


_LED_ON = re.compile(r" (?:in|at|on|from|with|and|both|all|out|home|back|off)\b")


def _small(part: str, cast: Cast) -> str:
    """A clause with a small letter where only the sentence began."""
    first, space, rest = part.partition(" ")
    small = first.casefold()
    is_known_word = (
        inflection.is_word(small) or is_compound(small) or re.fullmatch(r"[a-z-]{4,}(?:ed|ing)", small) is not None
    )
    is_word = first[1:].islower() and is_known_word and cast.part(first) is None
    is_word = is_word and is_he_called(small) is None and not is_given_name(first)
    is_name = rest[:1].isupper() and not {Form.DID, Form.DOES} & forms(small)  # “Big Bend”
    return f"{small}{space}{rest}" if is_word and first[0].isupper() and not is_name else part


def _is_state(words: Sequence[Word]) -> bool:
    """Whether a clause only says how something is: “crooked on purpose”, “scared of water until February”."""
    first = words[0]
    if first.form is Form.DOING:
        return False
    is_adjective = first.sort is Sort.ADJECTIVE or "ADJ" in inflection.kinds(first.small)
    is_led = len(words) > 1 and words[1].sort in (Sort.PREPOSITION, Sort.TO)
    return is_adjective and first.form is not Form.DOES and is_led


def _found(words: Sequence[Word], tokens: Sequence[Token]) -> str:
    """What was found on something of theirs, whoever found it: “fourteen dominoes down her sofa”."""
    small = [word.small for word in words]
    is_theirs = any(one in ("his", "her", "their") for one in small[1:])
    return joined(tokens[1:]).strip() if small[0] in ("found", "pulled", "fished") and is_theirs else ""


def _is_certain(words: Sequence[Word]) -> bool:
    """Whether what looks like a verb without anybody who does it is one, and is not what the office has done."""
    first = words[0]
    if not first.is_finite:
        return first.form is not Form.BASE and not (first.sort is Sort.VERB and first.form is Form.NONE)
    lemma = inflection.lemma(first.small)
    rest = [word.small for word in words[1:3]]
    is_work = first.form is Form.DID and lemma in listed_here("work") and bool({"his", "her", "their"} & {*rest})
    to_a_name = len(words) > 1 and words[1].token.text.istitle()
    is_given = first.form is Form.DID and lemma in listed_here("giving") and to_a_name
    is_what_it_was = (
        first.small in ("did", "redid") and rest[:1] == ["it"] and not rest[-1].endswith(("self", "selves"))
    )
    return not (is_work or is_given or is_what_it_was)


def _thing(tokens: Sequence[Token], words: Sequence[Word]) -> Clause | None:
    """A clause without a verb, where it names a thing."""
    if words[0].sort in (Sort.PREPOSITION, Sort.LINK, Sort.AND, Sort.ADVERB, Sort.PRONOUN, Sort.TO):
        return None
    is_done = (
        len(tokens) > 2
        and tokens[0].small in ("a", "an", "the")
        and inflection.lemma(tokens[1].small) in listed_here("work")
    )
    if is_done and Form.DID in forms(tokens[1].small):  # “planted river birch”: who did, nobody knows
        return Clause(a(yours(joined(tokens[2:])).strip()), Who.NOBODY)
    begins = inflection.lemma(tokens[0].small) in ("start", "begin", "finish", "keep") and tokens[0].small.endswith(
        "ed"
    )
    if begins and len(words) > 1 and words[1].small.endswith("ing"):
        return Clause(f"you {joined(tokens)}", Who.YOU)  # “started driving a school bus”
    article = "a " if words[0].sort is Sort.NOUN and any(word.is_finite for word in words) else ""
    return Clause(article + yours(joined(tokens)), Who.NOBODY)


def _who_in(text: str) -> Who:
    if re.match(r"(?:(?:in|at|on|by|every|now|once|the (?:first|last|night|day))\b[^,]{0,30} )?you\b", text):
        return Who.YOU
    return Who.WE if re.match(r"(?:(?:the|on|at|in) [^,]{3,40} )?(?:I|we)\b", text) else Who.OTHER
