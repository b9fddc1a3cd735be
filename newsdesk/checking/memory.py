"""What was right at the last check -> what need not be read again, because nothing that matters to it
changed.

A check with a memory only ever says "all is right". Where it meets any problem, everything is read and
checked, so that staff read the same words whatever was known before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast

FRESH = 50_000_000
"""Nanoseconds. A file that changed this shortly before may change again within one tick of the disk's
clock."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """By these the disk tells that a file is as it was. `mtime` is in nanoseconds."""

    mtime: int
    size: int
    inode: int

    def is_settled(self, now: int) -> bool:
        return self.mtime < now - FRESH


@dataclass(frozen=True, slots=True)
class Right:
    """A file without problems. `digest` is of its bytes.

    The rest is of stories: `address` folded as a disk may fold it ("" for what is no story); its `labels` as
    (kind, folded, label); `out`, when readers see it, as ISO text ("" for never), and whether that was over;
    `asked`, the places below content/ that decided where its links lead, and whether a file was there;
    `pointers`, lines and addresses that only the built site can have.
    """

    stamp: Stamp
    digest: str
    address: str = ""
    labels: tuple[tuple[str, str, str], ...] = ()
    out: str = ""
    was_out: bool = False
    asked: tuple[tuple[str, bool], ...] = ()
    pointers: tuple[tuple[int, str], ...] = ()

    @property
    def waits(self) -> bool:
        """Is it a story that readers did not see yet?"""
        return bool(self.address) and not self.was_out


Memory = Mapping[str, Right]
"""By place below content/, with slashes."""


def is_out(out: str, now: dt.datetime) -> bool:
    """`out` as in Right; `now` is the clock in Shanghai, without a zone."""
    return bool(out) and out <= now.isoformat()


def still_right(
    memory: Memory, stamps: Mapping[str, Stamp], digest: Callable[[str], str], now: dt.datetime, clock: int
) -> dict[str, Right]:
    """Those of `memory` that are as they were, and whose links still lead where they led.

    `digest` reads a file whose stamp is another, as after a fresh checkout; `clock` is in nanoseconds. A
    new top folder changes what an address may mean, so then nothing is taken for known.
    """
    if _folders(memory) != _folders(stamps):
        return {}
    found: dict[str, Right] = {}
    for place, stamp in stamps.items():
        right = memory.get(place)
        if right is None or not all((it in stamps) == was for it, was in right.asked):
            continue
        if is_out(right.out, now) != right.was_out:
            continue
        if right.stamp == stamp and stamp.is_settled(clock):
            found[place] = right
        elif right.stamp.size == stamp.size and digest(place) == right.digest:
            found[place] = Right(stamp, *(getattr(right, it) for it in Right.__slots__[1:]))
    return found


def _folders(places: Iterable[str]) -> frozenset[str]:
    return frozenset(place.partition("/")[0] for place in places)


def rows(memory: Memory) -> list[list[object]]:
    """For a file of JSON."""
    return [
        [
            place,
            it.stamp.mtime,
            it.stamp.size,
            it.stamp.inode,
            *(getattr(it, name) for name in Right.__slots__[1:]),
        ]
        for place, it in memory.items()
    ]


def memory(found: Iterable[list[object]]) -> dict[str, Right]:
    """What `rows` gave. Raises TypeError or ValueError where it is something else."""
    return {str(row[0]): _right(*row[1:]) for row in found}


def _right(
    mtime: object,
    size: object,
    inode: object,
    digest: object,
    address: object,
    labels: object,
    out: object,
    was_out: object,
    asked: object,
    pointers: object,
) -> Right:
    if not (isinstance(mtime, int) and isinstance(size, int) and isinstance(inode, int)):
        raise TypeError("no stamp")
    return Right(
        Stamp(mtime, size, inode),
        str(digest),
        str(address),
        tuple((str(kind), str(folded), str(label)) for kind, folded, label in cast(list[list[str]], labels)),
        str(out),
        was_out is True,
        tuple((str(place), was is True) for place, was in cast(list[tuple[str, bool]], asked)),
        tuple((int(line), str(it)) for line, it in cast(list[tuple[int, str]], pointers)),
    )
