"""This machine -> its Chromium, opened without any request of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "a browser: Chromium (apt-get install chromium), or the one that the variable LINLI_CHROMIUM names"
FLAGS = (
    "--no-sandbox",  # it opens our own pages only, and root may not start it otherwise
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> Path | None:
    """The browser that LINLI_CHROMIUM names, else the first one on PATH; None where there is none."""
    named = os.environ.get("LINLI_CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else None


@contextmanager
def opened(program: Path) -> Iterator[Browser]:
    """Start `program` without a window; it is closed at the end of the `with`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
