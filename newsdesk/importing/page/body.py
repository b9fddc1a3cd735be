"""The lines of a story -> its blocks (paragraphs, headings, points of lists, rows of tables) and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from article.punctuation import restore
from newsdesk.importing.imported import Evidence, Kind
from newsdesk.importing.markdown_text import Block, Shape
from newsdesk.importing.page.datelines import dateline_of
from newsdesk.importing.page.endings import ending_of, writers_behind
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.headings import NUMBERINGS, HeadingMark, headings
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.lists import points
from newsdesk.importing.page.look import is_paragraph
from newsdesk.importing.page.pieces import Mark, mark
from newsdesk.importing.page.sorting import LEADS, Sorted, signature_date, sorted_lines

BULLET = dict(NUMBERINGS)["mark"]
NO_ROWS: Mapping[int, str] = {}


@dataclass(frozen=True)
class Body:
    """The story as blocks. `endings` are the facts behind the last paragraph."""

    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    endings: tuple[tuple[Line, tuple[Found, ...]], ...] = field(default=())


def body(lines: Sequence[Line], rows: Mapping[int, str] = NO_ROWS) -> Body:
    """The blocks of the story's lines. `rows`: where a table's row begins -> its cells, parted by tabs."""
    heads = {it.at: it for it in headings(lines) if lines[it.at].places[0] not in rows}
    marked = points(lines)
    last = max((at for at, line in enumerate(lines) if is_paragraph(line)), default=-1)
    marks: list[Mark] = []
    blocks: list[Block] = []
    endings = []
    for at, line in enumerate(lines):
        if at == last and line.places[0] not in rows:
            line, rest, founds = ending_of(line)
            endings.append((rest, founds))
        start, end, block = _block(line, heads.get(at), marked.get(at, 0), rows)
        blocks.append(block)
        marks.append(mark(line, start, end, Kind.BODY))
    findings = [
        Finding(found, line, Zone.LEAD) for line in _first_paragraphs(lines) for found in dateline_of(line)
    ]
    findings += [
        Finding(found, line, Zone.LEAD)
        for at, line in enumerate(lines)
        if at != last
        for found in writers_behind(line)
    ]
    evidence = [_evidence(it, lines[it.at].number, blocks[it.at].text) for it in heads.values()]
    return Body(tuple(blocks), tuple(marks), tuple(evidence), tuple(findings), tuple(endings))


def _block(
    line: Line, head: HeadingMark | None, point: int, rows: Mapping[int, str]
) -> tuple[int, int, Block]:
    """Where the words of a line begin and end, and the line as a block."""
    if line.places[0] in rows:
        return 0, len(line.text), Block(rows[line.places[0]], shape=Shape.ROW)
    start, end = 0, len(line.text)
    if head is not None and (bullet := BULLET.match(line.folded)):
        start = bullet.end()
        end -= line.folded.startswith("[") and line.folded.endswith("]")
    elif head is None and point:
        return point, end, Block(line.text[point:].strip(), shape=Shape.ITEM)
    return start, end, Block(line.text[start:end].strip(), head.level if head else 0)


def _first_paragraphs(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if is_paragraph(line)][:LEADS]


def _evidence(it: HeadingMark, line: int, text: str) -> Evidence:
    return Evidence("heading", restore(text), line, it.confidence, it.reason)


__all__ = ["Body", "Sort", "Sorted", "body", "signature_date", "sorted_lines"]
