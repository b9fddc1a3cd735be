"""WordDocument -> Flow: the story's paragraphs, then its notes, then what stands apart, in one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.word.content import Block, Drawing, NoteMark, Paragraph, Run, Table, WordDocument
from newsdesk.importing.word.flow import Flow, Place, PlacedCell, PlacedTable, Span, Thing
from newsdesk.importing.word.unfolding import paragraphs, unfolded

MOST_CHARACTERS = 500_000
MOST_PARAGRAPHS = 20_000


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
    return replace(first, link="")
