"""A story's title and date -> its file's place below content/: short, Latin, safe on every system."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from pypinyin import lazy_pinyin

from article.front_matter import FrontMatter

SYLLABLES = 8
LONGEST = 60
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index)")
"""Names that Windows keeps for itself, and the name that a web server gives a folder."""

WORD = re.compile(r"[a-z0-9]+")
DRAFTS = PurePosixPath("news/drafts")


def file_name(title: str) -> str:
    """`槐树里办起春季集市` -> `huai-shu-li-ban-qi-chun-ji-ji`; a title without letters is `story`."""
    words: list[str] = []
    for part in lazy_pinyin(title):
        words += WORD.findall(part.lower())
    name = ""
    for word in words[:SYLLABLES]:
        longer = f"{name}-{word[:LONGEST]}".lstrip("-")
        if len(longer) > LONGEST:
            break
        name = longer
    return f"story-{name}" if RESERVED.fullmatch(name) else name or "story"


def folder(front_matter: FrontMatter) -> PurePosixPath:
    """Where such a story lives below content/: a folder of its year, or the drafts."""
    if front_matter.date is None:
        return DRAFTS
    return PurePosixPath(f"news/{front_matter.date.year}")


def places(front_matter: FrontMatter) -> Iterator[PurePosixPath]:
    """The places to try, one after another, until one is free: name.md, name-2.md, ..."""
    name = file_name(front_matter.title)
    yield folder(front_matter) / f"{name}.md"
    number = 2
    while True:
        yield folder(front_matter) / f"{name}-{number}.md"
        number += 1
