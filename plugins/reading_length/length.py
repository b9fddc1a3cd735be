"""A story's HTML -> ReadingLength, how much there is to read and how long it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from article.plain_text import plain_text

CHARACTERS_A_MINUTE = 330
"""Han characters that a reader takes in; many of ours are elderly and read on a phone."""

HAN = "〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_RUN = re.compile(rf"[{HAN}]+")
WORD = re.compile(r"\w+(?:[.,:'’]\w+)*")
"""A Latin word or a number: `10:30`, `1,200`, `it's`. Only looked for where no Han character is left."""


@dataclass(frozen=True)
class ReadingLength:
    """`characters`: Han characters, words and numbers; `minutes`: at least 1."""

    characters: int
    minutes: int


def reading_length(body: str) -> ReadingLength:
    """Count what is read: no marks, no markup."""
    text = plain_text(body)
    others, runs = HAN_RUN.subn(" ", text)
    characters = len(text) - len(others) + runs + len(WORD.findall(others))
    return ReadingLength(characters, max(1, round(characters / CHARACTERS_A_MINUTE)))
