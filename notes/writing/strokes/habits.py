"""Where a hand begins a letter and where it ends it: what everyone was taught."""

from dataclasses import dataclass

Share = tuple[float, float]  # of the width and the height of a letter's ink


@dataclass(frozen=True)
class Habit:
    """Where a letter begins and ends, which way round it goes (1 against the clock), whether a bar comes last."""

    start: Share = (0.0, 1.0)
    end: Share | None = None
    turn: int = 0
    bar_last: bool = False


_AGAINST, _WITH = 1, -1
_HABITS = {
    "a": Habit((0.85, 1.0), (1.0, 0.0), _AGAINST),
    "b": Habit((0.1, 1.0), (0.4, 0.0), _WITH),
    "c": Habit((1.0, 1.0), (1.0, 0.0), _AGAINST),
    "d": Habit((0.75, 0.55), (1.0, 0.0), _AGAINST),
    "e": Habit((0.1, 0.45), (1.0, 0.05), _AGAINST),
    "f": Habit((1.0, 1.0), (0.2, 0.0), _AGAINST, bar_last=True),
    "g": Habit((0.9, 1.0), (0.0, 0.1), _AGAINST),
    "h": Habit((0.1, 1.0), (1.0, 0.0), _WITH),
    "i": Habit((0.4, 0.7), (0.6, 0.0)),
    "j": Habit((0.9, 0.7), (0.0, 0.0)),
    "k": Habit((0.1, 1.0), (1.0, 0.0)),
    "l": Habit((0.6, 1.0), (0.8, 0.0)),
    "m": Habit((0.0, 1.0), (1.0, 0.0), _WITH),
    "n": Habit((0.0, 1.0), (1.0, 0.0), _WITH),
    "o": Habit((0.62, 1.0), (0.7, 1.0), _AGAINST),
    "p": Habit((0.1, 1.0), (0.3, 0.4), _WITH),
    "q": Habit((0.9, 1.0), (0.9, 0.0), _AGAINST),
    "r": Habit((0.0, 1.0), (1.0, 0.9), _WITH),
    "s": Habit((1.0, 1.0), (0.0, 0.0)),
    "t": Habit((0.5, 1.0), (0.8, 0.0), _AGAINST, bar_last=True),
    "u": Habit((0.0, 1.0), (1.0, 0.0)),
    "v": Habit((0.0, 1.0), (1.0, 1.0)),
    "w": Habit((0.0, 1.0), (1.0, 1.0)),
    "x": Habit((0.0, 1.0), (0.0, 0.0)),
    "y": Habit((0.0, 1.0), (0.0, 0.0)),
    "z": Habit((0.0, 1.0), (1.0, 0.0)),
    "A": Habit((0.5, 1.0), None, bar_last=True),
    "B": Habit((0.0, 1.0), (0.1, 0.0), _WITH),
    "C": Habit((1.0, 1.0), (1.0, 0.0), _AGAINST),
    "D": Habit((0.1, 1.0), (0.1, 0.0), _WITH),
    "E": Habit((0.3, 1.0)),
    "G": Habit((1.0, 1.0), (0.9, 0.0), _AGAINST),
    "J": Habit((0.9, 1.0), (0.0, 0.1)),
    "O": Habit((0.6, 1.0), (0.6, 1.0), _AGAINST),
    "P": Habit((0.0, 1.0), (0.1, 0.5), _WITH),
    "Q": Habit((0.6, 1.0), (1.0, 0.0), _AGAINST),
    "R": Habit((0.0, 1.0), (1.0, 0.0), _WITH),
    "S": Habit((1.0, 1.0), (0.0, 0.0)),
    "0": Habit((0.6, 1.0), (0.6, 1.0), _AGAINST),
    "2": Habit((0.0, 0.9), (1.0, 0.0)),
    "3": Habit((0.0, 1.0), (0.0, 0.0), _WITH),
    "5": Habit((0.2, 1.0), (0.0, 0.0)),
    "6": Habit((1.0, 1.0), (0.3, 0.3), _AGAINST),
    "8": Habit((0.8, 0.95), (0.8, 0.95), _AGAINST),
    "9": Habit((0.9, 0.95), (0.7, 0.0), _AGAINST),
}
_OTHERS = Habit()


def habit_of(letter: str) -> Habit:
    """How a letter is drawn; one that nobody was taught from the upper left.

    >>> habit_of("t").bar_last
    True
    """
    return _HABITS.get(letter, _OTHERS)
