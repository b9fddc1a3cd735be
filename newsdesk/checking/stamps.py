"""A content folder -> Stamp of each file in it: one walk, no file opened; paths as staff can click them."""

from __future__ import annotations

import os
from pathlib import Path

from newsdesk.checking.memory import Stamp

NO_FILE = Stamp(0, -1, 0)
"""Stands for links to elsewhere, folders that cannot be opened and whatever else is never taken for known."""


def stamps_below(content: Path) -> dict[str, Stamp]:
    """Each file below `content` that is not hidden, by its place, in order."""
    found: dict[str, Stamp] = {}
    pending = [(str(content), "")]
    while pending:
        folder, prefix = pending.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            found[prefix.rstrip("/")] = NO_FILE
            continue
        for entry in entries:
            place = prefix + entry.name
            if entry.name.startswith((".", "~$")):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, f"{place}/"))
            elif entry.is_file(follow_symlinks=False):
                stat = entry.stat()
                found[place] = Stamp(stat.st_mtime_ns, stat.st_size, stat.st_ino)
            else:
                found[place] = NO_FILE
    return dict(sorted(found.items()))


def shown(file: Path) -> Path:
    """The path as staff can click it: from the folder they are in, where it lies below that."""
    try:
        return file.absolute().relative_to(Path.cwd())
    except ValueError:
        return file
