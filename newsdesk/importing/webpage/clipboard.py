"""HTML as Word and WPS write it -> plain HTML: lists as lists, without what reviewers wrote or deleted."""

from __future__ import annotations

import re

from lxml import html

OFFICE = re.compile(
    r"urn:schemas-microsoft-com:office|class=\"?Mso|mso-list|content=\"?(?:Microsoft )?Word(?!Press)|ksohtml",
    re.I,
)
DOCUMENT = re.compile(
    r"\A\ufeff?Version:[\d.]+\s|<html[^>]*urn:schemas-microsoft-com:office|name=\"?generator\"?"
    r"\s+content=\"?(?:Microsoft )?Word(?!Press)"
    r"|content=\"?Word\.Document|ksohtml|<!--StartFragment-->",
    re.I,
)
HEADER = re.compile(r"\A\ufeff?Version:[\d.]+\s.{0,2000}?(?=<)", re.S)
"""What Windows writes before HTML on the clipboard: `Version:0.9 StartHTML:0000000105 ...`."""

LIST = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.I)
IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.I)
OUTLINE = re.compile(r"mso-outline-level\s*:\s*([1-6])", re.I)
LEFT_OUT = re.compile(
    r"mso-element\s*:\s*(?:comment(?:-list)?|header|footer|endnote-separator)|mso-hide\s*:\s*all", re.I
)
REVIEW = ("MsoCommentReference", "msocomtxt", "msocomoff", "msoDel")
BULLET = re.compile(r"[·•●○■□▪◆◇➢✓§Øüvlnuoq\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8\uf0fc—–-]")
"""A bullet, also as the letter that Wingdings and Symbol show as one."""

NUMBER = re.compile(r"[(（]?(\d{1,3}|[a-z])[.、)）．]?")
DEEPEST = 6


def is_office(text: str) -> bool:
    """Did a word processor write this HTML?"""
    return bool(OFFICE.search(text[:200_000]))


def is_document(text: str) -> bool:
    """Is it a document alone, and not a page of a site into which someone pasted one?"""
    return bool(DOCUMENT.search(text[:8_000]))


def without_header(text: str) -> str:
    """Without the lines that Windows writes before HTML on the clipboard."""
    return HEADER.sub("", text, count=1)


def clean(root: html.HtmlElement) -> None:
    """Make `root` plain HTML; no text that readers see is lost."""
    for node in [*root.iter("del"), *(it for it in root.iter() if _is_left_out(it))]:
        _drop(node)
    for node in list(root.iter("p")):
        level = OUTLINE.search(node.get("style") or "")
        if "MsoTitle" in (node.get("class") or ""):
            node.tag = "h1"
        elif level:
            node.tag = f"h{min(int(level[1]) + 1, 4)}"
    _Lists().make([node for node in root.iter("p") if LIST.search(node.get("style") or "")])


def _is_left_out(node: html.HtmlElement) -> bool:
    if not isinstance(node.tag, str):
        return False
    review = any(name in REVIEW for name in (node.get("class") or "").split())
    return review or bool(LEFT_OUT.search(node.get("style") or ""))


def _drop(node: html.HtmlElement) -> None:
    if node.getparent() is not None:
        node.drop_tree()


class _Lists:
    """Paragraphs that Word numbers -> items of ul and ol, one list for those in a row."""

    def __init__(self) -> None:
        self.open: list[html.HtmlElement] = []
        self.last: html.HtmlElement | None = None

    def make(self, paragraphs: list[html.HtmlElement]) -> None:
        for node in paragraphs:
            mark = _mark(node)
            level = LIST.search(node.get("style") or "")
            tag = "ul" if BULLET.fullmatch(mark) else "ol" if NUMBER.fullmatch(mark) else ""
            if tag and level:
                self._add(node, tag, min(int(level[1]), DEEPEST))

    def _add(self, node: html.HtmlElement, tag: str, level: int) -> None:
        """Put `node` into the list that ends right before it, or begin one at its place."""
        before = node.getprevious()
        if not self.open or before is None or before is not self.open[0]:
            self.open = [html.Element(tag)]
            node.addprevious(self.open[0])
            self.open[0].tail = None
        self.open = self.open[:level]
        while len(self.open) < level and len(self.open[-1]):
            inner = html.Element(tag)
            self.open[-1][-1].append(inner)
            self.open.append(inner)
        tail, node.tail = node.tail, None
        node.tag = "li"
        self.open[-1].append(node)
        self.open[0].tail = (self.open[0].tail or "") + (tail or "")


def _mark(node: html.HtmlElement) -> str:
    """The bullet or number before an item. One that is no Chinese number is taken out of the text."""
    spans = [it for it in node.iter("span") if IGNORED.search(it.get("style") or "")]
    if not spans:
        return "·"
    mark = "".join(spans[0].text_content().split())
    if BULLET.fullmatch(mark) or NUMBER.fullmatch(mark):
        _drop(spans[0])
    return mark
