"""The line of a WeChat post (`原创 江一帆 江一帆 街坊小满`) -> its author and the account that posted it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.found import LABEL, Found, cut
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import Look
from newsdesk.importing.page.names import is_usual
from newsdesk.importing.page.title_line import after_bullet

POSTED = re.compile(r"(?:原创|首发|转载|Original)\s+(?=\S)", re.I)
WORD = re.compile(r"\S+")
PROSE = re.compile(r"[。,;!?:]")
TIME = re.compile(r"\d:\d")
LONGEST = 60
NEAR = 2
"""Lines from this one to the time of the post."""

LONGEST_NAME = 3
"""Characters of a name under which one person both writes and posts; a longer one is an office's."""

TOP = 12
"""Lines of a page among which it stands."""

Span = tuple[int, int]


def with_posts(looks: Sequence[Look]) -> list[Look]:
    """`looks`, where a line above the time of a post names who wrote and who posted it."""
    result = list(looks)
    for at, it in enumerate(result[:TOP]):
        near = result[at : at + 1 + NEAR]
        if any(_is_exact(other.line) for other in near) and (founds := posted(it.line)):
            result[at] = replace(it, junk=None, meta=founds, byline=())
    return result


def _is_exact(line: Line) -> bool:
    return any(spot.when and spot.when.year for spot in dates(line.folded))


def posted(line: Line) -> tuple[Found, ...]:
    """The author, the account and the time that the line names, () where it is another one.

    WeChat prints the author's name twice, and so do some copies with the account's.
    """
    start = after_bullet(line)
    mark = POSTED.match(line.folded, start)
    if not mark or len(line.text) > LONGEST or PROSE.search(TIME.sub("", line.folded)):
        return ()
    days = [spot for spot in dates(line.folded) if spot.when]
    words = [
        match.span()
        for match in WORD.finditer(line.folded, mark.end())
        if all(match.end() <= day.start or match.start() >= day.end for day in days)
    ]
    above = [word for word in words if days and word[1] <= days[0].start]
    author, account = _parts(line, above or words)
    founds = [cut(start, mark.end(), line.text[start : mark.end()].strip(), LABEL)]
    reason = "没有字段名的日期，在标题附近"
    founds += [
        Found("date", line.text[it.start : it.end], it.start, it.end, reason, Confidence.LIKELY, it.when)
        for it in days
    ]
    founds += [_named(line, "authors", span, "写在账号名前面，像是作者") for span in author]
    founds += [_named(line, "source", span, "“原创”后面的账号名称") for span in account]
    return tuple(sorted(founds, key=lambda found: found.start)) if len(founds) > 1 + len(days) else ()


def _named(line: Line, field: str, span: Span, reason: str) -> Found:
    name = line.text[slice(*span)]
    sure = Confidence.LIKELY if field == "source" else Confidence.UNSURE  # 文｜ says better who wrote it
    return Found(field, name, *span, reason, sure)


def _parts(line: Line, words: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """Where the author's name stands, and where the account's does; each as often as it is printed."""
    if not words:
        return [], []
    said = [line.folded[slice(*word)] for word in words]
    for size in range(len(words) // 2, 0, -1):
        if said[:size] == said[size : 2 * size]:  # Anna Lin Anna Lin 街坊小满
            author = [_joined(words[:size]), _joined(words[size : 2 * size])]
            rest = words[2 * size :]
            if rest:
                return author, [_joined(rest)]
            return (author[:1], author[1:]) if len(said[0]) <= LONGEST_NAME else ([], author)
    if len(said) > 2 and said[-1] == said[-2]:  # 江一帆 街坊小满 街坊小满
        return [_joined(words[:-2])], [words[-2], words[-1]]
    if len(words) == 1:
        return ([words[0]], []) if is_usual(said[0]) else ([], [words[0]])
    if len(words) > 2 and not all(word.isascii() for word in said[:-1]):
        return [words[0]], [_joined(words[1:])]
    return [_joined(words[:-1])], [words[-1]]


def _joined(words: Sequence[Span]) -> Span:
    return words[0][0], words[-1][1]
