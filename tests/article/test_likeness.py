"""Two texts -> are they one story?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from article.likeness import ALIKE, han, likeness

STORY = "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。"


def test_marks_spaces_and_latin_do_not_count() -> None:
    assert han("老楼 加梯, 2026 OK（三〇一）") == "老楼加梯三〇一"
    assert likeness(STORY, STORY.replace("，", ",\n")) == 1.0


def test_an_edited_story_is_alike_and_another_is_not() -> None:
    long = STORY + "接下来，集市将在每个月的第一个周六举办，摊位由居民抽签决定，社区只负责协调场地和用电。"
    assert ALIKE <= likeness(long, long.replace("抽签", "摇号")) < 1.0
    assert likeness(STORY, "夜校下周六开课，教老人修水龙头和换灯泡，想来的居民到社区服务站登记。") == 0.0


@given(st.text(), st.text())
def test_it_does_not_matter_which_comes_first(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= 1.0
