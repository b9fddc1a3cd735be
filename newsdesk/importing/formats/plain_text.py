"""The bytes of a .txt file -> ImportedArticle."""

from __future__ import annotations

import re
from dataclasses import replace

from newsdesk.importing.encoding import decoded
from newsdesk.importing.imported import ImportedArticle, NotImportedError
from newsdesk.importing.page.article import article_of

LINE = re.compile(r"\S.*")
MOST_LINES = 20_000
"""Lines with something on them; as many as paragraphs of a Word document."""


def read(source: bytes) -> ImportedArticle:
    """The article in a text file of any encoding that Chinese texts come in. Raises NotImportedError."""
    page = decoded(source)
    if len(LINE.findall(page.text)) > MOST_LINES:
        raise NotImportedError(
            "文字太长，不像一篇文章",
            f"里面有 {MOST_LINES} 行以上，可能是整本书、名单或日志",
            "请只留下这一篇，另存后再导入",
        )
    article = article_of(page.text)
    if not article.title:
        raise NotImportedError(
            "没有找到标题和正文",
            "文件里只有日期、来源、按钮一类的文字",
            "请打开原文，把标题和正文一起复制到文件里",
        )
    return replace(article, encoding=page.encoding, problems=(*page.problems, *article.problems))
