"""Pages that hold no article are refused with the right words."""

from __future__ import annotations

import pytest

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import NotImportedError
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH

WECHAT = (
    '<html><body class="weui"><a href="https://mp.weixin.qq.com/">x</a><div id="js_x">{}</div></body></html>'
)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("", "空"),
        ("<html></html>", "没有找到文章"),
        ("<ul><li><a href=1>早市搬新址</a></li><li><a href=2>三号院加装电梯</a></li></ul>", "没有找到文章"),
        ("<p>该内容暂时无法查看</p>", "暂时无法查看"),
        (WECHAT.format("该内容已被发布者删除"), "已经被发布者删除"),
        (WECHAT.format("此内容因违规无法查看 由用户投诉并经平台审核，涉嫌过度营销"), "违规"),
        (WECHAT.format("当前环境异常，完成验证后即可继续访问。去验证"), "验证页面"),
        (WECHAT.format("访问过于频繁，请用微信扫描二维码进行访问"), "验证页面"),
        (WECHAT.format(f'<div id="js_share_source">阅读全文</div><p>{PARAGRAPH}</p>'), "只是转发"),
        (WECHAT.format(f"<p>{PARAGRAPH}</p>"), "没有文章的文字"),
    ],
)
def test_a_page_without_an_article_is_refused(page: str, said: str) -> None:
    with pytest.raises(NotImportedError) as why:
        READERS[".html"](page.encode())
    assert said in why.value.what
    assert why.value.why and why.value.fix


def test_an_article_about_deleted_content_is_none() -> None:
    story = f"<h1>公众号文章不见了怎么办</h1><p>{PARAGRAPH}</p>" + f"<p>{OTHER}</p>" * 12
    page = f"<html><body>{story}<p>有时打开文章，只看到“该内容已被发布者删除”这一行字。</p></body></html>"
    assert READERS[".html"](page.encode()).title == "公众号文章不见了怎么办"


def test_a_page_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(NotImportedError, match="太大"):
        READERS[".html"](b"<p>" + b"x" * 20_000_000)
    with pytest.raises(NotImportedError, match="太大"):
        READERS[".mhtml"](b"x" * 60_000_000)


@pytest.mark.parametrize(
    "page",
    ["<" * 400_000, "<div>槐树里</div>" * 7_000, "集市开了。" * 200_000, "<!--[if x]>" * 50_000],
)
def test_a_page_that_is_no_single_article_is_refused_before_it_costs_time(page: str) -> None:
    with pytest.raises(NotImportedError):
        READERS[".html"](page.encode())
