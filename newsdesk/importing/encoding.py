"""The bytes of a text file -> its text, whatever program saved it.

The rule: a byte order mark; else UTF-8; else GB18030 or Big5, whichever gives more common characters.
What a file says of itself is not trusted, and short texts need no statistics.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from article.likeness import HAN
from newsdesk.importing.garbled import BAD_SHARE, mended
from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.other_files import refuse_other_file
from newsdesk.importing.usual_characters import USUAL, usual

MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
URL_ONLY = re.compile(r"\s*https?://\S+\s*")
BIG5_IS_RARE = 0.8
NOT_A_STORY = "导入要的是一篇文章的文字"


@dataclass(frozen=True)
class Decoded:
    """The text of a file; `problems` are what a person must check, in Chinese."""

    text: str
    encoding: str
    problems: tuple[str, ...] = ()


def decoded(source: bytes) -> Decoded:
    """The text of `source`. Raises NotImportedError where it is empty, no text, or garbled."""
    refuse_other_file(source)
    result = _decode(source)
    if not re.search(r"\w", result.text):
        raise NotImportedError(
            "文件是空的，里面没有文字", NOT_A_STORY, "请打开文件看一看，把文章的文字粘贴进去，保存后再导入"
        )
    if URL_ONLY.fullmatch(result.text):
        raise NotImportedError(
            "文件里只有一个网址，没有文章",
            NOT_A_STORY,
            "请在浏览器里打开网址，选中整篇文章复制，粘贴到文件里",
        )
    text, problems = mended(result.text)
    return replace(result, text=text, problems=(*result.problems, *problems))


def _decode(source: bytes) -> Decoded:
    for mark, codec, name in MARKS:
        if source.startswith(mark):
            return _lenient(source[len(mark) :], codec, name)
    if b"\0" in source:
        return _without_mark(source)
    try:
        return Decoded(codecs.getincrementaldecoder("utf-8")().decode(source), "UTF-8", _cut_off(source))
    except UnicodeDecodeError:
        return _chinese(source)


def _cut_off(source: bytes) -> tuple[str, ...]:
    """A file cut in the middle of its last character is still UTF-8."""
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        return ("文件最后一个字只剩一半，文章可能被截断了，请对照原文。",)
    return ()


def _lenient(source: bytes, codec: str, name: str) -> Decoded:
    text = source.decode(codec, "replace").removeprefix("\ufeff")
    bad = text.count("\ufffd")
    if bad > len(text) * BAD_SHARE:
        raise NotImportedError(
            "文件读出来有许多乱码",
            "文件可能损坏了，或者不是纯文本",
            "请用记事本打开原文件，另存为 UTF-8 编码的 .txt",
        )
    return Decoded(text, name, ())


def _without_mark(source: bytes) -> Decoded:
    """UTF-16 without a byte order mark, text with a stray zero, or no text at all."""
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = source.decode(codec)
        except UnicodeDecodeError:
            continue
        if usual(text) > len(text) * USUAL:
            return Decoded(text, "UTF-16")
    if source.count(0) > len(source) * 0.01:
        raise NotImportedError(
            "这不是文字文件", "里面是程序或图片一类的数据", "请在原来的软件里打开，另存为“纯文本（.txt）”"
        )
    return _decode(source.replace(b"\0", b" "))


def _chinese(source: bytes) -> Decoded:
    """GB18030 or Big5: the one whose text has more common characters and fewer faults."""
    texts = {
        name: source.decode(codec, "replace")
        for name, codec in (("GB18030", "gb18030"), ("Big5", "big5hkscs"))
    }
    texts["UTF-8"] = source.decode("utf-8", "replace")
    likely = {"GB18030": 1, "Big5": BIG5_IS_RARE, "UTF-8": 1}
    name = max(texts, key=lambda it: likely[it] * usual(texts[it]) - 5 * texts[it].count("\ufffd"))
    text = texts[name]
    bad = text.count("\ufffd")
    han = len(HAN.findall(text))
    if bad > len(text) * BAD_SHARE or usual(text) < han * USUAL:
        raise NotImportedError(
            "文件读出来是乱码",
            "文件可能损坏了，或者不是纯文本",
            "请用记事本打开原文件，另存为 UTF-8 编码的 .txt",
        )
    return Decoded(text, name)
