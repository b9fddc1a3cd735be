"""The body's looks -> the story's blocks, and what stood among them that is no story text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from article.punctuation import restore
from newsdesk.importing.imported import Confidence, Evidence, Kind
from newsdesk.importing.markdown_text import Block
from newsdesk.importing.page.beside import NOT_FIELDS
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.datelines import dateline_of
from newsdesk.importing.page.endings import ending_of, office_alone
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.headings import NUMBERINGS, HeadingMark, headings
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import Look, is_paragraph
from newsdesk.importing.page.pieces import Mark, mark
from newsdesk.importing.page.tail import closing_words, loose_lines
from newsdesk.importing.page.zones import closes

LEADS = 2
"""Paragraphs at the beginning in which a dateline may stand: an editor's note may come first."""

NOT_TEXT = frozenset(NOT_FIELDS.values())
BELOW = "正文和责任编辑下面的记号和按钮"
WORDS = re.compile(r"[^\W\d_]")
BULLET = dict(NUMBERINGS)["mark"]


@dataclass(frozen=True)
class Sorted:
    """The body's lines, each where it belongs."""

    text: tuple[Line, ...]
    findings: tuple[Finding, ...]
    cut: tuple[tuple[Line, Found], ...]


@dataclass(frozen=True)
class Body:
    """The story as blocks. `endings` are the facts behind the last paragraph."""

    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    endings: tuple[tuple[Line, tuple[Found, ...]], ...] = field(default=())


def sorted_lines(looks: Sequence[Look], *, closed: bool = False) -> Sorted:
    """Story text apart from bylines, page numbers and the facts below the last paragraph.

    `closed`: the page goes on below.
    """
    notices = closing_words(looks)
    last = max((at for at, it in enumerate(looks[:notices]) if it.is_paragraph), default=-1)
    closed = bool(looks) and (closes(looks[-1]) or closed)
    loose = loose_lines(looks, last, closed=closed)
    credits = _credits(looks)
    few = sum(1 for it in looks[last + 1 :] if bare_names(it.line)) < 2  # more are keywords
    text: list[Line] = []
    findings: list[Finding] = []
    signed = False
    cuts: list[tuple[Line, Found]] = []
    for at, it in enumerate(looks):
        line = it.line
        facts = it.byline or (at > last and (it.meta or (few and _names_alone(line)) or office_alone(line)))
        facts = facts or (it.meta if at in credits else ())
        if it.junk:
            cuts.append((line, cut(0, len(line.text), line.text, it.junk.sort.value)))
        elif facts and not _is_signature(it):
            findings += [Finding(found, line, Zone.END) for found in facts]
            signed = signed or any(found.field == "editor" for found in facts)
        elif it.is_text and at >= notices:
            cuts.append((line, cut(0, len(line.text), line.text, Sort.RIGHTS.value)))
        elif at in loose:
            cuts.append((line, cut(0, len(line.text), line.text, Sort.LOOSE.value)))
        elif at > last and (signed or not WORDS.search(line.text)):
            cuts.append((line, cut(0, len(line.text), line.text, BELOW)))
        else:
            text.append(line)
    return Sorted(tuple(text), tuple(findings), tuple(cuts))


def _names_alone(line: Line) -> tuple[Found, ...]:
    """Names below the last paragraph; two characters without a mark are rather a tag."""
    founds = bare_names(line)
    return (
        founds if line.han > 2 or any(found.confidence is not Confidence.UNSURE for found in founds) else ()
    )


def _credits(looks: Sequence[Look]) -> frozenset[int]:
    """The places of labelled facts (文｜, 编辑｜, 来源｜) below a first paragraph that sums the story up."""
    paragraphs = 0
    found = []
    for at, it in enumerate(looks):
        if it.meta and any(one.weight > 1 or one.reason in NOT_TEXT for one in it.meta):
            found.append(at)
        elif it.is_text and (found or (paragraphs := paragraphs + 1) > LEADS):
            break
    return frozenset(found)


def _is_signature(it: Look) -> bool:
    """The day (and the office) below a notice belong to its text."""
    return bool(it.meta) and all(found.weight == 0 and found.field in ("date", "source") for found in it.meta)


def body(lines: Sequence[Line]) -> Body:
    """The blocks of the story's own lines."""
    marks: list[Mark] = []
    blocks: list[Block] = []
    headed = {it.at: it for it in headings(lines)}
    last = max((at for at, line in enumerate(lines) if is_paragraph(line)), default=-1)
    endings = []
    for at, line in enumerate(lines):
        start = 0
        if at == last:
            line, rest, founds = ending_of(line)
            endings.append((rest, founds))
        if at in headed:
            bullet = BULLET.match(line.folded)
            start = bullet.end() if bullet else 0
        blocks.append(Block(line.text[start:].strip(), headed[at].level if at in headed else 0))
        marks.append(mark(line, start, len(line.text), Kind.BODY))
    findings = [
        Finding(found, line, Zone.LEAD) for line in _first_paragraphs(lines) for found in dateline_of(line)
    ]
    evidence = [_evidence(it, lines[it.at].number, blocks[it.at].text) for it in headed.values()]
    return Body(tuple(blocks), tuple(marks), tuple(evidence), tuple(findings), tuple(endings))


def _first_paragraphs(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if is_paragraph(line)][:LEADS]


def _evidence(it: HeadingMark, line: int, text: str) -> Evidence:
    return Evidence("heading", restore(text), line, it.confidence, it.reason)


def signature_date(looks: Sequence[Look]) -> list[Finding]:
    """The day below a notice is evidence for its date, and stays in the text."""
    last = max((at for at, it in enumerate(looks) if it.is_paragraph), default=-1)
    return [
        Finding(
            Found(
                "date", found.value, found.start, found.end, "文末落款的日期", Confidence.UNSURE, found.when
            ),
            it.line,
            Zone.LEAD,
        )
        for it in looks[last + 1 :]
        if _is_signature(it)
        for found in it.meta
        if found.field == "date" and found.when
    ]


__all__ = ["Body", "Sort", "Sorted", "body", "signature_date", "sorted_lines"]
