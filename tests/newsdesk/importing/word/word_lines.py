"""Readable lines -> WordprocessingML.

A line is a paragraph; what it looks like stands in front in square brackets: `[居中, 字号=22] 春季集市`.

    样式=heading 1      a style of that name; 样式=小节<标题 2: one that is based on another
    居中 右 大纲=2      of the paragraph
    加粗 红 字号=22 字体=黑体     of all of its text
    项目符号 级=1       a bullet, one level in
    编号=%1、:chineseCounting     Word's own number: its w:lvlText and its w:numFmt
    删段                the mark at the paragraph's end is deleted

Inside a line: {粗:…} {斜:…} {着重:…} {上标:…} {下标:…} {删线:…} {隐:…} {插:…} {删:…} {移来:…} {移走:…}
{链 http://a.b:…} {域 PAGE:…} {注:a footnote} {尾注:…} {批注:…} {图 a.png:alt} {框:a text box} {旧框:…}
{符号 Wingdings F0FE} {换行} {换页} {制表}.

A line `| a | b |` is a row of a table, `a>2` a cell over two columns, `^` one that belongs to the cell above;
`--` parts two paragraphs of a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

LETTERS = {
    "粗": "<w:b/>",
    "斜": "<w:i/>",
    "着重": '<w:em w:val="dot"/>',
    "上标": '<w:vertAlign w:val="superscript"/>',
    "下标": '<w:vertAlign w:val="subscript"/>',
    "删线": "<w:strike/>",
    "隐": "<w:vanish/>",
    "加粗": "<w:b/>",
    "红": '<w:color w:val="FF0000"/>',
    "字号": '<w:sz w:val="{}"/>',
    "字体": '<w:rFonts w:eastAsia="{}"/>',
}
PARAGRAPHS = {
    "居中": '<w:jc w:val="center"/>',
    "右": '<w:jc w:val="right"/>',
    "大纲": '<w:outlineLvl w:val="{}"/>',
    "样式": '<w:pStyle w:val="{}"/>',
    "编号": '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{}"/></w:numPr>',
    "删段": '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>',
}
REVISIONS = {"插": "ins", "删": "del", "移来": "moveTo", "移走": "moveFrom"}
BREAKS = {"换行": "<w:br/>", "换页": '<w:br w:type="page"/>', "制表": "<w:tab/>"}
INLINE = re.compile(
    r"\{(?P<kind>[^\s:{}]+)(?:(?:\s(?P<with>[^{}]*))?:(?P<text>[^{}:]*)|\s(?P<only>[^{}:]*))?\}"
)
LOOK = re.compile(rf"\[(?P<look>(?:{'|'.join([*PARAGRAPHS, *LETTERS, '项目符号'])})[^\[\]]*)\]\s?")


@dataclass
class Making:
    """What the lines have asked for so far."""

    styles: dict[str, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    comments: list[str] = field(default_factory=list)

    def relation(self, kind: str, target: str, mode: str = "") -> str:
        """The rId of a new relation."""
        self.relations.append((kind, target, mode))
        return f"rId{len(self.relations)}"

    def style(self, said: str) -> str:
        """The id of a style; as in Chinese Word it says nothing."""
        name, _, base = said.partition("<")
        key = f"a{sum(map(ord, name))}"
        if name not in self.styles:
            based = f'<w:basedOn w:val="{self.style(base)}"/>' if base else ""
            inside = f'<w:name w:val="{escape(name)}"/>{based}'
            self.styles[name] = f'<w:style w:type="paragraph" w:styleId="{key}">{inside}</w:style>'
        return key

    def number(self, said: str) -> int:
        """The w:numId of a list."""
        self.lists.setdefault(said, said)
        return list(self.lists).index(said) + 1


def body_xml(lines: Iterable[str], making: Making) -> str:
    """Paragraphs, and tables from lines that begin with |."""
    xml, rows = "", ""
    for line in lines:
        if line.startswith("|"):
            rows += _row(line, making)
            continue
        xml, rows = xml + (f"<w:tbl>{rows}</w:tbl>" if rows else ""), ""
        xml += paragraph_xml(line, making)
    return xml + (f"<w:tbl>{rows}</w:tbl>" if rows else "")


def paragraph_xml(line: str, making: Making) -> str:
    """A w:p."""
    match = LOOK.match(line)
    said = dict((*it.split("=", 1), "")[:2] for it in match["look"].split(", ")) if match else {}
    if "项目符号" in said:
        said["编号"] = "•:bullet"
    values = said | {
        "字号": f"{float(said.get('字号', 1)) * 2:.0f}",
        "大纲": f"{int(said.get('大纲', 1)) - 1}",
        "样式": making.style(said["样式"]) if "样式" in said else "",
        "编号": f"{making.number(said['编号'])}" if "编号" in said else "",
    }
    level = said.get("级", "0")
    properties = "".join(PARAGRAPHS[it].format(values[it], level=level) for it in said if it in PARAGRAPHS)
    letters = "".join(LETTERS[it].format(values[it]) for it in said if it in LETTERS)
    text = line[match.end() :] if match else line
    return f"<w:p><w:pPr>{properties}</w:pPr>{_inline(text, letters, making)}</w:p>"


def run(text: str, letters: str = "", tag: str = "t") -> str:
    """A w:r."""
    shown = escape(text, quote=False)
    return f'<w:r><w:rPr>{letters}</w:rPr><w:{tag} xml:space="preserve">{shown}</w:{tag}></w:r>'


def picture(relation: str, alt: str = "") -> str:
    """A w:r with a picture in the line."""
    inside = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="{relation}"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
    )
    about = f'<wp:docPr id="1" name="图片 1" descr="{escape(alt)}"/>'
    graphic = f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:inline>{about}{graphic}</wp:inline></w:drawing></w:r>"


def box(inside: str, *, choice: bool = True) -> str:
    """A text box as Word writes it: twice, for new programs and for old ones; or only for old ones."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    new = f"<w:drawing><wp:anchor><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></wp:anchor></w:drawing>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    return f"<w:r>{both if choice else old}</w:r>"


def _row(line: str, making: Making) -> str:
    cells = ""
    for cell in line.strip().strip("|").split("|"):
        text, _, width = cell.strip().partition(">")
        properties = f'<w:gridSpan w:val="{width}"/>' if width else ""
        if text == "^":
            text, properties = "", properties + "<w:vMerge/>"
        paragraphs = "".join(paragraph_xml(it.strip(), making) for it in text.split("--"))
        cells += f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"
    return f"<w:tr>{cells}</w:tr>"


def _inline(text: str, letters: str, making: Making) -> str:
    xml, at = "", 0
    for match in INLINE.finditer(text):
        xml += run(text[at : match.start()], letters) if match.start() > at else ""
        given = match["with"] or match["only"] or ""
        xml += _special(match["kind"], given, match["text"] or "", letters, making)
        at = match.end()
    return xml + (run(text[at:], letters) if at < len(text) else "")


def _special(kind: str, given: str, text: str, letters: str, making: Making) -> str:
    if kind in LETTERS:
        return run(text, letters + LETTERS[kind])
    if kind in REVISIONS:
        tag = REVISIONS[kind]
        inside = run(text, letters, "delText" if tag == "del" else "t")
        return f'<w:{tag} w:id="1" w:author="x">{inside}</w:{tag}>'
    if kind == "链":
        relation = making.relation("hyperlink", given, "External")
        return f'<w:hyperlink r:id="{relation}">{run(text, letters)}</w:hyperlink>'
    if kind == "域":
        begin, separate, end = (
            f'<w:r><w:fldChar w:fldCharType="{it}"/></w:r>' for it in ("begin", "separate", "end")
        )
        return begin + run(f" {given} ", "", "instrText") + separate + run(text, letters) + end
    if kind in BREAKS:
        return f"<w:r>{BREAKS[kind]}</w:r>"
    return _set_apart(kind, given, text, making)


def _set_apart(kind: str, given: str, text: str, making: Making) -> str:
    """What has its text in another part, or no text."""
    if kind in ("注", "尾注"):
        return _note("footnote" if kind == "注" else "endnote", text, making)
    if kind == "批注":
        number = len(making.comments)
        making.comments.append(f'<w:comment w:id="{number}"><w:p>{run(text)}</w:p></w:comment>')
        return f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    if kind == "图":
        mode = "External" if "://" in given else ""
        target = given if mode or given.startswith("..") else f"media/{given}"
        return picture(making.relation("image", target, mode), text)
    if kind == "符号":
        font, code = given.split(" ")
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    return box(f"<w:p>{run(text)}</w:p>", choice=kind == "框")


def _note(kind: str, text: str, making: Making) -> str:
    number = len(making.notes[kind]) + 1
    inside = f"<w:p><w:r><w:{kind}Ref/></w:r>{run(text)}</w:p>"
    making.notes[kind].append(f'<w:{kind} w:id="{number}">{inside}</w:{kind}>')
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'
