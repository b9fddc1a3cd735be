"""A page's tree -> Page: every block of text and every picture in order, nothing judged."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree, html

from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.webpage.block import Block, Box, Media, Page, Picture, Style
from newsdesk.importing.webpage.media import TAGS as MEDIA_TAGS
from newsdesk.importing.webpage.media import media_of
from newsdesk.importing.webpage.picture_source import picture_of
from newsdesk.importing.webpage.places import Places
from newsdesk.importing.webpage.runs import Joined, Run, joined, paragraphs, style_of_run
from newsdesk.importing.webpage.spans import unspan
from newsdesk.importing.webpage.styles import style_of
from newsdesk.importing.webpage.tree import TOO_LONG
from newsdesk.importing.webpage.wide_links import unlink

_NOT_TEXT = """
script style noscript template head iframe svg object embed textarea select audio video canvas map math applet
datalist
"""
NOT_TEXT = frozenset(_NOT_TEXT.split())
_BLOCKS = """
" address article aside blockquote body br button caption center dd details dialog dir div dl dt
fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu
nav ol option p pre section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
EMPTY_BLOCKS = frozenset({"br", "hr"})
DISPLAY = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.I)
LONGEST_WORDS = 300
NOTHING = Joined("", (), (), ())
MOST_BLOCKS = 6_000
"""A portal's page has 1,000."""

MOST_TEXT = 500_000
"""Characters; a long novel's chapter has 10,000."""


@dataclass
class _Open:
    """An element that is being walked."""

    style: Style
    box: int
    tag: str
    is_block: bool


class _Walk:
    """The tree as blocks; holds the run of inline text that is being gathered."""

    def __init__(self, root_style: Style) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.media: list[Media] = []
        self.open = [_Open(root_style, -1, "body", False)]
        self.places = Places()
        self.run: Run = []
        self.struck: Run = []
        self.start = 0
        self.depth = self.shallowest = 0
        self.last_depth = 0

    def page(self, root: html.HtmlElement) -> Page:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, node in walk:
            if event in ("comment", "pi"):
                self._text(node.tail)
            elif event == "start" and node.tag in NOT_TEXT:
                self._not_text(node)
                walk.skip_subtree()
            elif event == "start":
                self._enter(node)
            else:
                self._leave(node)
        self._flush()
        return Page(tuple(self.blocks), tuple(self.boxes), tuple(self.media))

    def _not_text(self, node: html.HtmlElement) -> None:
        if node.tag in MEDIA_TAGS:
            self._media(node)
        elif node.tag == "noscript" and self.blocks and self.blocks[-1].picture and not self.run:
            image = node.find(".//img")
            if image is not None and not self.blocks[-1].picture.source:
                self.blocks[-1] = replace(self.blocks[-1], picture=picture_of(image))

    def _media(self, node: html.HtmlElement) -> None:
        if found := media_of(node, len(self.blocks), self.open[-1].box):
            self.media.append(found)

    def _enter(self, node: html.HtmlElement) -> None:
        around, tag = self.open[-1], str(node.tag)
        is_block = tag in BLOCKS or bool(DISPLAY.search(node.get("style") or ""))
        style = style_of(node, around.style)
        box = around.box
        if is_block:
            self._flush()
            if tag not in EMPTY_BLOCKS:
                box = self._box(node, tag, around.box)
        self.open.append(_Open(style, box, tag if is_block else around.tag, is_block))
        self.places.enter(tag, node)
        if tag == "img":
            self._flush()
            self._add(NOTHING, picture_of(node), style)
        elif tag in MEDIA_TAGS:
            self._media(node)
        self._text("（" if _is_bare_reading(node) else None)
        self._text(node.text)

    def _box(self, node: html.HtmlElement, tag: str, parent: int) -> int:
        words = " ".join(filter(None, (node.get("class"), node.get("id"), node.get("role"))))
        self.depth += 1
        self.boxes.append(
            Box(len(self.boxes), parent, tag, words[:LONGEST_WORDS].lower(), self.depth, len(self.blocks))
        )
        return len(self.boxes) - 1

    def _leave(self, node: html.HtmlElement) -> None:
        if node.tag not in NOT_TEXT:
            if self.open[-1].is_block:
                self._flush()
            closed = self.open.pop()
            if closed.box != self.open[-1].box:
                self.boxes[closed.box] = replace(self.boxes[closed.box], end=len(self.blocks))
                self.depth -= 1
                self.shallowest = min(self.shallowest, self.depth)
            self.places.leave(str(node.tag))
            self._text("）" if _is_bare_reading(node) else None)
        self._text(node.tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        style = self.open[-1].style
        if style.pre:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._flush()
                self.run.append((line, style))
        elif style.struck:
            self.struck.append((text, style))
        else:
            self.run.append((text, style))

    def _flush(self) -> None:
        run, self.run = self.run, []
        for part in paragraphs(run):
            found = joined(part)
            if found.text:
                indent = len(part[0][0]) - len(part[0][0].lstrip()) if part[0][1].pre else 0
                self._add(found, None, style_of_run(part), indent=indent)
        self._flush_struck()

    def _flush_struck(self) -> None:
        """What is struck out stands behind its paragraph, as text that is not shown."""
        struck, self.struck = self.struck, []
        found = joined(struck)
        if found.text:
            style = replace(style_of_run(struck), hidden=True, struck=True)
            self._add(replace(found, links=()), None, style, tag="del")

    def _add(
        self, found: Joined, picture: Picture | None, style: Style, *, indent: int = 0, tag: str = ""
    ) -> None:
        text = found.text
        if len(self.blocks) >= MOST_BLOCKS or self.start + len(text) > MOST_TEXT:
            raise NotImportedError(*TOO_LONG)
        at = self.open[-1]
        up, down = self.last_depth - self.shallowest, self.depth - self.shallowest
        self.blocks.append(
            Block(
                number=len(self.blocks),
                start=self.start,
                text=text,
                box=at.box,
                tag=tag or at.tag,
                style=style,
                links=found.links,
                bolds=found.bolds,
                marked=found.marked,
                picture=picture,
                item=self.places.item,
                cell=self.places.cell,
                up=up,
                down=down,
                indent=indent,
            )
        )
        self.start += len(text) + 1
        self.last_depth = self.shallowest = self.depth


def _is_bare_reading(node: html.HtmlElement) -> bool:
    """How to read a rare character: browsers set it above, so in text it needs brackets of its own."""
    ruby = node.getparent() if node.tag == "rt" else None
    return ruby is not None and ruby.find("rp") is None


def page_of(root: html.HtmlElement) -> Page:
    """All blocks of a tree. Raises NotImportedError where there are too many."""
    unspan(root)
    unlink(root)
    return _Walk(Style()).page(root)
