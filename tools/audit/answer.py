"""A built folder and a request -> what a static host answers: the file, compressed, with its headers."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import brotli

# Our own table: the one of the machine (/etc/mime.types) differs from machine to machine.
TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
COMPRESSED = frozenset({".html", ".css", ".js", ".json", ".webmanifest", ".xml", ".txt", ".svg"})
NAMED_BY_CONTENT = re.compile(r"[.-][0-9a-f]{8,}\.\w+$")
"""`site-1a2b3c4d.css`: other bytes get another name, so that a browser may keep these for ever."""


@dataclass(frozen=True)
class Answer:
    """One HTTP answer; `body` is what goes over the wire, in bytes."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def answer(folder: Path, target: str, accepted: str) -> Answer:
    """What `GET target` gives from `folder` to a browser whose Accept-Encoding is `accepted`."""
    path = unquote(urlsplit(target).path)
    file = (folder / path.lstrip("/")).resolve()
    if not file.is_relative_to(folder.resolve()):
        return _missing(folder, accepted)
    if file.is_dir():
        if not path.endswith("/"):
            return Answer(301, {"Location": quote(path) + "/"}, b"")
        file /= "index.html"
    return _found(200, file, accepted) if file.is_file() else _missing(folder, accepted)


def _missing(folder: Path, accepted: str) -> Answer:
    page = folder / "404.html"
    return _found(404, page, accepted) if page.is_file() else Answer(404, {}, b"")


def _found(status: int, file: Path, accepted: str) -> Answer:
    headers = {
        "Content-Type": TYPES.get(file.suffix.lower(), "application/octet-stream"),
        "Cache-Control": "max-age=31536000, immutable" if NAMED_BY_CONTENT.search(file.name) else "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    body = file.read_bytes()
    if file.suffix.lower() in COMPRESSED:
        headers["Vary"] = "Accept-Encoding"
        if "br" in accepted:
            headers["Content-Encoding"], body = "br", brotli11(body)
        elif "gzip" in accepted:
            headers["Content-Encoding"], body = "gzip", gzip.compress(body, mtime=0)
    return Answer(status, headers, body)


@lru_cache(maxsize=256)
def brotli11(data: bytes) -> bytes:
    """`data` as small as brotli makes it; kept, since a real host compresses once and not at each visit."""
    return bytes(brotli.compress(data, quality=11))
