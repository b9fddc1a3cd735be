"""The headings of a story -> [Problem], each note in braces that would be printed or leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from article.heading_ids import Ids, old_ids
from article.heading_notes import LIST, NAMED, SHORT, WAS, Item, items
from article.plain_text import plain_text
from article.problem import Problem
from newsdesk.checking.source import Source

HASHES = re.compile(r"[ >]*(?:(?:[-*+]|\d+[.)]) +)?#{1,6}")
UNDERLINE = re.compile(r"(?:=+|-+) *")
LINKED = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
FOOTNOTE = re.compile(r"\[\^[^\]]*\]")

_NAME = rf"(?<![\w-])(?:(?i:{SHORT}|{WAS})\s*[=＝:：]|[A-Za-z][\w-]*\s*[=＝]\s*[\"“”＂'‘’「])"
WRITTEN = re.compile(rf"(?<!\\)[{{｛](?P<inside>[^{{}}｛｝]*?{_NAME}[^{{}}｛｝]*)[}}｝]?")
"""What looks like a note, wherever it stands in a heading."""

IN_TEXT = re.compile(rf"(?<!\\)[{{｛]\s*(?:{SHORT}|{WAS})[=＝][\"“”＂][^{{}}｛｝]*[}}｝]")
"""A note where no heading is."""

NAMES = re.compile(rf"(?<!\S){NAMED}")
_QUOTES = "\"“”＂'‘’「」"
ONE = re.compile(
    rf"([A-Za-z][\w-]*)\s*[=＝:：]\s*[{_QUOTES}]*([^{_QUOTES}=＝]*?)[{_QUOTES}]*"
    r"(?=\s+(?:[#.]|[A-Za-z][\w-]*\s*[=＝:：])|\s*$)"
)
"""One note between the braces, as it may have been meant."""

WHY_PRINTED = "它会原样印在网页上，小标题后面的还会进目录和网址"
WHY_USELESS = "以前的链接到不了这个小标题"


@dataclass(frozen=True)
class Head:
    """One heading, at its line (from 1). `written` follows the marks; `notes` are taken off `text`."""

    line: int
    written: str
    text: str
    notes: tuple[Item, ...]

    @property
    def id(self) -> str:
        """The one that its writer gave, or ""."""
        return next((it.value for it in self.notes if it.kind == "#"), "")

    @property
    def was(self) -> list[str]:
        return list(dict.fromkeys(it.value for it in self.notes if it.kind == WAS))


def headings(story: Source, prose: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    """`prose` are the numbered lines of the story's body without code."""
    if not any("{" in line or "｛" in line for _, line in prose):
        return
    heads = []
    for number, line in prose:
        head = _head(story, number, line)
        if head:
            heads.append(head)
            yield from _printed(story, head)
        elif not line.startswith(("    ", "\t")) and (noted := IN_TEXT.search(line)):
            what = f"“{noted[0]}”不在小标题的末尾"
            fix = "移到小标题那一行的末尾；要照字面印出来，就在前面加一个反斜线 \\"
            yield Problem(story.path, number, what, WHY_PRINTED, fix)
    yield from _useless(story, heads)


def _head(story: Source, number: int, line: str) -> Head | None:
    hashes = HASHES.match(line)
    lines = story.lines
    below, above = "".join(lines[number : number + 1]), lines[number - 2] if number > 1 else ""
    is_underlined = bool(line.strip() and UNDERLINE.fullmatch(below)) and not above.strip()
    if not hashes and not is_underlined:
        return None
    written = (line[hashes.end() :].rstrip().rstrip("#") if hashes else line).strip()
    found = LIST.search(written)
    text = written[: found.start()] if found else written
    return Head(number, written, text, tuple(items(found[1])) if found else ())


def _printed(story: Source, head: Head) -> Iterator[Problem]:
    for it in WRITTEN.finditer(head.text):
        what, fix = _fault(it["inside"], is_last=head.written.endswith(it[0]))
        yield Problem(story.path, head.line, f"小标题里的“{it[0]}”{what}", WHY_PRINTED, fix)


def _fault(inside: str, is_last: bool) -> tuple[str, str]:
    """What is wrong with a note, and how it is written."""
    said = ONE.findall(inside)
    unknown = [name for name, _ in said if name not in (SHORT, WAS)]
    notes = (f'{name}="{value.strip() or "……"}"' for name, value in said if name in (SHORT, WAS))
    right = " ".join([*NAMES.findall(inside), *notes])
    if unknown:
        return f"：没有“{unknown[0]}”这种写法", '改成 {short="目录里的短题"} 或 {was="以前的小标题"}'
    if not is_last:
        return "不在行尾", f"移到小标题的末尾：{{{right}}}"
    return "写得不对：要有花括号，等号后面的字要放在引号里", f"写成 {{{right}}}"


def _useless(story: Source, heads: Sequence[Head]) -> Iterator[Problem]:
    """Old titles whose links go to another heading, or to nothing more than before."""
    names = Ids(()).for_all([it.id for it in heads], [_plain(it.text) for it in heads])
    now = dict(zip(names, heads, strict=True))
    before: dict[str, Head] = {}
    for head in heads:
        for title in head.was:
            for old in old_ids(title):
                other = now.get(old) or before.setdefault(old, head)
                if other is not head or old in now:
                    yield _taken(story, head, title, other, is_now=old in now)
                    break


def _taken(story: Source, head: Head, title: str, other: Head, is_now: bool) -> Problem:
    """`title` of one heading leads to another, or is the one that this has."""
    if other is head:
        what = f"was 里的“{title}”就是这个小标题现在的名字"
        return Problem(
            story.path, head.line, what, "这一项没有用处", f'写改名以前的小标题，或删掉 was="{title}"'
        )
    if is_now:
        what = f"was 里的“{title}”是第 {other.line} 行的小标题现在的名字"
        fix = f'删掉 was="{title}"；要让旧链接到这里，就给第 {other.line} 行的小标题换一个名字'
    else:
        what = f"was 里的“{title}”在第 {other.line} 行已经写过"
        fix = "只留在一个小标题后面：旧链接只能到一处"
    return Problem(story.path, head.line, what, WHY_USELESS, fix)


def _plain(written: str) -> str:
    """A heading's text as Markdown -> as its reader sees it, near enough: marks are in no id."""
    return plain_text(LINKED.sub(r"\1", FOOTNOTE.sub("", written)))
