"""The bytes of a page -> what our own importer gives, as a Result to score."""

from __future__ import annotations

import re

from bench.importing.score import Result
from newsdesk.importing.formats import html
from newsdesk.importing.imported import ImportedArticle, Kind, NotImportedError

HEADING = re.compile(r"^#{2,6} (.*)$", re.M)


def ours(page: bytes) -> Result:
    """Fields, the body's text and headings; a refusal with its words."""
    try:
        article = html.read(page)
    except NotImportedError as why:
        return Result(refused=why.what)
    return result_of(article)


def result_of(article: ImportedArticle) -> Result:
    """Headings are those of the Markdown; the body is the text of its pieces."""
    return Result(
        title=article.title,
        date=str(article.published or ""),
        source=article.source,
        editor=article.editor,
        authors=article.authors,
        body="\n".join(piece.text for piece in article.pieces if piece.kind is Kind.BODY),
        headings=tuple(HEADING.findall(article.markdown)),
        pictures=tuple(it.source for it in article.images if not it.source.startswith("data:")),
    )
