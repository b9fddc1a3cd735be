"""A content folder -> its stories; and what a dry run would have made of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from newsdesk.importing.filing import placing

STORY = ".md"


class ContentFolder:
    """The files below `root`. All paths begin with it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def stories(self) -> Iterator[Path]:
        """Every story and page that is not hidden; links are not followed."""
        for folder, folders, names in os.walk(self.root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if name.endswith(STORY) and not name.startswith("."):
                    yield Path(folder, name)

    def data(self, path: Path) -> bytes | None:
        """What the file holds; None where nothing is there, nothing where it is no file."""
        if not os.path.lexists(path):
            return None
        return path.read_bytes() if path.is_file() else b""

    def text(self, path: Path) -> str | None:
        """The same as text, whatever is in it."""
        data = self.data(path)
        return None if data is None else data.decode("utf-8", "replace")

    def create(self, path: Path, data: bytes) -> bool:
        """A new file; False where something is there."""
        return placing.create(path, data, self.root)

    def replace(self, path: Path, data: bytes) -> None:
        """A file in place of the one that may be there."""
        placing.replace(path, data, self.root)

    def remove(self, path: Path) -> None:
        """No file any more."""
        path.unlink(missing_ok=True)


class DryFolder(ContentFolder):
    """Reads the real folder and keeps in mind what was to be written."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._planned: dict[Path, bytes | None] = {}

    def data(self, path: Path) -> bytes | None:
        return self._planned[path] if path in self._planned else super().data(path)

    def create(self, path: Path, data: bytes) -> bool:
        if self.data(path) is not None:
            return False
        self._planned[path] = data
        return True

    def replace(self, path: Path, data: bytes) -> None:
        self._planned[path] = data

    def remove(self, path: Path) -> None:
        self._planned[path] = None
