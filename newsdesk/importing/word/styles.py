"""styles.xml -> Styles: what a paragraph's or a run's style says, with all the styles it is based on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from newsdesk.importing.word.letters import PLAIN, Letters, letters
from newsdesk.importing.word.xml_tree import Element, child, child_value, descendants, name, value

HEADING = re.compile(
    r"(?:heading|标题|標題)\s*(?P<digit>[1-9])(?:\s.*)?|标题(?P<number>[一二三四五六])|(?P<rank>[一二三四五六])级标题"
)
TITLE = re.compile(r"title|标题|標題|(?:文档|公文|文章|新闻|大|主|总)标题")
SUBTITLE = re.compile(r"subtitle|副标题|副標題")
CAPTION = re.compile(r"caption|题注|題注|图注|图题|图片说明")
QUOTE = re.compile(r"(?:intense )?quote|引用|明显引用|块引用|block text|引文")
CONTENTS = re.compile(r"(?:toc|目录|目錄)(?: (?:heading|标题)|\s*\d)|table of figures|图表目录")
NUMERALS = "一二三四五六"
BODY_LEVEL = 9
"""What w:outlineLvl says of body text."""


@dataclass(frozen=True)
class Numbering:
    """Where a paragraph's number comes from: w:numId (None: not said, "0": none) and w:ilvl."""

    number: str | None = None
    level: int | None = None


@dataclass(frozen=True)
class ParagraphStyle:
    """`names` of the style and those below it, in small letters; `outline` counts from 0, None: not said."""

    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    outline: int | None = None
    align: str = ""
    numbering: Numbering = Numbering()
    letters: Letters = PLAIN

    @cached_property
    def heading(self) -> int:
        """1 for 标题 1 and whatever is based on it, 0 for no heading."""
        for style in self.names:
            if match := HEADING.fullmatch(style):
                return int(match["digit"] or 1 + NUMERALS.index(match["number"] or match["rank"]))
        if self.outline is not None and self.outline < BODY_LEVEL:
            return self.outline + 1
        return 0

    @cached_property
    def is_title(self) -> bool:
        """标题, without a number."""
        return self._is_a(TITLE)

    @cached_property
    def is_subtitle(self) -> bool:
        """副标题."""
        return self._is_a(SUBTITLE)

    @cached_property
    def is_caption(self) -> bool:
        """题注."""
        return self._is_a(CAPTION)

    @cached_property
    def is_quote(self) -> bool:
        """引用."""
        return self._is_a(QUOTE)

    @cached_property
    def is_contents(self) -> bool:
        """An entry of a table of contents."""
        return self._is_a(CONTENTS)

    def _is_a(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.fullmatch(style) for style in self.names)


@dataclass(frozen=True)
class _Style:
    id: str
    name: str
    based_on: str
    element: Element


@dataclass(frozen=True)
class Styles:
    """All styles of a document; one that is not there says nothing."""

    _by_id: Mapping[str, _Style] = field(default_factory=dict)
    _default: str = ""
    _letters: Letters = PLAIN
    _known: dict[str, ParagraphStyle] = field(default_factory=dict, compare=False)
    _runs: dict[str, Letters] = field(default_factory=dict, compare=False)

    def paragraph(self, style: str | None) -> ParagraphStyle:
        """Of a paragraph with this w:pStyle, None where it has none."""
        key = style or self._default
        if key not in self._known:
            merged = ParagraphStyle(letters=self._letters)
            for it in reversed(self._chain(key)):
                merged = _over(it, merged)
            self._known[key] = merged
        return self._known[key]

    def run(self, style: str | None) -> Letters:
        """Of a run with this w:rStyle."""
        key = style or ""
        if key not in self._runs:
            merged = PLAIN
            for it in self._chain(key):
                merged = merged.over(letters(child(it.element, "w:rPr")))
            self._runs[key] = merged
        return self._runs[key]

    def _chain(self, style: str) -> list[_Style]:
        """The style, the one it is based on, and so on; a circle ends where it closes."""
        chain: list[_Style] = []
        seen = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            chain.append(self._by_id[style])
            style = chain[-1].based_on
        return chain


def styles(root: Element | None) -> Styles:
    """The styles in styles.xml; None where the file has none."""
    if root is None:
        return Styles()
    by_id = {}
    default = ""
    for it in root:
        if name(it) != "w:style":
            continue
        key = value(it, "w:styleId") or ""
        by_id[key] = _Style(key, _plain(child_value(it, "w:name")), child_value(it, "w:basedOn") or "", it)
        if value(it, "w:default") in ("1", "true", "on") and value(it, "w:type") == "paragraph":
            default = key
    defaults = next(descendants(root, "w:rPrDefault"), None)
    return Styles(by_id, default, letters(child(defaults, "w:rPr")))


def numbering_of(properties: Element | None) -> Numbering:
    """What w:numPr in a w:pPr says."""
    found = child(properties, "w:numPr")
    return Numbering(child_value(found, "w:numId"), whole(child_value(found, "w:ilvl")))


def whole(text: str | None) -> int | None:
    """A number of few digits, None for anything else."""
    text = (text or "").strip()
    return int(text) if re.fullmatch(r"[+-]?\d{1,6}", text, re.A) else None


def _plain(style: str | None) -> str:
    """`Heading 1,h1` -> `heading 1`."""
    return (style or "").partition(",")[0].strip().lower()


def _over(style: _Style, base: ParagraphStyle) -> ParagraphStyle:
    properties = child(style.element, "w:pPr")
    own = numbering_of(properties)
    outline = whole(child_value(properties, "w:outlineLvl"))
    return ParagraphStyle(
        (style.name, *base.names),
        (style.id, *base.ids),
        base.outline if outline is None else outline,
        child_value(properties, "w:jc") or base.align,
        Numbering(
            base.numbering.number if own.number is None else own.number,
            base.numbering.level if own.level is None else own.level,
        ),
        letters(child(style.element, "w:rPr")).over(base.letters),
    )
