"""Fairhand: handwritten notes for the customers a small business depends on."""

__version__ = "0.1.0"
