"""The bytes of a saved web page, or of HTML from the clipboard -> ImportedArticle."""

from __future__ import annotations

from dataclasses import replace

from newsdesk.importing.imported import ImportedArticle
from newsdesk.importing.webpage.page_reader import read_page
from newsdesk.importing.webpage.source_text import source_text


def read(source: bytes) -> ImportedArticle:
    """The article on a page, whatever its encoding. Raises NotImportedError."""
    page = source_text(source)
    return replace(read_page(page.text), encoding=page.encoding)
