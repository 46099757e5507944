"""Fairhand: handwritten notes for the customers a small business depends on."""

import os

# Whatever we reckon is small: a second thread takes longer to wait for than it saves.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
