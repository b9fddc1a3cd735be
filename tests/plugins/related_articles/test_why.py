"""Why a story is below another, in words that a reader understands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from plugins.related_articles.listing import Link
from plugins.related_articles.phrases import phrases, title_of
from plugins.related_articles.relations import relate
from plugins.related_articles.terms import LATIN, pairs_at, plain, word_id
from tests.plugins.related_articles.stories import (
    ALL,
    CANTEEN,
    FAIR,
    LIFT,
    LIFT_DONE,
    LIFT_TALK,
    Sample,
    stories,
)


def whys(samples: Sequence[Sample], reader: Sample) -> dict[str, str]:
    found: Sequence[Link] = relate(stories(samples), [], 5).links(reader.id)
    return {it.id: it.why for it in found}


def shared(title: str, text: str) -> list[str]:
    """The phrases of a title that the text has; all terms are equally rare."""
    held = {*pairs_at(plain(text)).tolist(), *map(word_id, LATIN.findall(plain(text)))} - {-1}
    return [it.text for it in phrases(title_of(title), held.__contains__, lambda _: 3)]


def test_a_phrase_that_both_have() -> None:
    assert whys(ALL, LIFT)[LIFT_TALK.id] == "都说到“加装电梯”"


def test_a_tag_says_more_than_a_phrase_and_a_series_more_than_a_tag() -> None:
    tagged = [replace(it, tags=("加装电梯",)) for it in (LIFT, LIFT_TALK)]
    assert whys([*tagged, LIFT_DONE, FAIR, CANTEEN], LIFT)[LIFT_TALK.id] == "同为加装电梯"
    serial = [replace(it, series="老楼新生") for it in tagged]
    assert whys([*serial, LIFT_DONE, FAIR, CANTEEN], LIFT)[LIFT_TALK.id] == "同属专题“老楼新生”"


def test_an_editor_s_choice_is_called_so() -> None:
    pinned = replace(LIFT, pins=(FAIR.id,))
    assert whys([pinned, *ALL[1:]], pinned)[FAIR.id] == "编辑推荐"


def test_where_nothing_tells_there_is_no_line() -> None:
    assert whys(ALL, LIFT)[FAIR.id] == ""


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("五号院商量加装电梯", "加装电梯的工程开工了", ["加装电梯"]),
        ("在终端会话里录制", "终端会话可以录制下来", ["终端会话", "录制"]),
        ("你的终端会话", "分享你的终端会话", ["终端会话"]),
        ("开始报名", "扫雪队开始报名", []),
        ("请不要惊慌", "停水时请不要惊慌", []),
        ("开张的第一百天", "值守了三百天", []),
        ("在电话里说", "他在电话里说", []),
        ("和平路改造", "和平路上", []),
        ("如何使用 Fedora", "fedora 与别的", ["Fedora"]),
        ("How to use it", "how to use it", ["use"]),
        ("３．１５ 活动", "3.15 活动", []),
        ("三栋更换不锈钢软管", "不锈钢软管贵不贵", ["不锈钢软管"]),
        ("街道牵头就业援助", "就业援助来了", ["就业援助"]),
        ("在 Linux 上压缩文件", "怎么上压缩文件", ["压缩文件"]),
        ("第 30 台设备上墙", "又有一台设备上墙", ["设备上墙"]),
        ("弄堂微更新", "又一处弄堂微更新完工", ["弄堂微更新"]),
    ],
)
def test_a_phrase_is_whole_and_says_something_or_is_left_out(title: str, text: str, found: list[str]) -> None:
    assert shared(title, text) == found


def test_a_character_that_belongs_to_its_neighbour_is_cut() -> None:
    """加装电梯工程 and 加装电梯工人 share 梯工; 工程 stands in more stories, so it is the word."""
    held = set(pairs_at("加装电梯工人").tolist()) - {-1}
    often = set(pairs_at("工程").tolist()) - {-1}
    found = phrases(title_of("加装电梯工程"), held.__contains__, lambda it: 1 if it in often else 3)
    assert [it.text for it in found] == ["加装电梯"]


def test_the_end_of_a_name_is_cut() -> None:
    """北塘里社区 and 新泾里社区 share 里社; 社区 stands in more stories, so it is the word."""
    held = set(pairs_at("新泾里社区食堂").tolist()) - {-1}
    often = set(pairs_at("社区").tolist()) - {-1}
    found = phrases(title_of("北塘里社区食堂"), held.__contains__, lambda it: 1 if it in often else 3)
    assert [it.text for it in found] == ["社区食堂"]


def test_where_two_words_meet_says_nothing() -> None:
    """社区 and 给出 stand in many stories; 区给 is rare and no word."""
    words = "社区给出"
    often = {*pairs_at("社区").tolist(), *pairs_at("给出").tolist()} - {-1}
    found = phrases(
        title_of(words), set(pairs_at(words).tolist()).__contains__, lambda it: 1 if it in often else 3
    )
    assert [set(it.terms) for it in found] == [often]
