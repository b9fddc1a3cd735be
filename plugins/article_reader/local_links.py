"""HTML -> HTML whose links within the site say which file they mean, so that Pelican gives each its address.

Staff write addresses as a reader sees them, `/news/2026/fair/` and `/images/fair.jpg`, or paths from file to
file as their editor makes them, `../images/fair.jpg`. Pelican's own `{filename}` and `{static}` hold wherever
the site lives: at the root of a host, in a folder of one, or as files opened from a disk.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import unquote

from article.address import PAGES

LINK = re.compile(r'(<(?:a|img)\b(?:\s+[\w-]+="[^"]*")*?\s+(?:href|src)=")([^"]*)(?=")')
"""An attribute of nh3's output: double quotes, none of them inside."""

OF_ANOTHER_KIND = re.compile(r"[{#?]|//|[A-Za-z][A-Za-z0-9+.-]*:|$")
"""Starts of addresses that are no path: Pelican's own forms, a place on this page, another host."""

MEANT = {"%": "%25", "#": "%23", "?": "%3F"}
"""Characters of a file's name that mean something else in an address."""


def local_links(body: str, place: PurePosixPath, site: str, is_file: Callable[[PurePosixPath], bool]) -> str:
    """`body` with each link to a file of the content folder as {filename} or {static}.

    `place` is the story's own path below the content folder, `site` the address of the site without a closing
    slash ("" while it is at hand), and `is_file` tells what is in the content folder.
    """

    def named(match: re.Match[str]) -> str:
        address = html.unescape(match[2])
        named = _named(address, place, is_file)
        is_elsewhere = named == address and address.startswith("/") and not address.startswith("//")
        return match[1] + html.escape(site + named if is_elsewhere and match[1].endswith('href="') else named)

    return LINK.sub(named, body)


def _named(address: str, place: PurePosixPath, is_file: Callable[[PurePosixPath], bool]) -> str:
    if OF_ANOTHER_KIND.match(address):
        return address
    written = re.split("[?#]", address, maxsplit=1)[0]
    path = posixpath.normpath(posixpath.join("/", place.parent, unquote(written))).lstrip("/")
    for form, candidate in _candidates(path):
        if is_file(candidate):
            named = "".join(MEANT.get(char, char) for char in str(candidate))
            return f"{{{form}}}/{named}{address[len(written) :]}"
    return address


def _candidates(path: str) -> list[tuple[str, PurePosixPath]]:
    """The files that an address may mean: itself, a story, a page."""
    if path.endswith(".md"):
        return [("filename", PurePosixPath(path))]
    if not path:
        return []
    return [
        ("filename", PurePosixPath(f"{path}.md")),
        ("filename", PurePosixPath(PAGES, f"{path}.md")),
        ("static", PurePosixPath(path)),
    ]
