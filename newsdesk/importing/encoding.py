"""The bytes of a text file -> its text, whatever program saved it.

The rule: a byte order mark; else UTF-8; else GB18030 or Big5, whichever gives more common characters.
What a file says of itself is not trusted, and short texts need no statistics.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from article.likeness import HAN
from newsdesk.importing.imported import NotImportedError

MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
    "学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然"
    "前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无"
    "系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组"
    "见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府研究社区居民志愿服务记者街道书记工作开展活动今天"
    "門們個這來時國會說為對過發後動學經種產當機開還從業樣與關應進實現點體長電話東車馬見問間無題頭邊條結論區別報導讓"
    "，。、：；“”！？（）《》年月日0123456789"
)
"""Frequent characters of both scripts, and the marks that only Chinese text has."""

GARBLED = re.compile(
    "锟斤拷|烫烫|屯屯|锘[挎匡]|[ÃÂ][\x80-\xbf€-™]|[åæçè][\x80-\xbf¡-¿€-™ˆ‰Š‹Œ]{2}|(?:[鈥銆锛鐨鍦绀]\\S?){3}"
)
GARBLED_SHARE = 0.02
"""Share of the text in such runs from which the whole text is garbled."""

BAD_SHARE = 0.05
"""Share of characters that could not be read from which the file is refused."""

COMMON_SHARE = 0.7
"""Usual characters (counted by _common) for each Han character, below which two-byte text is no Chinese."""

OTHER_FILES = (
    (b"%PDF", "PDF 文件", "请打开它，选中全部文字复制，粘贴到记事本里存成 .txt"),
    (b"PK\x03\x04", "Word（.docx）、表格或压缩文件", "请在 Word 里打开，另存为“纯文本（.txt）”"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word（.doc）或 WPS 文件", "请在 Word 或 WPS 里打开，另存为“纯文本（.txt）”"),
    (b"{\\rtf", "RTF 文件", "请在 Word 或写字板里打开，另存为“纯文本（.txt）”"),
    (b"\xff\xd8\xff", "照片", "请把照片里的文字打成 .txt，照片另外添加"),
    (b"\x89PNG", "图片", "请把图片里的文字打成 .txt，图片另外添加"),
    (b"GIF8", "图片", "请把图片里的文字打成 .txt，图片另外添加"),
)
HTML = re.compile(rb"\s*<(?:!doctype\s+html|html|head|\?xml)", re.I)
URL_ONLY = re.compile(r"\s*https?://\S+\s*")
LARGEST = 2_000_000
"""Bytes; a long novel has a million characters."""

NOT_A_STORY = "导入要的是一篇文章的文字"


@dataclass(frozen=True)
class Decoded:
    """The text of a file; `problems` are what a person must check, in Chinese."""

    text: str
    encoding: str
    problems: tuple[str, ...] = ()


def decoded(source: bytes) -> Decoded:
    """The text of `source`. Raises NotImportedError where it is empty, no text, or garbled."""
    _refuse_other_files(source)
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
    _refuse_garbled(result.text)
    return result


def _refuse_other_files(source: bytes) -> None:
    if len(source) > LARGEST:
        raise NotImportedError(
            f"文件太大（{len(source) // 1_000_000} MB）",
            "一篇文章的文字不会超过 2 MB",
            "请看看是不是选错了文件",
        )
    for magic, kind, fix in OTHER_FILES:
        if source.startswith(magic):
            raise NotImportedError(f"这其实是{kind}，只是名字像纯文本", "这一版只认纯文本（.txt）", fix)
    if HTML.match(source.removeprefix(codecs.BOM_UTF8)):
        raise NotImportedError(
            "这是网页的源代码，不是文章的文字",
            "这一版只认纯文本（.txt）",
            "请在浏览器里打开网页，选中文章复制，粘贴到 .txt 文件里",
        )


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
        if _common(text) > len(text) * COMMON_SHARE:
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
    bad_utf8 = source.decode("utf-8", "replace")
    texts["UTF-8"] = bad_utf8
    name = max(texts, key=lambda it: _common(texts[it]) - 5 * texts[it].count("\ufffd"))
    text = texts[name]
    bad = text.count("\ufffd")
    han = len(HAN.findall(text))
    if bad > len(text) * BAD_SHARE or _common(text) < han * COMMON_SHARE:
        raise NotImportedError(
            "文件读出来是乱码",
            "文件可能损坏了，或者不是纯文本",
            "请用记事本打开原文件，另存为 UTF-8 编码的 .txt",
        )
    return Decoded(text, name)


def _was_utf8(text: str) -> bool:
    """Was UTF-8 once read as GB18030 (`妲愭爲`)? Then reading it back gives far more usual characters."""
    undone = text.encode("gb18030", "ignore").decode("utf-8", "replace")
    lost = undone.count("\ufffd")
    return lost * 4 < len(undone) and _common(undone) > _common(text)


def _common(text: str) -> int:
    """How much of `text` is usual: 2 for a frequent character, 1 for one that every Chinese font has."""
    return sum(2 if char in COMMON else _is_taught(char) for char in text)


@cache
def _is_taught(char: str) -> bool:
    """Among the 3,755 characters of GB 2312's first level or the 5,401 of Big5's."""
    gb, big5 = char.encode("gb2312", "ignore"), char.encode("big5", "ignore")
    return (len(gb) == 2 and 0xB0 <= gb[0] <= 0xD7) or (len(big5) == 2 and 0xA4 <= big5[0] <= 0xC6)


def _refuse_garbled(text: str) -> None:
    garbled = sum(len(run) for run in GARBLED.findall(text))
    bad = text.count("\ufffd")
    if garbled > len(text) * GARBLED_SHARE or bad > len(text) * BAD_SHARE or _was_utf8(text):
        run = GARBLED.search(text)
        shown = run.group()[:12] if run else "�"
        raise NotImportedError(
            f"文字已经是乱码（例如“{shown}”）",
            "它在复制或保存时被当成了另一种编码，原来的字已经看不出来",
            "请回到原来的网页或文件重新复制，存成 UTF-8 编码的 .txt",
        )


__all__ = ["Decoded", "decoded"]
