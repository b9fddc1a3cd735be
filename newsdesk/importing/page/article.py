"""The text of a page -> ImportedArticle: every line looked at, put in its zone, and kept with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence, Evidence, ImportedArticle, Kind
from newsdesk.importing.markdown_text import markdown
from newsdesk.importing.page.accounts import ACCOUNT
from newsdesk.importing.page.body import Body, body, signature_date, sorted_lines
from newsdesk.importing.page.choosing import Choice, Choices, choices
from newsdesk.importing.page.dates import latest_year
from newsdesk.importing.page.doubts import doubts
from newsdesk.importing.page.fates import Fates, original_title
from newsdesk.importing.page.finding import Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.head import head
from newsdesk.importing.page.kinship import Kinship
from newsdesk.importing.page.letter import without_letter
from newsdesk.importing.page.lines import Line, lines_of
from newsdesk.importing.page.look import Look, look
from newsdesk.importing.page.neighbours import with_neighbours
from newsdesk.importing.page.pieces import Mark, marks_of, pieces
from newsdesk.importing.page.posted import with_posts
from newsdesk.importing.page.rejoined import rejoined
from newsdesk.importing.page.sheet import Sheet, after, without_subtitle
from newsdesk.importing.page.table_rows import table_rows
from newsdesk.importing.page.two_line_headings import headed
from newsdesk.importing.page.wrapping import unwrapped
from newsdesk.importing.page.zones import Zones, zones
from newsdesk.importing.restored import Restorer

RESTORED = ("title", "kicker", "column", "subtitle", "summary")
LONGEST_TITLE = 30


def article_of(text: str) -> ImportedArticle:
    """The article on a page of plain text."""
    plain = lines_of(text)
    rows = table_rows(plain, text)
    lines = rejoined(unwrapped(plain, lambda line: line.places[0] in rows or not look(line).is_text))
    looks = without_letter(with_posts(with_neighbours(_looks(lines, rows))))
    parts = zones(looks)
    page = Sheet()
    story_lines = [it.line for it in parts.body if it.is_text]
    leading = head(parts.head, page, Kinship.of(story_lines), _claims(looks), _accounts(parts))
    among = sorted_lines(parts.body, closed=bool(parts.after), rows=frozenset(rows))
    page.findings += among.findings
    page.cuts += among.cut
    leading = without_subtitle(leading, headed(among.text, text), page)
    story = body(headed([*leading, *among.text], text), rows)
    page.findings += [*story.findings, *signature_date(parts.body)]
    for line, founds in story.endings:
        page.add(line, founds, Zone.END)
    after(parts, page)
    return _article(text, page, story, looks)


def _looks(lines: Sequence[Line], rows: Mapping[int, str]) -> list[Look]:
    """What each line looks like; a table's row is text, whatever its cells say."""
    return [
        Look(line, None, (), ()) if line.places[0] in rows else look(line, first=at == 0)
        for at, line in enumerate(lines)
    ]


def _claims(looks: Sequence[Look]) -> list[str]:
    """What the page calls its title elsewhere: 原标题："""
    return [found.value for it in looks for found in it.meta if found.field == "title" and found.weight < 0]


def _accounts(parts: Zones) -> frozenset[str]:
    """Short lines without a mark that stand above the story and below it: the account's name."""
    below = {it.line.words for it, _ in parts.after}
    above = {words for it in parts.head for words in (it.line.words, *it.line.words.split())}
    return frozenset(words for words in above & below if ACCOUNT.fullmatch(words))


def _article(text: str, page: Sheet, story: Body, looks: Sequence[Look]) -> ImportedArticle:
    chosen = choices(page.findings)
    parts = pieces(text, [*story.marks, *_marks(page, chosen)])
    count = Restorer()
    blocks = [replace(block, text=count(block.text)) for block in story.blocks]
    texts = {name: count(" ".join(chosen.text(name).split())) for name in RESTORED}
    evidence = [shown(choice, texts) for choice in chosen.by_field.values()]
    title = texts["title"] or first_words(blocks[0].text if blocks else "")
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
        evidence=(*evidence, *original_title(page.findings, chosen), *story.evidence),
        problems=tuple(doubts(chosen, page.findings, parts, story)),
        restored=count.count,
        latest_year=latest_year(text),
    )


def shown(choice: Choice, texts: dict[str, str]) -> Evidence:
    """What is known of a choice, with its text as `texts` has it mended."""
    evidence = choice.evidence()
    return replace(evidence, value=texts.get(choice.name, evidence.value))


def first_words(text: str) -> str:
    """What stands in for a title."""
    return re.split(r"[。！？!?；;\n]", text)[0][:LONGEST_TITLE].strip()


def _marks(page: Sheet, chosen: Choices) -> list[Mark]:
    """One mark for each thing found outside the story's text."""
    fates = Fates(chosen)
    by_line: dict[int, tuple[Line, list[tuple[Found, Kind]]]] = {}
    placed: list[tuple[Line, Found, Kind]] = [(line, found, Kind.CUT) for line, found in page.cuts]
    outside = [it for it in page.findings if it.zone is not Zone.LEAD]
    placed += [(it.line, *fates.of(it)) for it in outside]
    for line, found, kind in placed:
        by_line.setdefault(line.places[0], (line, []))[1].append((found, kind))
    return [mark for line, founds in by_line.values() for mark in marks_of(line, founds)]
