"""Text as an office types it: made fit to compare, and what it says against a cheerful card."""
