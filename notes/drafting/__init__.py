"""Drafting: what a language model of the person's own may write for a card, and what of it is believed.

Nothing in here is imported unless notes.toml names a writer. A draft is only a proposal: it stands beside ours, is
marked, and none is printed unless the person takes it.
"""
