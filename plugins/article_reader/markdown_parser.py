"""Markdown -> HTML that is not yet sanitised.

Private names of Python-Markdown are touched here and in attribute_lists.py alone.

Differences from plain Python-Markdown, each because text must not change or vanish silently:
- raw tags other than article.allowed_html's are text; so are comments;
- four leading spaces are no code block: pasted Chinese news has them on every line;
- `#话题#` is no heading: one # needs a space after it, and a closing ## one before it;
- `{...}` after a phrase is text unless it is an attribute list of ids and classes alone, after a heading
  also of `short="..."` and `was="..."`;
- `[name]: address` is text: as a link definition it would vanish, used or not;
- a list that begins with 3. begins with 3, and dots after numbers are another list;
- a table row longer than its heading row keeps all its cells.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import NBSP_PLACEHOLDER, FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.treeprocessors import Treeprocessor

from article import allowed_html
from plugins.article_reader.attribute_lists import AttributeLists
from plugins.article_reader.quick_inline import QuickInline
from plugins.article_reader.tidy_tree import tidy

TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z]+)(?:\s+lang=(?P<quote>[\"'])(?P<lang>[^\"']*)(?P=quote))?\s*/?>"
)
INLINE = 20
"""Markdown's own priority of what makes tags within a line."""

LAST = -10
"""Priority of what runs when Markdown is done with the tree."""

NOTE = re.compile(r"^([ ]{0,3})\[(?=\^[^\]]*\]:)", re.M)
"""How a note begins."""


def new_parser() -> Markdown:
    """A parser for many stories: call `reset()` before each `convert()`."""
    return Markdown(
        extensions=[
            _Tables(),
            _Footnotes(
                SEPARATOR="-",
                PLACE_MARKER="\x02nowhere\x03",  # Markdown strips \x02 from stories, so none can hold it
                SUPERSCRIPT_TEXT="[{}]",
                BACKLINK_TEXT="返回正文",
                BACKLINK_TITLE="回到正文中的注 {}",
            ),
            FencedCodeExtension(),
            SaneListExtension(),
            _House(),
        ],
        output_format="html",
    )


class _House(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        md.ESCAPED_CHARS.append("<")
        md.preprocessors.deregister("html_block")
        for name in ("code", "reference"):
            md.parser.blockprocessors.deregister(name)
        for name in ("reference", "image_reference", "short_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        md.parser.blockprocessors.register(_Headings(md.parser), "hashheader", 70)
        self.raw_tags = _RawTags(HTML_RE, md)
        md.inlinePatterns.register(self.raw_tags, "html", 90)
        md.treeprocessors.register(AttributeLists(md), "attr_list", 8)
        md.treeprocessors.register(_Tidy(md), "tidy", LAST)
        md.treeprocessors.register(QuickInline(md), "inline", INLINE)
        md.registerExtension(self)

    def reset(self) -> None:
        self.raw_tags.opened.clear()


class _Headings(HashHeaderProcessor):
    RE = re.compile(
        r"(?:^|\n)(?P<level>\#(?=[ ])|\#{2,6})(?!\#)(?P<header>[^\n]*?[^\s\#][^\n]*?)(?:[ ]+\#+)?[ ]*(?:\n|$)"
    )


class _RawTags(HtmlInlineProcessor):
    """Allowed tags that are closed in the same block stay tags; all else is stored as the text that it is."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.opened: Counter[str] = Counter()

    # Markdown calls its patterns both with and without `data`; its stubs type both.
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        written = self.backslash_unescape(self.unescape(m.group(1)))
        tag = TAG.fullmatch(written)
        kept = written if tag and self._is_kept(tag, data, m.end(0)) else html.escape(written)
        return self.md.htmlStash.store(kept), m.start(0), m.end(0)

    def _is_kept(self, tag: re.Match[str], data: str, end: int) -> bool:
        name, lang = tag["name"], tag["lang"]
        if name not in allowed_html.RAW_TAGS or (lang is not None and (name != "span" or tag["end"])):
            return False
        if name == "br":
            return not tag["end"]
        if tag["end"]:
            is_open = self.opened[name] > 0
            self.opened[name] -= is_open
            return is_open
        if name == "span" and not (lang and allowed_html.LANGUAGE.fullmatch(lang)):
            return False
        is_closed = data.count(f"</{name}>", end) > self.opened[name]
        self.opened[name] += is_closed
        return is_closed


class _Footnotes(FootnoteExtension):
    """Ids from the note's own label, so that they stay when notes are added; by number for other labels."""

    def makeFootnoteId(self, id: str) -> str:  # noqa: N802 - Markdown's name
        return f"fn-{self._label(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: N802 - Markdown's name
        return self.unique_ref(f"fnref-{self._label(id)}", found)

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802 - Markdown's name
        """A label that is used twice has both notes. A note within a note is text: it would be lost."""
        text = NOTE.sub(r"\1\\[", text)
        super().setFootnote(id, f"{self.footnotes[id]}\n\n{text}" if id in self.footnotes else text)

    def _label(self, id: str) -> str:
        return id if allowed_html.NAME.fullmatch(id) else f"{list(self.footnotes).index(id) + 1}."


class _Tables(TableExtension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(_WholeRows(md.parser, self.getConfigs()), "table", 75)


class _WholeRows(TableProcessor):
    # The stubs leave Markdown's private names out.
    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        more = len(self._split_row(row)) - len(align)  # type: ignore[attr-defined]
        super()._build_row(row, parent, [*align, *[None] * more])  # type: ignore[misc]


class _Tidy(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and NBSP_PLACEHOLDER in element.text:
                element.text = element.text.replace(NBSP_PLACEHOLDER, " ")
            for link, following in pairwise(element):
                if link.get("class") == following.get("class") == "footnote-backref":
                    link.tail = " "
        tidy(root)
