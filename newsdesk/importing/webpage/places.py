"""The tags that are entered and left -> where in a list or a table the walk stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import html

from newsdesk.importing.webpage.block import Cell, Item

WIDEST = 30
"""Columns; more is no table that a story can show."""

HIGHEST = 1_000


@dataclass
class _List:
    ordered: bool
    number: int
    item: Item | None = None


@dataclass
class _Table:
    number: int
    row: int = -1
    column: int = -1
    cell: Cell | None = None
    below: dict[int, int] = field(default_factory=dict)
    """How many more rows each column is taken by a cell that spans them."""


class Places:
    """Follows ul, ol, li, table, tr, td and th."""

    def __init__(self) -> None:
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._items = 0
        self._seen = 0

    @property
    def item(self) -> Item | None:
        """The list item that text here stands in."""
        return self._lists[-1].item if self._lists else None

    @property
    def cell(self) -> Cell | None:
        """The cell of the innermost table that text here stands in."""
        return self._tables[-1].cell if self._tables else None

    def enter(self, tag: str, node: html.HtmlElement) -> None:
        """`node` begins."""
        if tag in ("ul", "ol"):
            self._lists.append(_List(tag == "ol", _start(node)))
        elif tag == "li" and self._lists:
            self._enter_item()
        elif tag == "table":
            self._seen += 1
            self._tables.append(_Table(self._seen))
        elif tag == "tr" and self._tables:
            self._enter_row(self._tables[-1])
        elif tag in ("td", "th") and self._tables:
            self._enter_cell(self._tables[-1], tag == "th", node)

    def leave(self, tag: str) -> None:
        """The innermost element with `tag` ends."""
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li" and self._lists:
            self._lists[-1].item = None
        elif tag == "table" and self._tables:
            self._tables.pop()
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].cell = None

    def _enter_item(self) -> None:
        inner = self._lists[-1]
        self._items += 1
        inner.item = Item(self._items, len(self._lists), inner.number if inner.ordered else 0)
        inner.number += 1

    def _enter_row(self, table: _Table) -> None:
        table.row += 1
        table.column = -1
        table.below = {column: rows - 1 for column, rows in table.below.items() if rows > 0}

    def _enter_cell(self, table: _Table, heads: bool, node: html.HtmlElement) -> None:
        """`below` counts the row in which a span begins, too."""
        table.column += 1
        while table.column in table.below:
            table.column += 1
        table.cell = Cell(table.number, max(0, table.row), table.column, heads)
        wide, high = _span(node, "colspan", WIDEST), _span(node, "rowspan", HIGHEST)
        if high > 1 and table.column < WIDEST:
            table.below |= dict.fromkeys(range(table.column, table.column + wide), high - 1)
        table.column += wide - 1


def _span(node: html.HtmlElement, name: str, most: int) -> int:
    span = node.get(name) or "1"
    return min(int(span), most) if span.isdecimal() and len(span) < 7 and int(span) > 0 else 1


def _start(node: html.HtmlElement) -> int:
    start = node.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 6 else 1
