"""The bytes of a .txt file -> ImportedArticle."""

from __future__ import annotations

from dataclasses import replace

from newsdesk.importing.encoding import decoded
from newsdesk.importing.imported import ImportedArticle, NotImportedError
from newsdesk.importing.page.article import article_of


def read(source: bytes) -> ImportedArticle:
    """The article in a text file of any encoding that Chinese texts come in. Raises NotImportedError."""
    page = decoded(source)
    article = article_of(page.text)
    if not article.title:
        raise NotImportedError(
            "没有找到标题和正文",
            "文件里只有日期、来源、按钮一类的文字",
            "请打开原文，把标题和正文一起复制到文件里",
        )
    return replace(article, encoding=page.encoding, problems=(*page.problems, *article.problems))
