"""`## 小标题 {#id short="短题" was="旧题"}` in Markdown: how the list at the end of a heading is written.

What is meant is taken: full-width braces, quotes and `＝`, and no blank before the list where it has a note.
Everything else is the heading's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from article.allowed_html import NAME

SHORT, WAS = "short", "was"
NAMED = rf"[#.]{NAME.pattern}(?![\w=＝-])"
"""An id or a class."""

_NO = r"{}｛｝\x02\x03\n"
"""Without what is already markup: Markdown keeps that between \\x02 and \\x03."""

QUOTED = rf'"[^"{_NO}]+"|＂[^＂{_NO}]+＂|[“”][^“”{_NO}]+[“”]'
NOTE = rf"(?:{SHORT}|{WAS})[=＝](?:{QUOTED})"
NOTED = re.compile(NOTE)
LIST = re.compile(
    rf"(?:[ ]+\{{|[ ]*(?<!\\)[{{｛](?=[^{{}}｛｝]*{NOTE})):?[ ]*"
    rf"((?:(?:{NAMED}|{NOTE})(?:[ \u3000]+|(?=[}}｝#.])))+)[}}｝][ ]*$"
)
"""At the end of a heading's text; the group is what stands between the braces."""

_ITEM = re.compile(rf"(?P<mark>[#.])(?P<name>{NAME.pattern})|(?P<note>{SHORT}|{WAS})[=＝](?P<value>{QUOTED})")


@dataclass(frozen=True)
class Item:
    """`kind` is `#` for an id, `.` for a class, SHORT or WAS."""

    kind: str
    value: str


def items(listed: str) -> Iterator[Item]:
    """What LIST's group holds, in order."""
    for it in _ITEM.finditer(listed):
        yield Item(it["mark"] or it["note"], it["name"] or " ".join(it["value"][1:-1].split()))
