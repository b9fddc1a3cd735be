from __future__ import annotations

from pathlib import Path

from plugins.toc.headings import Heading
from plugins.toc.settings import TocSettings
from tests.plugins.pelican_site import build

STORY = """---
title: 集市
date: 2026-05-03
---

## 一、时间

### 上午

## 地点[^1]

[^1]: 三号院。
"""
BRIEF = "---\ntitle: 停水\ndate: 2026-05-04\n---\n\n## 时间\n\n周日。\n"
ABOUT = "---\ntitle: 关于\ndate: 2026-01-01\n---\n\n## 我们\n\n## 联系\n"


def test_stories_and_pages_get_ids_and_contents(tmp_path: Path) -> None:
    files = {"news/2026/fair.md": STORY, "news/2026/water.md": BRIEF, "pages/about.md": ABOUT}
    site = build(tmp_path, files, ["toc"])
    assert site.warnings == ()
    assert site.articles["news/2026/fair"].toc == (
        Heading(2, "时间", "一、时间", (Heading(3, "上午", "上午"),), is_numbered=True),
        Heading(2, "地点", "地点"),
    )
    assert '<h3 id="上午">上午</h3>' in site.text("news/2026/fair/index.html")
    assert site.articles["news/2026/water"].toc == ()
    assert '<h2 id="时间">时间</h2>' in site.text("news/2026/water/index.html")
    assert [it.id for it in site.pages["about"].toc] == ["我们", "联系"]


def test_what_is_said_of_a_heading_reaches_the_contents_and_no_page(tmp_path: Path) -> None:
    text = STORY.replace("## 一、时间", '## 一、集市在什么时间 {short="时间" was="一、时间"}')
    site = build(tmp_path, {"news/2026/fair.md": text}, ["toc"])
    first, _ = site.articles["news/2026/fair"].toc
    assert (first.id, first.text, first.short) == ("集市在什么时间", "一、集市在什么时间", "一、时间")
    page = site.text("news/2026/fair/index.html")
    assert '<h2 id="集市在什么时间"><span id="时间"></span>一、集市在什么时间</h2>' in page
    assert "short" not in page and "data-" not in page


def test_a_feed_has_the_story_without_contents(tmp_path: Path) -> None:
    site = build(tmp_path, {"news/2026/fair.md": STORY}, ["toc", "feeds"])
    feed = (site.output / "feeds/all.atom.xml").read_text(encoding="utf-8")
    assert "一、时间" in feed
    assert feed.count("一、时间") == 1 and "目录" not in feed and "&lt;nav" not in feed


def test_the_depth_comes_from_pelicanconf(tmp_path: Path) -> None:
    site = build(tmp_path, {"news/2026/fair.md": STORY}, ["toc"], settings={"TOC": TocSettings(2)})
    assert [it.children for it in site.articles["news/2026/fair"].toc] == [(), ()]
