"""HTML -> the same HTML with an id on each heading, and the headings as a tree."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from article.plain_text import plain_text
from plugins.toc.ids import Ids, id_of

ATTRIBUTES = r'(?:[^<>"]|"[^"]*")*'
HEADING = re.compile(rf"<h([1-6])((?:\s{ATTRIBUTES})?)>(.*?)</h\1>", re.DOTALL)
ID = re.compile(r'\sid="([^"]*)"')
ANY_TAG = re.compile(rf"<[a-z]\w*{ATTRIBUTES}>")


@dataclass(frozen=True)
class Heading:
    """One entry of a table of contents. `level` is 2 for `<h2>`; `text` is plain; `children` are deeper."""

    level: int
    id: str
    text: str
    children: tuple[Heading, ...] = ()


def add_ids(body: str, deepest_level: int) -> tuple[str, tuple[Heading, ...]]:
    """Well-formed HTML with an id on each heading; the tree of those not deeper than `deepest_level`.

    An id that is there stays, unless something else has it. The tree is empty for fewer than two headings: a
    list of one helps nobody. A heading without text has an id and is not in the tree.
    """
    found = list(HEADING.finditer(body))
    if not found:
        return body, ()
    given = _ids(body, found)
    pieces: list[str] = []
    flat: list[Heading] = []
    end = 0
    for match, name in zip(found, given, strict=True):
        pieces += [body[end : match.start()], _with_id(match, name)]
        end = match.end()
        heading = Heading(int(match[1]), name, plain_text(match[3]))
        if heading.level <= deepest_level and heading.text:
            flat.append(heading)
    pieces.append(body[end:])
    return "".join(pieces), _nest(flat) if len(flat) > 1 else ()


def _ids(body: str, found: Sequence[re.Match[str]]) -> list[str]:
    """One id per heading. Ids that writers gave go first, so that no heading's text can take them away."""
    own = [_own_id(match) for match in found]
    ids = Ids(_ids_of_others(body, found))
    kept = {at: ids.claim(name) for at, name in enumerate(own) if name}
    return [
        kept[at] if at in kept else ids.claim(id_of(plain_text(match[3]))) for at, match in enumerate(found)
    ]


def _own_id(match: re.Match[str]) -> str:
    own = ID.search(match[2])
    return html.unescape(own[1]) if own else ""


def _ids_of_others(body: str, found: Sequence[re.Match[str]]) -> set[str]:
    opening = {match.start() for match in found}
    tags = (tag[0] for tag in ANY_TAG.finditer(body) if tag.start() not in opening)
    return {html.unescape(own[1]) for tag in tags if (own := ID.search(tag))}


def _with_id(match: re.Match[str], name: str) -> str:
    if _own_id(match) == name:
        return match[0]
    others = ID.sub("", match[2])
    return f'<h{match[1]} id="{html.escape(name)}"{others}>{match[3]}</h{match[1]}>'


def _nest(flat: Sequence[Heading]) -> tuple[Heading, ...]:
    """Each heading with the deeper ones that follow it, also where a level is skipped."""
    tree: list[Heading] = []
    start = 0
    while start < len(flat):
        first = flat[start]
        end = start + 1
        while end < len(flat) and flat[end].level > first.level:
            end += 1
        tree.append(Heading(first.level, first.id, first.text, _nest(flat[start + 1 : end])))
        start = end
    return tuple(tree)
