"""What became of each block of a page -> the marks that make its pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsdesk.importing.imported import Kind
from newsdesk.importing.page.choosing import Choices
from newsdesk.importing.page.fates import Fates
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.pieces import Mark, marks_of
from newsdesk.importing.webpage.block import Block, Page
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.notices import notice_of
from newsdesk.importing.webpage.story_run import Run
from newsdesk.importing.webpage.surroundings import Around


def marks(
    page: Page,
    them: Sequence[Measured],
    reasons: dict[int, str],
    story: Iterable[Block],
    findings: Sequence[Finding],
    chosen: Choices,
) -> list[Mark]:
    """A mark on every word. `reasons` say why blocks of the story's run go; the others are around it."""
    found = [Mark(it.start, it.start + len(it.text), Kind.BODY) for it in story if it.text]
    found += _of_findings(findings, chosen)
    taken = _Taken(found)
    rest = [it for it in them if it.block.text and not taken.touches(it.block)]
    return found + _cuts(page, [(it.block, reasons.get(it.block.number) or _reason(it)) for it in rest])


class _Taken:
    """Which blocks have a mark already."""

    def __init__(self, found: Sequence[Mark]) -> None:
        self._marks = sorted((it.start, it.end) for it in found)
        self._at = 0

    def touches(self, block: Block) -> bool:
        """Asked for the blocks in their order."""
        while self._at < len(self._marks) and self._marks[self._at][1] <= block.start:
            self._at += 1
        return self._at < len(self._marks) and self._marks[self._at][0] < block.start + len(block.text)


def _of_findings(findings: Sequence[Finding], chosen: Choices) -> list[Mark]:
    fates = Fates(chosen)
    lines: dict[int, tuple[Line, list[tuple[Found, Kind]]]] = {}
    for it in findings:
        if it.zone is not Zone.LEAD and len(it.line.places):
            place = it.line.places[0]
            lines.setdefault(place, (it.line, []))[1].append(fates.of(it))
    return [mark for line, founds in lines.values() for mark in marks_of(line, founds)]


def _reason(it: Measured) -> str:
    """Why a block outside the story goes."""
    if it.around:
        return it.around.value
    if it.look.junk:
        return it.look.junk.sort.value
    notice = notice_of(it.block.line)
    return notice.value if notice else Around.OUTSIDE.value


def left_in_box(page: Page, them: Sequence[Measured], run: Run) -> list[int]:
    """Blocks below the story and in its box, that go for no better reason: a person should look at them.

    Where the box holds the site's own words too, only paragraphs.
    """
    end = page.boxes[run.box].end if run.box >= 0 else run.end
    return [
        it.block.number
        for it in them[run.end : end]
        if it.block.text
        and it.block.linked < LINKED
        and (run.alone or it.is_paragraph)
        and _reason(it) == Around.OUTSIDE
    ]


def _cuts(page: Page, cut: Sequence[tuple[Block, str]]) -> list[Mark]:
    """One mark for blocks in a row that go for one reason; pictures between have no text."""
    found: list[Mark] = []
    for block, reason in cut:
        end = block.start + len(block.text)
        last = found[-1] if found else None
        if last and last.reason == reason and not page.text[last.end : block.start].strip():
            found[-1] = replace(last, end=end)
        else:
            found.append(Mark(block.start, end, Kind.CUT, reason=reason))
    return found
