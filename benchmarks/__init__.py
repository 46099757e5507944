"""Measurements against others, in one run on one machine: `make bench` for all of it, `make bench-parts` for parts."""
