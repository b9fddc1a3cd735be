"""Blocks of a document -> the same, with tables that only lay out a page (forms, photos) as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.labels import BY_WORD
from newsdesk.importing.word.content import Block, Cell, Drawing, Paragraph, Row, Run, Table

LONG_CELL = 150
"""Characters in a cell of several paragraphs, from which the cell holds a text and no datum."""

NOT_IN_FORMS = ("counter", "staff")
COLON = Run("：")


def unfolded(blocks: Iterable[Block]) -> Iterator[Block]:
    """Paragraphs whose mark was deleted go on in the next one; a table's headline stands above it."""
    for block in _joined(blocks):
        if isinstance(block, Paragraph):
            yield block
        elif is_layout(block):
            yield from unfolded(_laid_out(block))
        else:
            headline, table = _without_headline(block)
            yield from unfolded(headline)
            yield table


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph, those of tables too, row by row."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from paragraphs(
                chain.from_iterable(cell.blocks for row in block.rows for cell in row.cells)
            )


def plain(blocks: Iterable[Block]) -> str:
    """The text that a reader sees."""
    return "".join(
        it.text
        for paragraph in paragraphs(blocks)
        for it in paragraph.inlines
        if isinstance(it, Run) and not it.gone
    )


def is_layout(table: Table) -> bool:
    """One cell or one column, a form around a text, or a page of photos: nothing that compares data."""
    cells = [cell for row in table.rows for cell in row.cells]
    if max((len(row.cells) for row in table.rows), default=0) <= 1:
        return True
    pictured = sum(_has_picture(cell) for cell in cells)
    if (
        pictured * 3 >= sum(1 for cell in cells if _has_picture(cell) or plain(cell.blocks).strip())
        and pictured
    ):
        return True
    return any(_holds_a_text(cell) for cell in cells)


def _has_picture(cell: Cell) -> bool:
    return any(isinstance(it, Drawing) for paragraph in paragraphs(cell.blocks) for it in paragraph.inlines)


def _holds_a_text(cell: Cell) -> bool:
    """Several paragraphs, one of them long, or tables within."""
    texts = [text for it in paragraphs(cell.blocks) if (text := plain([it]).strip())]
    return len(texts) > 2 and sum(map(len, texts)) > LONG_CELL


def _laid_out(table: Table) -> Iterator[Block]:
    """Row by row; column by column where a row of photos stands above a row of their captions."""
    width = len(table.rows[0].cells) if table.rows else 0
    pictured = sum(1 for row in table.rows if all(map(_has_picture, row.cells)))
    if pictured and pictured * 2 >= len(table.rows) and all(len(row.cells) == width for row in table.rows):
        for column in range(width):
            for row in table.rows:
                yield from row.cells[column].blocks
        return
    for row in table.rows:
        yield from _form_line(row)


def _form_line(row: Row) -> Iterator[Block]:
    """`作者 | 江一帆` is 作者：江一帆."""
    cells = list(row.cells)
    while cells:
        label, cells = cells[0], cells[1:]
        value = cells[0] if cells else None
        if value and _is_label(label) and _is_short(value):
            first, second = _only(label), _only(value)
            yield replace(second, inlines=(*first.inlines, COLON, *second.inlines))
            cells = cells[1:]
        else:
            yield from label.blocks


def _is_label(cell: Cell) -> bool:
    word = BY_WORD.get("".join(fold(plain(cell.blocks)).split()).rstrip(":"))
    return word is not None and word.field not in NOT_IN_FORMS and len(_filled(cell)) == 1


def _is_short(cell: Cell) -> bool:
    return len(_filled(cell)) == 1


def _filled(cell: Cell) -> list[Paragraph]:
    return [it for it in paragraphs(cell.blocks) if it.inlines and plain([it]).strip()]


def _only(cell: Cell) -> Paragraph:
    """The paragraph with text, and the inlines of the others, none of which is lost."""
    filled = _filled(cell)[0]
    return replace(filled, inlines=tuple(it for other in paragraphs(cell.blocks) for it in other.inlines))


def _without_headline(table: Table) -> tuple[Sequence[Block], Table]:
    """A first row of one cell over all columns is the table's headline."""
    first, *rows = table.rows
    alone = len(first.cells) == 1 and not first.before and len(rows) > 1
    if alone and first.cells[0].width >= max(sum(cell.width for cell in row.cells) for row in rows):
        return first.cells[0].blocks, Table(tuple(rows))
    return (), table


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    before: Paragraph | None = None
    for block in blocks:
        if before is not None and isinstance(block, Paragraph):
            block = replace(
                block, inlines=(*before.inlines, *block.inlines), label=block.label or before.label
            )
        elif before is not None:
            yield before
        before = block if isinstance(block, Paragraph) and block.joins else None
        if before is None:
            yield block
    if before is not None:
        yield before
