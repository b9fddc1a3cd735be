"""An Input -> SourcePage: the article that its file or address holds, and where the page came from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from newsdesk.importing.fetching.fetched import Fetched, Fetcher, FetchLimits
from newsdesk.importing.fetching.not_fetched import NotFetchedError
from newsdesk.importing.formats import READERS, Reader, html
from newsdesk.importing.imported import Confidence, Evidence, ImportedArticle, NotImportedError
from newsdesk.importing.inputs import Input
from newsdesk.importing.pictures.located import Origin

LARGEST = 100_000_000
"""Bytes of any file; each format has a limit of its own below it."""

WEB = ("http://", "https://")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS: Mapping[str, str] = MappingProxyType(
    {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", DOCX: ".docx"}
)
"""What a server calls a page -> the suffix by which its reader is found."""

UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/zip"})
"""What a server says that does not know: then the end of the address counts."""

SAVE_IT = "请在浏览器里打开网页，按 Ctrl+S 存到电脑上（类型选“网页，全部”），再导入存下的文件"
NO_STORY = NotImportedError(
    "没有正文",
    "里面最多只有标题、日期、来源一类的文字，没有成段的文章",
    "请打开原文，把标题（单独一行）和正文一起复制到文件里，再导入",
)
ONLY_WEB = NotImportedError(
    "这不是网页的网址",
    "只认 http:// 和 https:// 开头的网址",
    "本机的文件请直接写文件名，例如 newsdesk import 来稿.docx",
)
LIMITS = FetchLimits()


@dataclass(frozen=True)
class SourcePage:
    """An article and where its page came from."""

    article: ImportedArticle
    origin: Origin


def read(it: Input, fetcher: Fetcher | None) -> SourcePage:
    """The article of `it`. Raises NotImportedError; OSError where we may not read the file.

    Without `fetcher` no connection is opened.
    """
    if it.refusal:
        raise it.refusal
    page = _read_file(it.path) if it.path is not None else _read_address(it.address, fetcher)
    if not page.article.markdown.strip():
        raise NO_STORY
    return page


def _read_file(path: Path) -> SourcePage:
    article = _reader(path)(path.read_bytes())
    return SourcePage(article, Origin(path, article.source_url))


def _reader(path: Path) -> Reader:
    if not os.path.lexists(path):
        if str(path).lower().startswith("www."):
            raise NotImportedError(
                "没有这个文件", "它像是网址，前面少了 https://", f"请写成 https://{path}；或者{SAVE_IT}"
            )
        raise NotImportedError(
            "没有这个文件", "名字或位置可能写错了", "请核对文件名；名字里有空格时，用引号括起来"
        )
    if not path.is_file():
        raise NotImportedError("这不是普通文件", "导入要的是一篇文章", "请写出文件的名字，例如 来稿.docx")
    if path.stat().st_size > LARGEST:
        raise NotImportedError(
            "文件太大", f"它超过 {LARGEST // 1_000_000} MB，不像一篇文章", "请只留下这一篇，另存后再导入"
        )
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise unknown(path.suffix.lower())
    return reader


def _read_address(address: str, fetcher: Fetcher | None) -> SourcePage:
    if not address.strip().lower().startswith(WEB):
        raise ONLY_WEB
    if fetcher is None:
        raise NotImportedError(
            "没有打开这个网址", "试一试（--dry-run）时不连接网络", f"请去掉 --dry-run；或者{SAVE_IT}"
        )
    try:
        fetched = fetcher.fetch(address, LIMITS)
    except NotFetchedError as error:
        raise NotImportedError(error.what, error.why, SAVE_IT) from None
    article = _reader_of(fetched)(fetched.data)
    if not article.source_url:
        evidence = Evidence("source_url", fetched.address, None, Confidence.HIGH, "您给出的网址")
        article = replace(article, source_url=fetched.address, evidence=(*article.evidence, evidence))
    return SourcePage(article, Origin(address=fetched.address))


def _reader_of(fetched: Fetched) -> Reader:
    suffix = KINDS.get(fetched.kind, "")
    if fetched.kind in UNSAID:
        suffix = PurePosixPath(unquote(urlsplit(fetched.address).path)).suffix.lower()
    reader = READERS.get(suffix)
    if reader is html.read:
        return partial(html.read, opened=fetched.address)
    if reader is None:
        raise NotImportedError(
            "网址打开的不是能导入的网页",
            f"网站说它是 {fetched.kind or '不知道什么'}",
            "请在浏览器里打开它，另存成网页、Word（.docx）或纯文本，再导入那个文件",
        )
    return reader


WAYS: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "请在 Word 或 WPS 里打开，另存为“Word 文档（.docx）”，再导入那个文件",
        ".html": "请在浏览器里打开它，按 Ctrl+S 另存为“网页，全部”，再导入那个 .html 文件",
        ".pdf": "请打开它，选中全部文字复制，粘贴到记事本里存成 .txt",
        ".jpg": "请把图片里的文字打成 .txt；照片可以另外添加",
        ".zip": "请先解压，再导入里面的文件；里面有几篇时，可以导入整个文件夹",
        ".md": "它已经是稿件的格式：补上开头的标题和日期，放到 content/news/年份/ 里即可",
    }
)
LIKE: Mapping[str, str] = MappingProxyType(
    dict.fromkeys((".doc", ".wps", ".rtf", ".odt", ".pages"), ".docx")
    | dict.fromkeys((".url", ".webloc", ".webarchive"), ".html")
    | dict.fromkeys((".jpeg", ".png", ".gif", ".webp", ".heic"), ".jpg")
    | {".ofd": ".pdf", ".rar": ".zip", ".7z": ".zip"}
)


def unknown(suffix: str) -> NotImportedError:
    """Why a file with this ending is not read, and the way around it."""
    what = f"还不认识 {suffix} 文件" if suffix else "文件名没有后缀，不知道是什么文件"
    way = WAYS.get(LIKE.get(suffix, suffix), "请在原来的软件里另存为“纯文本（.txt）”，再导入那个文件")
    return NotImportedError(what, f"能导入的文件以 {'、'.join(READERS)} 结尾", way)
