"""Kept <-> the store. The large shelf has a file of its own, as an edit does not change it."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import HELD, Candidates
from plugins.related_articles.kept import Facts, Kept, Shown
from plugins.related_articles.library import Library, Shelf
from plugins.related_articles.postings import Postings, postings
from plugins.related_articles.rows import Rows, packed
from plugins.related_articles.terms import SIZE
from plugins.store import UNSOUND, Loaded, Parts, Store

SHELF, STORIES = "related-shelf", "related"


def load(store: Store) -> Kept | None:
    """What the last build kept, if all of it is sound and this code made it."""
    shelf = store.load(SHELF, _made_by())
    rest = store.load(STORIES, _made_by()) if shelf else None
    if shelf is None or rest is None:
        return None
    try:
        return _kept(shelf, rest.parts)
    except UNSOUND as error:
        store.discard(STORIES, str(error))
        return None


def save(store: Store, kept: Kept, before: Kept | None) -> None:
    """Write what is not there already."""
    large = kept.library.shelves[0]
    number = large.number or store.save(SHELF, _made_by(), _shelf_parts(large))
    if number and (before is None or not _is_the_same(kept, before)):
        store.save(STORIES, _made_by(), _story_parts(kept, number))


@cache
def _made_by() -> str:
    """A digest of this code and of what it rests on: what other code kept may mean something else."""
    code = hashlib.blake2b(digest_size=16)
    for file in sorted(Path(__file__).parent.glob("*.py")):
        code.update(file.read_bytes())
    return f"{code.hexdigest()} {unicodedata.unidata_version} {np.__version__}"


def _is_the_same(kept: Kept, before: Kept) -> bool:
    unchanged = len(kept.was) == len(before.versions) and not len(kept.moved) and (kept.was >= 0).all()
    shown, were = kept.shown, before.shown
    return (
        bool(unchanged)
        and shown is not None
        and were is not None
        and np.array_equal(shown.places, were.places)
    )


def _shelf_parts(shelf: Shelf) -> Parts:
    rows, by_term = shelf.rows, shelf.postings
    return {
        "starts": rows.starts,
        "ids": rows.ids,
        "weights": rows.weights,
        "term starts": by_term.starts,
        "holders": by_term.holders,
        "held weights": by_term.weights,
    }


def _story_parts(kept: Kept, number: int) -> Parts:
    large, *small = kept.library.shelves
    rows = small[0].rows if small else packed([])
    shown = kept.shown or Shown(np.empty((len(kept.versions), 0), np.int32), [[]] * len(kept.versions))
    texts = json.dumps([list(kept.library.ids), list(kept.versions), list(shown.whys)], ensure_ascii=False)
    return {
        "shelf": np.array([number]),
        "texts": np.frombuffer(texts.encode("utf-8", "surrogatepass"), np.uint8),
        "days": kept.library.days,
        "sizes": kept.library.sizes,
        "places": large.places,
        "starts": rows.starts,
        "ids": rows.ids,
        "weights": rows.weights,
        "lengths": kept.facts.lengths,
        "marks": kept.facts.marks,
        "own": kept.own,
        "found": kept.found.places,
        "leading": kept.found.leading,
        "whole": kept.found.whole,
        "floors": kept.found.floors,
        "shown": shown.places,
    }


def _kept(shelf: Loaded, parts: Parts) -> Kept:
    if parts["shelf"][0] != shelf.number:
        raise ValueError("两个文件不是一起写的")
    ids, versions, whys = json.loads(parts["texts"].tobytes().decode("utf-8", "surrogatepass"))
    places = parts["places"]
    rows = _rows(shelf.parts)
    by_term = Postings(*(shelf.parts[it] for it in ("term starts", "holders", "held weights")))
    _check_ranges(by_term.starts, by_term.holders, len(rows))
    fresh = np.setdiff1d(np.arange(len(ids)), places)
    small = _rows(parts)
    library = Library(
        ids,
        parts["days"],
        (Shelf(rows, by_term, places, shelf.number), Shelf(small, postings(small), fresh)),
        parts["sizes"],
    )
    found = Candidates(*(parts[it] for it in ("found", "leading", "whole", "floors")))
    kept = Kept(
        versions,
        library,
        Facts(parts["lengths"], parts["marks"]),
        parts["own"],
        found,
        np.arange(len(ids)),
        np.empty(0, np.int32),
        Shown(parts["shown"], whys),
    )
    _check_places(kept, len(rows))
    return kept


def _rows(parts: Parts) -> Rows:
    rows = Rows(parts["starts"], parts["ids"], parts["weights"])
    _check_ranges(rows.starts, rows.ids, SIZE)
    if len(rows.weights) != len(rows.ids):
        raise ValueError("长短不一")
    return rows


def _check_ranges(starts: NDArray[np.integer], numbers: NDArray[np.integer], below: int) -> None:
    """No number may lead out of an array: libraries that are written in C do not ask."""
    sound = starts[0] == 0 and starts[-1] == len(numbers) and (np.diff(starts) >= 0).all()
    if not sound or (len(numbers) and not 0 <= int(numbers.min()) <= int(numbers.max()) < below):
        raise ValueError("数字越界")


def _check_places(kept: Kept, rows: int) -> None:
    stories, found = len(kept.versions), kept.found
    lengths = {len(kept.library.ids), len(kept.library.days), len(kept.library.sizes), len(kept.own)}
    lengths |= {len(kept.facts.lengths), len(kept.facts.marks), len(found.places), len(found.floors)}
    marked = kept.facts.marks.shape[1:] == (2,)
    shapes = {found.places.shape[1:], found.leading.shape[1:], found.whole.shape[1:]}
    small = len(kept.library.shelves[1].rows)
    whole = lengths == {stories} and shapes == {(HELD,)} and len(kept.library.shelves[0].places) == rows
    shown = kept.shown or Shown(np.empty((0, 0), np.int32), [])
    lengths |= {len(shown.places), len(shown.whys)}
    numbers: list[NDArray[np.integer]] = [kept.library.shelves[0].places, found.places.ravel()]
    numbers.append(shown.places.ravel())
    bounded = all(not len(it) or (it.min() >= -1 and it.max() < stories) for it in numbers)
    if not whole or not marked or not bounded or small + np.count_nonzero(numbers[0] >= 0) != stories:
        raise ValueError("数目不合")
