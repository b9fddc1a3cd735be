"""The text of a page -> its Lines: what a person sees of each, and where each character of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from article.likeness import HAN, han
from newsdesk.importing.page.folding import fold

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
ENDS_A_PARAGRAPH = "\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
BREAK = re.compile(
    rf"[{ENDS_A_PARAGRAPH}]+"
    r"|(?<=[。！？!?”’…)）])(?:[ \xa0]*\u3000[ \xa0\u3000]*\u3000|[ \xa0]{4,})[ \xa0\u3000]*"
)
INDENT_INSIDE = re.compile(rf"[{ENDS_A_PARAGRAPH}]+|(?<=\S)\u3000\u3000+(?=\S)")
CROWDED = 90
"""Characters from which a line with two indents inside is several paragraphs on one line."""

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
"""Control and format characters and icons of private fonts; a joiner inside an emoji stays."""

WORD = re.compile(rf"\w|{HAN.pattern}")
"""What says something. Python may be older than the newest Han characters, which it takes for signs then."""

SPACE = re.compile(r"\s")
WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)


@dataclass(frozen=True)
class Line:
    """One line (or one paragraph of a crowded line) with something on it.

    `text` is without indent and invisible characters; its character i stands at `places[i]` in the page.
    """

    number: int
    text: str
    places: Sequence[int]
    indent: int = 0
    """Columns; a full-width space is two."""
    gap: int = 0
    """Empty lines above."""
    lead: int = 0
    """Characters of the indent."""

    @cached_property
    def folded(self) -> str:
        """As long as `text`, in one spelling."""
        return fold(self.text)

    @cached_property
    def words(self) -> str:
        """`folded` without the bullet that text browsers put before the items of a list."""
        return self.folded[2:].lstrip() if self.folded.startswith(("· ", "* ")) else self.folded

    @cached_property
    def han(self) -> int:
        """How many Han characters."""
        return len(han(self.text))

    @cached_property
    def width(self) -> int:
        """Columns with the indent."""
        return self.indent + len(self.text) + len(WIDE.findall(self.text))


def lines_of(page: str) -> list[Line]:
    """Each line of `page` with something on it; nothing is changed but what no one sees."""
    lines: list[Line] = []
    gap = 0
    for number, match in enumerate(LINE.finditer(page), 1):
        found = [
            line for start, end in _parts(page, *match.span()) if (line := _line(page, number, start, end))
        ]
        if not found:
            gap += 1
            continue
        lines.append(_below(found[0], gap))
        lines += found[1:]
        gap = 0
    return lines


def joined(lines: Sequence[Line], between: str = "") -> Line:
    """The lines of one paragraph as one Line; `between` or a space parts two Latin words."""
    first = lines[0]
    if len(lines) == 1:
        return first
    text, places = [first.text], list(first.places)
    for before, line in pairwise(lines):
        latin = before.text[-1].isascii() and line.text[0].isascii() and before.text[-1] not in "-/"
        if between or latin:
            text.append(between or " ")
            places.append(before.places[-1] + 1)
        text.append(line.text)
        places += line.places
    return replace(first, text="".join(text), places=places)


def stripped(line: Line) -> Line:
    """Without spaces at its ends."""
    start = len(line.text) - len(line.text.lstrip())
    text = line.text.strip()
    return replace(line, text=text, places=line.places[start : start + len(text)])


def _below(line: Line, gap: int) -> Line:
    return replace(line, gap=gap)


def _parts(page: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    pattern = BREAK
    if end - start > CROWDED and len(INDENT_INSIDE.findall(page, start, end)) > 1:
        pattern = INDENT_INSIDE
    for match in pattern.finditer(page, start, end):
        yield start, match.start()
        start = match.start()
    yield start, end


def _line(page: str, number: int, start: int, end: int) -> Line | None:
    raw = page[start:end]
    hidden = {match.start() for match in INVISIBLE.finditer(raw)}
    seen = [i for i in range(len(raw)) if i not in hidden] if hidden else range(len(raw))
    text = "".join(raw[i] for i in seen) if hidden else raw
    stripped = text.strip()
    if not stripped:
        return None
    lead = len(text) - len(text.lstrip())
    kept = seen[lead : lead + len(stripped)]
    places = range(start + kept[0], start + kept[-1] + 1) if not hidden else tuple(start + i for i in kept)
    return Line(number, SPACE.sub(_plain_space, stripped), places, _columns(text[:lead]), lead=lead)


def _plain_space(match: re.Match[str]) -> str:
    return "\u3000" if match[0] == "\u3000" else " "


def _columns(lead: str) -> int:
    return sum({"\u3000": 2, "\t": 4}.get(char, 1) for char in lead)
