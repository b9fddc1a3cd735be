"""An address as staff write it in a story -> the file below content/ that it means.

Staff write addresses as a reader sees them, `/news/2026/fair/` and `/images/fair.jpg`, paths between files as
an editor makes them, `../images/fair.jpg`, or Pelican's own `{filename}` and `{static}`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from article.address import PAGES

NAMED = re.compile(r"\{(filename|static)\}(.*)", re.DOTALL)
"""Pelican's own forms."""

PATH_ENDS = re.compile("[?#]")

OF_ANOTHER_KIND = re.compile(r"[{#?]|//|[A-Za-z][A-Za-z0-9+.-]*:|$")
"""Starts of addresses that are no path: Pelican's own forms, a place on this page, another host."""


@dataclass(frozen=True)
class Meant:
    """A file below content/. `form` is Pelican's word for it; `rest` followed the path: `#b`, `?a=1`."""

    form: str
    file: PurePosixPath
    rest: str = ""


def meant(address: str, place: PurePosixPath, is_file: Callable[[str], bool]) -> Meant | None:
    """The file that a path means, written in the story at `place` (below content/); None if there is none.

    `is_file` is asked for places below content/.
    """
    if OF_ANOTHER_KIND.match(address):
        return None
    written = PATH_ENDS.split(address, maxsplit=1)[0]
    path = path_below(written, place)
    for form, file in _candidates(path):
        if is_file(file):
            return Meant(form, PurePosixPath(file), address[len(written) :])
    return None


def path_below(written: str, place: PurePosixPath) -> str:
    """`../images/a.jpg`, written in `news/2026/fair.md` -> `news/images/a.jpg`; never out of content/."""
    return posixpath.normpath(posixpath.join("/", place.parent, unquote(written))).lstrip("/")


def _candidates(path: str) -> list[tuple[str, str]]:
    """The files that a path may mean: a story, a page, itself."""
    if path.endswith(".md"):
        return [("filename", path)]
    if not path:
        return []
    return [
        ("filename", f"{path}.md"),
        ("filename", f"{PAGES}/{path}.md"),
        ("static", path),
    ]
