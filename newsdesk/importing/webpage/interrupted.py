"""A story's run -> the run with the paragraphs beyond a box (a list, an advertisement) inside the story."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.measured import Measured

CONTAINERS = ("div", "table", "ul", "ol", "dl", "aside", "section", "center", "blockquote", "form", "figure")
FARTHEST = 40
"""Blocks of such a box."""


def with_parts(page: Page, them: Sequence[Measured], first: int, end: int) -> tuple[int, int]:
    """`first`..`end` with all paragraphs of the same box that only boxes in it part from the run."""
    home = _home(page, them[first])
    if home < 0 or page.boxes[home].tag in ("html", "body"):
        return first, end
    while (at := _next(page, them, home, range(first - 1, max(-1, first - FARTHEST), -1))) is not None:
        first = at
    while (at := _next(page, them, home, range(end, min(len(them), end + FARTHEST)))) is not None:
        end = at + 1
    return first, end


def _home(page: Page, it: Measured) -> int:
    """The box around a paragraph's own, -1 where it has none of its own."""
    box = page.boxes[it.block.box] if it.block.box >= 0 else None
    return box.parent if box and box.tag == "p" else -1


def _next(page: Page, them: Sequence[Measured], home: int, numbers: range) -> int | None:
    """The next paragraph of box `home`; None where another thing of that box stands before it."""
    for number in numbers:
        it = them[number]
        if it.is_paragraph and _home(page, it) == home:
            return number
        if not _stands_in_container(page, it, home):
            return None
    return None


def _stands_in_container(page: Page, it: Measured, home: int) -> bool:
    boxes = page.around(it.block)
    own = next((box for box in boxes if box.parent == home), None)
    return own is not None and own.tag in CONTAINERS
