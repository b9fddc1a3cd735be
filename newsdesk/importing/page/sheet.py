"""What stands around the story -> findings and cuts, gathered on one Sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.headings import headings, is_caption, numbering, parallel
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import Look
from newsdesk.importing.page.title_block import as_subtitle
from newsdesk.importing.page.zones import Zones

NEAR = 3
"""Lines below the story among which the page's own date may stand, if nothing above says one."""


@dataclass
class Sheet:
    """What is known so far. Findings wait until one value for each field is chosen; cuts are whole lines."""

    findings: list[Finding] = field(default_factory=list)
    cuts: list[tuple[Line, Found]] = field(default_factory=list)

    def add(self, line: Line, founds: Sequence[Found], zone: Zone) -> None:
        """What `line` says, standing in `zone`."""
        self.findings += [Finding(found, line, zone) for found in founds]

    def cut(self, line: Line, reason: str) -> None:
        """All of `line` goes."""
        self.cuts.append((line, cut(0, len(line.text), line.text, reason)))


def without_subtitle(leading: tuple[Line, ...], text: Sequence[Line], page: Sheet) -> tuple[Line, ...]:
    """One line between facts and story is a dek, unless it heads a section as others do or is a caption."""
    has_dek = any(it.found.field == "subtitle" for it in page.findings)
    if len(leading) != 1 or has_dek or numbering(leading[0]) or is_caption(leading[0]):
        return leading
    headed = headings([*leading, *text])
    if len(headed) > 1 and headed[0].at == 0:
        return leading
    if any(parallel(leading[0], ([*leading, *text])[it.at]) for it in headed if it.at):
        return leading
    page.add(leading[0], [as_subtitle(leading[0])], Zone.HEAD)
    return ()


def after(parts: Zones, page: Sheet) -> None:
    """Below the story only labels count, and in a list of other stories only the editor's."""
    dated = any(it.found.field == "date" and it.found.when and it.found.when.year for it in page.findings)
    for at, (it, sort) in enumerate(parts.after):
        if at < NEAR and not dated and _is_stamp(it) and not _is_in_list(parts, at):
            page.add(it.line, it.meta, Zone.AFTER)
            continue
        if sort is Sort.ANOTHER:
            page.cut(it.line, sort.value)
            continue
        allowed = (
            {"editor"}
            if sort is Sort.RELATED
            else {"editor", "source", "authors", "date", "modified", "tags", "source_url"}
        )
        used = any(found.field in allowed and found.weight > 0 for found in it.meta)
        if it.byline and sort is not Sort.RELATED:
            page.add(it.line, it.byline, Zone.AFTER)
        elif used:
            page.add(it.line, [_allowed(found, allowed) for found in it.meta], Zone.AFTER)
        else:
            page.cut(it.line, sort.value)


def _is_in_list(parts: Zones, at: int) -> bool:
    """Does a list of other stories begin at or above this line of those below the story?"""
    return any(it.junk and it.junk.sort is Sort.RELATED for it, _ in parts.after[: at + 1])


def _is_stamp(it: Look) -> bool:
    """`2026年5月3日 09:26 槐树里网`, which some pages print below the editor's name."""
    return any(found.field == "date" and found.when and found.when.hour is not None for found in it.meta)


def _allowed(found: Found, fields: set[str]) -> Found:
    return (
        found
        if found.field in fields or not found.field
        else replace(found, field="", reason=Sort.RELATED.value)
    )
