"""Pieces of one line, each of one look -> Markdown: bold, emphasis, links; all other text stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from newsdesk.importing.markdown_text import escaped

SIGNS = re.compile(r"([*`])")
BRACKET = re.compile(r"(?<!\\)([\[\]])")
EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.S)


@dataclass(frozen=True)
class Part:
    """Text of one look. `raw` is Markdown already."""

    text: str
    link: str = ""
    bold: bool = False
    emphasised: bool = False
    script: str = ""
    raw: bool = False

    @property
    def is_plain(self) -> bool:
        """Needs no Markdown around it."""
        return not (self.link or self.bold or self.emphasised or self.script or self.raw)


def written(parts: Sequence[Part], *, alone: bool) -> str:
    """The line; `alone` in its block, else single * and ` may meet others."""
    if alone and all(part.is_plain for part in parts):
        return escaped("".join(part.text for part in parts))
    return _linked(_parted(parts))


def _parted(parts: Sequence[Part]) -> list[Part]:
    """Emphasis right beside bold would be read wrongly (*一***二**), so it is left out there."""
    found = list(parts)
    for at, (one, other) in enumerate(pairwise(parts)):
        if (one.emphasised and other.bold) or (one.bold and other.emphasised):
            found[at : at + 2] = [replace(it, emphasised=False) for it in found[at : at + 2]]
    return found


def _linked(parts: Iterable[Part]) -> str:
    text = ""
    for address, group in groupby(parts, key=lambda it: it.link):
        shown = _bold(group)
        if not address or not shown.strip():
            text += shown
            continue
        before, inner, after = _edges(BRACKET.sub(r"\\\1", shown))
        if text.endswith("!") and not before:
            text = text[:-1] + "\\!"
        text += f"{before}[{inner}]({address}){after}"
    return text


def _bold(parts: Iterable[Part]) -> str:
    groups = ((bold, _emphasised(group)) for bold, group in groupby(parts, key=lambda it: it.bold))
    return "".join(_wrapped("**", text) if bold else text for bold, text in groups)


def _emphasised(parts: Iterable[Part]) -> str:
    groups = ((it, _scripts(group)) for it, group in groupby(parts, key=lambda it: it.emphasised))
    return "".join(_wrapped("*", text) if emphasised else text for emphasised, text in groups)


def _scripts(parts: Iterable[Part]) -> str:
    return "".join(
        f"<{part.script}>{_escaped(part)}</{part.script}>" if part.script else _escaped(part)
        for part in parts
    )


def _wrapped(sign: str, text: str) -> str:
    before, inner, after = _edges(text)
    return f"{before}{sign}{inner}{sign}{after}" if inner else text


def _edges(text: str) -> tuple[str, str, str]:
    match = EDGES.match(text)
    return (match[1], match[2], match[3]) if match else ("", text, "")


def _escaped(part: Part) -> str:
    """Every * and ` is escaped, for others may stand in the parts around; so is a \\ at the end."""
    if part.raw:
        return part.text
    pieces = SIGNS.split(part.text)
    return "".join("\\" + piece if piece in ("*", "`") else _closed(piece) for piece in pieces)


def _closed(text: str) -> str:
    return escaped(text) + "\\" * text.endswith("\\")
