"""Every kind of page opens silently, from its own host alone, and fits the screen."""

from __future__ import annotations

import pytest

from tests.browser.visit import Visits
from tools.audit.pages import AuditedPage

WIDTHS = (390, 1440)


@pytest.mark.parametrize("width", WIDTHS)
def test_home(visit: Visits, width: int) -> None:
    home = visit("", width=width).with_late_pictures()
    assert home.faults == []
    assert home.overflow() <= 0


@pytest.mark.parametrize("width", WIDTHS)
def test_article(visit: Visits, article: AuditedPage, width: int) -> None:
    story = visit(article.address, width=width).with_late_pictures()
    assert story.faults == []
    assert story.overflow() <= 0
    assert story.page.locator("article h1").count() == 1


@pytest.mark.parametrize("address", ["archives/", "about/", "404.html", "CATEGORY", "ARCHIVE OF A YEAR"])
def test_the_other_kinds(visit: Visits, address: str) -> None:
    place = {"CATEGORY": "a[href*='/category/']", "ARCHIVE OF A YEAR": "a[href*='/archives/20']"}.get(address)
    start = visit("archives/" if place else address)
    if place:
        start.page.goto(start.page.locator(place).first.evaluate("link => link.href"))
    assert start.with_late_pictures().faults == []
    assert start.overflow() <= 0
    assert start.page.locator("h1").count() == 1


def test_an_unknown_address_shows_the_sites_own_404(visit: Visits) -> None:
    lost = visit("news/1999/nothing/")
    assert lost.page.locator("h1").count() == 1
    assert lost.page.locator("a[href='/']").count() >= 1
    assert [fault for fault in lost.faults if "nothing" not in fault and "404" not in fault] == []
