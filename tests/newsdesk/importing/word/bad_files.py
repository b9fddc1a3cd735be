"""Names of bad .docx files -> their bytes and a part of the sentence that refuses them."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Mapping

from tests.newsdesk.importing.word.making import document, docx, part, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = docx("[居中, 字号=22] 槐树里办起春季集市\n三号院的小广场上，一大早就支起了三十二个摊位。")
MB = 1_000_000


def ole(name: str) -> bytes:
    """An old Office file with a stream of this name."""
    return OLE + name.encode("utf-16-le") + bytes(512)


def main_part(body: bytes | str) -> bytes:
    """A .docx whose word/document.xml is this."""
    return docx("", parts={"word/document.xml": body})


def twice() -> bytes:
    """Two parts of one name."""
    stream = io.BytesIO(GOOD)
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", document("<w:p><w:r><w:t>另一篇</w:t></w:r></w:p>"))
    return stream.getvalue()


def flagged() -> bytes:
    """Each entry says that it is encrypted."""
    data = bytearray(GOOD)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def lying() -> bytes:
    """30 MB that say they are a thousand bytes, in both headers."""
    data = bytearray(main_part(document("<w:p/>" + " " * (30 * MB))))
    for magic, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(magic)
        while at >= 0:
            size = struct.unpack_from("<I", data, at + offset)[0]
            if size > MB:
                struct.pack_into("<I", data, at + offset, 1000)
            at = data.find(magic, at + 4)
    return bytes(data)


def overlapping() -> bytes:
    """A hundred names for one run of packed bytes."""
    names = [f"word/part{number:03}.xml" for number in range(100)]
    data = zipped({names[0]: " " * 900_000, **dict.fromkeys(names[1:], "")})
    central = data.find(b"PK\x01\x02")
    size = struct.unpack_from("<I", data, central + 20)[0]
    made = bytearray(data)
    at = central
    while at >= 0:
        struct.pack_into("<I", made, at + 20, size + 400)
        struct.pack_into("<I", made, at + 24, 900_000)
        struct.pack_into("<I", made, at + 42, 0)
        at = made.find(b"PK\x01\x02", at + 4)
    return bytes(made)


def many() -> bytes:
    """More elements than a text can need, in XML that packs no better than others do."""
    return main_part(
        document("".join(f'<w:p w:x="{at * 2_654_435_761 % 2**32:x}"/>' for at in range(610_000)))
    )


DTD = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
BOMB = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{number} '{f'&a{number - 1};' * 10}'>" for number in range(1, 10)
)
BODY = document("<w:p><w:r><w:t>槐树里</w:t></w:r></w:p>").decode()
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

BAD: Mapping[str, tuple[bytes, str]] = {
    "empty": (b"", "文件是空的"),
    "text": ("槐树里办起春季集市\n".encode(), "这其实是纯文本"),
    "text in GBK": ("槐树里办起春季集市\n".encode("gbk"), "这其实是纯文本"),
    "web page": (b"<!DOCTYPE html><html><body>x</body></html>", "这其实是网页"),
    "word web page": (
        b'\xef\xbb\xbf<html xmlns:o="urn:schemas-microsoft-com:office:office">',
        "这其实是网页",
    ),
    "word 2003 xml": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "Word 的 XML 文件"),
    "mht": (b"MIME-Version: 1.0\nContent-Type: multipart/related", "网页（.mht）"),
    "rtf": (rb"{\rtf1\ansi x}", "这其实是RTF 文件"),
    "pdf": (b"%PDF-1.7\n", "这其实是PDF 文件"),
    "photo": (b"\xff\xd8\xff\xe0" + bytes(100), "这其实是图片"),
    "rar": (b"Rar!\x1a\x07\x00", "RAR 压缩包"),
    "7z": (b"7z\xbc\xaf\x27\x1c", "7z 压缩包"),
    "doc": (ole("WordDocument"), "旧版 Word（.doc）或 WPS 文字（.wps）"),
    "xls": (ole("Workbook"), "旧版 Excel"),
    "ppt": (ole("PowerPoint Document"), "旧版 PowerPoint"),
    "mail": (ole("__substg1.0_0037001F"), "Outlook 邮件"),
    "other ole": (OLE, "旧版 Office 文件"),
    "password": (ole("EncryptedPackage") + ole("WordDocument"), "设了打开密码"),
    "xlsx": (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "Excel 表格（.xlsx）"),
    "pptx": (zipped({"ppt/presentation.xml": ""}), "PowerPoint 文件（.pptx）"),
    "odt": (zipped({"mimetype": "x", "META-INF/manifest.xml": "", "content.xml": ""}), "OpenDocument"),
    "pages": (zipped({"Index/Document.iwa": "", "preview.jpg": ""}), "苹果 Pages"),
    "ofd": (zipped({"OFD.xml": "", "Doc_0/Document.xml": ""}), "版式文件（.ofd）"),
    "epub": (zipped({"META-INF/container.xml": ""}), "电子书"),
    "zip": (zipped({"a.txt": "x"}), "压缩包，里面没有 Word 文档"),
    "empty zip": (zipped({}), "压缩包，里面没有 Word 文档"),
    "cut off": (GOOD[: len(GOOD) // 2], "不完整或已损坏"),
    "only a beginning": (b"PK\x03\x04....", "不完整或已损坏"),
    "nonsense": (bytes(range(256)) * 4, "不完整或已损坏"),
    "bytes changed": (GOOD.replace(b"PK\x03\x04", b"PK\x03\x05"), "不完整或已损坏"),
    "broken xml": (main_part(BODY[:-20]), "不完整或已损坏"),
    "no xml": (main_part(b"\x00\x01\x02"), "不完整或已损坏"),
    "no body": (main_part(part("document", "")), "不完整或已损坏"),
    "no text": (main_part(document("<w:p/>")), "没有找到标题和正文"),
    "zip bomb": (main_part(document("<w:p/>" + " " * (20 * MB))), "展开以后会大得不正常"),
    "zip bomb in another part": (
        docx("x", parts={"word/styles.xml": b" " * (20 * MB)}),
        "展开以后会大得不正常",
    ),
    "zip bomb that lies": (lying(), "坏"),
    "zip bomb that overlaps": (overlapping(), "展开以后会大得不正常"),
    "too many parts": (zipped({f"word/{number}.xml": "" for number in range(2_001)}), "部件，多得不正常"),
    "two of one name": (twice(), "两个同名的部件"),
    "two that differ in capitals": (zipped({"word/document.xml": "", "Word/Document.XML": ""}), "同名"),
    "encrypted part": (flagged(), "加了密码的部件"),
    "path upwards": (docx("x", parts={"../../evil.xml": "x"}), "写到别的文件夹"),
    "absolute path": (docx("x", parts={"/etc/evil.xml": "x"}), "写到别的文件夹"),
    "windows path": (docx("x", parts={"C:\\evil.xml": "x"}), "写到别的文件夹"),
    "windows path upwards": (docx("x", parts={"word\\..\\..\\evil.xml": "x"}), "写到别的文件夹"),
    "dtd": (main_part(BODY.replace(HEAD, HEAD + "<!DOCTYPE x>")), "DTD"),
    "outside entity": (main_part(BODY.replace(HEAD, HEAD + DTD).replace("槐树里", "&e;")), "DTD"),
    "entity bomb": (main_part(BODY.replace(HEAD, f"{HEAD}{BOMB}]>").replace("槐树里", "&a9;")), "DTD"),
    "dtd in utf-16": (
        main_part(BODY.replace(HEAD, '<?xml version="1.0" encoding="UTF-16"?>' + DTD).encode("utf-16")),
        "DTD",
    ),
    "too deep": (main_part(document("<w:sdt>" * 150 + "<w:p/>" + "</w:sdt>" * 150)), "套得太深"),
    "much too deep": (main_part(document("<w:sdt>" * 5_000 + "<w:p/>" + "</w:sdt>" * 5_000)), "已损坏"),
    "too much": (many(), "多得不正常"),
    "too long": (docx("槐树里\n" + "".join(f"{at * at}号摊位。" for at in range(80_000))), "文档太长"),
    "too many paragraphs": (docx(f"{at * at}号摊位" for at in range(20_001)), "文档太长"),
}
