"""An address -> Lighthouse's scores on a simulated phone, the median of several runs."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median_low
from typing import TypedDict

from tools.audit.browser import FLAGS
from tools.audit.needs import AuditError, Instruments

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAINTS = ("first-contentful-paint", "largest-contentful-paint")
LONGEST = 180
"""Seconds for one run; ten are usual."""


class _Audit(TypedDict):
    score: float | None
    numericValue: float


class _Weighed(TypedDict):
    id: str
    weight: float


class _Category(TypedDict):
    score: float | None
    auditRefs: list[_Weighed]


class Report(TypedDict):
    """The parts of Lighthouse's JSON that we read."""

    categories: Mapping[str, _Category]
    audits: Mapping[str, _Audit]


@dataclass(frozen=True)
class Scores:
    """`categories`: 0 to 100; paints in seconds; `failed`: what cost a category points in any run."""

    categories: Mapping[str, int]
    first_paint: float
    largest_paint: float
    layout_shift: float
    failed: Mapping[str, tuple[str, ...]]


def scores(address: str, runs: int, tools: Instruments) -> Scores:
    """Run Lighthouse `runs` times (at least once) on `address`."""
    return summary([_run(address, tools) for _ in range(runs)])


def summary(reports: list[Report]) -> Scores:
    """The median of each figure by itself."""

    def middle(audit: str) -> float:
        return median_low(report["audits"][audit]["numericValue"] for report in reports)

    first, largest = (middle(paint) / 1000 for paint in PAINTS)
    return Scores(
        categories={
            name: round(100 * median_low(report["categories"][name]["score"] or 0 for report in reports))
            for name in CATEGORIES
        },
        first_paint=first,
        largest_paint=largest,
        layout_shift=middle("cumulative-layout-shift"),
        failed={
            name: tuple(sorted(set().union(*(_failed(report, name) for report in reports))))
            for name in CATEGORIES
        },
    )


def _failed(report: Report, category: str) -> set[str]:
    weighed = (ref["id"] for ref in report["categories"][category]["auditRefs"] if ref["weight"])
    return {name for name in weighed if _costs(report["audits"][name]["score"])}


def _costs(score: float | None) -> bool:
    """A point is lost; `None` stands for an audit that does not apply."""
    return score is not None and score < 0.995


def _run(address: str, tools: Instruments) -> Report:
    command = [
        *(str(tools.node), str(tools.lighthouse), address),
        *("--quiet", "--output=json", "--output-path=stdout", "--no-enable-error-reporting"),
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
    ]
    environment = os.environ | {"CHROME_PATH": str(tools.chromium)}
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        encoding="utf-8",
    )
    if done.returncode:
        raise AuditError(f"Lighthouse failed on {address}:\n{done.stderr[-2000:]}")
    report: Report = json.loads(done.stdout)
    return report
