"""The ways from story to story: by date, through a series, and by a link to a heading's old title."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visit import Visits
from tests.theme.contents import site, story
from tools.audit.host import hosted

MIDDLE = "news/2026/elevator-first-ride/"
"""A story of a series with stories before and after it, in the series and by date."""

SERIES = "series/老楼加装电梯/"
FINGER = 48


def address(page: Page) -> str:
    return unquote(urlsplit(page.url).path).lstrip("/")


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_each_way_is_large_enough_for_a_finger(visit: Visits, width: int) -> None:
    page = visit(MIDDLE, width=width).page
    ways = page.locator(".neighbours a, .series-place a").all()
    assert len(ways) == 5
    assert [it.text_content() for it in ways if _box(it)["height"] < FINGER] == []
    page.goto(page.url.replace(MIDDLE, SERIES))
    assert [
        it.text_content() for it in page.locator(".order-switch a").all() if _box(it)["height"] < FINGER
    ] == []


def test_the_whole_row_leads_there_and_the_next_one_back(visit: Visits) -> None:
    page = visit(MIDDLE).page
    row = page.locator(".neighbours a[rel=prev]")
    row.scroll_into_view_if_needed()
    row.click(position={"x": _box(row)["width"] - 3, "y": _box(row)["height"] - 3})
    page.wait_for_load_state()
    assert address(page) != MIDDLE
    page.locator(".neighbours a[rel=next]").click()
    page.wait_for_url(f"**/{MIDDLE}")


def test_a_series_is_read_from_its_first_story_to_its_last(visit: Visits) -> None:
    page = visit(SERIES, script=False).page
    page.locator(".order-switch a", has_text="旧的在前").click()
    titles = page.locator(".month-list h3").all_inner_texts()
    page.locator(".month-list h3 a").first.click()
    for number, title in enumerate(titles, 1):
        expect(page.locator(".series-place__name")).to_contain_text(f"（共{len(titles)}篇，第{number}篇）")
        assert page.locator("h1").inner_text().split() == title.split()
        if number < len(titles):
            page.locator(".series-place a", has_text="专题下一篇").click()
    assert page.locator(".series-place a", has_text="专题下一篇").count() == 0
    page.locator(".series-place__name").click()
    assert address(page) == SERIES


def test_an_old_link_leads_to_a_heading_with_a_new_title(browser: Browser, tmp_path: Path) -> None:
    body = "开头。\n\n## 摊位\n\n" + "正文。\n\n" * 40 + '## 交多少钱 {was="收费"}\n\n' + "正文。\n\n" * 40
    built = site(tmp_path, {"news/2026/fair.md": story("2026-05-01", body=body)})
    with hosted(built.output) as host:
        page = browser.new_page()
        page.goto(f"{host}news/2026/fair/#收费")
        heading = page.locator("h2", has_text="交多少钱")
        expect(heading).to_be_in_viewport()
        assert 0 <= _box(heading)["y"] < 100
        page.close()


def _box(element: Locator) -> dict[str, float]:
    box = element.bounding_box()
    assert box
    return {"y": box["y"], "width": box["width"], "height": box["height"]}
