"""A story's HTML -> ReadingLength, how much there is to read and how long it takes."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

CHARACTERS_A_MINUTE = 330
"""Han characters that a reader takes in; many of ours are elderly and read on a phone."""

NOT_READ = re.compile(
    r'<(rt|rp)\b[^>]*>.*?</\1>|<sup id="fnref[^"]*">.*?</sup>|<a class="footnote-backref".*?</a>', re.DOTALL
)
"""Pronunciation above a word, the number of a footnote, and the way back from one."""

TAG = re.compile(r"<[^>]*>")
HAN = "〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
UNIT = re.compile(rf"[{HAN}]|[^\W{HAN}]+(?:[.,:'’][^\W{HAN}]+)*")
"""One Han character, or one Latin word or number: `10:30`, `1,200`, `it's`."""


@dataclass(frozen=True)
class ReadingLength:
    """`characters`: Han characters, words and numbers; `minutes`: at least 1."""

    characters: int
    minutes: int


def reading_length(body: str) -> ReadingLength:
    """Count what is read: no marks, no markup."""
    text = html.unescape(TAG.sub(" ", NOT_READ.sub("", body)))
    characters = len(UNIT.findall(text))
    return ReadingLength(characters, max(1, round(characters / CHARACTERS_A_MINUTE)))
