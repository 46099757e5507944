"""Stocks, layout and imposition; every PDF is made here."""
