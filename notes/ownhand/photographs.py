"""Photographs of the sheet, in any order: every page found in them, or a sentence about each that is no use.

Nothing of a photograph is kept.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from notes.files import name_of
from notes.language.locales import listed
from notes.ownhand.cells import FAINT, Verdict, Written, written_on
from notes.ownhand.finding import Found, found_in
from notes.ownhand.making import Read, hand_of
from notes.ownhand.sheet import Cell, Kind, Sheet
from notes.paper import pictures
from notes.problems import BadValue, Place, Problem, Unusable
from notes.writing.own_hand import Manner

LARGEST = 70_000_000  # pixels; a page at 600 dots an inch has 35 million
COARSEST = 5.0  # pixels for a millimetre; with fewer no line can be followed
GLARE, GLARING = 14.0, 3  # how much brighter than the page's paper, and how many empty cells, tell a reflection
FEWEST = 0.3  # of the cells of a page
SAMPLED = 24  # cells whose ink shows the colour

Colour = tuple[float, float, float]


def read(paths: Sequence[Path], signs: str) -> Read:
    """The hand that these photographs show; it signs with its signatures for this name.

    Raises:
        Unusable: a photograph cannot be used, a page is missing, or the hand is not complete.
    """
    sheet, pages = _pages_in(paths)
    written, wrong = [], []
    for number, (path, page) in sorted(pages.items()):
        try:
            written.append(looked_at(page, sheet.on(number)))
        except BadValue as bad:
            wrong.append(bad.at(Place(name_of(path))))
    if wrong:
        raise Unusable(wrong)
    colours = [
        _colour_of(page, own) for (_, page), own in zip((pages[at] for at in sorted(pages)), written, strict=True)
    ]
    colour = next(filter(None, colours), Manner.ink)
    try:
        return hand_of(sheet, [one for own in written for one in own], signs, colour)
    except BadValue as bad:
        raise Unusable([bad.at(_place(paths))]) from bad


def _pages_in(paths: Sequence[Path]) -> tuple[Sheet, dict[int, tuple[Path, Found]]]:
    """Which sheet these photographs are of, and each of its pages by number, with the file that it is in.

    Raises:
        Unusable: a photograph shows no page of it, or a page is missing.
    """
    sheet: Sheet | None = None
    pages: dict[int, tuple[Path, Found]] = {}
    wrong: list[Problem] = []
    for path in paths:
        try:
            for photograph in pictures.all_in(path, LARGEST):
                page = found_in(photograph)
                sheet = _sheet_of(page, sheet)
                if page.mark.page in pages:
                    raise BadValue(f"this is page {page.mark.page} once more.", "Name each page once.")
                pages[page.mark.page] = path, page
        except BadValue as bad:
            wrong.append(bad.at(Place(name_of(path))))
    if wrong:
        raise Unusable(wrong)
    if sheet is None or len(pages) < sheet.pages:
        raise Unusable([_missing(sheet, set(pages)).at(_place(paths))])
    return sheet, pages


def _place(paths: Sequence[Path]) -> Place:
    return Place(listed([name_of(path) for path in paths[:3]]))


def _missing(sheet: Sheet | None, found: set[int]) -> BadValue:
    pages = set(range(1, (sheet.pages if sheet else 3) + 1)) - found
    numbers = listed([str(one) for one in sorted(pages)])
    those = f"page {numbers} of the sheet is" if len(pages) == 1 else f"pages {numbers} of the sheet are"
    return BadValue(f"{those} missing.", "Photograph every page, and name all photographs at once.")


def _sheet_of(page: Found, other: Sheet | None) -> Sheet:
    sheet = Sheet.numbered(page.mark.sheet)
    if sheet is None or page.mark.page > sheet.pages:
        raise BadValue("this sheet was printed by a newer Fairhand.", "Print it anew: notes hand sheet")
    if other is not None and sheet != other:
        raise BadValue("this page is of a sheet in another language.", "Take all pages from one sheet.")
    if page.fine < COARSEST:
        remedy = "Go nearer, so that the page fills the picture, or scan it at 300 dots an inch."
        raise BadValue("the page is too small in this picture to follow the lines of a pen.", remedy)
    return sheet


def looked_at(page: Found, cells: Sequence[Cell]) -> list[Written]:
    """What is written in these cells of a page.

    Raises:
        BadValue: hardly anything is, or it cannot be read.
    """
    written = written_on(page, cells)
    letters = [one for one in written if one.cell.kind is Kind.LETTERS]
    empty = [one for one in letters if one.verdict in (Verdict.EMPTY, Verdict.FAINT)]
    usual = float(np.median([one.paper for one in written]))
    glaring = [one for one in empty if one.paper > usual + GLARE]
    if len(glaring) >= GLARING:
        names = listed([one.cell.name for one in glaring[:3]])
        message = f"light is reflected from the paper, so that cells are white: {names}."
        raise BadValue(message, "Photograph the page by a window, without a lamp or flash above it.")
    if letters and len(letters) - len(empty) < FEWEST * len(letters) and len(letters) > GLARING:
        faint = sum(one.dark > FAINT / 3 for one in empty) > len(empty) / 2
        what = (
            "the writing is too faint to follow." if faint else f"hardly anything is written on page {page.mark.page}."
        )
        raise BadValue(what, "Write with a dark blue or black pen; a pencil is too pale.")
    return written


def _colour_of(page: Found, written: Sequence[Written]) -> Colour | None:
    """The colour of the ink, as light as on white paper."""
    if page.photograph.mode != "RGB":
        return None
    shades = list(_shades(page, written))
    if not shades:
        return None
    red, green, blue = (float(one) for one in np.median(np.array(shades), axis=0).clip(0.02, 0.6))
    return red, green, blue


def _shades(page: Found, written: Sequence[Written]) -> Iterator[list[float]]:
    for one in [one for one in written if one.cell.kind is Kind.LETTERS and not one.verdict][:SAMPLED]:
        rows, columns = one.ink.shape
        size = columns / one.fine, rows / one.fine
        bands = [page.cut(band, *one.corner, size, one.fine) for band in page.photograph.split()]
        core = one.ink & (bands[0] < np.percentile(bands[0][one.ink], 50))
        if core.any():
            yield [float(band[core].mean() / np.percentile(band, 80)) for band in bands]
