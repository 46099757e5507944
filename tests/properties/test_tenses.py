"""A note speaks of no day as gone that is to come, whatever the seed; `python -m benchmarks tenses` tries them all."""

from hypothesis import given, settings
from hypothesis import strategies as st
from our_library import LIBRARY

from benchmarks.tenses import DAYS, OCCASIONS, SEEDS, is_out_of_time, note_of


def test_a_day_to_come_is_told_from_a_day_gone_by():
    assert is_out_of_time("I hope you had a happy birthday.", 3) and not is_out_of_time("I hope you had cake.", -3)
    assert is_out_of_time("It’s nearly here!", -3) and not is_out_of_time("It’s nearly here!", 3)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(OCCASIONS), st.integers(DAYS.start, DAYS.stop - 1), st.integers(0, SEEDS - 1))
def test_no_note_is_out_of_time(occasion, days, seed):
    assert not is_out_of_time(note_of(LIBRARY, occasion, days, seed), days)
