"""What became of many inputs -> the table at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

MOST_ROWS = 100
"""More rows than this show only what a person must look at."""


@dataclass(frozen=True)
class Row:
    """One input: `result` in a word, `place` of the story or why there is none, how many things to check.

    `report` is the file with the report on it, "" where there is none.
    """

    source: str
    result: str
    place: str
    checks: int
    bad: bool
    report: str = ""


def table(rows: Sequence[Row]) -> Table:
    """For the terminal; the words say all that the colours say."""
    shown = rows if len(rows) <= MOST_ROWS else [row for row in rows if row.bad or row.checks]
    result = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("来稿", "结果", "稿件", "要核对"):
        result.add_column(name, overflow="fold", justify="right" if name == "要核对" else "left")
    for row in shown[:MOST_ROWS]:
        tone = "bold red" if row.bad else "yellow" if row.checks else "green"
        place = Text.assemble(row.place, (f"\n核对单 {row.report}" if row.report else "", "dim"))
        result.add_row(Text(row.source), Text(row.result, style=tone), place, str(row.checks or ""))
    if len(shown) > MOST_ROWS:
        result.caption = f"表里只列了前 {MOST_ROWS} 个"
    return result
