"""HTML -> the same HTML with an id on each heading, and the headings as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from article.heading_ids import Ids, numbering
from plugins.toc.written import Written, ids_of_others, written


@dataclass(frozen=True)
class Heading:
    """One entry of a table of contents. `level` is 2 for `<h2>`; `text` is plain; `children` are deeper."""

    level: int
    id: str
    text: str
    children: tuple[Heading, ...] = ()

    short: str = ""
    """What to show instead of a long text where room is scarce; "" where the text will do."""

    is_numbered: bool = False
    """Whether it brings its own number (一、), so that the contents must not give it another."""


def add_ids(body: str, deepest_level: int) -> tuple[str, tuple[Heading, ...]]:
    """Well-formed HTML with an id on each heading; the tree of those not deeper than `deepest_level`.

    A level that was skipped is closed. An id that is there stays, unless something else has it. The tree is
    empty for fewer than two headings: a list of one helps nobody. A heading without text has an id and is not
    in the tree.
    """
    found = written(body)
    if not found:
        return body, ()
    ids = Ids(ids_of_others(body, found))
    names = ids.for_all([it.id for it in found], [it.text for it in found])
    pieces: list[str] = []
    end = 0
    for heading, name in zip(found, names, strict=True):
        old = [given for title in heading.was for given in ids.still_free(title)]
        pieces += [body[end : heading.start], heading.with_ids(name, old)]
        end = heading.end
    flat = [_heading(*both) for both in zip(found, names, strict=True)]
    listed = [it for it in flat if it.level <= deepest_level and it.text]
    return "".join([*pieces, body[end:]]), _nest(listed) if len(listed) > 1 else ()


def _heading(it: Written, name: str) -> Heading:
    return Heading(it.level, name, it.text, short=it.short, is_numbered=bool(numbering(it.text)))


def _nest(flat: Sequence[Heading]) -> tuple[Heading, ...]:
    """Each heading with the deeper ones that follow it, also where a level is skipped."""
    tree: list[Heading] = []
    start = 0
    while start < len(flat):
        end = start + 1
        while end < len(flat) and flat[end].level > flat[start].level:
            end += 1
        deeper = _nest(flat[start + 1 : end])
        tree.append(replace(flat[start], children=deeper) if deeper else flat[start])
        start = end
    return tuple(tree)
