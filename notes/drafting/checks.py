"""Checks: whether a draft says nothing that the facts do not.

Nothing is believed: no number, name, day, promise or sale that is not among the facts, nothing past that is not, and
no claim (`claims.py`).
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from notes.drafting.briefs import MOST_WORDS, Brief
from notes.drafting.claims import claims
from notes.drafting.facts import NUMBERS, Facts, Lore, content, is_listed, listed, sentences_of, words_of
from notes.language import inflection
from notes.language.headers import Header
from notes.language.signals import Part, findings
from notes.wording.details import State, wordbook

FEWEST_WORDS = 8
LONGEST = 800  # characters
_ODD = re.compile(r"[^\w\s.,;:!?…’'“”\"()&–—-]|https?|www|\.\w+/|\(|\)|:\s*$|\n\s*[-*•\d]", re.IGNORECASE)
_GREETING = re.compile(r"\s*(?:dear|hi|hello|hey)\b[^\n.!?]{0,60}[,!:]\s*\n*", re.IGNORECASE)
_SIGNED = re.compile(r"\n+\s*(?:[\w’' ]{2,30},)\s*(?:\n+[^\n]{0,60})*\s*$")
_PRESUMES = re.compile(
    r"\b(?:for once|still|again|finally|at last|any ?more|no longer|as usual|as ever|instead|relief|after all"
    r"|have \w+ back|better now)\b|\bback\b(?= (?:after|on|in|from|home))",
    re.IGNORECASE,
)
_PROMISES = re.compile(
    r"\b(?:I|we) (?:will|shall)\b(?! (?:not|never) forget)|\b(?:I am|I’m|we are|we’re) going\b"
    r"|\b(?:I|we) (?:promise|plan)\b|\blet (?:me|us)\b",
    re.IGNORECASE,
)
_ASKS_FOR_MORE = re.compile(
    r"\b(?:any(?:one|body) else|where (?:I am|we are|to find)|(?:tell|send) your friends)\b", re.IGNORECASE
)


def tidied(draft: str) -> str:
    """A draft without the greeting and the signature that writers add all the same, with the marks that a hand has.

    Where it is too long or breaks off, its first whole sentences.
    """
    text = draft.strip().strip("`").strip()
    text = _GREETING.sub("", text, count=1) if _GREETING.match(text) else text
    text = _SIGNED.sub("", text)
    text = text.replace("'", "’").replace("--", "–")
    if text[:1] in '"“' and text[-1:] in '"”' and text.count("“") + text.count('"') <= 2:
        text = text[1:-1]
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    return "\n\n".join(_within(MOST_WORDS, [one for one in paragraphs if one]))


def _within(most: int, paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs, as many whole sentences of them as have no more words than that; all where there is none."""
    left, found = most, False
    for paragraph in paragraphs:
        kept = []
        for sentence in sentences_of(paragraph):
            left -= len(sentence.split())
            if left < 0 or sentence.rstrip("”’\"'")[-1:] not in tuple(".!?…"):
                break
            kept.append(sentence)
        if kept:
            found = True
            yield " ".join(kept)
        if len(kept) < len(sentences_of(paragraph)):
            break
    if not found:
        yield from paragraphs


def flaws(
    text: str,
    about: Brief,
    cliches: Collection[str] = (),
    lacks: Callable[[str], str] | None = None,
    lore: Lore | None = None,
) -> list[str]:
    """What speaks against a tidied draft; nothing if it may be shown.

    `lacks` says what the hand cannot write, and `lore` what everybody knows of the things in a fact.
    """
    known = Facts(about, lore)
    found = [*_of_form(text, about, lacks), *_of_tone(text, cliches)]
    if found:
        return found
    sentences = sentences_of(text)
    if len(set(sentences)) < len(sentences):
        return ["it repeats itself"]
    for sentence in sentences:
        found += _of_words(sentence, known)
        found += _of_time(sentence, about.time, known)
        found += claims(sentence, known)
    facts = {form for fact in about.facts for word in words_of(fact) for form in content(word)}
    if not any(content(word) & facts and not is_listed(word, "may", "wish") for word in words_of(text)):
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


def _of_words(sentence: str, known: Facts) -> list[str]:
    """Numbers, names, days, sales and promises that the facts do not have."""
    words = words_of(sentence)
    odd = (_oddity(word, at, sentence, known) for at, word in enumerate(words) if not known.has(word))
    found = [what for what in odd if what]
    found += ["it promises"] if _PROMISES.search(sentence) else []
    if presumed := _PRESUMES.search(sentence):
        free = [word for word in words if content(word) and not known.has(word)]
        found += [f"“{presumed[0]}” presumes what no fact says"] if free else []
    if asked := _ASKS_FOR_MORE.search(sentence):
        found.append(f"“{asked[0]}” asks for business")
    quoted = re.findall(r"[“\"]([^”\"]*)[”\"]", sentence)
    if not all(_is_in(one, known.about.facts) for one in quoted):
        found.append("it quotes what nobody said")
    return found


def _oddity(word: str, at: int, sentence: str, known: Facts) -> str:
    """What is odd about a word that no fact has; "" if nothing is."""
    small = word.casefold()
    parts = re.split("[-’]", small)
    if word[0].isdigit() or (NUMBERS & {small, *parts} and not (small == "two" and _are_two(known))):
        return f"“{word}” is a number that no fact has"
    if is_listed(small, "never", "times") and not _is_at_no_time(sentence, word):
        return f"“{word}” is a time that no fact has"
    if is_listed(small, "never", "sales") and not _is_called(sentence, word, known):
        return f"“{word}” sells or promises"
    if word[0].isupper() and not _is_no_name(word, at):
        return f"“{word}” is a name that no fact has"
    return f"“{word}” promises" if small in ("i’ll", "we’ll") else ""


def _are_two(known: Facts) -> bool:
    told = [" and ".join(known.about.to), *known.about.facts]
    return any(re.search(r"^\w+ and \w+(?: are\b|$)", one) for one in told)


def _is_called(sentence: str, word: str, known: Facts) -> bool:
    """Whether “called” only says a name that is known."""
    behind = re.search(rf"\b{word} (\w+)", sentence)
    return word == "called" and behind is not None and behind[1] in known.names


def _is_at_no_time(sentence: str, word: str) -> bool:
    """Whether a word of time means none: “may” as a wish, any evening, quiet nights, the last word."""
    small = word.casefold()
    if small in ("may", "might"):
        may = rf"(?:^|[,;:—–] |\band |\bbut |\byou |\bit ){word}(?:[,.!?;]| (?!\d))"
        return re.search(may, sentence, re.IGNORECASE) is not None
    if small in ("nights", "evenings", "mornings"):
        return True
    common = rf"\b(?:any|every|each) {word}\b|\b{word} (?:word|laugh|crumb|slice|bite)\b"
    return re.search(common, sentence, re.IGNORECASE) is not None


def _is_no_name(word: str, at: int) -> bool:
    """Whether a capital is only that of “I”, or of a word of every day that begins a sentence."""
    if word in ("I", "I’m", "I’ve", "I’d"):
        return True
    small = word.casefold().split("’")[0]
    if is_listed(small, "may", "wish"):
        return True  # “Happy Birthday” is a song
    is_common = small in listed("never", "openers") | listed("may", "small") or small.endswith(("ly", "ing"))
    return at == 0 and (is_common or (inflection.is_word(small) and wordbook.is_he_called(word) is None))


def _of_time(sentence: str, time: State, known: Facts) -> list[str]:
    """What is past that is to come, and the other way round."""
    words = {word.casefold() for word in words_of(sentence)}
    if time in (State.BEFORE, State.ON) and re.search(
        r"\b(?:hope|trust) (?:you|it|the day) (?:had|was|went)\b|\bhow (?:was|did)\b", sentence, re.IGNORECASE
    ):
        return ["it speaks of the day as past"]
    is_to_come = words & {"upcoming", "ahead"} or re.search(
        r"looking forward to|is coming up|will (?:be|have)\b", sentence
    )
    return ["it speaks of the day as to come"] if time in (State.AFTER, State.LONG_AFTER) and is_to_come else []


def _is_in(quoted: str, facts: Collection[str]) -> bool:
    plain = " ".join(words_of(quoted)).casefold()
    return any(plain in " ".join(words_of(fact)).casefold() for fact in facts)
