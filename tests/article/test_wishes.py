from __future__ import annotations

import pytest

from article.wishes import Wish, banned, in_short, wanted, wish


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/news/2026/fair/", Wish("news/2026/fair", True)),
        ("/news/2026/fair", Wish("news/2026/fair", True)),
        ("/news/2026/fair.md", Wish("news/2026/fair", True)),
        ("不要 /news/2026/fair/", Wish("news/2026/fair", False)),
        ("不要/news/2026/fair/", Wish("news/2026/fair", False)),
        ("-/news/2026/fair/", Wish("news/2026/fair", False)),
        ("news/2026/fair/", None),
        ("/", None),
        ("/news/a b/", None),
        ("/news/a/?x=1", None),
        ("https://example.com/", None),
        ("集市", None),
    ],
)
def test_an_entry_says_which_story_and_whether_it_is_wanted(text: str, found: Wish | None) -> None:
    assert wish(text) == found


def test_all_wishes_go_in_one_line_and_come_back() -> None:
    line = in_short(["/a/b/", "不要 /c/", "/d/"])
    assert line == "+a/b -c +d"
    assert wanted(line) == ("a/b", "d")
    assert banned(line) == {"c"}
    assert (wanted(""), banned("")) == ((), frozenset())
