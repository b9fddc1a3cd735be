"""All that is known of a page -> ImportedArticle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from article.punctuation import restore
from newsdesk.importing.imported import Confidence, Evidence, ImportedArticle, NotImportedError
from newsdesk.importing.page.choosing import Choice, Choices
from newsdesk.importing.page.dates import latest_year
from newsdesk.importing.page.fates import original_title
from newsdesk.importing.page.finding import Finding
from newsdesk.importing.page.pieces import pieces
from newsdesk.importing.restored import Restorer
from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.doubts import field_doubts, media_doubts, text_doubts
from newsdesk.importing.webpage.fates import left_in_box, marks
from newsdesk.importing.webpage.left_out import STRUCK, link_doubts, picture_doubts, struck_doubts
from newsdesk.importing.webpage.measured import Measured
from newsdesk.importing.webpage.media import media_in
from newsdesk.importing.webpage.part import Part, Role
from newsdesk.importing.webpage.stated import Stated
from newsdesk.importing.webpage.story import Story
from newsdesk.importing.webpage.story_run import Run
from newsdesk.importing.webpage.surroundings import Around
from newsdesk.importing.webpage.writing import story_markdown

RESTORED = ("title", "kicker", "column", "subtitle", "summary")
SHORT = 60
NO_STORY = (
    "没有找到文章",
    "网页里没有成段的文字：可能是首页、列表、图集或视频，也可能正文要等网页运行后才出现",
    "请在浏览器里打开文章那一页，等文字都显示出来以后另存为网页，再导入；或者复制文字存成 .txt",
)


@dataclass(frozen=True)
class Understood:
    """All that is known of a page before it is put together."""

    page: Page
    them: Sequence[Measured]
    run: Run
    parts: Sequence[Part]
    story: Story
    findings: Sequence[Finding]
    chosen: Choices
    said: Stated


def put_together(it: Understood) -> ImportedArticle:
    """Each block goes into a field, the story, or is cut. Raises NotImportedError where no title is found."""
    chosen, story = it.chosen, it.story
    count = Restorer()
    reasons = {part.it.block.number: part.reason for part in it.parts if part.role is Role.CUT}
    reasons |= {block.number: STRUCK for block in it.page.blocks if block.style.struck}
    reasons |= dict.fromkeys(left_in_box(it.page, it.them, it.run), Around.BESIDE.value)
    blocks = [block for thing in story.things for block in thing.blocks]
    parts = pieces(it.page.text, marks(it.page, it.them, reasons, blocks, it.findings, chosen))
    markdown = story_markdown(story.things, count, it.said.address.base)
    texts = {name: count(" ".join(chosen.text(name).split())) for name in RESTORED}
    if not texts["title"] or not story.things:
        raise NotImportedError(*NO_STORY)
    headings = [replace(head, value=restore(head.value)) for head in story.headings]
    return ImportedArticle(
        title=texts["title"],
        kicker=texts["kicker"],
        column=texts["column"],
        subtitle=texts["subtitle"],
        published=chosen.when("date"),
        modified=chosen.when("modified"),
        source=chosen.text("source"),
        source_url=chosen.text("source_url") or it.said.address.value,
        editor=chosen.text("editor"),
        authors=chosen.names("authors"),
        tags=chosen.names("tags"),
        summary=texts["summary"],
        markdown=markdown,
        pieces=parts,
        images=story.images,
        evidence=(*_evidence(it, texts), *headings),
        problems=(
            *field_doubts(chosen, it.findings),
            *text_doubts(parts, headings, markdown),
            *media_doubts(media_in(it.page, it.run)),
            *struck_doubts(part.text for part in it.parts if part.it.block.style.struck),
            *picture_doubts(story.dropped),
            *link_doubts(story.things, it.said.address.base),
        ),
        restored=count.count,
        latest_year=latest_year(it.page.text),
        lines_called="段",
    )


def _evidence(it: Understood, texts: dict[str, str]) -> list[Evidence]:
    found = [_shown(choice, texts) for choice in it.chosen.by_field.values()]
    found += (replace(original, line=None) for original in original_title(it.findings, it.chosen))
    address = it.said.address
    if address.value and not it.chosen.text("source_url"):
        found.append(Evidence("source_url", address.value, None, Confidence.HIGH, address.why))
    return found


def _shown(choice: Choice, texts: dict[str, str]) -> Evidence:
    """A web page has no lines that a person could count: the words themselves are shown."""
    evidence = choice.evidence()
    line = choice.used[0].line
    where = f"；页面上写着“{_short(line.text)}”" if line.number and choice.name != "title" else ""
    value = texts.get(choice.name, evidence.value)
    return replace(evidence, value=value, line=None, reason=evidence.reason + where)


def _short(text: str) -> str:
    return text if len(text) <= SHORT else text[:SHORT] + "……"
