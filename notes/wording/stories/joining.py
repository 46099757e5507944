"""Joining: the clauses of a story as one says them one after the other, and none without a verb."""

import re
from collections.abc import Sequence

from notes.language import inflection
from notes.wording.stories.grammar import is_verb_form, listed
from notes.wording.stories.tokens import Token, tokens_of

MOST = 3  # sentences of a story
LONGEST = 24  # words of a sentence that was joined
_YOU = re.compile(r"you (?!and\b|two\b|both\b)(?=[a-z])")


def with_its_verb(text: str, *, is_over: bool, has_verb: bool = False) -> str:
    """What stands without a verb, with the one that everybody hears: “it took four companies before …”.

    >>> with_its_verb("four companies before one would cover it", is_over=True)
    'it took four companies before one would cover it'
    >>> with_its_verb("eleven bishops now, all flowering", is_over=False)
    'there are eleven bishops now, all flowering'
    >>> with_its_verb("the only thing you got wrong", is_over=True), with_its_verb("eleven all", is_over=True)
    ('it was the only thing you got wrong', 'eleven all')
    """
    tokens = tokens_of(text)
    small = [token.small for token in tokens]
    if ", and you " in text or not tokens or tokens[0].is_quote or small[0] == "then":
        return text
    if small[0] == "still" and len(small) > 1 and not has_verb:
        return f"it’s {text}"
    forms = (
        at for at in range(1, len(tokens)) if is_verb_form(tokens[at].text) and not inflection.is_plural(small[at])
    )
    verb = next(forms, len(tokens))
    turn = min((small.index(word) for word in ("before", "until") if word in small), default=len(tokens))
    if _counts(small[0]) and turn < verb:
        return f"it took {text}"
    be = "was" if is_over else "is"
    is_sole = small[0] == "the" and len(small) > 1 and small[1] in _SOLE
    if is_sole and verb < len(tokens) and small[verb - 1] in ("you", "i", "we") and not any(
        is_verb_form(one.text) for one in tokens[verb + 1 :]
    ):  # fmt: skip
        return f"it {be} {text}"
    return text if has_verb else _existing(text, small, be)


def _existing(text: str, small: Sequence[str], be: str) -> str:
    """What there was, said as that."""
    if _counts(small[0]) and "now" in small and any(map(inflection.is_plural, small[1:3])):
        return f"there are {text}"
    if small[0] in ("a", "an") and set(small[2:5]) & {"in", "on", "under", "behind", "at", "round", "around"}:
        return f"there’s {text}" if "now" in small else f"there {be} {text}"
    if len(small) > 3 and (small[0] in ("a", "an") or _counts(small[0])):
        return f"it {be} {text}"
    return text


_SOLE = frozenset(["only", "first", "last", "best", "worst", "one"])


def _counts(small: str) -> bool:
    numbers = listed("determiners") - {
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "my",
        "our",
        "your",
        "all",
        "every",
    }
    return small[:1].isdigit() or small.split("-", 1)[0] in numbers


def joined_up(clauses: Sequence[str]) -> list[str]:
    """The clauses with what belongs together in one: two of one who does both, and short ones where they are many.

    >>> joined_up(["you rowed across for the post", "you told the vicar he might wait"])
    ['you rowed across for the post and told the vicar he might wait']
    """
    out: list[str] = []
    for clause in clauses:
        if out and _of_one(out[-1], clause):
            out[-1] = f"{out[-1]} and {_YOU.sub('', clause, count=1)}"
        else:
            out.append(clause)
    while len(out) > MOST and (pair := _shortest_pair(out)) is not None:
        out[pair : pair + 2] = [f"{out[pair]}, and {out[pair + 1]}"]
    return out


# Behind one of these “and” would join another verb than the one of “you”.
_GOES_ON = re.compile(
    r"[“;,]|\b(?:and|to [a-z]+|I|he|she|it|they|we|you|who|that|what|when|while|until|before"
    r"|after|so|still|never|always)\b"
    r"|n’t\b"
)


def _of_one(before: str, clause: str) -> bool:
    """Whether two clauses tell of what “you” do, in one time, and are short enough for one sentence."""
    if not (_YOU.match(before) and _YOU.match(clause)) or _GOES_ON.search(before[4:]) or " and " in clause:
        return False
    words = len(before.split()) + len(clause.split())
    return words <= LONGEST and is_over(before) == is_over(clause)


def is_over(clause: str) -> bool:
    """Whether the first verb of a clause is of what is over."""
    tokens = tokens_of(clause)
    verb = next((token.small for token in tokens[1:] if is_verb_form(token.text) or _is_base(token)), "")
    return inflection.tells_what_was_done(verb) or verb in (
        "was",
        "were",
        "had",
        "didn’t",
        "couldn’t",
        "wouldn’t",
        "weren’t",
    )


def _is_base(token: Token) -> bool:
    return token.is_word and inflection.lemma(token.small) == token.small


def _shortest_pair(out: Sequence[str]) -> int | None:
    """Where two sentences beside one another are shortest together, and have no “and” or quotation of their own."""
    plain = [place for place in range(len(out) - 1) if not re.search(r"[“;]|, and ", f"{out[place]} {out[place + 1]}")]
    lengths = {place: len(f"{out[place]} {out[place + 1]}".split()) for place in plain}
    fitting = [place for place in plain if lengths[place] <= LONGEST]
    return min(fitting, key=lambda place: (lengths[place], -place), default=None)
