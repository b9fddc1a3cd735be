"""What became of each line of a Word document -> the marks that make its pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsdesk.importing.imported import Kind
from newsdesk.importing.page.choosing import Choices
from newsdesk.importing.page.fates import Fates
from newsdesk.importing.page.finding import Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.pieces import Mark, mark, marks_of
from newsdesk.importing.page.sheet import Sheet
from newsdesk.importing.word.flow import Flow


def marks(flow: Flow, sheet: Sheet, chosen: Choices, body: Iterable[Line], cut: dict[int, str]) -> list[Mark]:
    """`body` are the lines that the Markdown holds; `cut` says why whole paragraphs (by number) go."""
    found = [mark(line, 0, len(line.text), Kind.BODY) for line in body]
    found += [
        mark(line, 0, len(line.text), Kind.CUT, reason=reason)
        for number, reason in cut.items()
        for line in flow.lines.get(number, ())
    ]
    found += _around(sheet, chosen)
    return sorted(_beside_gone(flow, found), key=lambda it: it.start)


def _around(sheet: Sheet, chosen: Choices) -> list[Mark]:
    """One mark for each thing found outside the story's text."""
    fates = Fates(chosen)
    lines: dict[int, tuple[Line, list[tuple[Found, Kind]]]] = {}
    placed = [(line, found, Kind.CUT) for line, found in sheet.cuts]
    outside = (it for it in sheet.findings if it.zone is not Zone.LEAD)
    placed += [(it.line, *fates.of(it)) for it in outside]
    for line, found, kind in placed:
        if line.text:
            lines.setdefault(line.places[0], (line, []))[1].append((found, kind))
    return [it for line, founds in lines.values() for it in marks_of(line, founds)]


def _beside_gone(flow: Flow, found: Sequence[Mark]) -> Iterator[Mark]:
    """What is gone may stand in the midst of a mark: it has a mark of its own."""
    gone = [
        Mark(it.start, it.end, Kind.CUT, reason=it.run.gone.value) for it in flow.gone if it.run.text.strip()
    ]
    yield from gone
    at = 0
    for it in sorted(found, key=lambda it: it.start):
        start = it.start
        while at and gone[at - 1].end > start:
            at -= 1
        while at < len(gone) and gone[at].end <= start:
            at += 1
        while at < len(gone) and gone[at].start < it.end:
            if start < gone[at].start:
                yield replace(it, start=start, end=gone[at].start)
            start = max(start, gone[at].end)
            at += 1
        if start < it.end:
            yield replace(it, start=start)
