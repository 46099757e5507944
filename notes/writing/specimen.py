"""A specimen: what to write in order to see a hand, and a list of what it covers."""

from collections.abc import Mapping
from dataclasses import dataclass

from notes.writing.hand import Hand


@dataclass(frozen=True)
class Sample:
    """A letter that shows a hand: double letters, capitals, descenders, an ampersand and a dash."""

    salutation: str = "Dear Margaret,"
    paragraphs: tuple[str, ...] = (
        "Thank you so much for your order last month. We loved wrapping the little blue teapot and all of the "
        "letters you asked for, and we hope it arrived in one piece.",
        "It would be lovely to see you again this winter – come by the shop and have a proper coffee with us!",
    )
    closing: str = "With best wishes,"
    signature: str = "Sophie & Ben"


NAMES = (
    "František Wichterlová · Bjørn Ødegård · Łukasz Żółć · Þórdís Ægisdóttir",
    "Nguyễn Thị Hồng · Trần Đức · Győző Szűcs · Recep Erdoğan · Ürün Şahin",
    "Đorđe Đorđević · Șerban Ionuț · Ľubomír Ďurica · Jānis Ģirts · Ġużè Ħalim",
    "Siobhán O’Brien · Zoë Müller-Groß · José Muñoz · Çağla · Ilze Kļaviņa · Rūta",
    "Дмитрий Щёголев · Надія Ґалаґан · Ђорђе Љубић",
)
LETTERS = (
    "Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm Nn Oo Pp Qq Rr Ss Tt Uu Vv Ww Xx Yy Zz",
    "0 1 2 3 4 5 6 7 8 9 – — … € & ‘so’ “said” (he) ! ? ; : 1/2 £ $ % + # @",
    "aaaa eeee iiii nnnn oooo rrrr ssss tttt llll mmmm gggg yyyy dddd hhhh",
)

_VIETNAMESE = "ĂăÂâĐđÊêÔôƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
SCRIPTS: Mapping[str, str] = {
    "English": "".join(map(chr, [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x30, 0x3A)])),
    "Western Europe": "".join(chr(code) for code in range(0xC0, 0x100) if code not in (0xD7, 0xF7)),
    "Central Europe": "".join(chr(code) for code in range(0x100, 0x17F) if code != 0x149) + "ȘșȚț",
    "Vietnamese": _VIETNAMESE,
    "Cyrillic": "".join(map(chr, range(0x410, 0x450))) + "ЁёЂђЄєІіЇїЈјЉљЊњЋћЏџҐґ",
    "signs": "’‘“”–—…€&£$%!?,.;:()-+/'\"@#*",
}


@dataclass(frozen=True, slots=True)
class Covered:
    """How many letters of a script a hand can write, by itself and with the help of its sister."""

    script: str
    letters: int
    alone: int
    in_all: int

    def __str__(self) -> str:
        """In words.

        >>> str(Covered("Cyrillic", 84, 0, 84))
        'Cyrillic (by the sister hand)'
        """
        if self.in_all < self.letters:
            return f"{self.in_all} of {self.letters} letters of {self.script}"
        return self.script if self.alone == self.letters else f"{self.script} ({self._with_help()})"

    def _with_help(self) -> str:
        return f"{self.letters - self.alone} letters by the sister hand" if self.alone else "by the sister hand"


def coverage(hand: Hand) -> list[Covered]:
    """What a hand can write, script by script."""
    found = []
    for script, letters in SCRIPTS.items():
        lacking = len(hand.lacks(letters))
        found.append(Covered(script, len(letters), len(letters) - lacking, len(letters) - len(hand.covers(letters))))
    return [one for one in found if one.in_all]
