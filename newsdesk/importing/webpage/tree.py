"""A page's HTML -> its tree. Nothing is fetched, and no page is too deep or ends too early."""

from __future__ import annotations

import re

from lxml import etree, html

# The parser leaves out what stands after the first of these; pages put together of parts have several.
ENDS = re.compile(r"</(?:html|body)\s*>", re.I)
DECLARATIONS = re.compile(
    r"<!DOCTYPE[^>\[]{0,300}(?:\[.{0,20000}?\]\s*)?>|<\?xml[^>]{0,300}\?>|<meta[^>]{0,300}charset[^>]{0,300}>",
    re.I | re.S,
)
NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
CONDITIONAL = re.compile(r"<!--\[if[^\]]*\]>.*?<!\[endif\]-->|<!\[(?:if[^\]]*|endif)\]>", re.I | re.S)
"""What only old versions of Office or Internet Explorer show."""

WRAPPERS = (
    "div span section font center b strong i em u a blockquote table tbody tr td ul ol small big article "
    "main aside header footer nav figure form dl label s sub sup code pre h1 h2 h3 h4 h5 h6"
)
WRAPPER = re.compile(rf"<(/?)(?:{'|'.join(WRAPPERS.split())})(?=[\s/>])[^>]*>", re.I)
DEEPEST = 500
"""Elements inside each other; the parser drops what is deeper than 2,048 without a word."""

EMPTY = "<html><body></body></html>"


def tree_of(text: str) -> html.HtmlElement:
    """The tree of `text`, which may be a whole page or a part of one."""
    text = ENDS.sub("", CONDITIONAL.sub("", DECLARATIONS.sub("", NO_CHARACTERS.sub("", text))))
    if not text.strip():
        text = EMPTY
    text = _flattened(text)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except etree.ParserError:  # no element and no text
        return html.document_fromstring(EMPTY)


def _flattened(text: str) -> str:
    """`text` without the tags that are nested too deeply; what stands in them stays."""
    if len(WRAPPER.findall(text)) <= DEEPEST:
        return text
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        if match[1]:
            deep = depth > DEEPEST
            depth = max(0, depth - 1)
        else:
            depth += 1
            deep = depth > DEEPEST
        return "" if deep else match[0]

    return WRAPPER.sub(kept, text)
