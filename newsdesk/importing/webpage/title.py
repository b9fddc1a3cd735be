"""The blocks above a story -> the one (or the few) that are its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.lines import Line, joined
from newsdesk.importing.page.zones import skeleton
from newsdesk.importing.webpage.block import Block, Page
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.stated import TITLE_NAMES, Stated
from newsdesk.importing.webpage.surroundings import Around

CALLED = re.compile(
    r"(?:^|[\s_-])(?:[a-z]{0,10}[_-]?)?(?:title|headline|h1|tit|biaoti|bt|subject|artitle)\d?(?=$|[\s_-])"
)
NOT_CALLED = re.compile(r"sub[_-]?tit|fu[_-]?biaoti|site|channel|column|nav|logo|side|list|related|comment")
TAGS = {"h1": 5.0, "h2": 2.5, "h3": 1.5, "h4": 0.5}
SHORTEST, LONGEST = 3, 120
LEAST = 3.5
MOST_LINES = 4
NEAR = 2
"""Blocks of the story among which a title may be that ends like a sentence."""

LARGE = 20
"""px from which a line is set as a title."""

TELLING = 6
"""Letters of a title that says what a story is about."""

BEFORE = 12
"""Blocks above a story in which its title may stand."""

FAR = 10
"""Blocks from a story to the name of its site."""

TOP = 6
"""Blocks at the top of a document among which its title is."""

SITE = re.compile(r"[\u3400-\u9fffA-Za-z0-9]{2,10}(?:网|網|网站|在线|日报|晚报|门户|频道|新闻中心|之窗|论坛)")
SITE_PARTS = re.compile(r"\s*(?:[_|]|--+|\s[-—–]+\s|-(?=[^-]*$)|—(?=[^—]*$))\s*")


@dataclass(frozen=True)
class TitleLine:
    """Blocks `first`..`end` are the title; `line` is their text; `why` is Chinese."""

    first: int
    end: int
    line: Line
    why: str


def title_line(page: Page, them: Sequence[Measured], start: int, said: Stated) -> TitleLine | None:
    """The title among the blocks before `start`, the story's first paragraph; None where none looks it."""
    names = _said(said)
    best, most = None, LEAST
    for it in them[: start + NEAR]:
        score = _score(page, it, start, names) + _above_facts(them, it)
        if score >= most:
            best, most = it, score
    if best is None:
        own = [said.headline, without_site(said.title), said.meta.get("og:title", "")]
        telling = any(len(skeleton(text)) >= TELLING and not _is_site(text, said) for text in own)
        return None if telling else _nearest(them, start)
    best = _instead_of_site(them, best, start, said) or best
    first, end = _whole(page, them, best, names, start)
    line = joined([page.blocks[number].line for number in range(first, end)])
    same = any(name.startswith(skeleton(line.text)) for name in names)
    why = "页面上的标题" + ("，和浏览器窗口的标题一致" if same else "")
    return TitleLine(first, end, line, why)


def _above_facts(them: Sequence[Measured], it: Measured) -> float:
    """A title stands right above date and source."""
    if not it.is_text or it.block.linked >= LINKED:
        return 0.0
    below = them[it.block.number + 1 : it.block.number + 3]
    dated = any(found.field == "date" for other in below for found in other.look.meta)
    return 2.0 if dated else 0.0


def _instead_of_site(them: Sequence[Measured], best: Measured, start: int, said: Stated) -> Measured | None:
    """Where the window and the page's first line only name the site: the line right above the story's day.

    It stands near the story, and the site's name far above it.
    """
    named = skeleton(best.block.text) == skeleton(said.title) and best.block.tag not in TAGS
    if not named or start - best.block.number < FAR:
        return None
    near = [it for it in them[max(0, start - BEFORE) : start] if it is not best]
    fits = [it for it in near if _above_facts(them, it) and len(skeleton(it.block.text)) >= TELLING]
    return fits[-1] if fits else None


def _is_site(text: str, said: Stated) -> bool:
    """Old sites have one window title for all pages, and put it into og:title too."""
    name = skeleton(text)
    return bool(SITE.fullmatch(name)) or name == skeleton(said.meta.get("og:site_name", ""))


def _nearest(them: Sequence[Measured], start: int) -> TitleLine | None:
    """Where the browser's window says nothing either: the line right above the story, or its first."""
    near = [
        it
        for it in reversed(them[max(0, start - BEFORE) : start + 1])
        if it.is_text and not it.block.picture and not it.is_paragraph and it.block.linked < LINKED
    ]
    fits = [it for it in near if len(skeleton(it.block.text)) >= TELLING and len(it.block.text) <= LONGEST]
    marked = [it for it in fits if it.block.bold or it.block.style.centred or it.block.style.size >= LARGE]
    if not fits:
        return None
    best = (marked or fits)[0].block
    return TitleLine(best.number, best.number + 1, best.line, "正文上面最近的一行")


def _said(said: Stated) -> list[str]:
    """The titles that the page states for machines, as skeletons."""
    texts = [said.title, said.headline, *(said.meta.get(name, "") for name in TITLE_NAMES)]
    return [text for text in map(skeleton, texts) if len(text) >= SHORTEST]


def _score(page: Page, it: Measured, start: int, names: Sequence[str]) -> float:
    block = it.block
    own = skeleton(_with_next_lines(page, block)) or skeleton(block.text)
    if block.picture or len(own) < SHORTEST or len(block.text) > LONGEST:
        return 0.0
    if it.around is Around.HIDDEN or it.look.byline or (it.look.junk and len(own) < 6):
        return 0.0
    score = TAGS.get(block.tag, 0.0) + _likeness(own, names) + _called(page, block.box)
    if it.look.meta:
        score -= 3.0
    if it.around:
        score -= 3.0
    if block.linked >= LINKED:
        score -= 3.0
    score += 0.5 * (block.bold + block.style.centred) + (block.style.size >= LARGE)
    if it.is_paragraph and block.tag not in TAGS:
        score -= 2.0 if block.number < start else 3.0
    return score - min(3.0, (start - block.number) * 0.02)


def _with_next_lines(page: Page, block: Block) -> str:
    """A title broken by <br>: all lines of a box that holds nothing else, at its first line."""
    box = page.boxes[block.box] if block.box >= 0 else None
    if box is None or box.first != block.number or not 1 < box.end - box.first <= MOST_LINES:
        return ""
    lines = page.blocks[box.first : box.end]
    alike = all(it.box == block.box and it.text and not it.links for it in lines)
    whole = "".join(it.text for it in lines)
    return whole if alike and len(whole) <= LONGEST else ""


def _likeness(own: str, names: Sequence[str]) -> float:
    """Does the browser's title begin with this line, or hold it?"""
    if len(own) < 5:
        return 0.0
    stem = own.rstrip(".…")
    if any(name.startswith(stem) for name in names):
        return 6.0 if len(own) >= 8 else 4.0
    if any(stem in name for name in names):
        return 4.0 if len(own) >= 8 else 1.0
    if any(len(name) >= 8 and own.startswith(name.rstrip(".…")) for name in names):
        return 5.0
    return 0.0


def _called(page: Page, box: int) -> float:
    boxes = page.upwards(box)[:2]
    if any(NOT_CALLED.search(it.words) for it in boxes):
        return -1.0
    return 2.0 if any(CALLED.search(it.words) for it in boxes) else 0.0


def _whole(
    page: Page, them: Sequence[Measured], best: Measured, names: Sequence[str], start: int
) -> tuple[int, int]:
    """A title broken over several lines of one box: all of them."""
    number, box = best.block.number, best.block.box
    first, end = number, number + 1
    while first > 0 and end - first < MOST_LINES and _goes_on(them[first - 1], best) and box >= 0:
        first -= 1
    while end < start and end - first < MOST_LINES and _goes_on(them[end], best) and box >= 0:
        end += 1
    whole = skeleton("".join(page.blocks[at].text for at in range(first, end)))
    one_heading = best.block.tag in ("h1", "h2")
    if end - first > 1 and (one_heading or any(whole in name for name in names)):
        return first, end
    return number, number + 1


def _goes_on(it: Measured, best: Measured) -> bool:
    same = it.block.box == best.block.box and it.block.tag == best.block.tag
    return same and it.is_text and not fold(it.block.text).startswith(("——", "("))


def without_site(title: str) -> str:
    """The browser's title without `_频道_网站名` behind it, or `网站名-` before it."""
    parts = [part.strip() for part in SITE_PARTS.split(title)]
    if len(parts) > 1 and SITE.fullmatch(parts[0]) and len(parts[1]) >= max(TELLING, len(parts[0])):
        return parts[1]
    return parts[0] if len(parts[0]) >= SHORTEST else title.strip()


def first_title(page: Page, them: Sequence[Measured]) -> TitleLine | None:
    """The title of an article without a page around it: the heading or largest line at its top."""
    texts = [it for it in them[:TOP] if it.is_text and not it.block.picture]
    if not texts:
        return None
    lead = next((at for at, it in enumerate(texts) if it.is_paragraph and at), len(texts))
    best = max(
        texts[: max(1, lead)], key=lambda it: (it.block.tag == "h1", it.block.style.size, it.block.bold)
    )
    line = best.block.line
    return TitleLine(best.block.number, best.block.number + 1, line, "正文前面的标题")
