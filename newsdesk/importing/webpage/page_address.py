"""A page's tree, and where it was opened -> PageAddress: its own address, and where its links begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import html

SAVED = re.compile(r"\s*saved from url=\(\d{4}\)(\S+)\s*")
"""The comment that browsers write into a page that they save."""

SPOILT = re.compile(r"[\s\"<>\\]")


@dataclass(frozen=True)
class PageAddress:
    """`value` names the page, `why` says in Chinese what told it; `base` is where its relative links begin.

    Each is "" where nothing tells.
    """

    value: str = ""
    why: str = ""
    base: str = ""


def page_address(root: html.HtmlElement, opened: str) -> PageAddress:
    """What the page says counts first. `opened` is the address it was fetched from, "" for a file."""
    href = next(iter(root.xpath("//base/@href")), "").strip()
    named = [
        *root.xpath("//link[@rel='canonical']/@href"),
        *root.xpath("//meta[@property='og:url']/@content"),
    ]
    comments = root.getroottree().xpath("//comment()")
    saved = [match[1] for it in comments if (match := SAVED.fullmatch(it.text or ""))]
    begin = _joined(opened, href)
    ways = (
        *((_joined(begin, it.strip()), "网页源代码里写明的网址（canonical）") for it in named),
        (opened, "打开这一页的网址"),
        *((it, "浏览器保存网页时记下的网址") for it in saved),
    )
    value, why = next(((it, why) for it, why in ways if _leads(it)), ("", ""))
    known = next((it for it in (opened, *saved, value) if _is_web(it)), "")
    return PageAddress(value, why, _joined(known, href))


def _joined(base: str, address: str) -> str:
    """`address` made whole; itself where one of the two is no address."""
    try:
        whole = urljoin(base, address)
    except ValueError:
        return address
    return f"https:{whole}" if whole.startswith("//") else whole


def _leads(address: str) -> bool:
    """Whether it leads to one page, not to a whole site."""
    return _is_web(address) and len(urlsplit(address).path.strip("/")) > 0


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and not SPOILT.search(address)
