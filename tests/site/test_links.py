"""Every link of every page leads to something: a file of the site, and there to the place that it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import feedparser
from lxml import etree

from pelicanconf import SITE
from tests.site.sample import BuiltPage

HERE = SITE.address + "/"
"""Links that begin so are ours too: canonical addresses, shares, feeds, the sitemap."""


def fault(target: str, site: Path, pages: dict[str, BuiltPage]) -> str:
    """What is wrong with a whole address below HERE; "" where nothing is."""
    url, fragment = urldefrag(target)
    place = unquote(url.removeprefix(HERE).partition("?")[0])
    if place in pages:
        return "" if fragment in ("", *pages[place].ids) else f"no id {fragment!r} on /{place}"
    return "" if place and (site / place).is_file() else f"no file for /{place}"


def broken(targets: list[str], site: Path, pages: dict[str, BuiltPage]) -> list[str]:
    """The faults among those targets that are ours; other hosts, tel: and mailto: are not asked."""
    ours = [target for target in targets if target.startswith(HERE) or target == SITE.address]
    return [found for target in ours if (found := fault(target, site, pages))]


def targets_of(page: BuiltPage) -> Iterator[str]:
    """Whole addresses of all that a page points to: links, pictures, styles, scripts, shares."""
    for node in page.tree.iter():
        raw = [node.get("href"), node.get("src"), node.get("action")]
        raw += [part.split()[0] for part in (node.get("srcset") or "").split(",") if part.strip()]
        raw += [node.get("content")] if node.get("property") in ("og:url", "og:image") else []
        for target in filter(None, raw):
            yield unquote_fragment(urljoin(HERE + page.address, target))


def unquote_fragment(url: str) -> str:
    address, fragment = urldefrag(url)
    return f"{address}#{unquote(fragment)}" if fragment else address


def test_every_link_of_every_page_leads_somewhere(site: Path, pages: dict[str, BuiltPage]) -> None:
    faults = [
        f"/{page.address}: {found}"
        for page in pages.values()
        for found in broken(list(targets_of(page)), site, pages)
    ]
    assert not faults, "\n".join(faults)


def test_the_pages_link_to_each_other(pages: dict[str, BuiltPage]) -> None:
    """Each page but 404 is reached by clicks from home (the test above passes where nothing is linked)."""
    reached, waiting = {""}, [""]
    while waiting:
        for target in targets_of(pages[waiting.pop()]):
            place = unquote(urldefrag(target).url.removeprefix(HERE))
            if place in pages and place not in reached:
                reached.add(place)
                waiting.append(place)
    assert [page.address for page in pages.values() if page.is_listed and page.address not in reached] == []


def test_the_feeds_lead_to_pages(site: Path, pages: dict[str, BuiltPage]) -> None:
    for file in sorted(site.glob("feeds/**/*.xml")):
        links = [entry.link for entry in feedparser.parse(file.read_bytes()).entries]
        assert links and all(urlsplit(link).netloc == urlsplit(HERE).netloc for link in links), file
        assert broken(links, site, pages) == [], file


def test_the_sitemap_lists_the_pages(site: Path, pages: dict[str, BuiltPage]) -> None:
    tree = etree.fromstring((site / "sitemap.xml").read_bytes())
    listed = [str(node.text) for node in tree.iter("{*}loc")]
    assert broken(listed, site, pages) == []
    assert len(listed) == len(set(listed))
    stories = {HERE + page.address for page in pages.values() if page.is_article and page.is_listed}
    assert stories and stories <= {unquote(address) for address in listed}


def test_a_broken_link_is_found(site: Path, pages: dict[str, BuiltPage]) -> None:
    """The crawl can fail."""
    assert broken([HERE + "news/1999/nothing/"], site, pages) == ["no file for /news/1999/nothing/"]
    assert broken([HERE + "#no-such-place"], site, pages) == ["no id 'no-such-place' on /"]
    assert broken(["https://elsewhere.example/x/", "tel:0000"], site, pages) == []
