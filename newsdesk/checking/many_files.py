"""A folder of many files -> Checked, found by several processes at once; None where anything may be wrong.

Each process checks a share of the files by itself. What stories can only be wrong together in (one address,
labels that are alike, a link to what readers do not see yet) is then compared by what each is remembered by.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from newsdesk.checking.articles import Checked
from newsdesk.checking.memory import Memory, Right, Stamp
from newsdesk.checking.targets import Pointer

FEWEST = 500
"""Files from which a second process is worth its start."""

SHARES = 4
"""Pieces of work for each process."""

Check = Callable[[Sequence[str], Memory], Checked]
"""Reads and checks the files at these places; the Memory stands for all others."""

UNSEEN = Right(Stamp(0, -1, 0), "")
"""Stands for a file of another share: it is there, and nothing else is known of it."""


@dataclass(frozen=True)
class _Found:
    """What a process hands over of its share."""

    right: dict[str, Right]
    pointers: tuple[Pointer, ...]


def check_many(places: Sequence[str], check: Check) -> Checked | None:
    """None also for few files, or where there is one processor only: then they are checked one by one."""
    global _checking_now
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(places) < FEWEST or workers < 2 or not hasattr(os, "fork"):
        return None
    _checking_now = (places, check)
    right: dict[str, Right] = {}
    pointers: list[Pointer] = []
    size = -(-len(places) // (workers * SHARES))
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        for found in pool.map(_share, [(at, at + size) for at in range(0, len(places), size)]):
            if found is None:
                pool.shutdown(wait=False, cancel_futures=True)
                return None
            right |= found.right
            pointers += found.pointers
    if not _go_together(right):
        return None
    suspects = list(_suspects(right))
    if suspects and check(suspects, {it: right[it] for it in right.keys() - set(suspects)}).problems:
        return None
    stories = tuple(place for place, it in right.items() if it.address)
    return Checked((), (), tuple(pointers), stories, right)


_checking_now: tuple[Sequence[str], Check]
"""What a forked process finds when a share of the work reaches it."""


def _share(span: tuple[int, int]) -> _Found | None:
    """None where anything in it is wrong by itself."""
    places, check = _checking_now
    mine = places[slice(*span)]
    others = dict.fromkeys([*places[: span[0]], *places[span[1] :]], UNSEEN)
    checked = check(mine, others)
    if checked.problems:
        return None
    return _Found({place: checked.right[place] for place in mine}, checked.pointers)


def _go_together(right: Memory) -> bool:
    """Has each story an address of its own, and is each label written in one way?"""
    labels: dict[tuple[str, str], str] = {}
    addresses = [it.address for it in right.values() if it.address]
    return len(set(addresses)) == len(addresses) and all(
        labels.setdefault((kind, folded), label) == label
        for it in right.values()
        for kind, folded, label in it.labels
    )


def _suspects(right: Memory) -> Iterator[str]:
    """Stories that readers see and that name one which they do not see, or which no list shows."""
    unseen = {place for place, it in right.items() if it.waits or it.hidden}
    for place, it in right.items():
        if it.was_out and unseen and any(there and asked in unseen for asked, there in it.asked):
            yield place
