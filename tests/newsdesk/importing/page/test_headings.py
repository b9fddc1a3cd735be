"""The lines of a story -> its headings; a point of a list is none."""

from __future__ import annotations

import pytest

from newsdesk.importing.page.headings import headings
from newsdesk.importing.page.lines import lines_of

PARAGRAPH = "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地忙了一天。"


def headed(*lines: str) -> list[str]:
    them = lines_of("\n".join(lines))
    return [them[it.at].text for it in headings(them)]


@pytest.mark.parametrize(
    "points",
    [
        ("1、每户两张，凭居民卡领取", "2、6月10日起在居委会领取", "3、领票热线 81234567"),
        ("（1）每户两张", "（2）居委会领取", "（3）领票热线 81234567"),
        ("一、每户两张", "二、居委会领取", "三、领票热线 81234567"),
    ],
)
def test_a_point_of_a_list_is_no_heading(points: tuple[str, ...]) -> None:
    assert headed(PARAGRAPH, "", "票怎么领", *points, "", PARAGRAPH, "", PARAGRAPH) == []


@pytest.mark.parametrize("numbers", ["一、 二、", "1、 2、", "1. 2.", "（一） （二）"])
def test_a_number_above_paragraphs_is_one(numbers: str) -> None:
    first, second = (
        f"{number}{text}" for number, text in zip(numbers.split(), ("钱怎么出", "谁来管"), strict=True)
    )
    assert headed(PARAGRAPH, first, PARAGRAPH, second, PARAGRAPH) == [first, second]


@pytest.mark.parametrize("line", ["欢迎居民加入志愿服务队", "请扫描二维码报名", "请点击阅读原文报名"])
def test_a_call_is_no_heading(line: str) -> None:
    assert headed(PARAGRAPH, "", line, "", PARAGRAPH, "", PARAGRAPH) == []


def test_one_number_above_no_paragraph_heads_nothing() -> None:
    assert headed(PARAGRAPH, "", "三、联系方式", "", "联系人：秦风", "", "联系电话：81234567") == []
    assert headed(PARAGRAPH, "一、联系方式", "联系人：秦风", "二、报名办法", PARAGRAPH) == [
        "一、联系方式",
        "二、报名办法",
    ]


def test_of_two_lines_the_one_built_like_the_other_headings_is_one() -> None:
    sections = ("摊位由抽签决定", PARAGRAPH, "账本人人能查看", PARAGRAPH)
    lines = (*sections, "居民们在广场上挑选几年前的旧书", "秩序靠大家维护", PARAGRAPH)
    assert headed(PARAGRAPH, *lines) == ["摊位由抽签决定", "账本人人能查看", "秩序靠大家维护"]
