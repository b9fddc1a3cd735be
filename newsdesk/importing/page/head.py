"""The lines above the story -> its facts and its title on the Sheet; what is the story's is left over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.accounts import accounts_of, two_accounts
from newsdesk.importing.page.buttons import asks
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.finding import Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.headings import numbering
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.kinship import Kinship, alike
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import Look, is_dek
from newsdesk.importing.page.sheet import Sheet
from newsdesk.importing.page.title_block import (
    OTHER_WORDS,
    as_subtitle,
    dek_of,
    medium_of,
    title_block,
    whole_of,
)
from newsdesk.importing.page.title_choice import CHANNEL, Candidate, title_run
from newsdesk.importing.page.title_line import SITE
from newsdesk.importing.page.zones import skeleton

SHORTEST_DEK = 8
MANY, KIN = 3, 0.4
LONGEST_MASTHEAD = 10
LONGEST_BUTTON = 8
MASTHEAD = re.compile(
    r"[^\s:·|/>]*(?:报|网|社|(?:电视|广播|电)台|卫视|[刊志]|客户端|在线|融媒体中心|融媒体|传媒|之声|发布)"
)
"""Of what stands above a title only this is a paper: 一网通办 and 教育新闻 are a button and a section."""


def head(
    looks: Sequence[Look],
    page: Sheet,
    story: Kinship,
    claims: Sequence[str],
    accounts: frozenset[str] = frozenset(),
) -> tuple[Line, ...]:
    """Facts and title parts of the head go into `page`; lines that belong to the story are returned.

    `claims`: what the page calls its title elsewhere. `accounts`: short lines that it prints more than once.
    """
    candidates: list[Candidate] = []
    facts: list[int] = []
    for place, it in enumerate(looks):
        names = bare_names(it.line) if it.is_text and candidates else ()
        if it.junk:
            page.cut(it.line, it.junk.sort.value)
        elif it.meta or it.byline or names:
            page.add(it.line, it.meta or it.byline or names, Zone.HEAD)
            facts.append(place)
        else:
            ahead = any(other.meta for other in looks[place + 1 : place + 3])
            candidates.append(Candidate(it.line, place, ahead, bool(facts)))
    if any(it.found.field == "title" and it.found.weight > 0 for it in page.findings):
        return _without_papers([candidate.line for candidate in candidates], page)
    in_menu = bool(candidates) and any(other.junk for other in looks[: candidates[0].place])
    run = title_run(candidates, story, claims, accounts, in_menu=in_menu)
    if run is None:
        return ()
    titles = title_block(run, in_menu=in_menu)
    for line, found in titles:
        page.add(line, [found], Zone.HEAD)
    above = [one for one in candidates if one.place < run.lines[0].place]
    for one in above:
        _menu(
            one.line,
            page,
            titles,
            alone=len(above) == 1 and not any(other.junk for other in looks[: run.lines[0].place]),
        )
    below = [one for one in candidates if one.place > run.lines[-1].place]
    seen = [found.value for _, found in titles if found.field in ("title", "kicker", "subtitle")]
    left = tuple(one.line for one in below if not _is_taken(one, looks, facts, page, story, seen))
    two_accounts(page)
    return _without_headlines(left, page, story)


def _menu(line: Line, page: Sheet, titles: Sequence[tuple[Line, Found]], *, alone: bool) -> None:
    """A line above the title: the title again, the site's menu, or the one name of a column or a paper."""
    if any(_is_again(SITE.sub("", line.text), found.value) for _, found in titles if found.field == "title"):
        page.cut(line, "浏览器窗口的标题，和标题重复")
        return
    whole = whole_of(line, "", Confidence.UNSURE, "")
    if alone and CHANNEL.fullmatch(line.words) and line.han > 3:
        reason = "标题上面的短行，像是栏目的名称"
        page.add(line, [_as(whole, "column", reason)], Zone.HEAD)
    elif (
        line.han <= LONGEST_MASTHEAD and MASTHEAD.fullmatch(line.words) and not CHANNEL.fullmatch(line.words)
    ):
        masthead = _as(whole, "source", "标题上面的媒体名称，可能是来源")
        page.add(line, [replace(masthead, weight=-2)], Zone.HEAD)
    else:
        page.cut(line, Sort.CRUMBS.value)


def _as(found: Found, field: str, reason: str) -> Found:
    return Found(field, found.value, found.start, found.end, reason, found.confidence)


def _is_taken(
    it: Candidate,
    looks: Sequence[Look],
    facts: Sequence[int],
    page: Sheet,
    story: Kinship,
    seen: Sequence[str],
) -> bool:
    """A line between title and story: the title again, a dek, an account's name. Else it is the story's."""
    line = it.line
    if any(_is_again(line.text, title) for title in seen):
        page.cut(line, "和标题重复")
    elif line.han <= LONGEST_BUTTON and asks(line.words):
        page.cut(line, Sort.BUTTONS.value)
    elif is_dek(line):
        page.add(line, [dek_of(line)], Zone.HEAD)
    elif accounts := accounts_of(it, looks, story):
        page.add(line, accounts, Zone.HEAD)
    elif not any(place > it.place for place in facts):
        return False
    elif "。" in line.text:
        reason = "标题和日期之间的一段话，像是摘要"
        page.add(line, [whole_of(line, "summary", Confidence.UNSURE, reason)], Zone.HEAD)
    elif line.han >= SHORTEST_DEK and story.share(line.text) > 0:
        page.add(line, [as_subtitle(line)], Zone.HEAD)
    else:
        page.cut(line, OTHER_WORDS)
    return True


def _is_again(text: str, title: str) -> bool:
    own, other = skeleton(text), skeleton(title)
    return own == other or (len(own) >= 8 and abs(len(own) - len(other)) <= 6 and alike(text, title))


def _without_headlines(lines: Sequence[Line], page: Sheet, story: Kinship) -> tuple[Line, ...]:
    """Three or more lines of other words than the story's are titles of other stories, or a menu."""
    if len(lines) < MANY or any(story.share(line.text) >= KIN or numbering(line) for line in lines):
        return tuple(lines)
    for line in lines:
        page.cut(line, Sort.RELATED.value)
    return ()


def _without_papers(lines: Sequence[Line], page: Sheet) -> tuple[Line, ...]:
    """Where 标题： names the title, a line above it may still name the paper."""
    left = []
    for line in lines:
        paper = medium_of(line)
        if paper:
            page.add(line, [paper], Zone.HEAD)
        else:
            left.append(line)
    return tuple(left)
