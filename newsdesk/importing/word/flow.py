"""The type of a Word document's page: its text, a paragraph a line, and what Word says at each place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsdesk.importing.page.lines import Line, lines_of
from newsdesk.importing.word.content import (
    Drawing,
    NoteMark,
    Paragraph,
    Run,
)


@dataclass(frozen=True)
class Place:
    """A paragraph with text: it is line `number` of the page. `label` is how long its number is."""

    number: int
    start: int
    end: int
    paragraph: Paragraph
    label: int
    gap: int
    """Empty paragraphs and tables above."""
    in_story: bool
    """Is it a line of the story, not of a table, a note or the margin?"""


@dataclass(frozen=True)
class Span:
    """`start`..`end` of the page are one run."""

    start: int
    end: int
    run: Run


@dataclass(frozen=True)
class Thing:
    """A mark or a picture before the character at `at`. `number` is its paragraph's, 0 without text."""

    at: int
    number: int
    inline: NoteMark | Drawing


@dataclass(frozen=True)
class PlacedCell:
    """The paragraphs `first`..`end` (the last one not) of the page."""

    first: int
    end: int
    width: int
    continued: bool


@dataclass(frozen=True)
class PlacedTable:
    """A table that begins at `start` of the page. `before`: columns left free in each row."""

    start: int
    rows: tuple[tuple[PlacedCell, ...], ...]
    before: tuple[int, ...]
    first: int
    end: int
    """Its paragraphs."""


@dataclass(frozen=True)
class Flow:
    """The page and all that stands on it, each list in the order of the page."""

    text: str
    places: Sequence[Place]
    spans: Sequence[Span]
    things: Sequence[Thing]
    tables: Sequence[PlacedTable]
    notes: Mapping[str, range]
    """Numbers of the paragraphs of each note."""
    story_end: int
    """Numbers from here on are those of notes, headers and comments."""

    @cached_property
    def lines(self) -> Mapping[int, Sequence[Line]]:
        """What a reader sees of each paragraph, by its number; a soft break makes two lines of it."""
        found: dict[int, list[Line]] = {}
        text, places = self._visible()
        for line in lines_of(text):
            at = [places[it] for it in line.places]
            gap = 0 if line.number in found else self.places[line.number - 1].gap
            found.setdefault(line.number, []).append(replace(line, places=at, gap=gap))
        return found

    @property
    def gone(self) -> Iterator[Span]:
        """What a reader does not see."""
        return (it for it in self.spans if it.run.gone)

    def _visible(self) -> tuple[str, Sequence[int]]:
        gone = list(self.gone)
        if not gone:
            return self.text, range(len(self.text))
        places: list[int] = []
        start = 0
        for it in gone:
            places += range(start, it.start)
            start = it.end
        places += range(start, len(self.text))
        return "".join(self.text[at] for at in places), places

    @cached_property
    def _starts(self) -> list[int]:
        return [it.start for it in self.spans]

    def spans_of(self, line: Line) -> Iterator[tuple[int, int, Run]]:
        """The runs of a line, each with its place in the line's text."""
        first = max(0, bisect_right(self._starts, line.places[0]) - 1)
        for number in range(first, bisect_right(self._starts, line.places[-1])):
            span = self.spans[number]
            start, end = bisect_left(line.places, span.start), bisect_left(line.places, span.end)
            if start < end:
                yield start, end, span.run

    def place_of(self, line: Line) -> Place:
        """The paragraph of a line."""
        return self.places[line.number - 1]
