"""A PlacedTable -> a Markdown table whose first row is its header; merged cells keep their text once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsdesk.importing.page.lines import Line
from newsdesk.importing.word.flow import Flow, PlacedCell, PlacedTable

Write = Callable[[Line, bool], str]


def table_lines(flow: Flow, table: PlacedTable) -> list[Line]:
    """All that a reader sees of it."""
    return [line for number in range(table.first, table.end) for line in flow.lines.get(number, ())]


def table_markdown(flow: Flow, table: PlacedTable, write: Write) -> str:
    """`write(line, is_head)` gives a line's Markdown. Rows without any text are left out."""
    rows = [
        [""] * before + [text for cell in row for text in _cell(flow, cell, write, at == 0)]
        for at, (row, before) in enumerate(zip(table.rows, table.before, strict=True))
    ]
    rows = [row for row in rows if any(row)]
    if not rows:
        return ""
    columns = max(len(row) for row in rows)
    used = [at for at in range(columns) if any(at < len(row) and row[at] for row in rows)]
    lines = [_row([row[at] if at < len(row) else "" for at in used]) for row in rows]
    lines.insert(1, "|" + " --- |" * len(used))
    return "\n".join(lines)


def _cell(flow: Flow, cell: PlacedCell, write: Write, is_head: bool) -> Sequence[str]:
    """The cell's text, and empty ones for the columns that it goes over."""
    lines = [line for number in range(cell.first, cell.end) for line in flow.lines.get(number, ())]
    text = "<br>".join(write(line, is_head) for line in lines).replace("|", "\\|")
    return [text, *[""] * (cell.width - 1)]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
