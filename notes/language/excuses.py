"""Excuses: why words that would say something say nothing: an idiom, a denial, a trade, or something that is over."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import takewhile

from notes.language.debts import is_a_trifle
from notes.language.folding import folded
from notes.language.lexicon import Scope, Section, senses, word_class
from notes.language.phrases import STRONG, WEAK, Phrase, tokens_of
from notes.language.spelling import names_in
from notes.language.things import happened_to_a_thing, is_about_a_thing, is_thing

Candidates = Collection[tuple[Section, Phrase]]


def idioms_in(row: str, candidates: Candidates) -> list[re.Match[str]]:
    """The idioms that mean nothing of the kind; “contact by mail” is not one after a “not”."""
    found = (
        match for (section, _), phrase in candidates if section == "harmless" for match in phrase.pattern.finditer(row)
    )
    return [match for match in found if row[: match.start()].split()[-1:] not in (["not"], ["never"])]


def is_excused(
    section: str, match: re.Match[str], row: str, text: str, idioms: Sequence[re.Match[str]], name: str = ""
) -> bool:
    """Whether the words are negated, part of an idiom, of a thing, or of the name of a place or a trade."""
    if any(_takes_in(idiom, match) for idiom in idioms) or _is_before_a_name(match[0].split(), text):
        return True
    if _is_negated(row[: match.start()]) and not _says_no_twice(section, match[0].split()):
        return True
    behind = row[match.end() :]
    if _is_a_title(match[0].split(), text) or (section == "moved" and _is_ours(match, row)):
        return True
    if _is_of_a_thing(section, match, row, text, name) or _has_another_sense_here(match, row):
        return True
    if section == "dispute" and _is_no_quarrel(match[0].split(), clause(row[: match.start()]), behind.split(), text):
        return True
    if _is_somebodys_name(match[0].split(), text) or _is_counted(match[0].split(), text):
        return True
    if _is_a_name(section, match[0], row[: match.start()], behind) or _is_read_of(section, row[: match.start()]):
        return True
    if _is_denied_behind(section, behind.split()) or _is_done_good(section, match[0].split(), row[: match.start()]):
        return True
    if _tells_of_another_thing(match[0].split(), behind.split()) or _is_answered_no(behind.split()):
        return True
    return _leads_elsewhere(row, match, text)


_MS = re.compile(r"\bMs\.? [A-ZÀ-Þ][a-zà-ÿ]")


def _is_before_a_name(words: Sequence[str], text: str) -> bool:
    """Whether “Ms” is how somebody is called, and no illness: “thrilled w/ Ms Hall”."""
    return words[-1:] == ["ms"] and _MS.search(text) is not None


def _is_ours(match: re.Match[str], row: str) -> bool:
    """Whether it is we who moved, and not our mail: “likes our new place since our move”."""
    is_ours = not word_class("ours").isdisjoint(row[: match.start()].split()[-2:])
    return is_ours and word_class("paper").isdisjoint(match[0].split())


_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]{4,60})[”“»\"]")
_CALLED = re.compile(
    r"(?<=[^\W_] )(?:The|A|An|Der|Die|Das|Le|La|Les|El|Los)(?: (?:of|the|and|de|der|[A-ZÀ-Þ][\w’']+))+"
)
_IN_A_TITLE = 3  # words


def _is_a_title(words: Sequence[str], text: str) -> bool:
    """Whether it is in the name of a book, a song or a play: “bought The Cancer Ward”, “plays Death and the Maiden”."""
    titles = [one for one in _QUOTED.findall(text) if one[:1].isupper()]
    titles += [one for one in _CALLED.findall(text) if len(one.split()) >= _IN_A_TITLE]
    if not titles or not word_class("heirs").isdisjoint(words) or "late" in words:
        return False
    return any({*words} <= {*tokens_of(one)} and any(map(str.islower, one.split()[0][1:])) for one in titles)


_OF_THINGS = ("death", "pet_death", "moved", "closed", "illness", "parting", "dispute")


def _is_of_a_thing(section: str, match: re.Match[str], row: str, text: str, name: str) -> bool:
    """Whether it became of a thing, or is felt about one."""
    if section not in _OF_THINGS:
        return False
    words, behind = match[0].split(), row[match.end() :].split()
    if section == "dispute" and not _OURS.isdisjoint(words):  # “says we lost her coat” is about us
        return False
    if words == ["the", "late"] and is_thing((behind or [""])[0]):
        return True
    if section != "moved" and not word_class("upset").isdisjoint(words) and is_about_a_thing(behind):
        return True
    return happened_to_a_thing(words, clause(row[: match.start()]), behind, {*tokens_of(name), *names_in(text)})


_OURS = frozenset(["we", "us", "our", "you"])


def has_another_sense(words: Collection[str], row: Collection[str]) -> bool:
    """Whether a word stands beside one that gives it another sense: “no cards, pays cash”.

    >>> has_another_sense(["no", "cards"], ["no", "cards", ",", "pays", "cash"])
    True
    """
    return any(not one.of.isdisjoint(words) and not one.near.isdisjoint(row) for one in senses())


def _has_another_sense_here(match: re.Match[str], row: str) -> bool:
    """Whether words have another sense by what stands in their sentence, or anywhere where that is enough."""
    words = match[0].split()
    before, behind = row[: match.start()].rpartition(f" {STRONG} ")[2], row[match.end() :].partition(f" {STRONG} ")[0]
    sentence, whole = [*before.split(), *words, *behind.split()], row.split()
    return any(
        not one.of.isdisjoint(words) and not one.near.isdisjoint(sentence if one.in_a_sentence else whole)
        for one in senses()
    )


def _is_no_quarrel(words: Sequence[str], before: Sequence[str], behind: Sequence[str], text: str) -> bool:
    """Whether it is a trifle that is owed, or a child, by the first letter of the name, that is upset."""
    is_named = any(len(word) == 1 and word != "a" for word in before[-1:])  # “a furious review” is nobody's
    is_of_a_child = is_named and not word_class("upset").isdisjoint(words)
    if _is_about_another_provider([*words, *behind]) or _is_of_the_body(words, behind):
        return True
    if _is_with_an_animal(words, before, behind):
        return True
    return (is_of_a_child and not _is_about_something(behind)) or is_a_trifle(words, before, behind, text)


_NEAR_AN_ANIMAL = 4  # words


def _is_with_an_animal(words: Sequence[str], before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether it is an animal that quarrels, or that they quarrel with, or a thing, and nobody of ours is in it.

    >>> _is_with_an_animal(["swore", "at"], ["the", "parrot"], ["the", "driver"])
    True
    >>> _is_with_an_animal(["attacked"], ["dog"], ["us"]), _is_with_an_animal(["complains"], [], ["about", "us"])
    (False, False)
    """
    near = list(takewhile(lambda one: one not in (STRONG, WEAK), behind[:_NEAR_AN_ANIMAL]))
    if not (_OURS | word_class("ours")).isdisjoint([*words, *near]):
        return False
    subject = next((one for one in reversed(before) if one not in word_class("between") and one != WEAK), "")
    beasts = word_class("pet") | word_class("beasts")
    is_against = not _AGAINST.isdisjoint([*words[-2:], *near[:1]])
    return subject in beasts or (is_against and not beasts.isdisjoint(near)) or _is_with_a_thing(words, near)


def _is_with_a_thing(words: Sequence[str], near: Sequence[str]) -> bool:
    """Whether they quarrel with what cannot answer: “argues with the printer”; about a bill they quarrel with us."""
    told = [*words[-1:], *near]
    place = next((place for place, word in enumerate(told[:2]) if word in _TOGETHER), len(told))
    things = [word for word in told[place + 1 :] if is_thing(word)]
    return bool(things) and things[-1] == told[-1] and word_class("paying").isdisjoint(told)


_TOGETHER = frozenset(["with", "mit", "avec", "con"])


_AGAINST = frozenset(["with", "at", "over", "against", "between", "mit", "gegen", "avec", "contre", "con", "contra"])


_NEAR_THE_BODY = 5  # words


def _is_of_the_body(words: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether they complain of what aches: “complains of sore knees”, “klagte über Zahnfleischbluten”."""
    if word_class("complaining").isdisjoint(words):
        return False
    near = list(takewhile(lambda one: one not in (STRONG, WEAK), behind[:_NEAR_THE_BODY]))
    parts = word_class("body")
    is_of_it = not parts.isdisjoint(near) or any(word.endswith(_ACHING) for word in near)
    return is_of_it and word_class("ours").isdisjoint(near) and word_class("provider").isdisjoint(near)


_ACHING = ("schmerz", "schmerzen", "bluten", "beschwerden", "jucken", "algie", "algies")  # of German and French


def _is_about_another_provider(told: Sequence[str]) -> bool:
    """Whether they are unhappy with whom they left: “with her last tuner”, and not “with her last bill”."""
    about = next((place for place, word in enumerate(told) if _is_about_something([word])), len(told))
    words = [
        word for word in told[about + 1 : about + 5] if word not in word_class("whose") and word not in ("the", "a")
    ]
    if len(words) < 2 or words[0] not in word_class("before_us"):
        return False
    return words[1] in word_class("provider") or (words[1].endswith(_OF_A_TRADE) and not is_thing(words[1]))


def _is_about_something(behind: Sequence[str]) -> bool:
    return any(word in ("with", "about", "at", "over", "by") for word in behind[:1])


def _is_counted(words: Sequence[str], text: str) -> bool:
    """Whether an abbreviation is a measure: “40 pts applesauce”, but not “9/14 pts”, “Sept 14 pts” or “Max, 14 pts”."""
    if len(words) != 1 or words[0] not in word_class("also_measures"):
        return False
    found = re.search(rf"(?:(?P<before>[^\W\d_]+)[,.]? )?(?<![\d/.,-])\b\d{{1,3}} ?{words[0]}\b", text)
    return found is not None and not (found["before"] or "")[:1].isupper()


def _is_somebodys_name(words: Sequence[str], text: str) -> bool:
    """Whether it is the first name of somebody who has a last one: “son, Rip Daley”."""
    if len(words) != 1 or words[0] not in word_class("also_names"):
        return False
    named = re.search(rf"(?<![.!?] )(?<!^)\b{words[0].title()} (?P<last>[A-ZÀ-Þ][a-zà-ÿ’'-]+)", text)
    last = folded(named["last"]) if named else ""
    return bool(last) and not any(last in word_class(name) for name in ("kin", "pet", "customer", "dating", "common"))


_OF_A_TRADE = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "woman", "men", "smith", "wright", "ing")


def _tells_of_another_thing(words: list[str], behind: list[str]) -> bool:
    """Whether a sad noun only tells what kind of thing it is: “urn-shaped planters”, “casket maker”, “chemo cap”."""
    if not behind or len(words) != 1 or words[0] not in word_class("attributive"):
        return False
    if (
        behind[0] in _ends_of_names()
        or behind[0] in ("#", "'s", "†")
        or behind[0] in _stays_sad()
        or _is_a_round(behind)
    ):
        return False
    return any(map(is_thing, behind[:2])) or behind[0].endswith(_OF_A_TRADE) or behind[1:2] == ["shop"]


def _is_a_round(behind: Sequence[str]) -> bool:
    """Whether “rd 3” is the third of a treatment, and no road."""
    return behind[:1] == ["rd"] and behind[1:2] == ["#"]


@cache
def _stays_sad() -> frozenset[str]:
    names = ("staying_sad", "kin", "pet", "customer", "not_places", "dating", "doubt", "negation", "channel", "of")
    return frozenset().union(*map(word_class, names))


def _is_answered_no(behind: list[str]) -> bool:
    """Whether a question has its answer behind it: “arrears? none”, “complaints: never”."""
    is_no = len(behind) > 1 and behind[0] in (STRONG, WEAK) and behind[1] in word_class("none")
    return is_no and (len(behind) == 2 or behind[2] in (STRONG, WEAK))


_SLOT = re.compile(r" (?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)(?:day|nesday|sday|urday)? # ")  # of a class
_MOVED_TO = re.compile(r"(?i:mov\w+|shift\w+|reloc\w+)\s+(?:\w+\s+)?to\s+(?P<where>[A-ZÀ-Þ][a-zà-ÿ’'-]+)")


def _leads_elsewhere(row: str, match: re.Match[str], text: str) -> bool:
    """Whether somebody moved to something that is not a place to live: “moved to C14”, “moved to daily disposables”."""
    words = match[0].split()
    if words[-1] != "to" or words[0] not in word_class("move"):
        return False
    behind = row[match.end() :].split()[:3]
    if not {"up", "down"}.isdisjoint(words) and _SLOT.search(row[match.end() :]):
        return True
    if not word_class("dwelling").isdisjoint(behind):
        return False
    named = _MOVED_TO.search(text)
    return not named or folded(named["where"]) in word_class("not_places")


def _takes_in(idiom: re.Match[str], match: re.Match[str]) -> bool:
    """Whether an idiom holds the words, or begins before them, or is the longer, where the two only overlap."""
    if idiom.start() <= match.start() and match.end() <= idiom.end():
        return True
    overlaps = idiom.start() < match.end() and match.start() < idiom.end()
    if match.start() < idiom.start() < match.end() <= idiom.end():
        ahead = {*match.string[match.start() : idiom.start()].split()}
        if ahead <= _neutral() and word_class("negation").isdisjoint(ahead):
            return True
    words = len(idiom[0].split())
    longer = words - len(match[0].split())
    return overlaps and (longer > 0 or (longer == 0 and (idiom.start() < match.start() or words > 3)))


@cache
def _neutral() -> frozenset[str]:
    """Whom a phrase tells of, and what stands between them and the rest of it."""
    names = ("kin", "pet", "whose")
    return frozenset().union(*map(word_class, names)) | {"'s"}


def settled_in(row: str, candidates: Candidates) -> set[str]:
    """The sections of which the text says that it is over, or was a mistake."""
    over = set()
    for (section, scope), phrase in candidates:
        if scope is Scope.SETTLED and section not in over:
            for match in phrase.pattern.finditer(row):
                before = [word for word in row[: match.start()].split() if word not in word_class("adverbs")]
                if _allows_no_letter(before, match[0].split()):
                    continue
                behind = row[match.end() :].split()[:1]
                if word_class("unsettled").isdisjoint(before[-1:]) and word_class("denying").isdisjoint(behind):
                    over.add(section)
    return over


def _allows_no_letter(before: Sequence[str], words: Sequence[str]) -> bool:
    """Whether it is a telephone or e-mail that is right: “E-mail OK”, “not at this address, cell ok”."""
    if before[-1:] == ["e"] and words[:1] == ["mail"]:
        return True
    return not word_class("channel").isdisjoint(before[-1:]) and words[0] in word_class("fine")


def _is_a_name(section: str, words: str, before: str, after: str) -> bool:
    """Whether the words are part of the name of a place or a trade: “Widow's Walk Ln”, “oncology nurse”."""
    if section in ("refusal", "moved", "closed") or words.endswith("# "):
        return False
    if not word_class("street").isdisjoint(before.split()[-4:]) and section != "dispute":
        return True
    behind = [word for word in after.split()[:3] if word != "'s"]
    near = list(takewhile(lambda one: one not in _ends_of_names(), behind[:2]))
    if not word_class("trade").isdisjoint(near):
        return True
    return section != "dispute" and not word_class("place").isdisjoint(near) and not _is_a_round(behind)


@cache
def _ends_of_names() -> frozenset[str]:
    return word_class("common") | word_class("told_of") | {STRONG, WEAK}


def _is_read_of(section: str, before: str) -> bool:
    """Whether the words are what somebody reads, sees or collects: “reads obituaries”."""
    if section in ("refusal", "moved", "closed", "dispute"):
        return False
    if not word_class("names_of_things").isdisjoint(before.split()[-1:]):
        return False  # Drew died, and drew nothing
    near = takewhile(lambda one: one not in (STRONG, WEAK, "#"), reversed(before.split()[-4:]))
    between = list(takewhile(lambda one: one not in word_class("frame"), words := list(near)))
    told_of = word_class("told_of") | word_class("kin") | word_class("pet")
    return len(between) < len(words) and told_of.isdisjoint(between)


def _is_negated(before: str) -> bool:
    near = before.replace(f" {WEAK} ", f" {STRONG} ")
    words = clause(near)[-3:]
    return bool(set(words) & word_class("negation")) and not set(words) & word_class("doubt")


def _says_no_twice(section: str, words: Sequence[str]) -> bool:
    """Whether a no is only said once more: “don’t want nothing in the letterbox”."""
    return section == "refusal" and words[0] in word_class("nothing")


def _is_denied_behind(section: str, behind: list[str]) -> bool:
    """Whether a never comes behind: “krank war er noch nie”."""
    near = list(takewhile(lambda one: one not in (STRONG, WEAK), behind[:5]))
    return section in ("illness", "dispute") and "nie" in near


def _is_done_good(section: str, words: Sequence[str], before: str) -> bool:
    """Whether they work or give for those who are ill: “quilts for the hospice”, “raised $400 for the cancer ward”."""
    if section != "illness" or word_class("for_good").isdisjoint(told := clause(before)):
        return False
    places = [place for place, word in enumerate(told) if word in ("for", "at", "fur", "im", "pour", "para")]
    return bool(places) and word_class("kin").isdisjoint(told[places[-1] :]) and "ill" not in words


def clause(before: str) -> list[str]:
    """The words since the last full stop."""
    return before.rpartition(f" {STRONG} ")[2].split()
