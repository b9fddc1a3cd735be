"""Links of a story are kept, or staff are told which are not."""

from __future__ import annotations

import pytest

from newsdesk.importing.webpage.attached import is_attached
from newsdesk.importing.webpage.block import Block, Link, Style
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, page

BASE = '<base href="https://x.example/n/">'


def told(line: str, head: str = "") -> list[str]:
    article = page(f"<p>{PARAGRAPH}</p><p>{line}</p><p>{OTHER}</p>", head=head)
    return [it for it in article.problems if "链接没有留住" in it]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (
            '附件：<a href="./P1.docx">摊位名单.docx</a>',
            "网页没有写出能用的完整网址：摊位名单.docx（./P1.docx）。",
        ),
        ('名单见<a href="/n/1.html">这里</a>和<a href="2.html">那里</a>。', "2 个链接没有留住"),
        ('附件：<a href="javascript:get(1)">摊位名单.docx</a>', "摊位名单.docx（javascript:get(1)）"),
    ],
)
def test_a_link_without_a_whole_address_is_told(line: str, named: str) -> None:
    (problem,) = told(line)
    assert named in problem


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ('附件：<a href="./P1.docx">摊位名单.docx</a>', BASE),
        ('名单见<a href="https://x.example/1.html">这里</a>。', ""),
        ('名单见<a href="#list">下面</a>、<a>这里</a>和<a href="javascript:void(0)">那里</a>。', ""),
        ('写信给<a href="mailto:a@x.example">居委会</a>。', ""),
    ],
    ids=range(4),
)
def test_other_links_are_not(line: str, head: str) -> None:
    assert told(line, head) == []


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("附件：摊位名单", True),
        ("点击此处报名", True),
        ("→ 点这里，在线报名 ←", True),
        ("报名表", True),
        ("网上预约入口", True),
        ("少儿书法班今起报名", False),
        ("三号院居民登记完毕", False),
        ("点击查看更多新闻", False),
    ],
)
def test_a_link_to_sign_up_is_no_other_story(text: str, belongs: bool) -> None:
    links = (Link(0, len(text), "https://x.example/1"),)
    assert is_attached(Block(0, 0, text, 0, "p", Style(), links)) is belongs


def test_a_sentence_around_links_is_the_storys_and_a_linked_title_is_not() -> None:
    said = '看<a href="https://x.example/1">详细的介绍</a>，写信给<a href="https://x.example/2">编辑部的邮箱</a>。'
    title = '<a href="https://x.example/3">早市搬到东广场，街坊们都说好。</a>'
    written = page(f"<p>{PARAGRAPH}</p><p>{said}</p><p>{title}</p><p>{OTHER}</p>").markdown
    assert "[详细的介绍](https://x.example/1)，写信给" in written
    assert "早市搬到东广场" not in written
