"""The theme's CSS -> SmallCss: the same rules in few bytes, under a name that changes with them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import rcssmin


@dataclass(frozen=True)
class SmallCss:
    """`name` holds a fingerprint of `text`: `site-1a2b3c4d.css`. `text` is minified."""

    name: str
    text: str


def small_css(css: str) -> SmallCss:
    """Minify `css`; caches may keep the file for ever, as other rules have another name."""
    text = str(rcssmin.cssmin(css)).strip() + "\n"
    return SmallCss(f"site-{fingerprint(text)}.css", text)


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits that stand for `text`."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
