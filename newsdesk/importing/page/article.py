"""The text of a page -> ImportedArticle: every line looked at, put in its zone, and kept with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from article.punctuation import restore
from newsdesk.importing.imported import Confidence, Evidence, ImportedArticle, Kind
from newsdesk.importing.markdown_text import markdown
from newsdesk.importing.page.body import Body, body, signature_date, sorted_lines
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.choosing import Choice, Choices, choices
from newsdesk.importing.page.dates import latest_year
from newsdesk.importing.page.doubts import doubts
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.headings import headings, numbering
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.lines import Line, lines_of
from newsdesk.importing.page.look import Look, look
from newsdesk.importing.page.pieces import Mark, marks_of, pieces
from newsdesk.importing.page.title_block import as_subtitle, medium_of, title_block
from newsdesk.importing.page.wrapping import unwrapped
from newsdesk.importing.page.zones import Zones, zones

RESTORED = ("title", "kicker", "column", "subtitle", "summary")
LONGEST_TITLE = 30


@dataclass
class _Page:
    """What is known so far: findings wait until one value for each field is chosen."""

    findings: list[Finding] = field(default_factory=list)
    cuts: list[tuple[Line, Found]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(self, line: Line, founds: Sequence[Found], zone: Zone) -> None:
        self.findings += [Finding(found, line, zone) for found in founds]

    def cut(self, line: Line, reason: str) -> None:
        self.cuts.append((line, cut(0, len(line.text), line.text, reason)))


def article_of(text: str) -> ImportedArticle:
    """The article on a page of plain text."""
    lines = unwrapped(lines_of(text), lambda line: not look(line).is_text)
    looks = [look(line, first=at == 0) for at, line in enumerate(lines)]
    parts = zones(looks)
    page = _Page()
    leading = _head(parts.head, page)
    among = sorted_lines(parts.body)
    page.findings += among.findings
    page.cuts += among.cut
    leading = _without_subtitle(leading, among.text, page)
    story = body([*leading, *among.text])
    page.findings += [*story.findings, *signature_date(parts.body)]
    for line, founds in story.endings:
        page.add(line, founds, Zone.END)
    _after(parts, page)
    return _article(text, page, story, looks)


def _head(looks: Sequence[Look], page: _Page) -> tuple[Line, ...]:
    """Facts and title parts of the head go into `page`; what belongs to the story is returned."""
    above: list[Line] = []
    below: list[Line] = []
    facts = False
    for it in looks:
        names = (bare_names(it.line) or medium_of(it.line, facts)) if it.is_text and (above or below) else ()
        if it.junk:
            page.cut(it.line, it.junk.sort.value)
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


def _without_papers(lines: Sequence[Line], page: _Page) -> tuple[Line, ...]:
    """Where 标题： names the title, a line above it may still name the paper."""
    left = []
    for line in lines:
        paper = medium_of(line, below_facts=True)
        page.add(line, paper, Zone.HEAD)
        left += [] if paper else [line]
    return tuple(left)


def _without_subtitle(leading: tuple[Line, ...], text: Sequence[Line], page: _Page) -> tuple[Line, ...]:
    """One line between facts and story is a dek, unless it heads a section as others do."""
    has_dek = any(it.found.field == "subtitle" for it in page.findings)
    if len(leading) != 1 or has_dek or numbering(leading[0]):
        return leading
    headed = headings([*leading, *text])
    if len(headed) > 1 and headed[0].at == 0:
        return leading
    page.add(leading[0], [as_subtitle(leading[0])], Zone.HEAD)
    return ()


def _after(parts: Zones, page: _Page) -> None:
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


def _article(text: str, page: _Page, story: Body, looks: Sequence[Look]) -> ImportedArticle:
    chosen = choices(page.findings)
    parts = pieces(text, [*story.marks, *_marks(page, chosen)])
    count = _Counted()
    blocks = [replace(block, text=count(block.text)) for block in story.blocks]
    texts = {name: count(" ".join(chosen.text(name).split())) for name in RESTORED}
    evidence = [_shown(choice, texts) for choice in chosen.by_field.values()]
    title = texts["title"] or _first_words(blocks[0].text if blocks else "")
    if not texts["title"] and title:
        reason = "没有找到标题，暂用正文开头的几个字"
        evidence.insert(0, Evidence("title", title, looks[0].line.number, Confidence.UNSURE, reason))
    return ImportedArticle(
        title=title,
        kicker=texts["kicker"],
        column=texts["column"],
        subtitle=texts["subtitle"],
        published=chosen.when("date"),
        modified=chosen.when("modified"),
        source=chosen.text("source"),
        source_url=chosen.text("source_url"),
        editor=chosen.text("editor"),
        authors=chosen.names("authors"),
        tags=chosen.names("tags"),
        summary=texts["summary"],
        markdown=markdown(blocks),
        pieces=parts,
        evidence=(*evidence, *story.evidence),
        problems=tuple(doubts(chosen, page.findings, parts, story)),
        restored=count.restored,
        latest_year=latest_year(text),
    )


class _Counted:
    """Restores half-width marks and counts them."""

    def __init__(self) -> None:
        self.restored = 0

    def __call__(self, text: str) -> str:
        mended = restore(text)
        self.restored += sum(1 for old, new in zip(text, mended, strict=True) if old != new)
        return mended


def _shown(choice: Choice, texts: dict[str, str]) -> Evidence:
    evidence = choice.evidence()
    return replace(evidence, value=texts.get(choice.name, evidence.value))


def _first_words(text: str) -> str:
    return re.split(r"[。！？!?；;\n]", text)[0][:LONGEST_TITLE].strip()


def _marks(page: _Page, chosen: Choices) -> list[Mark]:
    """One mark for each thing found outside the story's text."""
    used = {id(it) for choice in chosen.by_field.values() for it in choice.used}
    by_line: dict[int, tuple[Line, list[tuple[Found, Kind]]]] = {}
    placed: list[tuple[Line, Found, Kind]] = [(line, found, Kind.CUT) for line, found in page.cuts]
    outside = [it for it in page.findings if it.zone is not Zone.LEAD]
    placed += [(it.line, *_fate(it, id(it) in used)) for it in outside]
    for line, found, kind in placed:
        by_line.setdefault(line.places[0], (line, []))[1].append((found, kind))
    return [mark for line, founds in by_line.values() for mark in marks_of(line, founds)]


def _fate(it: Finding, used: bool) -> tuple[Found, Kind]:
    if used:
        return it.found, Kind.FIELD
    if it.found.field:
        return replace(it.found, field="", reason="没有采用，另有更可靠的说法"), Kind.CUT
    return it.found, Kind.CUT
