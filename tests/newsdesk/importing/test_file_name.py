"""A title -> a file name that every system can hold and every person can read aloud."""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.front_matter import FrontMatter, Status
from newsdesk.importing.file_name import LONGEST, file_name, places


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("槐树里办起春季集市", "huai-shu-li-ban-qi-chun-ji-ji"),
        ("老楼加梯“加”出幸福", "lao-lou-jia-ti-jia-chu-xing-fu"),
        ("5月3日起 ABC 大厦", "5-yue-3-ri-qi-abc-da-sha"),
        ("绿色女孩", "lv-se-nv-hai"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "story-con"),
        ("index", "story-index"),
        ("……", "story"),
        ("🎉", "story"),
    ],
)
def test_examples(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text())
def test_any_title_is_safe(title: str) -> None:
    name = file_name(title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= LONGEST + len("story-")


def test_places_of_a_story_and_of_a_draft() -> None:
    story = FrontMatter(title="集市", date=dt.date(2026, 5, 3))
    draft = FrontMatter(title="集市", status=Status.DRAFT)
    assert [str(it) for it in islice(places(story), 3)] == [
        "news/2026/ji-shi.md",
        "news/2026/ji-shi-2.md",
        "news/2026/ji-shi-3.md",
    ]
    assert str(next(places(draft))) == "news/drafts/ji-shi.md"
