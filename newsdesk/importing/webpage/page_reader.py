"""A page's HTML -> ImportedArticle: its blocks looked at, the story found, every block kept with its fate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import html

from newsdesk.importing.imported import Confidence, ImportedArticle, NotImportedError
from newsdesk.importing.page.choosing import choices
from newsdesk.importing.page.look import is_dek
from newsdesk.importing.page.title_line import title_of
from newsdesk.importing.page.zones import skeleton
from newsdesk.importing.webpage import clipboard, wechat
from newsdesk.importing.webpage.attributes import refuse_many_attributes
from newsdesk.importing.webpage.beside_title import below_summary
from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.borders import with_borders
from newsdesk.importing.webpage.gathered import gathered
from newsdesk.importing.webpage.lead_picture import photos_apart, with_lead_picture
from newsdesk.importing.webpage.measured import Measured, measured
from newsdesk.importing.webpage.put_together import NO_STORY, Understood, put_together
from newsdesk.importing.webpage.roles import parts_of
from newsdesk.importing.webpage.stated import Stated, stated
from newsdesk.importing.webpage.story import story_of
from newsdesk.importing.webpage.story_run import Run, story_run
from newsdesk.importing.webpage.title import TitleLine, first_title, title_line, without_site
from newsdesk.importing.webpage.tree import tree_of
from newsdesk.importing.webpage.walk import page_of
from newsdesk.importing.webpage.wechat_post import post_page

SHORTEST_TITLE = 5
NONE_APART: tuple[list[Measured], list[Measured]] = [], []


def read_page(text: str, opened: str = "") -> ImportedArticle:
    """The article on a page that was fetched from `opened`, "" for a file.

    Raises NotImportedError where there is none or the page says it is gone.
    """
    refuse_many_attributes(text)
    root = tree_of(clipboard.without_header(text))
    said = stated(root, opened)
    account = None
    if clipboard.is_office(text):
        clipboard.clean(root)
    if clipboard.is_document(text):
        return _document(page_of(root), said)
    if wechat.is_wechat(text):
        account = wechat.account_of(text, root)
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


def _article(page: Page, said: Stated, account: wechat.Account | None) -> ImportedArticle:
    run, them = _run(page, account)
    title = title_line(page, them, run.first, said)
    if title and title.end >= run.end:  # none of the story is below it
        title = None
    below = title.end if title else 0
    run = replace(run, first=max(run.first, below))
    if account is None:
        inner = below_summary(page, them, run)
        run = with_borders(page, them, inner, max(below, inner.first if inner.first > run.first else 0))
        run = with_lead_picture(page, them, run, below)
        apart = photos_apart(page, them, run, below)
    else:
        apart = [], []
    return _of_run(page, them, run, title, said, account, apart)


def _of_run(
    page: Page,
    them: Sequence[Measured],
    run: Run,
    title: TitleLine | None,
    said: Stated,
    account: wechat.Account | None,
    apart: tuple[list[Measured], list[Measured]] = NONE_APART,
) -> ImportedArticle:
    parts = parts_of([*apart[0], *them[run.first : run.end], *apart[1]], _titles(title, said))
    story = story_of(page, parts, title.line.text if title else said.title)
    findings = gathered(page, them, run, title, parts, story, said, account)
    return put_together(Understood(page, them, run, parts, story, findings, choices(findings), said))


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


def _run(page: Page, account: wechat.Account | None) -> tuple[Run, list[Measured]]:
    """The story's run; where nothing that readers see holds one, what scripts would show is looked at too."""
    them = measured(page)
    box = next((box for box in page.boxes if wechat.BODY in box.words.split()), None)
    if account and box and box.end > box.first:
        return Run(box.first, box.end, box.number), them
    run = story_run(page, them)
    if run is None:
        them = measured(page, see_hidden=True)
        run = story_run(page, them)
    if run is None:
        raise NotImportedError(*NO_STORY)
    return run, them
