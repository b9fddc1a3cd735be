"""Lists -> lists in which no story is lost: one that no list shows takes a place in the list of a near
one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.places import among

Near = Callable[[NDArray[np.int64]], NDArray[np.int64]]
"""The candidates of some stories, the nearest first, then -1."""

MOVED = 200
"""Stories that are moved at most to make room for one."""


def rescued(
    lists: NDArray[np.int32],
    group: NDArray[np.int32],
    near: Near,
    pins: Mapping[int, Sequence[int]],
    bans: Mapping[int, Sequence[int]],
) -> NDArray[np.int32]:
    """The same lists, where some links have given way.

    `pins[k]` are the first links of story k, which stay, `bans[k]` what it must not show. Reprints are one
    story: one of them in a list is enough. A link gives way only where its story has another, or finds
    another, so that nobody is lost in turn.
    """
    rescue = _Rescue(lists.copy(), group, near, pins, bans)
    for story in rescue.lost.tolist():
        rescue.find_room(story, {story})
    return rescue.lists


class _Rescue:
    """A story stands here for its text: it is the first of its group."""

    def __init__(
        self,
        lists: NDArray[np.int32],
        group: NDArray[np.int32],
        near: Near,
        pins: Mapping[int, Sequence[int]],
        bans: Mapping[int, Sequence[int]],
    ) -> None:
        self.lists = lists
        self.links = np.bincount(group[lists[lists >= 0]], minlength=len(lists))
        self._group, self._near, self._pins, self._bans = group, near, pins, bans
        self.lost = np.flatnonzero((self.links == 0) & (group == np.arange(len(group))))
        members = np.flatnonzero(among(len(group), group, self.lost))
        self._lines = dict(zip(members.tolist(), near(members), strict=True))

    def find_room(self, story: int, asked: set[int]) -> bool:
        """Put `story` into a list, if there is room or can be made; `asked` are the stories that move
        already."""
        for host in self._hosts(story):
            for other in self._weakest(host):
                if other < 0 or self.links[other] > 1:
                    return self._put(story, host, other)
        for host in self._hosts(story):
            for other in self._weakest(host):
                if other not in asked and len(asked) < MOVED:
                    asked.add(other)
                    if self.find_room(other, asked):
                        return self._put(story, host, other)
        return False

    def _hosts(self, story: int) -> Iterator[int]:
        """Who may show this story and does not, the nearest first."""
        members = np.flatnonzero(self._group == story)
        if int(members[0]) not in self._lines:
            self._lines.update(zip(members.tolist(), self._near(members), strict=True))
        lines = np.concatenate([self._lines[it] for it in members.tolist()])
        for host in dict.fromkeys(lines[lines >= 0].tolist()):
            banned = story in self._bans.get(host, ())
            if self._group[host] != story and not banned and story not in self._shown(host):
                yield host

    def _shown(self, host: int) -> list[int]:
        """The stories of a list; -1 where there is room."""
        line = self.lists[host]
        shown: list[int] = np.where(line < 0, -1, self._group[line]).tolist()
        return shown

    def _weakest(self, host: int) -> list[int]:
        """The stories of a list that may give way, the last first."""
        return self._shown(host)[len(self._pins.get(host, ())) :][::-1]

    def _put(self, story: int, host: int, other: int) -> bool:
        """The story takes the last place in the list; those behind `other` move up."""
        stay = [it for it in self.lists[host].tolist() if it >= 0 and int(self._group[it]) != other]
        self.lists[host] = [*stay, story, *[-1] * (self.lists.shape[1] - len(stay) - 1)]
        self.links[story] += 1
        if other >= 0:
            self.links[other] -= 1
        return True
