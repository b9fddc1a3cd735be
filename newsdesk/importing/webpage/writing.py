"""The parts of a story -> Markdown: headings, paragraphs, pictures, lists, quotations, tables, code."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote, urljoin, urlsplit

from newsdesk.importing.markdown_text import Block as Paragraph
from newsdesk.importing.markdown_text import markdown
from newsdesk.importing.pictures.marks import picture_mark
from newsdesk.importing.webpage.block import Block, Cell, Item

SCHEMES = ("http", "https", "mailto", "tel")
SAFE = "%/:?#@!$&'*+,;=~-._"
OPEN, CLOSE = "\ue000", "\ue001"
"""Stand for the ends of a link while its line is escaped; blocks hold no such characters."""

LINKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
BRACKET = re.compile(r"(?<!\\)([\[\]])")
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


def story_markdown(things: Sequence[Written], mend: Mend, base: str) -> str:
    """All of the story. `mend` mends punctuation, keeping a text's length; `base` is the page's address."""
    chunks: list[str] = []
    for (kind, _), group in groupby(things, key=_kind):
        chunks += KINDS[kind](list(group), mend, base)
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


def _alone(group: Sequence[Written], mend: Mend, base: str) -> list[str]:
    it = group[0]
    if it.number is not None:
        return [picture_mark(it.number, it.alt, mend(it.caption))]
    if it.level:
        text = "".join(mend(block.text) for block in it.blocks)
        return [markdown([Paragraph(text, it.level)]).rstrip("\n")]
    return [inline(it.block, mend, base)]


def inline(block: Block, mend: Mend, base: str) -> str:
    """A paragraph with its links."""
    text = mend(block.text)
    links = [(link, address) for link in block.links if (address := address_of(link.address, base))]
    for link, _ in reversed(links):
        said = text[link.start : link.end]
        left = link.start + len(said) - len(said.lstrip())
        right = link.end - (len(said) - len(said.rstrip()))
        text = text[:left] + OPEN + text[left:right] + CLOSE + text[right:]
    addresses = iter([address for _, address in links])
    written = markdown([Paragraph(text)]).rstrip("\n")
    return LINKED.sub(lambda match: _link(match[1], next(addresses)), written)


def _link(text: str, address: str) -> str:
    shown = BRACKET.sub(r"\\\1", text)
    return f"[{shown}]({address})" if text.strip() else text


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


def _list(group: Sequence[Written], mend: Mend, base: str) -> list[str]:
    lines: list[str] = []
    seen: set[int] = set()
    for it in group:
        item = it.block.item
        if item is None:
            continue
        indent = "    " * (item.level - 1)
        if item.item in seen:
            lines += ["", f"{indent}    {inline(it.block, mend, base)}", ""]
        else:
            lines.append(f"{indent}{_bullet(item)}{inline(it.block, mend, base)}")
        seen.add(item.item)
    return [re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")]


def _bullet(item: Item) -> str:
    return f"{item.number}. " if item.number else "- "


def _quote(group: Sequence[Written], mend: Mend, base: str) -> list[str]:
    return ["\n>\n".join(f"> {inline(it.block, mend, base)}" for it in group)]


def _code(group: Sequence[Written], mend: Mend, base: str) -> list[str]:
    lines = [" " * it.block.indent + it.block.text for it in group]
    longest = max((len(run) for line in lines for run in FENCE.findall(line)), default=2)
    fence = "`" * max(3, longest + 1)
    return ["\n".join((fence, *lines, fence))]


def _table(group: Sequence[Written], mend: Mend, base: str) -> list[str]:
    """A title row above (one cell) becomes a paragraph; the first row with several cells is the header."""
    rows: dict[int, dict[int, str]] = {}
    for it in group:
        if it.cell:
            row = rows.setdefault(it.cell.row, {})
            text = inline(it.block, mend, base).replace("|", "\\|")
            row[it.cell.column] = f"{row[it.cell.column]}<br>{text}" if it.cell.column in row else text
    wide = next((number for number in sorted(rows) if len(rows[number]) > 1), max(rows))
    above = [" ".join(rows[number].values()) for number in sorted(rows) if number < wide]
    columns = 1 + max(column for number in rows if number >= wide for column in rows[number])
    lines = [
        "| " + " | ".join(rows[number].get(at, "") for at in range(columns)) + " |"
        for number in sorted(rows)
        if number >= wide
    ]
    lines.insert(1, "|" + " --- |" * columns)
    return [*above, "\n".join(lines)]


KINDS: dict[str, Callable[[Sequence[Written], Mend, str], list[str]]] = {
    "alone": _alone,
    "list": _list,
    "quote": _quote,
    "code": _code,
    "table": _table,
}
