from __future__ import annotations

from pathlib import Path

from tests.plugins.pelican_site import Built, build

LIST = (
    "{{ SITEURL }}|{{ shelf.name }}|{{ articles|length }}|{{ dates|length }}|{{ articles_page.number }}"
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
    "news/2026/c.md": story(3, "column: 街坊故事"),
    "news/2026/d.md": story(4, "column: 直播/问答"),
    "news/2026/e.md": story(5, "tags: [集市]"),
    "news/2026/hidden.md": story(6, "column: 街坊故事\nstatus: hidden"),
    "news/2026/alone.md": story(7, "column: 只有草稿\nstatus: draft"),
    "pages/about.md": "---\ntitle: 关于\ndate: 2026-01-01\n---\n\n我们。\n",
}


def site(folder: Path, **settings: object) -> Built:
    per_page = {"column": 1, "series": 1}
    return build(
        folder, FILES, ["collections"], TEMPLATES, settings={"PAGINATED_TEMPLATES": per_page, **settings}
    )


def test_each_column_and_series_has_its_pages(tmp_path: Path) -> None:
    built = site(tmp_path)
    assert built.warnings == ()
    first = built.text("column/街坊故事/index.html")
    assert first == "|街坊故事|3|3|1/3|column/街坊故事/page/3/|第3天 "
    assert built.text("column/街坊故事/page/2/index.html") == "|街坊故事|3|3|2/3||第1天 "
    assert built.text("series/老楼新生/index.html") == "|老楼新生|1|1|1/1||第1天 "
    assert len(list((built.output / "column").iterdir())) == 2


def test_every_page_knows_all_shelves_before_any_is_written(tmp_path: Path) -> None:
    built = site(tmp_path)
    for page in ("404.html", "about/index.html", "news/2026/a/index.html"):
        assert built.text(page) == "直播/问答 街坊故事 /老楼新生 "


def test_a_story_knows_its_shelves(tmp_path: Path) -> None:
    articles = site(tmp_path).articles
    column = articles["news/2026/a"].column_page
    assert [it.slug for it in column.articles] == ["news/2026/c", "news/2026/b", "news/2026/a"]
    assert articles["news/2026/a"].series_page.name == "老楼新生"
    assert articles["news/2026/hidden"].column_page == column
    assert articles["news/2026/alone"].column_page is None
    assert articles["news/2026/e"].column_page is None
    assert articles["news/2026/e"].series_page is None


def test_relative_addresses(tmp_path: Path) -> None:
    built = site(tmp_path, RELATIVE_URLS=True)
    assert built.text("column/街坊故事/index.html").startswith("../..|街坊故事")
    assert built.text("column/街坊故事/page/2/index.html").startswith("../../../..|街坊故事")
