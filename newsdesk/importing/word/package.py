"""The bytes of a .docx -> Package: its parts by name, each read only under limits that are checked first."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.word.refused import damaged, dangerous, refuse_other_file

MB = 1_000_000
LARGEST_FILE = 150 * MB
MOST_ENTRIES = 2_000
MOST_TEXT = 50 * MB
"""All parts together but pictures, fonts and embedded files, unpacked."""

LARGEST_PART = 25 * MB
"""One part of XML: some 3,000 pages of text. As a tree it takes up to twelve times as much memory."""

MOST_RATIO = 100
SMALL = MB
"""Bytes below which a part may be packed as tightly as it likes: a table of equal rows is."""

LARGEST_PICTURE = 40 * MB
MOST_PICTURES = 100 * MB
APART = re.compile(r"word/(?:media|fonts|embeddings)/")
PICTURES = "word/media/"
TRICK = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:|[\x00-\x1f]")
TOO_LARGE = "请看看是不是选错了文件；确实是稿件的话，请把文章的部分复制到一个新文档，再导入"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)
"""What zipfile and zlib raise on archives that are not right."""


class Package:
    """An open .docx. Part names are without a slash in front; capitals do not matter, as Word has it."""

    def __init__(self, source: bytes) -> None:
        """Raises NotImportedError for anything that is not a zip archive within the limits."""
        refuse_other_file(source)
        if len(source) > LARGEST_FILE:
            raise _too_large(len(source))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(source))
        except BROKEN:
            raise damaged() from None
        self._entries = _checked(self._archive.infolist(), len(source))
        self._pictures_left = MOST_PICTURES

    @property
    def names(self) -> tuple[str, ...]:
        """Every part, as the archive spells it."""
        return tuple(entry.filename.replace("\\", "/") for entry in self._entries.values())

    def part(self, name: str) -> bytes | None:
        """A part of XML, None where there is none. Raises NotImportedError where it is broken or a bomb."""
        entry = self._entries.get(name.lower())
        return None if entry is None else self._read(entry, LARGEST_PART)

    def picture(self, name: str) -> bytes | None:
        """The bytes of a file in word/media/; None where there is none, it is broken or too large."""
        entry = self._entries.get(name.lower())
        if entry is None or not name.lower().startswith(PICTURES):
            return None
        if entry.file_size > min(LARGEST_PICTURE, self._pictures_left):
            return None
        self._pictures_left -= entry.file_size
        try:
            return self._read(entry, LARGEST_PICTURE)
        except NotImportedError:
            return None

    def _read(self, entry: zipfile.ZipInfo, limit: int) -> bytes:
        """What is in there, but never more than it said and never more than `limit`."""
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(min(entry.file_size, limit) + 1)
        except BROKEN:
            raise damaged(entry.filename) from None
        if len(data) > min(entry.file_size, limit):
            raise _bomb()
        return data


def _checked(infos: list[zipfile.ZipInfo], size: int) -> dict[str, zipfile.ZipInfo]:
    if len(infos) > MOST_ENTRIES:
        raise dangerous(
            f"文件里装了 {len(infos)} 个部件，多得不正常", "一篇文章用不了这么多，可能是有人做了手脚"
        )
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename.replace("\\", "/")
        if name.endswith("/") and not TRICK.search(name):  # is_dir() fails on a part without a name
            continue
        if TRICK.search(name):
            raise dangerous("文件里有部件想写到别的文件夹去", "正常的 Word 文件没有这样的名字")
        if name.lower() in entries:
            raise dangerous("文件里有两个同名的部件", "正常的 Word 文件不会这样，不知道该信哪一个")
        if info.flag_bits & 1:
            raise NotImportedError(
                "文件里有加了密码的部件", "没有密码读不出里面的文字", "请用 Word 打开后另存为没有密码的 .docx"
            )
        entries[name.lower()] = info
    _check_sizes(entries, size)
    return entries


def _check_sizes(entries: dict[str, zipfile.ZipInfo], size: int) -> None:
    text = {name: info for name, info in entries.items() if not APART.match(name)}
    for info in text.values():
        if info.file_size > SMALL and info.file_size > MOST_RATIO * max(1, info.compress_size):
            raise _bomb()
    if sum(info.compress_size for info in entries.values()) > size:  # entries that share their bytes
        raise _bomb()
    whole = sum(info.file_size for info in text.values())
    if whole > MOST_TEXT:
        raise _too_large(whole)
    if any(info.file_size > LARGEST_PART for name, info in text.items() if name.endswith((".xml", ".rels"))):
        raise _too_large(max(info.file_size for info in text.values()))


def _bomb() -> NotImportedError:
    return dangerous("文件展开以后会大得不正常，没有打开", "这样的文件会把电脑的内存占满（压缩炸弹）")


def _too_large(size: int) -> NotImportedError:
    return NotImportedError(f"文件太大（展开后 {size // MB} MB）", "一篇文章的文字不会有这么多", TOO_LARGE)
