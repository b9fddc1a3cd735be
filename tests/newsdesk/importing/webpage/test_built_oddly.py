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


def test_what_readers_write_in_boxes_of_a_modern_site_is_no_story() -> None:
    talk = "".join(
        f'<div class="comment__item"><a href="/u/{at}">街坊{at}</a>2026-05-0{at} 15:16<p>{OTHER}</p></div>'
        for at in (4, 5, 6)
    )
    below = (
        '<div class="widget-interaction_container"><div>207</div><div>2人打赏</div></div>'
        f"<h3>全部讨论（80）</h3>{talk}"
    )
    article = page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>", below=below)
    assert body(article) == f"{PARAGRAPH}\n{OTHER}"


def test_hashtags_and_the_buttons_of_the_page_are_no_story() -> None:
    last = "<p>#集市 #旧书</p><p>分享工具</p><p>字級設定：小中大特</p><p>本文共分1页 当前是第 1 页 尾页</p>"
    assert body(page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>{last}")) == f"{PARAGRAPH}\n{OTHER}"


def test_a_short_title_is_no_author() -> None:
    article = READERS[".html"](
        "<html><head><title>梅雨-槐树里网</title><meta name=ArticleTitle content=梅雨>"
        "</head><body><h3>梅雨</h3><p>2026-05-03 来源：槐树里报</p>"
        f"<p>{PARAGRAPH}</p><p>{OTHER}</p></body></html>".encode()
    )
    assert (article.title, article.authors) == ("梅雨", ())


def test_broadcasters_say_below_the_story_who_reported() -> None:
    for line in ("槐树里电视台江一帆、林小满槐荫采访报道。", "槐树里廣播電台江一帆報導"):
        article = page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p><p>{line}</p>")
        assert article.authors[0] == "江一帆"
        assert line not in body(article)
    assert page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p><p>槐树里电视台今天在现场报道。</p>").authors == ()
