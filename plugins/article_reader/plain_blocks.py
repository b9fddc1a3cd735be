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
from itertools import count, groupby

from plugins.article_reader.plain_block import Block, block, html_of
from plugins.article_reader.plain_line import OURS

UNUSUAL = re.compile(rf"[\x00-\x09\x0b-\x1f<{OURS}]|```|~~~|\[\^")
"""What may reach over several blocks: tags, fences, notes. Such a story goes the ordinary way as a whole."""

PLACE = "\ue000{}\ue001"
PLACED = re.compile("<p>\ue000([0-9]+)\ue001</p>")


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
    tables = count(1)
    for is_plain, group in groupby(_blocks(markdown), lambda it: it.is_plain):
        if is_plain:
            rest.append(PLACE.format(len(runs)))
            runs.append("\n".join([html_of(it, tables) for it in group]))
        else:
            rest += [it.written for it in group]
    return PlainBlocks("\n\n".join(rest), tuple(runs))


def _blocks(markdown: str) -> list[Block]:
    """A list beside a list is left, for they may be one. Tables are numbered, so all of them are plain or
    none is taken for it."""
    found = [block(it) for it in markdown.strip("\n").split("\n\n")]
    if any(not it.is_plain and "|" in it.written for it in found):
        found = [it.left() if it.kind == "table" else it for it in found]
    for at, it in enumerate(found):
        if it.kind == "list" and not all(_parts(beside) for beside in found[max(at - 1, 0) : at + 2 : 2]):
            found[at] = it.left()
    return found


def _parts(beside: Block) -> bool:
    """Does this block part two lists?"""
    return beside.is_plain and beside.kind != "list"
