"""Sheets become tables: where the header stands, what each column means, and a column read as a whole."""
