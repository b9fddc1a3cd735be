"""Marks on the text of a page -> its Pieces, which in order are the text, and their balance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from article.likeness import han
from newsdesk.importing.imported import Kind, Piece
from newsdesk.importing.page.found import LEFT_OVER, Found
from newsdesk.importing.page.lines import LINE, WORD, Line


@dataclass(frozen=True)
class Mark:
    """What becomes of `start`..`end` of the page's text."""

    start: int
    end: int
    kind: Kind
    field: str = ""
    reason: str = ""


def mark(line: Line, start: int, end: int, kind: Kind, name: str = "", reason: str = "") -> Mark:
    """A Mark on characters `start`..`end` of a line, without spaces at its ends."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    return Mark(line.places[start], line.places[end - 1] + 1, kind, name, reason)


def marks_of(line: Line, founds: Iterable[tuple[Found, Kind]]) -> list[Mark]:
    """Marks for all of `line`: what was found on it, and any words between, which are cut and said so."""
    marks: list[Mark] = []
    taken = 0
    for found, kind in sorted(founds, key=lambda it: it[0].start):
        marks += _left_over(line, taken, found.start)
        start = max(found.start, taken)
        if line.text[start : found.end].strip():
            name = found.field if kind is Kind.FIELD else ""
            marks.append(mark(line, start, found.end, kind, name, "" if name else found.reason))
        taken = max(taken, found.end)
    return marks + _left_over(line, taken, len(line.text))


def _left_over(line: Line, start: int, end: int) -> list[Mark]:
    if start >= end or not WORD.search(line.text, start, end):
        return []
    return [mark(line, start, end, Kind.CUT, reason=LEFT_OVER)]


def pieces(page: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """`page` cut at the marks; what no mark names is BLANK, and the balance shows if it says anything."""
    starts = [match.start() for match in LINE.finditer(page)]
    result: list[Piece] = []
    taken = 0
    for it in sorted(marks, key=lambda it: it.start):
        if it.start < taken:
            raise ValueError(f"two marks overlap at {it.start}: {page[it.start : it.end]!r}")
        if it.start > taken:
            result.append(_piece(page, starts, Mark(taken, it.start, Kind.BLANK)))
        result.append(_piece(page, starts, it))
        taken = it.end
    if taken < len(page):
        result.append(_piece(page, starts, Mark(taken, len(page), Kind.BLANK)))
    return tuple(result)


def _piece(page: str, starts: Sequence[int], it: Mark) -> Piece:
    line = bisect_right(starts, it.start)
    return Piece(line, it.start, page[it.start : it.end], it.kind, it.field, it.reason)


@dataclass(frozen=True)
class Balance:
    """Han characters of a page, each counted once: as a field, in the story's Markdown, or cut."""

    page: int
    field: int
    body: int
    cut: int

    @property
    def difference(self) -> int:
        """0, or something was lost or made up."""
        return self.page - self.field - self.body - self.cut


def balance(parts: Sequence[Piece], markdown: str) -> Balance:
    """Counted from the pieces, but for the body: that is counted in the Markdown that was written."""

    def count(kind: Kind) -> int:
        return sum(len(han(part.text)) for part in parts if part.kind is kind)

    page = sum(len(han(part.text)) for part in parts)
    return Balance(page, count(Kind.FIELD), len(han(markdown)), count(Kind.CUT))
