"""A temper: what makes one set of strokes the hand of this writer and no other. Lengths are in x-heights."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

SETTLED = 0.5  # how much a signature differs from one time to the next, as a share of what other words do
LARGER = 1.35  # how much larger a signature is than the text; the pen stays the same
HABITS: Mapping[str, tuple[float, float]] = {  # the least and the most of each that a hand may have
    "width": (0.6, 1.6),
    "ascenders": (0.5, 1.6),
    "descenders": (0.4, 1.6),
    "joins": (0.0, 1.0),
    "loops": (0.0, 1.0),
    "bridge": (0.5, 2.0),
    "run": (1, 99),
    "gap": (-0.2, 0.4),
    "word_spread": (0.0, 0.5),
    "haste": (0.0, 2.5),
    "wander": (0.0, 2.0),
    "bounce": (0.0, 2.5),
    "rise": (-0.03, 0.03),
    "margin": (0.0, 3.0),
    "dots": (-0.3, 0.6),
    "tails": (0.0, 2.0),
    "bars": (0.5, 2.5),
    "tilt": (-0.08, 0.08),
    "loose": (0.0, 2.0),
    "slips": (0.0, 3.0),
    "angles": (0.0, 0.8),
}


@dataclass(frozen=True, kw_only=True)
class Temper:
    """How a writer writes.

    `slant` is added to the letters' own (a tangent), `width` stretches them, `ascenders` and `descenders` what stands
    above the small letters and hangs below. `joins` is the share of possible joins that are made, `loops` the share of
    tall stems that are reached by a loop, `bridge` the room of a join, `run` after how many letters the pen likes to
    lift. `gap` is the optical distance between letters, `word_gap` and `word_spread` (a share) that between words.
    `haste` rounds corners, `wander` is the measure of all that is uneven, `bounce` how far letters leave the line,
    `rise` the slope of lines, `margin` how ragged their left edge is; `dots` is how far to the right the dots of i
    stand, `pen` how broad the pen is. Pairs of letters in `vetoes` are not joined. `tails` is how far the last stroke
    of a word runs on, `bars` the length of bars; `tilt` is how words rise from their line, `loose` how far apart the
    letters fall where the pen lifts, `slips` how often something goes a little wrong, `angles` how straight the pen
    goes from turn to turn.

    A running hand has `letters`: movements of the pen from fonts/letters/, of which it uses these `forms` ("f:loop
    s:run"), changed by what is the `writer`'s own. How quick a word is written, and how far it leans and swells, its
    place on the card says: `hurry` and `drift`.
    """

    slant: float = 0.0
    width: float = 1.0
    ascenders: float = 1.0
    descenders: float = 1.0
    joins: float = 0.5
    loops: float = 0.2
    bridge: float = 1.0
    run: int = 4
    gap: float = 0.0
    word_gap: float = 1.5
    word_spread: float = 0.27
    haste: float = 1.0
    wander: float = 1.0
    bounce: float = 1.0
    rise: float = 0.0
    margin: float = 1.0
    dots: float = 0.15
    pen: float = 0.15
    tails: float = 0.8
    bars: float = 1.0
    tilt: float = 0.0
    loose: float = 0.0
    slips: float = 0.0
    angles: float = 0.0
    vetoes: str = ""
    letters: str = ""
    forms: str = ""
    writer: str = ""
    hurry: float = 0.0
    drift: float = 0.0
    own: bool = False

    def of_business(self, name: str) -> "Temper":
        """The same temper as this business has it, so that two with the same hand do not write alike."""
        if self.own:
            return self
        one, two, three, four, five, six = (share * 2 - 1 for share in _shares(name, 6))
        return replace(
            self,
            slant=self.slant + 0.05 * one,
            width=self.width * (1 + 0.05 * two),
            ascenders=self.ascenders * (1 + 0.06 * three),
            descenders=self.descenders * (1 + 0.1 * four),
            joins=min(1.0, max(0.0, self.joins + 0.1 * five)),
            rise=self.rise + 0.004 * six,
            writer=f"{self.writer}/{name}",
        )

    def of_signature(self, signature: str) -> "Temper":
        """The temper in which this signer signs: joined, sure of every line, and wider or narrower than the text."""
        one, two, three, four = _shares(signature, 4)
        return replace(
            self,
            width=self.width * (0.95 + 0.25 * one),
            ascenders=self.ascenders * (1.05 + 0.25 * two),
            descenders=self.descenders * (1.05 + 0.35 * three),
            joins=1.0,
            run=99,
            haste=self.haste * (0.95 + 0.1 * four),
            wander=SETTLED * self.wander,
            bridge=self.bridge * 1.15,
            tilt=0.0,
            loose=0.0,
            slips=0.0,
            pen=self.pen / LARGER,
        )


def _shares(text: str, count: int) -> list[float]:
    """Shares from 0 to 1 that follow from a text."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=2 * count).digest()
    return [int.from_bytes(digest[2 * at : 2 * at + 2], "big") / 65535 for at in range(count)]
