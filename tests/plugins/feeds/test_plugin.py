from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from feedparser import FeedParserDict

from tests.plugins.pelican_site import Built, build

FAIR = """---
title: "3<5 和 6>2：A&B"
date: 2026-05-03 09:26
modified: 2026-05-05
authors: [江一帆, 苏禾]
category: 民生服务
tags: [集市]
summary: "A&B：3<5"
---

## 时间

周六，见[停水通知](/news/2026/water/)和[关于](../../pages/about.md)。

![摊位](/images/fair.svg)

三号院[^1]。

[^1]: 老槐树下。
"""
WATER = "---\ntitle: 停水通知\ndate: 2026-05-04\n---\n\n周日停水。\n"
FILES = {
    "news/2026/fair.md": FAIR,
    "news/2026/water.md": WATER,
    "news/2026/hidden.md": "---\ntitle: 藏\ndate: 2026-05-06\nstatus: hidden\n---\n\n文。\n",
    "pages/about.md": "---\ntitle: 关于\ndate: 2026-01-01\n---\n\n我们。\n",
    "images/fair.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='12' height='8'/>",
}
ADDRESS = "https://huaishuli.example"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("feeds"), FILES, ["toc", "feeds"])


def parsed(site: Built, name: str) -> FeedParserDict:
    feed = feedparser.parse((site.output / "feeds" / name).read_bytes(), sanitize_html=False)
    assert feed.bozo == 0, feed.get("bozo_exception")
    return feed


def test_atom_says_a_story_whole(site: Built) -> None:
    assert site.warnings == ()
    water, fair = parsed(site, "all.atom.xml").entries
    assert water.title == "停水通知"
    assert fair.title_detail.type == "text/plain"
    assert fair.title == "3<5 和 6>2：A&B"
    assert fair.link == fair.id == f"{ADDRESS}/news/2026/fair/"
    assert [it.name for it in fair.authors] == ["江一帆", "苏禾"]
    assert [it.term for it in fair.tags] == ["民生服务", "集市"]
    assert (fair.published, fair.updated) == ("2026-05-03T09:26:00+08:00", "2026-05-05T00:00:00+08:00")
    assert fair.summary == "A&amp;B：3&lt;5"


def test_links_of_the_text_work_anywhere(site: Built) -> None:
    content = parsed(site, "all.atom.xml").entries[1].content[0].value
    for address in ("/news/2026/water/", "/about/", "/images/fair.svg", "/news/2026/fair/#fn-1"):
        assert f'="{ADDRESS}{address}"' in content
    assert '="/' not in content
    assert '<h2 id="时间">时间</h2>' in content


def test_rss_has_summaries(site: Built) -> None:
    feed = parsed(site, "all.rss.xml")
    fair = feed.entries[1]
    assert feed.feed.title == "槐树里新闻"
    assert fair.title == "3<5 和 6>2：A&B"
    assert fair.summary == "A&amp;B：3&lt;5"
    assert fair.link == fair.id == f"{ADDRESS}/news/2026/fair/"
    assert "content" not in fair
    assert "周六" not in site.text("feeds/all.rss.xml")
    assert site.text("feeds/all.rss.xml").count("<dc:creator") == 2


def test_a_feed_says_whose_it_is_and_when_its_newest_story_changed(site: Built) -> None:
    feed = parsed(site, "all.atom.xml").feed
    assert (feed.title, feed.author) == ("槐树里新闻", "槐树里社区融媒体站")
    assert feed.subtitle.startswith("槐树里社区的新闻")
    assert feed.updated == "2026-05-05T00:00:00+08:00"
    assert feed.id == f"{ADDRESS}/feeds/all.atom.xml"
    assert feed.language == "zh-CN"
    category = parsed(site, "category/民生服务.atom.xml").feed
    assert category.title == "槐树里新闻 · 民生服务"
    assert category.id != feed.id


def test_a_feed_without_stories_has_no_clock(tmp_path: Path) -> None:
    feed = parsed(build(tmp_path, {}, ["feeds"]), "all.atom.xml")
    assert feed.entries == []
    assert feed.feed.updated == "1970-01-01T00:00:00+00:00"


def test_live_settings_give_the_same_feed(tmp_path: Path, site: Built) -> None:
    live = build(tmp_path, FILES, ["toc", "feeds"], settings={"SITEURL": ADDRESS})
    assert live.text("feeds/all.atom.xml") == site.text("feeds/all.atom.xml")
    relative = build(tmp_path / "relative", FILES, ["toc", "feeds"], settings={"RELATIVE_URLS": True})
    assert relative.text("feeds/all.atom.xml") == site.text("feeds/all.atom.xml")
