"""Gates: which clauses of a jotting nobody says back: the office's own, a sorrow, what is private or passing."""

import re

from notes.wording.stories.gates import (
    is_an_order,
    is_dark_story,
    is_nothing_to_tell,
    is_passing,
    is_private,
    is_the_offices,
    is_the_offices_money,
    without_good_causes,
)

# Words that elsewhere tell of trouble, and here of nothing but a firm mind or a quiet end.
_HARMLESS = re.compile(
    r"\bwon’t let (?=me|us|anyone|anybody)|\bbroke down (?=in|on|at|near|outside|halfway)"
    r"|\b(?:hung|hang|hangs) up (?=the|his|her|your)"
    r"|\blost (?=(?:\d+|[a-z]+) (?:balls?|keys?|golf|socks?|gloves?|rounds?|games?|points?)\b|to [A-Z]|by [a-z0-9]+)"
)


_WISHED = re.compile(r"(?:(?:she|he|they) )?(?:wants? to [a-z]+|sent (?:us|me|\d+|two|three|four|five) )")


def may_be_said(part: str) -> bool:
    """Whether a clause may be said to whoever it is about.

    >>> may_be_said("won’t let me fix it"), may_be_said("owes for October"), may_be_said("wants to see puffins")
    (True, False, True)
    """
    plain = _HARMLESS.sub("has ", without_good_causes(part))
    unquoted = re.sub(r"“[^”]*”", "", plain)
    is_wished = _WISHED.match(unquoted) is not None
    is_office = is_the_offices_money(unquoted) or (is_the_offices(unquoted) and not is_wished)
    held = is_dark_story(plain) or is_an_order(unquoted) or is_office or is_passing(unquoted)
    return not (held or is_private(plain) or is_nothing_to_tell(unquoted))
