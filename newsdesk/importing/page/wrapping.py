"""Lines of a text that was broken at a fixed width (mail, PDF, text browser) -> one Line per paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsdesk.importing.page.lines import Line, joined

SLACK = 6
"""Columns that a full line may fall short, because no line begins with a closing mark or parts a word."""

NARROWEST, WIDEST = 30, 130
"""Columns between which a fixed width is believed."""

LEAST_FULL = 4
SENTENCE_END = re.compile(r"[。！？!?…：；;][”’」』)）\]】]*$")


def unwrapped(lines: list[Line], is_whole: Callable[[Line], bool]) -> list[Line]:
    """One Line per paragraph. A line that `is_whole` (a label, a date, a button) is joined to none."""
    width = wrap_width(lines)
    if width is None:
        return lines
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and paragraphs[-1] and _goes_on(paragraphs[-1][-1], line, width) and not is_whole(line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        if is_whole(line):
            paragraphs.append([])
    return [joined(paragraph) for paragraph in paragraphs if paragraph]


def _goes_on(last: Line, line: Line, width: int) -> bool:
    return line.gap == 0 and line.indent <= last.indent and last.width >= width - SLACK


def wrap_width(lines: list[Line]) -> int | None:
    """The column at which this text was broken, or None where its lines are as long as they like."""
    widths = [line.width for line in lines if line.width > NARROWEST - SLACK]
    for width in sorted(set(widths), reverse=True):
        if not NARROWEST <= width <= WIDEST:
            continue
        full = [line for line in lines if width - SLACK <= line.width <= width]
        longer = sum(1 for other in widths if other > width)
        if len(full) >= LEAST_FULL and len(full) * 2 >= len(widths) and longer * 20 <= len(widths):
            return width if _broken(full) else None
    return None


def _broken(full: list[Line]) -> bool:
    """Most full lines stop in the middle of a sentence."""
    return sum(1 for line in full if not SENTENCE_END.search(line.text)) * 5 >= len(full) * 3
