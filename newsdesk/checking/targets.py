"""Stories and the files beside them -> [Problem], each picture and story that is named and is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from article import document
from article.problem import Problem
from newsdesk.checking.source import PICTURES, Source, Story

PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?(/[^\s)>]+)")
STORY_LINK = re.compile(r"\]\(\s*<?\{(filename|static)\}([^\s)>#?]+)")
CODE = re.compile(r"(`+)[^`]+\1")
FENCE = re.compile(r" {0,3}(```|~~~)")


def missing_targets(stories: Iterable[Story], files: Iterable[Source]) -> Iterator[Problem]:
    """Pictures and stories that a story names and content/ does not have."""
    places = {str(file.place) for file in files}
    for story in stories:
        cover = story.document.front_matter.cover
        if cover and cover.lstrip("/") not in places:
            yield _missing(story, cover, _line_of(story, cover))
        for number, line in _prose_lines(story):
            for match in PICTURE.finditer(line):
                if unquote(match[1]).lstrip("/") not in places:
                    yield _missing(story, match[1], number)
            for match in STORY_LINK.finditer(line):
                if _below_content(story.source.place, unquote(match[2])) not in places:
                    yield _missing(story, match[2], number)


def _missing(story: Story, target: str, line: int) -> Problem:
    what = f"找不到“{target}”"
    fix = (
        "把图片放进 content/images，或改正路径；大小写也要一致"
        if PICTURES in target
        else "改正路径；大小写也要一致"
    )
    return Problem(story.source.path, line, what, "网页上会是一处空白或打不开的链接", fix)


def _below_content(place: PurePosixPath, target: str) -> str:
    """Where `target`, written in the story at `place`, leads: a path below content/."""
    parts: list[str] = [] if target.startswith("/") else list(place.parent.parts)
    for part in PurePosixPath(target.lstrip("/")).parts:
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return "/".join(parts)


def _text_lines(story: Story) -> list[str]:
    return (
        (story.source.data or b"").decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )


def _line_of(story: Story, text: str) -> int:
    return next((number for number, line in enumerate(_text_lines(story), 1) if text in line), 1)


def _prose_lines(story: Story) -> Iterator[tuple[int, str]]:
    """The numbered lines of the body, without code, which only shows what it says."""
    fenced = False
    ends = 0
    for number, line in enumerate(_text_lines(story), 1):
        if ends < 2:
            ends += line.rstrip() == document.FENCE
        elif FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, CODE.sub("", line)
