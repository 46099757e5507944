"""A story: something that happened to somebody, as one tells it to them, and the cell that it is from."""

from dataclasses import dataclass, field

from notes.problems import Place

KIND = "story"
_WORDS_OF_A_KEY = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Something that happened to somebody, or that they do, in whole sentences to them.

    `said` is the part of the cell that it is from, `clauses` are its pieces as the cell has them. `tells` says what
    it is of (“of a saying”, “of ours”), as templates/stories.txt asks. `ends` are the numbers of sentences after which
    it may stop, the whole of it first. Of two that are told together `both` are the two.
    """

    sentences: tuple[str, ...]
    said: str
    clauses: tuple[str, ...] = ()
    tells: frozenset[str] = frozenset()
    ends: tuple[int, ...] = ()
    column: str = ""
    place: Place = field(default=Place(""), compare=False)
    both: tuple["Story", ...] = ()

    @property
    def parts(self) -> tuple["Story", ...]:
        """The stories that it is made of."""
        return self.both or (self,)

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    @property
    def key(self) -> str:
        """What the history knows it by."""
        return key_of(self.said)

    @property
    def keys(self) -> frozenset[str]:
        """By what the history may know it, or a clause of it that was told by itself."""
        return frozenset([self.key, *(key_of(clause) for clause in self.clauses)])


def key_of(said: str) -> str:
    """What the history knows something by that a cell says: how it begins, whatever is added behind it later."""
    return f"{KIND}: {' '.join(said.split()[:_WORDS_OF_A_KEY])}".casefold()


def joined(one: Story, other: Story) -> Story:
    """Two stories told as one; what is said behind it answers the second.

    >>> joined(Story(sentences=("You sing.",), said="sings"), Story(sentences=("You sew.",), said="sews")).text
    'You sing. You sew.'
    """
    sentences = (*one.sentences, *other.sentences)
    return Story(
        sentences=sentences,
        said=f"{one.said}; {other.said}",
        clauses=(*one.clauses, *other.clauses),
        tells=other.tells,
        ends=(len(sentences),),
        column=other.column,
        place=other.place,
        both=(one, other),
    )
