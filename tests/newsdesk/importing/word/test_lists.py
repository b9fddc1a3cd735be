"""Markdown lists say the numbers that Word prints, or they are no lists."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.word.lists import Item, list_markdown
from plugins.article_reader.safe_html import safe_html


def written(*items: tuple[int, int, str]) -> str:
    return "\n\n".join(list_markdown([Item(*it) for it in items]))


def test_a_list_in_a_list() -> None:
    assert written((0, 0, "旧书"), (1, 0, "童书"), (0, 0, "绿植")) == "- 旧书\n    - 童书\n- 绿植"


def test_a_list_begins_with_its_own_number() -> None:
    assert written((0, 3, "摆摊"), (0, 4, "收摊")) == "3. 摆摊\n4. 收摊"
    assert '<ol start="3">' in safe_html(written((0, 3, "摆摊"), (0, 4, "收摊")))


def test_bullets_and_numbers_are_two_lists() -> None:
    assert written((0, 0, "旧书"), (0, 1, "抽签")) == "- 旧书\n\n1. 抽签"


def test_numbers_that_begin_anew_are_paragraphs() -> None:
    assert written((0, 1, "抽签"), (0, 1, "登记"), (0, 2, "摆摊")) == "1. 抽签\n\n1\\. 登记\n\n2\\. 摆摊"


def test_inner_lists_begin_anew_below_each_item() -> None:
    items = ((0, 1, "一"), (1, 1, "甲"), (1, 2, "乙"), (0, 2, "二"), (1, 1, "丙"))
    assert written(*items) == "1. 一\n    1. 甲\n    2. 乙\n2. 二\n    1. 丙"


def test_a_list_that_begins_deep_begins_at_the_margin() -> None:
    assert written((2, 0, "旧书"), (2, 0, "绿植")) == "- 旧书\n- 绿植"
    assert written((2, 0, "旧书"), (1, 0, "绿植"), (5, 0, "月季")) == "- 旧书\n- 绿植\n    - 月季"


def test_items_that_look_like_markup_stay_text() -> None:
    assert written((0, 0, "# 旧书"), (0, 0, "- 绿植")) == "- \\# 旧书\n- \\- 绿植"


@given(st.lists(st.tuples(st.just(0), st.integers(0, 5)), min_size=1, max_size=8))
def test_every_number_is_shown(items: list[tuple[int, int]]) -> None:
    """Counted as a browser counts them."""
    built = safe_html("\n\n".join(list_markdown([Item(depth, number, "字") for depth, number in items])))
    shown = []
    for found in re.finditer(r'<(ol|ul)(?: start="(\d+)")?>(.*?)</\1>|<p>(?:(\d+)\. )?字</p>', built, re.S):
        if found[1]:
            count = found[3].count("<li>")
            shown += (
                [0] * count if found[1] == "ul" else range(int(found[2] or 1), int(found[2] or 1) + count)
            )
        else:
            shown.append(int(found[4] or 0))
    assert shown == [number for _, number in items]
