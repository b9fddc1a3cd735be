"""A page in the browser -> what it fetches: how many files, of which kinds and sizes, and from whom."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

from tools.audit.answer import brotli11

PICTURES = frozenset({"image", "media"})


@dataclass(frozen=True)
class Fetched:
    """One file; `kind` is the browser's word (document, script, image ...) or icon; `size` in bytes."""

    url: str
    kind: str
    size: int


@dataclass(frozen=True)
class Weight:
    """`first_view` is what a visit to the top of the page fetches; `others` are addresses on other hosts."""

    first_view: tuple[Fetched, ...]
    others: tuple[str, ...]

    def size(self, *kinds: str) -> int:
        """Bytes of these kinds together."""
        return sum(file.size for file in self.first_view if file.kind in kinds)

    def without_pictures(self) -> int:
        """Bytes of everything that is no picture; the icon counts."""
        return sum(file.size for file in self.first_view if file.kind not in PICTURES)


def weight(browser: Browser, address: str) -> Weight:
    """Open `address` on a phone; then the pictures that wait for a scroll are asked for too."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto(address, wait_until="networkidle")
    icons: list[str] = page.locator("link[rel~=icon]").evaluate_all("links => links.map(link => link.href)")
    first_view = [
        *(_fetched(request) for request in asked if _ours(request.url, address) and request.url not in icons),
        *(_icon(page, url) for url in icons if _ours(url, address)),
    ]
    page.evaluate("() => { for (const picture of document.images) picture.loading = 'eager' }")
    page.wait_for_load_state("networkidle")
    others = tuple(url for url in [*(request.url for request in asked), *icons] if not _ours(url, address))
    context.close()
    return Weight(tuple(first_view), others)


def _ours(url: str, address: str) -> bool:
    return urlsplit(url).netloc == urlsplit(address).netloc


def _icon(page: Page, url: str) -> Fetched:
    """Asked for here: a browser without a window may or may not do it."""
    return Fetched(url, "icon", len(brotli11(page.request.get(url).body())))


def _fetched(request: Request) -> Fetched:
    response = request.response()
    body = response.body() if response and response.ok else b""
    return Fetched(request.url, request.resource_type, len(brotli11(body)))
