"""HTML with links of a page -> HTML whose links work anywhere, as a feed reader needs them."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

TAG = re.compile(r"<[a-z](?:[^<>\"]|\"[^\"]*\")*>")
LINK = re.compile(r'(\s(?:href|src|poster|cite)=")([^"]*)(")')
SRCSET = re.compile(r'(\ssrcset=")([^"]*)(")')


def absolute(body: str, page: str, site: str) -> str:
    """`page` is the story's own address, `site` the site's, without a closing slash and maybe below a folder.

    >>> absolute('<img src="/images/a.svg">', "https://a.example/paper/fair/", "https://a.example/paper")
    '<img src="https://a.example/paper/images/a.svg">'
    """

    def link(match: re.Match[str]) -> str:
        return match[1] + _moved(match[2], page, site) + match[3]

    def srcset(match: re.Match[str]) -> str:
        variants = (variant.split(maxsplit=1) for variant in match[2].split(", "))
        moved = (" ".join([_moved(url, page, site), *size]) for url, *size in variants)
        return match[1] + ", ".join(moved) + match[3]

    return TAG.sub(lambda tag: SRCSET.sub(srcset, LINK.sub(link, tag[0])), body)


def _moved(value: str, page: str, site: str) -> str:
    url = html.unescape(value)
    if url.startswith("/") and not url.startswith("//"):
        return html.escape(site + url)
    try:
        return html.escape(urljoin(page, url))
    except ValueError:  # http://[ is no address anywhere
        return value
