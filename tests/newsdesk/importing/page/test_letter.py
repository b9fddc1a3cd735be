"""A correspondent's mail -> its story; a notice that only speaks of 审核 or 投稿 is none."""

from __future__ import annotations

import pytest

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, body

TITLE = "低保审核结果公示"


def read(*lines: str) -> ImportedArticle:
    return READERS[".txt"]("\n\n".join(lines).encode())


@pytest.mark.parametrize(
    "last",
    [
        ("联系电话：81234567", "名额三十人，报满为止。"),
        ("报名热线：81234567", "联系人：秦风 81234567", "地址：十二号院一楼"),
        ("联系电话：81234567", "欢迎投稿。"),
        ("一、报名材料提交后，由社区审核。", "联系电话：81234567", "地址：十二号院一楼"),
        ("请居民提交材料，等待社区审核。", "联系电话：81234567"),
    ],
    ids=range(5),
)
def test_a_notice_is_no_letter(last: tuple[str, ...]) -> None:
    article = read(
        TITLE, "2026年8月1日　来源：槐树里社区", PARAGRAPH, OTHER, *last, "编辑：许燕　审核：林小满"
    )
    assert article.title == TITLE
    assert body(article).endswith("\n".join((OTHER, *last)))
    assert article.editor == "许燕"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (("编辑老师：", "您好！"), ("此致", "敬礼", "电话：81234567")),
        ((), ("请编辑部审核采用。", "供稿：江一帆", "联系电话：81234567")),
        ((), ("送上稿件一篇，不妥之处请指正。", "槐树里社区 江一帆", "电话：81234567")),
    ],
    ids=range(3),
)
def test_a_letter_is_one(first: tuple[str, ...], last: tuple[str, ...]) -> None:
    article = read(*first, "槐树里办起春季集市", PARAGRAPH, OTHER, *last)
    assert body(article).endswith(OTHER)
    assert article.title == "槐树里办起春季集市"
    assert any("不要公开" in it for it in article.problems)
