"""What somebody told, as they would say it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.addressing import ONE, PRONOUNS, You, to_you
from notes.wording.details.noun_phrases import noun_group
from notes.wording.details.shorthand import is_spelled_out, listed
from notes.wording.details.statement import Form, Statement
from notes.wording.details.statements import MOST_WORDS, NOT_READ, never, statement
from notes.wording.details.verbs import leads_on

_FINITE = word_set("is are was were has have had will would can could")
_WHOSE = frozenset(["his", "her", "their", "your", "the", "my"])
_NO_THING = word_set("never not no being having always still just only already going has have had is was")


def told(text: str, *, you: You = ONE) -> Statement | None:
    """What somebody told, as they would say it: it can be thought of, whatever it is.

    >>> told("the man in Tasmania he talks to by radio").thing, told("Laleh's first recital").thing
    ('the man in Tasmania you talk to by radio', 'Laleh’s first recital')
    """
    text = text.lower() if text.isupper() else text
    plain = text.replace("'", "’").strip(" .,;!")
    words = plain.split()
    if not words or len(words) > MOST_WORDS or NOT_READ.search(plain) or not is_spelled_out(words):
        return None
    if (said := never(plain)) or words[0].casefold() in _NO_THING:
        return said
    plain = _as_a_thing(plain) if not _SAYS_ITSELF.search(plain) else ""
    if not plain:
        return None
    is_of_somebody = words[0][0].isupper() and set(plain.casefold().split()) & PRONOUNS
    thing = None if is_of_somebody else to_you(plain, None, you)
    if not thing:
        return None
    said = statement(text, you=you) if words[0].islower() and words[0].endswith("ing") else None
    if said and said.form in (Form.DOES, Form.UNDER_WAY):
        kinds = (("waiting", Form.UNDER_WAY), ("once", Form.DID), ("at_it", Form.DOES))
        return replace(said, form=next((form for words, form in kinds if said.verb in listed(words)), Form.DEED))
    return Statement(Form.TOLD, thing=thing, plural=inflection.is_plural((noun_group(words) or words)[-1]))


# “She’s a vegetarian”, “Lyle hasn’t been able to”: what begins so is a sentence whatever follows.
_SAYS_ITSELF = re.compile(
    r"^(?:(?:he|she|it|they|there|that|who|nobody|everybody)’(?:s|re|d|ve|ll) )"
    r"|^(?:(?!\b(?:that|which|who|whom|he|she|they|it|we|I)\b)[\w-]+ ){1,3}[a-z]+n’t\b",
    re.IGNORECASE,
)


def is_sentence(text: str) -> bool:
    """Whether a text is a whole sentence, which no “about” can have behind it.

    >>> is_sentence("the vicar bid the highest"), is_sentence("she’s a vegetarian"), is_sentence("the move to Maine")
    (True, True, False)
    """
    plain = text.replace("'", "’").strip(" .,;!")
    return _SAYS_ITSELF.search(plain) is not None or (bool(plain) and _as_a_thing(plain) != plain)


def _as_a_thing(plain: str) -> str:
    """What is told in a whole sentence, as a thing: “Hannah lost a boot” is Hannah losing a boot; "" if it is none.

    >>> _as_a_thing("Hannah lost a boot"), _as_a_thing("her class is building a mower"), _as_a_thing("Stan is a vet")
    ('Hannah losing a boot', 'her class building a mower', '')
    >>> _as_a_thing("the vicar bid the highest"), _as_a_thing("the cut on her hand")
    ('the vicar bidding the highest', 'the cut on her hand')
    >>> _as_a_thing("the blanket knitted for Mia"), _as_a_thing("batch nine made her cough up the secret")
    ('the blanket knitted for Mia', 'batch nine making her cough up the secret')
    """
    words = plain.split()
    if at := _finite_at(words):
        return " ".join([*words[:at], inflection.doing(inflection.lemma(words[at])), *words[at + 1 :]])
    for at, word in enumerate(words[1:5], 1):
        behind = words[at + 1 :]
        if word in _FINITE:
            is_doing = word in ("is", "are", "was", "were") and behind and behind[0].endswith("ing")
            return " ".join([*words[:at], *behind]) if is_doing else ""
        verb = inflection.lemma(word)
        is_done = bool(verb) and word == inflection.did(verb) != verb
        is_their_own = at == 1 and words[0][0].isupper() and not words[0].endswith(("’s", "’"))
        if is_done and is_their_own and behind:
            return " ".join([words[0], inflection.doing(verb), *behind])
        if word in listed("prepositions") or (
            words[at - 1].casefold() not in _WHOSE and not words[at - 1][0].isupper()
        ):
            return plain
    return plain


# Verbs of which what is over sounds, or may sound, as what goes on.
_ALWAYS_ALIKE = word_set("beat bid burst cast cut hit hurt let put quit set shut spread")
_BEFORE_ITS_VERB = word_set("he she they we i you it that who which whom what when where as than")


def _finite_at(words: Sequence[str]) -> int:
    """Where the verb of a whole sentence stands, by what it leads to (“batch nine made his …”); 0 nowhere."""
    for at, word in enumerate(words[1:5], 1):
        verb = inflection.lemma(word)
        is_past = bool(verb) and word == inflection.did(verb) != verb
        is_alike = word in _ALWAYS_ALIKE and words[at - 1].casefold() not in listed("determiners")
        if words[at - 1].casefold() in _BEFORE_ITS_VERB:
            return 0
        if (is_past or is_alike) and leads_on(" ".join(words[at + 1 :])):
            return at
    return 0
