"""The parts of a story -> Markdown: headings, paragraphs, pictures, lists, quotations, tables, code."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from urllib.parse import quote, urljoin, urlsplit

from newsdesk.importing.inline_markdown import Part, written
from newsdesk.importing.markdown_text import Block as Paragraph
from newsdesk.importing.markdown_text import at_start, markdown
from newsdesk.importing.pictures.marks import picture_mark
from newsdesk.importing.webpage.block import Block, Bold, Cell, Item, Marked

SCHEMES = ("http", "https", "mailto", "tel")
SAFE = "%/:?#@!$&'*+,;=~-._"
USUALLY = 0.5
"""Share of characters from which a look is that of the story, not what it stresses."""

FENCE = re.compile(r"`{3,}")
Mend = Callable[[str], str]


@dataclass(frozen=True)
class Written:
    """One thing of the story. level: of a heading, else 0. number: of a picture in `images`, else None.

    blocks: one, but for a heading on several lines. caption and alt are the picture's.
    """

    blocks: tuple[Block, ...]
    level: int = 0
    number: int | None = None
    caption: str = ""
    alt: str = ""
    cell: Cell | None = None

    @property
    def block(self) -> Block:
        """The first one."""
        return self.blocks[0]


@dataclass(frozen=True)
class Manner:
    """How a story is written.

    `mend` mends punctuation and keeps a text's length; `base` is the address from which links lead; `bold`,
    `slanted`: that says something, as most of the story is not.
    """

    mend: Mend
    base: str
    bold: bool = True
    slanted: bool = True


def story_markdown(things: Sequence[Written], mend: Mend, base: str) -> str:
    """All of the story."""
    manner = Manner(mend, base, _is_rare(things, _bold), _is_rare(things, _slanted))
    chunks: list[str] = []
    for (kind, _), group in groupby(things, key=_kind):
        chunks += KINDS[kind](list(group), manner)
    return "\n\n".join(chunk for chunk in chunks if chunk) + "\n"


def _kind(it: Written) -> tuple[str, int]:
    """Things of one kind in a row are written together; tables apart from each other."""
    block = it.block
    if it.number is not None or it.level:
        return "alone", block.number
    if it.cell:
        return "table", it.cell.table
    if block.style.pre:
        return "code", 0
    if block.item:
        return "list", 0
    return ("quote", 0) if block.style.quoted else ("alone", block.number)


def _alone(group: Sequence[Written], manner: Manner) -> list[str]:
    it = group[0]
    if it.number is not None:
        return [picture_mark(it.number, it.alt, manner.mend(it.caption))]
    if it.level:
        text = "".join(manner.mend(block.text) for block in it.blocks)
        return [markdown([Paragraph(text, it.level)]).rstrip("\n")]
    return [inline(it.block, manner)]


def inline(block: Block, manner: Manner, *, alone: bool = True) -> str:
    """A paragraph with its links and what is bold, slanted, higher or lower in it."""
    text = manner.mend(block.text)
    bolds = block.bolds if manner.bold else ()
    places = [(it.start, it.end) for it in block.links]
    places += [(it.start, it.end) for it in bolds] + [(it.start, it.end) for it in block.marked]
    edges = {edge for place in places for edge in place}
    parts = [
        Part(
            text[start:end],
            _link_at(block, start, manner.base),
            bold := any(it.start <= start < it.end for it in bolds),
            manner.slanted and not bold and any(it.start <= start < it.end for it in _slanted(block)),
            next((it.script for it in block.marked if it.start <= start < it.end), ""),
        )
        for start, end in pairwise(sorted({0, *edges, len(text)}))
    ]
    return at_start(written(parts, alone=alone))


def _link_at(block: Block, at: int, base: str) -> str:
    return next((address_of(it.address, base) for it in block.links if it.start <= at < it.end), "")


def _is_rare(things: Sequence[Written], look: Callable[[Block], Sequence[Bold | Marked]]) -> bool:
    """Have less than half of the characters that stand in no heading and no caption this `look`?"""
    blocks = [it.block for it in things if not it.level and it.number is None]
    size = sum(it.end - it.start for block in blocks for it in look(block))
    return size < USUALLY * max(1, sum(len(block.text) for block in blocks))


def _bold(block: Block) -> Sequence[Bold]:
    return block.bolds


def _slanted(block: Block) -> Sequence[Marked]:
    return [it for it in block.marked if it.emphasised]


def address_of(href: str, base: str) -> str:
    """Where a link of the page leads, "" where it is not to be kept: javascript:, a place on the page."""
    href = "".join(href.split())
    if not href or href.startswith("#"):
        return ""
    try:
        address = urljoin(base, href) if base else href
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.lower() not in SCHEMES or (parts.scheme.startswith("http") and "." not in parts.netloc):
        return ""
    return quote(address, safe=SAFE)


def _list(group: Sequence[Written], manner: Manner) -> list[str]:
    lines: list[str] = []
    seen: set[int] = set()
    for it in group:
        item = it.block.item
        if item is None:
            continue
        indent = "    " * (item.level - 1)
        if item.item in seen:
            lines += ["", f"{indent}    {inline(it.block, manner)}", ""]
        else:
            lines.append(f"{indent}{_bullet(item)}{inline(it.block, manner)}")
        seen.add(item.item)
    return [re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")]


def _bullet(item: Item) -> str:
    return f"{item.number}. " if item.number else "- "


def _quote(group: Sequence[Written], manner: Manner) -> list[str]:
    return ["\n>\n".join(f"> {inline(it.block, manner)}" for it in group)]


def _code(group: Sequence[Written], manner: Manner) -> list[str]:
    lines = [" " * it.block.indent + it.block.text for it in group]
    longest = max((len(run) for line in lines for run in FENCE.findall(line)), default=2)
    fence = "`" * max(3, longest + 1)
    return ["\n".join((fence, *lines, fence))]


def _table(group: Sequence[Written], manner: Manner) -> list[str]:
    """A title row above (one cell) becomes a paragraph; the first row with several cells is the header."""
    cells = [(it.block, it.cell) for it in group if it.cell]
    columns_of: dict[int, set[int]] = {}
    for _, cell in cells:
        columns_of.setdefault(cell.row, set()).add(cell.column)
    wide = next((number for number in sorted(columns_of) if len(columns_of[number]) > 1), max(columns_of))
    rows: dict[int, dict[int, str]] = {number: {} for number in columns_of}
    for block, cell in cells:
        row = rows[cell.row]
        text = _cell(block, replace(manner, bold=manner.bold and cell.row != wide))
        row[cell.column] = f"{row[cell.column]}<br>{text}" if cell.column in row else text
    above = [" ".join(rows[number].values()) for number in sorted(rows) if number < wide]
    columns = 1 + max(column for number in rows if number >= wide for column in rows[number])
    lines = [
        "| " + " | ".join(rows[number].get(at, "") for at in range(columns)) + " |"
        for number in sorted(rows)
        if number >= wide
    ]
    lines.insert(1, "|" + " --- |" * columns)
    return [*above, "\n".join(lines)]


def _cell(block: Block, manner: Manner) -> str:
    """The header row needs no bold, it has its own look. Signs in one cell would meet those of another."""
    return inline(block, manner, alone=False).replace("|", "\\|")


KINDS: dict[str, Callable[[Sequence[Written], Manner], list[str]]] = {
    "alone": _alone,
    "list": _list,
    "quote": _quote,
    "code": _code,
    "table": _table,
}
