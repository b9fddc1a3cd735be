"""`{#id .class short="..." was="..."}` in Markdown -> attributes, or the text that it is.

Ids and classes may stand after any block or phrase; what is said of a title only after a heading:
- `short` stands for a long title in the contents;
- `was` is a title, or an id, that the heading had before: links to it still lead there. It may be repeated.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor, isheader

from article import allowed_html
from article.heading_notes import LIST, NAMED, NOTED, SHORT, items

NAMES = rf"(?:{NAMED}[ ]*)+"
LISTS = {
    "HEADER_RE": LIST,
    "BLOCK_RE": re.compile(rf"\n[ ]*\{{:?[ ]*({NAMES})\}}[ ]*$"),
    "INLINE_RE": re.compile(rf"^\{{:?[ ]*({NAMES})\}}"),
}
"""Markdown's names of the places where an attribute list may stand."""


class AttributeLists(AttrListTreeprocessor):
    """`{#id .class}`, on a heading also `short` and `was` in quotes: what holds anything else is text."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        for name, pattern in LISTS.items():
            setattr(self, name, pattern)  # the stubs call them final

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """What is given back stays text: the list of a table's cell that only a heading may have."""
        if NOTED.search(attrs_string) and not isheader(elem):
            return attrs_string
        for item in items(attrs_string):
            if item.kind == "#":
                elem.set("id", item.value)
            elif item.kind == ".":
                elem.set("class", f"{elem.get('class', '')} {item.value}".strip())
            elif item.kind == SHORT:
                elem.set(allowed_html.SHORT, item.value)
            else:
                elem.set(allowed_html.WAS, f"{elem.get(allowed_html.WAS, '')}\n{item.value}".strip())
        return ""
