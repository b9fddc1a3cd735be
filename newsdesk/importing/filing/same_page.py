"""A page's address -> what two addresses of one article have in common, without how a reader came to it."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

WECHAT = "mp.weixin.qq.com"
WECHAT_KEYS = ("__biz", "mid", "idx", "sn")
"""What names a WeChat article; the rest of its address says who shared it where."""

TRACKING = re.compile(
    r"utm_.*|spm|spm_id_from|from|share.*|scene|tt_.*|isappinstalled|chksm|vd_source|wfr|referr?er",
    re.I,
)


def page_key(address: str) -> str:
    """`https://News.test/a.html?from=timeline#top` -> `news.test/a.html`; of a whole site, nothing."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    pairs = parse_qsl(parts.query)
    if host == WECHAT:
        pairs = [(name, value) for name, value in pairs if name in WECHAT_KEYS]
    query = urlencode([(name, value) for name, value in pairs if not TRACKING.fullmatch(name)])
    if not host or not (path or query) or (host == WECHAT and path == "/s" and not query):
        return ""
    return f"{host}{path}" + (f"?{query}" if query else "")
