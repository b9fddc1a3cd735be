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
        Heading(2, "时间", "一、时间", (Heading(3, "上午", "上午"),)),
        Heading(2, "地点", "地点"),
    )
    assert '<h3 id="上午">上午</h3>' in site.text("news/2026/fair/index.html")
    assert site.articles["news/2026/water"].toc == ()
    assert '<h2 id="时间">时间</h2>' in site.text("news/2026/water/index.html")
    assert [it.id for it in site.pages["about"].toc] == ["我们", "联系"]


def test_the_depth_comes_from_pelicanconf(tmp_path: Path) -> None:
    site = build(tmp_path, {"news/2026/fair.md": STORY}, ["toc"], settings={"TOC": TocSettings(2)})
    assert [it.children for it in site.articles["news/2026/fair"].toc] == [(), ()]
