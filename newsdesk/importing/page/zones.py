"""The looks of a page's lines -> its head, its body and what comes after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk.importing.page.appeals import is_for_people
from newsdesk.importing.page.found import LABEL, Found
from newsdesk.importing.page.junk import Junk, Sort
from newsdesk.importing.page.look import Look, is_dek

STORY_GOES_ON = 3
"""Long paragraphs after a button or a list from which the story is not over there."""

NEAR = 4
FAR = 15
"""Lines from 编辑： to the 责任编辑： of the same story."""

LONGEST_HEAD = 60
LONGEST_TITLE = 200
SURE_LABEL = 3
HEADLINE = 8
SHORTEST_LINK = 3
"""Han characters of 相关链接, which may head a part of the story; 推荐 does not."""

LONGEST_SUMMARY = 60
SHORTEST_TITLE, SHORT_PARAGRAPH = 5, 15
CLOSING = re.compile(r"责任?编|本文来源")
INVITES = re.compile(r"关注.{2}|下载.{2}|公众号|客户端|二维码")
AGO = re.compile(r"[^\s,。!?]{2,16}[\s·|]+\d{1,2}\s?(?:分[钟鐘]|小[时時]|天)前")
"""`街坊财经·8小时前`: what stands at another site's story."""

MANY_POSTS = 2
"""Such lines from which they are a list, and not the story's."""

SENTENCE = re.compile(r"[\w”’)》」]。")
NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Zones:
    """`head` is all above the first paragraph; of `after`, each line has the sort of its list or notice."""

    head: tuple[Look, ...]
    body: tuple[Look, ...]
    after: tuple[tuple[Look, Sort], ...]


def zones(looks: Sequence[Look]) -> Zones:
    """Where the story begins and where it is over."""
    begin = _begin(looks)
    looks = [*looks[:begin], *_without_boxes(_real_headings(looks[begin:]))]
    end = _end(looks, begin)
    sort = Sort.BELOW if end > begin and closes(looks[end - 1]) else Sort.RELATED
    another = next((at for at in range(end, len(looks)) if begins_another(looks, at)), len(looks))
    return Zones(
        tuple(looks[:begin]),
        tuple(looks[begin:end]),
        (*_after(looks[end:another], sort), *((it, Sort.ANOTHER) for it in looks[another:])),
    )


def skeleton(text: str) -> str:
    """Only letters, digits and Han characters: two spellings of one title are the same."""
    return NOT_WORD.sub("", text)


def _begin(looks: Sequence[Look]) -> int:
    """The first paragraph or event; where there is none, the first text below the title and the facts."""
    begin = _first_paragraph(looks)
    return min(begin, _first_event(looks[:begin]))


def _first_event(looks: Sequence[Look]) -> int:
    """Below the day of publication, `决赛：8月1日` is the story's, and so are the lines between."""
    full = [at for at, it in enumerate(looks) if any(map(_is_full, it.meta))]
    published = _days(looks[full[0]]) if full else set()
    events = [at for at in range(full[0], len(looks)) if is_event(looks[at])] if full else []
    events = [at for at in events if not _days(looks[at]) <= published]
    if not events:
        return len(looks)
    last = max((at for at in range(events[0]) if looks[at].meta or looks[at].byline), default=0)
    texts = [at for at in range(last + 1, events[0]) if looks[at].is_text]
    return min([*texts, events[0]])


def _days(it: Look) -> set[tuple[int, int]]:
    return {(found.when.month, found.when.day) for found in it.meta if found.when}


def _is_full(found: Found) -> bool:
    return found.field == "date" and bool(found.when and found.when.year)


def is_event(it: Look) -> bool:
    """A day without a year and a label, like what happens then: no day of publication."""
    days = [found for found in it.meta if found.field == "date"]
    return bool(days) and not any(
        found.weight > 0 or _is_full(found) or _is_other(found) for found in it.meta
    )


def _is_other(found: Found) -> bool:
    return found.field not in ("date", "source")


def _first_paragraph(looks: Sequence[Look]) -> int:
    texts = [number for number, it in enumerate(looks[:LONGEST_HEAD]) if it.is_text]
    for number in texts:
        it = looks[number]
        first = number == texts[0] and not _is_story(it)
        if it.is_paragraph and not first and not is_dek(it.line) and not _is_long_title(looks, number):
            return number
    facts = [number for number, it in enumerate(looks) if it.meta or it.byline]
    below = [number for number in texts[1:] if not facts or number > facts[0]]
    return below[0] if below else len(looks)


def _is_story(it: Look) -> bool:
    """The first line is a title, unless it is plainly a paragraph."""
    return len(it.line.text) > LONGEST_TITLE or (it.line.han >= 28 and "。" in it.line.text)


def _is_long_title(looks: Sequence[Look], number: int) -> bool:
    """Right above the facts it is a title, however long it is, or (with a 。) what sums the story up."""
    following = looks[number + 1 : number + 1 + NEAR]
    line = looks[number].line
    if "。" in line.text:
        return line.han <= LONGEST_SUMMARY and bool(following) and _dates(following[0])
    return any(it.meta for it in following)


def _dates(it: Look) -> bool:
    """A line with the story's day: what stands above it is no part of the story."""
    return any(found.field == "date" and found.when for found in it.meta) and not it.line.indent


def _real_headings(looks: Sequence[Look]) -> list[Look]:
    """`相关链接` above a long paragraph (or a short line and one) heads a part of the story, not a list."""
    return [replace(it, junk=None) if _heads_a_part(looks, at) else it for at, it in enumerate(looks)]


def _without_boxes(looks: Sequence[Look]) -> list[Look]:
    """`推荐阅读` among paragraphs: the titles of other stories right below it go with it."""
    result = list(looks)
    for at, it in enumerate(looks):
        if not it.junk or it.junk.sort is not Sort.RELATED:
            continue
        end = next(
            (to for to in range(at + 1, len(looks)) if not looks[to].is_text or looks[to].is_paragraph), 0
        )
        titles = looks[at + 1 : end]
        if (
            end - at > MANY_POSTS
            and looks[end].is_long
            and all(other.line.han >= HEADLINE for other in titles)
        ):
            for to in range(at + 1, end):
                result[to] = replace(looks[to], junk=Junk(Sort.RELATED, ends_body=False))
    return result


def _heads_a_part(looks: Sequence[Look], at: int) -> bool:
    junk, below = looks[at].junk, looks[at + 1 : at + 3]
    if not junk or junk.sort is not Sort.RELATED or looks[at].line.han < SHORTEST_LINK or not below:
        return False
    return below[0].is_long or (below[0].is_text and len(below) > 1 and below[1].is_long)


def _end(looks: Sequence[Look], begin: int) -> int:
    every = left = sum(1 for it in looks[begin:] if it.is_long)
    last = max((number for number, it in enumerate(looks) if it.is_paragraph), default=begin)
    posted = [number for number in range(begin + 1, len(looks)) if AGO.fullmatch(looks[number].line.words)]
    for number in range(begin, len(looks)):
        it = looks[number]
        left -= it.is_long
        if number > begin and (_is_again(looks, begin, number) or number in posted[: -MANY_POSTS + 1]):
            return number
        over = number > begin and (left < STORY_GOES_ON or left * 4 < every)
        over = over and not _is_above_all(looks, begin, number)
        if over and it.junk and it.junk.ends_body and not _goes_on(looks, number):
            return number
        if (closes(it) and left * 2 < every) or (number > begin and not left and _is_signed(looks, number)):
            return _below_credits(looks, number + 1)
        if number > begin and _is_signed_and_over(looks, number):
            return _below_credits(looks, number + 1)
        if number > begin and begins_another(looks, number):
            return number
        if number > last and _is_listed(looks, number):
            return number
    return len(looks)


def _is_above_all(looks: Sequence[Look], begin: int, number: int) -> bool:
    """`点击上方蓝字 关注我们` over a post of short lines: no paragraph above, and most lines below."""
    junk = looks[number].junk
    if not junk or junk.sort is not Sort.SHARE or any(it.is_paragraph for it in looks[begin:number]):
        return False
    above, below = (sum(it.is_text for it in part) for part in (looks[begin:number], looks[number + 1 :]))
    return below > above + FAR


def _is_again(looks: Sequence[Look], begin: int, number: int) -> bool:
    """The first two paragraphs once more: some pages print their story twice."""
    first, again = ([it.line.text for it in looks[at : at + 2]] for at in (begin, number))
    return looks[number].is_long and number > begin + 1 and first == again


def _goes_on(looks: Sequence[Look], number: int) -> bool:
    """Is there more of the story below this button or notice: whom to call, or sentences and little else?"""
    if _calls_below(looks, number):
        return True
    junk = looks[number].junk
    if junk and junk.sort is Sort.RELATED:
        return _is_box(looks, number)
    return junk is not None and junk.sort in (Sort.SHARE, Sort.RIGHTS) and _says_more(looks, number)


def _is_box(looks: Sequence[Look], number: int) -> bool:
    """Do long paragraphs, and no other titles, stand right below the titles of other stories?"""
    end = number + 1
    while end < len(looks) and (junk := looks[end].junk) and junk.sort is Sort.RELATED:
        end += 1
    boxed = end - number > MANY_POSTS and end < len(looks) and looks[end].is_long
    return boxed and _says_more(looks, end - 1)


def _says_more(looks: Sequence[Look], number: int) -> bool:
    """Are there sentences below, up to the page's own lines, and no other story's title among them?"""
    below: list[Look] = []
    for it in looks[number + 1 :]:
        if closes(it) or (it.junk and it.junk.sort is Sort.RELATED):
            break
        below += [it] if it.is_text else []
    said = any(it.is_paragraph and SENTENCE.search(it.line.folded) for it in below)
    return said and not any(map(_is_headline, below))


def _is_headline(it: Look) -> bool:
    """Text that is long enough for another story's title, and no sentence and no call."""
    return not it.is_paragraph and it.line.han >= HEADLINE and not is_for_people(it.line.folded)


def _calls_below(looks: Sequence[Look], number: int) -> bool:
    """Right below an invitation to follow an account the story still says whom to call."""
    it, below = looks[number], looks[number + 1 : number + 2]
    if not it.junk or it.junk.sort is not Sort.SHARE or not INVITES.search(it.line.folded):
        return False
    return any(other.is_text and is_for_people(other.line.folded) for other in below)


def begins_another(looks: Sequence[Look], number: int) -> bool:
    """A title, a line with the minute or with the day and a labelled paper, two paragraphs: a new story."""
    it, following = looks[number], looks[number + 1 : number + 1 + NEAR]
    if not it.is_text or it.is_paragraph or not following or it.line.han < SHORTEST_TITLE:
        return False
    fields = {found.field for found in following[0].meta}
    exact = any(found.when and found.when.hour is not None for found in following[0].meta)
    labelled = any(found.field == "source" and found.weight > 0 for found in following[0].meta)
    paragraphs = [
        other for other in following[1:] if other.is_paragraph and other.line.han >= SHORT_PARAGRAPH
    ]
    return "date" in fields and (exact or labelled) and len(paragraphs) > 1 and following[1].is_text


def closes(it: Look) -> bool:
    """责任编辑： (with a name or without) or 本文来源： stands below a story, hardly ever in it."""
    return any(
        (found.field == "editor" and found.weight >= SURE_LABEL)
        or (found.reason == LABEL and CLOSING.match(found.value))
        for found in it.meta
    )


def _is_signed(looks: Sequence[Look], number: int) -> bool:
    """编辑：林小满: below the last long paragraph the story is over with it, if no 责任编辑 comes later."""
    named = any(found.field == "editor" and found.weight > 1 for found in looks[number].meta)
    again = any(closes(it) for it in looks[number + 1 : number + 1 + FAR])
    return named and not again and not _says_more(looks, number)


def _is_signed_and_over(looks: Sequence[Look], number: int) -> bool:
    """编辑：林小满, and within two lines 相关新闻: whatever long text stands below is not the story's."""
    if not any(found.field == "editor" and found.weight > 1 for found in looks[number].meta):
        return False
    below = looks[number + 1 : number + 1 + NEAR]
    related = next((at for at, it in enumerate(below) if it.junk and it.junk.sort is Sort.RELATED), None)
    return related is not None and not any(it.is_text for it in below[:related])


def _below_credits(looks: Sequence[Look], number: int) -> int:
    """Past the lines that go on to say whose story it is: 校对：周明, 来源：槐树里日报."""
    while number < len(looks) and looks[number].meta:
        if any(it.field == "date" or (it.field and it.weight <= 0) for it in looks[number].meta):
            break
        number += 1
    return number


def _is_listed(looks: Sequence[Look], number: int) -> bool:
    """Another story's title: printed twice, or above a line of paper and time."""
    it, following = looks[number], looks[number + 1 : number + 2]
    if not it.is_text or not following:
        return False
    fields = {found.field for found in following[0].meta}
    unlabelled = all(found.weight == 0 for found in following[0].meta)
    twice = skeleton(it.line.text) == skeleton(following[0].line.text) != ""
    to_the_minute = any(found.when and found.when.hour is not None for found in following[0].meta)
    return twice or (fields == {"source", "date"} and unlabelled and (to_the_minute or it.line.han >= 8))


def _after(looks: Sequence[Look], sort: Sort) -> list[tuple[Look, Sort]]:
    result = []
    for it in looks:
        if it.junk:
            sort = _next_sort(sort, it.junk)
        result.append((it, it.junk.sort if it.junk else sort))
    return result


def _next_sort(sort: Sort, junk: Junk) -> Sort:
    return junk.sort if junk.ends_body else sort
