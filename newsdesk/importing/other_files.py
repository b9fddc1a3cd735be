"""A file that is no plain text -> what it is, and how to make plain text of it."""

from __future__ import annotations

import codecs
import re

from newsdesk.importing.imported import NotImportedError

AS_DOCX = "另存为“Word 文档（.docx）”，再导入那个文件"
OTHER_FILES = (
    (b"%PDF", "PDF 文件", "请打开它，选中全部文字复制，粘贴到记事本里存成 .txt"),
    (b"PK\x03\x04", "Word（.docx）、表格或压缩文件", "如果它是 Word 文件，请把名字的后缀改成 .docx 再导入"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word（.doc）或 WPS 文件", f"请在 Word 或 WPS 里打开，{AS_DOCX}"),
    (b"{\\rtf", "RTF 文件", f"请在 Word 或写字板里打开，{AS_DOCX}"),
    (b"\xff\xd8\xff", "照片", "请把照片里的文字打成 .txt，照片另外添加"),
    (b"\x89PNG", "图片", "请把图片里的文字打成 .txt，图片另外添加"),
    (b"GIF8", "图片", "请把图片里的文字打成 .txt，图片另外添加"),
)
HTML = re.compile(rb"\s*<(?:!doctype\s+html|html|head|\?xml)", re.I)
LARGEST = 2_000_000
"""Bytes; a long novel has a million characters."""


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
            raise NotImportedError(f"这其实是{kind}，只是名字像纯文本", "它的内容和后缀 .txt 对不上", fix)
    if HTML.match(source.removeprefix(codecs.BOM_UTF8)):
        raise NotImportedError(
            "这是网页的源代码，不是文章的文字",
            "它的内容和后缀 .txt 对不上",
            "请把名字的后缀改成 .html 再导入；或者在浏览器里打开网页，选中文章复制，粘贴到 .txt 文件里",
        )
