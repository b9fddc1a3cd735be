"""The bytes of a saved web page -> its source text, in whatever encoding it really is.

What the page says of its own encoding is not trusted: saved pages say gb2312 and are UTF-8.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from newsdesk.importing.encoding import decoded
from newsdesk.importing.imported import NotImportedError

LARGEST = 10_000_000
"""Bytes. A saved page of WeChat has 3.5 million, most of them scripts."""

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CODECS = {"UTF-8": "utf-8", "GB18030": "gb18030", "Big5": "big5hkscs"}
NOT_ASCII = re.compile(rb"[\x80-\xff]+[\x30-\x7e]?")
ZEROS = 0.1
"""Share of zeros from which a page may be UTF-16: all its tags have one in each character."""

HTML = re.compile(r"<(?:!doctype|html|head|body|p|div)\b", re.I)
SAMPLE = 200_000
"""Bytes of Chinese from which the encoding is told: scripts say nothing about it."""

AGAIN = "请在浏览器里打开原来的网页，另存为“网页，仅 HTML”，再导入那个文件"


@dataclass(frozen=True)
class SourceText:
    """A page's HTML; `encoding` is what it was read as, for the report."""

    text: str
    encoding: str


def source_text(source: bytes) -> SourceText:
    """The HTML in `source`. Raises NotImportedError where it is too large, empty or garbled."""
    if len(source) > LARGEST:
        raise NotImportedError(
            f"网页太大（{len(source) // 1_000_000} MB）",
            f"一篇文章的网页不会超过 {LARGEST // 1_000_000} MB",
            "请看看是不是选错了文件；图片存在网页里时，请另存为“网页，全部”，再导入其中的 .html 文件",
        )
    if not source.strip():
        raise NotImportedError("文件是空的", "里面一个字也没有，可能没有存好", AGAIN)
    for mark, codec in MARKS:
        if source.startswith(mark):
            text = source[len(mark) :].decode(codec, "replace")
            return SourceText(text, "UTF-8" if codec == "utf-8" else "UTF-16")
    if source.count(0) > len(source) * ZEROS and (text := _utf16(source)):
        return SourceText(text, "UTF-16")
    try:
        return SourceText(source.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        name = _encoding(source)
        return SourceText(source.decode(CODECS.get(name, "utf-8"), "replace"), name)


def _utf16(source: bytes) -> str:
    """The HTML, where it is UTF-16 without a mark of its order; else an empty text."""
    for codec in ("utf-16-le", "utf-16-be"):
        text = source.decode(codec, "replace")
        if HTML.search(text[:SAMPLE]):
            return text
    return ""


def _encoding(source: bytes) -> str:
    """Told from the page's Chinese alone, as of a text file."""
    sample = b"\n".join(NOT_ASCII.findall(source[: len(source)]))[:SAMPLE]
    try:
        return decoded(sample).encoding
    except NotImportedError as why:
        raise NotImportedError(f"网页{why.what.removeprefix('文件')}", why.why, AGAIN) from None
