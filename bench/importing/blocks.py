"""The bytes of a page -> its text blocks and pictures in page order, the whole page, nothing judged.

Labels name blocks by fingerprint, so that a gold body can be stored without its text. Nothing here decides
what an article is.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
META_CHARSET = re.compile(r"<meta[^>]{0,200}charset[^>]{0,100}>|<\?xml[^>]{0,200}\?>", re.IGNORECASE)
BIG5 = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?big5", re.IGNORECASE)
# libxml2 drops what stands after the first </html>; included headers of government pages end with one.
END_OF_PAGE = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
NOT_SHOWN = frozenset(
    {"script", "style", "noscript", "template", "head", "iframe", "svg", "object", "textarea"}
)
_BLOCKS = """
address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre
section select summary table tbody td tfoot th thead tr ul
"""
BLOCK_TAGS = frozenset(_BLOCKS.split())
BOLD_TAGS = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
# In the order in which they are believed: a lazy address holds the real picture, src a placeholder.
PICTURE_ATTRIBUTES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-actualsrc",
    "data-url",
    "data-echo",
    "_src",
    "original",
    "src",
)
PLACEHOLDER = re.compile(r"(?:data|about|javascript):", re.IGNORECASE)
BLANK = re.compile(r"[\s\u200b\ufeff]+")


@dataclass(frozen=True)
class Block:
    """A run of inline text between two block boundaries.

    text: blanks collapsed. tag: the nearest block element. bold: all of it stands in bold elements.
    linked: the share of its characters inside links.
    fingerprint: "" where it has no letter, digit or Han character.
    """

    text: str
    tag: str
    bold: bool
    linked: float

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.text)


@dataclass(frozen=True)
class Picture:
    """An img element: its addresses (the most trusted first, no placeholders) and its alternative text."""

    addresses: tuple[str, ...]
    alt: str


Item = Block | Picture


def fingerprint(text: str) -> str:
    """8 hex digits that name `text`: of its letters (Han characters too) and digits only, after NFKC."""
    kept = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
    return hashlib.sha1(kept.encode(), usedforsecurity=False).hexdigest()[:8] if kept else ""


def decode(data: bytes) -> str:
    """BOM, then strict UTF-8, then GB18030 with U+FFFD for what is no character.

    meta is asked for nothing but Big5, which as GB18030 would give other characters and no error.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("big5hkscs" if BIG5.search(data) else "gb18030", errors="replace")


def parse(data: bytes) -> html.HtmlElement:
    """The page's tree. Raises etree.ParserError where there is no element at all."""
    text = END_OF_PAGE.sub("", META_CHARSET.sub("", decode(data))).replace("\0", "")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    return html.document_fromstring(text.encode("utf-8"), parser=parser)


def page_items(data: bytes) -> list[Item]:
    """Every text block and picture of the page, hidden ones too (WeChat hides its body until scripts run)."""
    return list(_Walk().items(parse(data)))


def page_blocks(data: bytes) -> list[Block]:
    """Every text block of the page that has a fingerprint."""
    return [item for item in page_items(data) if isinstance(item, Block) and item.fingerprint]


class _Walk:
    """The tree as a flat list of items; holds the run of inline text that is being gathered."""

    def __init__(self) -> None:
        self.run: list[tuple[str, bool, bool]] = []
        self.tags = ["body"]
        self.bold = 0
        self.links = 0

    def items(self, root: html.HtmlElement) -> Iterator[Item]:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, node in walk:
            if event in ("comment", "pi"):
                self._add(node.tail)
            elif event == "start" and node.tag in NOT_SHOWN:
                walk.skip_subtree()
            elif event == "start":
                yield from self._enter(node)
            else:
                yield from self._leave(node)
        yield from self._flush()

    def _enter(self, node: html.HtmlElement) -> Iterator[Item]:
        if _is_block(node):
            yield from self._flush()
            self.tags.append(str(node.tag))
        self.bold += _is_bold(node)
        self.links += node.tag == "a"
        if node.tag == "img":
            yield from self._flush()
            yield _picture(node)
        yield from self._text(node.text)

    def _leave(self, node: html.HtmlElement) -> Iterator[Item]:
        if node.tag not in NOT_SHOWN:
            if _is_block(node):
                yield from self._flush()
                self.tags.pop()
            self.bold -= _is_bold(node)
            self.links -= node.tag == "a"
        yield from self._text(node.tail)

    def _text(self, text: str | None) -> Iterator[Block]:
        if "pre" not in self.tags:
            self._add(text)
            return
        for number, line in enumerate((text or "").split("\n")):
            if number:
                yield from self._flush()
            self._add(line)

    def _add(self, text: str | None) -> None:
        if text:
            self.run.append((text, self.bold > 0, self.links > 0))

    def _flush(self) -> Iterator[Block]:
        text = BLANK.sub(" ", "".join(piece for piece, _, _ in self.run)).strip()
        marked = [(len(piece.strip()), bold, linked) for piece, bold, linked in self.run if piece.strip()]
        self.run = []
        if text:
            bold = all(bold for _, bold, _ in marked)
            linked = sum(size for size, _, linked in marked if linked) / max(
                1, sum(size for size, _, _ in marked)
            )
            yield Block(text, self.tags[-1], bold, linked)


def _is_block(node: html.HtmlElement) -> bool:
    return node.tag in BLOCK_TAGS or bool(BLOCK_STYLE.search(node.get("style") or ""))


def _is_bold(node: html.HtmlElement) -> bool:
    return node.tag in BOLD_TAGS or bool(BOLD_STYLE.search(node.get("style") or ""))


def _picture(node: html.HtmlElement) -> Picture:
    values = (BLANK.sub("", node.get(name) or "") for name in PICTURE_ATTRIBUTES)
    found = tuple(dict.fromkeys(value for value in values if value and not PLACEHOLDER.match(value)))
    return Picture(found, (node.get("alt") or "").strip())
