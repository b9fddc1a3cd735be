"""The store and the files as they are now -> which stories are still as they were kept."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping
from pathlib import Path

from article.present import present_ns
from plugins.build_cache.row import Row
from plugins.build_cache.scan import FileStamp, stamps_below
from plugins.build_cache.store import Store, StoryLine

NEVER = FileStamp(-1, -1, -1)
"""No file has this stamp, so what bears it is looked at again."""

RACY = 50_000_000
"""Nanoseconds. A file that changed this shortly before we looked may change again within one tick of its
clock."""


class Inputs:
    """The content folder in one build."""

    def __init__(self, root: str, store: Store, stamps: Mapping[str, FileStamp] | None = None) -> None:
        """`stamps` are those of its files, where somebody has looked at them already."""
        self.root = root
        self.store = store
        self.now = time.time_ns()
        self.present = present_ns()
        self.stamps: Mapping[str, FileStamp] = stamps or (stamps_below(root) if Path(root).is_dir() else {})
        self._digests = store.file_digests()
        self._found: dict[str, str] = {}

    def stamp(self, path: str) -> FileStamp:
        """As it should be kept: not at all where the file is too fresh to be sure."""
        stamp = self.stamps.get(path, NEVER)
        return NEVER if stamp.mtime > self.now - RACY else stamp

    def digest(self, path: str) -> str:
        """Of the bytes of a file below the content folder."""
        return digest_of_file(os.path.join(self.root, path))

    def place(self, file: str) -> str:
        """A path as the store keeps it: from the content folder where it lies below that."""
        return file[len(self.root) + 1 :] if file.startswith(f"{self.root}/") else file

    def exists(self, place: str) -> bool:
        return place in self.stamps or os.path.isfile(os.path.join(self.root, place))

    def holding(self, place: str) -> str:
        """A digest of what a file holds, "" where there is none; read once as long as it does not change."""
        if place not in self._found:
            self._found[place] = self._holding(place)
        return self._found[place]

    def _holding(self, place: str) -> str:
        stamp = self.stamps.get(place)
        known = self._digests.get(place)
        if stamp and known and FileStamp(*known[:3]) == stamp:
            return known[3]
        try:
            found = self.digest(place)
        except OSError:
            return ""
        kept = self.stamp(place)
        self._digests[place] = (kept.mtime, kept.size, kept.inode, found)
        return found

    def keep_file_digests(self) -> None:
        self.store.keep_file_digests(
            {path: self._digests[path] for path in self._found if path in self._digests}
        )

    def is_as_kept(self, line: StoryLine, row: Row) -> bool:
        """May be asked of every story: no file is opened but where the disk says that it changed."""
        stamp = self.stamps.get(line.path)
        if stamp is None or (row.moment * 1000 > self.present) != row.is_future:
            return False
        if stamp != line[1:4] and self.digest(line.path) != line.digest:
            return False
        stamps, found = self.stamps, self._found
        for place, was in row.exists:
            if (place in stamps) != was and self.exists(place) != was:
                return False
        return all((found.get(place) or self.holding(place)) == was for place, was in row.holds)


def digest_of_file(file: str) -> str:
    with open(file, "rb", buffering=0) as opened:
        return hashlib.blake2b(opened.read(), digest_size=16).hexdigest()
