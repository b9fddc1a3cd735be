"""The site's own name is the source where nothing beside the story names one, and a person is asked."""

from __future__ import annotations

import pytest

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import Confidence
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE


@pytest.mark.parametrize(
    ("title", "head", "source"),
    [
        (f"{TITLE}_社区新闻_槐树里网", "", "槐树里网"),
        (f"{TITLE} - 社區新聞 - 槐樹里日報", "", "槐樹里日報"),
        (f"{TITLE} | 政治 | 槐樹社 CNA", "", "槐樹社 CNA"),
        (f"{TITLE}｜即時｜槐樹里新聞網", "", "槐樹里新聞網"),
        (f"槐树里电子报 - {TITLE}", "", "槐树里电子报"),
        (f"{TITLE}-槐树里-槐树里在线-街巷", "", "槐树里在线"),
        (f"{TITLE}_国内新闻", "", ""),
        (f"{TITLE}-校史网", "", ""),
        (f"{TITLE}_社区首页", "", ""),
        (TITLE, "", ""),
        (TITLE, '<meta property="og:site_name" content="槐树里街坊">', "槐树里街坊"),
        (f"{TITLE} - 槐树里网", f'<meta property="og:site_name" content="{TITLE} - 槐树里网">', "槐树里网"),
        (TITLE, '<script type="application/ld+json">{"headline": "' + TITLE + '", "publisher": '
         '{"name": "槐树里日报"}}</script>', "槐树里日报"),
    ],
)  # fmt: skip
def test_the_site_is_named_by_machines_alone(title: str, head: str, source: str) -> None:
    page = f"<html><head><title>{title}</title>{head}</head><body><h1>{TITLE}</h1>"
    article = READERS[".html"](f"{page}<p>{PARAGRAPH}</p><p>{OTHER}</p></body></html>".encode())
    assert article.source == source
    assert all(it.confidence is Confidence.UNSURE for it in article.evidence if it.field == "source")


def test_a_source_that_readers_see_is_the_source() -> None:
    page = f"<html><head><title>{TITLE}_槐树里网</title></head><body><h1>{TITLE}</h1><p>来源：街坊日报</p>"
    article = READERS[".html"](f"{page}<p>{PARAGRAPH}</p><p>{OTHER}</p></body></html>".encode())
    assert article.source == "街坊日报"
