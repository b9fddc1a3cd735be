"""Blocks in tables -> which tables show data, and which only lay out an old page."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.importing.webpage.block import Block

LONGEST = 160
"""Han characters of a cell; more is a column of text."""


def shown_cells(blocks: Sequence[Block]) -> dict[int, bool]:
    """For each block in a table, whether that is written as a table."""
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.cell:
            tables.setdefault(block.cell.table, []).append(block)
    shown = {table: _shows_data(them) for table, them in tables.items()}
    return {block.number: shown[table] for table, them in tables.items() for block in them}


def _shows_data(them: Sequence[Block]) -> bool:
    """At least two rows of two columns, no pictures, no columns of text."""
    cells: dict[tuple[int, int], int] = {}
    for block in them:
        if block.cell:
            place = (block.cell.row, block.cell.column)
            cells[place] = cells.get(place, 0) + block.line.han
    rows: dict[int, int] = {}
    for row, _ in cells:
        rows[row] = rows.get(row, 0) + 1
    several = sum(1 for count in rows.values() if count > 1)
    return several >= 2 and not any(block.picture for block in them) and max(cells.values()) <= LONGEST
