"""A title and a day -> the text of a new story, with every other field shown as a comment to fill in."""

from __future__ import annotations

import datetime as dt

from article import document
from article.document import Document
from article.front_matter import FrontMatter, Status, guide

BODY = """在这里写第一段：什么时候、什么地方、谁、做了什么。段落之间空一行。

## 小标题这样写

正文。图片放在 content/images 里，这样写：

`![说明图上有什么](/images/fair.svg "图片下面的一行字")`
"""

HOW = "写好后把 status 那一行的 draft 改成 published；要用下面的字段，就删掉行首的 # 和空格。"


def new_story(title: str, day: dt.date, category: str = "") -> str:
    """The text of a new draft; it passes the check as it is."""
    front_matter = FrontMatter(title=title, date=day, category=category, status=Status.DRAFT)
    text = document.format(Document(front_matter, BODY))
    block, _, body = text.removeprefix("---\n").partition("---\n")
    given = {line.partition(":")[0] for line in block.splitlines()}
    hints = [
        f"# {name}: {_example(name)}  # {write.meaning}"
        for name, write in guide().items()
        if name not in given
    ]
    return "---\n" + block + "\n".join([f"# {HOW}", *hints]) + "\n---\n" + body


def _example(name: str) -> str:
    """The example of a field as YAML, so that it is right when the # is taken away."""
    example = guide()[name].example
    needs_quotes = name not in ("authors", "tags", "related", "date", "modified", "status")
    return f'"{example}"' if needs_quotes else example
