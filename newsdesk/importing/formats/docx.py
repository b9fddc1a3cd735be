"""The bytes of a .docx file -> ImportedArticle."""

from __future__ import annotations

from newsdesk.importing.imported import ImportedArticle, NotImportedError
from newsdesk.importing.word.article import article_of
from newsdesk.importing.word.document import document_of
from newsdesk.importing.word.package import Package


def read(source: bytes) -> ImportedArticle:
    """The article in a Word document. Raises NotImportedError for all that is none, broken or dangerous."""
    article = article_of(document_of(Package(source)))
    if not article.title:
        raise NotImportedError(
            "文档里没有找到标题和正文",
            "里面没有文字，或者只有图片、页眉、批注一类的内容",
            "请在 Word 里打开看看；文字如果在图片里，请把它打出来",
        )
    return article
