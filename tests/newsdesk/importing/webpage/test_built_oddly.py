"""Stories on pages that are built oddly: inside a link, below a caption, under a window title of the site."""

from __future__ import annotations

from newsdesk.importing.formats import READERS
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE, body, page


def test_a_link_around_the_whole_story_is_none() -> None:
    story = (
        f"{PARAGRAPH}<br><br>{OTHER}<br><br>{PARAGRAPH}再来。<br><br>{OTHER}真好。<br><br>{PARAGRAPH}明年见。"
    )
    article = page(f'<a href="full.html">{story}</a>')
    assert body(article).startswith(PARAGRAPH)
    assert "full.html" not in article.markdown


def test_a_caption_above_a_list_is_not_the_story() -> None:
    caption = "槐树里三号院，居民在小广场上挑选旧书。集市今年办到第三年，来了许多人。图：江一帆/槐树里网"
    others = "".join(f'<dd><a href="/{at}">{TITLE}的第{at}篇旧闻</a></dd>' for at in range(8))
    article = page(
        f"<div><p>{PARAGRAPH}{OTHER}</p></div><div><p>{OTHER}</p></div>",
        facts=f'<dl><dt><img src="/2026/05/03/1.jpg"></dt><dd>{caption}</dd></dl><dl>{others}</dl>',
    )
    assert body(article) == f"{PARAGRAPH}{OTHER}\n{OTHER}"


def test_the_sites_name_in_the_window_is_no_title() -> None:
    story = f"<table><tr><td>{TITLE}</td></tr><tr><td><p>{PARAGRAPH}</p><p>{OTHER}</p></td></tr></table>"
    article = READERS[".html"](
        "<html><head><title>槐树里电视台 新闻网</title>"
        '<meta property="og:title" content="槐树里新闻"><meta property="og:site_name" content="槐树里新闻">'
        f'</head><body><div><a href="/">槐树里新闻</a> / 街巷</div>{story}</body></html>'.encode()
    )
    assert article.title == TITLE
