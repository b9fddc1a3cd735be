"""Text of one content/*.md file <-> Document, its checked front matter and its Markdown body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import PurePath
from typing import Any

import yaml

from article import front_matter
from article.front_matter import FrontMatter, RepeatedField, Status
from article.problem import ArticleError, Problem

FENCE = "---"
YAML_TEXT, YAML_LIST = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq"
LONGEST_BLOCK = 20_000
"""Characters between the two lines of ---; far above any real story, and YAML stays quick below it."""

WHY_BLOCK = "文件开头两行 --- 之间写标题、日期等，网页靠它们排版"
FIX_BLOCK = "文件第一行写 ---，接着写 title: 和 date: 等，再写一行 ---，下面才是正文"


@dataclass(frozen=True)
class Document:
    """One story. `body` is Markdown without surrounding blank lines; it ends with one newline or is empty."""

    front_matter: FrontMatter
    body: str


def parse(text: str, path: PurePath) -> Document:
    """The story in `text`. Raises ArticleError with every problem, each at its line of `path`."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = _end_of_block(lines, path)
    node = _compose("\n".join(lines[1:end]), path)
    repeated = list(_repeated(node))
    values, places = _values(node)
    result = front_matter.read(values)
    problems = [_repeated_problem(it, path) for it in repeated]
    problems += _control_characters(lines, end + 1, path)
    if isinstance(result, list):
        problems += [Problem(path, places.get(it.field, 1), it.what, it.why, it.fix) for it in result]
    if problems or isinstance(result, list):
        raise ArticleError(sorted(problems, key=lambda it: it.line))
    return Document(result, normal_body("\n".join(lines[end + 1 :])))


def format(document: Document) -> str:
    """The text of `document`: `parse(format(d), path) == d`. Fields that are not given are left out."""
    values = {
        field.name: _plain(getattr(document.front_matter, field.name))
        for field in fields(FrontMatter)
        if getattr(document.front_matter, field.name) != field.default
    }
    block = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9)
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


class _Dumper(yaml.SafeDumper):
    """Lists in brackets on one line, fields below one another, as staff write them."""


class _Verbatim(str):
    """Text that stands in YAML as it is: a minute, which needs no quotes."""

    __slots__ = ()


_Dumper.add_representer(list, lambda dumper, it: dumper.represent_sequence(YAML_LIST, it, flow_style=True))
_Dumper.add_representer(_Verbatim, lambda dumper, it: dumper.represent_scalar(YAML_TEXT, it, style=""))


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return _Verbatim(value.strftime("%Y-%m-%d %H:%M"))
    if isinstance(value, Status):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _end_of_block(lines: list[str], path: PurePath) -> int:
    if lines[0].rstrip() != FENCE:
        raise ArticleError([Problem(path, 1, "文件不是以一行 --- 开头", WHY_BLOCK, FIX_BLOCK)])
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return number
    raise ArticleError([Problem(path, 1, "开头的 --- 后面没有第二行 ---", WHY_BLOCK, FIX_BLOCK)])


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


def _compose(block: str, path: PurePath) -> yaml.MappingNode:
    if len(block) > LONGEST_BLOCK:
        what = f"两行 --- 之间有 {len(block)} 个字，太长了"
        raise ArticleError([Problem(path, 1, what, WHY_BLOCK, "正文写在第二行 --- 下面，上面只留字段")])
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ArticleError([_yaml_problem(error, block, path)]) from None
    if node is None:
        return yaml.MappingNode("tag:yaml.org,2002:map", [])
    if not isinstance(node, yaml.MappingNode):
        raise ArticleError([Problem(path, 2, "两行 --- 之间不是“字段: 内容”的写法", WHY_BLOCK, FIX_BLOCK)])
    _refuse_aliases(node, path)
    return node


def _refuse_aliases(root: yaml.Node, path: PurePath) -> None:
    """YAML may name a value with & and repeat it with *, even inside itself; no field needs that."""
    seen: set[int] = set()
    pending: list[yaml.Node] = [root]
    while pending:
        node = pending.pop()
        if id(node) in seen:
            line = node.start_mark.line + 2
            what = "这里的值用 * 号引用了别处的值"
            raise ArticleError(
                [Problem(path, line, what, "没有字段需要引用", "把内容照写一遍；开头的 * 或 & 要加引号")]
            )
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            pending += node.value
        elif isinstance(node, yaml.MappingNode):
            pending += [it for pair in node.value for it in pair]


def _yaml_problem(error: yaml.YAMLError | RecursionError, block: str, path: PurePath) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 2 if mark else 2
    written = block.split("\n")[line - 2] if line - 2 < block.count("\n") + 1 else ""
    return Problem(
        path,
        line,
        f"这一行读不懂：{written.strip()[:40]}" if written.strip() else "这里读不懂",
        "两行 --- 之间要写成“字段: 内容”，冒号是英文冒号，后面空一格",
        '内容里有冒号、引号、井号或方括号时，用英文双引号括起来，例如 title: "集市：周六见"',
    )


def _repeated(node: yaml.MappingNode) -> Iterator[RepeatedField]:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            yield RepeatedField(str(key.value), key.start_mark.line + 2)
        seen.add(str(key.value))


def _repeated_problem(it: RepeatedField, path: PurePath) -> Problem:
    return Problem(path, it.line, f"“{it.field}”写了两次", "不知道该用哪一个", f"只留一行 {it.field}")


def _values(node: yaml.MappingNode) -> tuple[dict[str, Any], dict[str, int]]:
    """Each field's value, and its line in the file."""
    loader = yaml.SafeLoader("")
    values: dict[str, Any] = {}
    places: dict[str, int] = {}
    for key, value in node.value:
        name = str(key.value)
        if name not in values:
            values[name] = _construct(loader, value)
            places[name] = key.start_mark.line + 2
    return values, places


def _construct(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """The value of `node`; where YAML sees a tag or a date that cannot be, the text as it is written."""
    try:
        return loader.construct_object(node, deep=True)
    except (yaml.YAMLError, ValueError):
        return _Unreadable(str(node.value) if isinstance(node, yaml.ScalarNode) else "……")


class _Unreadable:
    """A value of no type that a field has, so that every field refuses it with what was written."""

    def __init__(self, written: str) -> None:
        self._written = written

    def __str__(self) -> str:
        return self._written
