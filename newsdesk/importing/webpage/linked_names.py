"""The links beside a title -> who wrote the story, whose account it is, and which words only name a column.

A reporter's name, an account's and a column's look alike; the addresses to which they lead do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.buttons import is_button
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.names import is_usual
from newsdesk.importing.webpage.block import Block
from newsdesk.importing.webpage.measured import Measured
from newsdesk.importing.webpage.surroundings import Around

WRITER = re.compile(
    r"/(?:authors?|reporters?|journalists?|writers?|contributors?|columnists?)(?:[/?=_-]|$)|[?&](?:author|reporter|writer)(?:_?id|_?name)?=",
    re.I,
)
ACCOUNT = re.compile(
    r"/(?:u|users?|members?|space|people|profile|blogger|uid)[/_-]?[\w%.-]+/?(?:[?#].*)?$|[?&](?:uid|user_?id)=\w"
    r"|/space\.php\?",
    re.I,
)
COLUMN = re.compile(
    r"/(?:category|categories|tags?|cat|topics?|channel|list|term)(?:[/?=_-]|$)|[?&](?:cat|tag)=", re.I
)
NOT_HERE = (Around.COMMENTS, Around.RELATED, Around.HIDDEN, Around.ADS, Around.RIGHTS)
WORD = re.compile(r"[^\W\d_]")
EDGES = re.compile(r"^[\s@#(]+|[\s()]+$")
NEAR = 3
LONGEST, LONGEST_LINE = 16, 80


def known_by_link(block: Block, founds: Sequence[Found]) -> tuple[Found, ...]:
    """`founds` of a block, where a link to a column is neither a name nor a paper."""
    columns = {text for text, address in _links(block) if COLUMN.search(address)}
    writers = {text for text, address in _links(block) if WRITER.search(address)}
    return tuple(
        cut(it.start, it.end, it.value, "链接到网站的栏目")
        if it.value in columns and it.weight <= 0 and it.field in ("authors", "source")
        else replace(it, field="authors", reason="链接到作者的页面", weight=0)
        if it.value in writers and it.weight <= 0 and it.field == "source"
        else it
        for it in founds
    )


def linked_names(them: Sequence[Measured]) -> Iterator[Finding]:
    """The first writer, and the first account, that a short line of `them` links to."""
    for field, pattern in (("authors", WRITER), ("source", ACCOUNT)):
        near = them if field == "authors" else beside_dates(them)
        it = next((it for it in near if _fits(it) and _name(it.block, pattern)), None)
        if it is None:
            continue
        name = _name(it.block, pattern)
        start = it.block.text.index(name)
        why = "链接到作者的页面" if field == "authors" else "链接到账号的页面"
        sure = Confidence.LIKELY if is_usual(name) else Confidence.UNSURE
        found = Found(field, name, start, start + len(name), why, sure)
        yield Finding(found, it.block.line, Zone.HEAD)


def beside_dates(them: Sequence[Measured]) -> list[Measured]:
    """Those at most NEAR blocks away from a date."""
    dated = [it.block.number for it in them if any(found.field == "date" for found in it.look.meta)]
    return [it for it in them if any(abs(it.block.number - number) <= NEAR for number in dated)]


def _fits(it: Measured) -> bool:
    return not it.block.picture and it.around not in NOT_HERE and len(it.block.text) <= LONGEST_LINE


def _name(block: Block, pattern: re.Pattern[str]) -> str:
    return next((text for text, address in _links(block) if pattern.search(address) and _may_be(text)), "")


def _may_be(text: str) -> bool:
    return 2 <= len(text) <= LONGEST and bool(WORD.search(text)) and not is_button(fold(text))


def _links(block: Block) -> list[tuple[str, str]]:
    return [(EDGES.sub("", block.text[it.start : it.end]), it.address) for it in block.links]
