"""`related:` of a story -> Wished, its entries at their lines; and [Problem], those that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from article.address import PAGES, TAKEN
from article.problem import Problem
from article.wishes import Wish, wish
from newsdesk.checking.source import STORY, Source

WHY = "这一项不起作用，相关新闻里不会有它"
COPY = (
    "在浏览器里打开那一篇，只写网址里 /news/ 开头的部分，例如 /news/2026/fair/；那一篇已经删了，就删掉这一项"
)

ENDS = re.compile(r"---|\w")
"""The line after a field's value."""


@dataclass(frozen=True)
class Wished:
    """One entry as it is written, at its line (from 1)."""

    entry: str
    line: int
    wish: Wish

    @property
    def file(self) -> PurePosixPath:
        """Where the story that it means would lie, below content/."""
        return PurePosixPath(f"{self.wish.slug}{STORY}")


def wished(story: Source, entries: Sequence[str]) -> list[Wished]:
    """In order. An entry that YAML writes in a way of its own stands at the line of the one before it."""
    if not entries:
        return []
    line = next((at for at, text in enumerate(story.lines) if text.startswith("related:")), 0)
    end = next((at for at in range(line + 1, len(story.lines)) if ENDS.match(story.lines[at])), line + 1)
    column = len("related:")
    found = []
    for entry in entries:
        for at in range(line, end):
            place = story.lines[at].find(entry, column if at == line else 0)
            if place >= 0:
                line, column = at, place + len(entry)
                break
        said = wish(entry)
        if said:
            found.append(Wished(entry, line + 1, said))
    return found


def useless(
    story: Source, entries: Sequence[Wished], is_file: Callable[[PurePosixPath], bool]
) -> Iterator[tuple[Wished, Problem | None]]:
    """Each entry with what is wrong with it as it stands: no story, the story itself, one named twice.

    Whether readers see the story is not asked.
    """
    before: dict[PurePosixPath, Wished] = {}
    for it in entries:
        said = _itself(it, story) or _no_story(it, is_file) or _again(it, before.setdefault(it.file, it))
        yield it, Problem(story.path, it.line, said[0], WHY, said[1]) if said else None


def _itself(it: Wished, story: Source) -> tuple[str, str] | None:
    if it.file != story.place:
        return None
    return f"“related”里的“{it.entry}”就是这一篇自己", "删掉这一项；列表里从来不会有这一篇自己"


def _no_story(it: Wished, is_file: Callable[[PurePosixPath], bool]) -> tuple[str, str] | None:
    first = it.file.parts[0]
    is_page = first == PAGES or (not is_file(it.file) and is_file(PurePosixPath(PAGES, it.file)))
    if is_page:
        return f"“related”里的“{it.entry}”是页面，不是稿件", "删掉这一项；相关新闻里只列稿件"
    if is_file(it.file):
        return None
    if it.wish.slug.split("/")[0] in TAKEN:
        return f"“related”里的“{it.entry}”是网站自己做的网页，不是稿件", COPY
    if it.wish.host:
        what = f"“related”里的“{it.entry}”：本站没有 /{it.wish.slug}/ 这一篇"
        return what, f"相关新闻里只列本站的稿件，别的网站请在正文里写链接。是本站的，{COPY}"
    return f"“related”里的“{it.entry}”不是哪一篇稿件的网址", COPY


def _again(it: Wished, first: Wished) -> tuple[str, str] | None:
    if first is it:
        return None
    if first.wish.is_wanted == it.wish.is_wanted:
        return f"“related”里的“{it.entry}”写了两次（第 {first.line} 行已经有了）", "删掉其中一项"
    what = f"“related”里的“{it.entry}”和“{first.entry}”（第 {first.line} 行）是同一篇，一个要、一个不要"
    return what, "两项里删掉一项；都留着时“不要”算数"
