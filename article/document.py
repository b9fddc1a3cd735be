"""Text of one content/*.md file <-> Document, its checked front matter and its Markdown body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import PurePath

from article import front_matter
from article.front_matter import FrontMatter
from article.plain_fields import plain_fields
from article.problem import ArticleError, Problem

FENCE = "---"


@dataclass(frozen=True)
class Document:
    """One story. `body` is Markdown without surrounding blank lines; it ends with one newline or is empty."""

    front_matter: FrontMatter
    body: str


def parse(text: str, path: PurePath) -> Document:
    """The story in `text`. Raises ArticleError with every problem, each at its line of `path`."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = _end_of_block(lines, path)
    block = "\n".join(lines[1:end])
    result = _right_front_matter(block) or _front_matter(block, path)
    problems = [] if isinstance(result, FrontMatter) else result
    body = "\n".join(lines[end + 1 :])
    if problems or front_matter.UNPRINTABLE.search(body.replace("\n", "")):
        problems = [*problems, *_control_characters(lines, end + 1, path)]
    if problems or not isinstance(result, FrontMatter):
        raise ArticleError(sorted(problems, key=lambda it: it.line))
    return Document(result, normal_body(body))


def _front_matter(block: str, path: PurePath) -> FrontMatter | list[Problem]:
    """The fields, or every problem of the block."""
    from article.yaml_block import read_block  # loads YAML, which most builds do without

    found = read_block(block, path)
    result = front_matter.read(found.values)
    if isinstance(result, FrontMatter):
        return list(found.problems) or result
    faults = [Problem(path, found.lines.get(it.field, 1), it.what, it.why, it.fix) for it in result]
    return [*found.problems, *faults]


@lru_cache(maxsize=1 << 15)
def _right_front_matter(block: str) -> FrontMatter | None:
    """None where anything is wrong. A build reads each story twice: to check it, and to make its page."""
    fields = plain_fields(block)
    try:
        result = front_matter.read(fields) if fields else _front_matter(block, PurePath())
    except ArticleError:
        return None
    return result if isinstance(result, FrontMatter) else None


def format(document: Document) -> str:
    """The text of `document`: `parse(format(d), path) == d`. Fields that are not given are left out."""
    from article.yaml_written import yaml_written  # loads YAML, which most builds do without

    block = yaml_written(
        {
            field.name: getattr(document.front_matter, field.name)
            for field in fields(FrontMatter)
            if getattr(document.front_matter, field.name) != field.default
        }
    )
    body = normal_body(document.body)
    return f"{FENCE}\n{block}{FENCE}\n" + (f"\n{body}" if body else "")


def normal_body(text: str) -> str:
    """Markdown without surrounding blank lines, ending with one newline (or empty)."""
    lines = text.split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    while lines and not lines[-1].strip():
        del lines[-1]
    return "\n".join(lines) + "\n" if lines else ""


def _end_of_block(lines: list[str], path: PurePath) -> int:
    if lines[0].rstrip() != FENCE:
        raise ArticleError(
            [Problem(path, 1, "文件不是以一行 --- 开头", front_matter.WHY_BLOCK, front_matter.FIX_BLOCK)]
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return number
    raise ArticleError(
        [Problem(path, 1, "开头的 --- 后面没有第二行 ---", front_matter.WHY_BLOCK, front_matter.FIX_BLOCK)]
    )


def _control_characters(lines: list[str], start: int, path: PurePath) -> Iterator[Problem]:
    """Characters that no reader sees and that break feeds, from line `start` (0-based) on."""
    for number, line in enumerate(lines[start:], start=start + 1):
        found = front_matter.UNPRINTABLE.search(line)
        if found:
            yield Problem(
                path,
                number,
                f"这一行有看不见的控制字符（U+{ord(found[0]):04X}），在“{line[: found.start()][-10:]}”后面",
                "读者看不见它，订阅和搜索却会因它出错",
                "把光标移到那里删掉它，或把这一行重新打一遍",
            )
