"""What is set higher, lower, slanted or struck out keeps its meaning."""

from __future__ import annotations

import pytest

from newsdesk.importing.imported import Kind
from newsdesk.importing.page.pieces import balance
from plugins.article_reader.safe_html import safe_html
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, page


def written(line: str) -> str:
    """The Markdown of one paragraph of a story."""
    article = page(f"<p>{PARAGRAPH}</p><p>{line}</p><p>{OTHER}</p>")
    assert balance(article.pieces, article.markdown).difference == 0
    return article.markdown.split("\n\n")[1]


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        ("集市占地120 m<sup>2</sup>，都是空地。", "集市占地120 m<sup>2</sup>，都是空地。"),
        ("他们卖的水是H<sub>2</sub>O，不要钱。", "他们卖的水是H<sub>2</sub>O，不要钱。"),
        (
            '集市占地120 m<span style="vertical-align: super">2</span>，都是空地。',
            "集市占地120 m<sup>2</sup>，都是空地。",
        ),
        ("修一块表挣<em>两毛钱</em>，不多。", "修一块表挣*两毛钱*，不多。"),
        ('修一块表挣<span style="font-style:italic">两毛钱</span>，不多。', "修一块表挣*两毛钱*，不多。"),
        ("修一块表挣<b><i>两毛钱</i></b>，不多。", "修一块表挣**两毛钱**，不多。"),
        ("大家都说<i class=icon></i>好，以后常办。", "大家都说好，以后常办。"),
        ("<em>大家都说以后要常办，每月一次。</em>", "*大家都说以后要常办，每月一次。*"),
        ("居民说*好*，<em>真</em>好。", "居民说\\*好\\*，*真*好。"),
        (
            '见<a href="https://x.example/">第<sup>2</sup>号</a>的名单。',
            "见[第<sup>2</sup>号](https://x.example/)的名单。",
        ),
    ],
    ids=range(10),
)
def test_looks_that_say_something(line: str, markdown: str) -> None:
    assert written(line) == markdown
    text = "".join(safe_html(markdown).split())
    assert "&lt;" not in text
    assert "<sup>2</sup>" in text or "sup" not in markdown


def test_a_story_that_is_slanted_throughout_stresses_nothing() -> None:
    assert "*" not in page(f"<em><p>{PARAGRAPH}</p><p>{OTHER}</p></em>").markdown


@pytest.mark.parametrize(
    "mark", ["<del>{}</del>", "<s>{}</s>", '<b style="text-decoration: line-through">{}</b>']
)
def test_what_is_struck_out_is_left_out_and_told(mark: str) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p>点心{mark.format('十元')}五元一份，卖完为止。</p><p>{OTHER}</p>")
    assert "点心五元一份，卖完为止。" in article.markdown
    assert [it.reason for it in article.pieces if it.text == "十元" and it.kind is Kind.CUT] == [
        "原文画着删除线的文字"
    ]
    assert [it for it in article.problems if it == "原文里“十元”画着删除线，没有写进稿件，请核对。"]
    assert balance(article.pieces, article.markdown).difference == 0


def test_a_tag_that_strikes_out_the_rest_of_a_page_strikes_nothing() -> None:
    assert page(f"<s><div><p>{PARAGRAPH}</p><p>{OTHER}</p></div></s>").markdown.count("\n\n") == 1
    assert PARAGRAPH in page(f"<p>{PARAGRAPH}</p><p><s>{OTHER * 6}</s></p>").markdown
