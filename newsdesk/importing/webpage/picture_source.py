"""An img element -> its Picture, with the real address where the page loads it late."""

from __future__ import annotations

import re

from lxml import html

from newsdesk.importing.webpage.block import Picture

ATTRIBUTES = (
    "data-src",
    "data-original",
    "data-original-src",
    "data-lazy-src",
    "data-actualsrc",
    "data-real-src",
    "data-lazyload",
    "data-url",
    "data-echo",
    "data-img",
    "_src",
    "original",
    "lazysrc",
    "lazy-src",
    "src2",
    "real_src",
    "data-lazy",
    "data-lazyload-src",
    "data-ks-lazyload",
    "data-imgurl",
    "data-orgsrc",
    "org_src",
    "lay-src",
    "zoomfile",
    "file",
)
"""In the order in which they are believed; `src` is then often a placeholder."""

ADDRESS = re.compile(r"(?:https?:)?//\S+|\S+\.(?:jpe?g|png|gif|webp|bmp)(?:[?#]\S*)?|[\w./%-]+", re.I)
PLACEHOLDER = re.compile(
    r"(?:about|javascript|blob):|data:image/(?:gif|svg)|.*(?:/|^)(?:blank|spacer|loading|placeholder|pixel|"
    r"transparent|grey|default[_-]?img|lazy(?:load)?)[\w-]*\.(?:gif|png|svg|jpe?g)",
    re.I,
)
OF_WEB = re.compile(r"//|[a-z][a-z0-9+.-]*:", re.I)
BLANKS = re.compile(r"\s+")
NUMBER = re.compile(r"\d{1,5}")


def picture_of(node: html.HtmlElement) -> Picture:
    """The picture of an img element."""
    source = _source(node)
    size = _size(node, "width"), _size(node, "height")
    return Picture(source, _words(node.get("alt")), *size, saved=_saved(node, source))


def _saved(node: html.HtmlElement, source: str) -> str:
    """A browser that saves a page stores what it shows, and changes `src` alone."""
    own = BLANKS.sub("", node.get("src") or "")
    elsewhere = own == source or OF_WEB.match(own) or PLACEHOLDER.match(own)
    return "" if elsewhere else own


def _source(node: html.HtmlElement) -> str:
    for name in ATTRIBUTES:
        value = BLANKS.sub("", node.get(name) or "")
        if value and ADDRESS.fullmatch(value) and not PLACEHOLDER.match(value):
            return value
    source = BLANKS.sub("", node.get("src") or "")
    if source and not PLACEHOLDER.match(source):
        return source
    return _largest(node.get("data-srcset") or node.get("srcset") or "")


def _largest(srcset: str) -> str:
    """Of `a.jpg 1x, b.jpg 2x` the last one with the highest number."""
    best, size = "", -1.0
    for part in srcset.split(", "):
        words = part.split()
        if words:
            number = re.match(r"[\d.]+", words[1]) if len(words) > 1 else None
            own = float(number[0].rstrip(".") or 0) if number else 0.0
            best, size = (words[0].rstrip(","), own) if own >= size else (best, size)
    return "" if PLACEHOLDER.match(best) else best


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _size(node: html.HtmlElement, name: str) -> int:
    """In px; a share of the page's width says nothing."""
    value = node.get(name) or ""
    css = re.search(rf"(?<![\w-]){name}\s*:\s*(\d{{1,5}})(?:\.\d+)?px", node.get("style") or "", re.I)
    number = css[1] if css else (value if NUMBER.fullmatch(value.removesuffix("px")) else "")
    natural = node.get("data-w") or "" if name == "width" else ""
    sizes = [
        int(it.removesuffix("px")) for it in (number, natural) if NUMBER.fullmatch(it.removesuffix("px"))
    ]
    return max(sizes, default=0)
