"""Every file below content/ -> Checked: the stories that are right, and all that stops the site."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from article import document
from article.document import Document
from article.problem import ArticleError, Problem
from newsdesk.checking.memory import Memory, Right, is_out
from newsdesk.checking.names import (
    alike_labels,
    bad_name,
    bad_picture_name,
    folded_address,
    folded_labels,
    same_address,
)
from newsdesk.checking.source import PICTURES, STORY, Source, Story
from newsdesk.checking.targets import NOTHING, Pointer, Targets, is_hidden, out

WHY_LOST = "它不会出现在网站上，读者看不到"
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mkd", ".mdown")


@dataclass(frozen=True)
class Checked:
    """What the check found. `pointers` lead to places that only the built site can have.

    `stories` were read now; `passed` are the places of those that were right before and are not read again.
    `right` is what a later check may take for known.
    """

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]
    pointers: tuple[Pointer, ...] = ()
    passed: tuple[str, ...] = ()
    right: Memory = field(default_factory=dict)

    @property
    def places(self) -> tuple[str, ...]:
        """Of all stories, below content/."""
        return (*self.passed, *(str(story.source.place) for story in self.stories))

    def without_texts(self) -> Checked:
        """What is left to know once all is right: the texts of ten thousand stories take much room."""
        return replace(self, stories=(), passed=self.places, pointers=())


def check(sources: Iterable[Source], now: dt.datetime, passed: Memory = NOTHING) -> Checked:
    """Read and check every source. `now` is the clock in Shanghai: a story to come is on no page yet.

    `passed` are the other files below content/, which were right before and are as they were.
    """
    files = sorted(sources, key=lambda it: it.place)
    stories: list[Story] = []
    problems = [problem for file in files for problem in _of_file(file)]
    for file in files:
        if file.is_story and not file.fault:
            try:
                stories.append(Story(file, _read(file)))
            except ArticleError as error:
                problems += error.problems
    problems += same_address([file for file in files if file.is_story], passed)
    problems += alike_labels(stories, passed)
    targets = Targets(files, stories, now, passed)
    problems += targets.problems
    ordered = sorted(problems, key=lambda it: (str(it.path), it.line))
    right = {**passed, **dict(_right(files, stories, targets, now))} if not problems else {}
    known = tuple(place for place, it in passed.items() if it.address)
    return Checked(tuple(stories), tuple(ordered), targets.pointers, known, right)


def _right(
    files: Iterable[Source], stories: Iterable[Story], targets: Targets, now: dt.datetime
) -> Iterator[tuple[str, Right]]:
    """What each file is remembered by; all of them are without problems."""
    by_place = {story.source.place: story for story in stories}
    pointers: dict[PurePath, list[tuple[int, str]]] = {}
    for it in targets.pointers:
        pointers.setdefault(it.path, []).append((it.line, it.address))
    for file in files:
        if file.stamp is None:
            continue
        story = by_place.get(file.place)
        digest = hashlib.blake2b(file.data, digest_size=16).hexdigest() if story else ""
        if story is None:
            yield str(file.place), Right(file.stamp, digest)
            continue
        seen = out(story.document.front_matter)
        yield (
            str(file.place),
            Right(
                file.stamp,
                digest,
                folded_address(file),
                tuple(folded_labels(story)),
                seen,
                is_out(seen, now),
                tuple(sorted(targets.asked.get(file.place, {}).items())),
                tuple(pointers.get(file.path, ())),
                is_hidden(story.document.front_matter),
            ),
        )


def _of_file(file: Source) -> Iterator[Problem]:
    """What is wrong with the file itself, whatever it says."""
    if file.fault:
        yield Problem(file.path, 1, file.fault.what, WHY_LOST, file.fault.fix)
    elif file.is_story:
        yield from bad_name(file)
    elif file.is_picture:
        yield from bad_picture_name(file)
    else:
        yield _misplaced(file)


def _read(file: Source) -> Document:
    try:
        text = file.data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError([_not_utf8(file, error)]) from None
    return document.parse(text, file.path)


def _not_utf8(file: Source, error: UnicodeDecodeError) -> Problem:
    return Problem(
        file.path,
        file.data.count(b"\n", 0, error.start) + 1,
        "这个文件不是 UTF-8 编码的文字",
        "用别的编码，网页上会是乱码",
        "在编辑器里选“另存为”，编码选 UTF-8；若是 Word 或图片改了名，请用 newsdesk import 导入原文件",
    )


def _misplaced(file: Source) -> Problem:
    """A file that would silently be left out."""
    suffix = file.place.suffix.lower()
    if suffix in PICTURE_SUFFIXES:
        fix = f"把它移到 content/{PICTURES}/ 里，正文里写成 ![说明](/{PICTURES}/{file.place.name})"
    elif suffix in MARKDOWN_SUFFIXES:
        fix = f"把文件名改成 {file.place.stem}{STORY}"
    else:
        fix = f"稿件请用 newsdesk import {file.path} 导入；不是稿件的，移出 content 文件夹"
    what = f"content 里的“{file.place.name}”不是稿件（{STORY}），也不在图片文件夹里"
    return Problem(file.path, 1, what, WHY_LOST, fix)
