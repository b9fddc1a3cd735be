"""File names and labels -> [Problem], what no address can hold and what would share one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from article.address import PAGES, TAKEN, address_of, is_safe_name, label_address
from article.front_matter import guide
from article.problem import Problem
from newsdesk.checking.memory import Memory
from newsdesk.checking.source import Source, Story

NOT_IN_LINKS = re.compile(r"""[\s#%?"'<>&\\]""")
WHY_ADDRESS = "文件名就是网址的一部分，要让读者好认、好转发"
LABELS = ("category", "column", "series", "tags")


def bad_name(file: Source) -> Iterator[Problem]:
    """A story whose place is no address, or is one that the site itself uses."""
    parts = file.place.with_suffix("").parts
    for part in parts:
        if not is_safe_name(part):
            what = f"“{part}”里有网址不能用的字（空格、标点或特殊符号）"
            yield Problem(file.path, 1, what, WHY_ADDRESS, f"改名，例如 {label_address(part)}")
    first = parts[1] if parts[0] == PAGES and len(parts) > 1 else parts[0]
    if first in TAKEN:
        what = f"“{first}”这个网址网站自己要用"
        fix = "换一个文件名" if parts[0] == PAGES else "把文件移到 content/news/年份/ 里，或换一个名字"
        yield Problem(file.path, 1, what, "稿件会和栏目页、图片等抢同一个网址", fix)


def bad_picture_name(file: Source) -> Iterator[Problem]:
    """A picture whose name breaks links."""
    if NOT_IN_LINKS.search(file.place.name):
        what = f"图片文件名“{file.place.name}”里有空格或网址不能用的符号"
        fix = f"改名，例如 {label_address(file.place.stem)}{file.place.suffix.lower()}，稿件里的路径一起改"
        yield Problem(file.path, 1, what, "有些浏览器会打不开这张图片", fix)


def same_address(files: Iterable[Source], passed: Memory) -> Iterator[Problem]:
    """Two files with one address, also where a server or a disk does not tell A from a."""
    first: dict[str, str | PurePath] = {it.address: place for place, it in passed.items()}
    for file in files:
        other = first.setdefault(folded_address(file), file.path)
        if other is not file.path:
            what = f"网址 /{address_of(file.place)} 已经是 {other} 的"
            yield Problem(
                file.path, 1, what, "两篇稿件不能用同一个网址，否则会丢掉一篇", "给其中一个文件改名"
            )


def folded_address(file: Source) -> str:
    """A story's address as a disk or a server may fold it."""
    return _folded(address_of(file.place))


def alike_labels(stories: Iterable[Story], passed: Memory) -> Iterator[Problem]:
    """Two labels of one kind that differ in capitals alone: their pages would share a file on many disks."""
    first = {(kind, folded): label for it in passed.values() for kind, folded, label in it.labels}
    for story in stories:
        for kind, folded, label in folded_labels(story):
            other = first.setdefault((kind, folded), label)
            if other != label:
                yield _alike(story, kind, label, other)


def folded_labels(story: Story) -> Iterator[tuple[str, str, str]]:
    """Kind, part of the address as a disk may fold it, label."""
    for kind, label in _labels(story):
        yield kind, _folded(label_address(label)), label


def _labels(story: Story) -> Iterator[tuple[str, str]]:
    for kind in LABELS:
        value = getattr(story.document.front_matter, kind)
        for label in value if isinstance(value, tuple) else (value,):
            if label:
                yield kind, label


def _alike(story: Story, kind: str, label: str, other: str) -> Problem:
    what = f"{guide()[kind].meaning}“{label}”和别的稿件里的“{other}”只差大小写或写法"
    line = next((at for at, text in enumerate(story.source.lines, 1) if text.startswith(f"{kind}:")), 1)
    return Problem(story.source.path, line, what, "它们的网页会互相覆盖", f"统一写成“{other}”或“{label}”")


def _folded(address: str) -> str:
    return unicodedata.normalize("NFC", address).casefold()
