"""The lines between the two --- of a story -> Block: each field's value as YAML has it, and its line.

Only what front matter needs: one level of names, no references, no tags that make anything run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import yaml

from article.front_matter import FIX_BLOCK, WHY_BLOCK, guide
from article.problem import ArticleError, Problem

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same in C, ten times as fast, where PyYAML was built with it."""

LONGEST = 20_000
"""Characters of a block; far above any real story, and YAML stays quick below it."""

FIRST_LINE = 2
"""The line of the file in which the block begins."""

WHY_FIELD = "两行 --- 之间要写成“字段: 内容”，冒号是英文冒号，后面空一格"
FIX_FIELD = '内容里有冒号、引号、井号或方括号时，用英文双引号括起来，例如 title: "集市：周六见"'
WIDE_COLON = re.compile(r"\s*([A-Za-z_]+)\s*：\s*(.*)")
NOT_READ = (yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What YAML's constructors raise on values that cannot be, as `!!int ''`, 2026-02-30 or 60^9 seconds."""


@dataclass(frozen=True)
class Block:
    """`values` and the `lines` of the file where they stand, by name; a name's first value counts."""

    values: dict[str, Any]
    lines: dict[str, int]
    problems: tuple[Problem, ...]


def read_block(block: str, path: PurePath) -> Block:
    """The fields of `block`. Raises ArticleError where it cannot be read at all."""
    node = _composed(block, path)
    loader = yaml.SafeLoader("")
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for key, value in node.value:
        name, line = str(key.value), key.start_mark.line + FIRST_LINE
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(path, line, "这一行的冒号前面不是字段名", WHY_FIELD, FIX_FIELD))
        elif name in values:
            what = f"“{name}”写了两次"
            problems.append(Problem(path, line, what, "不知道该用哪一个", f"只留一行 {name}"))
        else:
            values[name] = _constructed(loader, value)
            lines[name] = line
    return Block(values, lines, tuple(problems))


def _composed(block: str, path: PurePath) -> yaml.MappingNode:
    if len(block) > LONGEST:
        what = f"两行 --- 之间有 {len(block)} 个字，太长了"
        raise ArticleError([Problem(path, 1, what, WHY_BLOCK, "正文写在第二行 --- 下面，上面只留字段")])
    wide = list(_wide_colons(block, path))
    if wide:
        raise ArticleError(wide)
    try:
        node = yaml.compose(block, Loader=LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ArticleError([_unreadable(error, block, path)]) from None
    if node is None:
        return yaml.MappingNode("tag:yaml.org,2002:map", [])
    if not isinstance(node, yaml.MappingNode):
        raise ArticleError(
            [Problem(path, FIRST_LINE, "两行 --- 之间不是“字段: 内容”的写法", WHY_BLOCK, FIX_BLOCK)]
        )
    _refuse_references(node, path)
    return node


def _wide_colons(block: str, path: PurePath) -> Iterator[Problem]:
    """`title：集市` is what staff mistype most; YAML would blame another line for it."""
    for number, line in enumerate(block.split("\n"), start=FIRST_LINE):
        found = WIDE_COLON.fullmatch(line)
        if found and found[1] in guide():
            what = f"“{found[1]}”后面的冒号是中文冒号“：”"
            yield Problem(path, number, what, WHY_FIELD, f"写成 {found[1]}: {found[2][:40]}".rstrip())


def _refuse_references(root: yaml.Node, path: PurePath) -> None:
    """YAML may name a value with & and repeat it with *, even inside itself; no field needs that."""
    seen: set[int] = set()
    pending: list[yaml.Node] = [root]
    while pending:
        node = pending.pop()
        if id(node) in seen:
            line = node.start_mark.line + FIRST_LINE
            what, fix = "这里的值用 * 号引用了别处的值", "把内容照写一遍；以 * 或 & 开头的文字要加引号"
            raise ArticleError([Problem(path, line, what, "没有字段需要引用", fix)])
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            pending += node.value
        elif isinstance(node, yaml.MappingNode):
            pending += [it for pair in node.value for it in pair]


def _unreadable(error: Exception, block: str, path: PurePath) -> Problem:
    """At the line where it began to go wrong: an open quote is noticed only lines below."""
    mark = getattr(error, "problem_mark", None)
    if "quoted scalar" in (getattr(error, "context", None) or ""):
        mark = getattr(error, "context_mark", None) or mark
    line = mark.line if mark else 0
    rows = block.split("\n")
    written = rows[line].strip() if line < len(rows) else ""
    what = f"这一行读不懂：{written[:40]}" if written else "这里读不懂"
    return Problem(path, line + FIRST_LINE, what, WHY_FIELD, FIX_FIELD)


def _constructed(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """The value of `node`; where YAML sees a tag or a date that cannot be, the text as it is written."""
    try:
        return loader.construct_object(node, deep=True)
    except NOT_READ:
        return _Unreadable(str(node.value) if isinstance(node, yaml.ScalarNode) else "……")


class _Unreadable:
    """A value of no type that a field has, so that every field refuses it with what was written."""

    def __init__(self, written: str) -> None:
        self._written = written

    def __str__(self) -> str:
        return self._written
