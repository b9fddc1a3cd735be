"""The bytes of a page saved as one file (.mhtml, .mht) -> ImportedArticle, with the pictures inside."""

from __future__ import annotations

import email
from dataclasses import replace
from email.message import Message

from newsdesk.importing.formats import html
from newsdesk.importing.imported import ImportedArticle, ImportedImage, NotImportedError
from newsdesk.importing.webpage.source_text import LARGEST

LARGEST_FILE = 5 * LARGEST
"""Bytes: the page with all its pictures."""

MOST_NESTED = 50
"""Parts that hold parts; browsers write one, and Python reads each inside the other."""

NO_PAGE = (
    "文件里没有网页",
    "它不是浏览器存下的网页，或者已经损坏",
    "请在浏览器里重新打开网页，另存为“网页，全部”",
)


def read(source: bytes) -> ImportedArticle:
    """The article in the file's first page. Raises NotImportedError."""
    if len(source) > LARGEST_FILE:
        raise NotImportedError(
            f"文件太大（{len(source) // 1_000_000} MB）", "一篇文章的网页不会这么大", "请看看是不是选错了文件"
        )
    if source.lower().count(b"multipart/") > MOST_NESTED:
        raise NotImportedError(*NO_PAGE)
    parts = [part for part in email.message_from_bytes(source).walk() if not part.is_multipart()]
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None:
        raise NotImportedError(*NO_PAGE)
    article = html.read(_bytes(page), str(page.get("Content-Location") or ""))
    data = {name: _bytes(part) for part in parts for name in _names(part)}
    return replace(article, images=tuple(_with_data(image, data) for image in article.images))


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _names(part: Message) -> list[str]:
    """What the page calls a part: its address, or cid: and its number."""
    if part.get_content_maintype() != "image":
        return []
    number = str(part.get("Content-ID") or "").strip("<> ")  # a Header, where it is not ASCII
    return [
        name for name in (str(part.get("Content-Location") or ""), f"cid:{number}" if number else "") if name
    ]


def _with_data(image: ImportedImage, data: dict[str, bytes]) -> ImportedImage:
    found = next((data[name] for name in (image.source, image.saved) if name in data), b"")
    return replace(image, data=found) if found else image
