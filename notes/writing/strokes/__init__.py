"""Strokes: the letters of a hand as movements of a pen."""
