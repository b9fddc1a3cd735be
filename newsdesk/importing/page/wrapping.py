"""Lines of a text that was broken at a fixed width (mail, PDF, text browser) -> one Line per paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from newsdesk.importing.page.lines import Line, joined

Measure = Callable[[Line], int]

SLACK = 6
"""Columns or characters that a full line may fall short: none begins with a closing mark."""

LITTLE = 3
"""The same for a line that ends with a sentence: it may be the last of a paragraph."""

NARROWEST, WIDEST = 40, 130
"""Columns of lines that tell a fixed width: verses and headings are shorter, paragraphs longer."""

LEAST_BROKEN = 3
"""Lines that stop in the middle of a sentence, from which this is no chance."""

SENTENCE_END = re.compile(r"[。！？!?…：；;][”’」』)）\]】]*$")


def unwrapped(lines: list[Line], is_whole: Callable[[Line], bool]) -> list[Line]:
    """One Line per paragraph. A line that `is_whole` (a label, a date, a button) is joined to none."""
    for measure in (_columns, _characters):
        width = wrap_width(lines, measure)
        if width is not None:
            full = {id(line) for line in lines if measure(line) >= width - _slack(line)}
            return _joined(lines, is_whole, full)
    return lines


def _slack(line: Line) -> int:
    """A line that ends a sentence goes on only where nothing more would have fitted."""
    return LITTLE if line.text[-1] in "。！？!?" else SLACK


def wrap_width(lines: list[Line], measure: Measure) -> int | None:
    """Where this text was broken, or None where its lines are as long as they like."""
    goes_on = [_is_open(line, following) for line, following in zip_longest(lines, lines[1:])]
    measured = [measure(line) for line in lines]
    sizes = {size for size, it in zip(measured, goes_on, strict=True) if it and size <= WIDEST}
    for width in sorted(sizes, reverse=True):
        full = [
            at
            for at, line in enumerate(lines)
            if width - SLACK <= measured[at] <= width and NARROWEST <= line.width <= WIDEST
        ]
        longer = sum(1 for size in measured if size > width)
        broken = sum(1 for at in full if goes_on[at])
        if broken >= LEAST_BROKEN and broken * 5 >= len(full) * 3 and longer * 20 <= len(lines):
            return width
    return None


def _is_open(line: Line, following: Line | None) -> bool:
    """Stops in the middle of a sentence, with another line right below it."""
    if following is None:
        return False
    return following.gap == 0 and following.indent <= line.indent and not SENTENCE_END.search(line.text)


def _columns(line: Line) -> int:
    return line.width


def _characters(line: Line) -> int:
    """Some programs count characters, whether wide or narrow."""
    return line.lead + len(line.text)


def _joined(lines: list[Line], is_whole: Callable[[Line], bool], full: set[int]) -> list[Line]:
    paragraphs: list[list[Line]] = [[]]
    for line in lines:
        last = paragraphs[-1][-1] if paragraphs[-1] else None
        goes_on = last is not None and line.gap == 0 and line.indent <= last.indent and id(last) in full
        if is_whole(line):
            paragraphs += [[line], []]
        elif goes_on:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [joined(paragraph) for paragraph in paragraphs if paragraph]
