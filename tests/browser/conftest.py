"""What the browser tests may ask for: the sample site on loopback, and `visit`, which opens a page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.visit import Visit
from tests.site.sample import built_once
from tools.audit.axe import Scheme
from tools.audit.browser import MISSING, chromium, opened
from tools.audit.host import hosted
from tools.audit.pages import AuditedPage, chosen


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Without one the tests are skipped on a person's machine and fail in CI."""
    program = chromium()
    if program is None and os.environ.get("LINLI_CI") == "1":
        pytest.fail(f"the browser tests need {MISSING}")
    if program is None:
        pytest.skip(f"the browser tests need {MISSING}")
    with opened(program) as browser:
        yield browser


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site; all processes of a parallel run share one."""
    own = tmp_path_factory.getbasetemp()
    return built_once(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The site's address on loopback, with a closing slash."""
    with hosted(site) as address:
        yield address


@pytest.fixture(scope="session")
def article(site: Path) -> AuditedPage:
    """The story with a picture and the longest contents."""
    return chosen(site)[1]


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Callable[..., Visit]]:
    """`visit("archives/", width=390, script=True, scheme="light")` opens a page of the site."""
    contexts: list[BrowserContext] = []

    def visit(address: str, *, width: int = 390, script: bool = True, scheme: Scheme = "light") -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            java_script_enabled=script,
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        contexts.append(context)
        return Visit.to(context, host, address)

    yield visit
    for context in contexts:
        context.close()
