from __future__ import annotations

from pathlib import Path

from tests.plugins.pelican_site import Built, build

LIST = (
    "{{ SITEURL }}|{{ shelf.name }}{{ '，旧的在前' if oldest_first else '' }}"
    "|{{ articles|length }}|{{ dates|length }}|{{ articles_page.number }}"
    "/{{ articles_paginator.num_pages }}|{{ articles_next_page.url if articles_next_page else '' }}"
    "|{% for it in articles_page.object_list %}{{ it.title }} {% endfor %}"
)
KNOWN = "{% for it in COLUMNS %}{{ it.name }} {% endfor %}/{% for it in SERIES %}{{ it.name }} {% endfor %}"
TEMPLATES = {"column": LIST, "series": LIST, "page": KNOWN, "404": KNOWN, "article": KNOWN}


def story(day: int, fields: str) -> str:
    return f"---\ntitle: 第{day}天\ndate: 2026-05-{day:02}\n{fields}\n---\n\n正文。\n"


FILES = {
    "news/2026/a.md": story(1, "column: 街坊故事\nseries: 老楼新生"),
    "news/2026/b.md": story(2, "column: 街坊故事"),
    "news/2026/c.md": story(3, "column: 街坊故事\nseries: 老楼新生"),
    "news/2026/d.md": story(4, "column: 直播/问答"),
    "news/2026/e.md": story(5, "series: 老楼新生"),
    "news/2026/hidden.md": story(6, "column: 街坊故事\nseries: 老楼新生\nstatus: hidden"),
    "news/2026/alone.md": story(7, "column: 只有草稿\nseries: 老楼新生\nstatus: draft"),
    "news/2026/rain.md": story(8, "series: 只有一篇"),
    "pages/about.md": "---\ntitle: 关于\ndate: 2026-01-01\n---\n\n我们。\n",
}


def site(folder: Path, **settings: object) -> Built:
    per_page = {"column": 1, "series": 2}
    return build(
        folder, FILES, ["collections"], TEMPLATES, settings={"PAGINATED_TEMPLATES": per_page, **settings}
    )


def test_each_column_and_series_has_its_pages(tmp_path: Path) -> None:
    built = site(tmp_path)
    assert built.warnings == ()
    first = built.text("column/街坊故事/index.html")
    assert first == "|街坊故事|3|3|1/3|column/街坊故事/page/3/|第3天 "
    assert built.text("column/街坊故事/page/2/index.html") == "|街坊故事|3|3|2/3||第1天 "
    assert len(list((built.output / "column").iterdir())) == 2
    assert not (built.output / "column/街坊故事/oldest-first").exists()


def test_a_series_is_listed_in_both_orders(tmp_path: Path) -> None:
    built = site(tmp_path)
    assert (
        built.text("series/老楼新生/index.html") == "|老楼新生|3|3|1/2|series/老楼新生/page/2/|第5天 第3天 "
    )
    assert built.text("series/老楼新生/page/2/index.html") == "|老楼新生|3|3|2/2||第1天 "
    turned = "series/老楼新生/oldest-first/"
    assert built.text(f"{turned}index.html") == f"|老楼新生，旧的在前|3|3|1/2|{turned}page/2/|第1天 第3天 "
    assert built.text(f"{turned}page/2/index.html") == "|老楼新生，旧的在前|3|3|2/2||第5天 "
    assert built.text("series/只有一篇/index.html") == "|只有一篇|1|1|1/1||第8天 "
    assert not (built.output / "series/只有一篇/oldest-first").exists()


def test_every_page_knows_all_shelves_before_any_is_written(tmp_path: Path) -> None:
    built = site(tmp_path)
    for page in ("404.html", "about/index.html", "news/2026/a/index.html"):
        assert built.text(page) == "直播/问答 街坊故事 /只有一篇 老楼新生 "


def test_a_story_knows_its_shelves(tmp_path: Path) -> None:
    articles = site(tmp_path).articles
    column = articles["news/2026/a"].column_page
    assert [it.slug for it in column.articles] == ["news/2026/c", "news/2026/b", "news/2026/a"]
    assert articles["news/2026/hidden"].column_page == column
    assert articles["news/2026/alone"].column_page is None
    assert articles["news/2026/e"].column_page is None


def test_a_story_knows_the_one_before_and_the_one_after_it(tmp_path: Path) -> None:
    articles = site(tmp_path).articles
    second = articles["news/2026/b"]
    assert (second.previous.title, second.previous.url) == ("第1天", "news/2026/a/")
    assert (second.next.title, second.next.date.day, second.next.date_has_time) == ("第3天", 3, False)
    assert articles["news/2026/a"].previous is articles["news/2026/rain"].next is None
    assert articles["news/2026/e"].next.title == "第8天"  # nothing hidden and no draft between
    assert articles["news/2026/hidden"].previous is articles["news/2026/hidden"].next is None
    assert articles["news/2026/alone"].previous is None


def test_a_story_knows_its_place_in_its_series(tmp_path: Path) -> None:
    articles = site(tmp_path).articles
    place = articles["news/2026/c"].series_place
    assert (place.name, place.url, place.count, place.number) == ("老楼新生", "series/老楼新生/", 3, 2)
    assert (place.beside.previous.title, place.beside.next.title) == ("第1天", "第5天")
    assert articles["news/2026/a"].series_place.number == 1
    assert articles["news/2026/b"].series_place is None


def test_a_hidden_story_belongs_to_its_series_and_is_not_counted(tmp_path: Path) -> None:
    place = site(tmp_path).articles["news/2026/hidden"].series_place
    assert (place.name, place.count, place.number) == ("老楼新生", 3, None)
    assert place.beside.previous is place.beside.next is None


def test_relative_addresses(tmp_path: Path) -> None:
    built = site(tmp_path, RELATIVE_URLS=True)
    assert built.text("column/街坊故事/index.html").startswith("../..|街坊故事")
    assert built.text("column/街坊故事/page/2/index.html").startswith("../../../..|街坊故事")
