"""The lines between the two --- of a story -> its fields as YAML has them, where each line is a plain one.

Most blocks are: words, a date, a short list, a text in double quotes, an address. YAML is asked of any other.
That both ways give the same is a law in tests/article/test_plain_fields.py.
"""

from __future__ import annotations

import datetime as dt
import re

from article.punctuation import HAN, MARKS

WORDS = f"[0-9]{{0,8}}[{HAN}{MARKS}“”‘’…—](?: ?[{HAN}{MARKS}“”‘’…—A-Za-z0-9%+/.-])*"
"""Holds what makes YAML take it for a text and nothing else, and nothing that ends one."""

QUOTED = f"[{HAN}{MARKS}“”‘’…— !#-\\[\\]-~]*"
"""What may stand in double quotes as it is: no quote, no backslash, nothing unseen."""

LINE = re.compile(
    r"(?P<name>[a-z_]+): (?:"
    rf"(?P<text>{WORDS}|\d{{4}}-\d\d-\d\d \d\d:\d\d|/[A-Za-z0-9/._-]+|https?://[A-Za-z0-9/._-]+|draft|hidden|published)"
    r"|(?P<day>\d{4}-\d\d-\d\d)"
    rf'|"(?P<quoted>{QUOTED})"'
    rf"|\[(?P<list>{WORDS}(?:, {WORDS})*)\])",
    re.ASCII,
)

LONGEST = 4_000
"""Characters of a block; more than any real one has."""


def plain_fields(block: str) -> dict[str, str | dt.date | list[str]] | None:
    """None where any line is not plain, or a name stands twice."""
    if len(block) > LONGEST:
        return None
    found: dict[str, str | dt.date | list[str]] = {}
    for line in block.split("\n"):
        match = LINE.fullmatch(line)
        if match is None or match["name"] in found:
            return None
        kind, value = match.lastgroup, match[match.lastgroup or 0]
        try:
            found[match["name"]] = (
                dt.date.fromisoformat(value)
                if kind == "day"
                else value.split(", ")
                if kind == "list"
                else value
            )
        except ValueError:  # 2026-02-30
            return None
    return found
