"""Who sent each customer, by the column that says it."""

from collections.abc import Sequence

from notes.reading.tables.cells import Cells
from notes.reading.tables.columns import is_of_a_source
from notes.reading.values.referrers import referrer


def read_referrers(cells: Cells) -> Sequence[str]:
    """The name in each row; in a column of sources (“Google”, “Referral - Rosa Holm”) only behind a word for it."""
    column = cells.column("referred_by")
    if column is None:
        return [""] * len(cells)
    only = is_of_a_source(cells.table.columns.header(column))
    texts = cells.texts(column)
    known = {text: referrer(text) or ("" if only else text) for text in set(texts)}
    return [known[text] for text in texts]
