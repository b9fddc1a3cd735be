"""The lines of a page with tabs in them, as a copied table leaves them -> the rows of the table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsdesk.importing.page.lines import Line

MOST_CELLS = 24
LONGEST_CELL = 80
FEWEST_ROWS = 2


def table_rows(lines: Sequence[Line], page: str) -> dict[int, str]:
    """Where a row begins in `page` -> its cells, parted by tabs. A row alone is none."""
    rows = [(line, _cells(line, page)) for line in lines]
    runs: list[list[tuple[Line, str]]] = [[]]
    for line, cells in rows:
        if cells and (not runs[-1] or line.gap == 0):
            runs[-1].append((line, cells))
        else:
            runs.append([(line, cells)] if cells else [])
    return {
        line.places[0]: cells
        for run in runs
        if len(run) >= FEWEST_ROWS and _alike(run)
        for line, cells in run
    }


def _cells(line: Line, page: str) -> str:
    """The line with a tab between two cells, "" where it has but one or is a paragraph with a tab in it."""
    text = "".join(
        "\t" if page[place] == "\t" else char for char, place in zip(line.text, line.places, strict=True)
    )
    cells = text.split("\t")
    if not 2 <= len(cells) <= MOST_CELLS or any(len(cell) > LONGEST_CELL for cell in cells):
        return ""
    return text


def _alike(run: Sequence[tuple[Line, str]]) -> bool:
    """Rows have nearly as many cells as the one above."""
    counts = [cells.count("\t") for _, cells in run]
    return all(abs(one - other) <= 1 for one, other in pairwise(counts))
