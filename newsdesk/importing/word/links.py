"""An address as a document has it -> one that a story may hold, or nothing."""

from __future__ import annotations

import re
from urllib.parse import quote

SCHEMES = ("http:", "https:", "mailto:", "tel:")
CONTROL = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
KEPT = "!#$%&'*+,-./:;=?@_~"
LONGEST = 2_000


def safe_address(address: str) -> str:
    """`address` escaped for Markdown's round brackets; "" unless it is http, https, mailto or tel."""
    plain = CONTROL.sub("", address)
    if not plain.lower().startswith(SCHEMES) or len(plain) > LONGEST:
        return ""
    return quote(plain, safe=KEPT)
