"""WordDocument -> ImportedArticle: the page rules on its paragraphs, and what Word says beside their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from article.punctuation import restore
from newsdesk.importing.imported import Confidence, Evidence, ImportedArticle, Piece
from newsdesk.importing.markdown_text import Block
from newsdesk.importing.page.article import first_words, shown
from newsdesk.importing.page.body import Body, signature_date, sorted_lines
from newsdesk.importing.page.choosing import Choices, choices
from newsdesk.importing.page.dates import latest_year
from newsdesk.importing.page.doubts import doubts
from newsdesk.importing.page.fates import original_title
from newsdesk.importing.page.finding import Zone
from newsdesk.importing.page.head import head as page_head
from newsdesk.importing.page.headings import numbering
from newsdesk.importing.page.kinship import Kinship
from newsdesk.importing.page.letter import without_letter
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.neighbours import with_neighbours
from newsdesk.importing.page.pieces import pieces
from newsdesk.importing.page.sheet import Sheet, after
from newsdesk.importing.page.title_block import as_subtitle
from newsdesk.importing.page.zones import Zones, zones
from newsdesk.importing.restored import Restorer
from newsdesk.importing.word.body import Pictures, Story, story_of
from newsdesk.importing.word.content import Count, WordDocument
from newsdesk.importing.word.fates import marks
from newsdesk.importing.word.flow import Flow
from newsdesk.importing.word.headings import headings
from newsdesk.importing.word.notes import Notes, notes
from newsdesk.importing.word.placing import flow_of
from newsdesk.importing.word.story_lines import StoryLines, story_lines
from newsdesk.importing.word.tables import table_lines
from newsdesk.importing.word.title import Title, add_title, head, title_of
from newsdesk.importing.word.writing import TextPart, Writer

RESTORED = ("title", "kicker", "column", "subtitle", "summary")
LONGEST_TITLE = 30
STORY = 2
"""Long paragraphs that tell whose words a title shares."""

LINE = re.compile(r"第 (\d+) 行")
LEADS_ON = re.compile(r"[:,;、。]$")
"""各楼门： is no dek."""


def article_of(document: WordDocument) -> ImportedArticle:
    """The article of a Word document; its `line` numbers count paragraphs with text."""
    flow = flow_of(document)
    story = story_lines(flow)
    sheet = Sheet()
    parts, text = _sorted(story, sheet)
    pictures = Pictures(document, [], [])
    body = story_of(story, text, pictures)
    sheet.findings += [*body.findings, *signature_date(parts.body)]
    for line, founds in body.endings:
        sheet.add(line, founds, Zone.END)
    after(parts, sheet)
    return _article(document, story, sheet, body, pictures)


def _sorted(story: StoryLines, sheet: Sheet) -> tuple[Zones, list[Line]]:
    """The zones of the page, and the lines of its body in order; all else is on the sheet."""
    parts = zones(without_letter(with_neighbours(story.looks())))
    title = title_of(parts.head, story, parts.body)
    parts = _begun(parts, story, title)
    leading = _head(parts, title, story, sheet)
    among = sorted_lines(parts.body, closed=bool(parts.after), rows=story.set_apart)
    sheet.findings += among.findings
    sheet.cuts += among.cut
    return parts, [*_without_subtitle(leading, among.text, story, sheet), *among.text]


def _head(parts: Zones, title: Title | None, story: StoryLines, sheet: Sheet) -> tuple[Line, ...]:
    """Where Word shows no title above a real story, the text rules look for it, as on a page."""
    kinship = Kinship.of(it.line for it in parts.body if it.is_text)
    if title and not title.by_look and sum(1 for it in parts.body if it.is_long) >= STORY:
        claims = [it.value for at in parts.head for it in at.meta if it.field == "title" and it.weight < 0]
        return page_head(parts.head, sheet, kinship, claims)
    if title:
        add_title(parts.head, title, sheet)
    return head(parts.head, title, story, kinship, sheet)


def _begun(parts: Zones, story: StoryLines, title: Title | None) -> Zones:
    """Below the title, a section's heading, a list or a quotation begins the story."""
    for at in range(title.end if title else 0, len(parts.head)):
        view = story.appearance(parts.head[at].line)
        if view.style.heading or view.is_listed or view.style.is_quote:
            return Zones(parts.head[:at], (*parts.head[at:], *parts.body), parts.after)
    return parts


def _without_subtitle(
    leading: tuple[Line, ...], text: Sequence[Line], story: StoryLines, sheet: Sheet
) -> tuple[Line, ...]:
    """One line between title and story is a dek, unless it heads a section as others do."""
    found = {it.found.field for it in sheet.findings}
    if len(leading) != 1 or "title" not in found or "subtitle" in found:
        return leading
    if numbering(leading[0]) or LEADS_ON.search(leading[0].folded):
        return leading
    lines = [*leading, *text]
    headed = headings(lines, [story.appearance(line) for line in lines])
    if headed and headed[0].at == 0 and (len(headed) > 1 or headed[0].confidence is not Confidence.UNSURE):
        return leading
    sheet.add(leading[0], [as_subtitle(leading[0])], Zone.HEAD)
    return ()


@dataclass(frozen=True)
class _Written:
    """The article's parts, written: `count` has counted the marks that were mended."""

    markdown: str
    pieces: tuple[Piece, ...]
    texts: dict[str, str]
    evidence: tuple[Evidence, ...]
    problems: tuple[str, ...]
    restored: int


def _written(flow: Flow, sheet: Sheet, body: Story, chosen: Choices, usually_bold: bool) -> _Written:
    in_tables = [line for table in flow.tables for line in table_lines(flow, table)]
    noted = notes(flow, [*body.lines, *in_tables])
    lines = [*body.lines, *in_tables, *noted.lines(flow)]
    parts = pieces(flow.text, marks(flow, sheet, chosen, lines, noted.unused(flow)))
    count = Restorer()
    markdown = Writer(flow, noted, count, usually_bold).story(body.parts)
    texts = {name: count(" ".join(chosen.text(name).split())) for name in RESTORED}
    blocks = [_block(part) for part in body.parts if isinstance(part, TextPart)]
    evidence = [shown(choice, texts) for choice in chosen.by_field.values()]
    if not texts["title"] and blocks:
        texts["title"] = first_words(blocks[0].text)
        reason = "没有找到标题，暂用正文开头的几个字"
        found = Evidence("title", texts["title"], body.lines[0].number, Confidence.UNSURE, reason)
        evidence.insert(0, found)
    tables = (Block(" ".join(line.text for line in table_lines(flow, table))) for table in flow.tables)
    told = doubts(chosen, sheet.findings, parts, Body((*blocks, *tables), (), body.evidence, (), ()))
    problems = (*(LINE.sub(r"第 \1 段", it) for it in told), *_of_notes(flow, noted))
    evidence += original_title(sheet.findings, chosen)
    return _Written(markdown, parts, texts, (*evidence, *body.evidence), problems, count.count)


def _article(
    document: WordDocument, story: StoryLines, sheet: Sheet, body: Story, pictures: Pictures
) -> ImportedArticle:
    chosen = choices(sheet.findings)
    written = _written(story.flow, sheet, body, chosen, story.usual.bold)
    counted = (it.value.format(document.counts[it]) for it in Count if document.counts.get(it))
    return ImportedArticle(
        **written.texts,
        published=chosen.when("date"),
        modified=chosen.when("modified"),
        source=chosen.text("source"),
        source_url=chosen.text("source_url"),
        editor=chosen.text("editor"),
        authors=chosen.names("authors"),
        tags=chosen.names("tags"),
        markdown=written.markdown,
        pieces=written.pieces,
        evidence=written.evidence,
        images=tuple(pictures.images),
        problems=(*written.problems, *pictures.problems, *counted, *document.problems),
        restored=written.restored,
        latest_year=latest_year(story.flow.text),
        encoding="Word",
        lines_called="段",
    )


def _of_notes(flow: Flow, noted: Notes) -> Iterator[str]:
    for number in noted.unused(flow):
        for line in flow.lines.get(number, ()):
            yield f"脚注“{line.text}”在正文里没有位置（可能挂在标题上），已删去，请看看要不要写进正文。"


def _block(part: TextPart) -> Block:
    return Block(restore(" ".join(line.text for line in part.lines)), part.level)
