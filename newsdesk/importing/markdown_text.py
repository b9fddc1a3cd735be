"""Paragraphs and headings -> Markdown in which text stays text, escaped only where it would be misread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from article.heading_notes import NOTE

START = re.compile(r"[#>]|[*+-](?=\s|$)|(?:[-_*]\s*){3,}$")
NUMBER = re.compile(r"(\d+)(\.)(?=\s)")
NO_ESCAPE = re.compile(r"~~~|=+$")
"""Signs at a paragraph's start that a backslash does not make plain."""

TAG = re.compile(r"<(?=[A-Za-z/!?])")
ENTITY = re.compile(r"&(?=#?\w+;)")
WIDE_BRACE = re.compile(rf"｛(?=[^{{}}｛｝]*{NOTE})")
"""Of a heading's note; Markdown has no escape for it."""

BACKSLASH = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!<|])")
LOOSE_UNDERSCORES = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
LINK = re.compile(r"\](?=\s?[(\[:])|\[(?=\^|!|\[)")


class Shape(StrEnum):
    """What a block of level 0 is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    """One point of a list; points one after another are one list."""
    ROW = "row"
    """One row of a table, cells parted by tabs; rows one after another are a table, the first its head."""


@dataclass(frozen=True)
class Block:
    """One paragraph (`level` 0) or heading of level 2 or 3; `text` is one line of plain text."""

    text: str
    level: int = 0
    shape: Shape = Shape.PARAGRAPH


def markdown(blocks: Sequence[Block]) -> str:
    """The blocks as Markdown, one a line, with empty lines between; lists and tables have none inside."""
    chunks = []
    for shape, group in groupby(blocks, key=lambda block: block.shape):
        if shape is Shape.PARAGRAPH:
            chunks += [_one(block) for block in group]
        elif shape is Shape.ITEM:
            chunks.append("\n".join(f"- {at_start(escaped(block.text))}" for block in group))
        else:
            chunks.append(_table([block.text.split("\t") for block in group]))
    return "".join(f"{chunk}\n\n" for chunk in chunks)[:-1]


def _one(block: Block) -> str:
    text = escaped(block.text)
    if block.level:
        return f"{'#' * block.level} " + re.sub(r"#$", r"\\#", text)
    return at_start(text)


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells, made equally long."""
    columns = max(map(len, rows))
    lines = [_row([*row, *[""] * (columns - len(row))]) for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _row(cells: Sequence[str]) -> str:
    """A backtick would pair with one in another cell, so each has its backslash."""
    written = [escaped(cell.strip()).replace("|", "\\|") for cell in cells]
    written = [re.sub(r"(?<!\\)((?:\\\\)*)`", r"\1\\`", cell) for cell in written]
    return "| " + " | ".join(written) + " |"


def escaped(text: str) -> str:
    """Plain text as inline Markdown. `<` is an entity: plain Python-Markdown would leave `\\<` live."""
    text = BACKSLASH.sub(r"\\\\", text)
    text = ENTITY.sub("&amp;", text)
    text = TAG.sub("&lt;", text)
    text = WIDE_BRACE.sub("&#65371;", text.replace("{", r"\{"))
    text = LINK.sub(r"\\\g<0>", text)
    text = LOOSE_UNDERSCORES.sub(lambda match: r"\_" * len(match[0]), text)
    for mark in "*`":
        if text.count(mark) > 1:
            text = text.replace(mark, "\\" + mark)
    return text


def at_start(text: str) -> str:
    """A paragraph that begins like a list, a heading, a quotation or a rule."""
    if START.match(text):
        return "\\" + text
    if NO_ESCAPE.match(text):
        return f"&#{ord(text[0])};" + text[1:]
    return NUMBER.sub(r"\1\\\2", text, count=1) if NUMBER.match(text) else text
