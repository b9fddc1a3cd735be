from __future__ import annotations

import pytest

from article.wishes import Wish, banned, in_short, several, wanted, wish


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
        ("/news/a/?x=1#b", Wish("news/a", True)),
        ("/news/a/index.html", Wish("news/a", True)),
        ("/index.html", None),
        ("/news//a/../b/", Wish("news/b", True)),
        ("/news/%E6%A7%90%E6%A0%91/", Wish("news/槐树", True)),
        ("http://127.0.0.1:8000/news/2026/fair/", Wish("news/2026/fair", True, "http://127.0.0.1:8000")),
        ("不要 HTTPS://huaishuli.example/news/fair", Wish("news/fair", False, "HTTPS://huaishuli.example")),
        ("https://example.com/", None),
        ("https://example.com", None),
        ("ftp://example.com/a/", None),
        ("/news/a/，/news/b/", None),
        ("/news/a/，", None),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/a/b/", ["/a/b/"]),
        ("/a/，不要 /b/、 -/c/", ["/a/", "不要 /b/", "-/c/"]),
        ("/a/ https://huaishuli.example/b/,", ["/a/", "https://huaishuli.example/b/"]),
        ("不要 /a/，", ["不要 /a/"]),
    ],
)
def test_several_addresses_in_one_entry(text: str, found: list[str]) -> None:
    assert several(text) == found
