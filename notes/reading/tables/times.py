"""Times: when what a header names was so: then or now, the first time or the last."""

from functools import cache

from notes.language.folding import folded
from notes.reading.tables.parts import words_of_header
from notes.resources import table_beside


def time_of_name(header: str) -> str:
    """“then” where a header is of the name that somebody once had, “now” of the one since; "" for any other.

    >>> time_of_name("Name in school"), time_of_name("Present surname"), time_of_name("School name")
    ('then', 'now', '')
    """
    words = [word for one in words_of_header(header) for word in one.split()]
    bare = [word for word in words if word not in _listed("former", "small") | _listed("former", "names")]
    is_named = len(bare) < len(words) or (len(bare) == 1 and bare[0] in _listed("former", "alone"))
    is_of_a_school = words[:1] == ["school"]
    times = [time for time in ("then", "now") if bare and _listed("former", time).issuperset(bare)]
    return times[0] if times and is_named and not is_of_a_school else ""


def ends_of_a_cycle(headers: list[str]) -> dict[int, str]:
    """The columns that say when something was done first and last, whatever it was: “First swept” and “Last swept”.

    >>> ends_of_a_cycle(["Name", "First swept", "Last swept", "Last called"])
    {1: 'first', 2: 'last'}
    """
    spoken = [words_of_header(header) for header in headers]
    ends = {
        column: (end, those[1])
        for column, those in enumerate(spoken)
        for end in ("first", "last")
        if len(those) == _TWO and those[0] in _listed("cycle", end) and those[1] not in _listed("cycle", "office")
    }
    both = [{done for end, done in ends.values() if end == one} for one in ("first", "last")]
    return {column: end for column, (end, done) in ends.items() if done in both[0] & both[1]}


_TWO = 2  # words: when, and what was done


@cache
def _listed(section: str, name: str) -> frozenset[str]:
    return frozenset(folded(one) for one in table_beside(__file__, "times.toml")[section][name])
