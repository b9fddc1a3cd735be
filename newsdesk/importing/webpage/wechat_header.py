"""The tree of a WeChat page -> the account and the author that its header shows.

A page that a browser saved has no scripts any more, and its attributes may stand in another order: only the
ids and classes of the header are left.
"""

from __future__ import annotations

from lxml import html

from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.folding import fold

ACCOUNT_IDS = ("js_name", "post-user", "js_wx_follow_nickname")
ACCOUNT_CLASS = "rich_media_meta_nickname"
AUTHOR_ID, TEXT_CLASS = "js_author_name", "rich_media_meta_text"
HEADER = "meta_content"
NO_AUTHOR_IDS = frozenset({"publish_time", "post-date", "js_ip_wording_wrp", "copyright_logo"})
MARKS = frozenset({"原创", "原創", "Original", "转载", "轉載"})
LONGEST = 30


def shown_account(root: html.HtmlElement) -> str:
    """The name of the account, "" where the header names none."""
    for name in ACCOUNT_IDS:
        node = root.get_element_by_id(name, None)
        if node is not None and (words := _words(node)):
            return words
    found = [it for it in _of_class(root, ACCOUNT_CLASS) if _words(it)]
    return _words(found[0]) if found else ""


def shown_author(root: html.HtmlElement) -> str:
    """The name before the account, "" where there is none."""
    node = root.get_element_by_id(AUTHOR_ID, None)
    if node is not None and (words := _words(node)):
        return words
    header = root.get_element_by_id(HEADER, None)
    for it in _of_class(header, TEXT_CLASS) if header is not None else ():
        words = _words(it)
        if it.get("id") not in NO_AUTHOR_IDS and words and words not in MARKS and not dates(fold(words)):
            return words
    return ""


def _of_class(root: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return [it for it in root.iter("span", "em", "a", "strong") if name in (it.get("class") or "").split()]


def _words(node: html.HtmlElement) -> str:
    """Of a header's element, without the box of the account that opens below it; "" where they are long."""
    inner = node.find(".//a") if node.tag == "span" else None
    words = " ".join((inner if inner is not None else node).text_content().split())
    return words if len(words) <= LONGEST else ""
