"""Checks: whether a draft says nothing that the facts do not.

Nothing is believed. A sentence about somebody must say what one of the facts says, in its order and about the same
person, or else no more than anybody may wish. A question or a wish may go further, but presupposes nothing: what stands
behind “the” or “your” must be among the facts. What is said of the world in general may say what it likes in the
present. No number, name, day, promise or sale that is not among the facts, and nothing past that is not.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from notes.drafting.briefs import Brief
from notes.language import inflection
from notes.language.headers import Header
from notes.language.numbers import in_words
from notes.language.signals import Part, findings
from notes.language.texts import word_set
from notes.resources import table_beside
from notes.wording.details import State, wordbook

FEWEST_WORDS = 8
LONGEST = 800  # characters
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,:/]\d+)*")
_SENTENCES = re.compile(r"(?<=[.!?…])[”’\"']?\s+")
_ODD = re.compile(r"[^\w\s.,;:!?…’'“”\"()&–—-]|https?|www|\.\w+/|\(|\)|:\s*$|\n\s*[-*•\d]", re.IGNORECASE)
_GREETING = re.compile(r"\s*(?:dear|hi|hello|hey)\b[^\n.!?]{0,60}[,!:]\s*\n*", re.IGNORECASE)
_SIGNED = re.compile(r"\n+\s*(?:[\w’' ]{2,30},)\s*(?:\n+[^\n]{0,60})*\s*$")
_NOT = frozenset("not no never nor neither nobody nothing none cannot without hardly".split())  # noqa: SIM905
_WISHES = "hope|wish|bet|guess|imagine|suppose|wonder|think|trust"
_WISHING = re.compile(
    rf"^(?:and |but |so )?(?:(?:i|we)(?:’d| would| do)? (?:(?:still|always|really|just|only) )?(?:{_WISHES})\b"
    r"|may |here’s (?:to|hoping)|enjoy |have (?:a|the) |let )",
    re.IGNORECASE,
)
_BETWEEN = "still|always|really|just|only|also|do|am|are|so|can(?:’t|not)?|could|would"
_SELF = re.compile(rf"\b(?:I|we)(?:’(?P<short>m|ve|ll|d|re))? (?:(?:{_BETWEEN}) )*(?P<verb>[a-z’]+)", re.IGNORECASE)
_PRESUMES = re.compile(
    r"\b(?:for once|still|again|finally|at last|any ?more|no longer|as usual|as ever|instead)\b", re.IGNORECASE
)
_ASKS_FOR_MORE = re.compile(
    r"\b(?:any(?:one|body) else|where (?:I am|we are|to find)|(?:tell|send) your friends)\b", re.IGNORECASE
)
_IS_SO = re.compile(r"(?<!how )(?<!what )\b(?:is|are|was|were|has|have|had)\b|’s (?!to\b)", re.IGNORECASE)
_IS = re.compile(r"\b(?:am|are)\b|’m\b|’re\b", re.IGNORECASE)
_OF_PEOPLE = word_set(
    "i we you he she they me us him her them my our your his their mine ours yours hers theirs somebody"
)
_LEANS = word_set("the this that these those your my our his her their its such")
_PAST_HELPERS = word_set("was were had did been")
_NUMBERS = frozenset(in_words(number) for number in range(2, 100)) | word_set(
    "hundred thousand million dozen second third fourth fifth sixth seventh eighth ninth tenth twice thrice half couple"
)


@dataclass(frozen=True)
class _Facts:
    """The facts as their words: each fact by itself, and all that they and the names have."""

    about: Brief

    @cached_property
    def rows(self) -> Sequence[Sequence[frozenset[str]]]:
        return [[forms for word in _words(fact) if (forms := _content(word))] for fact in self.about.facts]

    @cached_property
    def all(self) -> frozenset[str]:
        told = [*self.about.facts, self.about.occasion, *self.about.names]
        return frozenset(form for text in told for word in _words(text) for form in _forms(word))

    @cached_property
    def names(self) -> frozenset[str]:
        told = [*self.about.facts, *self.about.names]
        return frozenset(word for text in told for word in _words(text) if word[0].isupper())

    @cached_property
    def words_of(self) -> Sequence[frozenset[str]]:
        return [frozenset(word.casefold() for word in _words(fact)) for fact in self.about.facts]

    def has(self, word: str) -> bool:
        return bool(_forms(word) & self.all)


def tidied(draft: str) -> str:
    """A draft without the greeting and the signature that writers add all the same, with the marks that a hand has."""
    text = draft.strip().strip("`").strip()
    text = _GREETING.sub("", text, count=1) if _GREETING.match(text) else text
    text = _SIGNED.sub("", text)
    text = text.replace("'", "’").replace("--", "–")
    if text[:1] in '"“' and text[-1:] in '"”' and text.count("“") + text.count('"') <= 2:
        text = text[1:-1]
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    return "\n\n".join(filter(None, paragraphs))


def flaws(
    text: str, about: Brief, cliches: Collection[str] = (), lacks: Callable[[str], str] | None = None
) -> list[str]:
    """What speaks against a tidied draft; nothing if it may be shown. `lacks` says what the hand cannot write."""
    known = _Facts(about)
    found = [*_of_form(text, about, lacks), *_of_tone(text, cliches)]
    if found:
        return found
    for sentence in _sentences(text):
        found += _of_words(sentence, known)
        found += _of_time(sentence, about.time, known)
        found += _of_claims(sentence, known)
    facts = {form for fact in about.facts for word in _words(fact) for form in _content(word)}
    if not any(_content(word) & facts and not _is_listed(word, "may", "wish") for word in _words(text)):
        found.append("it says nothing of this person")
    return found


def _of_form(text: str, about: Brief, lacks: Callable[[str], str] | None) -> list[str]:
    words = text.split()
    if not FEWEST_WORDS <= len(words) <= about.most_words or len(text) > LONGEST:
        return [f"it has {len(words)} words"]
    if odd := _ODD.search(text):
        return [f"“{odd[0].strip()}” does not belong on a card"]
    if text[-1] not in ".!?…”":
        return ["it breaks off"]
    if lacks and (lacking := lacks(text)):
        return [f"the hand cannot write {lacking}"]
    return []


def _of_tone(text: str, cliches: Collection[str]) -> list[str]:
    plain = " ".join(text.replace("’", "'").casefold().split())
    found = [f"“{one}” reads like a campaign" for one in cliches if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", plain)]
    if text.count("!") > 1:
        found.append("there is more than one exclamation mark")
    if dark := findings(Header(), text, Part.NOTE):
        found.append(f"“{dark[0].words}” has no place on a cheerful card")
    return found


def _of_words(sentence: str, known: _Facts) -> list[str]:
    """Numbers, names, days, sales that the facts do not have."""
    found = []
    for at, word in enumerate(_words(sentence)):
        small = word.casefold()
        if known.has(word):
            continue
        parts = re.split("[-’]", small)
        if word[0].isdigit() or small in _NUMBERS or any(one in _NUMBERS for one in parts):
            found.append(f"“{word}” is a number that no fact has")
        elif _is_listed(small, "never", "times") and not _is_a_wish(sentence, word):
            found.append(f"“{word}” is a time that no fact has")
        elif _is_listed(small, "never", "sales"):
            found.append(f"“{word}” sells or promises")
        elif word[0].isupper() and not _is_no_name(word, at):
            found.append(f"“{word}” is a name that no fact has")
        elif small.endswith("’ll") and parts[0] in ("i", "we"):
            found.append(f"“{word}” promises")
    if re.search(
        r"\b(?:I|we) (?:will|shall|am going|are going|promise|plan)\b|\bI’m going\b|\blet (?:me|us)\b",
        sentence,
        re.IGNORECASE,
    ):
        found.append("it promises")
    if found_again := _PRESUMES.search(sentence):
        free = [word for word in _words(sentence) if _content(word) and not known.has(word)]
        found += [f"“{found_again[0]}” presumes what no fact says"] if free else []
    if asked := _ASKS_FOR_MORE.search(sentence):
        found.append(f"“{asked[0]}” asks for business")
    if (quoted := re.findall(r"[“\"]([^”\"]*)[”\"]", sentence)) and not all(
        _is_in(one, known.about.facts) for one in quoted
    ):
        found.append("it quotes what nobody said")
    return found


def _is_a_wish(sentence: str, word: str) -> bool:
    """Whether “may” is no month: it stands before somebody or something, and not behind “in”."""
    rest = re.search(rf"(?:^|[,;:—–] |\band |\bbut |\byou |\bit ){word} (?!\d)", sentence, re.IGNORECASE)
    return word.casefold() in ("may", "might") and rest is not None


def _is_no_name(word: str, at: int) -> bool:
    """Whether a capital is only that of “I”, or of a word of every day that begins a sentence."""
    if word in ("I", "I’m", "I’ve", "I’d"):
        return True
    small = word.casefold().split("’")[0]
    is_common = small in _listed("never", "openers") | _listed("may", "small") or small.endswith(("ly", "ing"))
    return at == 0 and (is_common or (inflection.is_word(small) and wordbook.is_he_called(word) is None))


def _of_time(sentence: str, time: State, known: _Facts) -> list[str]:
    """What is past that is to come, and the other way round."""
    words = {word.casefold() for word in _words(sentence)}
    if time in (State.BEFORE, State.ON) and re.search(
        r"\b(?:hope|trust) (?:you|it|the day) (?:had|was|went)\b|\bhow (?:was|did)\b", sentence, re.IGNORECASE
    ):
        return ["it speaks of the day as past"]
    is_to_come = words & {"upcoming", "ahead"} or re.search(
        r"looking forward to|is coming up|will (?:be|have)", sentence
    )
    return ["it speaks of the day as to come"] if time in (State.AFTER, State.LONG_AFTER) and is_to_come else []


def _of_claims(sentence: str, known: _Facts) -> list[str]:
    """What a sentence would have us believe that no fact says."""
    words = _words(sentence)
    small = [word.casefold() for word in words]
    found = [f"“{word}” is past, and no fact says so" for word in _past(small) if not known.has(word)]
    found += [f"“{word}” leans on what no fact has" for word in _leant_on(small) if not known.has(word)]
    is_asking = sentence.rstrip("”").endswith("?")
    is_wishing = bool(_WISHING.match(sentence))
    of_people = bool(set(small) & _OF_PEOPLE) or any(word in known.names for word in words)
    is_there = bool(re.match(r"(?:and |but )?there(?:’s|’re| is| are| was| were)\b", sentence, re.IGNORECASE))
    if found or is_asking or is_wishing or not (of_people or is_there):
        return found + (_helpers(small, known) if is_asking or is_wishing else [])
    return found + _of_statement(sentence, words, known)


def _helpers(small: Sequence[str], known: _Facts) -> list[str]:
    """A question or a wish about the past: then all of it must be known."""
    if not set(small) & _PAST_HELPERS and not any(word.endswith("’ve") for word in small):
        return []
    free = [word for word in small if _content(word) and not known.has(word) and not _is_listed(word, "may", "wish")]
    return [f"“{free[0]}” is past, and no fact says so"] if free else []


def _of_statement(sentence: str, words: Sequence[str], known: _Facts) -> list[str]:
    """A plain statement about somebody: what one fact says, in its order and about the same person."""
    small = [word.casefold() for word in words]
    free = [one for one in small if _content(one) and not known.has(one) and not _is_listed(one, "may", "wish")]
    if free:
        return [f"“{free[0]}” is in no fact"]
    if odd := _of_self(sentence, known):
        return [odd]
    told = [word for word in words if _content(word) and known.has(word) and not _is_said_to(word, known)]
    said = [_forms(word) for word in told if not _is_listed(word, "may", "wish")]
    if not said or (len(said) == 1 and told[0] in known.about.names):
        return ["it says of somebody what no fact says"] if said and _IS_SO.search(sentence) else []
    for row, has in zip(known.rows, known.words_of, strict=True):
        is_of_who = bool({"is", "are"} & has) and "your" in has
        is_said = _follows(said, row, is_of_who=is_of_who) and _is_denied(small) == _is_denied(has)
        if is_said and _is_of_the_same(small, words, has, known):
            return []
    return ["it puts the facts together in another way"]


def _is_said_to(word: str, known: _Facts) -> bool:
    """Whether a word is only the name of whom the note is to."""
    return word in known.about.to


def _of_self(sentence: str, known: _Facts) -> str:
    """What the one who signs says of themselves, which no fact has."""
    ours = any({"i", "we", "my", "our", "me", "us"} & has for has in known.words_of)
    for match in _SELF.finditer(sentence):
        verb = match["verb"].casefold()
        base = inflection.lemma(verb) or verb
        is_felt = base in _listed("may", "feelings") or (_IS.search(match[0]) and verb in _listed("may", "wish"))
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


def _is_of_the_same(small: Sequence[str], words: Sequence[str], has: Collection[str], known: _Facts) -> bool:
    """Whether a statement is about whom the fact is about: neither names nor means somebody whom the fact does not."""
    other = {one.casefold() for one in words if one in known.about.names and one not in known.about.to}
    for group in (("he", "him", "his"), ("she", "her", "hers"), ("they", "them", "their", "theirs")):
        if set(group) & set(small) and not set(group) & set(has):
            return False
    if {"you", "your", "yours"} & set(has) and not {"you", "your", "yours"} & set(small):
        return False
    return other <= set(has)


def _past(small: Sequence[str]) -> list[str]:
    """The verbs that say that something was."""
    found = []
    for at, word in enumerate(small):
        before = small[at - 1] if at else ""
        verb = inflection.lemma(word)
        if word == "got" and (before in ("have", "has") or before.endswith("’ve")):
            continue  # “which kind you’ve got”
        if not verb or word in _PAST_HELPERS or word in _listed("may", "small") or word == verb:
            continue
        is_past = word == inflection.did(verb) and before not in ("would", "could", "be", "is", "are", "to", "being")
        is_done = word == inflection.done(verb) and before in ("have", "has", "had", "was", "were", "been", "got")
        if (is_past and not inflection.is_noun(word)) or is_done or before.endswith("’ve"):
            found.append(word)
    return found


def _leant_on(small: Sequence[str]) -> list[str]:
    """The nouns behind “the”, “your” and the like, which take something for granted."""
    found = []
    for at, word in enumerate(small):
        if word not in _LEANS and not word.endswith("’s"):
            continue
        behind = small[at + 1 : at + 4]
        noun = next((one for one in behind if inflection.is_noun(one) or inflection.is_plural(one)), "")
        if noun and not _is_listed(noun, "may", "definite") and not _is_listed(noun, "may", "small"):
            found.append(noun)
    return found


def _content(word: str) -> frozenset[str]:
    """The forms of a word that says something; none of a small one."""
    small = word.casefold()
    bare = small.split("’")[0]
    if small in _listed("may", "small") or bare in _listed("may", "small"):
        return frozenset()
    return _forms(word)


@cache
def _forms(word: str) -> frozenset[str]:
    """A word as it may stand elsewhere: its verb, its singular, without an ’s."""
    small = word.casefold().removesuffix("’s").removesuffix("’")
    forms = {small, *(one for one in small.split("-") if len(one) > 2)}
    if verb := inflection.lemma(small):
        forms.add(verb)
    if inflection.is_plural(small):
        forms |= {small.removesuffix("s"), small.removesuffix("es"), re.sub("ies$", "y", small)}
    if small.isdecimal() and len(small) < 3:
        forms.add(in_words(int(small)))
    return frozenset(forms)


def _is_listed(word: str, part: str, name: str) -> bool:
    return bool(_forms(word) & _listed(part, name))


@cache
def _listed(part: str, name: str) -> frozenset[str]:
    lists: Mapping[str, str] = table_beside(__file__, "words.toml")[part]
    return word_set(lists[name])


def _is_in(quoted: str, facts: Sequence[str]) -> bool:
    plain = " ".join(_words(quoted)).casefold()
    return any(plain in " ".join(_words(fact)).casefold() for fact in facts)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("'", "’"))


def _sentences(text: str) -> list[str]:
    return [one.strip() for part in text.split("\n\n") for one in _SENTENCES.split(part) if one.strip()]
