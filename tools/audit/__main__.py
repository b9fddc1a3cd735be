"""A built site -> one table of what it gives its readers and costs them; exit code 1 below a target."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from tools.audit import axe, findings, lighthouse, nu, without_script
from tools.audit.browser import opened
from tools.audit.host import hosted
from tools.audit.needs import AuditError, Instruments, instruments
from tools.audit.pages import AuditedPage, chosen, page_at, richness
from tools.audit.table import PageFindings, misses, table
from tools.audit.weight import weight


def main(arguments: Sequence[str]) -> int:
    """0: every target reached; 1: one missed; 2: it could not be measured."""
    options = _options(arguments)
    try:
        pages = _pages(options.output, options.page)
        tools = instruments()
        with hosted(options.output) as site, opened(tools.chromium) as browser:
            seen = [_seen(browser, site, page, tools) for page in pages]
        with hosted(options.output) as site:  # Lighthouse alone: an idle second browser costs it points
            measured = [_timed(found, site, options.runs, tools) for found in seen]
    except AuditError as reason:
        print(f"make audit: {reason}", file=sys.stderr)
        return 2
    print(*(f"{page.name}: /{page.address}" for page in pages), "", table(measured), sep="\n")
    missed = misses(measured)
    print("", *(missed or ["every target is reached"]), sep="\n")
    return 1 if missed else 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.audit", description=__doc__)
    parser.add_argument(
        "--output", type=Path, default=Path("output"), help="the built site (default: output)"
    )
    parser.add_argument("--page", action="append", help="an address below the site's root; may be repeated")
    parser.add_argument(
        "--runs", type=int, default=3, help="Lighthouse runs a page (default 3; 0: leave it out)"
    )
    return parser.parse_args(arguments)


def _pages(folder: Path, addresses: Sequence[str] | None) -> tuple[AuditedPage, ...]:
    return tuple(page_at(folder, address) for address in addresses) if addresses else chosen(folder)


def _seen(browser: Browser, site: str, page: AuditedPage, tools: Instruments) -> PageFindings:
    """Everything but Lighthouse."""
    address, is_article = site + page.address, any(richness(page.file.read_bytes()))
    found = [
        *findings.of_axe(axe.violations(browser, address, tools.axe)),
        *findings.of_nu(nu.errors([page.file], tools)),
        *findings.of_weight(weight(browser, address), is_article=is_article),
        *findings.of_no_script(without_script.faults(browser, address, is_article=is_article)),
    ]
    return PageFindings(page, tuple(found))


def _timed(found: PageFindings, site: str, runs: int, tools: Instruments) -> PageFindings:
    if not runs:
        return found
    scores = lighthouse.scores(site + found.page.address, runs, tools)
    return PageFindings(found.page, (*findings.of_lighthouse(scores), *found.findings))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
