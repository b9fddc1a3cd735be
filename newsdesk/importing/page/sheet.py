"""What stands around the story -> findings and cuts, gathered on one Sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.headings import headings, numbering
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import Look
from newsdesk.importing.page.title_block import as_subtitle, medium_of, title_block
from newsdesk.importing.page.zones import Zones


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


def head(looks: Sequence[Look], page: Sheet) -> tuple[Line, ...]:
    """Facts and title parts of the head go into `page`; what belongs to the story is returned."""
    above: list[Line] = []
    below: list[Line] = []
    facts = False
    for it in looks:
        names = (bare_names(it.line) or medium_of(it.line, facts)) if it.is_text and (above or below) else ()
        if it.junk:
            page.cut(it.line, it.junk.sort.value)
            if it.junk.sort is Sort.CRUMBS and not facts:
                above = _below_crumbs(above, page)
        elif it.meta or it.byline or names:
            page.add(it.line, it.meta or it.byline or names, Zone.HEAD)
            facts = True
        else:
            (below if facts else above).append(it.line)
    labelled = any(it.found.field == "title" and it.found.weight > 0 for it in page.findings)
    if labelled:
        return _without_papers((*above, *below), page)
    block = title_block(above, below)
    for line, found in block.founds:
        page.add(line, [found], Zone.HEAD)
    return block.text


def _below_crumbs(above: Sequence[Line], page: Sheet) -> list[Line]:
    """The title stands below 首页 > 新闻 > 正文, so what stands above it is the site's own."""
    for line in above:
        page.cut(line, Sort.CRUMBS.value)
    return []


def _without_papers(lines: Sequence[Line], page: Sheet) -> tuple[Line, ...]:
    """Where 标题： names the title, a line above it may still name the paper."""
    left = []
    for line in lines:
        paper = medium_of(line, below_facts=True)
        page.add(line, paper, Zone.HEAD)
        left += [] if paper else [line]
    return tuple(left)


def without_subtitle(leading: tuple[Line, ...], text: Sequence[Line], page: Sheet) -> tuple[Line, ...]:
    """One line between facts and story is a dek, unless it heads a section as others do."""
    has_dek = any(it.found.field == "subtitle" for it in page.findings)
    if len(leading) != 1 or has_dek or numbering(leading[0]):
        return leading
    headed = headings([*leading, *text])
    if len(headed) > 1 and headed[0].at == 0:
        return leading
    page.add(leading[0], [as_subtitle(leading[0])], Zone.HEAD)
    return ()


def after(parts: Zones, page: Sheet) -> None:
    """Below the story only labels count, and in a list of other stories only the editor's."""
    for it, sort in parts.after:
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


def _allowed(found: Found, fields: set[str]) -> Found:
    return (
        found
        if found.field in fields or not found.field
        else replace(found, field="", reason=Sort.RELATED.value)
    )
