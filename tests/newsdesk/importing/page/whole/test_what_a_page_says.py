"""cases.md: a page as it was copied -> its fields, and whether its text is the story and nothing else.

`（正文）` stands for the three paragraphs of STORY.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from newsdesk.importing.imported import ImportedArticle
from newsdesk.importing.page.article import article_of
from tests.cases import Case

STORY = (
    "三号院的小广场上，一大早就支起了三十二个摊位。周六上午，槐树里社区的第一场春季集市在这里开张，居民们带来旧书、绿植和点心，热热闹闹地忙了一天。",
    "“以前院子里冷冷清清，现在大家都愿意下楼了。”住在二号楼的居民贺阿姨说，她带来的二十盆绿萝不到一小时就换完了。",
    "社区工作人员介绍，集市今后每月举办一次，摊位由居民报名轮流摆，卖旧物所得的一半会放进互助基金，用来帮助院里的困难老人。",
)


def test_what_a_page_says(case: Case, check: Callable[[str], None]) -> None:
    page = case.given.replace("（正文）", "\n".join(STORY))
    check("".join(f"{line}\n" for line in said(article_of(page), whole=all(line in page for line in STORY))))


def said(article: ImportedArticle, *, whole: bool) -> Iterator[str]:
    fields = {
        "引题": article.kicker,
        "标题": article.title,
        "副题": article.subtitle,
        "栏目": article.column,
        "时间": str(article.published or ""),
        "来源": article.source,
        "编辑": article.editor,
        "作者": "、".join(article.authors),
        "摘要": article.summary,
    }
    yield from (f"{name} {value}" for name, value in fields.items() if value)
    lines = [line for line in html.unescape(article.markdown).splitlines() if line]
    if whole and tuple(lines) == STORY:
        yield "正文 完整"
    elif whole:
        yield from (f"正文多了 {line}" for line in lines if line not in STORY)
        yield from (f"正文少了 {line}" for line in STORY if line not in lines)
