"""The parts of a Word story in their order -> Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from newsdesk.importing.markdown_text import at_start
from newsdesk.importing.page.lines import Line
from newsdesk.importing.pictures.marks import picture_mark
from newsdesk.importing.word.appearance import Appearance
from newsdesk.importing.word.flow import Flow, PlacedTable
from newsdesk.importing.word.inline_text import Manner, inline
from newsdesk.importing.word.lists import Item, list_markdown
from newsdesk.importing.word.notes import Notes
from newsdesk.importing.word.tables import table_markdown

SENTENCE_END = re.compile(r"[。！？!?…；;”’」』]$")
ORDERED = re.compile(r"\d{1,3}\. $")
ALONE = Manner()
TOGETHER = Manner(alone=False)
Mend = Callable[[str], str]


@dataclass(frozen=True)
class TextPart:
    """Lines of one paragraph; a heading has a `level`. `start`: characters of a bullet that is left out."""

    lines: tuple[Line, ...]
    view: Appearance
    level: int = 0
    start: int = 0


@dataclass(frozen=True)
class TablePart:
    """A table of data."""

    table: PlacedTable


@dataclass(frozen=True)
class PicturePart:
    """Picture `number` of the article's images."""

    number: int
    alt: str = ""
    caption: str = ""


Part = TextPart | TablePart | PicturePart


@dataclass
class Writer:
    """Writes the parts of one story. `mend` mends a text's punctuation and keeps its length."""

    flow: Flow
    notes: Notes
    mend: Mend
    usually_bold: bool
    _chunks: list[str] = field(default_factory=list)

    def story(self, parts: Sequence[Part]) -> str:
        """All of it, the notes at the end; a paragraph a line."""
        for kind, group in groupby(parts, key=_kind):
            self._chunks += KINDS[kind](self, list(group))
        for key, label in self.notes.labels.items():
            lines = [line for number in self.flow.notes[key] for line in self.flow.lines.get(number, ())]
            self._chunks.append(f"[^{label}]: " + "<br>".join(self.line(line, TOGETHER) for line in lines))
        return "".join(f"{chunk}\n\n" for chunk in self._chunks if chunk)[:-1]

    def line(self, line: Line, manner: Manner = ALONE) -> str:
        """One line without what it is."""
        manner = replace(manner, bold=manner.bold and not self.usually_bold)
        return inline(self.flow, line, self.mend(line.text), self.notes.of(line), manner)

    def _alone(self, group: Sequence[Part]) -> list[str]:
        chunks = []
        for part in group:
            if isinstance(part, TablePart):
                chunks.append(table_markdown(self.flow, part.table, self._in_table))
            elif isinstance(part, PicturePart):
                chunks.append(picture_mark(part.number, part.alt, self.mend(part.caption)))
            elif part.level:
                text = self.line(part.lines[0], Manner(bold=False, start=part.start))
                chunks.append("#" * part.level + " " + re.sub(r"#$", r"\\#", text))
            else:
                chunks.append(at_start(self._lines(part)))
        return chunks

    def _in_table(self, line: Line, is_head: bool) -> str:
        return self.line(line, Manner(bold=not is_head, alone=False))

    def _lines(self, part: TextPart, start: int = 0) -> str:
        first, *others = part.lines
        texts = [self.line(first, Manner(start=start, alone=not others))]
        return "<br>".join([*texts, *(self.line(line, TOGETHER) for line in others)])

    def _list(self, group: Sequence[Part]) -> list[str]:
        items = []
        for part in group:
            if isinstance(part, TextPart) and (label := part.view.place.paragraph.label) is not None:
                text = self._lines(part, len(label.text)).strip()
                items.append(Item(label.depth, int(label.text.rstrip(". ") or 0), text))
        return list_markdown(items)

    def _quote(self, group: Sequence[Part]) -> list[str]:
        texts = [at_start(self._lines(part)) for part in group if isinstance(part, TextPart)]
        return ["\n>\n".join(f"> {text}" for text in texts)]


def _kind(part: Part) -> str:
    if not isinstance(part, TextPart) or part.level:
        return "alone"
    label = part.view.place.paragraph.label
    starts = part.lines[0].places[0] == part.view.place.start
    if label is not None and starts and (label.is_bullet or ORDERED.fullmatch(label.text)):
        return "list"
    return "quote" if part.view.style.is_quote else "alone"


KINDS: dict[str, Callable[[Writer, Sequence[Part]], list[str]]] = {
    "alone": Writer._alone,
    "list": Writer._list,
    "quote": Writer._quote,
}


def is_one_paragraph(before: Line, line: Line, page: str) -> bool:
    """Two lines that a soft break parts in the midst of a sentence; after its end it is a new paragraph."""
    between = page[before.places[-1] + 1 : line.places[0]]
    return before.number == line.number and "\x0c" not in between and not SENTENCE_END.search(before.text)
