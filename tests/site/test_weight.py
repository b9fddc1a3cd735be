"""No story costs a reader more than the budget: the audit measures one, this all of them."""

from __future__ import annotations

from pathlib import Path

from tests.site.sample import BuiltPage
from tools.audit.answer import brotli11
from tools.audit.findings import HEAVIEST_ARTICLE

FILES = (".//link[@rel='stylesheet']", ".//link[@rel='icon']", ".//script[@src]")


def needed(page: BuiltPage, site: Path) -> list[Path]:
    """The files that the browser fetches to show `page`, itself included, without pictures."""
    nodes = [node for kind in FILES for node in page.tree.findall(kind)]
    places = [(node.get("href") or node.get("src", "")).partition("?")[0] for node in nodes]
    return [page.file, *(site / place.lstrip("/") for place in places)]


def test_every_story_keeps_to_the_budget(site: Path, pages: dict[str, BuiltPage]) -> None:
    sizes = {
        page.address: sum(len(brotli11(file.read_bytes())) for file in needed(page, site))
        for page in pages.values()
        if page.is_article
    }
    assert {address: size for address, size in sizes.items() if size > HEAVIEST_ARTICLE} == {}


def test_a_page_needs_few_files(site: Path, pages: dict[str, BuiltPage]) -> None:
    """One page, one stylesheet, one script, one icon."""
    assert {len(needed(page, site)) for page in pages.values()} == {4}
