"""Facts beside a story: the visible before the stated, and never someone else's."""

from __future__ import annotations

import pytest

from newsdesk.importing.draft import drafted
from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, page

TEXT = f"<p>{PARAGRAPH}</p><p>{OTHER}</p>"


def said(article: ImportedArticle) -> tuple[str, str, str, tuple[str, ...]]:
    return str(article.published or ""), article.source, article.editor, article.authors


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ("2026-05-03 09:26 来源：<a>槐树里日报</a>", ("2026-05-03 09:26", "槐树里日报", "", ())),
        ("<p>来源：</p><p>槐树里日报</p>", ("", "槐树里日报", "", ())),
        ("<span>2026</span> <span>05/03</span> <span>09:26:15</span>", ("2026-05-03 09:26", "", "", ())),
        ("<div>2026</div><div>05/03</div><div>09:26</div>", ("2026-05-03 09:26", "", "", ())),
        ("<span>发布时间：26-05-03</span><span>09:26</span>", ("2026-05-03 09:26", "", "", ())),
        (
            "<p>江一帆/槐树里日报</p><p>2026-05-03 09:26</p>",
            ("2026-05-03 09:26", "槐树里日报", "", ("江一帆",)),
        ),
        ('<p class="author-name">晚风里的树</p><p>2026-05-03</p>', ("2026-05-03", "晚风里的树", "", ())),
        ("2026-05-03 来源：槐树里日报（槐树里）", ("2026-05-03", "槐树里日报", "", ())),
        ("来源：“槐树里发布”微信公众号", ("", "槐树里发布", "", ())),
        (
            "发布日期：2026-05-03　信息来源：街道办　浏览次数：12　字号：[大 中 小]",
            ("2026-05-03", "街道办", "", ()),
        ),
        ("<ul><li><a href=1>豆瓣</a></li><li><a href=2>开心网</a></li></ul>", ("", "", "", ())),
        (
            "2026-05-03 09:26 槐樹里日報 記者江一帆／臺北報導",
            ("2026-05-03 09:26", "槐樹里日報", "", ("江一帆",)),
        ),
        ("槐樹里快訊／范姜小滿 2026-05-03", ("2026-05-03", "槐樹里快訊", "", ("范姜小滿",))),
        ("TNL中文站2026年5月3日09:26", ("2026-05-03 09:26", "TNL中文站", "", ())),
        ("本文来源于槐树里统计站 2026-05-03 09:26", ("2026-05-03 09:26", "槐树里统计站", "", ())),
        ("来源: 新华社 作者: 江一帆 选稿: 林小满", ("", "新华社", "林小满", ("江一帆",))),
        ("作者：Super User 2026-05-03", ("2026-05-03", "", "", ())),
        ("2026-05-03 第26,259号", ("2026-05-03", "", "", ())),
        ("作者：江一帆辑自《槐树里十年》（林小满编著）", ("", "", "", ("江一帆",))),
        ("来源：槐树里网 作者：槐树里小学江一帆", ("", "槐树里网", "", ("江一帆",))),
        ("来源：槐树里日报作者：责任编辑：林小满", ("", "槐树里日报", "林小满", ())),
        (
            "槐树里晚报 | 2026年05月03日09:26 | 记者 江一帆 | <a href=#c>评论（23）</a> <a>收藏</a>",
            ("2026-05-03 09:26", "槐树里晚报", "", ("江一帆",)),
        ),
        ("更新時間：14:25 2026-05-03 HKT　發佈時間：10:00 2026-05-03 HKT", ("2026-05-03 10:00", "", "", ())),
        ("2026-05-03 09:26槐树里晚报江一帆", ("2026-05-03 09:26", "槐树里晚报", "", ("江一帆",))),
        ("2026年05月03日09:26槐树里晚报[微博]", ("2026-05-03 09:26", "槐树里晚报", "", ())),
        (
            "来源：槐树里晚报 关键字：集市;街坊;摊位 作者： 2026-05-03 09:26",
            ("2026-05-03 09:26", "槐树里晚报", "", ()),
        ),
        ("2026-05-03 来源：槐树里晚报 [ 25968589 ] 25968589", ("2026-05-03", "槐树里晚报", "", ())),
        (
            "2026-05-03 来源：槐树里晚报 <a>手机看槐树里</a> <a>【街坊集市】</a>",
            ("2026-05-03", "槐树里晚报", "", ()),
        ),
        ("来源：槐树里晚报 我来说两句(12)", ("", "槐树里晚报", "", ())),
        ("来源：槐树里晚报<a>【评论0条】</a>", ("", "槐树里晚报", "", ())),
        ("来源：槐树里晚报 责任编辑：林小满 我要分享", ("", "槐树里晚报", "林小满", ())),
        ("来源：( 槐树里晚报 )", ("", "槐树里晚报", "", ())),
        ("【2026/05/03 09:26 報導 】", ("2026-05-03 09:26", "", "", ())),
        ("作者：【江一帆╱槐樹里報導】 | 2026年5月3日", ("2026-05-03", "", "", ("江一帆",))),
        ("2026-05-03 来源：<a><img src=logo.gif alt=槐树里晚报></a>", ("2026-05-03", "槐树里晚报", "", ())),
        ("来源：槐树里晚报 0 条评论", ("", "槐树里晚报", "", ())),
        ("来源：槐树里晚报（记者江一帆） 2026-05-03", ("2026-05-03", "槐树里晚报", "", ("江一帆",))),
        ("来源：本站原创 作者：江一帆 2026-05-03", ("2026-05-03", "", "", ("江一帆",))),
        ("来源：互联网 2026-05-03", ("2026-05-03", "", "", ())),
        ("编辑：林小满 <a>手机看新闻</a> <a>发给好友</a> 2026-05-03", ("2026-05-03", "", "林小满", ())),
        ("編輯：林小滿　<a>關閉本頁</a>", ("", "", "林小滿", ())),
        ("創作時間：2026-05-03 09:26 文／江一帆", ("2026-05-03 09:26", "", "", ("江一帆",))),
        (
            "2026-05-03 槐樹里日報 【記者江一帆／台北報導】",
            ("2026-05-03", "槐樹里日報", "", ("江一帆",)),
        ),
        (
            "【槐樹里日報╱記者江一帆／台北報導】 2026.05.03 03:31 pm",
            ("2026-05-03 15:31", "槐樹里日報", "", ("江一帆",)),
        ),
        (
            "槐樹里新聞 記者江一帆／台北報導 2026/05/03 08:31",
            ("2026-05-03 08:31", "槐樹里新聞", "", ("江一帆",)),
        ),
        ("字號：小 中 大 2026-05-03 08:31", ("2026-05-03 08:31", "", "", ())),
        ("时评人：江一帆 2026-05-03 08:31", ("2026-05-03 08:31", "", "", ("江一帆",))),
        ("2026-05-03　第03版：社区　槐树里日报", ("2026-05-03", "槐树里日报", "", ())),
        ("<dl><dt>日期</dt><dd>2026-05-03 09:26</dd></dl>", ("2026-05-03 09:26", "", "", ())),
        ("<div>09:26</div><div>2026-05-03</div>", ("2026-05-03 09:26", "", "", ())),
        ("<p>责任编辑：</p><p><a href='/n'>早市搬到东广场</a></p>", ("", "", "", ())),
    ],
    ids=range(51),
)
def test_facts_below_the_title(facts: str, found: tuple[str, str, str, tuple[str, ...]]) -> None:
    assert said(page(TEXT, facts=facts)) == found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("责任编辑：林小满_HS1024", ("", "", "林小满", ())),
        ("【责任编辑:林小满 】", ("", "", "林小满", ())),
        ("责任编辑：HS024", ("", "", "", ())),
        ("本文来源：槐树里日报 作者：江一帆 责任编辑：林小满", ("", "槐树里日报", "林小满", ("江一帆",))),
        ("编辑：林小满 电话：81234567", ("", "", "林小满", ())),
        ("供稿：社区图书角", ("", "社区图书角", "", ())),
        ("供稿：江一帆", ("", "", "", ("江一帆",))),
        ("编辑 林小满 校对 苏禾", ("", "", "林小满", ())),
        ("采写：本报记者 江一帆", ("", "", "", ("江一帆",))),
        ("文/槐树里网意见领袖专栏作家 江一帆", ("", "", "", ("江一帆",))),
        ("21世纪晚报记者 江一帆 北京报道", ("", "", "", ("江一帆",))),
        ("本文来自微信公众号：槐树里发布（ID：hsl），作者：江一帆", ("", "槐树里发布", "", ("江一帆",))),
        ("1.《集市记》，青年记者，江一帆 苏禾", ("", "", "", ())),
        ("（作者：江一帆北京大学经济学院教授）", ("", "", "", ("江一帆",))),
        ("作者：江一帆 槐树里社区工作者", ("", "", "", ("江一帆",))),
        ("圖、文／江一帆", ("", "", "", ("江一帆",))),
        ("（江一帆）", ("", "", "", ("江一帆",))),
        ("（完）", ("", "", "", ())),
        ("来源：新华社 编辑：林小满 分享 打印", ("", "新华社", "林小满", ())),
        (
            "<b>作者：</b></p><p>江一帆、苏禾</p><p>供稿单位：</p><p>槐树里文化站",
            ("", "槐树里文化站", "", ("江一帆", "苏禾")),
        ),
        ("来自福建", ("", "", "", ())),
        ("文/金桂网记者 江一帆 图/金桂网 苏禾", ("", "", "", ("江一帆",))),
        ("栏目主编：秦风 文字编辑：林小满 题图来源：视觉 图片编辑：苏禾", ("", "", "林小满", ())),
        ("这样的集市要常办！（评论员 江一帆 苏禾）", ("", "", "", ("江一帆", "苏禾"))),
    ],
    ids=range(24),
)
def test_facts_below_the_story(last: str, found: tuple[str, str, str, tuple[str, ...]]) -> None:
    assert said(page(f"{TEXT}<p>{last}</p>")) == found


META = '<meta property="{}" content="{}">'
SCRIPT = '<script>var p = {"pubDate": "2026-05-03T09:26:15", "n": {"pubDate": "2025-01-01 08:00"}}</script>'
LINKED = '<script type="application/ld+json">{"headline": "x", "datePublished": "2026-05-03"}</script>'


@pytest.mark.parametrize(
    ("head", "facts", "date"),
    [
        (META.format("article:published_time", "2026-05-03T01:26:00Z"), "", "2026-05-03 09:26"),
        (META.format("og:release_date", "2026-05-03T09:26:00+08:00"), "2026-05-03", "2026-05-03 09:26"),
        (META.format("pubdate", "2026-05-03 09:26"), "05-03 09:26", "2026-05-03 09:26"),
        (SCRIPT, "05-03 09:26", "2026-05-03 09:26"),
        (LINKED, "", "2026-05-03"),
        (META.format("pubdate", "2026-05-03 00:00:00"), "", "2026-05-03"),
        (META.format("pubdate", "2026-05-04 10:00"), "2026-05-03 09:26", "2026-05-03 09:26"),
        (META.format("article:modified_time", "2026-05-04 10:00"), "", ""),
    ],
    ids=range(8),
)
def test_a_stated_date_completes_the_visible_one(head: str, facts: str, date: str) -> None:
    assert str(page(TEXT, head=head, facts=facts).published or "") == date


def test_a_comment_writer_is_no_author_and_the_editor_neither() -> None:
    comments = "<p>作者：苏禾</p><p>江一帆 2026-05-04 10:00 发表</p>"
    below = f'<p>责任编辑：林小满</p><div class="comment-list">{comments}</div>'
    head = '<script type="application/ld+json">{"headline": "x", "author": {"name": "林小满"}}</script>'
    article = page(TEXT, below=below, head=head)
    assert (article.editor, article.authors, article.published) == ("林小满", (), None)


def test_an_author_that_only_machines_read_is_for_a_person_to_check() -> None:
    head = '<script type="application/ld+json">{"headline": "x", "author": [{"name": "江一帆"}]}</script>'
    article = page(TEXT, head=head)
    assert article.authors == ("江一帆",)
    assert any("江一帆" in problem for problem in article.problems)


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://x.example/a", "(https://x.example/a)"),
        ("mailto:a@x.example", "(mailto:a@x.example)"),
        ("/a(1).html", "(https://www.x.example/a%281%29.html)"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("#top", ""),
        ("file:///etc/passwd", ""),
        ("ftp://x.example/a", ""),
    ],
)
def test_links(href: str, kept: str) -> None:
    head = '<link rel="canonical" href="https://www.x.example/2026/1.html">'
    article = page(f'<p>{PARAGRAPH}<a href="{href}">名单</a>。</p><p>{OTHER}</p>', head=head)
    assert (f"[名单]{kept}。" if kept else "名单。") in article.markdown
    assert article.source_url == "https://www.x.example/2026/1.html"


def test_a_picture_between_a_label_and_its_value() -> None:
    facts = '<div>来源：</div><img src="logo.png"><div>槐树里日报</div><div>2026-05-03</div><div>09:26</div>'
    article = page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>", facts=facts)
    assert (article.source, str(article.published)) == ("槐树里日报", "2026-05-03 09:26")


@pytest.mark.parametrize(
    ("lead", "authors"),
    [
        ("（中央社記者江一帆、蘇禾台北28日電）", ("江一帆", "蘇禾")),
        ("【記者江一帆槐樹里報導】", ("江一帆",)),
        ("槐樹里日報訊／記者江一帆台北報導", ("江一帆",)),
        ("槐树里新闻网（记者 江一帆）5月4日报道 ", ("江一帆",)),
        ("槐树里新闻网讯：（记者 江一帆）", ("江一帆",)),
    ],
)
def test_reporters_at_the_beginning(lead: str, authors: tuple[str, ...]) -> None:
    assert page(f"<p>{lead}{PARAGRAPH}</p><p>{OTHER}</p>").authors == authors


def test_a_day_without_a_year_is_told_of_without_a_line_number() -> None:
    draft = drafted(page(TEXT, facts="05-03 09:26 来源：槐树里日报"))
    assert "（网页上只有 05-03 09:26）" in draft.problems[0]


def test_a_day_in_brackets_behind_a_title_is_its_date() -> None:
    source = f"<title>关于春季集市的通知</title><h1>关于春季集市的通知（ 2026年05月03日 ）</h1>{TEXT}"
    article = READERS[".html"](source.encode())
    assert (article.title, str(article.published)) == ("关于春季集市的通知", "2026-05-03")


def test_a_reprint_says_what_it_leaves_out() -> None:
    note = "（原载《槐树里晚报》2026年4月30日第3版，作者：江一帆，有删节）"
    article = page(f"{TEXT}<p>{note}</p>", facts="2026-05-03")
    assert said(article) == ("2026-05-03", "槐树里晚报", "", ("江一帆",))
    assert [it for it in article.problems if "转载的说明" in it] == [
        "转载的说明里还写着“2026年4月30日第3版”，要告诉读者的话，请写在正文末尾。",
        "转载的说明里还写着“有删节”，要告诉读者的话，请写在正文末尾。",
    ]


def test_a_date_of_change_that_is_used_is_not_passed_over() -> None:
    article = page(TEXT, facts="作者：江一帆 更新时间：2026/5/3")
    assert said(article)[0] == "2026-05-03"
    assert [it.field for it in article.pieces if "2026/5/3" in it.text] == ["date"]


@pytest.mark.parametrize("suffix", [".html", ".txt"])
def test_an_original_title_is_evidence(suffix: str) -> None:
    note = "原标题：小院里的大日子"
    text = f"槐树里办起集市\n{note}\n发布时间：2026-05-03\n\n{PARAGRAPH}\n\n{OTHER}\n"
    article = page(TEXT, facts=note) if suffix == ".html" else READERS[suffix](text.encode())
    found = [it.value for it in article.evidence if it.field == "original_title"]
    assert found == ["小院里的大日子"]
    reasons = [it.reason for it in article.pieces if it.text == "小院里的大日子"]
    assert all(reason.startswith("原标题") for reason in reasons)
    assert reasons


def test_a_bracketed_line_above_the_title_is_the_column() -> None:
    title = "槐树里办起春季集市"
    source = f"<title>{title}</title><div><p>【街巷人物】</p><h1>{title}</h1><p>2026-05-03</p>{TEXT}</div>"
    article = READERS[".html"](source.encode())
    assert (article.column, article.title) == ("街巷人物", title)


@pytest.mark.parametrize(
    ("line", "source", "editor"),
    [
        ("[编辑： 林小满 ]频道精选", "", "林小满"),
        ("返回顶部 我要评论 [编辑：林小满]", "", "林小满"),
        ("（林小满 編輯）", "", "林小满"),
        ("<a href='/w'>街坊爆料平台 有奖>></a>（槐树里网编辑：林小满）", "", "林小满"),
        ("责编：林小满　【打印】【关闭】", "", "林小满"),
        ("责任编辑：林小满 返回首页", "", "林小满"),
        ("编辑：林小满校对：苏禾", "", "林小满"),
        ("（摘自《槐树里晚报》）", "槐树里晚报", ""),
        ("（据槐树里晚报）", "槐树里晚报", ""),
    ],
)
@pytest.mark.parametrize("inside", [False, True])
def test_a_credit_below_the_story_among_buttons(line: str, source: str, editor: str, *, inside: bool) -> None:
    article = page(f"{TEXT}<p>{line}</p>") if inside else page(TEXT, below=f"<div>{line}</div>")
    assert (article.source, article.editor) == (source, editor)
    assert "林小满" not in article.markdown


def test_a_sentence_in_brackets_names_no_editor_and_no_paper() -> None:
    article = page(f"{TEXT}<p>（据居委会的人说，编辑林小满也来了）</p>")
    assert (article.source, article.editor) == ("", "")
    assert "林小满也来了" in article.markdown


@pytest.mark.parametrize(
    ("story", "authors"),
    [
        (f"{TEXT}<p>本版文/记者江一帆苏禾林小满 实习生周明</p>", ("江一帆", "苏禾", "林小满", "周明")),
        (f"<p>{PARAGRAPH}</p><p>槐树里晚报记者江一帆苏禾摄影林小满</p><p>{OTHER}</p>", ("江一帆", "苏禾")),
        (f"<p>{PARAGRAPH}（江一帆報導）</p><p>{OTHER}</p>", ("江一帆",)),
        (f"<p>【江一帆╱槐樹里報導】{PARAGRAPH}</p><p>{OTHER}</p>", ("江一帆",)),
        (f"<p>本网记者 江一帆 5月3日报道：{PARAGRAPH}</p><p>{OTHER}</p>", ("江一帆",)),
        (f"<p>【槐树里2026年5月3日讯】（记者江一帆综合报导）{PARAGRAPH}</p><p>{OTHER}</p>", ("江一帆",)),
        (f"<p>{PARAGRAPH}（居委会报道）</p><p>{OTHER}</p>", ()),
        (f"<p>{PARAGRAPH}</p><p>记者江一帆笔下的集市</p><p>{OTHER}</p>", ()),
    ],
)
def test_who_wrote_it_says_the_text(story: str, authors: tuple[str, ...]) -> None:
    assert page(story).authors == authors


def test_a_reporters_line_in_the_middle_of_a_long_story_is_no_text() -> None:
    long = f"<p>{PARAGRAPH}</p>" * 12
    article = page(f"{long}<p>本报记者 江一帆</p>{long}<p>{OTHER}</p>" + long)
    assert article.authors == ("江一帆",)
    assert "江一帆" not in article.markdown


@pytest.mark.parametrize(
    ("facts", "story", "date"),
    [
        ("05-03 09:26", f'{TEXT}<p><img src="/up/2026/0503/1.jpg"></p>', "2026-05-03 09:26"),
        ("05-03 09:26", f'{TEXT}<p><img src="/up/20260502/1.jpg"></p>', "05-03 09:26"),
        ("05-03", f'{TEXT}<p><img src="/20250503/1.jpg"><img src="/20260503/1.jpg"></p>', "05-03"),
        ("", f'{TEXT}</div><div class="side-bar">时间：2026-05-03 09:26', "2026-05-03 09:26"),
        ("", f'{TEXT}</div><div class="comment">时间：2026-05-03 09:26', ""),
        ("", f"{TEXT}<p>2026-05-03 09:26:00</p>", "2026-05-03 09:26"),
        ("", f'{TEXT}</div><div class="side-bar">2026-05-03<br>2026-05-02', ""),
    ],
)
def test_the_year_and_the_day_may_stand_elsewhere(facts: str, story: str, date: str) -> None:
    assert str(page(story, facts=facts).published or "") == date


def test_a_day_in_the_pages_head_or_in_its_address_is_to_be_checked() -> None:
    menu = "".join(f"<p>栏目{n}</p>" for n in range(20))
    head = READERS[".html"](f"<p>2026年5月3日 星期日</p>{menu}<h1>槐树里办起春季集市</h1>{TEXT}".encode())
    address = page(TEXT, head='<link rel="canonical" href="https://x.example/2026/05/03/1.html">')
    for article in (head, address):
        assert str(article.published) == "2026-05-03"
        assert any("2026-05-03”请核对" in problem for problem in article.problems)
