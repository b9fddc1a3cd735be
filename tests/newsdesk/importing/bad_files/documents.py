"""Word files with something wrong inside that the story survives, and all that word/bad_files.py refuses."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping

from tests.newsdesk.importing.bad_files.bad import SENTENCE, TITLE, Bad, file
from tests.newsdesk.importing.pictures.drawn import from_a_phone, png_that_claims
from tests.newsdesk.importing.word import bad_files
from tests.newsdesk.importing.word.making import PNG, docx, relations, zipped

LINES = f"[居中, 字号=22] {TITLE}\n{SENTENCE}\n{SENTENCE[::-1]}\n"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
EMF = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(400)


def with_picture(data: bytes, name: str = "a.png") -> bytes:
    """A story with this picture."""
    return docx(f"{LINES}{{图 {name}:集市}}", media={name: data})


def with_parts(**parts: bytes) -> bytes:
    """A story with these parts beside it; `__` stands for a slash, `_` for a full stop."""
    return docx(
        LINES,
        parts={f"word/{name.replace('__', '/').replace('_', '.')}": data for name, data in parts.items()},
    )


def good(name: str, data: bytes, says: str = "", never: tuple[str, ...] = ()) -> Bad:
    """A document whose story comes through all the same."""
    return Bad(file(name, lambda: data), says, refused=False, never=never)


def nested() -> bytes:
    """A zip in a zip in a zip, named .docx."""
    data = bad_files.GOOD
    for _ in range(5):
        data = zipped({"inner.docx": data})
    return data


def scrambled() -> bytes:
    """A document of which single bytes are changed, the same ones each time."""
    data, chance = bytearray(bad_files.GOOD), random.Random(7)
    for _ in range(40):
        data[chance.randrange(60, len(data))] = chance.randrange(256)
    return bytes(data)


def with_comment() -> bytes:
    """A zip with a long comment and bytes before and behind."""
    stream = io.BytesIO(bad_files.GOOD)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.comment = b"PK\x05\x06" * 1_000
    return stream.getvalue()


OUTSIDE = relations(
    [("image", "file:///etc/passwd", "External"), ("hyperlink", "javascript:alert(1)", "External")]
)

DOCUMENTS: Mapping[str, Bad] = {
    **{
        f"docx: {name}": Bad(file("a.docx", lambda data=data: data), says)
        for name, (data, says) in bad_files.BAD.items()
    },
    "docx: nested zip": Bad(file("nested.docx", nested), "里面没有 Word 文档"),
    "docx: bytes changed here and there": Bad(file("scrambled.docx", scrambled), "已损坏"),
    "docx: 100,000 paragraphs": Bad(
        file("many.docx", lambda: docx(f"{at * at}号" for at in range(100_000))), "文档太长"
    ),
    "docm: macros": good("macro.docm", with_parts(vbaProject_bin=bad_files.OLE), "宏"),
    "docx: embedded object": good("object.docx", with_parts(embeddings__oleObject1_bin=bad_files.OLE), ""),
    "docx: comment like an end": Bad(file("comment.docx", with_comment), "已损坏"),
    "docx: picture missing": good("missing.docx", docx(f"{LINES}{{图 a.png:集市}}"), "图片"),
    "docx: relations lead outside": good(
        "outside.docx",
        docx(LINES, parts={"word/_rels/document.xml.rels": OUTSIDE}),
        "",
        never=("root:", "javascript"),
    ),
    "docx: picture bomb": good("bomb.docx", with_picture(png_that_claims(50_000, 50_000)), "尺寸大得不正常"),
    "docx: drawing with a script": good("svg.docx", with_picture(SVG, "a.svg"), "SVG", never=("alert",)),
    "docx: EMF drawing": good("emf.docx", with_picture(EMF, "a.emf"), "EMF"),
    "docx: picture cut off": good("half.docx", with_picture(from_a_phone()[:2_000], "a.jpg"), "已损坏"),
    "docx: photo that is a program too": good(
        "polyglot.docx",
        with_picture(from_a_phone() + b"<script>alert(1)</script>PK\x03\x04", "a.jpg"),
        "",
        never=("alert",),
    ),
    "docx: photo with its place": good(
        "place.docx", with_picture(from_a_phone(6), "a.jpg"), "", never=("Huaishuli Camera", "GPSLatitude")
    ),
    "docx: one dot": good("dot.docx", with_picture(PNG), ""),
}
