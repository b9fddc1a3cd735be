"""WordDocument -> Flow: its text as one page, a paragraph a line, and what Word says at each place of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.page.lines import Line, lines_of
from newsdesk.importing.word.content import (
    Block,
    Drawing,
    Gone,
    NoteMark,
    Paragraph,
    Run,
    Table,
    WordDocument,
)
from newsdesk.importing.word.unfolding import paragraphs, unfolded

MOST_CHARACTERS = 500_000
MOST_PARAGRAPHS = 20_000


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


def flow_of(document: WordDocument) -> Flow:
    """The story, then its notes, then what stands on every page and at the margin."""
    page = _Page()
    page.story(document.blocks)
    notes = {}
    story_end, things = page.next_number, list(page.things)
    for key, blocks in document.notes.items():
        first = page.next_number
        page.apart(blocks)
        notes[key] = range(first, page.next_number)
    for _, blocks in document.apart:
        page.apart(blocks)
    return Flow("".join(page.text), page.places, page.spans, things, page.tables, notes, story_end)


class _Page:
    """Grows by one paragraph after another."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.places: list[Place] = []
        self.spans: list[Span] = []
        self.things: list[Thing] = []
        self.tables: list[PlacedTable] = []
        self._size = 0
        self._gap = 0

    @property
    def next_number(self) -> int:
        return len(self.places) + 1

    def story(self, blocks: Iterable[Block]) -> None:
        for block in unfolded(blocks):
            if isinstance(block, Paragraph):
                self._paragraph(block, in_story=True)
            else:
                self._table(block)

    def apart(self, blocks: Iterable[Block]) -> None:
        for it in paragraphs(unfolded(blocks)):
            self._paragraph(it, in_story=False)

    def _table(self, table: Table) -> None:
        first, start = self.next_number, self._size + bool(self.text)
        rows = []
        for row in table.rows:
            cells = []
            for cell in row.cells:
                begin = self.next_number
                self.apart(cell.blocks)
                cells.append(PlacedCell(begin, self.next_number, cell.width, cell.continued))
            rows.append(tuple(cells))
        before = tuple(row.before for row in table.rows)
        self.tables.append(PlacedTable(start, tuple(rows), before, first, self.next_number))
        self._gap += 1

    def _paragraph(self, paragraph: Paragraph, *, in_story: bool) -> None:
        label = "" if paragraph.label is None else paragraph.label.text
        runs = [it for it in paragraph.inlines if isinstance(it, Run)]
        if not any(it.text.strip() for it in runs):
            self._gap += 1
            self._things(paragraph.inlines)
            return
        if self.text:
            self._add("\n")
        start = self._size
        if label:
            self._run(replace(_labelled(runs), text=label))
        for it in paragraph.inlines:
            if isinstance(it, Run):
                self._run(it)
            else:
                self.things.append(Thing(self._size, self.next_number, it))
        if self._size > MOST_CHARACTERS or len(self.places) >= MOST_PARAGRAPHS:
            raise _too_long()
        self.places.append(
            Place(self.next_number, start, self._size, paragraph, len(label), self._gap, in_story)
        )
        self._gap = 0

    def _things(self, inlines: Iterable[Run | NoteMark | Drawing]) -> None:
        """Those of a paragraph without text stand where the next one begins."""
        at = self._size + bool(self.text)
        self.things += [Thing(at, 0, it) for it in inlines if not isinstance(it, Run)]

    def _run(self, run: Run) -> None:
        self.spans.append(Span(self._size, self._size + len(run.text), run))
        self._add(run.text)

    def _add(self, text: str) -> None:
        self.text.append(text)
        self._size += len(text)


def _too_long() -> NotImportedError:
    return NotImportedError(
        "文档太长",
        f"一篇文章不会有 {MOST_CHARACTERS // 10_000} 万字或 {MOST_PARAGRAPHS // 10_000} 万个段落",
        "请看看是不是选错了文件；只要其中一篇的话，请把它复制到一个新文档，另存为 .docx 再导入",
    )


def _labelled(runs: Sequence[Run]) -> Run:
    """A label looks like the text behind it, and is no link."""
    first = next((it for it in runs if it.text.strip() and not it.gone), runs[0])
    return replace(first, link="", gone=Gone.NOT if not first.gone else first.gone)
