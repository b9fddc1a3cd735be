"""A page in a browser without JavaScript -> what does not work there."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tools.audit.reading import landings, related, sizes


def faults(browser: Browser, address: str, *, is_article: bool) -> tuple[str, ...]:
    """One sentence for each fault; none where a reader without JavaScript misses nothing."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    found = _text_size(page)
    if is_article:
        found += _contents(page) + _related(page)
    context.close()
    return tuple(found)


def _text_size(page: Page) -> list[str]:
    return [] if len(set(sizes(page))) >= 3 else ["the text size cannot be chosen from three"]


def _contents(page: Page) -> list[str]:
    landed = list(landings(page))
    if not landed:
        return ["there are no contents links"]
    wrong = sum(not landing.right for landing in landed)
    return [f"{wrong} of {len(landed)} contents links do not bring their heading to the top"] if wrong else []


def _related(page: Page) -> list[str]:
    addresses = related(page)
    if not addresses:
        return ["there are no related links"]
    statuses = {url: page.request.get(url).status for url in addresses}
    return [f"the related link {url} answers {status}" for url, status in statuses.items() if status != 200]
