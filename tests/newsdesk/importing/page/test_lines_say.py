"""cases.md: each line by itself -> what it says, before the lines around it are known."""

from __future__ import annotations

from collections.abc import Callable

from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import lines_of
from newsdesk.importing.page.look import Look, look
from tests.cases import Case


def test_what_a_line_says(case: Case, check: Callable[[str], None]) -> None:
    check("".join(f"{said(look(line))}\n" for line in lines_of(case.given)))


def said(it: Look) -> str:
    """`来源 槐树里日报 ~ 删 打印`, 段落, 文字, or why the line is cut."""
    if it.junk:
        return f"删：{it.junk.sort.value}" + ("（正文到此为止）" if it.junk.ends_body else "")
    facts = it.meta or it.byline
    if facts:
        return " ~ ".join(map(fact, facts))
    return "段落" if it.is_paragraph else "文字"


def fact(found: Found) -> str:
    value = str(found.when or ("算不出" if found.field in ("date", "modified") else found.value))
    sure = {"high": "", "likely": "?", "unsure": "??"}[found.confidence.value]
    return f"{found.field or '删'} {value}{sure}"
