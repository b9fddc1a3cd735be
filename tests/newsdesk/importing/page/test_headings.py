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


@pytest.mark.parametrize(
    "line",
    [
        "街坊们在活动现场",
        "社区书记林小满讲话",
        "三号院东门一角",
        "◎ 图：@槐树里发布截图",
        "槐树里服务站供图 槐树里日报发",
        "槐树里日报据公开资料整理",
        "槐树里日报记者江一帆苏禾摄影周明",
        "采写：槐树里日报记者 江一帆",
        "槐树里生活·4小时前",
        "点击观看视频",
        "苏禾：“摊位都分好了。”",
    ],
)
def test_what_stands_at_a_picture_or_names_its_writer_is_no_heading(line: str) -> None:
    sections = ("摊位由抽签决定", "", PARAGRAPH, "", "账本人人能查看", "", PARAGRAPH)
    assert headed(PARAGRAPH, "", *sections, "", line, "", PARAGRAPH) == ["摊位由抽签决定", "账本人人能查看"]


@pytest.mark.parametrize(
    "line", ["记者调查", "槐树里日报记者调查：钱去哪了", "网友热议：“半夜灯光”太亮", "图书角的第一本书"]
)
def test_words_that_are_like_such_may_head_a_section(line: str) -> None:
    assert headed(PARAGRAPH, "", line, "", PARAGRAPH, "", "摊位由抽签决定", "", PARAGRAPH) == [
        line,
        "摊位由抽签决定",
    ]


def test_a_line_above_the_first_paragraph_needs_twins() -> None:
    two = (PARAGRAPH, "", "账本人人能查看", "", PARAGRAPH)
    assert headed("摊位由抽签决定", "", *two) == ["账本人人能查看"]
    three = (*two, "", "规矩由大家商量", "", PARAGRAPH)
    assert headed("摊位由抽签决定", "", *three) == ["摊位由抽签决定", "账本人人能查看", "规矩由大家商量"]
    assert headed("一、摊位怎么分", PARAGRAPH, "二、账本谁来管", PARAGRAPH) == [
        "一、摊位怎么分",
        "二、账本谁来管",
    ]


def test_numbers_with_a_nought_need_no_mark_behind_them() -> None:
    lines = ("01摊位由抽签决定，比热闹更重要的是...", PARAGRAPH, "02《账本》人人能查", PARAGRAPH)
    assert headed(PARAGRAPH, *lines) == [lines[0], lines[2]]


def test_among_sentences_on_lines_of_their_own_a_heading_stands_apart() -> None:
    said = (
        "三号院的早市开了六年，每个周六都摆满旧书。",
        "谁来管这本账？",
        "账本放在门卫室，每笔都有两个人签字，谁都能查。",
    )
    lines = ("摊位由抽签决定", "", *said, "", "账本人人能查看", "", *said)
    assert headed(*said, "", *lines) == ["摊位由抽签决定", "账本人人能查看"]


def test_a_single_item_of_a_menu_is_no_heading() -> None:
    found = headed(
        PARAGRAPH,
        "  • 推荐给街坊",
        PARAGRAPH,
        "    摊位由抽签决定",
        PARAGRAPH,
        "    账本人人能查看",
        PARAGRAPH,
    )
    assert found == ["摊位由抽签决定", "账本人人能查看"]


def test_names_that_head_sections_are_headings_and_what_they_do_is_not() -> None:
    lines = [
        line
        for name, who in (("秦风", "旧书摊摊主"), ("苏禾", "槐树里社区社工"), ("林小满", "三号院志愿者"))
        for line in (name, "", who, "", PARAGRAPH, "")
    ]
    assert headed(PARAGRAPH, "", *lines) == ["秦风", "苏禾", "林小满"]
    assert headed(PARAGRAPH, "", *lines[:12]) == []
    assert headed(PARAGRAPH, "", "获奖的街坊", "秦风", "苏禾", "林小满", "周明", PARAGRAPH) == []


def test_verses_are_no_headings() -> None:
    verses = ("春风吹过老槐树", "花瓣落在旧书摊", "街坊笑着数零钱", "孩子跑过石板路")
    assert headed(PARAGRAPH, "", *verses, "", PARAGRAPH) == []


def test_three_questions_alike_take_a_fourth_with_them() -> None:
    questions = ("集市是怎么办起来的？", "钱由谁来管？", "下一次什么时候办？")
    lines = [line for question in questions for line in (question, "", PARAGRAPH, "")]
    assert headed(PARAGRAPH, "", *lines) == list(questions)


def test_numbered_headings_need_no_empty_lines() -> None:
    lines = ("一、活动时间", "5月3日上午9点至11点", "二、活动地点", "三号院小广场", "三、报名方式", PARAGRAPH)
    assert headed(PARAGRAPH, "", *lines, "", PARAGRAPH) == ["一、活动时间", "二、活动地点", "三、报名方式"]


@pytest.mark.parametrize("mark", ["①②", "▶▶", "▋▋", "◇◇", "☆☆"])
def test_marks_that_repeat_head_sections(mark: str) -> None:
    first, second = f"{mark[0]}摊位怎么分", f"{mark[1]}账本谁来管理"
    assert headed(PARAGRAPH, first, PARAGRAPH, second, PARAGRAPH) == [first, second]


def test_in_a_long_text_of_sentences_a_question_among_them_heads_nothing() -> None:
    said = ("三号院的早市开了六年，每个周六都摆满旧书。", "账本放在门卫室，谁都能查。") * 4
    lines = (
        *said,
        "",
        *said,
        "谁来管这本账？",
        *said[:4],
        "到底听谁的？",
        *said[:2],
        "",
        *said,
        "",
        *said[:4],
    )
    assert headed(*lines) == []


def test_among_long_paragraphs_a_heading_needs_no_empty_lines_though_others_have_some() -> None:
    lines = (PARAGRAPH, "摊位由抽签决定", PARAGRAPH, PARAGRAPH, "", PARAGRAPH, PARAGRAPH, PARAGRAPH)
    assert headed(*lines, "账本人人能查看", *[PARAGRAPH] * 6) == ["摊位由抽签决定", "账本人人能查看"]


def test_a_question_that_names_its_subject_heads_a_section_and_one_of_an_interview_does_not() -> None:
    sections = ("摊位由抽签决定", "", PARAGRAPH, "", "账本人人能查看", "", PARAGRAPH, "")
    once = ("早市：下个月还办吗？", "", PARAGRAPH)
    assert headed(PARAGRAPH, "", *sections, *once) == [
        "摊位由抽签决定",
        "账本人人能查看",
        "早市：下个月还办吗？",
    ]
    asked = ("秦风：下个月还办吗？", "", PARAGRAPH, "", "秦风：摊位够不够？", "", PARAGRAPH)
    assert headed(PARAGRAPH, "", *sections, *asked) == ["摊位由抽签决定", "账本人人能查看"]


def test_a_question_that_goes_on_does_not_hide_the_heading_below() -> None:
    lines = (
        "那么，账本放在哪里才好？",
        "",
        "账本人人能查看",
        "",
        PARAGRAPH,
        "",
        "摊位由抽签决定",
        "",
        PARAGRAPH,
    )
    assert headed(PARAGRAPH, "", *lines) == ["账本人人能查看", "摊位由抽签决定"]


def test_below_a_heading_a_caption_may_stand_and_a_text_without_its_full_stop() -> None:
    lines = (
        "摊位由抽签决定",
        "槐树里服务站供图 槐树里日报发",
        "",
        PARAGRAPH,
        "",
        "账本人人能查看",
        "",
        PARAGRAPH,
    )
    assert headed(PARAGRAPH, "", *lines) == ["摊位由抽签决定", "账本人人能查看"]
    text = "举手抽签，当场开箱，大家看着，谁也没话说"
    assert headed(PARAGRAPH, "", "抽签", "", text, "", "账本", "", PARAGRAPH) == ["抽签", "账本"]


@pytest.mark.parametrize("last", ["每月办一次集市", "账本放在门卫室"])
def test_the_last_of_a_list_without_marks_is_no_heading(last: str) -> None:
    lines = ("摊位由居民自己定", "旧书摊摆在树下面", last)
    assert headed(PARAGRAPH, "", *(part for line in lines for part in (line, "")), PARAGRAPH) == []


@pytest.mark.parametrize(
    "line",
    [
        "图十六：集市的摊位图",
        "图3 摊位的安排",
        "《槐树里报》关心你",
        "👉集市摊位报名要点",
        "我觉得最简单的说法就是",
    ],
)
def test_what_modern_pages_put_between_paragraphs_is_no_heading(line: str) -> None:
    assert headed(PARAGRAPH, "", line, "", PARAGRAPH, "", PARAGRAPH) == []
