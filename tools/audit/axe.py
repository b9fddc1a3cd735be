"""A page in the browser -> what axe-core finds wrong with it, by colour scheme and width."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Literal, TypedDict

from playwright.sync_api import Browser

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (390, 1440)
OPTIONS: Mapping[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},  # 7:1, which no tag above asks for
    "resultTypes": ["violations"],
}


class _Violation(TypedDict):
    id: str
    nodes: list[object]


class _Results(TypedDict):
    violations: list[_Violation]


def violations(browser: Browser, address: str, axe: Path) -> dict[tuple[Scheme, int], tuple[str, ...]]:
    """(scheme, width in px) -> the broken rules, each with the number of its places: `color-contrast (3)`."""
    return {
        (scheme, width): _violations(browser, address, axe, scheme, width)
        for scheme, width in product(SCHEMES, WIDTHS)
    }


def _violations(browser: Browser, address: str, axe: Path, scheme: Scheme, width: int) -> tuple[str, ...]:
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate(axe.read_text(encoding="utf-8"))
    results: _Results = page.evaluate("options => axe.run(options)", OPTIONS)
    context.close()
    return tuple(f"{found['id']} ({len(found['nodes'])})" for found in results["violations"])
