"""Agreement: whether an answer is of the same doer, and of one thing or of several, as the sentence before it."""

import re

from notes.wording.stories.grammar import is_auxiliary, is_did, is_he_does
from notes.wording.stories.tokens import tokens_of

_BEGINS_WITH_YOU = re.compile(r"“?You(?:’\w+)?\b(?!r)")
# Behind these it may still be the customer who does it: “The first day you brought …”, “I like to think of you …”.
_LEADS_TO_YOU = re.compile(
    r"(?:(?:I|we) like to think of|The (?:first|last|other|only)"
    r"|On|In|At|Every|When|Once|For|Under|By|Last|Twice|It’s|Each|Back)\b[^.;:]*?\byou\b(?! and )",
    re.IGNORECASE,
)
_NOT_THE_DOER = re.compile(
    r"\b(?:thank|to|for|beside|with|near|from|at|of|and|than|told|tell|let) you\b", re.IGNORECASE
)
_YOU = re.compile(r"\byou(?:’(?:d|re|ve|ll))?\b", re.IGNORECASE)
_SEVERAL = re.compile(r"^(?:They|These|Those|Both|All|There (?:are|were))\b|^[A-Z][\w’ -]* (?:are|were) ")
# “It” for a thing; what is said of nothing in particular (“it's all right”) is true of several as well.
_IT = re.compile(
    r"\b(?:on|of|with|do|about|at|for|to|under|by|see|hear|call|keep|take|tell|move|lose|name|find|let|trust|leave|give"
    r"|put|get|hold|touch|paint|break|eat|bring|have) it\b(?! that)"
    r"|\bit(?:’ll| behaves| starts| takes| came| comes| goes| gives| wants| will)\b|\b(?:does|did|will|has|is) it\b",
    re.IGNORECASE,
)


def is_of_you(sentence: str) -> bool:
    """Whether it is the customer who does something in a sentence, or nobody does.

    >>> [is_of_you(one) for one in ("You sing.", "Your cat sings.", "On Sundays you sing.", "Six hens.", "It sings.")]
    [True, False, True, True, False]
    """
    if _BEGINS_WITH_YOU.match(sentence) or _LEADS_TO_YOU.match(sentence):
        return True
    words = [token for token in tokens_of(sentence) if token.is_word]
    return not any(is_auxiliary(one.text) or is_did(one.text) or is_he_does(one.text) for one in words)


def says_you_do(answer: str) -> bool:
    """Whether an answer takes the customer for the doer.

    >>> says_you_do("What would it take to stop you?"), says_you_do("Who taught it? Thank you for ten years.")
    (True, False)
    """
    return _YOU.search(_NOT_THE_DOER.sub("", answer)) is not None


def is_of_several(sentence: str) -> bool:
    """Whether a sentence is of several things.

    >>> is_of_several("They’re still up."), is_of_several("It’s still up."), is_of_several("You’re still up.")
    (True, False, False)
    """
    return _SEVERAL.match(sentence) is not None


def says_it(answer: str) -> bool:
    """Whether an answer speaks of one thing as “it”.

    >>> says_it("I’d trust it with anything."), says_it("It’s the best reason there is.")
    (True, False)
    """
    return _IT.search(answer) is not None
