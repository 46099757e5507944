"""Cells become values: dates, money, names, a yes or a no."""
