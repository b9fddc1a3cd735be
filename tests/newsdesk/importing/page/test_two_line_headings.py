"""Short lines right above each other -> one heading, where they are one, and two lines where they are not."""

from __future__ import annotations

import pytest

from newsdesk.importing.page.lines import lines_of
from newsdesk.importing.page.two_line_headings import headed

PARAGRAPH = "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地忙了一天。"


def texts(*lines: str) -> list[str]:
    page = "\n\n".join(lines)
    return [it.text for it in headed(lines_of(page), page) if it.text != PARAGRAPH]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("动态", "早市昨天搬到三号院"), ("链接", "两个早市一共开了六年")),
        (("从一张桌子起步", "旧书摊走过六个年头"), ("大家出主意", "办法都写在黑板上")),
        (
            ("摊位怎么分：", "抽签每月一次，结果当场贴出来，谁都能查"),
            ("钱怎么管：", "账本放在门卫室，每笔两人签字"),
        ),
    ],
)
def test_two_lines_above_a_section_are_one_heading(first: tuple[str, str], second: tuple[str, str]) -> None:
    found = texts(PARAGRAPH, *first, PARAGRAPH, *second, PARAGRAPH)
    assert found == [" ".join(first), " ".join(second)]


def test_a_word_above_one_of_several_headings_belongs_to_it() -> None:
    lines = (PARAGRAPH, "摊位由抽签决定", PARAGRAPH, "链接", "两个早市一共开了六年", PARAGRAPH)
    assert texts(*lines) == ["摊位由抽签决定", "链接 两个早市一共开了六年"]


@pytest.mark.parametrize(
    "lines",
    [
        ("早市开在三号院", "摊位由抽签决定", "账本人人能查"),
        ("秦风", "槐树里旧书摊的摊主", PARAGRAPH, "苏禾", "槐树里社区的网格员"),
        ("一、早市开在三号院", "（一）摊位由抽签决定", PARAGRAPH, "二、账本人人能查", "（一）每笔两人签字"),
        ("摊位由抽签决定", "居民在早市合影", PARAGRAPH, "账本人人能查", "早市现场"),
        ("摊位由抽签决定", "居民在早市挑选旧书", PARAGRAPH, "账本放在门卫室", "居民在早市挑选旧书"),
    ],
)
def test_other_lines_stay_as_they_are(lines: tuple[str, ...]) -> None:
    assert texts(PARAGRAPH, *lines, PARAGRAPH) == [line for line in lines if line != PARAGRAPH]


def test_a_caption_above_a_heading_does_not_belong_to_it() -> None:
    sections = ("摊位由抽签决定", PARAGRAPH, "账本人人能查看", PARAGRAPH)
    first = ("居民们在广场上挑选几年前的旧书", "秩序靠大家维护", PARAGRAPH)
    second = ("志愿者们为几位老人把书送到家门口", "规矩由大家商量", PARAGRAPH)
    found = texts(PARAGRAPH, *sections, *first, *second)
    assert found[-4:] == [line for line in (*first, *second) if line != PARAGRAPH]


def test_what_was_cut_parts_two_lines() -> None:
    page = "\n".join(
        (PARAGRAPH, "动态", "分享到", "早市搬到三号院", PARAGRAPH, "链接", "早市开了六年", PARAGRAPH)
    )
    lines = [line for line in lines_of(page) if line.text != "分享到"]
    assert [it.text for it in headed(lines, page) if it.text != PARAGRAPH] == [
        "动态",
        "早市搬到三号院",
        "链接 早市开了六年",
    ]
