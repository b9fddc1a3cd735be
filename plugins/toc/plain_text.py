"""The HTML inside a heading -> its text, as a table of contents shows it."""

from __future__ import annotations

import html
import re

NOT_TEXT = re.compile(r'<(rt|rp)\b[^>]*>.*?</\1>|<sup id="fnref[^"]*">.*?</sup>', re.DOTALL)
"""Pronunciation above a word, and the number of a footnote."""

ALT = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')
BREAK = re.compile(r"<br\s*/?>")
TAG = re.compile(r"<[^>]*>")


def plain_text(inner: str) -> str:
    """`<ruby>槐<rt>huái</rt></ruby>树里<sup id="fnref:1">1</sup>` -> `槐树里`. A picture is its alt text."""
    text = BREAK.sub(" ", ALT.sub(r"\1", NOT_TEXT.sub("", inner)))
    return " ".join(html.unescape(TAG.sub("", text)).split())
