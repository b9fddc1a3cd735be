"""Paragraphs and headings -> Markdown in which text stays text, escaped only where it would be misread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

START = re.compile(r"[#>]|[*+-](?=\s|$)|(?:[-_*]\s*){3,}$|=+$|:(?=\s)")
NUMBER = re.compile(r"(\d+)(\.)(?=\s)")
TILDES = re.compile(r"~~~")
TAG = re.compile(r"<(?=[A-Za-z/!?])")
ENTITY = re.compile(r"&(?=#?\w+;)")
BACKSLASH = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!<|])")
LOOSE_UNDERSCORES = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
LINK = re.compile(r"\](?=\s?[(\[:])|\[(?=\^|!|\[)")


@dataclass(frozen=True)
class Block:
    """One paragraph (`level` 0) or heading of level 2 or 3; `text` is one line of plain text."""

    text: str
    level: int = 0


def markdown(blocks: Sequence[Block]) -> str:
    """The blocks as Markdown, one a line, with empty lines between."""
    return "".join(
        f"{'#' * block.level}{' ' if block.level else ''}{_escaped(block)}\n\n" for block in blocks
    )[:-1]


def _escaped(block: Block) -> str:
    text = escaped(block.text)
    if block.level:
        return re.sub(r"#$", r"\\#", text)
    return _at_start(text)


def escaped(text: str) -> str:
    """Plain text as inline Markdown. `<` is an entity: plain Python-Markdown would leave `\\<` live."""
    text = BACKSLASH.sub(r"\\\\", text)
    text = ENTITY.sub("&amp;", text)
    text = TAG.sub("&lt;", text)
    text = text.replace("{", r"\{")
    text = LINK.sub(r"\\\g<0>", text)
    text = LOOSE_UNDERSCORES.sub(lambda match: r"\_" * len(match[0]), text)
    for mark in "*`":
        if text.count(mark) > 1:
            text = text.replace(mark, "\\" + mark)
    return text


def _at_start(text: str) -> str:
    """A paragraph that begins like a list, a heading, a quotation or a rule."""
    if START.match(text):
        return "\\" + text
    if TILDES.match(text):
        return "&#126;" + text[1:]
    return NUMBER.sub(r"\1\\\2", text, count=1) if NUMBER.match(text) else text
