"""A page's HTML -> refused where one tag has more attributes than the parser can bear.

For each attribute of a tag the parser looks through all that stand before it: 50,000 take it a minute.
"""

from __future__ import annotations

import re

from newsdesk.importing.imported import NotImportedError

MOST = 2_000
"""Attributes of one tag; a page has a dozen."""

TAG = re.compile(r"<[a-z][^\s/>]*", re.I)
ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")


def refuse_many_attributes(text: str) -> None:
    """Raises NotImportedError. Each place of the text is looked at once, however the tags are written."""
    at = 0
    while tag := TAG.search(text, at):
        at, count = tag.end(), 0
        while attribute := ATTRIBUTE.match(text, at):
            at, count = attribute.end(), count + 1
            if count > MOST:
                raise NotImportedError(
                    "网页里有写坏的标签，没有打开",
                    f"一个标签里写了 {MOST} 个以上的属性，正常的网页没有这样的",
                    "请在浏览器里打开网页，选中文章复制，粘贴到 .txt 文件里再导入",
                )
