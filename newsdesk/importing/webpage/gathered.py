"""The parts of a page -> all that it says about each field, the visible before the stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.title_line import title_of
from newsdesk.importing.webpage.beside_title import beside_title
from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.fact_line import spaced
from newsdesk.importing.webpage.facts import BELOW, facts_above, facts_below
from newsdesk.importing.webpage.hints import hint, hints, same_moment, stated_authors
from newsdesk.importing.webpage.logo_source import logo_sources
from newsdesk.importing.webpage.measured import Measured
from newsdesk.importing.webpage.other_places import day_elsewhere, year_in
from newsdesk.importing.webpage.part import Part, Role
from newsdesk.importing.webpage.site_name import site_name
from newsdesk.importing.webpage.stated import AUTHOR_NAMES, TITLE_NAMES, Stated
from newsdesk.importing.webpage.story import Story
from newsdesk.importing.webpage.story_run import Run
from newsdesk.importing.webpage.title import TitleLine, without_site
from newsdesk.importing.webpage.wechat import Account, wechat_facts, wechat_hints


def gathered(
    page: Page,
    them: Sequence[Measured],
    run: Run,
    title: TitleLine | None,
    parts: Sequence[Part],
    story: Story,
    said: Stated,
    account: Account | None,
) -> list[Finding]:
    """Every finding of the page, in the order in which it is believed where labels do not decide."""
    found: list[Finding] = []
    place = (title.first, title.end) if title else (0, 0)
    if title:
        titles = title_of(title.line, Confidence.HIGH, title.why)
        found += [Finding(it, title.line, Zone.HEAD) for it in titles]
        found += beside_title(page, them, title, run.first)
    if account:
        found += _of_account(them[place[1] : run.first], account, said)
    seen = {it.line.number for it in found}
    found += [it for it in facts_above(page, them, place, run.first) if it.line.number not in seen]
    found += _in_story(parts, story)
    found += facts_below(them, run.end)
    found += story.leads
    visible = next((it.found.when for it in found if it.found.field == "date" and it.found.when), None)
    found += same_moment(visible, said) if visible else []
    if visible and visible.year is None:
        found += year_in([said.address.value, *(_source(part) for part in parts)], visible)
    found += logo_sources([*them[place[1] : run.first], *them[run.end : run.end + BELOW]])
    found += hints(said)
    if not account and not any(it.found.field == "source" for it in found) and (site := site_name(said)):
        found.append(hint("source", site, "没有写明来源，这是网站的名称", confidence=Confidence.UNSURE))
    if not any(it.found.field in ("date", "modified") and it.found.when for it in found):
        found += day_elsewhere(them, place[0], run.end, said.address.value)
    found = _without_title(found, title, said)
    return found + list(_authors(found, said, account))


def _without_title(found: Sequence[Finding], title: TitleLine | None, said: Stated) -> list[Finding]:
    """A short title (`梅雨`) looks like a name alone on its line."""
    texts = [title.line.text if title else "", said.headline, without_site(said.title)]
    titles = {text.strip() for text in (*texts, *(said.meta.get(name, "") for name in TITLE_NAMES))}
    return [it for it in found if it.found.field != "authors" or it.found.value not in titles]


def _source(part: Part) -> str:
    return part.it.block.picture.source if part.it.block.picture else ""


def _of_account(them: Sequence[Measured], account: Account, said: Stated) -> list[Finding]:
    author = account.author or said.first(AUTHOR_NAMES)[1]
    return [
        Finding(found, it.block.line, Zone.HEAD)
        for it in them
        for found in wechat_facts(it.block.line, account, author)
    ]


def _in_story(parts: Sequence[Part], story: Story) -> Iterator[Finding]:
    """Facts at the edges of the run, and behind the last paragraph."""
    for part in parts:
        if part.role is Role.FACT:
            line = spaced(part.it.block.line)
            yield from (Finding(found, line, Zone.END) for found in part.founds)
    if story.end:
        line, founds = story.end
        yield from (Finding(found, line, Zone.END) for found in founds)


def _authors(found: Sequence[Finding], said: Stated, account: Account | None) -> Iterator[Finding]:
    """Stated authors, only where readers see none."""
    if account:
        yield from wechat_hints(account, account.author or said.first(AUTHOR_NAMES)[1])
    if not any(it.found.field == "authors" for it in found):
        known = frozenset(it.found.value for it in found if it.found.field == "editor")
        yield from stated_authors(said, known)
