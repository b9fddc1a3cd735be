"""A WeChat page that a browser saved has no scripts: its header alone names the account and the author."""

from __future__ import annotations

import pytest

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE

NAME = "<span class='rich_media_meta rich_media_meta_nickname' id=profileBt><a id=js_name> {} </a></span>"
AUTHOR = "<span class='rich_media_meta rich_media_meta_text'><span id=js_author_name>{}</span></span>"


def read(header: str) -> ImportedArticle:
    return READERS[".html"](
        f"<html><head><link href=https://mp.weixin.qq.com/a.css><title>{TITLE}</title></head><body>"
        f"<h1 class=rich_media_title id=activity-name>{TITLE}</h1><div id=meta_content>{header}</div>"
        f"<div class=rich_media_content id=js_content><p>{PARAGRAPH}</p><p>{OTHER}</p></div>"
        "</body></html>".encode()
    )


@pytest.mark.parametrize(
    ("header", "source", "authors"),
    [
        (f"<span id=copyright_logo>原创</span> {AUTHOR.format('江小满')} {NAME.format('槐树里街坊')}",
         "槐树里街坊", ("江小满",)),
        (f"<span>原创</span> {AUTHOR.format('小满')} {NAME.format('小满')}", "小满", ("小满",)),
        (f"<span>Original</span> {AUTHOR.format('江小满')} {NAME.format('槐树里街坊')}",
         "槐树里街坊", ("江小满",)),
        (NAME.format("槐树里街坊"), "槐树里街坊", ()),
        ("<span id=copyright_logo class='rich_media_meta rich_media_meta_text'>原创</span>"
         "<em id=post-date class='rich_media_meta rich_media_meta_text'>2018-05-03</em>"
         " <em class='rich_media_meta rich_media_meta_text'>58江一帆</em> <a id=post-user>槐树里街坊</a>",
         "槐树里街坊", ("58江一帆",)),
    ],
)  # fmt: skip
def test_the_header_names_account_and_author(header: str, source: str, authors: tuple[str, ...]) -> None:
    article = read(f"{header}<div></div><span><em id=publish_time>2026-05-03 09:30</em></span>")
    assert (article.source, article.authors) == (source, authors)
