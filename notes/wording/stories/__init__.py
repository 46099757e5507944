"""Stories: what an office has written down of somebody, told to the person whom it is about, and nothing added."""

from notes.wording.stories.story import Story

__all__ = ["Story"]
