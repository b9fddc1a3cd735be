"""A few readable lines -> the bytes of a .docx, as word_lines.py explains."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from tests.newsdesk.importing.word.word_lines import Making, body_xml, paragraph_xml

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": R,
        "a": f"{DRAWING}/main",
        "pic": f"{DRAWING}/picture",
        "wp": f"{DRAWING}/wordprocessingDrawing",
        "c": f"{DRAWING}/chart",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fedccc59e70000000049454e44ae426082"
)
"""One dot."""


def docx(
    lines: str | Iterable[str],
    *,
    media: Mapping[str, bytes] | None = None,
    parts: Mapping[str, bytes | str] | None = None,
    header: str = "",
) -> bytes:
    """A .docx. `media` are files in word/media/; `parts` are put in as they are, in place of those made."""
    making = Making()
    files: dict[str, bytes | str] = {f"word/media/{name}": data for name, data in (media or {}).items()}
    if header:
        making.relation("header", "header1.xml")
        files["word/header1.xml"] = part("hdr", paragraph_xml(header, making))
    body = body_xml(lines.splitlines() if isinstance(lines, str) else lines, making)
    files |= {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations([("officeDocument", "word/document.xml", "")]),
        "word/document.xml": document(body),
    }
    for kind, inside in _asked_for(making):
        making.relation(kind, f"{kind}.xml")
        files[f"word/{kind}.xml"] = part(kind, inside)
    files["word/_rels/document.xml.rels"] = relations(making.relations)
    return zipped(files | dict(parts or {}))


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A zip archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def document(body: str) -> bytes:
    """word/document.xml with this inside its w:body."""
    return part("document", f"<w:body>{body}<w:sectPr/></w:body>")


def part(root: str, inside: str) -> bytes:
    """A part of XML."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{root} {NAMES}>{inside}</w:{root}>'.encode()


def relations(them: Iterable[tuple[str, str, str]]) -> str:
    """A .rels of kinds, targets and modes."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target.replace("&", "&amp;")}"'
        + (f' TargetMode="{mode}"/>' if mode else "/>")
        for number, (kind, target, mode) in enumerate(them, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _asked_for(making: Making) -> Iterable[tuple[str, str]]:
    """Each part that the lines need, and what is in it."""
    if making.styles:
        yield "styles", "".join(making.styles.values())
    if making.lists:
        yield "numbering", _numbering(making.lists)
    for kind, notes in making.notes.items():
        line = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        if notes:
            yield f"{kind}s", line + "".join(notes)
    if making.comments:
        yield "comments", "".join(making.comments)


def _numbering(lists: Iterable[str]) -> str:
    abstract = numbers = ""
    for number, said in enumerate(lists, 1):
        text, _, numeral = said.rpartition(":")
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{numeral}"/>'
            f'<w:lvlText w:val="{text.replace("%1", f"%{depth + 1}")}"/></w:lvl>'
            for depth in range(3)
        )
        abstract += f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        numbers += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    return abstract + numbers
