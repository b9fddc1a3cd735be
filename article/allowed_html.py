"""What HTML a story's body may hold: the one list for the reader, the importer and the checks.

Everything else that looks like a tag is shown as the text that it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

RAW_TAGS = frozenset({"br", "rp", "rt", "ruby", "span", "sub", "sup"})
"""Tags that staff may write in Markdown; `span` only with `lang`, the others bare."""

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")
"""A language tag as in <span lang="en">: BCP 47 without its rare forms."""

NAME = re.compile(r"[\w-]+")
"""An id or a class in an attribute list, {#name .name}."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Where a link may lead, besides places on the site itself."""

ANYWHERE = frozenset({"id", "class"})
"""Attributes of every tag."""

SHORT, WAS = "data-short", "data-was"
"""What `{short="..." was="..."}` says of a heading, old titles one a line; plugins.toc takes both off."""

_BARE = "blockquote br code em hr li p rp rt ruby strong sub sup table tbody td th thead tr ul"
ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    dict.fromkeys(_BARE.split(), ANYWHERE)
    | dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), ANYWHERE | {SHORT, WAS})
    | {
        "a": ANYWHERE | {"href", "title"},
        "div": ANYWHERE | {"role", "tabindex", "aria-label"},
        "img": ANYWHERE | {"src", "alt", "title"},
        "pre": ANYWHERE | {"tabindex"},
        "ol": ANYWHERE | {"start"},
        "span": ANYWHERE | {"lang"},
    }
)
"""Each tag that Markdown and the tags above may give, with its attributes."""
