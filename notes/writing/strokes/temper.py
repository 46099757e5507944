"""A temper: what makes one set of strokes the hand of this writer and no other. Lengths are in x-heights."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Temper:
    """How a writer writes.

    `slant` is added to the letters' own (tangent), `width` and `height` stretch them, `ascenders` and `descenders`
    what stands above the small letters and hangs below. `joins` is the share of possible joins that are made, `loops`
    the share of tall stems that are reached by a loop, `bridge` the room of a join. `gap` is the optical distance
    between letters, `word_gap` and `word_spread` (a share) that between words. `haste` rounds corners, `wander` is the
    measure of all that is uneven, `bounce` how far letters leave the line, `rise` the slope of lines.
    """

    slant: float = 0.0
    width: float = 1.0
    ascenders: float = 1.0
    descenders: float = 1.0
    joins: float = 0.5
    loops: float = 0.2
    bridge: float = 1.0
    gap: float = 0.03
    word_gap: float = 1.55
    word_spread: float = 0.22
    haste: float = 1.0
    wander: float = 1.0
    bounce: float = 1.0
    rise: float = 0.0
    dots: float = 0.15
    run: int = 4
    pen: float = 0.15
    vetoes: str = ""
