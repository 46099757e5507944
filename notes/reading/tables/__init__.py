"""Sheets become tables: where the header is, what each column means, and a column read as a whole."""
