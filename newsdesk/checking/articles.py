"""Every file below content/ -> [Problem], all that stops the site, in the order of the files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from article import document
from article.address import PAGES, TAKEN, address_of, is_safe_name, label_address
from article.document import Document
from article.problem import ArticleError, Problem
from newsdesk.checking.source import PICTURES, STORY, Source, Story
from newsdesk.checking.targets import missing_targets

NOT_IN_LINKS = re.compile(r"""[\s#%?"'<>&\\]""")

WHY_ADDRESS = "文件名就是网址的一部分，要让读者好认、好转发"
WHY_LOST = "它不会出现在网站上，读者看不到"


@dataclass(frozen=True)
class Checked:
    """What the check found: the stories that are right, and everything that is not."""

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]


def check(sources: Iterable[Source]) -> Checked:
    """Read and check every source."""
    files = sorted(sources, key=lambda it: it.place)
    stories: list[Story] = []
    problems = [problem for file in files for problem in _misplaced(file)]
    for file in files:
        if _is_story(file):
            problems += _bad_name(file)
            try:
                stories.append(Story(file, _read(file)))
            except ArticleError as error:
                problems += error.problems
    problems += _same_address([file for file in files if _is_story(file)])
    problems += missing_targets(stories, files)
    return Checked(tuple(stories), tuple(sorted(problems, key=lambda it: (str(it.path), it.line))))


def _is_story(file: Source) -> bool:
    return file.data is not None or bool(file.refused)


def _read(file: Source) -> Document:
    if file.data is None:
        raise ArticleError(
            [Problem(file.path, 1, file.refused, WHY_LOST, "请打开文件的读取权限，或另存一份")]
        )
    try:
        text = file.data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError([_not_utf8(file, file.data, error)]) from None
    return document.parse(text, file.path)


def _not_utf8(file: Source, data: bytes, error: UnicodeDecodeError) -> Problem:
    return Problem(
        file.path,
        data.count(b"\n", 0, error.start) + 1,
        "这个文件不是 UTF-8 编码的文字",
        "用别的编码，网页上会是乱码",
        "在编辑器里选“另存为”，编码选 UTF-8；若是 Word 或图片改了名，请用 newsdesk import 导入原文件",
    )


def _misplaced(file: Source) -> Iterator[Problem]:
    """A file that would silently be left out."""
    if not _is_story(file) and file.place.parts[0] == PICTURES:
        yield from _bad_picture_name(file)
    if _is_story(file) or file.place.parts[0] == PICTURES:
        return
    suffix = file.place.suffix.lower()
    if suffix in (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"):
        fix = f"把它移到 content/{PICTURES}/ 里，正文里写成 ![说明](/{PICTURES}/{file.place.name})"
    elif suffix in (".md", ".markdown", ".mkd", ".mdown"):
        fix = f"把文件名改成 {file.place.stem}{STORY}"
    else:
        fix = f"稿件请用 newsdesk import {file.path} 导入；不是稿件的，移出 content 文件夹"
    yield Problem(
        file.path, 1, f"content 里的“{file.place.name}”不是稿件（{STORY}），也不在图片文件夹里", WHY_LOST, fix
    )


def _bad_name(file: Source) -> Iterator[Problem]:
    parts = (*file.place.parent.parts, file.place.stem)
    for part in parts:
        if not is_safe_name(part):
            what = f"“{part}”里有网址不能用的字（空格、标点或特殊符号）"
            yield Problem(file.path, 1, what, WHY_ADDRESS, f"改名，例如 {label_address(part)}")
    if file.place.parts[0] in TAKEN or (len(file.place.parts) == 1 and file.place.stem in TAKEN):
        what = f"“{file.place.parts[0]}”这个位置网站自己要用"
        yield Problem(
            file.path, 1, what, "稿件会和栏目页、图片等抢同一个网址", "把文件移到 content/news/年份/ 里"
        )
    elif (
        file.place.parts[0] == PAGES
        and len(file.place.parts) > 1
        and file.place.with_suffix("").parts[1] in TAKEN
    ):
        what = f"“{file.place.stem}”这个网址网站自己要用"
        yield Problem(file.path, 1, what, "页面会和网站自己的页面抢同一个网址", "换一个文件名")


def _bad_picture_name(file: Source) -> Iterator[Problem]:
    if NOT_IN_LINKS.search(file.place.name):
        what = f"图片文件名“{file.place.name}”里有空格或网址不能用的符号"
        fix = f"改名，例如 {label_address(file.place.stem)}{file.place.suffix.lower()}，稿件里的路径一起改"
        yield Problem(file.path, 1, what, "有些浏览器会打不开这张图片", fix)


def _same_address(files: Iterable[Source]) -> Iterator[Problem]:
    """Two files with one address, also where a server or a disk does not tell A from a."""
    first: dict[str, Source] = {}
    for file in files:
        address = unicodedata.normalize("NFC", address_of(file.place)).casefold()
        other = first.setdefault(address, file)
        if other is not file:
            what = f"网址 /{address_of(file.place)} 已经是 {other.path} 的"
            yield Problem(
                file.path, 1, what, "两篇稿件不能用同一个网址，否则会丢掉一篇", "给其中一个文件改名"
            )
