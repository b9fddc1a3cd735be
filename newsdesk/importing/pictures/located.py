"""A picture of a page, and where the page came from -> its bytes, or the address to fetch it from."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urljoin

from newsdesk.importing.imported import ImportedImage
from newsdesk.importing.pictures.refused import DAMAGED, MOST_BYTES, TOO_LARGE, PictureRefusedError

WEB = re.compile(r"(?:https?:)?//", re.I)
DATA = re.compile(r"data:[^,]*?(;base64)?,", re.I)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
FOLDERS = ("{}_files", "{}.files", "{}_文件")
"""Where browsers and Word put the pictures of a page that they save as {}.html."""

ON_ANOTHER_COMPUTER = "只存在写稿人的电脑里；请向对方要来图片，再添加"
NOT_FOUND = "没有找到文件 {}；请把图片文件夹和网页放在一起再导入，或者另外添加"
NOT_AN_ADDRESS = "的网址写错了；请在浏览器里打开原文，把图片另存下来再添加"
NOT_BESIDE = "不在网页自己的文件夹里，为了安全没有去取；请另外添加"


@dataclass(frozen=True)
class Origin:
    """Where a page came from, so that what it names beside itself is found. Both may be unknown."""

    file: Path | None = None
    address: str = ""


def located(image: ImportedImage, origin: Origin) -> bytes | str:
    """The picture's bytes, or an address of the web. Raises PictureRefusedError.

    Of files only those in the page's own folder and below are read, whatever the page asks for.
    """
    source = image.source.strip()
    if image.data:
        return image.data
    if data := DATA.match(source):
        return _from_text(source[data.end() :], packed=bool(data[1]))
    if WEB.match(source):
        return source if ":" in source[:6] else f"https:{source}"
    if ELSEWHERE.match(source) or "\\\\" in source:
        raise PictureRefusedError(ON_ANOTHER_COMPUTER)
    if found := beside(source, origin.file):
        return found
    if origin.address:
        try:
            return urljoin(origin.address, source)
        except ValueError:  # as /<tab>/[ is
            raise PictureRefusedError(NOT_AN_ADDRESS) from None
    raise PictureRefusedError(NOT_FOUND.format(_shown(source or image.name)))


def _from_text(text: str, *, packed: bool) -> bytes:
    if len(text) > 2 * MOST_BYTES:
        raise PictureRefusedError(TOO_LARGE)
    data = unquote_to_bytes(text)
    try:
        return base64.b64decode(re.sub(rb"\s", b"", data), validate=True) if packed else data
    except binascii.Error:
        raise PictureRefusedError(DAMAGED) from None


def beside(source: str, page: Path | None) -> bytes | None:
    """What the file that `source` names beside `page` holds; None where there is none.

    Raises PictureRefusedError.
    """
    if page is None:
        return None
    folder = page.parent.resolve()
    for name in _names(source, page):
        try:
            file = (folder / name).resolve()
            if not file.is_file():
                continue
        except (OSError, ValueError, RuntimeError):  # a name too long, with a NUL, a link to itself
            continue
        if not file.is_relative_to(folder):
            raise PictureRefusedError(NOT_BESIDE)
        if file.stat().st_size > MOST_BYTES:
            raise PictureRefusedError(TOO_LARGE)
        return file.read_bytes()
    return None


def _names(source: str, page: Path) -> Iterator[str]:
    """As it is written; then, where the page was renamed or moved alone, the same name in its new folder."""
    for text in (source, re.split("[?#]", source, maxsplit=1)[0]):
        path = unquote(text).replace("\\", "/")
        if path.strip("/."):
            yield path.lstrip("/") if path.startswith("/") else path
            for folder in FOLDERS:
                yield f"{folder.format(page.stem)}/{path.rpartition('/')[2]}"


def _shown(source: str) -> str:
    name = unquote(source).replace("\\", "/").rpartition("/")[2]
    return "".join(char if char.isprintable() else "�" for char in name[:80])
