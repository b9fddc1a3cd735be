"""One block of Markdown -> Block: whether nothing in it is unusual, of which kind it is, then its HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.article_reader.plain_line import LINE, SPECIAL, line_html
from plugins.article_reader.tidy_tree import label

HEADING = re.compile(r"(?P<level>#{1,6}) +(?P<text>.+)")
PICTURE = re.compile(rf'!\[(?P<alt>[^\s"{SPECIAL}]+)\]\((?P<place>/(?!/)[A-Za-z0-9./-]+)\)')
UNDER_HEAD = re.compile(r"\|(?: ---+ \|)+")


@dataclass(frozen=True, slots=True)
class Block:
    """`kind` is "text", "heading", "picture", "list" or "table"; "" for what is left to the parser."""

    written: str
    kind: str = ""

    @property
    def is_plain(self) -> bool:
        return self.kind != ""

    def left(self) -> Block:
        """To the parser."""
        return replace(self, kind="")


def block(written: str) -> Block:
    """`written` holds no blank line and is not unusual as plain_blocks.UNUSUAL says."""
    return Block(written, _kind(written))


def _kind(written: str) -> str:
    first = written[:1]
    if first == "#":
        heading = HEADING.fullmatch(written)
        return "heading" if heading and LINE.fullmatch(heading["text"]) else ""
    if first == "!":
        return "picture" if PICTURE.fullmatch(written) else ""
    lines = written.split("\n")
    if first == "-":
        return "list" if all(it.startswith("- ") and LINE.fullmatch(it, 2) for it in lines) else ""
    if first == "|":
        return "table" if _is_table(lines) else ""
    return "text" if all(map(LINE.fullmatch, lines)) else ""


def _is_table(lines: list[str]) -> bool:
    head, under, *rows = [*lines, ""][: max(2, len(lines))]
    cells = [cell for row in (head, *rows) for cell in row[1:-1].split("|")]
    return (
        bool(rows and UNDER_HEAD.fullmatch(under))
        and len({it.count("|") for it in lines}) == 1
        and all(it.startswith("|") and it.endswith("|") for it in lines)
        and all(it[:1] == it[-1:] == " " and LINE.fullmatch(it, 1, len(it) - 1) for it in cells)
    )


def html_of(plain: Block, tables: Iterator[int]) -> str:
    """As nh3 writes it, attributes in order. `tables` numbers the tables of a story."""
    written = plain.written
    if plain.kind == "text":
        return f"<p>{line_html(written)}</p>"
    if plain.kind == "heading":
        mark, _, text = written.partition(" ")
        level = max(2, len(mark))  # a story's headings begin at h2 (tidy_tree)
        return f"<h{level}>{line_html(text.lstrip(' '))}</h{level}>"
    if plain.kind == "picture":
        return PICTURE.sub(r'<p><img alt="\g<alt>" src="\g<place>"></p>', written)
    if plain.kind == "list":
        items = (f"<li>{line_html(line[2:])}</li>" for line in written.split("\n"))
        return "\n".join(["<ul>", *items, "</ul>"])
    return _table(written.split("\n"), next(tables))


def _table(lines: list[str], number: int) -> str:
    head, _, *rows = ([line_html(cell.strip()) for cell in line.split("|")[1:-1]] for line in lines)
    box = f'<div aria-label="{label(number)}" class="table" role="region" tabindex="0">'
    parts = [f"{box}<table>", "<thead>", "<tr>", *(f"<th>{it}</th>" for it in head), "</tr>", "</thead>"]
    parts.append("<tbody>")
    for row in rows:
        parts += ["<tr>", *(f"<td>{it}</td>" for it in row), "</tr>"]
    return "\n".join([*parts, "</tbody>", "</table></div>"])
