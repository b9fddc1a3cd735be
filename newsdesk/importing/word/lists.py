"""Items of Word's lists in a row -> Markdown lists, whose numbers are always those that Word prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.importing.markdown_text import at_start


@dataclass(frozen=True)
class Item:
    """`depth` as Word has it: only which is deeper counts. `number` is 0 for a bullet, `text` is Markdown."""

    depth: int
    number: int
    text: str


def list_markdown(items: Sequence[Item]) -> list[str]:
    """One chunk for each list. Markdown counts on by itself and joins lists that follow each other, so from
    a number that does not follow the one before, the items are paragraphs."""
    found: list[str] = []
    lines: list[str] = []
    last: dict[int, int] = {}
    around: list[int] = []
    for at, item in enumerate(items):
        around = [it for it in around if it < item.depth]
        depth = len(around)
        around.append(item.depth)
        before = last.get(depth)
        if depth == 0 and before is not None and (before == 0) != (item.number == 0):
            found.append("\n".join(lines))
            lines, last = [], {}
        elif before and item.number and item.number != before + 1:
            return [*found, "\n".join(lines), *map(_paragraph, items[at:])]
        last = {it: number for it, number in last.items() if it < depth} | {depth: item.number}
        bullet = f"{item.number}. " if item.number else "- "
        lines.append("    " * depth + bullet + at_start(item.text))
    return [*found, "\n".join(lines)]


def _paragraph(item: Item) -> str:
    return f"{item.number}\\. {item.text}" if item.number else at_start(item.text)
