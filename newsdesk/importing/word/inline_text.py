"""A Line of a Word document -> its Markdown, with its notes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsdesk.importing.inline_markdown import Part, written
from newsdesk.importing.page.lines import Line
from newsdesk.importing.word.content import Run
from newsdesk.importing.word.flow import Flow


@dataclass(frozen=True)
class NotePlace:
    """The note with this label is referred to before the character at `at` of the page."""

    at: int
    label: str


@dataclass(frozen=True)
class Manner:
    """How a line is written: with its `bold`, `alone` in its block (else * and ` may meet others), from
    character `start` on.
    """

    bold: bool = True
    alone: bool = True
    start: int = 0


def inline(flow: Flow, line: Line, text: str, notes: Iterable[NotePlace], manner: Manner) -> str:
    """`text`, which is the line's own with its marks mended, as Markdown."""
    parts = _with_notes(_parts(flow, line, text, manner), line, notes, manner.start)
    return written(parts, alone=manner.alone)


def _parts(flow: Flow, line: Line, text: str, manner: Manner) -> list[tuple[int, Part]]:
    """Each with its place in the line; what joins two paragraphs is in no run."""
    found: list[tuple[int, Part]] = []
    at = manner.start
    for begin, end, run in flow.spans_of(line):
        if at < begin:
            found.append((at, Part(text[at:begin])))
        if max(at, begin) < end:
            found.append((max(at, begin), _part(text[max(at, begin) : end], run, manner.bold)))
        at = max(at, end)
    if at < len(text):
        found.append((at, Part(text[at:])))
    return found


def _part(text: str, run: Run, bold: bool) -> Part:
    look = run.letters
    return Part(
        text,
        run.link,
        bold and bool(look.bold),
        bold and not look.bold and bool(look.italic or look.emphasised),
        look.script or "",
    )


def _with_notes(
    parts: Sequence[tuple[int, Part]], line: Line, notes: Iterable[NotePlace], start: int
) -> list[Part]:
    marks = [(max(start, bisect_left(line.places, it.at)), it.label) for it in notes]
    found: list[Part] = []
    for at, part in parts:
        text, done = part.text, 0
        while marks and marks[0][0] < at + len(text):
            place, label = marks.pop(0)
            found += [_cut(part, done, place - at), Part(f"[^{label}]", raw=True)]
            done = max(done, place - at)
        found.append(_cut(part, done, len(text)))
    found += [Part(f"[^{label}]", raw=True) for _, label in marks]
    return [part for part in found if part.text]


def _cut(part: Part, start: int, end: int) -> Part:
    return Part(
        part.text[start : max(start, end)], part.link, part.bold, part.emphasised, part.script, part.raw
    )
