"""What readers do with a story: jump by its contents, go on to a related story."""

from __future__ import annotations

import pytest

from tests.browser.visit import Visits
from tools.audit.pages import AuditedPage
from tools.audit.reading import landings, related


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_contents_links_jump(visit: Visits, article: AuditedPage, width: int, script: bool) -> None:
    """The heading becomes the target and stands at the top of the view."""
    landed = list(landings(visit(article.address, width=width, script=script).page))
    assert len(landed) >= 3
    assert all(landing.right for landing in landed), landed


def test_the_contents_name_the_headings(visit: Visits, article: AuditedPage) -> None:
    page = visit(article.address).page
    links = page.locator("nav.toc a").all_inner_texts()
    headings = page.locator("article .text h2[id], article .text h3[id]").all_inner_texts()
    assert links and list(map(_letters, links)) == list(map(_letters, headings))


def _letters(text: str) -> str:
    """Without spaces; a contents link may stand with its number on a line of its own."""
    return "".join(text.split())


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_related_links_open_other_stories(visit: Visits, article: AuditedPage, script: bool) -> None:
    start = visit(article.address, script=script)
    titles = [start.page.locator("h1").inner_text()]
    addresses = related(start.page)
    assert len(addresses) == 5
    for number in range(len(addresses)):
        start.page.goto(start.host + article.address)
        start.page.locator("section.related-links a[href]").nth(number).click()
        start.page.wait_for_url(addresses[number])
        titles.append(start.page.locator("h1").inner_text())
    assert len(set(titles)) == 6, titles
    assert start.faults == []


@pytest.mark.parametrize("width", [390, 820, 1240, 1440])
def test_the_related_list_is_as_wide_as_the_text_above_it(
    visit: Visits, article: AuditedPage, width: int
) -> None:
    page = visit(article.address, width=width).page
    text = page.locator(".text-column").bounding_box()
    below = page.locator(".related-links").bounding_box()
    assert text and below
    assert (round(below["x"]), round(below["width"])) == (round(text["x"]), round(text["width"]))
