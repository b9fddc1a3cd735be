"""The arrays of the store -> Kept. Raises one of UNSOUND where they are none that this code wrote."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import HELD, Candidates, nothing
from plugins.related_articles.kept import Facts, Kept, Shown, Unlisted
from plugins.related_articles.library import Library, Shelf
from plugins.related_articles.listing import Link
from plugins.related_articles.postings import Postings, postings
from plugins.related_articles.rows import Check, Rows
from plugins.related_articles.said import Lines, story_of
from plugins.related_articles.table import Table, extended
from plugins.related_articles.terms import SIZE, Terms
from plugins.store import Loaded, Part

Arrays = dict[str, NDArray[Any]]


def kept_of(stories: Loaded, lines: Loaded, shelf: Loaded) -> Kept:
    """From the three files."""
    its = {name: part.whole() for name, part in stories.parts.items()}
    if its["files"][:2].tolist() != [shelf.number, lines.number]:
        raise ValueError("几个文件不是一起写的")
    ids, versions = _text(its["ids"]).split("\n"), _text(its["versions"]).split("\n")
    table = _table(its, lines)
    _check(its, len(ids), len(versions), table)
    return Kept(
        ids,
        versions,
        Library(its["hashes"], its["days"], _shelves(its, shelf, table), its["sizes"]),
        Facts(its["lengths"], its["marks"]),
        its["own"],
        its["series"],
        its["wishes"],
        table,
        _lines("said", its, lines),
        _shown(its, len(ids), lines) if its["files"][2] else None,
        _unlisted(its),
        lines.number,
        stories.number,
    )


def _table(its: Arrays, file: Loaded) -> Table:
    places, leading, whole = (file.parts[it].whole() for it in ("found", "leading", "whole"))
    many, floors = len(places), its["floors"]
    _check_below(places.ravel(), len(floors), -1)
    found = Candidates(places, leading, whole, floors[:many])
    if len(floors) > many:
        found = extended(found, nothing(len(floors) - many))
    changed = its["changed"]
    _check_below(changed, len(floors))
    _check_below(its["slots"], len(floors))
    _check_below(its["found"].ravel(), len(floors), -1)
    found.put(changed, Candidates(its["found"], its["leading"], its["whole"], floors[changed]))
    found.floors[:] = floors
    is_changed = np.zeros(len(floors), np.bool_)
    is_changed[changed] = True
    return Table(found, its["slots"], is_changed)


def _shelves(its: Arrays, file: Loaded, table: Table) -> tuple[Shelf, ...]:
    parts = file.parts
    starts, term_starts = parts["starts"].whole(), parts["term starts"].whole()
    ids, holders = parts["ids"], parts["holders"]
    _check_starts(starts, len(ids.array))
    _check_starts(term_starts, len(holders.array))
    rows = Rows(starts, ids.array, parts["weights"].array, _both(ids, parts["weights"]))
    held = parts["held weights"]
    terms = parts["terms"].whole()
    by_term = Postings(terms, term_starts, holders.array, held.array, _both(holders, held))
    fresh = its["fresh"]
    _check_below(fresh, len(table.lines))
    places = table.places[: len(rows)].astype(np.int64)
    places[fresh[fresh < len(rows)]] = -1
    large = Shelf(rows, by_term, places, file.number)
    small = Rows(its["starts"], its["ids of fresh"], its["weights of fresh"])
    _check_starts(small.starts, len(small.ids))
    _check_below(small.ids, SIZE)
    if len(term_starts) != len(terms) + 1 or len(small) + np.count_nonzero(places >= 0) != len(table.slots):
        raise ValueError("数目不合")
    if not len(small):
        return (large,)
    return large, Shelf(small, postings(small), table.places[fresh].astype(np.int64))


def _shown(its: Arrays, stories: int, file: Loaded) -> Shown:
    found = Shown(
        its["text"],
        its["hub"],
        its["pairs"],
        its["crowded"],
        its["first"],
        its["lists"],
        _lines("whys", its, file),
    )
    if {len(found.text), len(found.hub), len(found.first), len(found.lists)} != {stories}:
        raise ValueError("数目不合")
    if found.first.shape != found.lists.shape or found.pairs.shape[1:] != (2,):
        raise ValueError("数目不合")
    for numbers in (found.text, found.pairs.ravel(), found.crowded):
        _check_below(numbers, stories)
    for numbers in (found.first.ravel(), found.lists.ravel()):
        _check_below(numbers, stories, -1)
    return found


def _unlisted(its: Arrays) -> list[Unlisted]:
    rows = Rows(its["starts of unlisted"], its["ids of unlisted"], its["weights of unlisted"])
    _check_starts(rows.starts, len(rows.ids))
    _check_below(rows.ids, SIZE)
    found = []
    for number, (line, day, length, (whole, rest), links) in enumerate(json.loads(_text(its["unlisted"]))):
        terms = Terms(*rows.row(number), int(length), (int(whole), int(rest)))
        found.append(
            Unlisted(story_of(line, day), terms, tuple(Link(str(id), str(why)) for id, why in links))
        )
    return found


def _lines(name: str, its: Arrays, file: Loaded) -> Lines:
    """What stories say, or why links are there."""
    letters, starts = file.parts[name], file.parts["said starts" if name == "said" else "why starts"].whole()
    slots, since = json.loads(_text(its[name]))
    _check_starts(starts, len(letters.array))
    return Lines(starts, letters.array, letters.check, dict(zip(slots, since, strict=True)))


def _check(its: Arrays, stories: int, versions: int, table: Table) -> None:
    """Numbers and shapes that would go unnoticed."""
    by_place = ("days", "hashes", "sizes", "lengths", "marks", "own", "series", "slots")
    lengths = {len(its[it]) for it in by_place}
    shapes = {it.shape[1:] for it in (table.lines.places, table.lines.leading, table.lines.whole)}
    if lengths | {versions} != {stories} or its["marks"].shape[1:] != (2,) or shapes != {(HELD,)}:
        raise ValueError("数目不合")
    if np.count_nonzero(table.places >= 0) != stories or len(its["fresh"]) != len(its["starts"]) - 1:
        raise ValueError("数目不合")
    _check_below(its["wishes"], stories)


def _check_starts(starts: NDArray[np.integer], end: int) -> None:
    if not len(starts) or starts[0] != 0 or starts[-1] != end or (np.diff(starts) < 0).any():
        raise ValueError("数字越界")


def _check_below(numbers: NDArray[np.integer], below: int, least: int = 0) -> None:
    """No number may lead out of an array."""
    if len(numbers) and not least <= int(numbers.min()) <= int(numbers.max()) < below:
        raise ValueError("数字越界")


def _both(numbers: Part, weights: Part) -> Check:
    def check(begins: NDArray[np.integer], ends: NDArray[np.integer]) -> None:
        numbers.check(begins, ends)
        weights.check(begins, ends)

    return check


def _text(letters: NDArray[np.uint8]) -> str:
    return letters.tobytes().decode("utf-8", "surrogatepass")
