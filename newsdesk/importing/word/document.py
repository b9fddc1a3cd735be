"""Package -> WordDocument: the story, its notes and pictures, and what stands apart from it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.pictures.kind import kind_of
from newsdesk.importing.word.blocks import BlockReader
from newsdesk.importing.word.content import Block, Count, Gone, WordDocument, WordPicture
from newsdesk.importing.word.inlines import InlineReader
from newsdesk.importing.word.numbering import Counters, numberings
from newsdesk.importing.word.package import Package
from newsdesk.importing.word.refused import damaged, not_word
from newsdesk.importing.word.relations import Relation, relations
from newsdesk.importing.word.styles import Styles, styles
from newsdesk.importing.word.xml_tree import Element, child, name, tree, value

MAIN = "word/document.xml"
OTHERS = re.compile(r"(?:xl|ppt)/", re.I)
MACROS = "文件里有宏（小程序），没有运行，已忽略。"
TEMPLATE = "文档连着一个外部模板，没有去取，已忽略。"
BROKEN = "文件里的“{}”坏了，读不出，已跳过；请在 Word 里打开看看有没有缺少什么。"
PARTS = {
    "styles": "样式",
    "numbering": "自动编号",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "comments": "批注",
    "header": "页眉",
    "footer": "页脚",
    "settings": "设置",
}
DRAWINGS = ("EMF", "WMF", "SVG")


@dataclass
class _Parts:
    """The parts of a document that its main part names by kind."""

    package: Package
    relations: Mapping[str, Relation]
    problems: list[str] = field(default_factory=list)

    def of_kind(self, kind: str) -> Iterator[tuple[str, Element]]:
        """Name and root of each part of a kind; a broken one is told and passed over."""
        names = dict.fromkeys(
            it.target for it in self.relations.values() if it.kind == kind and not it.external
        )
        for part in names:
            try:
                source = self.package.part(part)
                if source is not None:
                    yield part, tree(source, part)
            except NotImportedError:
                self.problems.append(BROKEN.format(PARTS[kind]))

    def root(self, kind: str) -> Element | None:
        """The only part of a kind."""
        return next((root for _, root in self.of_kind(kind)), None)


def document_of(package: Package) -> WordDocument:
    """All that the package says. Raises NotImportedError where it holds no Word document or a broken one."""
    part = _main_part(package)
    source = package.part(part)
    if source is None:
        raise not_word(package.names)
    body = child(tree(source, part), "w:body")
    if body is None:
        raise damaged(part)
    parts = _Parts(package, relations(package, part))
    reader = _Reader(parts, styles(parts.root("styles")), Counters(numberings(parts.root("numbering"))))
    blocks = reader.read(body, parts.relations)
    notes = dict(reader.notes("footnotes")) | dict(reader.notes("endnotes"))
    apart = (*reader.apart("header", Gone.HEADER), *reader.apart("footer", Gone.HEADER), *reader.comments())
    pictures = {key: _picture(package, it) for key, it in parts.relations.items() if it.kind == "image"}
    return WordDocument(
        blocks, notes, apart, pictures, reader.counts, (*_warnings(package, parts), *parts.problems)
    )


def _main_part(package: Package) -> str:
    """Where the package says its document is; the usual place where it says nothing of one."""
    for it in relations(package, "").values():
        if it.kind == "officeDocument" and not it.external and not OTHERS.match(it.target):
            return it.target
    return MAIN


@dataclass
class _Reader:
    parts: _Parts
    styles: Styles
    counters: Counters
    counts: Counter[Count] = field(default_factory=Counter)

    def read(
        self, parent: Element, links: Mapping[str, Relation], gone: Gone = Gone.NOT
    ) -> tuple[Block, ...]:
        """One story."""
        return BlockReader(InlineReader(self.styles, links, self.counts), self.counters).read(parent, gone)

    def notes(self, kind: str) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """Each footnote or endnote by its key; the lines that Word draws above them are none."""
        for part, root in self.parts.of_kind(kind):
            links = relations(self.parts.package, part)
            for it in root:
                if value(it, "w:type") in (None, "normal"):
                    yield f"{kind[:-1]} {value(it, 'w:id')}", self.read(it, links)

    def apart(self, kind: str, gone: Gone) -> Iterator[tuple[Gone, tuple[Block, ...]]]:
        """What stands on every page; its pictures and boxes are not counted."""
        for _, root in self.parts.of_kind(kind):
            reader = _Reader(self.parts, self.styles, self.counters)
            yield gone, reader.read(root, {}, gone)

    def comments(self) -> Iterator[tuple[Gone, tuple[Block, ...]]]:
        """What people wrote at the margin."""
        root = self.parts.root("comments")
        for it in () if root is None else root:
            if name(it) == "w:comment":
                yield Gone.COMMENT, _Reader(self.parts, self.styles, self.counters).read(it, {}, Gone.COMMENT)


def _picture(package: Package, relation: Relation) -> WordPicture:
    own = posixpath.basename(relation.target)
    if relation.external:
        return WordPicture(own, why="不在文件里，只有一个外部地址，没有去取；请另外添加")
    data = package.picture(relation.target)
    if data is None:
        return WordPicture(own, why="在文件里找不到、已损坏或者太大；请另外添加")
    if kind_of(data) in DRAWINGS:
        return WordPicture(own, why=kind_of(data))
    return WordPicture(own, data)


def _warnings(package: Package, parts: _Parts) -> Iterator[str]:
    if any(it.lower().endswith("vbaproject.bin") for it in package.names):
        yield MACROS
    settings = next((it.target for it in parts.relations.values() if it.kind == "settings"), "")
    links = relations(package, settings).values() if settings else ()
    if any(it.kind == "attachedTemplate" and it.external for it in links):
        yield TEMPLATE
