"""What somebody told, as they would say it."""

from dataclasses import replace

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.addressing import ONE, PRONOUNS, You, to_you
from notes.wording.details.noun_phrases import noun_group
from notes.wording.details.shorthand import is_spelled_out, listed
from notes.wording.details.statement import Form, Statement
from notes.wording.details.statements import MOST_WORDS, NOT_READ, never, statement

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
    is_of_somebody = words[0][0].isupper() and set(plain.casefold().split()) & PRONOUNS
    thing = None if is_of_somebody else to_you(plain, None, you)
    if not thing:
        return None
    said = statement(text, you=you) if words[0].islower() and words[0].endswith("ing") else None
    if said and said.form in (Form.DOES, Form.UNDER_WAY):
        kinds = (("waiting", Form.UNDER_WAY), ("once", Form.DID), ("at_it", Form.DOES))
        return replace(said, form=next((form for words, form in kinds if said.verb in listed(words)), Form.DEED))
    return Statement(Form.TOLD, thing=thing, plural=inflection.is_plural((noun_group(words) or words)[-1]))
