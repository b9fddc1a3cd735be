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

NAME = rf"[#.]{allowed_html.NAME.pattern}(?![\w=-])"
NAMES = rf"(?:{NAME}[ ]*)+"
QUOTED = r'"[^"{}\x02\x03\n]+"|“[^“”{}\x02\x03\n]+”'
"""Without what is already markup: Markdown keeps that between \\x02 and \\x03."""

NOTE = rf"(?:short|was)=(?:{QUOTED})"
NOTED = re.compile(NOTE)
LISTS = {
    "HEADER_RE": re.compile(rf"[ ]+\{{:?[ ]*((?:(?:{NAME}|{NOTE})(?:[ ]+|(?=[}}#.])))+)\}}[ ]*$"),
    "BLOCK_RE": re.compile(rf"\n[ ]*\{{:?[ ]*({NAMES})\}}[ ]*$"),
    "INLINE_RE": re.compile(rf"^\{{:?[ ]*({NAMES})\}}"),
}
"""Markdown's names of the places where an attribute list may stand."""

ITEM = re.compile(
    r'(?P<mark>[#.])(?P<name>[\w-]+)|(?P<note>short|was)=(?:"(?P<value>[^"]+)"|“(?P<curly>[^”]+)”)'
)


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
        for item in ITEM.finditer(attrs_string):
            value = " ".join((item["value"] or item["curly"] or "").split())
            if item["mark"] == "#":
                elem.set("id", item["name"])
            elif item["mark"]:
                elem.set("class", f"{elem.get('class', '')} {item['name']}".strip())
            elif item["note"] == "short":
                elem.set(allowed_html.SHORT, value)
            else:
                elem.set(allowed_html.WAS, f"{elem.get(allowed_html.WAS, '')}\n{value}".strip())
        return ""
