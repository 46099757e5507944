"""Contracting: the words of a clause as one says them, “you’ve” and “wouldn’t”."""

from collections.abc import Sequence

from notes.language.texts import word_set
from notes.wording.stories.grammar import is_participle, listed
from notes.wording.stories.tokens import Token

_SHORTER = {"have": "ve", "had": "d", "are": "re", "will": "ll", "would": "d", "am": "m"}
_DENIED = word_set(
    """
    is are was were has have had does do did could would should
    """
)


def contracted(tokens: Sequence[Token]) -> list[Token]:
    """The tokens as one says them: “you have watched” is “you’ve watched”, “would not” is “wouldn’t”."""
    out: list[Token] = []
    skip = False
    for at, token in enumerate(tokens):
        following = tokens[at + 1].small if at + 1 < len(tokens) else ""
        if skip:
            skip = False
            continue
        if token.small in _DENIED and following == "not":
            out.append(token._replace(text=f"{token.text}n’t"))
            skip = True
        elif out and out[-1].small in ("you", "i") and token.small in _SHORTER and _may_be_short(tokens, at):
            out[-1] = out[-1]._replace(text=f"{out[-1].text}’{_SHORTER[token.small]}")
        else:
            out.append(token)
    return out


def _may_be_short(tokens: Sequence[Token], at: int) -> bool:
    """Whether a helping verb is one here, and something follows that it helps."""
    rest = list(tokens[at + 1 :])
    while rest and rest[0].small in listed("adverbs"):
        rest = rest[1:]
    if not rest or not rest[0].is_word or tokens[at + 1].small == "not":
        return False
    if tokens[at].small in ("have", "had"):
        return is_participle(rest[0].text) or rest[0].small in ("been", "yet")
    return True
