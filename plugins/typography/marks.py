"""Chinese text -> the edits that give it the marks of GB/T 15834: full-width, “paired”, —— and ……."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article.punctuation import HAN, MARKS, pair_quotes, restore
from plugins.typography.edits import Edit, Step, mended, one_for_one

LINE_END = "\u2028"
"""Stands for <br> in the text of a block."""

CHINESE = re.compile(f"[{HAN}{MARKS}]")
DASH = re.compile("(?<![-—])(?!-(?!-)|——(?![-—]))[-—]{1,4}(?![-—])")
"""Up to four hyphens and em dashes, but not one hyphen, which is a hyphen, nor ——, which is right."""

ELLIPSIS = re.compile(r"(?<!\.)\.{3,}|。{3,}|(?<!…)(?:…|…{3})(?!…)")
CLOSING = "”’」』）》…"
OPENING = "“‘「『（《"
BEFORE = re.compile("^|[\n\u2028]")


def dashes(text: str) -> Iterator[Edit]:
    """`社区--记` -> `社区——记`. Between Latin words and numbers (2021--2026, 0000--555) nothing changes."""
    for found in DASH.finditer(text):
        left, right = _left(text, found.start()), _right(text, found.end())
        is_left = left == "" or left in CLOSING or bool(CHINESE.match(left))
        is_right = right == "" or right in OPENING or bool(CHINESE.match(right))
        if is_left and is_right and CHINESE.match(left + right):
            yield Edit(found.start(), found.end(), "——")


def ellipses(text: str) -> Iterator[Edit]:
    """`等等...` -> `等等……`, and `...我们` at the start of what somebody says."""
    for found in ELLIPSIS.finditer(text):
        left, right = _left(text, found.start()), _right(text, found.end())
        after_chinese = bool(left) and (left in CLOSING or bool(CHINESE.match(left)))
        opens_chinese = (left == "" or left in OPENING) and bool(CHINESE.match(right))
        if after_chinese or opens_chinese:
            yield Edit(found.start(), found.end(), "……")


def _left(text: str, at: int) -> str:
    """The character before, beyond spaces; "" where a line begins."""
    while at > 0 and text[at - 1] in " \u3000":
        at -= 1
    return text[at - 1] if at > 0 and text[at - 1] not in ("\n", LINE_END) else ""


def _right(text: str, at: int) -> str:
    while at < len(text) and text[at] in " \u3000":
        at += 1
    return text[at] if at < len(text) and text[at] not in ("\n", LINE_END) else ""


STEPS: tuple[Step, ...] = (one_for_one(pair_quotes), one_for_one(restore), dashes, ellipses)
"""What every text gets, titles too. Spaces stay: in a title they are the editor's line break."""


def with_marks(text: str) -> str:
    """A title or another line of plain text with the right marks, as plain text."""
    return "".join(mended(text, STEPS))
