"""Our own wordings, read once for all tests of a run."""

from notes.resources import TEMPLATES
from notes.wording import read_wordings

LIBRARY, PROBLEMS = read_wordings([TEMPLATES])
