"""A page in the browser -> what a reader's clicks do: where contents links land, how large the text gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

from playwright.sync_api import Locator, Page

CONTENTS = "nav.toc a[href*='#']"
RELATED = "section.related-links a[href]"
RADIOS = "input[type=radio]"
PLACE = """() => {
    const target = document.querySelector(':target')
    const end = document.documentElement.scrollHeight - innerHeight - scrollY < 2
    return target && {id: target.id, top: target.getBoundingClientRect().top, end}
}"""


@dataclass(frozen=True)
class Landing:
    """After a click on a contents link: is its heading the target, and how far down the view it stands (px).

    `at_end`: the page could scroll no further, so that the heading may stand lower.
    """

    is_target: bool
    top: float
    at_end: bool

    @property
    def right(self) -> bool:
        """The heading is the target and stands at the top of the view, or as high as the page allows."""
        return self.is_target and (-1 <= self.top <= 160 or (self.at_end and self.top >= -1))


def landings(page: Page) -> Iterator[Landing]:
    """Click each contents link that is to be seen, in order."""
    for link in page.locator(CONTENTS).all():
        if link.is_visible():
            link.click()
            yield _settled(page, link)


def _settled(page: Page, link: Locator) -> Landing:
    """Wait until the view stands still (at most two seconds): without scripts no event tells."""
    before, now = None, page.evaluate(PLACE)
    for _ in range(20):
        if now and now == before:
            break
        page.wait_for_timeout(100)
        before, now = now, page.evaluate(PLACE)
    wanted = link.evaluate("link => decodeURIComponent(link.hash.slice(1))")
    return Landing(bool(now) and now["id"] == wanted, now["top"] if now else 0, bool(now) and now["end"])


def related(page: Page) -> list[str]:
    """Whole addresses of the related stories, in order, without fragments."""
    links: list[str] = page.locator(RELATED).evaluate_all("links => links.map(link => link.href)")
    return [urldefrag(link).url for link in links]


def sizes(page: Page, of: str = "body") -> list[float]:
    """The text size of `of` in px after each radio of the page is chosen, in the order of the page."""
    return [_chosen(page, radio, of) for radio in page.locator(RADIOS).all()]


def _chosen(page: Page, radio: Locator, of: str) -> float:
    choose(page, radio)
    size: float = page.locator(of).first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    return size


def choose(page: Page, radio: Locator) -> None:
    """Click as a reader does: on the radio's words; the radio itself may be out of sight."""
    name = radio.get_attribute("id")
    page.locator(f"label[for='{name}'], label:has(#{name})").first.click()
