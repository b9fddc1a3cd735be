"""The blocks of a page -> what each looks like by itself, and how much it speaks for or against a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsdesk.importing.page.junk import Junk, Sort
from newsdesk.importing.page.look import Look, look
from newsdesk.importing.webpage.block import Block, Page
from newsdesk.importing.webpage.site_notices import is_site_notice
from newsdesk.importing.webpage.surroundings import Around, surroundings
from newsdesk.importing.webpage.teasers import teasers

MOST = 300
"""Han characters of one paragraph that count: a page of terms is no better story than a short one."""

LINKED = 0.6
"""Share of a line's characters that lead elsewhere, from which it is a link and not text."""

SHORT = 6
FAR = 6
"""Boxes between two paragraphs of one story."""

FARTHEST = 30.0
OVER = -300.0
"""Weight of a line below which there are comments alone."""

COMMENTS = re.compile(
    r"[\W_]*(?:(?:网友|網友|最新|热门|全部|精彩|读者)(?:评论|留言|跟[帖贴]|讨论|回复)(?:区|列表|专区)?\s?(?:\(?\d*\)?条?)?"
    r"|(?:评论|留言|跟[帖贴])(?:区|列表|专区))[\W_]*"
)
"""What stands above the comments; a link to them may stand anywhere."""

OTHERS = re.compile(
    r"[\W_]*(?:(?:频道|本网|网站|站内|栏目|今日|编辑)(?:精选|推荐)|精彩(?:热图|图[片文集]|组图)|图片新闻|图文推荐|推荐图文"
    r"|热图推荐|视觉焦点|(?:新闻|点击|图片)排行榜?)[\W_]*"
)
"""What stands above other stories, on web pages alone."""

HASHTAGS = re.compile(r"\W{0,2}(?:标签|关键词|关键字|TAGS?)?[:\s]*(?:#[^\s#]{1,20}#?[\s,、]*){2,}", re.I)
"""`#集市 #旧书 #槐树里` alone on its line."""

BESIDE = 2
"""Boxes between a heading and its paragraph."""


@dataclass(frozen=True)
class Measured:
    """A block with its look. `around`: what the boxes around it are called; `weight`: in Han characters."""

    block: Block
    look: Look
    around: Around | None
    weight: float

    @property
    def is_text(self) -> bool:
        """May be a title, a heading or a paragraph of the story."""
        return self.look.is_text and not self.block.picture and not self.around

    @property
    def is_paragraph(self) -> bool:
        """Has a sentence, and is no link to another one."""
        looks_so = self.is_text and self.look.is_paragraph and self.block.tag != "h1"
        return looks_so and self.block.linked < LINKED


def measured(page: Page, *, see_hidden: bool = False) -> list[Measured]:
    """Every block of `page`. `see_hidden`: the page hides its story until its scripts have run."""
    looks = _real_headings(page, [_look(block) for block in page.blocks])
    paragraphs = [_paragraph(block, it, see_hidden) for block, it in zip(page.blocks, looks, strict=True)]
    others = teasers(page, paragraphs)
    paragraphs = [0 if number in others else han for number, han in enumerate(paragraphs)]
    around = surroundings(page, paragraphs)
    found = []
    for block, it, near, han in zip(page.blocks, looks, around, paragraphs, strict=True):
        unseen = block.style.struck or (block.style.hidden and not see_hidden)
        near = Around.HIDDEN if unseen else Around.RELATED if block.number in others else near
        over = COMMENTS.fullmatch(block.line.folded) and it.junk and not block.links
        found.append(Measured(block, it, near, OVER if over else _weight(block, it, near, han)))
    return found


def _look(block: Block) -> Look:
    """As a line looks, but the site's own long notices are no paragraphs."""
    found = look(block.line)
    if COMMENTS.fullmatch(block.line.folded) and not block.links:
        return replace(found, junk=Junk(Sort.BUTTONS, ends_body=True))
    if HASHTAGS.fullmatch(block.line.folded):
        return replace(found, junk=Junk(Sort.BUTTONS, ends_body=False))
    if OTHERS.fullmatch(block.line.folded) and not block.links:
        return replace(found, junk=Junk(Sort.RELATED, ends_body=True))
    notice = found.is_text and block.line.han >= SHORT and is_site_notice(block.line.folded)
    return replace(found, junk=Junk(Sort.RIGHTS, ends_body=True)) if notice else found


def _real_headings(page: Page, looks: Sequence[Look]) -> list[Look]:
    """`相关链接` above a long paragraph, one box further, heads a part of the story and no list."""
    found = list(looks)
    for at, (it, following) in enumerate(pairwise(looks)):
        below = page.blocks[at + 1]
        near = below.linked < LINKED and below.up + below.down <= BESIDE and not page.blocks[at].links
        long = following.is_long or (
            below.bold and not below.links and any(x.is_long for x in looks[at + 2 : at + 3])
        )
        if it.junk and it.junk.sort is Sort.RELATED and near and long:
            found[at] = replace(it, junk=None)
    return found


def _paragraph(block: Block, it: Look, see_hidden: bool) -> int:
    """Han characters of a paragraph; 0 where it is none."""
    if block.picture or block.tag == "h1" or (block.style.hidden and not see_hidden):
        return 0
    return min(block.line.han, MOST) if it.is_paragraph and block.linked < LINKED else 0


def _weight(block: Block, it: Look, around: Around | None, han: int) -> float:
    if block.picture or around is Around.HIDDEN:
        return 0.0
    far = min(FARTHEST, 3.0 * max(0, block.up + block.down - FAR))
    if around:
        return (-40.0 if around is Around.COMMENTS else -10.0) - far
    if it.junk:
        return (-60.0 if it.junk.ends_body else -6.0) - far
    if it.meta or it.byline:
        return -4.0 - far
    if han:
        return han - far
    if block.linked >= LINKED:
        return -12.0 - far
    return (2.0 if block.line.han >= SHORT else -2.0) - far


def total(them: Sequence[Measured]) -> float:
    """How much a run of blocks speaks for a story."""
    return sum(it.weight for it in them)
