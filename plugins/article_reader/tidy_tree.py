"""Markdown's tree -> the same with this site's habits: headings from h2, tables that scroll, safe links."""

from __future__ import annotations

import re
from html import unescape
from itertools import count
from xml.etree.ElementTree import Element

from article import allowed_html

TABLE = {"class": "table", "role": "region", "tabindex": "0"}
"""A wide table scrolls inside its own box, by keyboard too."""

LABEL = "表格"

ALIGN = re.compile(r"text-align: (center|right);")
SCHEME = re.compile(r"[^/?#]*?:")
IGNORED = re.compile(r"[\x00-\x20]+")
"""What browsers drop before and within an address."""

PELICAN = re.compile(r"^\{(?:filename|static)\}")


def tidy(root: Element) -> None:
    """Change `root` in place. No text is lost: a picture from elsewhere becomes a link with its words."""
    tables = count(1)
    for element in list(root.iter()):
        if element.tag == "h1":
            element.tag = "h2"
        if element.tag == "img" and not _is_here(element.get("src", "")):
            _to_link(element)
        if element.tag == "a":
            _check_link(element)
        if "style" in element.attrib:
            _align_by_class(element)
        for place, child in enumerate(element):
            if child.tag == "table":
                element[place] = _wrapped(child, next(tables))
    _flatten_links(root)


def _flatten_links(root: Element) -> None:
    """A link cannot hold a link: the outer one is followed."""
    for link in root.iter("a"):
        for inner in list(link.iter("a"))[1:]:
            inner.tag = "span"
            inner.attrib.pop("href", None)


def _wrapped(table: Element, number: int) -> Element:
    """Each region of a page needs a name of its own."""
    box = Element("div", TABLE | {"aria-label": label(number)})
    box.append(table)
    box.tail, table.tail = table.tail, None
    return box


def label(number: int) -> str:
    """Of the first table of a story, the second ..."""
    return LABEL if number == 1 else f"{LABEL} {number}"


def _to_link(image: Element) -> None:
    """The page asks no other host for anything, so a picture from there is a link to it."""
    source = image.attrib.pop("src", "")
    image.tag = "a"
    image.set("href", source)
    image.text = image.attrib.pop("alt", "") or source


def _check_link(link: Element) -> None:
    address = link.get("href")
    if address is not None and not (_is_here(address) or _scheme(address) in allowed_html.SCHEMES):
        del link.attrib["href"]


def _plain(address: str) -> str:
    """`address` as a browser reads it."""
    return IGNORED.sub("", unescape(address)).replace("\\", "/")


def _scheme(address: str) -> str:
    plain = _plain(address)
    if plain.startswith("//"):
        return "https"
    return plain.partition(":")[0].lower() if SCHEME.match(plain) else ""


def _is_here(address: str) -> bool:
    """Does it lead to this site: a path, a fragment, or one of Pelican's {filename} and {static}?"""
    plain = PELICAN.sub("", _plain(address), count=1)
    return not (SCHEME.match(plain) or plain.startswith("//") or plain[:1] in ("{", "|"))


def _align_by_class(cell: Element) -> None:
    """The site's security policy allows no style attribute."""
    align = ALIGN.search(cell.attrib.pop("style"))
    if align:
        cell.set("class", f"{cell.get('class', '')} {align[1]}".strip())
