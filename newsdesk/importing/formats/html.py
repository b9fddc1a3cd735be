"""The bytes of a saved web page, or of HTML from the clipboard -> ImportedArticle."""

from __future__ import annotations

from dataclasses import replace

from newsdesk.importing.garbled import mended
from newsdesk.importing.imported import ImportedArticle
from newsdesk.importing.webpage.page_reader import read_page
from newsdesk.importing.webpage.source_text import source_text


def read(source: bytes) -> ImportedArticle:
    """The article on a page, whatever its encoding. Raises NotImportedError."""
    page = source_text(source)
    article = read_page(page.text)
    problems = mended(f"{article.title}\n{article.markdown}")[1]
    if problems:  # garbled before it was saved: what was understood of it is worth nothing
        article = read_page(mended(page.text)[0])
    return replace(article, encoding=page.encoding, problems=(*problems, *article.problems))
