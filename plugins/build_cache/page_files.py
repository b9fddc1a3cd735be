"""A page's text -> its file, with as few calls to the system as can be: there are thousands of them."""

from __future__ import annotations

import os


class PageFiles:
    """Remembers which folders there are; nobody else may remove them meanwhile."""

    def __init__(self) -> None:
        self._folders: set[str] = set()

    def make_folder_of(self, path: str) -> None:
        """Where the page at `path` is to lie."""
        folder = os.path.dirname(path)
        if folder in self._folders:
            return
        try:
            os.mkdir(folder)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
        self._folders.add(folder)

    @staticmethod
    def write(path: str, text: str) -> None:
        """Lines end as they do on this system, as in Pelican's own files."""
        left = memoryview((text.replace("\n", os.linesep) if os.linesep != "\n" else text).encode())
        with open(path, "wb", buffering=0) as file:
            while left:
                left = left[file.write(left) :]
