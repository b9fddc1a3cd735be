"""Findings, page by page -> the table, and a sentence for each target that is missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tools.audit.findings import Finding
from tools.audit.pages import AuditedPage


@dataclass(frozen=True)
class PageFindings:
    """All figures of one page, in the order of the table; every page has the same measures."""

    page: AuditedPage
    findings: tuple[Finding, ...]


def table(pages: Sequence[PageFindings]) -> str:
    """A Markdown table: a measure a line, a page a column; `!` marks a missed target."""
    head = ["measure", "target", *(page.page.name for page in pages)]
    rows = [
        [same[0].measure, same[0].target or "-", *(_cell(finding) for finding in same)]
        for same in zip(*(page.findings for page in pages), strict=True)
    ]
    widths = [max(map(cell_len, column)) for column in zip(head, *rows, strict=True)]
    rule = ["-" * width for width in widths]
    return "\n".join(_line(cells, widths) for cells in [head, rule, *rows])


def misses(pages: Sequence[PageFindings]) -> list[str]:
    """What is not reached, where, and over what it fell."""
    return [
        f"MISSED {page.page.name}: {finding.measure} is {finding.value}, the target is {finding.target}"
        + "".join(f"\n    {reason}" for reason in finding.why)
        for page in pages
        for finding in page.findings
        if finding.missed
    ]


def _cell(finding: Finding) -> str:
    return f"{finding.value} !" if finding.missed else finding.value


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return (
        "| "
        + " | ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
        + " |"
    )
