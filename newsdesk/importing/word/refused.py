"""A file that is no .docx -> NotImportedError: what it is, and how to make a .docx of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.pictures.kind import kind_of

ONLY_DOCX = "这里只认 Word 的 .docx 文件，后缀写成 .docx 并不会改变文件的格式"
SAVE_AS = "请在 Word 或 WPS 里打开它，点“另存为”，类型选“Word 文档（*.docx）”，再导入存好的文件"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
HEAD = 4096
"""Bytes in which a text says what it is."""

STARTS = (
    (b"{\\rtf", "RTF 文件", SAVE_AS),
    (b"%PDF", "PDF 文件", "请找到做成 PDF 之前的 Word 文件；没有的话，选中全部文字复制，存成 .txt 再导入"),
    (b"Rar!", "RAR 压缩包", "请先解压，再导入里面的 .docx 文件"),
    (b"7z\xbc\xaf", "7z 压缩包", "请先解压，再导入里面的 .docx 文件"),
    (b"\x1f\x8b", "gzip 压缩包", "请先解压，再导入里面的 .docx 文件"),
    (b"MIME-Version:", "网页（.mht）", SAVE_AS),
    (b"\xdb\xa5-", "很旧的 Word 文件", SAVE_AS),
    (b"1\xbe\x00\x00", "很旧的 Write 文件", SAVE_AS),
)
INSIDE_OLE = (
    ("WordDocument", "旧版 Word（.doc）或 WPS 文字（.wps）文件", SAVE_AS),
    ("Workbook", "旧版 Excel（.xls）表格", "请把文章放进 Word 文档，再导入"),
    ("Book", "旧版 Excel（.xls）表格", "请把文章放进 Word 文档，再导入"),
    ("PowerPoint Document", "旧版 PowerPoint（.ppt）文件", "请把文字复制到 Word 文档里，再导入"),
    ("__substg1.0", "Outlook 邮件（.msg）", "请打开邮件，把附件里的 .docx 另存下来，再导入"),
)
ENCRYPTED = ("EncryptedPackage", "EncryptionInfo")
INSIDE_ZIP = (
    (re.compile(r"xl/workbook\.(?:xml|bin)$"), "Excel 表格（.xlsx）", "请把文章放进 Word 文档，再导入"),
    (re.compile(r"ppt/presentation\.xml$"), "PowerPoint 文件（.pptx）", "请把文字复制到 Word 文档里，再导入"),
    (
        re.compile(r"(?:Index/.*\.iwa|index\.apxl|index\.xml|Index\.zip)$"),
        "苹果 Pages 文稿（.pages）",
        "请在 Pages 里点“文件 → 导出为 → Word”，格式选 .docx，再导入",
    ),
    (re.compile(r"OFD\.xml$"), "版式文件（.ofd）", "请找到做成 OFD 之前的 Word 文件，再导入"),
    (re.compile(r"META-INF/manifest\.xml$"), "OpenDocument 文稿（.odt）", SAVE_AS),
    (re.compile(r"META-INF/container\.xml$"), "电子书（.epub）", "请找到原来的 Word 文件，再导入"),
)
ARCHIVE = "请先解压，再导入里面的 .docx 文件"
HTML = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|meta|table|div|p)\b", re.I)
WORD_XML = re.compile(rb"<\?mso-application|schemas\.microsoft\.com/office/word/2003|xmlPackage")


def refuse_other_file(source: bytes) -> None:
    """Raises NotImportedError unless `source` begins like a zip archive."""
    if not source:
        raise NotImportedError(
            "文件是空的", "里面一个字节也没有，可能没有存好或没有传完", "请重新保存或重新接收这个文件"
        )
    if source.startswith(OLE):
        raise _of_ole(source)
    if source.startswith(ZIP):
        return
    for start, kind, fix in STARTS:
        if source.startswith(start):
            raise _called(kind, fix)
    raise _of_text(source)


def not_word(names: Iterable[str]) -> NotImportedError:
    """What to say of a zip archive without a Word document in it."""
    for pattern, kind, fix in INSIDE_ZIP:
        if any(pattern.match(name) for name in names):
            return _called(kind, fix)
    return _called("压缩包，里面没有 Word 文档", ARCHIVE)


def damaged(part: str = "") -> NotImportedError:
    """The archive, or the XML of one of its parts, is not whole."""
    where = f"（{part}）" if part else ""
    return NotImportedError(
        f"文件不完整或已损坏，打不开{where}",
        "可能没有传完，或者存的时候出了错",
        "请在 Word 里打开（Word 会问要不要修复），另存为新的 .docx；打不开就请对方重发",
    )


def dangerous(what: str, why: str) -> NotImportedError:
    """A file that was built to do harm, or looks like it."""
    return NotImportedError(
        what,
        why,
        "不要打开来历不明的文件；确实是稿件的话，请在 Word 里把全文复制到一个新文档，另存为 .docx 再导入",
    )


def _called(kind: str, fix: str) -> NotImportedError:
    return NotImportedError(f"这其实是{kind}，只是名字像 .docx", ONLY_DOCX, fix)


def _of_ole(source: bytes) -> NotImportedError:
    if any(name.encode("utf-16-le") in source for name in ENCRYPTED):
        return NotImportedError(
            "这个 Word 文件设了打开密码",
            "没有密码，谁也读不出里面的文字",
            "请在 Word 里输入密码打开，点“文件 → 信息 → 保护文档 → 用密码进行加密”，把密码删空，保存后再导入",
        )
    for name, kind, fix in INSIDE_OLE:
        if name.encode("utf-16-le") in source:
            return _called(kind, fix)
    return _called("旧版 Office 文件", SAVE_AS)


def _of_text(source: bytes) -> NotImportedError:
    head = source[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if WORD_XML.search(head):
        return _called("Word 的 XML 文件", SAVE_AS)
    if HTML.match(head):
        return _called("网页（.html）", f"{SAVE_AS}；也可以把后缀改成 .html，直接导入")
    if kind_of(source):
        return _called("图片", "请把图片里的文字打成 Word 文档；图片可以另外添加")
    if b"\x00" not in head:
        return _called("纯文本", "请把文件名的后缀改成 .txt，再导入")
    return damaged()
