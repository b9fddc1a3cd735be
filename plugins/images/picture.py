"""A cover's path and size -> Picture, what templates show at the head of a story and in lists."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from article.picture_size import Size

PREFIX = "{static}"


@dataclass(frozen=True)
class Picture:
    """A picture of this site. `url` is its path below the site's root, without a leading slash."""

    url: str
    width: int
    height: int
    alt: str


def picture(place: PurePosixPath, size: Size, alt: str) -> Picture:
    """`place` is the file's path below the content folder."""
    return Picture(quote(str(place)), size.width, size.height, alt)


def place_of(address: str, folder: str) -> PurePosixPath:
    """The file that a picture's address means, below the content folder; `folder` is that of the story there.

    `{static}/images/a.jpg` and `/images/a.jpg` start at the content folder, `a.jpg` at the story's folder. No
    address leads out of the content folder.
    """
    path = unquote(address.removeprefix(PREFIX))
    return PurePosixPath(posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/"))
