"""Inflection: the forms of English verbs and nouns, from the word lists of lemminflect."""

from functools import lru_cache

from notes.language.texts import word_set
from notes.language.word_lists import lists

# Verbs whose forms the lists have twice, or rarely meant: the one that people write.
_KNOWN = {
    "found": "find",
    "felt": "feel",
    "saw": "see",
    "left": "leave",
    "ground": "grind",
    "wound": "wind",
    "lay": "lie",
}
_ALWAYS_ONE = word_set(
    """
    lens atlas news tennis gymnastics athletics mathematics maths physics economics politics series chess bus glass gas
    canvas iris christmas texas paris kansas wales darts dominoes cards billiards skittles bowls checkers draughts
    """
)
# Nouns that have a plural now and then, and are mostly said without an article.
_STUFF = word_set(
    """
    bass trout salmon bread rye wine beer ale cider mead gin whisky whiskey rum tea coffee water milk cream
    butter cheese honey jam sugar flour sourdough pasta rice soup chili stew barbecue chocolate cake pie fish
    meat beef pork lamb chicken fruit salad paint ink glass wool yarn clay wood stone metal iron steel silver
    gold copper brass leather cotton silk linen lace fabric paper pottery porcelain music jazz opera rock folk
    blues bluegrass swing ballet art poetry fiction drama math history geometry algebra geology biology
    chemistry law medicine golf tennis soccer football baseball softball basketball hockey cricket rugby
    volleyball badminton squash pickleball lacrosse chess bridge poker backgammon photography carpentry masonry
    embroidery crochet macrame yoga pilates karate judo radio theater theatre television weather traffic snow
    ice sand hair fur homework furniture work business time
    """
)
# Verbs whose past is as they are.
_SAME_PAST = word_set("put hit cut let set read shut bet cost hurt quit spread split burst cast beat rid wed fit knit")
_ALWAYS_MANY = frozenset(
    [
        "people",
        "chilis",
        "children",
        "men",
        "women",
        "mice",
        "geese",
        "police",
        "cattle",
        "folks",
        "kids",
        "scissors",
        "jeans",
        "pajamas",
    ]
)


@lru_cache(maxsize=5000)
def lemma(word: str) -> str:
    """The verb that a word is a form of; "" where it is none.

    >>> [lemma(word) for word in ("hums", "carving", "found", "orchids", "went")]
    ['hum', 'carve', 'find', '', 'go']
    """
    small = word.casefold()
    if small in _KNOWN:
        return _KNOWN[small]
    return next(iter(lists().getAllLemmas(small).get("VERB", ())), "")


@lru_cache(maxsize=5000)
def is_noun(word: str) -> bool:
    """Whether a word may be a noun; what the lists do not know is taken for one.

    >>> is_noun("orchids"), is_noun("carves")
    (True, False)
    """
    known = lists().getAllLemmas(word.casefold())
    return "NOUN" in known or not known


@lru_cache(maxsize=5000)
def kinds(word: str) -> tuple[str, ...]:
    """What a word may be, as the lists say: NOUN, VERB, ADJ, ADV.

    >>> kinds("brought"), kinds("qwx")
    (('VERB',), ())
    """
    return tuple(sorted(lists().getAllLemmas(word.casefold())))


@lru_cache(maxsize=5000)
def is_word(word: str) -> bool:
    """Whether a word is one of the language, and no name."""
    return bool(lists().getAllLemmas(word.casefold()))


@lru_cache(maxsize=5000)
def _form(verb: str, tag: str) -> str:
    return next(iter(lists().getInflection(verb, tag)), verb) if verb else ""


def doing(verb: str) -> str:
    """What one is doing.

    >>> [doing(verb) for verb in ("hum", "bake", "lie", "be")]
    ['humming', 'baking', 'lying', 'being']
    """
    return _form(verb, "VBG")


@lru_cache(maxsize=5000)
def tells_what_was_done(word: str) -> bool:
    """Whether a word may be what somebody did: of two forms of a verb either.

    >>> [tells_what_was_done(word) for word in ("knitted", "learnt", "knit", "ran", "orchid")]
    [True, True, True, True, False]
    """
    small = word.casefold()
    is_regular = small.endswith("ed") and lemma(small) not in ("", small)
    return is_regular or (small in _forms(small, "VBD") and (small != lemma(small) or small in _SAME_PAST))


@lru_cache(maxsize=5000)
def tells_what_is_done(word: str) -> bool:
    """Whether a word may stand behind “have”: “knitted”, “sung”.

    >>> [tells_what_is_done(word) for word in ("knitted", "sung", "sang", "put")]
    [True, True, False, True]
    """
    small = word.casefold()
    is_regular = small.endswith("ed") and lemma(small) not in ("", small)
    is_same = small in _SAME_PAST or small in ("come", "run", "become", "overcome")
    return is_regular or is_same or (small in _forms(small, "VBN") and small != lemma(small))


def _forms(word: str, tag: str) -> tuple[str, ...]:
    """All forms of the verb that a word is of."""
    verb = lemma(word)
    return (*lists().getInflection(verb, tag), done(verb) if tag == "VBN" else did(verb)) if verb else ()


def did(verb: str) -> str:
    """What one did.

    >>> [did(verb) for verb in ("hum", "sing", "go")]
    ['hummed', 'sang', 'went']
    """
    return "was" if verb == "be" else _form(verb, "VBD")


def done(verb: str) -> str:
    """What one has done.

    >>> [done(verb) for verb in ("hum", "sing", "go")]
    ['hummed', 'sung', 'gone']
    """
    return _form(verb, "VBN")


def does(verb: str) -> str:
    """What somebody does.

    >>> [does(verb) for verb in ("hum", "watch", "have", "carry")]
    ['hums', 'watches', 'has', 'carries']
    """
    return _form(verb, "VBZ")


@lru_cache(maxsize=5000)
def is_plural(noun: str) -> bool:
    """Whether a noun stands for several.

    >>> [is_plural(noun) for noun in ("orchids", "news", "ukulele", "children", "glass", "frames")]
    [True, False, False, True, False, True]
    """
    small = noun.casefold()
    if small in _ALWAYS_MANY:
        return True
    if small in _ALWAYS_ONE or not small.endswith("s") or small.endswith(("ss", "us", "is")):
        return False
    lemmas = lists().getAllLemmas(small).get("NOUN", ())
    return not lemmas or any(one != small for one in lemmas)


@lru_cache(maxsize=5000)
def singular(noun: str) -> str:
    """One of what a noun is several of; "" where it is not several.

    >>> [singular(noun) for noun in ("goats", "loaves", "news")]
    ['goat', 'loaf', '']
    """
    return next(iter(lists().getAllLemmas(noun).get("NOUN", ())), "") if is_plural(noun) else ""


@lru_cache(maxsize=5000)
def is_counted(noun: str) -> bool:
    """Whether there may be one and several of a thing, as its plural tells: there are attics, but no breads.

    >>> [is_counted(noun) for noun in ("attic", "bread", "treadmill", "homework")]
    [True, False, True, False]
    """
    if noun.casefold() in _STUFF:
        return False
    if not is_word(noun):
        return True
    many = lists().getAllInflections(noun.casefold(), "NOUN").get("NNS", ())
    return bool(many) and noun.casefold() != many[0]
