"""Where a Word story refers to its notes -> a number for each note that the Markdown can hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdesk.importing.page.lines import Line
from newsdesk.importing.word.content import Gone, NoteMark
from newsdesk.importing.word.flow import Flow
from newsdesk.importing.word.inline_text import NotePlace


@dataclass(frozen=True)
class Notes:
    """`on_line`: by the place where a line begins. `labels`: of each note that is used, by its key."""

    on_line: Mapping[int, Sequence[NotePlace]]
    labels: Mapping[str, str]

    def of(self, line: Line) -> Sequence[NotePlace]:
        """The references on a line."""
        return self.on_line.get(line.places[0], ())

    def lines(self, flow: Flow) -> list[Line]:
        """The text of the notes that are used."""
        numbers = (number for key in self.labels for number in flow.notes[key])
        return [line for number in numbers for line in flow.lines.get(number, ())]

    def unused(self, flow: Flow) -> dict[int, str]:
        """Paragraphs of the notes that nothing in the story refers to, and why they go."""
        unused = (numbers for key, numbers in flow.notes.items() if key not in self.labels)
        return {number: Gone.NOTE.value for numbers in unused for number in numbers}


def notes(flow: Flow, lines: Sequence[Line]) -> Notes:
    """`lines` are all that the Markdown will hold, but for the notes themselves."""
    lines = sorted(lines, key=lambda it: it.places[0])
    starts = [line.places[0] for line in lines]
    on_line: dict[int, list[NotePlace]] = {}
    labels: dict[str, str] = {}
    for thing in flow.things:
        mark = thing.inline
        if not isinstance(mark, NoteMark) or mark.gone or not thing.number or mark.key not in flow.notes:
            continue
        line = _line_of(flow, thing.number, thing.at, lines, starts)
        if line is not None and any(flow.lines.get(number) for number in flow.notes[mark.key]):
            label = labels.setdefault(mark.key, str(len(labels) + 1))
            on_line.setdefault(line.places[0], []).append(NotePlace(thing.at, label))
    return Notes(on_line, labels)


def _line_of(flow: Flow, number: int, at: int, lines: Sequence[Line], starts: Sequence[int]) -> Line | None:
    """The line of that paragraph that holds the place or ends before it; else the paragraph's first one."""
    place = flow.places[number - 1]
    before = bisect_left(starts, at) - 1
    if before >= 0 and lines[before].places[-1] >= place.start:
        return lines[before]
    if before + 1 < len(lines) and lines[before + 1].places[0] < place.end:
        return lines[before + 1]
    return None
