"""Markdown -> PlainBlocks: its plain blocks as HTML, and what is left for the parser.

Most blocks of a Chinese story are paragraphs, headings, pictures, short lists and tables of plain lines, and
what the parser would make of them is known. So it is given one short paragraph in place of each run of them,
and what it makes of that is exchanged for the run's HTML. That both ways give the same is a law in
tests/plugins/article_reader/test_plain_blocks.py; what is unusual takes the ordinary way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from plugins.article_reader.plain_line import LINE, OURS, SPECIAL, line_html
from plugins.article_reader.tidy_tree import label

PLAIN = re.compile(
    rf"(?P<text>{LINE}(?:\n{LINE})*)"
    rf"|(?P<level>\#{{1,6}})[ ]+(?P<heading>{LINE})"
    rf"|!\[(?P<alt>[^\s\"{SPECIAL}]+)\]\((?P<picture>/(?!/)[A-Za-z0-9./-]+)\)"
    rf"|(?P<items>-[ ]{LINE}(?:\n-[ ]{LINE})*)"
    rf"|(?P<table>(?:\|[ ]{LINE}[ ])+\|\n\|(?:[ ]---+[ ]\|)+(?:\n(?:\|[ ]{LINE}[ ])+\|)+)"
)
"""One kind of block each."""

UNUSUAL = re.compile(rf"[\x00-\x09\x0b-\x1f<{OURS}]|```|~~~|\[\^")
"""What may reach over several blocks: tags, fences, notes. Such a story goes the ordinary way as a whole."""

PLACE = "\ue000{}\ue001"
PLACED = re.compile("<p>\ue000([0-9]+)\ue001</p>")

Block = str | re.Match[str]
"""A block of a story: as it stands, or what PLAIN found in it."""


@dataclass(frozen=True)
class PlainBlocks:
    """`rest` is Markdown with a paragraph in place of each of the `runs`, which are HTML."""

    rest: str
    runs: tuple[str, ...]

    def filled(self, html: str) -> str | None:
        """What the parser made of `rest`, with the runs; None where it made something else there."""
        if PLACED.findall(html) != [str(number) for number in range(len(self.runs))]:
            return None
        return PLACED.sub(lambda place: self.runs[int(place[1])], html)


def converted(markdown: str, ordinary: Callable[[str], str]) -> str:
    """HTML as `ordinary` makes it of the whole, with less work."""
    found = plain_blocks(markdown)
    if found.rest == PLACE.format(0):
        return found.runs[0]
    filled = found.filled(ordinary(found.rest)) if found.runs else None
    return ordinary(markdown) if filled is None else filled


def plain_blocks(markdown: str) -> PlainBlocks:
    """Without any run where the story as a whole is unusual."""
    if UNUSUAL.search(markdown):
        return PlainBlocks(markdown, ())
    rest: list[str] = []
    runs: list[str] = []
    tables = 0
    for is_plain, group in groupby(_blocks(markdown), lambda it: not isinstance(it, str)):
        if not is_plain:
            rest += map(str, group)
            continue
        rest.append(PLACE.format(len(runs)))
        made = []
        for block in group:
            assert not isinstance(block, str)
            tables += bool(block["table"])
            made.append(_html(block, tables))
        runs.append("\n".join(made))
    return PlainBlocks("\n\n".join(rest), tuple(runs))


def _blocks(markdown: str) -> list[Block]:
    """Lists beside anything but paragraphs and the like are left: they may be one. Tables are numbered, so
    all of them are plain or none is taken for it."""
    written = markdown.strip("\n").split("\n\n")
    found: list[Block] = [_plain(it) or it for it in written]
    if any(isinstance(it, str) and "|" in it for it in found):
        found = [it if isinstance(it, str) or not it["table"] else it[0] for it in found]
    return [
        it[0] if not isinstance(it, str) and it["items"] and not _stands_alone(found, at) else it
        for at, it in enumerate(found)
    ]


def _plain(block: str) -> re.Match[str] | None:
    found = PLAIN.fullmatch(block)
    is_uneven = found and found["table"] and len({line.count("|") for line in block.split("\n")}) > 1
    return None if is_uneven else found


def _stands_alone(blocks: list[Block], at: int) -> bool:
    beside = [*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2]]
    return not any(isinstance(it, str) or it["items"] for it in beside)


def _html(block: re.Match[str], tables: int) -> str:
    """A story's headings begin at h2 (tidy_tree). `tables` counts those up to this block."""
    if block["text"]:
        return f"<p>{line_html(block['text'])}</p>"
    if block["level"]:
        level = max(2, len(block["level"]))
        return f"<h{level}>{line_html(block['heading'])}</h{level}>"
    if block["picture"]:
        return f'<p><img alt="{block["alt"]}" src="{block["picture"]}"></p>'
    if block["items"]:
        items = (line_html(line[2:]) for line in block["items"].split("\n"))
        return "\n".join(["<ul>", *(f"<li>{it}</li>" for it in items), "</ul>"])
    return _table(block["table"].split("\n"), tables)


def _table(lines: list[str], number: int) -> str:
    """As nh3 writes it, names of attributes in order."""
    head, _, *rows = ([line_html(cell.strip()) for cell in line.split("|")[1:-1]] for line in lines)
    box = f'<div aria-label="{label(number)}" class="table" role="region" tabindex="0">'
    parts = [f"{box}<table>", "<thead>", "<tr>", *(f"<th>{it}</th>" for it in head), "</tr>", "</thead>"]
    parts.append("<tbody>")
    for row in rows:
        parts += ["<tr>", *(f"<td>{it}</td>" for it in row), "</tr>"]
    return "\n".join([*parts, "</tbody>", "</table></div>"])
