"""The lines above a Word story -> its title by style or look, kicker and subtitle around it, and facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.accounts import accounts_of, two_accounts
from newsdesk.importing.page.beside import MEDIUM
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.finding import Zone
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.headings import numbering
from newsdesk.importing.page.kinship import Kinship
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import Look, is_dek
from newsdesk.importing.page.sheet import Sheet
from newsdesk.importing.page.title_block import medium_of
from newsdesk.importing.page.title_choice import Candidate
from newsdesk.importing.page.title_line import COLUMN_ALONE
from newsdesk.importing.page.title_line import title_of as parts_of_title
from newsdesk.importing.page.zones import skeleton
from newsdesk.importing.word.appearance import BIGGER, Appearance
from newsdesk.importing.word.story_lines import StoryLines, soft_joined
from newsdesk.importing.word.title_guess import GUESSES, by_place

LONGEST = 60
LONGEST_MASTHEAD = 12
LETTERHEAD = re.compile(r"(?P<office>.{2,30}?)文件")
PERIODICAL = re.compile(r".{2,30}(?:简报|专报|内参|通讯|快报|信息|动态|周报|月报|日报|工作简讯)(?:\(.*\))?")
PAPER_NUMBER = re.compile(r"\w{0,12}\s?[\[(]?20\d\d[\])]?\s?第?\s?\d{1,4}\s?[号期]")
"""槐居〔2026〕3号."""


@dataclass(frozen=True)
class Title:
    """`lines` `first`..`end` (the last one not) of the head are the title."""

    first: int
    end: int
    confidence: Confidence
    reason: str
    by_look: bool = True


def title_of(looks: Sequence[Look], story: StoryLines, others: Sequence[Look]) -> Title | None:
    """The title among the looks of the head; None where a label (标题：) names it or there are only facts.

    `others` are the looks of the body. Where Word shows no title, it is the first line, and not `by_look`.
    """
    if any(found.field == "title" and found.weight > 0 for it in looks for found in it.meta):
        return None
    texts = [at for at, it in enumerate(looks) if it.is_text and _is_short(it.line)]
    views = {at: story.appearance(looks[at].line) for at in texts}
    texts = [at for at in texts if not views[at].is_listed and not views[at].style.is_quote]
    for guess in GUESSES:
        found = guess(texts, views, [story.appearance(it.line) for it in others])
        if found:
            first = found[0]
            end = _end(first, looks, views, story)
            return Title(first, end, found[1], found[2], by_look=guess is not by_place)
    return None


def _is_short(line: Line) -> bool:
    return max(line.han, len(line.text) // 2) <= LONGEST


def _end(first: int, looks: Sequence[Look], views: dict[int, Appearance], story: StoryLines) -> int:
    """A title may go on in the next lines, if they look the same; sections with one style do not."""
    view = views[first]
    end = first + 1
    if view.style.heading and not view.style.is_title:
        return end
    own = skeleton(looks[first].line.text)
    while end in views and not looks[end].line.gap and not _begins_anew(looks[end].line):
        if skeleton(looks[end].line.text) == own or not _adjoin(looks[end - 1].line, looks[end].line):
            break
        other = views[end]
        same = (view.larger, view.bold, view.family, view.centred, view.style.is_title)
        whole = sum(len(it.line.text) for it in looks[first : end + 1])
        if (
            other.larger,
            other.bold,
            other.family,
            other.centred,
            other.style.is_title,
        ) != same or whole > LONGEST:
            break
        if view.larger < BIGGER and not view.style.is_title and not view.family:
            break
        end += 1
    return end


def _adjoin(above: Line, below: Line) -> bool:
    """Does nothing stand between them, such as a row of a table?"""
    return below.number - above.number <= 1


def _begins_anew(line: Line) -> bool:
    return is_dek(line) or bool(numbering(line))


def add_title(looks: Sequence[Look], title: Title, sheet: Sheet) -> None:
    """The title, and the column or the site's name on its line, go onto the sheet."""
    line = soft_joined([it.line for it in looks[title.first : title.end]])
    sheet.add(line, parts_of_title(line, title.confidence, title.reason), Zone.HEAD)


def head(
    looks: Sequence[Look], title: Title | None, story: StoryLines, kinship: Kinship, sheet: Sheet
) -> tuple[Line, ...]:
    """Everything around the title goes onto the sheet; lines that belong to the story are returned."""
    first, end = (title.first, title.end) if title else (0, 0)
    above: list[Line] = []
    leading: list[Line] = []
    facts = False
    for at, it in enumerate(looks):
        below = at >= end
        if first <= at < end:
            continue
        names = _unlabelled(looks, at, story, kinship) if it.is_text and below else ()
        if it.junk or PAPER_NUMBER.fullmatch(it.line.folded):
            sheet.cut(it.line, it.junk.sort.value if it.junk else "公文的文号")
        elif it.meta or it.byline or names:
            sheet.add(it.line, it.meta or it.byline or names, Zone.HEAD)
            facts = True
        elif not below:
            above.append(it.line)
        else:
            leading += _below_title(it.line, story, sheet, facts=facts)
    _above_title(above, sheet)
    two_accounts(sheet)
    return tuple(leading)


def _unlabelled(looks: Sequence[Look], at: int, story: StoryLines, kinship: Kinship) -> Sequence[Found]:
    """A line below the title that is nothing but names, a paper's name or an account's, beside the time."""
    line = looks[at].line
    if story.appearance(line).stands_out:
        paper = medium_of(line)
        return bare_names(line) or (() if paper is None else (paper,))
    ahead = any(it.meta for it in looks[at + 1 : at + 3])
    return bare_names(line) or accounts_of(Candidate(line, at, ahead), looks, kinship)


def _above_title(lines: Sequence[Line], sheet: Sheet) -> None:
    """The line above the title is its kicker; a paper's name, a letterhead or a column's 【】 is none."""
    for line in lines:
        alone = COLUMN_ALONE.fullmatch(line.folded)
        if alone:
            start, end = alone.span("column")
            found = Found("column", line.text[start:end], start, end, "标题上面单独一行的【】")
        elif office := LETTERHEAD.fullmatch(line.folded):
            start, end = office.span("office")
            reason = "公文开头的发文单位"
            found = Found("source", line.text[start:end], start, end, reason, Confidence.LIKELY, weight=-1)
            sheet.add(line, [cut(end, len(line.text), line.text[end:], "公文开头的字样")], Zone.HEAD)
        elif line.han <= LONGEST_MASTHEAD and (
            MEDIUM.fullmatch(line.folded) or PERIODICAL.fullmatch(line.folded)
        ):
            reason = "标题上面的媒体或单位名称，可能是来源"
            found = Found("source", line.text, 0, len(line.text), reason, Confidence.UNSURE, weight=-1)
        elif line is lines[-1]:
            found = Found("kicker", line.text, 0, len(line.text), "标题上面的一行", Confidence.LIKELY)
        else:
            found = cut(0, len(line.text), line.text, "标题附近的文字，不知道是什么")
        sheet.add(line, [found], Zone.HEAD)


def _below_title(line: Line, story: StoryLines, sheet: Sheet, *, facts: bool) -> list[Line]:
    """A dek, or a line of the story."""
    view = story.appearance(line)
    titles = {skeleton(it.found.value) for it in sheet.findings if it.found.field == "title"}
    if skeleton(line.text) in titles:
        sheet.cut(line, "和标题重复")
        return []
    reason, sure = "", Confidence.HIGH
    if is_dek(line):
        reason = "以破折号开头，在标题下面"
    elif view.style.is_subtitle:
        reason = "Word 里设成了“副标题”样式"
    elif (
        not facts
        and not numbering(line)
        and not view.style.heading
        and (view.centred or view.larger >= BIGGER)
    ):
        reason, sure = "标题下面的一行，居中或者字号比正文大", Confidence.LIKELY
    if not reason:
        return [line]
    sheet.add(line, [Found("subtitle", line.text, 0, len(line.text), reason, sure)], Zone.HEAD)
    return []
