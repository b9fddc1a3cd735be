"""A w:body (or a note, a header, a text box) -> its Paragraphs and Tables in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.importing.word.content import Block, Cell, Count, Gone, Paragraph, Row, Table
from newsdesk.importing.word.drawings import alternative
from newsdesk.importing.word.inlines import REVISIONS, InlineReader, control_gone
from newsdesk.importing.word.numbering import Counters, Label
from newsdesk.importing.word.styles import Numbering, ParagraphStyle, numbering_of, whole
from newsdesk.importing.word.xml_tree import Element, child, child_value, is_on, name

MOST_COLUMNS = 200


@dataclass
class BlockReader:
    """Reads one story of the document; the numbers of its lists go on from one story to the next."""

    inlines: InlineReader
    counters: Counters

    def read(self, parent: Element, gone: Gone = Gone.NOT) -> tuple[Block, ...]:
        """The blocks of `parent`."""
        return tuple(self._blocks(parent, gone))

    def _blocks(self, parent: Element, gone: Gone) -> Iterator[Block]:
        for it in parent:
            short = name(it)
            if short == "w:p":
                yield from self._paragraph(it, gone)
            elif short == "w:tbl":
                yield self._table(it, gone)
            else:
                yield from self._around(it, short, gone)

    def _around(self, element: Element, short: str, gone: Gone) -> Iterator[Block]:
        """Elements that may stand around paragraphs."""
        if short == "w:sdt":
            yield from self._blocks(element, gone or control_gone(element))
        elif short in ("w:sdtContent", "w:customXml", "w:smartTag"):
            yield from self._blocks(element, gone)
        elif short in REVISIONS:
            yield from self._blocks(element, gone or REVISIONS[short])
        elif short == "mc:AlternateContent" and (chosen := alternative(element)) is not None:
            yield from self._blocks(chosen, gone)
        elif short in ("w:altChunk", "w:subDoc"):
            self.inlines.counts[Count.CHUNKS] += 1

    def _paragraph(self, element: Element, gone: Gone) -> Iterator[Block]:
        properties = child(element, "w:pPr")
        mark = child(properties, "w:rPr")
        style = self.inlines.styles.paragraph(child_value(properties, "w:pStyle"))
        outline = whole(child_value(properties, "w:outlineLvl"))
        if style.is_contents:
            gone = gone or Gone.CONTENTS
        before = len(self.inlines.boxes)
        inlines = self.inlines.read(element, style.letters, gone)
        boxes = self.inlines.boxes[before:]
        del self.inlines.boxes[before:]
        yield Paragraph(
            inlines,
            style if outline is None else _with_outline(style, outline),
            None if gone or not inlines else self._label(properties, style),
            child_value(properties, "w:jc") or style.align,
            joins=_joins(properties, mark),
        )
        for box in boxes:
            yield from self._box(box)

    def _label(self, properties: Element | None, style: ParagraphStyle) -> Label | None:
        own, inherited = numbering_of(properties), style.numbering
        number = inherited.number if own.number is None else own.number
        depth = inherited.level if own.level is None else own.level
        return self.counters.label(Numbering(number, depth), style.ids)

    def _box(self, box: Element) -> Iterator[Block]:
        """A text box is a story of its own, whose fields do not go on outside."""
        self.inlines.counts[Count.BOXES] += 1
        inlines = InlineReader(self.inlines.styles, self.inlines.relations, self.inlines.counts)
        yield from BlockReader(inlines, self.counters).read(box)

    def _table(self, element: Element, gone: Gone) -> Table:
        return Table(tuple(self._row(it, gone) for it in _within(element, "w:tr")))

    def _row(self, element: Element, gone: Gone) -> Row:
        properties = child(element, "w:trPr")
        if child(properties, "w:del") is not None:
            gone = gone or Gone.DELETED
            self.inlines.counts[Count.REVISIONS] += 1
        if is_on(properties, "w:hidden"):
            gone = gone or Gone.HIDDEN
        cells = tuple(self._cell(it, gone) for it in _within(element, "w:tc"))
        before = whole(child_value(properties, "w:gridBefore")) or 0
        return Row(cells, bool(is_on(properties, "w:tblHeader")), min(max(before, 0), MOST_COLUMNS))

    def _cell(self, element: Element, gone: Gone) -> Cell:
        properties = child(element, "w:tcPr")
        merged = child(properties, "w:vMerge")
        width = whole(child_value(properties, "w:gridSpan")) or 1
        continued = merged is not None and child_value(properties, "w:vMerge") != "restart"
        return Cell(self.read(element, gone), min(max(width, 1), MOST_COLUMNS), continued)


def _joins(properties: Element | None, mark: Element | None) -> bool:
    """Its mark was deleted or is hidden, or it is only the large first letter of the next paragraph."""
    if any(child(mark, it) is not None for it in ("w:del", "w:moveFrom")) or is_on(mark, "w:specVanish"):
        return True
    return child_value(properties, "w:framePr", "w:dropCap") in ("drop", "margin")


def _within(element: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table, cells of a row: some stand in content controls or revisions."""
    for it in element:
        if name(it) == wanted:
            yield it
        elif name(it) in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"):
            yield from _within(it, wanted)


def _with_outline(style: ParagraphStyle, outline: int) -> ParagraphStyle:
    """Of a paragraph that says itself which level it has; body text (9) undoes no heading's name."""
    return ParagraphStyle(style.names, style.ids, outline, style.align, style.numbering, style.letters)
