"""A page's tree -> the same, where what spans rows or columns of a table of data stands in each of them.

A Markdown table has no spans, so each of its rows must say by itself what it says on the page. Several rows
of headers become one, for it has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from lxml import html

from article.likeness import han

WIDEST = 30
"""Columns; more is no table that a story can show."""

LONGEST = 160
"""Han characters of a cell; more is a column of text, and the table only lays out a page."""

MOST_COPIES, MOST_COPIED = 500, 20_000
"""Cells and characters that a page may gain."""

MOST_HEADS, SPLIT = 3, 2
"""Rows of a header, and of one whose cells say not that they are one."""

CELLS = ("td", "th")


@dataclass(frozen=True)
class _Cell:
    """It covers `rows` times `columns` from its place on."""

    node: html.HtmlElement
    row: int
    column: int
    rows: int
    columns: int

    def places(self) -> Iterator[tuple[int, int]]:
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + self.columns):
                yield row, column


Grid = dict[tuple[int, int], _Cell]
"""By row and column."""


def unspan(root: html.HtmlElement) -> None:
    """Change every table of data in `root`; a second time changes nothing."""
    copies, characters = MOST_COPIES, MOST_COPIED
    for table in _tables(root):
        rows = list(table.iter("tr"))
        grid = _grid(rows)
        more = [it for place, it in grid.items() if place != (it.row, it.column)]
        size = sum(len(it.node.text_content()) for it in more[:MOST_COPIES])
        if more and len(more) <= copies and size <= characters and _shows_data(grid):
            copies, characters = copies - len(more), characters - size
            _joined(_filled(rows, grid), grid, _heads(grid))


def _tables(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Those that hold no table, no picture and no title."""
    for table, inner in pairwise([*root.iter("table"), None]):
        holds = inner is not None and next(inner.iterancestors("table"), None) is table
        if not holds and next(table.iterdescendants("img", "h1", "script"), None) is None:
            yield table


def _grid(rows: Sequence[html.HtmlElement]) -> Grid:
    """As browsers place the cells; none where there are too many."""
    grid: Grid = {}
    ends, width = _ends(rows), _width(rows)
    for number, row in enumerate(rows):
        column = 0
        for node in row.iterchildren(*CELLS):
            while (number, column) in grid:
                column += 1
            high, wide = ends[number] - number, max(1, width - column)
            rows_of, columns = _span(node, "rowspan") or high, _span(node, "colspan") or 1
            cell = _Cell(node, number, column, min(rows_of, high), min(columns, wide))
            if column >= WIDEST:
                return {}
            for place in cell.places():
                grid.setdefault(place, cell)
            column += cell.columns
    return _without_lines(grid)


def _ends(rows: Sequence[html.HtmlElement]) -> list[int]:
    """For each row the one behind its group, where all spans end."""
    ends, groups = [len(rows)] * len(rows), [row.getparent() for row in rows]
    for at in range(len(rows) - 2, -1, -1):
        ends[at] = ends[at + 1] if groups[at] is groups[at + 1] else at + 1
    return ends


def _width(rows: Sequence[html.HtmlElement]) -> int:
    """Columns; a span may claim more than there are."""
    wide = (sum(_span(it, "colspan") or 1 for it in row.iterchildren(*CELLS)) for row in rows)
    return min(WIDEST, max((it for it in wide if it <= WIDEST), default=1))


def _span(node: html.HtmlElement, name: str) -> int:
    """0 is `to the end`."""
    value = (node.get(name) or "").strip()
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 7 else 1


def _rows(grid: Grid) -> dict[int, set[_Cell]]:
    """The cells of each row."""
    rows: dict[int, set[_Cell]] = {}
    for (row, _), cell in grid.items():
        rows.setdefault(row, set()).add(cell)
    return rows


def _without_lines(grid: Grid) -> Grid:
    """A cell alone in all of its rows is a headline over the table or a part of it, and stands there once."""
    rows = _rows(grid)
    beside = {cell for cells in rows.values() if len(cells) > 1 for cell in cells}
    return {place: it for place, it in grid.items() if it in beside or place == (it.row, it.column)}


def _shows_data(grid: Grid) -> bool:
    """At least two rows of two cells, no columns of text."""
    several = sum(len(cells) > 1 for cells in _rows(grid).values())
    return several > 1 and all(len(han(it.node.text_content())) <= LONGEST for it in set(grid.values()))


def _heads(grid: Grid) -> range:
    """The rows that say what the columns hold, where they are more than one.

    Where nothing says so: 业务 over two rows beside 时间 over 上午 and 下午.
    """
    rows = _rows(grid)
    first = end = next(number for number in sorted(rows) if len(rows[number]) > 1)
    while end in rows and all(map(_is_head, rows[end])):
        end += 1
    split = any(it.columns > 1 and it.rows == 1 for it in rows[first])
    if split and max(it.rows for it in rows[first]) == SPLIT:
        end = max(end, first + SPLIT)
    return range(first, end) if end - first <= MOST_HEADS and end in rows else range(0)


def _is_head(it: _Cell) -> bool:
    return it.node.tag == "th" or next(it.node.iterancestors("thead"), None) is not None


def _filled(rows: Sequence[html.HtmlElement], grid: Grid) -> list[list[html.HtmlElement]]:
    """Each row with a cell of its own at every place."""
    widths = dict[int, int]()
    for number, column in grid:
        widths[number] = max(widths.get(number, 0), column + 1)
    found = []
    for number, row in enumerate(rows):
        places = [(number, column) for column in range(widths.get(number, 0))]
        nodes = [_at(place, grid.get(place)) for place in places]
        for node in nodes:
            row.append(node)
        found.append(nodes)
    for cell in grid.values():
        for name in ("rowspan", "colspan"):
            cell.node.attrib.pop(name, None)
    return found


def _at(place: tuple[int, int], cell: _Cell | None) -> html.HtmlElement:
    if cell is None:
        return html.Element("td")
    if place == (cell.row, cell.column):
        return cell.node
    copy = deepcopy(cell.node)
    copy.tail = None
    for node in (it for it in copy.iter() if isinstance(it.tag, str)):
        for name in ("id", "rowspan", "colspan"):
            node.attrib.pop(name, None)
    return copy


def _joined(rows: Sequence[Sequence[html.HtmlElement]], grid: Grid, heads: range) -> None:
    """The rows of `heads` become the first of them: below 时间 stands 上午, so that column is 时间 上午."""
    for number in heads[1:]:
        for column, node in enumerate(rows[number]):
            first = rows[heads.start]
            if column < len(first) and grid.get((number, column)) is not grid.get((number - 1, column)):
                part = html.Element("span")
                part.text, node.text = f" {node.text or ''}", None
                part.extend(node)
                first[column].append(part)
            if column < len(first):
                node.drop_tree()
