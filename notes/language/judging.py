"""Judging: whether a card is kept back, by what the words of a cell say and by how the cell sounds.

The rules come first: what they find holds, unless the cell and the sentence that says it both sound like nothing of
the kind. Where they find nothing, a cell that surely sounds like a reason to wait is held, and a person is asked: the
shorter a cell or the longer a note, the surer. What is in doubt is heard again (rehearing.py). A tick, a day or a code
is what its header makes of it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf

from notes.language import remarks, sounding
from notes.language.answers import is_no, is_none_such, is_yes
from notes.language.debts import is_in_passing
from notes.language.headers import Header, entries_of
from notes.language.lexicon import Kind, is_told_in, word_class
from notes.language.phrases import STRONG, WEAK, tokens_of
from notes.language.remarks import Finding, read
from notes.language.signals import Part, findings, has_ended, is_given_up
from notes.language.sounding import Sound, by_words, is_strange, listen, listen_again, sound, surely, weight
from notes.language.subjects import Who
from notes.language.vocabulary import words

# Chosen on remarks that the weights had not seen; training/README.md has the figures, and how far they can be trusted.
LIKE_A_REASON = 5.0
SHORT_LIKE_A_REASON = 6.0  # a word or two below a header, or in a column of claims, orders and the like
SENTENCE_LIKE_A_REASON = 12.0  # of a long note, whose sad tones are mostly somebody else's
EXCUSED_LIKE_A_REASON = 7.0  # where its words say that it is none
LIKE_NOTHING = -2.0
NOTHING_AFTER_ALL = -4.0  # heard again: what sounds like nothing at first is held if it does not then
SHORT_LIKE_NOTHING = -5.0
SURELY_NOTHING = -10.0  # heard again, even where a part by itself is plain,
NOTHING_THOUGH_PLAIN = -13.0  # or the words that say it are nearly all there are:
NEARLY_ALL = 0.6  # so much of the cell
PART_SURELY_LIKE_A_REASON = 1.0  # unless it is as plain as this
PART_LIKE_A_REASON = -2.0  # between two commas, of a cell that as a whole sounds like nothing
PLAIN_BY_WORDS = 2.0  # words alone: what a rule found in so plain a cell no remark like it has made nothing
LONG_LIKE_NOTHING = -0.6  # a long note has room for a word in passing
WORDS_LIKE_NOTHING = -1.0  # of a long note
DOUBTED = (1.0, 7.0)  # so a cell sounds that is heard again where no rule knows it,
DOUBTED_LITTLE = (2.0, 7.0)  # unless its words
LIKE_A_DOUBT = 0.8  # sound like less than this,
DOUBTED_SENTENCE = (7.5, inf)  # and a sentence of a long note
MERRY = (-inf, -1.0)  # so sounds what is heard again where a rule found something
BRACKET_LIKE_NOTHING = -3.0  # behind a name, heard again
_NOTES = "Notes"
_WORDS_TO_JUDGE = 3
_WORDS_OF_NEWS = 5
_WORDS_TO_HEAR = 18  # a longer note is heard sentence by sentence
_WORDS_LIKE_A_REASON = 1.0  # without it no sentence of a long note comes so far
_TOO_MERRY = 0.0  # two reasons in a hundred of those that no rule knows are lost by it, and a third of the time saved
_CLAUSES = re.compile(r"(?<=[^\W\d_]{3})[.!?;]+\s+|(?<=[\d)'\"”])[.!?;]+\s+|\s--?\s|\s[–—/+•|]\s|\n")
_PARTS = re.compile(r"[,;.!?]+\s+|\s[-–—/+•|]+\s|\n")
_MARKED_OFF = re.compile(r"(?:^|[(\[,;*/|]\s*)([^()\[\],;*/|]+?)(?=\s*(?:[)\],;*/|]|$))")
_CODE = re.compile(r"[A-Z]{2,4}|†")  # of an entry that stands by itself: “(RIP) Bass 2”
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3})[.!?;]+\s+|(?<=[\d)])[.!?;]+\s+|\s--?\s|\n")


def judged(header: Header, text: str, part: Part = Part.NOTE, name: str = "") -> Sequence[Finding]:
    """What keeps a card back: what is found, what only sounds so, and not what only looks so.

    >>> from notes.language.headers import header_of
    >>> judged(header_of("Notes"), "gave the eulogy for the old copier at the office party")
    ()
    """
    found = _without_plain_brackets(findings(header, text, part, name))
    if part is not Part.NOTE or (header.allows and is_no(text)):
        return found
    found = _without_money_in_passing(header, text, found)
    if found:
        return () if _may_be_nothing(header, text, found) and _is_nothing(header, text) else found
    return tuple([_heard(sound(_above(header), one)) for one in _loud(header, text)])


def _without_plain_brackets(found: Sequence[Finding]) -> Sequence[Finding]:
    """Without what stands in brackets behind a name, where it sounds like nothing to wait for: “(tenor, St Mark’s)”."""
    if all(one.kind is not Kind.UNCLEAR for one in found):
        return found
    return [
        one
        for one in found
        if one.kind is not Kind.UNCLEAR or surely(_NOTES, one.words, (-inf, inf)) > BRACKET_LIKE_NOTHING
    ]


def _found(header: Header, text: str) -> Sequence[Finding]:
    """What is found in a note, asked as `judged` asks for it, so that it is looked for once."""
    return findings(header, text, Part.NOTE, "")


def _without_money_in_passing(header: Header, text: str, found: Sequence[Finding]) -> Sequence[Finding]:
    """A bill that is open is no reason to wait where a long note says it beside other things."""
    if not _is_long(text) or all(one.kind is not Kind.DISPUTE for one in found):
        return found
    telling = [one for one in _CLAUSES.split(text) if _tells_of_a_dispute(header, one)]
    if telling and all(is_in_passing(tokens_of(one)) for one in telling):
        return [one for one in found if one.kind is not Kind.DISPUTE]
    return found


def _tells_of_a_dispute(header: Header, sentence: str) -> bool:
    return any(one.kind is Kind.DISPUTE for one in _found(header, sentence))


def _may_be_nothing(header: Header, text: str, found: Sequence[Finding]) -> bool:
    if not found or not _is_in_words(header, text) or _is_dated_news(found, text):
        return False
    if header.goes_on and is_given_up(text):
        return False
    return not is_told_in("mul", tokens_of(text))  # languages whose sound nobody has labelled


def _is_dated_news(found: Sequence[Finding], text: str) -> bool:
    """Whether a few words tell that somebody moved or died, and when: “moved to Ohio 2025”, “Old Mr Pugh died Tues”."""
    if any(one.kind is Kind.MOVED and one.on for one in found) and len(text.split()) <= _WORDS_OF_NEWS:
        return True
    if all(one.kind is not Kind.DEATH for one in found):
        return False
    return any(_ends_with_a_day(one) and _tells_of_a_death(one) for one in _PARTS.split(text))


def _ends_with_a_day(part: str) -> bool:
    words = tokens_of(part)
    return 1 < len(words) <= _WORDS_OF_NEWS and (words[-1] == "#" or words[-1] in word_class("dating"))


def _tells_of_a_death(part: str) -> bool:
    found = read(part).findings
    return any(one.kind is Kind.DEATH and one.who is not Who.OTHER for one in found)


def listen_to(cells: Iterable[tuple[Header, str]]) -> None:
    """Hear all the cells at once which may have to be judged by how they sound."""
    told = [(header, text, _found(header, text)) for header, text in cells]
    unknown = [
        (_doubt(header, text), header, those)
        for header, text, found in told
        if not found and (those := _to_hear(header, text))
    ]
    found_short = [
        (_above(header), text)
        for header, text, found in told
        if not _is_long(text) and _may_be_nothing(header, text, found) and not _is_plain(header, text)
    ]
    listen([*((_above(header), one) for _, header, those in unknown for one in those), *found_short])
    listen_again(found_short, MERRY)
    for doubt in (DOUBTED, DOUBTED_LITTLE, DOUBTED_SENTENCE):
        listen_again([(_above(header), one) for its, header, those in unknown if its is doubt for one in those], doubt)


def forget() -> None:
    """Judge every cell anew."""
    sounding.forget()
    remarks.forget()
    for known in (_to_hear, findings, tokens_of):
        known.cache_clear()


def _above(header: Header) -> str:
    """The header as a cell is heard below it: all columns of notes are one, whoever's they are."""
    return _NOTES if header.notes else header.text


def _is_long(text: str) -> bool:
    return len(text) > 2 * _WORDS_TO_HEAR and len(text.split()) > _WORDS_TO_HEAR


def _loud(header: Header, text: str) -> Sequence[str]:
    """The cell, or the first of its sentences, that sounds like a reason to wait."""
    heard = _to_hear(header, text)
    if not heard:
        return ()
    enough, doubt = _enough(header, text), _doubt(header, text)
    return [one for one in heard if surely(_above(header), one, doubt) > enough][:1]


def _doubt(header: Header, text: str) -> tuple[float, float]:
    """How a cell, or a sentence of it, sounds that is heard again."""
    if _is_long(text):
        return DOUBTED_SENTENCE
    return DOUBTED if by_words(_above(header), text) > LIKE_A_DOUBT else DOUBTED_LITTLE


def _enough(header: Header, text: str) -> float:
    """How much a cell has to sound like a reason; more where its words say that it is none, “do not mail: no”."""
    if _is_long(text):
        return SENTENCE_LIKE_A_REASON
    if read(text).excused:
        return EXCUSED_LIKE_A_REASON
    is_short = header.matter or len(_words(text)) < _WORDS_TO_JUDGE
    return SHORT_LIKE_A_REASON if is_short else LIKE_A_REASON


@lru_cache(maxsize=50_000)
def _to_hear(header: Header, text: str) -> Sequence[str]:
    """The cell, or the sentences of a long note; none with words so merry that what is like it would not matter."""
    if header.channel or header.paperwork or not _may_tell(header, text):
        return ()
    if _is_as_it_was(header, text) or _is_a_taste(text):
        return ()
    if _is_long(text):
        return () if _is_an_order(text) else [one for one in _sentences(text) if _may_be_news(header, one)]
    if by_words(_above(header), text) <= _TOO_MERRY or _is_an_order(text) or is_strange(text):
        return ()
    return (text,)


def _is_as_it_was(header: Header, text: str) -> bool:
    """Whether a state begins by saying that it goes on: “Active - not cancelled”."""
    begin = tokens_of(text)[:1]
    return header.kinds and len(_words(text)) <= _WORDS_OF_NEWS and begin in entries_of("active")


def _is_a_taste(text: str) -> bool:
    """Whether they only do not want some thing, and nothing of ours: “does not want to play in the concert”."""
    tokens = _words(text)
    if not _DISLIKED.match(f"{' '.join(tokens)} "):
        return False
    return all(word_class(name).isdisjoint(tokens) for name in ("no_taste", "paper", "channel", "kin"))


_DISLIKED = re.compile(
    r"(?:she |he |they )?(?:(?:do|does|did|would|will) not (?:want|like|need|care for|eat|drink|use|take) (?:\w+ )|"
    r"(?:wants|likes|prefers) no (?:\w+ )|not (?:keen on|fond of|a fan of|into) (?:\w+ )|"
    r"(?:will|mag|mochte|braucht) (?:keine?n? )(?:\w+ )|ne (?:veut|aime|mange|boit) pas (?:de |d |du )?(?:\w+ )|"
    r"no (?:quiere|come|bebe) (?:\w+ ))"
)


def _is_an_order(text: str) -> bool:
    return text.casefold().strip(" .!*") in words("remarks", "orders")


def _sentences(text: str) -> Sequence[str]:
    return [one.strip() for one in _CLAUSES.split(text) if len(one.split()) >= _WORDS_TO_JUDGE]


def _may_be_news(header: Header, sentence: str) -> bool:
    """Whether a sentence may tell what keeps a card back, and does not only ask to keep a secret or tell of a bill."""
    if is_in_passing(tokens_of(sentence)) and _tells_of_a_dispute(header, sentence):
        return False
    return by_words(_above(header), sentence) > _WORDS_LIKE_A_REASON and not words("remarks", "tact").stand_in(sentence)


def _may_tell(header: Header, text: str) -> bool:
    """Whether a cell has words enough: three, or below a header that says nothing itself one that is no answer."""
    own = _words(text)
    if len(own) >= _WORDS_TO_JUDGE:
        return True
    if header.asks or header.allows or header.ends or header.matter or not header.text:
        return False
    return any(map(_is_a_word, own)) and not (is_yes(text) or is_no(text) or is_none_such(text))


def _is_a_word(token: str) -> bool:
    return token.isalpha() and len(token) > 1


def _is_told(header: Header, text: str) -> bool:
    """Whether a cell tells it in words, in a column that does not speak of another matter."""
    return len(_words(text)) >= _WORDS_TO_JUDGE and not (header.channel or header.matter)


def _is_in_words(header: Header, text: str) -> bool:
    """Whether it is said by words of the cell, and by no tick, day or code under a header that says it."""
    says_itself = header.asks or header.ends or header.allows or header.channel
    return _is_told(header, text) or (not says_itself and any(map(_is_a_word, _words(text))))


def _words(text: str) -> Sequence[str]:
    return [token for token in tokens_of(text) if token not in (STRONG, WEAK, "#")]


def _is_nothing(header: Header, text: str) -> bool:
    """Whether what a rule found sounds like nothing of the kind."""
    if _is_long(text):
        return by_words(_above(header), text) < WORDS_LIKE_NOTHING and _loudest(header, text) < LONG_LIKE_NOTHING
    if _is_plain(header, text):
        return False
    enough = LIKE_NOTHING if _is_told(header, text) else SHORT_LIKE_NOTHING
    first = weight(_above(header), text)
    if first >= max(enough, MERRY[1]) or _is_a_state(header, text):
        return False
    again = surely(_above(header), text, MERRY)
    if any(one.share >= NEARLY_ALL for one in _found(header, text)):
        return again < NOTHING_THOUGH_PLAIN and not _is_plainly_told(header, text)
    if again < SURELY_NOTHING and not _is_plainly_told(header, text):
        return True
    return first < enough and again < NOTHING_AFTER_ALL and not _is_plain_in_part(header, text)


def _is_a_state(header: Header, text: str) -> bool:
    """Whether a state or a code says it, beside which other words are only talk: “Cancelled - too much wine lol”."""
    if (header.goes_on or header.kinds) and not (header.notes or header.matter) and has_ended(text):
        return True
    return any(_CODE.fullmatch(one) and _found(header, one) for one in _MARKED_OFF.findall(text))


def _is_plain(header: Header, text: str) -> bool:
    return by_words(_above(header), text) > PLAIN_BY_WORDS


def _is_plainly_told(header: Header, text: str) -> bool:
    """Whether a part of a cell surely says it, or tells of a move, for which few words are enough: “moved to Ohio”."""
    is_of_a_move = any(one.kind is Kind.MOVED for one in _found(header, text))
    return _is_plain_in_part(header, text, PART_LIKE_A_REASON if is_of_a_move else PART_SURELY_LIKE_A_REASON)


def _is_plain_in_part(header: Header, text: str, enough: float = PART_LIKE_A_REASON) -> bool:
    """Whether a part of a cell says it and sounds so: “wife died in May, likes tulips” is no merrier for the tulips."""
    parts = [one for one in _PARTS.split(text) if _found(header, one)]
    return any(weight(_above(header), one) > enough for one in parts if one != text)


def _loudest(header: Header, text: str) -> float:
    """How the cell sounds, or one of its sentences in which something is found: a long note may end with the news."""
    sentences = [one for one in _SENTENCES.split(text) if one.strip() and _found(header, one)]
    return max(weight(_above(header), one) for one in (text, *sentences))


def _heard(heard: Sound) -> Finding:
    """What is asked of a cell that only sounds like a reason; of which, the words alone do not say surely enough."""
    return Finding(Kind.UNCLEAR, Who.CUSTOMER, ", ".join(f"“{word}”" for word in heard.words), sure=False, sounds=True)
