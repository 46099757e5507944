"""The hands: variants of letters, shaping, and words as they come from a pen."""
