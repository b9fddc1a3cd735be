"""Kept -> the arrays that the store takes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.kept import Kept, Shown, Unlisted
from plugins.related_articles.library import Shelf
from plugins.related_articles.rows import Row, packed
from plugins.related_articles.said import Lines, said
from plugins.store import Parts


def shelf_parts(shelf: Shelf) -> Parts:
    """Of the large shelf; by slot."""
    rows, by_term = shelf.rows, shelf.postings
    return {
        "starts": rows.starts,
        "ids": rows.ids,
        "weights": rows.weights,
        "terms": by_term.terms,
        "term starts": by_term.starts,
        "holders": by_term.holders,
        "held weights": by_term.weights,
    }


def all_in_file(kept: Kept) -> Kept:
    """With nothing that is others than in the file of lines, which is yet to be written."""
    table, shown = kept.table, kept.shown
    slots = np.arange(len(table.lines))
    return replace(
        kept,
        table=replace(table, changed=np.zeros(len(slots), np.bool_)),
        said=kept.said.whole(slots),
        shown=replace(shown, whys=shown.whys.whole(slots)) if shown else None,
    )


def line_parts(kept: Kept) -> Parts:
    """Candidates and what stories say; by slot."""
    lines = kept.table.lines
    whys = kept.shown.whys if kept.shown else Lines()
    return {
        "found": lines.places,
        "leading": lines.leading,
        "whole": lines.whole,
        "said starts": kept.said.starts,
        "said": kept.said.letters,
        "why starts": whys.starts,
        "whys": whys.letters,
    }


def story_parts(kept: Kept, shelf: int, lines: int) -> Parts:
    """All else; `shelf` and `lines` are the numbers of the files that it belongs to."""
    table, library, facts = kept.table, kept.library, kept.facts
    small = library.shelves[1:]
    rows = small[0].rows if small else packed([])
    changed = np.flatnonzero(table.changed)
    others = table.lines.take(changed)
    return {
        "files": np.array([shelf, lines, kept.shown is not None]),
        **_unlisted_parts(kept.unlisted),
        "ids": _letters("\n".join(kept.ids)),
        "versions": _letters("\n".join(kept.versions)),
        "said": _since(kept.said),
        "days": library.days,
        "hashes": library.hashes,
        "sizes": library.sizes,
        "lengths": facts.lengths,
        "marks": facts.marks,
        "own": kept.own,
        "series": kept.series,
        "wishes": kept.wishes,
        "slots": table.slots,
        "floors": table.lines.floors,
        "fresh": table.slots[small[0].places] if small else np.empty(0, np.int32),
        "starts": rows.starts,
        "ids of fresh": rows.ids,
        "weights of fresh": rows.weights,
        "changed": changed,
        "found": others.places,
        "leading": others.leading,
        "whole": others.whole,
        **(_shown_parts(kept.shown) if kept.shown else {}),
    }


def _unlisted_parts(stories: Sequence[Unlisted]) -> Parts:
    rows = packed([Row(it.terms.ids, it.terms.weights) for it in stories])
    told = [
        (said(it.story), it.story.date.toordinal(), it.terms.length, it.terms.marks, it.links)
        for it in stories
    ]
    return {
        "unlisted": _letters(json.dumps(told, ensure_ascii=False)),
        "starts of unlisted": rows.starts,
        "ids of unlisted": rows.ids,
        "weights of unlisted": rows.weights,
    }


def _shown_parts(shown: Shown) -> Parts:
    return {
        "text": shown.text,
        "hub": shown.hub,
        "pairs": shown.pairs,
        "crowded": shown.crowded,
        "first": shown.first,
        "lists": shown.lists,
        "whys": _since(shown.whys),
    }


def _since(lines: Lines) -> NDArray[np.uint8]:
    return _letters(json.dumps([list(lines.since), list(lines.since.values())], ensure_ascii=False))


def _letters(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)
