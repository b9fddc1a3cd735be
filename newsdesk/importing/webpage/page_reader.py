"""A page's HTML -> ImportedArticle: its blocks looked at, the story found, every block kept with its fate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import html

from article.punctuation import restore
from newsdesk.importing.imported import Confidence, Evidence, ImportedArticle, NotImportedError
from newsdesk.importing.page.choosing import Choice, Choices, choices
from newsdesk.importing.page.dates import latest_year
from newsdesk.importing.page.finding import Finding
from newsdesk.importing.page.look import is_dek
from newsdesk.importing.page.pieces import pieces
from newsdesk.importing.page.title_line import title_of
from newsdesk.importing.page.zones import skeleton
from newsdesk.importing.webpage import clipboard, wechat
from newsdesk.importing.webpage.beside_title import below_summary
from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.borders import with_borders
from newsdesk.importing.webpage.doubts import field_doubts, media_doubts, text_doubts
from newsdesk.importing.webpage.fates import marks
from newsdesk.importing.webpage.gathered import gathered
from newsdesk.importing.webpage.measured import Measured, measured
from newsdesk.importing.webpage.part import Part, Role
from newsdesk.importing.webpage.roles import parts_of
from newsdesk.importing.webpage.stated import Stated, stated
from newsdesk.importing.webpage.story import Story, story_of
from newsdesk.importing.webpage.story_run import Run, story_run
from newsdesk.importing.webpage.title import TitleLine, first_title, title_line, without_site
from newsdesk.importing.webpage.tree import tree_of
from newsdesk.importing.webpage.walk import page_of
from newsdesk.importing.webpage.wechat_post import post_page
from newsdesk.importing.webpage.writing import story_markdown

RESTORED = ("title", "kicker", "column", "subtitle", "summary")
SHORT = 60
SHORTEST_TITLE = 5
NO_STORY = (
    "没有找到文章",
    "网页里没有成段的文字：可能是首页、列表、图集或视频，也可能正文要等网页运行后才出现",
    "请打开文章那一页，等文字都显示出来以后另存为网页，再导入；或者复制文字存成 .txt",
)


def read_page(text: str) -> ImportedArticle:
    """The article on a page. Raises NotImportedError where there is none, or the page says that it is gone."""
    root = tree_of(clipboard.without_header(text))
    said = stated(root)
    account = None
    if clipboard.is_office(text):
        clipboard.clean(root)
    if clipboard.is_document(text):
        return _document(page_of(root), said)
    if wechat.is_wechat(text):
        account = wechat.account_of(text)
        root = _with_text(root, text)
    page = page_of(root)
    wechat.refuse_notice(page.seen)
    return _article(page, said, account)


def _with_text(root: html.HtmlElement, text: str) -> html.HtmlElement:
    """The tree of a page of WeChat, its text shown."""
    wechat.uncover(root)
    wechat.refuse_notice(page_of(root).seen)
    if wechat.has_text(root, text):
        return root
    post = post_page(text)
    if post is None:
        raise wechat.only_script()
    return tree_of(post)


@dataclass(frozen=True)
class _Found:
    """All that is known of a page before it is put together."""

    page: Page
    them: Sequence[Measured]
    run: Run
    parts: Sequence[Part]
    story: Story
    findings: Sequence[Finding]
    chosen: Choices
    said: Stated


def _article(page: Page, said: Stated, account: wechat.Account | None) -> ImportedArticle:
    run, them = _run(page)
    title = title_line(page, them, run.first, said)
    below = title.end if title else 0
    run = replace(run, first=max(run.first, below)) if below < run.end else run
    if account is None:
        inner = below_summary(page, them, run)
        run = with_borders(page, them, inner, max(below, inner.first if inner.first > run.first else 0))
    return _of_run(page, them, run, title, said, account)


def _of_run(
    page: Page,
    them: Sequence[Measured],
    run: Run,
    title: TitleLine | None,
    said: Stated,
    account: wechat.Account | None,
) -> ImportedArticle:
    parts = parts_of(them[run.first : run.end], _titles(title, said))
    story = story_of(page, parts, title.line.text if title else said.title)
    findings = gathered(page, them, run, title, parts, story, said, account)
    return _put_together(_Found(page, them, run, parts, story, findings, choices(findings), said))


def _document(page: Page, said: Stated) -> ImportedArticle:
    """An article without a site around it: the first line is the title, all that follows the story."""
    them = measured(page)
    title = first_title(page, them)
    if title is None:
        raise NotImportedError(*NO_STORY)
    first = title.end
    while first < len(them) and (
        is_dek(them[first].block.line) or them[first].look.meta or them[first].look.byline
    ):
        first += 1
    return _of_run(page, them, Run(first, len(them), -1), title, said, None)


def _titles(title: TitleLine | None, said: Stated) -> frozenset[str]:
    """The title in each of its forms; a story's first line may say it again."""
    texts = [said.headline, said.meta.get("og:title", ""), without_site(said.title)]
    if title:
        texts += [title.line.text, *(it.value for it in title_of(title.line, Confidence.HIGH, ""))]
    return frozenset(text for text in map(skeleton, texts) if len(text) >= SHORTEST_TITLE)


def _run(page: Page) -> tuple[Run, list[Measured]]:
    """The story's run; where nothing that readers see holds one, what scripts would show is looked at too."""
    them = measured(page)
    box = next((box for box in page.boxes if wechat.BODY in box.words.split()), None)
    if box and box.end > box.first:
        return Run(box.first, box.end, box.number), them
    run = story_run(page, them)
    if run is None:
        them = measured(page, see_hidden=True)
        run = story_run(page, them)
    if run is None:
        raise NotImportedError(*NO_STORY)
    return run, them


def _put_together(it: _Found) -> ImportedArticle:
    chosen, story = it.chosen, it.story
    count = _Counted()
    reasons = {part.it.block.number: part.reason for part in it.parts if part.role is Role.CUT}
    blocks = [block for thing in story.things for block in thing.blocks]
    parts = pieces(it.page.text, marks(it.page, it.them, reasons, blocks, it.findings, chosen))
    markdown = story_markdown(story.things, count, it.said.address)
    texts = {name: count(" ".join(chosen.text(name).split())) for name in RESTORED}
    if not texts["title"]:
        raise NotImportedError(*NO_STORY)
    headings = [replace(head, value=restore(head.value)) for head in story.headings]
    media = sum(1 for place in it.page.media if it.run.first < place < it.run.end)
    return ImportedArticle(
        title=texts["title"],
        kicker=texts["kicker"],
        column=texts["column"],
        subtitle=texts["subtitle"],
        published=chosen.when("date"),
        modified=chosen.when("modified"),
        source=chosen.text("source"),
        source_url=chosen.text("source_url") or it.said.address,
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
            *media_doubts(media),
        ),
        restored=count.restored,
        latest_year=latest_year(it.page.text),
        lines_called="段",
    )


class _Counted:
    """Restores half-width marks and counts them."""

    def __init__(self) -> None:
        self.restored = 0

    def __call__(self, text: str) -> str:
        mended = restore(text)
        self.restored += sum(1 for old, new in zip(text, mended, strict=True) if old != new)
        return mended


def _evidence(it: _Found, texts: dict[str, str]) -> list[Evidence]:
    found = [_shown(choice, texts) for choice in it.chosen.by_field.values()]
    original = _original(it)
    if original:
        found.append(original)
    if it.said.address and not it.chosen.text("source_url"):
        why = "网页源代码里写明的网址（canonical）"
        found.append(Evidence("source_url", it.said.address, None, Confidence.HIGH, why))
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


def _original(it: _Found) -> Evidence | None:
    """原标题, where it is not the title that was taken."""
    for finding in it.findings:
        found = finding.found
        if found.field == "title" and found.weight == -1 and found.value != it.chosen.text("title"):
            return Evidence("original_title", found.value, None, found.confidence, found.reason)
    return None
