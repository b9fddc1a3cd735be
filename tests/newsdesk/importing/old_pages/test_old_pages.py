"""cases.md: pages in the layouts of Chinese sites since 2005, invented -> what is read on them.

Words in （） stand for parts that most of them have: title, paragraphs, menu, other stories, the page's foot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle
from tests.cases import Case
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE, body, headings

THIRD = "槐树里的集市从早上九点一直热闹到下午四点，收摊的时候，孩子们还舍不得走，围着旧书摊问下一回是哪天。"
SECTIONS = ("首页", "新闻", "社会", "国内", "国际", "体育", "娱乐", "财经", "科技", "论坛")
MENU = "".join(f"<a href='/{number}'>{word}</a> | " for number, word in enumerate(SECTIONS))
OTHERS = "".join(
    f"<li><a href='/n/{day}.html'>槐树里的另一条旧闻之{day}要看看</a> (2026-05-0{day} 10:00)</li>"
    for day in range(1, 5)
)
PARTS = {
    "（标题）": TITLE,
    "（第一段）": PARAGRAPH,
    "（第二段）": OTHER,
    "（第三段）": THIRD,
    "（菜单）": f"<div>{MENU}</div>",
    "（其他新闻）": f"<div>相关新闻</div><ul>{OTHERS}</ul>",
    "（页脚）": "<div>Copyright &copy; 2026 槐树里网 版权所有 京ICP备00000000号</div>",
}


def test_an_old_page(case: Case, check: Callable[[str], None]) -> None:
    html = case.given.replace("\n", "")
    for name, part in PARTS.items():
        html = html.replace(name, part)
    check("".join(f"{line}\n" for line in said(READERS[".html"](html.encode("gb18030")))))


def said(article: ImportedArticle) -> Iterator[str]:
    """Its fields and the story, with the names of its parts."""
    fields = {
        "标题": article.title,
        "时间": str(article.published or ""),
        "来源": article.source,
        "编辑": article.editor,
        "作者": " ".join(article.authors),
        "图片": " ".join(it.source for it in article.images),
        "小标题": " ".join(headings(article)),
    }
    yield from (f"{name} {value}" for name, value in fields.items() if value)
    text = body(article)
    for name, part in PARTS.items():
        text = text.replace(part, name)
    yield from text.split("\n")
