"""A page's HTML -> its tree. Nothing is fetched, and no page is too deep or ends too early."""

from __future__ import annotations

import re

from lxml import etree, html

from newsdesk.importing.imported import NotImportedError

# The parser leaves out what stands after the first of these; pages put together of parts have several.
ENDS = re.compile(r"</(?:html|body)\s*>", re.I)
DOCTYPE = re.compile(r"\A\s*<!DOCTYPE[^>\[]{0,300}(?:\[.{0,5000}?\]\s*)?>", re.I | re.S)
DECLARATIONS = re.compile(r"<\?xml[^>]{0,300}\?>|<meta[^>]{0,300}charset[^>]{0,300}>", re.I)
NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
HIDDEN_START = re.compile(r"<!--\[if[^\]>]{0,100}\]>", re.I)
HIDDEN_END = "<![endif]-->"
"""Around what only old versions of Office or Internet Explorer show."""

SHOWN_MARK = re.compile(r"<!\[(?:if[^\]>]{0,100}|endif)\]>", re.I)
MOST_TAGS = 300_000
"""Signs `<` of a page; a saved page of WeChat has 20,000."""

WRAPPERS = (
    "div span section font center b strong i em u a blockquote table tbody tr td ul ol small big article "
    "main aside header footer nav figure form dl label s sub sup code pre h1 h2 h3 h4 h5 h6"
)
WRAPPER = re.compile(rf"<(/?)(?:{'|'.join(WRAPPERS.split())})(?=[\s/>])[^>]*>", re.I)
DEEPEST = 500
"""Elements inside each other; the parser drops what is deeper than 2,048 without a word."""

TOO_LONG = (
    "网页太长，不像一篇文章",
    "里面的段落和标签太多，可能是论坛、列表或整本书",
    "请打开只有这一篇文章的网页，另存后再导入；或者复制这一篇的文字存成 .txt",
)
EMPTY = "<html><body></body></html>"


def tree_of(text: str) -> html.HtmlElement:
    """The tree of `text`, a whole page or a part of one. Raises NotImportedError where it is too long."""
    if text.count("<") > MOST_TAGS:
        raise NotImportedError(*TOO_LONG)
    text = DECLARATIONS.sub("", DOCTYPE.sub("", NO_CHARACTERS.sub("", text.replace("\f", " "))))
    text = ENDS.sub("", SHOWN_MARK.sub("", _without_conditional(text)))
    if not text.strip():
        text = EMPTY
    text = _flattened(text)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except etree.ParserError:  # no element and no text
        return html.document_fromstring(EMPTY)


def _without_conditional(text: str) -> str:
    parts, at = [], 0
    while start := HIDDEN_START.search(text, at):
        end = text.find(HIDDEN_END, start.end())
        if end < 0:
            break
        parts.append(text[at : start.start()])
        at = end + len(HIDDEN_END)
    return "".join((*parts, text[at:]))


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
