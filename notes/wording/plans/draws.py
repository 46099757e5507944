"""Draws: what chance decides for a card follows from its key alone, so that no other card moves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draws:
    """The draws of one card."""

    key: str

    def share(self, *of: object) -> float:
        """A number from 0 to 1 for a question: always the same for the same card.

        >>> Draws("rosa").share("asks") == Draws("rosa").share("asks")
        True
        """
        text = "\0".join([self.key, *map(str, of)])
        return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big") / (1 << 48)

    def one_of(self, choices: Sequence[T], *of: object) -> T:
        return choices[int(self.share(*of) * len(choices))]
