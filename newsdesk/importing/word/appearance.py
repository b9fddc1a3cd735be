"""A Line and the Flow that it is from -> Appearance: how it looks beside the story's usual text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph
from newsdesk.importing.word.flow import Flow, Place
from newsdesk.importing.word.styles import ParagraphStyle

T = TypeVar("T")
MOST = 0.9
"""The share of a line's letters from which all of it looks so: a mark at its end may be plain."""

BIGGER = 1.0
"""Points by which letters differ for the eye."""

USUAL_SIZE = 10.5
FAMILIES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "title": re.compile(r"小标宋|大标宋|FZXBSJW|FZXiaoBiaoSong", re.I),
        "black": re.compile(
            r"黑体|雅黑|黑_|SimHei|YaHei|思源黑|Noto Sans|PingFang|DengXian Bold|等线 Light", re.I
        ),
        "regular script": re.compile(r"楷|KaiTi|STKaiti", re.I),
    }
)
"""Fonts of official papers: 小标宋 for the title, 黑体 for 一、, 楷体 for （一）, 仿宋 for the text."""

BLANK = re.compile(r"[\s\W_]")
CENTRED = ("center", "distribute")
RIGHT = ("right", "end")


@dataclass(frozen=True)
class Usual:
    """How most of the story's paragraphs look."""

    size: float = USUAL_SIZE
    bold: bool = False
    family: str = ""
    centred: bool = False


@dataclass(frozen=True)
class Appearance:
    """`larger` in points, less than 0 where it is smaller. `family` is "" where it is the usual one's."""

    bold: bool
    larger: float
    family: str
    centred: bool
    right: bool
    red: bool
    place: Place

    @property
    def style(self) -> ParagraphStyle:
        """What Word calls the paragraph."""
        return self.place.paragraph.style

    @property
    def is_listed(self) -> bool:
        """Has it a bullet, or a number of Word's own lists?"""
        return self.place.paragraph.label is not None

    @property
    def is_set_apart(self) -> bool:
        """Does Word say what it is: a title, a heading, a quotation, an item of a list?"""
        style = self.style
        named = style.is_title or style.is_subtitle or style.is_quote
        return bool(style.heading) or named or self.is_listed

    @property
    def stands_out(self) -> bool:
        """Would a reader see at once that this is no usual paragraph?"""
        return self.bold or self.larger >= BIGGER or bool(self.family) or self.centred


def usual(flow: Flow, lines: Iterable[Line]) -> Usual:
    """The look of most Han characters in paragraphs; of all lines where there are no paragraphs."""
    lines = list(lines)
    counted: Counter[Usual] = Counter()
    for line in [it for it in lines if is_paragraph(it)] or lines:
        size, bold, family = _most(flow, line)
        centred = flow.place_of(line).paragraph.align in CENTRED
        counted[Usual(size, bold, family, centred)] += len(line.text)
    return max(counted, key=lambda it: counted[it], default=Usual())


def appearance(flow: Flow, line: Line, usual: Usual) -> Appearance:
    """How `line` looks beside `usual` ones."""
    place = flow.place_of(line)
    size, bold, family = _most(flow, line)
    align = place.paragraph.align
    return Appearance(
        bold=bold and not usual.bold,
        larger=size - usual.size,
        family=family if family != usual.family else "",
        centred=align in CENTRED and not usual.centred,
        right=align in RIGHT,
        red=all(bool(run.letters.red) for _, _, run in flow.spans_of(line)),
        place=place,
    )


def _most(flow: Flow, line: Line) -> tuple[float, bool, str]:
    """Size, boldness and font family of most letters of a line."""
    whole = bold = 0
    sizes: Counter[float] = Counter()
    families: Counter[str] = Counter()
    for start, end, run in flow.spans_of(line):
        count = len(BLANK.sub("", line.text[start:end]))
        whole += count
        bold += count * bool(run.letters.bold)
        sizes[run.letters.size or USUAL_SIZE] += count
        families[family_of(run.letters.font)] += count
    if not whole:
        return USUAL_SIZE, False, ""
    return _first(sizes), bold >= MOST * whole, _first(families)


def _first(counts: Counter[T]) -> T:
    return max(counts, key=lambda it: counts[it])


@lru_cache(maxsize=256)
def family_of(font: str | None) -> str:
    """Which of FAMILIES a font is of, "" for those that texts are set in."""
    return next((family for family, pattern in FAMILIES.items() if pattern.search(font or "")), "")
