"""Stories and the files beside them -> [Problem], each name in a story that leads nowhere."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from article import document
from article.address import TAKEN
from article.allowed_html import SCHEMES
from article.front_matter import FrontMatter, Status
from article.links import NAMED, meant, path_below
from article.problem import Problem
from newsdesk.checking.headings import headings
from newsdesk.checking.memory import Memory, is_out
from newsdesk.checking.source import PICTURES, Source, Story
from newsdesk.checking.wishes import WHY as WHY_LISTED
from newsdesk.checking.wishes import useless, wished

LINK = re.compile(
    r"(?<!\\)\]\(\s*(?:<([^<>]*)>|((?:\\.|[^\s()\\<]|\([^\s()]*\))(?:\\.|[^\s()\\]|\([^\s()]*\))*))"
)
"""`](address` of a link or a picture, the address in <> or with balanced brackets, as Markdown takes it."""

CODE = re.compile(r"(`+)[^`]+\1")
FENCE = re.compile(r" {0,3}(```|~~~)")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
NOTHING: Memory = {}
WHY = "网页上会是一处空白或打不开的链接"


@dataclass(frozen=True)
class Pointer:
    """A link from a line of a story to `address`, a path below the site's root that no file stands for."""

    path: PurePath
    line: int
    address: str

    def problem(self) -> Problem:
        """For a site that has no such page."""
        return _missing(self.path, self.line, f"/{self.address}")


class Targets:
    """What the stories name. `problems` and `pointers` are in the order of the files."""

    def __init__(
        self, files: Iterable[Source], stories: Iterable[Story], now: dt.datetime, passed: Memory = NOTHING
    ) -> None:
        """`passed` are the other files below content/, which are right and are not looked at."""
        files = list(files)
        self._places = {*passed, *(str(file.place) for file in files)}
        self._passed = passed
        self._folders = {place.partition("/")[0] for place in self._places}
        self.asked: dict[PurePosixPath, dict[str, bool]] = {}
        self._given = {story.source.place: story.document.front_matter for story in stories}
        self._now = now
        self._pointers: list[Pointer] = []
        self.problems = tuple(
            problem for file in files if file.is_story and not file.fault for problem in self._of_story(file)
        )
        self.pointers = tuple(self._pointers)

    def _of_story(self, story: Source) -> Iterator[Problem]:
        given = self._given.get(story.place)
        self._asked = self.asked[story.place] = {}
        if given and given.cover and not self._is_picture(given.cover.lstrip("/")):
            yield _missing(story.path, _line_of(story, "cover:", given.cover), given.cover)
        yield from self._of_wishes(story, given)
        prose = list(_prose_lines(story))
        yield from headings(story, prose)
        for line, text in prose:
            for match in LINK.finditer(text) if "](" in text else ():
                address = re.sub(r"\\(.)", r"\1", match[1] or match[2])
                yield from self._of_address(story, line, address)

    def _of_wishes(self, story: Source, given: FrontMatter | None) -> Iterator[Problem]:
        """Of the stories that an editor wants below this one, or does not."""
        for it, problem in useless(story, wished(story, given.related if given else ()), self._is_file):
            if problem:
                yield problem
            elif it.wish.is_wanted:
                yield from self._waiting(story, it.line, it.file, "“related”里的")
                yield from self._hidden(story, it.line, it.file)

    def _of_address(self, story: Source, line: int, address: str) -> Iterator[Problem]:
        named = NAMED.match(address)
        scheme = SCHEME.match(address)
        if scheme or (address.startswith("{") and not named):
            if not scheme or scheme[1].lower() not in SCHEMES:
                yield _no_link(story.path, line, address)
            return
        if address.startswith(("//", "#", "?")):
            return
        found = meant(named[2] if named else address, story.place, self._is_file)
        if found:
            yield from self._waiting(story, line, found.file)
        elif not named and self._may_be_built(address):
            self._pointers.append(Pointer(story.path, line, re.split("[?#]", address)[0].strip("/")))
        elif not (address.startswith("/") and self._is_of_the_site(address)):
            yield _missing(story.path, line, named[2] if named else address)

    def _is_file(self, file: PurePosixPath | str) -> bool:
        place = str(file)
        self._asked[place] = place in self._places
        return self._asked[place]

    def _is_picture(self, place: str) -> bool:
        return self._is_file(str(PurePosixPath(place))) and place.startswith(f"{PICTURES}/")

    def _may_be_built(self, address: str) -> bool:
        """An address from the root in no folder of content/: a site may have settings that make it."""
        first = path_below(address, PurePosixPath()).split("/")[0]
        return address.startswith("/") and bool(first) and first not in self._folders | TAKEN

    def _is_of_the_site(self, address: str) -> bool:
        """The home page, or a page that the site makes itself."""
        first = path_below(re.split("[?#]", address)[0], PurePosixPath()).split("/")[0]
        return not first or (first in TAKEN and first != PICTURES)

    def _waiting(
        self, story: Source, line: int, target: PurePosixPath, named: str = "链接到的"
    ) -> Iterator[Problem]:
        """A link from a story that readers see to one that they do not see yet."""
        there, here = self._given.get(target), self._given.get(story.place)
        passed = self._passed.get(str(target))
        waits = not self._is_out(there) if there else passed is not None and passed.waits
        if here and self._is_out(here) and waits:
            what = f"{named}“{there.title if there else target.stem}”还是草稿，或发布日期还没到"
            fix = "等那一篇发布了再加链接，或先发布那一篇"
            yield Problem(story.path, line, what, "读者现在点开是一个打不开的网页", fix)

    def _hidden(self, story: Source, line: int, target: PurePosixPath) -> Iterator[Problem]:
        """A wish for a story that is in no list."""
        there, passed = self._given.get(target), self._passed.get(str(target))
        if is_hidden(there) if there else passed is not None and passed.hidden:
            what = f"“related”里的“{there.title if there else target.stem}”是不进列表的稿件（status: hidden）"
            fix = "删掉这一项；要列出那一篇，就把它的 status 改成 published"
            yield Problem(story.path, line, what, WHY_LISTED, fix)

    def _is_out(self, given: FrontMatter) -> bool:
        return is_out(out(given), self._now)


def out(given: FrontMatter) -> str:
    """When readers see the story, as ISO text; "" for never."""
    if given.status is Status.DRAFT or given.date is None:
        return ""
    is_moment = isinstance(given.date, dt.datetime)
    return (given.date if is_moment else dt.datetime.combine(given.date, dt.time())).isoformat()


def is_hidden(given: FrontMatter) -> bool:
    """Is it a story that can be read, but that no list shows?"""
    return given.status is Status.HIDDEN


def _line_of(story: Source, field: str, value: str) -> int:
    """Where the front matter says it: the first line from `field` on with the value, or that of the field."""
    first = next((at for at, text in enumerate(story.lines) if text.startswith(field)), 0)
    named = (at for at, text in enumerate(story.lines[first:], first) if value in text)
    return next(named, first) + 1


def _missing(path: PurePath, line: int, target: str) -> Problem:
    fix = (
        "把图片放进 content/images，或改正路径；大小写也要一致"
        if PICTURES in target
        else "改正路径；大小写也要一致"
    )
    return Problem(path, line, f"找不到“{target}”", WHY, fix)


def _no_link(path: PurePath, line: int, address: str) -> Problem:
    what = f"“{address[:40]}”不是能用的链接"
    fix = "链接写成 https://… 或站内的 /news/2026/文件名/，邮箱写 mailto:，电话写 tel:"
    return Problem(path, line, what, "网页上这里会点不动", fix)


def _prose_lines(story: Source) -> Iterator[tuple[int, str]]:
    """The numbered lines of the body, without code, which only shows what it says."""
    fenced = False
    ends = 0
    for number, line in enumerate(story.lines, 1):
        if ends < 2:
            ends += line.rstrip() == document.FENCE
        elif ("`" in line or "~" in line) and FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, CODE.sub("", line) if "`" in line else line
