"""The bytes of a .txt file -> ImportedArticle."""

from __future__ import annotations

from dataclasses import replace

from newsdesk.importing.encoding import decoded
from newsdesk.importing.imported import ImportedArticle
from newsdesk.importing.page.article import article_of


def read(source: bytes) -> ImportedArticle:
    """The article in a text file of any encoding that Chinese texts come in. Raises Refused."""
    page = decoded(source)
    article = article_of(page.text)
    return replace(article, encoding=page.encoding, problems=(*page.problems, *article.problems))
