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
        """Open `host` + `address` and wait until nothing more is fetched."""
        visit = cls(context.new_page(), host)
        visit.page.on("console", visit._on_console)
        visit.page.on("pageerror", lambda error: visit.faults.append(f"script error: {error}"))
        visit.page.on("request", visit._on_request)
        visit.page.on("requestfailed", lambda request: visit.faults.append(f"failed: {request.url}"))
        visit.page.on("response", visit._on_response)
        visit.page.goto(host + address, wait_until="networkidle")
        return visit

    def scrolled_to_the_end(self) -> Visit:
        """Late pictures are fetched on the way."""
        self.page.mouse.wheel(0, 50_000)
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

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")


Visits = Callable[..., Visit]
"""The `visit` fixture."""
