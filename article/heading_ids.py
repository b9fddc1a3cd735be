"""A heading's text -> an id that a reader can read and that survives edits elsewhere in the story."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

LONGEST = 24
"""Characters of an id before a number that keeps two alike apart."""

AN_ID = re.compile(rf"[\w-]{{1,{LONGEST + 4}}}")
"""What an id may be, with the number of a repeated heading."""

NAMELESS = "小节"
"""The id of a heading that has no letter, digit or Han character."""

NUMBERS = "一二三四五六七八九十百零〇"
NUMBERING = re.compile(
    rf"\s*(?:"
    rf"[（(〔【]\s*(?:[{NUMBERS}]+|\d+)\s*[)）〕】]"  # （一） (1)
    rf"|第(?:[{NUMBERS}]+|\d+)[章节条]\s*[、：:\s]"  # 第一节 ...
    rf"|(?:[{NUMBERS}]+|\d+)\s*(?:[、．)）]|\.(?!\d))"  # 一、 1． 1) 1. but not the 1.5 of 1.5公里
    rf"|[①-⑳]"
    rf")\s*"
)
BETWEEN_WORDS = re.compile(r"(?<=[A-Za-z])\s+(?=[A-Za-z])")
MARK = re.compile(r"[^\w-]|_|(?<![A-Za-z])-|-(?![A-Za-z])")

OF_THE_PAGE = re.compile(
    r"[a-z]{1,2}\d*"  # z1, c0, s3: controls and drawings
    r"|top|main|content|contents|header|footer|nav|menu|brand|toc|toc-title|related|related-title|related-links"
    r"|share|print|search|columns|phones|note|correction|(?:read|text|colour)(?:-[a-z]+)*"
)
"""Ids that the theme around the story may use."""


def id_of(text: str) -> str:
    """`一、居民议事 怎么开？` -> `居民议事怎么开`. The same text always gives the same id.

    A hyphen only ever stands between two Latin words, so no text gives the `小结-2` of a repeated heading.
    """
    unnumbered = NUMBERING.sub("", text, count=1) or text
    whole = unicodedata.normalize("NFKC", BETWEEN_WORDS.sub("-", unnumbered))
    kept = MARK.sub("", whole)[:LONGEST].rstrip("-")
    return kept or NAMELESS


def numbering(text: str) -> str:
    """`一、居民议事` -> `一、`: the number that a heading brings along; "" for one without."""
    found = NUMBERING.match(text)
    return found[0] if found else ""


class Ids:
    """The ids that one page may still give."""

    def __init__(self, taken: Iterable[str]) -> None:
        """`taken` are ids of the story that no heading may have: those of footnotes and of other elements."""
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def claim(self, wanted: str) -> str:
        """`wanted`, or `wanted-2`, `wanted-3` ... where it is taken or the page around the story has it."""
        number = self._last.get(wanted, 0) + 1
        if number == 1 and OF_THE_PAGE.fullmatch(wanted):
            number = 2
        while (given := wanted if number == 1 else f"{wanted}-{number}") in self._taken:
            number += 1
        self._last[wanted] = number
        self._taken.add(given)
        return given

    def for_all(self, given: Sequence[str], texts: Sequence[str]) -> list[str]:
        """One id per heading. Ids that writers gave ("" for none) go first, so that no heading's text can
        take them away."""
        kept = {at: self.claim(it) for at, it in enumerate(given) if it}
        return [kept[at] if at in kept else self.claim(id_of(text)) for at, text in enumerate(texts)]

    def still_free(self, title: str) -> Iterator[str]:
        """The ids that a heading with this title once had, without those in use; now they are."""
        for old in old_ids(title):
            if old not in self._taken:
                self._taken.add(old)
                yield old


def old_ids(title: str) -> list[str]:
    """The ids that a heading with this title once had, or that it is: `小结-2` was that of a second 小结."""
    names = dict.fromkeys((id_of(title), title))
    found = [f"{it}-2" if OF_THE_PAGE.fullmatch(it) else it for it in names]
    return [it for it in found if AN_ID.fullmatch(it)]
