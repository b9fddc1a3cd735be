"""What machines read in the built site: pages, feeds, sitemap and structured data are well-formed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import feedparser
from lxml import etree

from tests.site.sample import BuiltPage


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_there_is_a_site(pages: dict[str, BuiltPage]) -> None:
    assert sum(page.is_article for page in pages.values()) >= 24
    assert {"", "404.html", "archives/", "about/"} <= set(pages)


def test_each_page_has_one_h1(pages: dict[str, BuiltPage]) -> None:
    counts = {address: len(list(page.tree.iter("h1"))) for address, page in pages.items()}
    assert {address: count for address, count in counts.items() if count != 1} == {}


def test_an_articles_h1_is_inside_it(pages: dict[str, BuiltPage]) -> None:
    without = [
        page.address
        for page in pages.values()
        if page.is_article and page.tree.find(".//article//h1") is None
    ]
    assert without == []


def test_ids_are_unique_on_each_page(pages: dict[str, BuiltPage]) -> None:
    twice = {address: repeated(page.ids) for address, page in pages.items()}
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_titles_are_unique(pages: dict[str, BuiltPage]) -> None:
    """Two stories may have one title, as a weekly digest; two lists may not."""
    titles = {page: str(page.tree.findtext(".//title")).strip() for page in pages.values()}
    assert all(titles.values())
    assert repeated([title for page, title in titles.items() if not page.is_article]) == []


def test_each_page_says_its_language_and_what_it_is_about(pages: dict[str, BuiltPage]) -> None:
    for page in pages.values():
        assert page.tree.get("lang").lower() == "zh-cn", page.address
        about = page.tree.find(".//meta[@name='description']")
        assert about is not None and about.get("content", "").strip(), page.address


def test_pictures_have_their_size_and_a_text(pages: dict[str, BuiltPage]) -> None:
    """The size keeps the page from jumping; the text, maybe empty, is for those who cannot see it."""
    bare = [
        f"/{page.address}: {picture.get('src')} lacks {name}"
        for page in pages.values()
        for picture in page.tree.iter("img")
        for name in ("alt", "width", "height")
        if picture.get(name) is None
    ]
    assert bare == []


def test_the_contents_have_one_link_per_heading(pages: dict[str, BuiltPage]) -> None:
    """And none where there are fewer than two headings."""
    for page in (page for page in pages.values() if page.is_article):
        links = [link.get("href") for link in page.tree.findall(".//nav[@class]//a") if _in_contents(link)]
        headings = [node for node in page.tree.findall(".//article//*[@id]") if node.tag in ("h2", "h3")]
        of_story = [f"#{node.get('id')}" for node in headings if not _in_contents(node)]
        assert links == (of_story if len(of_story) >= 2 else []), page.address


def _in_contents(node: etree._Element) -> bool:
    return any("toc" in (nav.get("class") or "").split() for nav in node.iterancestors("nav"))


def test_feeds_parse(site: Path) -> None:
    files = sorted(site.glob("feeds/**/*.xml"))
    assert {"all.atom.xml", "all.rss.xml"} <= {file.name for file in files}
    for file in files:
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo, f"{file.name}: {feed.get('bozo_exception')}"
        assert feed.feed.title and feed.entries, file.name
        assert all(entry.title and entry.link and entry.id for entry in feed.entries), file.name
        assert repeated([entry.id for entry in feed.entries]) == [], file.name


def test_feeds_tell_stories_without_their_contents_and_notes_for_them(site: Path) -> None:
    for file in sorted(site.glob("feeds/**/*.xml")):
        told = file.read_text(encoding="utf-8")
        strange = ("&lt;nav", 'class="toc', "目录&lt;", "data-short", "data-was")
        assert [it for it in strange if it in told] == [], file.name


def test_the_sitemap_is_a_sitemap(site: Path) -> None:
    tree = etree.fromstring((site / "sitemap.xml").read_bytes())
    assert tree.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert all(len(url.findall("{*}loc")) == 1 for url in tree)


def test_each_article_has_structured_data(pages: dict[str, BuiltPage]) -> None:
    for page in (page for page in pages.values() if page.is_article):
        data = [
            json.loads(str(node.text)) for node in page.tree.findall(".//script[@type='application/ld+json']")
        ]
        kinds = [entry for block in data for entry in block.get("@graph", [block])]
        (news,) = (entry for entry in kinds if entry["@type"] == "NewsArticle")
        assert news["headline"] in page.tree.find(".//article//h1").text_content(), page.address
        assert news["datePublished"].endswith("+08:00") or "T" not in news["datePublished"], page.address
