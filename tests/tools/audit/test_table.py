"""What the audit prints, and what counts as missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.audit import findings
from tools.audit.lighthouse import Report, Scores, summary
from tools.audit.pages import AuditedPage
from tools.audit.table import PageFindings, misses, table
from tools.audit.weight import Fetched, Weight


def report(performance: float, paint: float) -> Report:
    """One run of Lighthouse; what it fell over is `speed`."""
    paints = ("first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift")
    return {
        "categories": {
            "performance": {"score": performance, "auditRefs": [{"id": "speed", "weight": 1}]},
            **{name: {"score": 1.0, "auditRefs": []} for name in ("accessibility", "best-practices", "seo")},
        },
        "audits": {
            "speed": {"score": performance, "numericValue": 0},
            **{name: {"score": 1.0, "numericValue": paint} for name in paints},
        },
    }


def scored(performance: int) -> Scores:
    return summary([report(performance / 100, 700)])


def heavy(size: int) -> Weight:
    return Weight((Fetched("/", "document", size), Fetched("/a.jpg", "image", 99_000)), ())


def page(name: str, *found: findings.Finding) -> PageFindings:
    return PageFindings(AuditedPage(name, "", Path("index.html")), found)


def test_the_median_of_each_figure() -> None:
    seen = summary([report(1.0, 900), report(0.7, 700), report(0.98, 800)])
    assert seen.categories == {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
    assert seen.first_paint == 0.8
    assert seen.failed["performance"] == ("speed",)


def test_a_missed_target_is_marked_and_named() -> None:
    home = page("home", *findings.of_nu(()), *findings.of_no_script(()))
    story = page("article", *findings.of_nu(("line 3: stray tag",)), *findings.of_no_script(()))
    assert table([home, story]).splitlines() == [
        "| measure                  | target | home | article |",
        "| ------------------------ | ------ | ---- | ------- |",
        "| Nu HTML errors           | 0      | 0    | 1 !     |",
        "| works without JavaScript | yes    | yes  | yes     |",
    ]
    assert misses([home, story]) == [
        "MISSED article: Nu HTML errors is 1, the target is 0\n    line 3: stray tag"
    ]


@pytest.mark.parametrize(
    ("found", "missed"),
    [
        (findings.of_lighthouse(scored(100)), []),
        (findings.of_lighthouse(scored(99)), ["Lighthouse performance"]),
        (
            findings.of_axe({("light", 390): (), ("dark", 390): ("region (1)",)}),
            ["axe violations, dark, 390 px"],
        ),
        (findings.of_weight(heavy(12_000), is_article=True), []),
        (findings.of_weight(heavy(12_001), is_article=True), ["weight without pictures"]),
        (findings.of_weight(heavy(12_001), is_article=False), []),
        (findings.of_weight(Weight((), ("https://a.example/",)), is_article=False), ["third-party requests"]),
        (findings.of_no_script(("the text size cannot be chosen",)), ["works without JavaScript"]),
    ],
)
def test_the_targets(found: list[findings.Finding], missed: list[str]) -> None:
    assert [finding.measure for finding in found if finding.missed] == missed
