"""The code's own facts -> the pages of docs/ that are made from them. `--check` only says which are stale."""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path

from article.front_matter import FrontMatter, guide

DOCS = Path(__file__).parent.parent / "docs"


def front_matter_page() -> str:
    """docs/front-matter.md: every field, from article/front_matter.py."""
    rows = [
        f"| `{field.name}` | {guide()[field.name].meaning} | {guide()[field.name].rule} "
        f"| `{field.name}: {guide()[field.name].example}` |"
        for field in fields(FrontMatter)
    ]
    return "\n".join(
        [
            "# 稿件开头的字段",
            "",
            "<!-- 由 make docs 根据 article/front_matter.py 生成，请不要手改 -->",
            "",
            "每篇稿件的文件以两行 `---` 夹着的字段开头，下面空一行写正文。"
            "`title` 和 `date` 必须写（草稿可以先不写日期），其余的需要才写。",
            "",
            "| 字段 | 是什么 | 怎么写 | 例子 |",
            "|---|---|---|---|",
            *rows,
            "",
            "几条规矩：",
            "",
            "- 冒号是英文冒号，后面空一格。内容里有英文冒号、引号、井号或方括号时，整段用英文双引号括起来。",
            "- 日期是北京时间。写将来的日期，稿件会等到那时才出现在网站上。",
            "- 网址就是文件的位置：`content/news/2026/spring-fair.md` 的网址是 `/news/2026/spring-fair/`。"
            "所以没有网址字段；发布以后不要改文件名。",
            "- 没有列在这里的字段、写了两次的字段、不可能的日期，`make check` 都会指出在第几行、怎么改。",
            "",
        ]
    )


PAGES = {"front-matter.md": front_matter_page}


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check name those that are stale."""
    stale = [name for name, page in PAGES.items() if _written(name) != page()]
    for name in stale:
        if "--check" in arguments:
            print(f"docs/{name} is not what the code says: run `make docs` and commit it")
        else:
            (DOCS / name).write_text(PAGES[name](), encoding="utf-8")
            print(f"docs/{name} written")
    return 1 if stale and "--check" in arguments else 0


def _written(name: str) -> str:
    file = DOCS / name
    return file.read_text(encoding="utf-8") if file.is_file() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
