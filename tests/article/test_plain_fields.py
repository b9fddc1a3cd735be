"""A block of plain lines gives what YAML makes of it; any other is left to YAML."""

import datetime as dt
from pathlib import PurePath

from hypothesis import example, given
from hypothesis import strategies as st

from article.plain_fields import plain_fields
from article.problem import ArticleError
from article.yaml_block import read_block

PLAIN = """title: "槐树里：春季集市 #1, 'A' [x] {y} & *z"
subtitle: ——记三号院的第一次邻里集市
date: 2026-05-03 09:26
modified: 2026-05-04
tags: [集市, 志愿服务, 老旧小区 A-1]
source_url: https://example.com/news/1.html
cover: /images/fair.svg
summary: 7月11日夜里
status: hidden"""

NAMES = st.sampled_from(["title", "date", "tags", "null", "yes", "on", "source_url"])
SIGNS = [
    "槐树里",
    "集市",
    "：",
    "，",
    ",",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "\\",
    "#",
    "-",
    "true",
    "no",
    "~",
    "2026-05-03",
    "2026-02-30",
    "2026-5-3",
    "09:26",
    "1",
    ".",
    "/",
    "%",
    "@",
    "&",
    "*",
    "!",
    "|",
    ">",
    "…",
    "—",
    "“",
    "1e3",
    "0x1",
    "12:30",
    "https://a.cn/b",
    "draft",
]
PIECES = st.sampled_from(
    [*SIGNS, ": ", ", ", " #", "- ", " ", "\t", "\x85", "\u2028", "\ufeff", "\U00020000"]
)
VALUES = st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=8)
BLOCKS = st.lists(st.builds("{}: {}".format, NAMES, VALUES), max_size=4).map("\n".join)


def by_yaml(block: str) -> dict[str, object] | None:
    try:
        found = read_block(block, PurePath())
    except ArticleError:
        return None
    return None if found.problems else found.values


@given(BLOCKS)
@example(PLAIN)
@example("title: 集市\ndate: 2026-05-03\ntags: [集市, 食堂]")
def test_what_is_taken_for_plain_is_what_yaml_reads(block: str) -> None:
    found = plain_fields(block)
    if found is not None:
        told = by_yaml(block)
        assert told == found
        assert told is not None and [type(it) for it in told.values()] == [type(it) for it in found.values()]


def test_most_blocks_are_plain() -> None:
    found = plain_fields(PLAIN)
    assert found is not None
    assert found["modified"] == dt.date(2026, 5, 4)
    assert found["tags"] == ["集市", "志愿服务", "老旧小区 A-1"]
    assert found["date"] == "2026-05-03 09:26"


def test_a_line_that_is_not_plain_is_left() -> None:
    assert plain_fields("title: 2026") is None  # a number
    assert plain_fields("title: 集市: 周六") is None
    assert plain_fields("title: 集市\ntitle: 食堂") is None
    assert plain_fields("date: 2026-02-30") is None
