"""The bytes of a saved web page, or of HTML from the clipboard -> ImportedArticle."""

from __future__ import annotations

import re
from dataclasses import replace

from newsdesk.importing.garbled import mended, refuse_garbled
from newsdesk.importing.imported import ImportedArticle, NotImportedError
from newsdesk.importing.webpage.page_reader import read_page
from newsdesk.importing.webpage.source_text import source_text

NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
SAMPLE = 20_000
"""Characters that tell whether a page was garbled before it was saved."""


def read(source: bytes, opened: str = "") -> ImportedArticle:
    """The article on a page, whatever its encoding, fetched from `opened`. Raises NotImportedError."""
    page = source_text(source)
    sample = "\n".join(NOT_ASCII.findall(page.text[: 20 * SAMPLE]))[:SAMPLE]
    try:
        problems = mended(sample)[1]
    except NotImportedError as garbled:
        article, problems = _in_spite_of(garbled, page.text, opened), ()
    else:
        article = read_page(mended(page.text)[0] if problems else page.text, opened)
    return replace(article, encoding=page.encoding, problems=(*problems, *article.problems))


def _in_spite_of(garbled: NotImportedError, text: str, opened: str) -> ImportedArticle:
    """The article, where only menus and titles of other stories are garbled; else raises what was found."""
    try:
        article = read_page(text, opened)
        refuse_garbled(f"{article.title}\n{article.markdown}")
    except NotImportedError:
        raise garbled from None
    return article
