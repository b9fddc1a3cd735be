"""What was measured on a page -> findings: each figure beside the target that the project sets for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tools.audit.axe import Scheme
from tools.audit.lighthouse import Scores
from tools.audit.weight import Weight

LIGHTHOUSE = 100
HEAVIEST_ARTICLE = 12_000
"""Bytes, brotli 11, everything but pictures."""


@dataclass(frozen=True)
class Finding:
    """One figure. `target` is "" where none is set; `why` says what a missed one fell over."""

    measure: str
    value: str
    target: str = ""
    missed: bool = False
    why: tuple[str, ...] = ()


def of_lighthouse(scores: Scores) -> list[Finding]:
    """Four scores with a target, three figures for information: they depend on the machine."""
    categories = [
        Finding(f"Lighthouse {name}", str(score), str(LIGHTHOUSE), score < LIGHTHOUSE, scores.failed[name])
        for name, score in scores.categories.items()
    ]
    return [
        *categories,
        Finding("first contentful paint", f"{scores.first_paint:.2f} s"),
        Finding("largest contentful paint", f"{scores.largest_paint:.2f} s"),
        Finding("cumulative layout shift", f"{scores.layout_shift:.3f}"),
    ]


def of_axe(violations: Mapping[tuple[Scheme, int], tuple[str, ...]]) -> list[Finding]:
    """One count for each colour scheme and width."""
    return [
        _none_of(f"axe violations, {scheme}, {width} px", found)
        for (scheme, width), found in violations.items()
    ]


def of_nu(errors: tuple[str, ...]) -> list[Finding]:
    """The errors of the Nu HTML checker."""
    return [_none_of("Nu HTML errors", errors)]


def of_weight(weight: Weight, *, is_article: bool) -> list[Finding]:
    """Sizes in bytes after brotli 11; the sum has a target on an article page."""
    heavy = is_article and weight.without_pictures() > HEAVIEST_ARTICLE
    return [
        Finding("HTML", _bytes(weight.size("document"))),
        Finding("CSS files", _bytes(weight.size("stylesheet"))),
        Finding("JavaScript", _bytes(weight.size("script"))),
        Finding("icon", _bytes(weight.size("icon"))),
        Finding(
            "weight without pictures",
            _bytes(weight.without_pictures()),
            f"article <= {_bytes(HEAVIEST_ARTICLE)}",
            heavy,
            tuple(f"{file.size:,} {file.url}" for file in weight.first_view) if heavy else (),
        ),
        Finding("requests in the first view", str(len(weight.first_view))),
        _none_of("third-party requests", weight.others),
    ]


def of_no_script(faults: tuple[str, ...]) -> list[Finding]:
    """Whether the page works with JavaScript off."""
    return [Finding("works without JavaScript", "no" if faults else "yes", "yes", bool(faults), faults)]


def _none_of(measure: str, found: tuple[str, ...]) -> Finding:
    return Finding(measure, str(len(found)), "0", bool(found), found)


def _bytes(size: int) -> str:
    return f"{size:,} B"
