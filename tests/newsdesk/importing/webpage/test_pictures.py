"""Pictures are kept with their real address, alt text and caption; icons and advertisements are not."""

from __future__ import annotations

import email.message
import email.policy

import pytest

from newsdesk.importing.formats import READERS
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE, page


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
        ('<img src="sg_trans.gif" real_src="a.jpg">', "a.jpg"),
        ('<img src="none.gif" zoomfile="a.jpg" file="small.jpg">', "a.jpg"),
    ],
)
def test_the_real_address_is_taken(image: str, source: str) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p>{image}</p><p>{OTHER}</p>")
    assert [it.source for it in article.images] == [source]


@pytest.mark.parametrize(
    ("image", "saved"),
    [
        ('<img data-src="https://x.example/640" src="./x_files/640">', "./x_files/640"),
        ('<img data-src="https://x.example/640" src="x_files/blank.gif">', ""),
        ('<img data-src="https://x.example/640" src="data:image/png;base64,R0lG">', ""),
        ('<img data-src="https://x.example/640" src="//x.example/640?w=1">', ""),
        ('<img src="./x_files/640">', ""),
    ],
)
def test_what_a_browser_saved_is_kept_beside_the_real_address(image: str, saved: str) -> None:
    (found,) = page(f"<p>{PARAGRAPH}</p><p>{image}</p><p>{OTHER}</p>").images
    assert found.saved == saved
    assert found.source.endswith("640")


@pytest.mark.parametrize(
    "image",
    [
        '<img src="a.jpg" width="18" height="16">',
        '<img src="/images/icon_share.png">',
        '<img src="about:blank">',
        '<a href="https://shop.example/"><img src="sale.jpg"></a><p><a href="https://shop.example/">点进来看看今天的特价</a></p>',
    ],
)
def test_what_shows_nothing_of_the_story_is_left_out_and_told(image: str) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p>{image}</p><p>{OTHER}</p>")
    assert article.images == ()
    assert [it for it in article.problems if it.startswith("原文里有 1 张图片没有放进稿件：")]


def test_what_is_left_out_is_told_by_name_and_reason() -> None:
    images = (
        "<img src=icon_a.png><img src=/x/logo.gif><img src=b.jpg width=20 height=9><img data-src=about:blank>"
    )
    told = page(f"<p>{PARAGRAPH}</p><p>{images}</p><p>{OTHER}</p>").problems
    assert told[0] == (
        "原文里有 4 张图片没有放进稿件：icon_a.png、logo.gif（看名字是图标、按钮、分隔线或关注用的二维码）；"
        "b.jpg（只有 20×9 像素，是小图标）；没有名字的图片（网页里只有占位图，没有图片的地址）。"
        "请对照原文看看，需要时另外添加。"
    )
    assert not page(f"<p>{PARAGRAPH}</p><p><img src=c.gif width=1 height=1></p><p>{OTHER}</p>").problems
    hidden = '<p style="display:none"><img src=a.jpg></p>'
    assert not [it for it in page(f"<p>{PARAGRAPH}</p>{hidden}<p>{OTHER}</p>").problems if "图片" in it]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("line-dance.png", True),
        ("share-bike.png", True),
        ("baoming-ewm.png", True),
        ("dotted-path.jpg", True),
        ("end-of-summer.jpg", True),
        ("%E6%91%8A%E4%BD%8D_line.png", True),
        ("deadline.png", True),
        ("line_01.png", False),
        ("share_weixin.png", False),
        ("shareIcon.png", False),
        ("qrcode.jpg?x=1", False),
        ("qrcode_for_gh_0a1b_258.jpg", False),
        ("QRCode2.png", False),
        ("icon-fair.png", False),
        ("top_logo.gif", False),
    ],
)
def test_a_picture_is_judged_by_whole_words_of_its_name(source: str, kept: bool) -> None:
    story = f"<p>{PARAGRAPH}</p><p><img src={source}></p><p>{OTHER}</p>"
    assert bool(page(story).images) is kept
    assert page(story.replace("<img", "<img width=640 height=360")).images or "qrcode_for_gh" in source


ASKS = "想摆摊的居民可以用手机扫码登记摊位，也可以到居委会一楼，找秦风或者江一帆填表，五月底截止。"
SCANNED = f"<p>{ASKS}</p><p><img src=qr.png></p>"


def test_a_code_that_the_story_asks_to_scan_is_part_of_it() -> None:
    assert page(f"<p>{PARAGRAPH}</p>{SCANNED}<p>{OTHER}</p>").images
    assert page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>{SCANNED}<p>欢迎关注槐树里公众号</p>").images
    assert not page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p><p>长按二维码关注我们</p><p><img src=a.png></p>").images


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [
        ("点击上方蓝字关注我们", "", True),
        ("点击上方蓝字关注我们", "<p>图为集市现场</p>", True),
        ("长按二维码关注我们", "<p>图为集市现场</p>", True),
        ("长按二维码关注我们", "", False),
    ],
)
def test_the_first_photo_below_an_invitation_is_a_photo(above: str, below: str, kept: bool) -> None:
    story = f"<p>{above}</p><p><img src=a.jpg></p>{below}<p>{PARAGRAPH}</p><p>{OTHER}</p>"
    html = f"<h1 id=activity-name>{TITLE}</h1><div id=js_content>{story}</div>mp.weixin.qq.com"
    assert bool(READERS[".html"](html.encode()).images) is kept


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
        (f'<div class="leftphotoimg"><a href="/photo/1">{LEAD}</a></div>', ""),
        (f'<div class="img">{LEAD}<p>街坊们在老槐树下看旧书。</p></div>', "街坊们在老槐树下看旧书。"),
        (
            f"<div align=center>{LEAD}</div><div align=center>集市。本报记者 苏禾 攝</div>调整字體︰大 中 小",
            None,
        ),
        (f'<div class="slideshow-image">{LEAD}</div><p>圖片 1 / 2</p>', None),
    ],
)
def test_a_photo_above_the_story_in_a_box_of_its_own_belongs_to_it(above: str, caption: str | None) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>", facts=f"2026-05-03 09:26</div>{above}<div>")
    assert [it.source for it in article.images] == ["lead.jpg"]
    assert caption in (None, article.images[0].caption)
    assert article.markdown.startswith("![")
    assert not article.summary


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


STORED = '<img src="/2026/0503/lead.jpg">'


@pytest.mark.parametrize("box", ["<div>{}</div>", "<td>{}</td>", '<p align="center">{}</p>'])
def test_a_photo_that_is_stored_by_its_day_may_stand_above_the_story_in_any_box(box: str) -> None:
    above = box.format(STORED)
    article = page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>", facts=f"2026-05-03 09:26</div>{above}<div>")
    assert [it.source for it in article.images] == ["/2026/0503/lead.jpg"]


def test_a_photo_above_the_summary_comes_first() -> None:
    above = f'<div class="news-banner">{STORED}</div><div class="news-summary">街坊们说，以后要常办。</div>'
    article = page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>", facts=f"2026-05-03 09:26</div>{above}<div>")
    assert article.summary == "街坊们说，以后要常办。"
    assert article.markdown.startswith("![")


@pytest.mark.parametrize(
    "below",
    [
        f'<p>完</p><p>2026年5月3日</p><div id="photos"><a href="1.htm">{STORED}</a></div>',
        f"<div><p>{STORED}</p></div>",
    ],
)
def test_photos_right_below_the_story_belong_to_it(below: str) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>", below=below)
    assert [it.source for it in article.images] == ["/2026/0503/lead.jpg"]


@pytest.mark.parametrize(
    "below",
    [
        '<div><img src="/images/fans.jpg"></div>',
        '<div><img src="/images_2026/erweima.jpg" width="640" height="200"></div>',
        f'<div class="pic"><a href="/n/2">{STORED}</a><br><a href="/n/2">槐树里的另一件事</a></div>',
        f'<p>责任编辑：林小满</p><div class="pic">{STORED}</div>',
        '<div class="pic"><img src="/ad/2026/0503.jpg"></div>',
        '<div class="pic"><img src="/2026/0503/a.jpg" width="600" height="110"></div>',
    ],
)
def test_other_pictures_below_a_story_are_none_of_it(below: str) -> None:
    assert page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>", below=below).images == ()


@pytest.mark.parametrize(
    "image",
    [
        '<img src="/news/news_share_facebook.gif">',
        '<img src="/news/news_print.gif" alt="列印新聞">',
        '<img src="/i/translate.gif">',
        '<img src="/i/bigger.gif">',
        '<img src="/i/a7.gif" alt="facebook">',
        '<img src="//xavatar.x.example/c/2026/1624.jpg">',
        '<img src="//x.example/gravatar/edf2d76be161?s=60">',
        '<img src="//x.example/c/2026/1624.jpg!80x80.jpg">',
    ],
)
def test_buttons_and_portraits_below_the_text_are_no_pictures_of_it(image: str) -> None:
    assert page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p><p>{image}</p>").images == ()


@pytest.mark.parametrize(
    "image",
    [
        '<img src="/2026/05/03/share-bike.jpg">',
        '<img src="/2026/05/03/market_640x480.jpg">',
        '<img src="/2026/05/03/1.jpg" alt="槐树里的旧书摊" width=600>',
        '<img src="/2026/05/03/print.jpg" width=600 height=400>',
    ],
)
def test_photos_with_names_like_buttons_stay(image: str) -> None:
    assert len(page(f"<p>{PARAGRAPH}</p><p>{image}</p><p>{OTHER}</p>").images) == 1
