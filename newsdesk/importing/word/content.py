"""The types of a Word document's content: Paragraphs of Runs, marks and pictures, and Tables of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from newsdesk.importing.word.letters import PLAIN, Letters
from newsdesk.importing.word.numbering import Label
from newsdesk.importing.word.styles import ParagraphStyle

SOFT_BREAK = "\u2028"
"""Shift+Enter within a paragraph."""

PAGE_BREAK = "\x0c"


class Gone(StrEnum):
    """Why text of the file is not in the story; the value is the reason that the report gives."""

    NOT = ""
    DELETED = "修订里已经删去的文字"
    MOVED = "修订里移走的文字，它在新位置保留着"
    HIDDEN = "隐藏的文字"
    CONTENTS = "文档的目录，网页会自己生成"
    PLACEHOLDER = "没有填写的占位文字"
    READING = "注音"
    HEADER = "页眉和页脚"
    COMMENT = "批注"
    NOTE = "没有用到的脚注"


class Count(StrEnum):
    """Things to count and to tell; the value is the sentence, {} the number."""

    REVISIONS = "文档里有 {} 处修订没有处理，用的是接受修订以后的文字，请核对。"
    COMMENTS = "文档里有 {} 条批注，已删去，请看看说的事办好了没有。"
    HIDDEN = "文档里有 {} 处隐藏的文字，已删去，见报告里删去的部分。"
    STRUCK = "有 {} 处文字画着删除线，仍然留在稿件里，请看看要不要删。"
    BOXES = "有 {} 个文本框，里面的文字放在了它所在的段落后面，请核对位置。"
    OBJECTS = "有 {} 个嵌入的对象（表格、附件等），没有打开，已忽略；需要时请单独处理。"
    CONTROLS = "有 {} 个 ActiveX 控件，没有运行，已忽略。"
    CHARTS = "有 {} 个图表或 SmartArt 图形没有导入，请截成图片再添加。"
    DRAWINGS = "有 {} 个矢量图形（EMF、WMF 或 SVG）没有导入，网页上打不开，请在 Word 里另存为 PNG 再添加。"
    FORMULAS = "有 {} 个公式，只留下了其中的文字，请核对。"
    SYMBOLS = "有 {} 个特殊符号字体里的符号认不出，没有写进稿件，请对照原文补上。"
    CHUNKS = "文档里夹着 {} 个别的文件，没有打开，请在 Word 里打开、另存一次再导入。"


@dataclass(frozen=True)
class Run:
    """Text that looks the same throughout. `link` is an address or ""."""

    text: str
    letters: Letters = PLAIN
    link: str = ""
    gone: Gone = Gone.NOT


@dataclass(frozen=True)
class NoteMark:
    """Where the text refers to a note. `key` names it in Document.notes."""

    key: str
    gone: Gone = Gone.NOT


@dataclass(frozen=True)
class Drawing:
    """Where a picture stands. `relation` is its rId; `alt` what its author says of it."""

    relation: str
    alt: str = ""
    gone: Gone = Gone.NOT


Inline = Run | NoteMark | Drawing


@dataclass(frozen=True)
class Paragraph:
    """`inlines` in order. `joins`: its mark was deleted, so the next paragraph goes on with it."""

    inlines: tuple[Inline, ...]
    style: ParagraphStyle = field(default_factory=ParagraphStyle)
    label: Label | None = None
    align: str = ""
    joins: bool = False


@dataclass(frozen=True)
class Cell:
    """`width` in columns. A `continued` cell belongs to the one above it."""

    blocks: tuple[Block, ...]
    width: int = 1
    continued: bool = False


@dataclass(frozen=True)
class Row:
    """`is_head`: Word prints it again on each page. `before`: columns left free."""

    cells: tuple[Cell, ...]
    is_head: bool = False
    before: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of cells."""

    rows: tuple[Row, ...]


Block = Paragraph | Table


@dataclass(frozen=True)
class WordDocument:
    """All that a .docx says. `notes` by key, in the order of the file; `apart` is neither story nor note."""

    blocks: tuple[Block, ...]
    notes: Mapping[str, tuple[Block, ...]]
    apart: tuple[tuple[Gone, tuple[Block, ...]], ...]
    pictures: Mapping[str, WordPicture]
    counts: Mapping[Count, int]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class WordPicture:
    """What an rId of the document leads to: bytes, or `why` there are none, in words after “图片”."""

    name: str = ""
    data: bytes = b""
    why: str = ""
