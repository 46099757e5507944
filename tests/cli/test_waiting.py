"""A hand that writes its words for the first time says so to who is waiting at a terminal, and to nobody else."""

import io

from letters import BOX, Letter

from notes.cli import waiting
from notes.writing import open_hand


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


MANY = Letter(paragraphs=(" ".join(f"word{number}" for number in range(60)),))


def test_words_that_are_written_for_the_first_time_are_counted(tmp_path):
    seen, again = Terminal(), Terminal()
    hand = open_hand("otto", tmp_path)
    for stream in (seen, again):
        with waiting.shown([hand], stream):
            hand.write(MANY, *BOX, "rosa", x_height=5.0)
    assert "Otto writes these words for the first time: 50 so far …" in seen.getvalue()
    assert "first time" not in again.getvalue()
    assert seen.getvalue().endswith(" \r") and "\x1b" not in seen.getvalue()


def test_a_file_gets_no_count(tmp_path):
    stream = io.StringIO()
    with waiting.shown([hand := open_hand("otto", tmp_path)], stream):
        hand.write(MANY, *BOX, "rosa", x_height=5.0)
    assert not stream.getvalue()
