"""A file that is no plain text -> what it is, and how to make plain text of it."""

from __future__ import annotations

import codecs
import re

from newsdesk.importing.imported import NotImportedError

WAYS = {
    ".docx": "请在 Word 或 WPS 里打开，另存为“纯文本（.txt）”，再导入那个文件",
    ".html": "请在浏览器里打开，选中文章复制，粘贴到记事本里存成 .txt",
    ".pdf": "请打开它，选中全部文字复制，粘贴到记事本里存成 .txt",
    ".jpg": "请把图片里的文字打成 .txt；照片可以另外添加",
    ".md": "它已经是稿件的格式：补上开头的标题和日期，放到 content/news/年份/ 里即可",
}
LIKE = {
    ".doc": ".docx",
    ".wps": ".docx",
    ".rtf": ".docx",
    ".odt": ".docx",
    ".docm": ".docx",
    ".htm": ".html",
    ".mht": ".html",
    ".mhtml": ".html",
    ".jpeg": ".jpg",
    ".png": ".jpg",
    ".gif": ".jpg",
    ".webp": ".jpg",
    ".heic": ".jpg",
}
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
LARGEST = 2_000_000
"""Bytes; a long novel has a million characters."""


def unknown_suffix(suffix: str) -> NotImportedError:
    """What to say of a file whose suffix (in small letters, or "") is not in READERS."""
    what = f"还不认识 {suffix} 文件" if suffix else "文件名没有后缀，不知道是什么文件"
    way = WAYS.get(LIKE.get(suffix, suffix), "请在原来的软件里另存为“纯文本（.txt）”，再导入那个文件")
    return NotImportedError(what, "这一版只认纯文本（.txt）", way)


def refuse_other_file(source: bytes) -> None:
    """Raises NotImportedError where the first bytes are another format's, whatever the file is called."""
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
