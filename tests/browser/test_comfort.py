"""What makes reading easy for old eyes and for the keyboard: text size, dark pages, narrow screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.visit import Visits
from tools.audit.pages import AuditedPage
from tools.audit.reading import RADIOS, choose, sizes

BRIGHTNESS = """() => {
    const pen = document.createElement('canvas').getContext('2d')
    pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor
    pen.fillRect(0, 0, 1, 1)
    const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data
    return (red + green + blue) / 3
}"""
"""Of the paper, 0 to 255. The canvas turns any CSS colour into numbers."""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("kind", ["home", "article"])
def test_the_text_grows(visit: Visits, article: AuditedPage, kind: str, script: bool) -> None:
    page = visit("" if kind == "home" else article.address, script=script).page
    steps = sorted(set(sizes(page)))
    assert len(steps) == 3
    assert steps[0] >= 18 and steps[-1] >= 1.4 * steps[0], steps


def test_the_size_is_remembered(visit: Visits, article: AuditedPage) -> None:
    page = visit(article.address).page
    _largest(page)
    large = page.evaluate("() => getComputedStyle(document.body).fontSize")
    page.reload()
    assert page.evaluate("() => getComputedStyle(document.body).fontSize") == large


@pytest.mark.parametrize("kind", ["home", "article"])
def test_the_page_is_dark_where_the_system_is(visit: Visits, article: AuditedPage, kind: str) -> None:
    address = "" if kind == "home" else article.address
    assert visit(address, scheme="light").page.evaluate(BRIGHTNESS) > 200
    assert visit(address, scheme="dark").page.evaluate(BRIGHTNESS) < 60


def test_the_page_is_dark_by_hand(visit: Visits) -> None:
    """One of the radios turns a light system's page dark, without a script."""
    page = visit("", script=False).page
    seen = []
    for radio in page.locator(RADIOS).all():
        choose(page, radio)
        seen.append(page.evaluate(BRIGHTNESS) < 60)
    assert any(seen) and not all(seen)


PLACES = {"home": "", "archives": "archives/", "series": "series/老楼加装电梯/oldest-first/"}


@pytest.mark.parametrize("kind", [*PLACES, "article"])
def test_the_largest_text_fits_the_narrowest_phone(visit: Visits, article: AuditedPage, kind: str) -> None:
    address = PLACES.get(kind, article.address)
    narrow = visit(address, width=320)
    _largest(narrow.page)
    assert narrow.overflow() <= 0


@pytest.mark.parametrize("width", [360, 390, 412, 820, 1440])
def test_a_line_holds_a_whole_number_of_characters(visit: Visits, article: AuditedPage, width: int) -> None:
    page = visit(article.address, width=width).page
    line, size = page.evaluate(
        """() => {
            const text = document.querySelector('article .text')
            return [text.clientWidth, parseFloat(getComputedStyle(text).fontSize)]
        }"""
    )
    assert 15 <= line / size <= 40
    assert abs(line / size - round(line / size)) < 0.06  # the browser rounds the width to whole px


def test_the_skip_link_comes_first(visit: Visits, article: AuditedPage) -> None:
    page = visit(article.address).page
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert str(link.get_attribute("href")).startswith("#")
    assert link.bounding_box() and link.evaluate("link => link.getBoundingClientRect().height") > 20
    page.keyboard.press("Enter")
    assert page.evaluate("() => !!document.querySelector('main:target, main :target')")


def _largest(page: Page) -> None:
    """Choose the radio that gives the largest text."""
    radios = page.locator(RADIOS).all()
    grown = sizes(page)
    choose(page, radios[grown.index(max(grown))])
