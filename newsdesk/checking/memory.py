"""What was right at the last check -> what need not be read again, because nothing that matters to it
changed.

A check with a memory only ever says "all is right". Where it meets any problem, everything is read and
checked, so that staff read the same words whatever was known before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

FRESH = 50_000_000
"""Nanoseconds. A file that changed this shortly before may change again within one tick of the disk's
clock."""


class Stamp(NamedTuple):
    """By these the disk tells that a file is as it was. `mtime` is in nanoseconds."""

    mtime: int
    size: int
    inode: int

    def is_settled(self, now: int) -> bool:
        return self.mtime < now - FRESH


class Right(NamedTuple):
    """A file without problems. `digest` is of its bytes.

    The rest is of stories: `address` folded as a disk may fold it ("" for what is no story); its `labels` as
    (kind, folded, label); `out`, when readers see it, as ISO text ("" for never), and whether that was over;
    `asked`, the places below content/ that decided where its links lead, and whether a file was there;
    `pointers`, lines and addresses that only the built site can have; `hidden`, whether no list shows it.
    """

    stamp: Stamp
    digest: str
    address: str = ""
    labels: tuple[tuple[str, str, str], ...] = ()
    out: str = ""
    was_out: bool = False
    asked: tuple[tuple[str, bool], ...] = ()
    pointers: tuple[tuple[int, str], ...] = ()
    hidden: bool = False

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
    moment = now.isoformat()
    for place, stamp in stamps.items():
        right = memory.get(place)
        if right is None or not _leads_where_it_led(right, stamps):
            continue
        if (bool(right.out) and right.out <= moment) != right.was_out:
            continue
        if right.stamp == stamp and stamp.is_settled(clock):
            found[place] = right
        elif right.stamp.size == stamp.size and digest(place) == right.digest:
            found[place] = right._replace(stamp=stamp)
    return found


def _leads_where_it_led(right: Right, stamps: Mapping[str, Stamp]) -> bool:
    return not right.asked or all((place in stamps) == was for place, was in right.asked)


def _folders(places: Iterable[str]) -> frozenset[str]:
    return frozenset(place.partition("/")[0] for place in places)
