"""Pictures are kept with their real address, alt text and caption; icons and advertisements are not."""

from __future__ import annotations

import email.message
import email.policy

import pytest

from newsdesk.importing.formats import READERS
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, page


@pytest.mark.parametrize(
    ("image", "source"),
    [
        ('<img src="http://x.example/a.jpg">', "http://x.example/a.jpg"),
        ('<img src="/blank.gif" data-src="//x.example/a.jpg">', "//x.example/a.jpg"),
        ('<img src="data:image/gif;base64,R0lG" data-original="a.jpg">', "a.jpg"),
        ('<img src="loading.gif" data-lazy-src="a.png?w=1">', "a.png?w=1"),
        ('<img srcset="a.jpg 1x, b.jpg 2x">', "b.jpg"),
        ('<img src="spacer.gif"><noscript><img src="a.jpg"></noscript>', "a.jpg"),
        ('<img src="page_files/a.jpg">', "page_files/a.jpg"),
        ('<img src="a.jpg" data-src="lazy">', "lazy"),
    ],
)
def test_the_real_address_is_taken(image: str, source: str) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p>{image}</p><p>{OTHER}</p>")
    assert [it.source for it in article.images] == [source]


@pytest.mark.parametrize(
    "image",
    [
        '<img src="a.jpg" width="16" height="16">',
        '<img src="/images/icon_share.png">',
        '<img src="about:blank">',
        '<a href="https://shop.example/"><img src="sale.jpg"></a><p><a href="https://shop.example/">点进来看看今天的特价</a></p>',
    ],
)
def test_what_shows_nothing_of_the_story_is_left_out(image: str) -> None:
    assert page(f"<p>{PARAGRAPH}</p><p>{image}</p><p>{OTHER}</p>").images == ()


@pytest.mark.parametrize(
    ("below", "caption"),
    [
        ("<p>图为集市现场。</p>", "图为集市现场。"),
        ("<p>▲居民挑选旧书</p>", "▲居民挑选旧书"),
        ("<p>晚上的集市。苏禾 摄</p>", "晚上的集市。苏禾 摄"),
        ('<p class="pic-desc">晚上的集市</p>', "晚上的集市"),
        ('<p style="text-align:center">晚上的集市</p>', "晚上的集市"),
        ("<p>图片来源：槐树里日报</p>", "图片来源：槐树里日报"),
        ("<p><b>灯下的摊位</b></p>", ""),
        (f"<p>{OTHER}</p>", ""),
        ("<p>大家都很高兴。</p>", ""),
    ],
)
def test_captions(below: str, caption: str) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p><img src=a.jpg></p>{below}<p>{OTHER}</p><p>{PARAGRAPH}</p>")
    assert [it.caption for it in article.images] == [caption]


def test_an_alt_text_that_says_the_title_says_nothing() -> None:
    article = page(
        f"<p>{PARAGRAPH}</p><img src=a.jpg alt=槐树里办起春季集市><img src=b.jpg alt=摊位><p>{OTHER}</p>"
    )
    assert [it.alt for it in article.images] == ["", "摊位"]


def test_a_page_saved_as_one_file_brings_its_pictures() -> None:
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    html = f"<html><body><h1>槐树里办起春季集市</h1><p>{PARAGRAPH}</p><img src='https://x.example/a.png'><p>{OTHER}</p>"
    message.set_content(html, subtype="html")
    message.add_related(b"\x89PNG...", "image", "png", headers=["Content-Location: https://x.example/a.png"])
    article = READERS[".mhtml"](message.as_bytes())
    assert article.title == "槐树里办起春季集市"
    assert [(it.source, it.data) for it in article.images] == [("https://x.example/a.png", b"\x89PNG...")]


LEAD = '<img src="lead.jpg">'


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        (f"<figure>{LEAD}<figcaption>居民在老槐树下挑选旧书</figcaption></figure>", "居民在老槐树下挑选旧书"),
        (
            f'<div class="image">{LEAD}<p class="caption">集市从清早热闹到傍晚。</p></div>',
            "集市从清早热闹到傍晚。",
        ),
        (f'<ul class="share"><li>分享</li></ul><div class="photo">{LEAD}</div>', ""),
    ],
)
def test_a_photo_above_the_story_in_a_box_of_its_own_belongs_to_it(above: str, caption: str) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>", facts=f"2026-05-03 09:26</div>{above}<div>")
    assert [(it.source, it.caption) for it in article.images] == [("lead.jpg", caption)]
    assert article.markdown.startswith("![")


@pytest.mark.parametrize(
    "above",
    [
        f'<div class="author-avatar img">{LEAD}</div><div>2026-05-03</div>',
        '<div class="photo"><img src="lead.jpg" width="120"></div>',
        f'<div class="photo">{LEAD}</div><p>街坊们说说</p><p>社区办事指南</p>',
        f"<div>{LEAD}</div>",
    ],
)
def test_other_pictures_above_a_story_are_none_of_it(above: str) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>", facts=f"</div>{above}<div>")
    assert article.images == ()
