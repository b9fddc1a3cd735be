"""What is neither in the front matter nor in the body -> its lines of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newsdesk.importing.draft import cut_lines
from newsdesk.importing.imported import ImportedArticle
from newsdesk.importing.page.bylines import ROLE_WORDS
from newsdesk.importing.page.found import LABEL
from newsdesk.importing.report_line import ReportLine, Tone, short

Cut = tuple[int, str, str]
"""Line, text and reason."""

MOST = 40
"""More than this, as web pages have, are gathered by their reasons, of each the first few."""

FEW = 6


def told_cuts(article: ImportedArticle, *, whole: bool) -> Iterator[ReportLine]:
    """All that was cut, and why. Unless `whole`, long texts are shortened and of very many only some told."""
    cuts = cut_lines(article)
    small = [text for _, text, reason in cuts if reason in (LABEL, ROLE_WORDS)]
    large = [it for it in cuts if it[2] not in (LABEL, ROLE_WORDS)]
    yield ReportLine("删去了这些，它们不在稿件里" if cuts else "什么都没有删去", Tone.HEAD)
    if whole:
        yield from _in_full(large, article.lines_called)
    else:
        told = _in_order if len(large) <= MOST else _by_reason
        yield from told(large, article.lines_called)
    if small:
        yield ReportLine("  字段名和称呼（它们后面的内容已经写进稿件开头）")
        yield ReportLine(f"    {'  '.join(small)}", Tone.FAINT)
    yield ReportLine("")


def _in_full(cuts: Sequence[Cut], unit: str) -> Iterator[ReportLine]:
    for reason, group in groupby(cuts, key=lambda it: it[2]):
        yield ReportLine(f"  {reason}")
        for line, text, _ in group:
            first, *others = [" ".join(it.split()) for it in text.splitlines() if it.strip()] or [""]
            yield ReportLine(f"    第 {line} {unit}  {first}")
            yield from (ReportLine(f"        {other}") for other in others)


def _in_order(cuts: Sequence[Cut], unit: str) -> Iterator[ReportLine]:
    for reason, group in groupby(cuts, key=lambda it: it[2]):
        yield ReportLine(f"  {reason}")
        yield from _lines(group, unit)


def _by_reason(cuts: Sequence[Cut], unit: str) -> Iterator[ReportLine]:
    groups: dict[str, list[Cut]] = {}
    for it in cuts:
        groups.setdefault(it[2], []).append(it)
    for reason, group in groups.items():
        yield ReportLine(f"  {reason}（{len(group)} 处）")
        yield from _lines(group[:FEW], unit)
        if len(group) > FEW:
            yield ReportLine(f"    ……还有 {len(group) - FEW} 处（核对单里有全部，--json 也有）", Tone.FAINT)


def _lines(cuts: Iterable[Cut], unit: str) -> Iterator[ReportLine]:
    for line, text, _ in cuts:
        yield ReportLine(f"    第 {line} {unit}  {short(text)}", Tone.FAINT)
