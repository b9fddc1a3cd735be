"""Pieces of inline text with their styles -> the text of paragraphs, its links, what is bold or marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsdesk.importing.page.lines import INVISIBLE
from newsdesk.importing.webpage.block import Bold, Link, Marked, Style

Run = list[tuple[str, Style]]
BLANK = re.compile(r"[^\S\u3000]*\u3000[^\S\u3000]*|\s+")
NEW_PARAGRAPH = re.compile(r"(?<=[。！？!?”’…)）])[^\S\u3000]*\u3000[^\S\u3000]*\u3000\s*")
INDENT = re.compile(r"\s*\u3000[^\S\u3000]*\u3000")
SENTENCE_END = re.compile(r"[。！？!?”’…)）]\s*$")
ICONS = re.compile("[\ue000-\uf8ff]")
"""Places for private use: icon fonts put pictures there that no other font has."""


@dataclass(frozen=True)
class Joined:
    """The text of a paragraph and what its parts are."""

    text: str
    links: tuple[Link, ...]
    bolds: tuple[Bold, ...]
    marked: tuple[Marked, ...]


def style_of_run(run: Run) -> Style:
    """That of the first words; hidden only where all of it is, of a colour only where all of it is."""
    said = [style for text, style in run if text.strip()]
    colours = {style.colour for style in said}
    colour = colours.pop() if len(colours) == 1 else ""
    return replace(said[0], hidden=all(style.hidden for style in said), colour=colour)


def paragraphs(run: Run) -> Iterator[Run]:
    """Old pages part paragraphs with two wide spaces alone."""
    part: Run = []
    for text, style in run:
        if part and INDENT.match(text) and SENTENCE_END.search(part[-1][0]):
            yield part
            part = []
        pieces = NEW_PARAGRAPH.split(text)
        part.append((pieces[0], style))
        for piece in pieces[1:]:
            yield part
            part = [(piece, style)]
    if part:
        yield part


def joined(run: Run) -> Joined:
    """Without blanks at its ends or twice."""
    text, links, bolds, marked = "", list[Link](), list[Bold](), list[Marked]()
    light = 0
    for piece, style in run:
        said = BLANK.sub(_blank, ICONS.sub("", INVISIBLE.sub("", piece)))
        if not text or text[-1] in " \u3000":
            said = said.lstrip(" \u3000")
        if not said:
            continue
        start, text = len(text), text + said
        if not said.strip():
            continue
        if style.bold:
            bolds = _bolder(bolds, start, len(text), light)
        else:
            light = len(text)
        if style.link:
            links = _linked(links, start, len(text), style.link)
        if style.emphasised or style.script:
            marked.append(Marked(start, len(text), style.emphasised, style.script))
    end = len(text.rstrip())
    kept = [replace(link, end=min(link.end, end)) for link in links if link.start < end]
    bold = [replace(it, end=min(it.end, end)) for it in bolds]
    marks = [replace(it, end=min(it.end, end)) for it in marked]
    return Joined(text[:end], tuple(kept), tuple(bold), tuple(marks))


def _linked(links: list[Link], start: int, end: int, address: str) -> list[Link]:
    if links and links[-1].address == address and links[-1].end == start:
        return [*links[:-1], replace(links[-1], end=end)]
    return [*links, Link(start, end, address)]


def _bolder(bolds: list[Bold], start: int, end: int, light: int) -> list[Bold]:
    """`light` is where text that is not bold ended last."""
    if bolds and light <= bolds[-1].end:
        return [*bolds[:-1], replace(bolds[-1], end=end)]
    return [*bolds, Bold(start, end)]


def _blank(match: re.Match[str]) -> str:
    return "\u3000" if "\u3000" in match[0] and "\n" not in match[0] else " "
