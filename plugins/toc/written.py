"""A heading in a story's HTML -> Written: what stands there, and what its writer says of it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from article.allowed_html import SHORT, WAS
from article.heading_ids import numbering
from article.plain_text import plain_text
from article.punctuation import pair_quotes, restore

ATTRIBUTES = r'(?:[^<>"]|"[^"]*")*'
HEADING = re.compile(rf"<h([1-6])((?:\s{ATTRIBUTES})?)>(.*?)</h\1>", re.DOTALL)
ID = re.compile(r'\sid="([^"]*)"')
NOTE = re.compile(rf'\s({SHORT}|{WAS})="([^"]*)"')
ANY_TAG = re.compile(rf"<[a-z]\w*{ATTRIBUTES}>")


@dataclass(frozen=True)
class Written:
    """One heading. `start` and `end` are its place in the body."""

    start: int
    end: int
    level: int

    attributes: str
    """As they stand in the tag, without `short` and `was`: ` class="wide" id="stalls"`."""

    inner: str
    """HTML."""

    text: str
    """Plain, like all that follows."""

    id: str
    """"" where none is given, like `short`."""

    short: str
    was: tuple[str, ...]

    def with_ids(self, name: str, old: Sequence[str]) -> str:
        """The heading with its id, and empty anchors for the old ones, so that old links come here too."""
        others = ID.sub("", self.attributes)
        attributes = self.attributes if name == self.id else f' id="{html.escape(name)}"{others}'
        anchors = "".join(f'<span id="{html.escape(it)}"></span>' for it in old)
        return f"<h{self.level}{attributes}>{anchors}{self.inner}</h{self.level}>"


def written(body: str) -> list[Written]:
    """The headings of well-formed HTML, in order, without gaps between their levels."""
    found = [_written(match) for match in HEADING.finditer(body)]
    levels = closed([it.level for it in found])
    return [
        it if it.level == level else replace(it, level=level) for it, level in zip(found, levels, strict=True)
    ]


def closed(levels: Sequence[int]) -> list[int]:
    """From `<h2>` on, none skipped: 2 4 4 3 -> 2 3 3 3. Who hears the page goes by levels (WCAG 1.3.1)."""
    above: list[int] = []
    found = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        found.append(1 + len(above))
    return found


def ids_of_others(body: str, headings: Sequence[Written]) -> set[str]:
    """Ids in `body` that are of no heading."""
    if 'id="' not in body:
        return set()
    opening = {it.start for it in headings}
    tags = (tag[0] for tag in ANY_TAG.finditer(body) if tag.start() not in opening)
    return {html.unescape(own[1]) for tag in tags if (own := ID.search(tag))}


def _written(match: re.Match[str]) -> Written:
    notes = {name: html.unescape(value) for name, value in NOTE.findall(match[2])}
    own = ID.search(match[2])
    text = plain_text(match[3])
    return Written(
        start=match.start(),
        end=match.end(),
        level=int(match[1]),
        attributes=NOTE.sub("", match[2]),
        inner=match[3],
        text=text,
        id=html.unescape(own[1]) if own else "",
        short=_short(notes.get(SHORT, ""), text),
        was=tuple(notes.get(WAS, "").splitlines()),
    )


def _short(short: str, text: str) -> str:
    """With right marks, as the body has them, and with the number of the whole title."""
    number = "" if numbering(short) or not short else numbering(text)
    return number + restore(pair_quotes(short))
