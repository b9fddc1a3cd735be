"""A page's tree -> the same, where a link that was set around a whole story, or never closed, is none."""

from __future__ import annotations

import re

from lxml import html

from article.likeness import HAN

LEAST, SENTENCES = 200, 4
"""Han characters and sentences that no link to another story has."""

END = re.compile(r"[。！？]")


def unlink(root: html.HtmlElement) -> None:
    """Make links that hold a story plain text: `<a href="full.html">` around all its paragraphs."""
    for node in list(root.iter("a")):
        if _holds_story(node):
            node.tag = "span"


def _holds_story(node: html.HtmlElement) -> bool:
    han = ends = 0
    for text in node.itertext():
        han += len(HAN.findall(text))
        ends += len(END.findall(text))
        if han >= LEAST and ends >= SENTENCES:
            return True
    return False
