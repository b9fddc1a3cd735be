"""A Line of a Word document -> its Markdown: bold, emphasis, links and notes; all other text stays text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from newsdesk.importing.markdown_text import NUMBER, START, TILDES, escaped
from newsdesk.importing.page.lines import Line
from newsdesk.importing.word.content import Run
from newsdesk.importing.word.flow import Flow

SIGNS = re.compile(r"([*`])")
BRACKET = re.compile(r"(?<!\\)([\[\]])")
EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.S)


@dataclass(frozen=True)
class NotePlace:
    """The note with this label is referred to before the character at `at` of the page."""

    at: int
    label: str


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


@dataclass(frozen=True)
class Manner:
    """How a line is written: with its `bold`, `alone` in its block (else * and ` may meet others), from
    character `start` on.
    """

    bold: bool = True
    alone: bool = True
    start: int = 0


def inline(flow: Flow, line: Line, text: str, notes: Iterable[NotePlace], manner: Manner) -> str:
    """`text`, which is the line's own with its marks mended, as Markdown."""
    parts = _with_notes(_parts(flow, line, text, manner), line, notes, manner.start)
    if manner.alone and all(part.is_plain for part in parts):
        return escaped("".join(part.text for part in parts))
    return _linked(_parted(parts))


def at_start(text: str) -> str:
    """A paragraph that begins like a list, a heading, a quotation or a rule."""
    if START.match(text):
        return "\\" + text
    if TILDES.match(text):
        return "&#126;" + text[1:]
    return NUMBER.sub(r"\1\\\2", text, count=1) if NUMBER.match(text) else text


def _parts(flow: Flow, line: Line, text: str, manner: Manner) -> list[tuple[int, Part]]:
    """Each with its place in the line; what joins two paragraphs is in no run."""
    found: list[tuple[int, Part]] = []
    at = manner.start
    for begin, end, run in flow.spans_of(line):
        if at < begin:
            found.append((at, Part(text[at:begin])))
        if max(at, begin) < end:
            found.append((max(at, begin), _part(text[max(at, begin) : end], run, manner.bold)))
        at = max(at, end)
    if at < len(text):
        found.append((at, Part(text[at:])))
    return found


def _part(text: str, run: Run, bold: bool) -> Part:
    look = run.letters
    return Part(
        text,
        run.link,
        bold and bool(look.bold),
        bold and not look.bold and bool(look.italic or look.emphasised),
        look.script or "",
    )


def _with_notes(
    parts: Sequence[tuple[int, Part]], line: Line, notes: Iterable[NotePlace], start: int
) -> list[Part]:
    marks = [(max(start, bisect_left(line.places, it.at)), it.label) for it in notes]
    found: list[Part] = []
    for at, part in parts:
        text, done = part.text, 0
        while marks and marks[0][0] < at + len(text):
            place, label = marks.pop(0)
            found += [_cut(part, done, place - at), Part(f"[^{label}]", raw=True)]
            done = max(done, place - at)
        found.append(_cut(part, done, len(text)))
    found += [Part(f"[^{label}]", raw=True) for _, label in marks]
    return [part for part in found if part.text]


def _cut(part: Part, start: int, end: int) -> Part:
    return Part(
        part.text[start : max(start, end)], part.link, part.bold, part.emphasised, part.script, part.raw
    )


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
