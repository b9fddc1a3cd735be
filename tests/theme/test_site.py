"""The theme over real Pelican runs: any content gives whole pages whose links lead somewhere."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from tests.plugins.pelican_site import Built
from tests.theme.built_page import addresses, attributes, find, leads_somewhere, page, pages, texts
from tests.theme.contents import CONTENTS, FAIR_TITLE, RICH, site, story

LIVE = "https://liuyin.example/paper"
FAIR = "news/2026/fair/index.html"


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return site(tmp_path_factory.mktemp("rich"), RICH)


@pytest.mark.parametrize("start", ["", LIVE, None], ids=["at the root", "below a path", "relative"])
@pytest.mark.parametrize("content", CONTENTS)
def test_links_lead_to_what_is_there(tmp_path: Path, content: str, start: str | None) -> None:
    links = {"RELATIVE_URLS": True} if start is None else {"SITEURL": start}
    built = site(tmp_path, CONTENTS[content], **links)
    assert built.warnings == ()
    for file, document in pages(built):
        assert len(find(document, "h1")) == 1, file
        assert len(addresses(document)) > 5
        for address in addresses(document):
            assert leads_somewhere(address, file, built.output, start), f"{file}: {address}"


def test_a_story(rich: Built) -> None:
    document = page(rich, FAIR)
    assert texts(document, "article h1") == [FAIR_TITLE]
    assert texts(document, "title") == [f"{FAIR_TITLE} - 柳荫里新闻"]
    assert texts(document, ".kicker") + texts(document, ".subtitle") == ["大日子", "——记集市"]
    assert texts(document, ".story-label a") == ["要闻街坊 & 故事"]
    assert texts(document, ".correction") == ["更正时间写错了。"]
    assert texts(document, "nav.toc a") == ["上午", "九点", "下午"]
    assert texts(document, ".series-place__name") == ["专题：老楼新生（共2篇，第2篇）"]
    assert attributes(document, ".story-meta time", "datetime") == ["2026-05-03T09:26+08:00", "2026-05-04"]
    assert attributes(document, ".story-end__source", "href") == ["https://example.com/a?b=1&c=2"]


def test_a_story_for_machines(rich: Built) -> None:
    document = page(rich, FAIR)
    heads = {it.get("property") or it.get("name"): it.get("content") for it in find(document, "meta")}
    assert heads["og:type"] == "article"
    assert heads["og:title"] == FAIR_TITLE
    assert heads["og:url"] == f"{LIVE}/news/2026/fair/"
    assert heads["og:image"] == f"{LIVE}/images/fair.svg"
    assert heads["article:published_time"] == "2026-05-03T09:26:00+08:00"
    assert document.xpath("//link[@rel='canonical']/@href") == [heads["og:url"]]
    [data] = document.xpath("//script[@type='application/ld+json']")
    assert json.loads(data.text)["headline"] == FAIR_TITLE


def test_related_links_hold_stories_alone(rich: Built) -> None:
    [section] = find(page(rich, FAIR), "section.related-links")
    rows = find(section, "li")
    assert len(rows) == len(find(section, "a")) == len(find(section, "time")) > 0


def test_the_way_to_the_stories_before_and_after(rich: Built) -> None:
    document = page(rich, "news/2026/plain/index.html")
    assert texts(document, ".neighbours a") == [
        "上一篇 2025年12月1日 停水",
        f"下一篇 2026年5月3日 {FAIR_TITLE}",
    ]
    assert attributes(document, ".neighbours a", "href") == ["/news/2025/notice/", "/news/2026/fair/"]
    assert texts(document, ".series-place a")[1:] == [f"专题下一篇 {FAIR_TITLE}"]
    assert find(document, "section.related-links .neighbours") == []
    assert find(page(rich, "news/2025/hidden/index.html"), ".neighbours") == []
    assert texts(page(rich, FAIR), ".neighbours small") == ["上一篇 2026年5月1日"]


def test_a_series_in_both_orders(rich: Built) -> None:
    newest, oldest = (page(rich, f"series/老楼新生/{it}index.html") for it in ("", "oldest-first/"))
    assert texts(newest, ".story-item__meta b") == ["第2篇", "第1篇"]
    assert texts(oldest, ".story-item__meta b") == ["第1篇", "第2篇"]
    for document, shown in ((newest, "新的在前"), (oldest, "旧的在前")):
        assert texts(document, ".page-head__note") == [f"共2篇，{shown}"]
        links = {
            it.text: (it.get("href"), it.get("aria-current")) for it in find(document, ".order-switch a")
        }
        assert links[shown] == (links[shown][0], "page")
        assert [it[0] for it in links.values()] == ["/series/老楼新生/", "/series/老楼新生/oldest-first/"]
        [canonical] = document.xpath("//link[@rel='canonical']/@href")
        assert unquote(canonical) == f"{LIVE}/series/老楼新生/"


@pytest.mark.parametrize(
    "part", ["toc", "figure", "kicker", "subtitle", "correction", "story-end__source", "story-byline"]
)
def test_what_a_story_lacks_takes_no_room(rich: Built, part: str) -> None:
    assert find(page(rich, FAIR), f"article .{part}") != []
    assert find(page(rich, "news/2026/plain/index.html"), f"article .{part}") == []


def test_the_home_page(rich: Built) -> None:
    document = page(rich, "index.html")
    assert texts(document, ".lead h2") == [FAIR_TITLE]
    assert texts(document, ".notice-board li h3") == ["停水"]
    assert texts(document, ".navigation a") == ["首页", "要闻", "故事", "公告", "没在导航里"]
    [data] = document.xpath("//script[@type='application/ld+json']")
    assert json.loads(data.text)["url"] == f"{LIVE}/"


def test_a_hidden_story_is_on_no_list(rich: Built) -> None:
    naming = [file for file, document in pages(rich) if "只有隐藏" in document.text_content()]
    assert naming == [rich.output / "news/2025/hidden/index.html"]
    assert "hidden" not in rich.text("sitemap.xml")
    assert 'content="noindex"' in rich.text("news/2025/hidden/index.html")


def test_the_sitemap(rich: Built) -> None:
    tree = etree.fromstring((rich.output / "sitemap.xml").read_bytes())
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    moments = tree.xpath("//s:lastmod/text()", namespaces=names)
    assert moments == ["2026-05-04", "2026-05-01", "2025-12-01", "2025-11-01"]
    listed = tree.xpath("//s:loc/text()", namespaces=names)
    places = {unquote(it).removeprefix(LIVE) for it in listed}
    assert len(listed) == len(places) and all(it.isascii() for it in listed)
    assert {it for it in places if not (rich.output / it[1:] / "index.html").is_file()} == set()
    assert not any("oldest-first" in it for it in places)
    assert {"/", "/about/", "/archives/", "/news/2026/fair/", "/category/要闻/", "/series/老楼新生/"} < places


def test_pages_of_a_long_list(tmp_path: Path) -> None:
    days = range(1, 6)
    files = {f"news/2026/{it}.md": story(f"2026-05-0{it}", "category: 要闻", f"第{it}天") for it in days}
    built = site(tmp_path, files, PAGINATED_TEMPLATES={"category": 2, "tag": 2, "column": 2, "series": 2})
    first = page(built, "category/要闻/index.html")
    assert texts(first, "main li h3") == ["第5天", "第4天", "第3天"]
    assert texts(first, ".page-head__note") == ["共5篇，新的在前"]
    oldest = page(built, "category/要闻/page/2/index.html")
    assert texts(oldest, "main li h3") == ["第2天", "第1天"]
    assert attributes(oldest, ".pagination a", "href") == ["/category/要闻/"]
    middle = oldest
    [canonical] = middle.xpath("//link[@rel='canonical']/@href")
    assert unquote(canonical) == f"{LIVE}/category/要闻/page/2/"
