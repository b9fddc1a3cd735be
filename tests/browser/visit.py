"""A page opened in the browser -> the page, and everything that went wrong while it was open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response


@dataclass(frozen=True)
class Visit:
    """`faults`: console errors and warnings, requests that fail, requests to another host, as sentences."""

    page: Page
    host: str
    faults: list[str] = field(default_factory=list)

    @classmethod
    def to(cls, context: BrowserContext, host: str, address: str) -> Visit:
        """Open `host` + `address` and wait until it is shown."""
        visit = cls(context.new_page(), host)
        visit.page.on("console", lambda it: visit._on_console(it))
        visit.page.on("pageerror", lambda error: visit.faults.append(f"script error: {error}"))
        visit.page.on("request", lambda it: visit._on_request(it))
        visit.page.on("requestfailed", lambda it: visit._on_failure(it))
        visit.page.on("response", lambda it: visit._on_response(it))
        visit.page.goto(host + address)
        return visit

    def with_late_pictures(self) -> Visit:
        """Fetch those too that wait for a reader to scroll near them."""
        self.page.evaluate("() => { for (const picture of document.images) picture.loading = 'eager' }")
        self.page.wait_for_function("() => [...document.images].every(picture => picture.complete)")
        self.page.wait_for_load_state("networkidle")
        return self

    def overflow(self) -> int:
        """By how many px the page is wider than the view."""
        wider: int = self.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return wider

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.host).netloc and not request.url.startswith("data:"):
            self.faults.append(f"another host: {request.url}")

    def _on_failure(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the test went on to another page before it came
            self.faults.append(f"{request.failure}: {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")


Visits = Callable[..., Visit]
"""The `visit` fixture."""
