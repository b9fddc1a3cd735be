"""The bytes of one XML part -> its tree, without DTD, entities or network, and short names for its tags."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from lxml import etree

from newsdesk.importing.word.refused import damaged, dangerous

Element = etree._Element  # lxml's own name for the type of its elements

OOXML = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"
MICROSOFT = "http://schemas.microsoft.com/office/"
NAMESPACES = {
    OOXML + "wordprocessingml/2006/main": "w",
    STRICT + "wordprocessingml/main": "w",
    OOXML + "officeDocument/2006/relationships": "r",
    STRICT + "officeDocument/relationships": "r",
    OOXML + "package/2006/relationships": "rel",
    OOXML + "package/2006/content-types": "ct",
    OOXML + "drawingml/2006/main": "a",
    STRICT + "drawingml/main": "a",
    OOXML + "drawingml/2006/wordprocessingDrawing": "wp",
    STRICT + "drawingml/wordprocessingDrawing": "wp",
    OOXML + "drawingml/2006/picture": "pic",
    STRICT + "drawingml/picture": "pic",
    OOXML + "drawingml/2006/chart": "c",
    STRICT + "drawingml/chart": "c",
    OOXML + "drawingml/2006/diagram": "dgm",
    STRICT + "drawingml/diagram": "dgm",
    OOXML + "markup-compatibility/2006": "mc",
    OOXML + "officeDocument/2006/math": "m",
    STRICT + "officeDocument/math": "m",
    MICROSOFT + "word/2010/wordprocessingShape": "wps",
    MICROSOFT + "word/2010/wordprocessingGroup": "wpg",
    MICROSOFT + "word/2010/wordprocessingCanvas": "wpc",
    MICROSOFT + "word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
"""The namespaces that we read, the strict ones of ISO 29500 beside those that Word writes."""

ADDRESSES: dict[str, list[str]] = {}
for _address, _prefix in NAMESPACES.items():
    ADDRESSES.setdefault(_prefix, []).append(_address)

OFF = ("0", "false", "off", "none")
"""Values of a switch; any other, and none at all, is on."""

MOST_ELEMENTS = 600_000
DEEPEST = 100
"""Elements around an element; a text box in a table in a text box needs about 60."""


def tree(source: bytes, part: str) -> Element:
    """The root of `source`. Raises NotImportedError for broken XML, a DTD, or more than a text can need."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        if b"<!DOCTYPE" in source or b"<!ENTITY" in source:
            raise _dtd() from None
        raise damaged(part) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _dtd()
    _check_size(root)
    return root


def _dtd() -> Exception:
    return dangerous(
        "文件里有 Word 从来不写的定义（DTD），没有打开", "它可以用来偷读电脑里的文件，或者占满内存"
    )


def _check_size(root: Element) -> None:
    for count, _ in enumerate(root.iter()):
        if count > MOST_ELEMENTS:
            raise dangerous("文件里的内容多得不正常", "一篇文章不会有几十万个部分")
    if root.xpath(f"boolean({'/*' * (DEEPEST + 1)})"):
        raise dangerous("文件里的内容一层套一层，套得太深", "正常的 Word 文件不会这样")


@lru_cache(maxsize=2048)
def _short(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    prefix = NAMESPACES.get(namespace[1:])
    return f"{prefix}:{local}" if prefix else local


def name(element: Element) -> str:
    """`w:p`, whichever of its namespaces the file uses; the bare name where we know none."""
    return _short(str(element.tag))


@cache
def _spellings(short: str) -> tuple[str, ...]:
    prefix, _, local = short.partition(":")
    return (*(f"{{{address}}}{local}" for address in ADDRESSES[prefix]), local)


def value(element: Element, attribute: str) -> str | None:
    """An attribute by its short name (`w:val`), or None."""
    for spelling in _spellings(attribute):
        found = element.get(spelling)
        if found is not None:
            return str(found)
    return None


def child(element: Element | None, short: str) -> Element | None:
    """The first child of that name, or None."""
    if element is not None:
        for it in element:
            if name(it) == short:
                return it
    return None


def child_value(element: Element | None, short: str, attribute: str = "w:val") -> str | None:
    """An attribute of a child, None where either is missing."""
    found = child(element, short)
    return None if found is None else value(found, attribute)


def descendants(element: Element, short: str) -> Iterator[Element]:
    """Every element of that name below `element`, in order."""
    prefix, _, local = short.partition(":")
    yield from element.iter(*(f"{{{address}}}{local}" for address in ADDRESSES[prefix]))


def is_on(element: Element | None, short: str) -> bool | None:
    """A switch like <w:b/>: None where it is not there at all."""
    found = child(element, short)
    if found is None:
        return None
    return value(found, "w:val") not in OFF
