"""Whom to write to, why, and why not."""
