"""HTML -> HTML whose links within the site say which file they mean, so that Pelican gives each its address.

Pelican's own `{filename}` and `{static}` hold wherever the site lives: at the root of a host, in a folder of
one, or as files opened from a disk.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import PurePosixPath

from article.links import meant

LINK = re.compile(r'(<(?:a|img)\b(?:\s+[\w-]+="[^"]*")*?\s+(?:href|src)=")([^"]*)(?=")')
"""An attribute of nh3's output: double quotes, none of them inside."""

WRITTEN = {"%": "%25", "#": "%23", "?": "%3F"}
"""Characters of a file's name that mean something else in an address."""


def local_links(body: str, place: PurePosixPath, site: str, is_file: Callable[[str], bool]) -> str:
    """`body` with each link to a file of the content folder as {filename} or {static}.

    `place` is the story's own path below the content folder, `site` the address of the site without a closing
    slash ("" while it is at hand), and `is_file` tells what is in the content folder.
    """

    if "<a" not in body and "<img" not in body:
        return body

    def named(match: re.Match[str]) -> str:
        address = html.unescape(match[2])
        named = _named(address, place, is_file)
        is_elsewhere = named == address and address.startswith("/") and not address.startswith("//")
        return match[1] + html.escape(site + named if is_elsewhere and match[1].endswith('href="') else named)

    return LINK.sub(named, body)


def _named(address: str, place: PurePosixPath, is_file: Callable[[str], bool]) -> str:
    found = meant(address, place, is_file)
    if found is None:
        return address
    path = "".join(WRITTEN.get(char, char) for char in str(found.file))
    return f"{{{found.form}}}/{path}{found.rest}"
