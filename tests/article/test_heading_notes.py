"""How the list at a heading's end is written."""

from __future__ import annotations

import pytest

from article.heading_notes import LIST, SHORT, WAS, Item, items


def read(heading: str) -> tuple[str, list[Item]]:
    """The heading without its list, and what the list says."""
    found = LIST.search(heading)
    return (heading[: found.start()], list(items(found[1]))) if found else (heading, [])


@pytest.mark.parametrize(
    ("heading", "text", "said"),
    [
        (
            '摊位 {#fee .wide short="收费"}',
            "摊位",
            [Item("#", "fee"), Item(".", "wide"), Item(SHORT, "收费")],
        ),
        ('摊位{was="旧  题" was=“又一个”}', "摊位", [Item(WAS, "旧 题"), Item(WAS, "又一个")]),
        (
            "摊位｛#fee　was＝＂旧题＂　short=”短“｝",
            "摊位",
            [Item("#", "fee"), Item(WAS, "旧题"), Item(SHORT, "短")],
        ),
    ],
)
def test_what_is_meant_is_taken(heading: str, text: str, said: list[Item]) -> None:
    assert read(heading) == (text, said)


@pytest.mark.parametrize(
    "heading",
    [
        "摊位{#fee}",
        "集合 {1, 2}",
        "摊位 {short=短}",
        '摊位 {wes="旧"}',
        '摊位 \\{was="旧"}',
        '摊位 {was="旧"}的事',
    ],
)
def test_all_else_is_text(heading: str) -> None:
    assert read(heading) == (heading, [])
