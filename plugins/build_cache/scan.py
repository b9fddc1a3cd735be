"""A content folder -> FileStamp for each file in it: one walk, no file opened."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple


class FileStamp(NamedTuple):
    """By these the disk tells that a file is as it was. `mtime` is in nanoseconds."""

    mtime: int
    size: int
    inode: int


def stamps_below(root: str, skipped: Iterable[str] = ()) -> dict[str, FileStamp]:
    """Path below `root` with slashes -> stamp. Hidden files and folders are not looked at."""
    found: dict[str, FileStamp] = {}
    left_out = frozenset(skipped)
    pending = [(root, "")]
    while pending:
        folder, prefix = pending.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.name.startswith(".") or path in left_out:
                    continue
                if entry.is_dir():
                    pending.append((entry.path, path + "/"))
                else:
                    stat = entry.stat()
                    found[path] = FileStamp(stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return dict(sorted(found.items()))
