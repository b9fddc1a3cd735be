"""Where a word beside the title leads tells a reporter from an account and from a column."""

from __future__ import annotations

import pytest

from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, page

STORY = f"<p>{PARAGRAPH}</p><p>{OTHER}</p>"


@pytest.mark.parametrize(
    ("facts", "source", "authors"),
    [
        ('<div>15:312026/05/03</div><div>槐时</div><div class=by><a href="/reporter/494">江一帆</a></div>',
         "", ("江一帆",)),
        ('<a href="/author/1">huaishu</a> • 2026年 5月 3日 下午1:37 • <a href="/category/jie">街巷话</a>',
         "", ("huaishu",)),
        ('<p>2026-05-03 13:37</p><p><a href="https://blog.x.example/u_15214">槐树里开发者</a></p>',
         "槐树里开发者", ()),
        ('<p>2026-05-03 13:37</p><p><a href="/user/help">关注</a></p>', "", ()),
        ('<p>2026-05-03 13:37 来源：槐树里日报</p><p><a href="/u/15214">街坊小满</a></p>', "槐树里日报", ()),
    ],
)  # fmt: skip
def test_where_a_name_leads(facts: str, source: str, authors: tuple[str, ...]) -> None:
    article = page(STORY, facts=facts)
    assert (article.source, article.authors) == (source, authors)


def test_an_account_far_from_any_date_is_none() -> None:
    share = "".join(f"<p>{name}</p>" for name in ("打印", "收藏", "繁体", "大字", "小字"))
    article = page(
        STORY, facts=f'<p>2026-05-03</p>{share}<p><a href="http://t.x.example/u/1">槐树里说客</a></p>'
    )
    assert article.source != "槐树里说客"


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ("【北京时间 2026年05月03日 15:33】", ("2026-05-03 15:33", "", ())),
        ("2026-05-03 HKT 19:37", ("2026-05-03 19:37", "", ())),
        ("五月 3rd, 2026", ("2026-05-03", "", ())),
        ("十一月 3rd, 2026", ("2026-11-03", "", ())),
        ("新聞圖片來源：槐樹里報 實際入稿日期： 2026-05-03", ("2026-05-03", "槐樹里報", ())),
        ("2026年05月03日 19:22 已有0人阅读 字号： | 复制链接 打印", ("2026-05-03 19:22", "", ())),
        ("发布于2026-05-03 14:53来自iPhone", ("2026-05-03 14:53", "", ())),
        ("2026-05-03 14:53 来自Android客户端", ("2026-05-03 14:53", "", ())),
        ("HSL中国·HSL 2026年05月03日 18:26 评论", ("2026-05-03 18:26", "HSL中国·HSL", ())),
        ("2026-05-03 09:46 来源: 作者: 手机版 点击: 次", ("2026-05-03 09:46", "", ())),
        ("記者： fanfan｜ 時間： May 3, 2026 | 留言", ("2026-05-03", "", ("fanfan",))),
        ("作者：admin 2026-05-03", ("2026-05-03", "", ())),
        ("编辑：fanfan 2026-05-03", ("2026-05-03", "", ())),
    ],
)
def test_lines_of_facts(facts: str, found: tuple[str, str, tuple[str, ...]]) -> None:
    article = page(STORY, facts=facts)
    assert (str(article.published), article.source, article.authors) == found


def test_a_day_in_brackets_and_a_programme_below_the_story() -> None:
    article = page(f"{STORY}<p class=page>(2026-05-03 20:00) 晚間新聞</p>")
    assert str(article.published) == "2026-05-03 20:00"
