"""What belongs to a story and what does not; what heads a section and what does not."""

from __future__ import annotations

import pytest

from newsdesk.importing.formats import READERS
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE, body, headings, page

LATER = "秦风说，集市往后每个月办一次，摊位免费，收入归摊主，想来的居民到居委会一楼登记就行。"
TEXT = f"<p>{PARAGRAPH}</p><p>{OTHER}</p>"


@pytest.mark.parametrize(
    "story",
    [
        f"{TEXT}<p>他们说：</p><p>好。</p><p>院子热闹了</p>",
        f"<p>集市开了！</p><p>快来看看</p>{TEXT}",
        f"<div><section><section>{TEXT}</section></section><section><p>{OTHER}</p></section></div>",
        f"{PARAGRAPH}<br><br>{OTHER}<br>院子热闹了",
        f"<table><tr><td>{PARAGRAPH}</td></tr><tr><td>{OTHER}</td></tr></table>",
        f"{TEXT}<p>附件：<a href='/a.docx'>摊位名单.docx</a></p>",
        f"{TEXT}<p>槐树里街道办事处</p><p>2026年5月3日</p>",
        f"{TEXT}<ul><li>旧书十二摊</li><li>绿植八摊</li></ul><p>{OTHER}</p>",
        f"{TEXT}<p>时间：五月三日</p><p>地点：三号院</p><p>{OTHER}</p>",
    ],
    ids=range(9),
)
def test_a_story_is_kept_whole(story: str) -> None:
    article = page(story, facts="2026-05-03 09:26 来源：槐树里日报", below="<p>责任编辑：林小满</p>")
    for line in (
        "集市开了！",
        "快来看看",
        "他们说：",
        "好。",
        "院子热闹了",
        "槐树里街道办事处",
        "2026年5月3日",
    ):
        assert (line in body(article)) == (line in story)
    for line in ("摊位名单", "旧书十二摊", "绿植八摊", "时间：五月三日", "地点：三号院", PARAGRAPH, OTHER):
        assert (line in body(article)) == (line in story)
    assert (article.source, article.editor) == ("槐树里日报", "林小满")


@pytest.mark.parametrize(
    "alien",
    [
        '<div class="ad">家电大减价，最后三天，错过再等一年，快来看看吧。</div>',
        "<p>（原标题：小院里的大日子）</p>",
        "<p>槐树里办起春季集市</p>",
        "<p>责任编辑：林小满</p><p>槐树里网欢迎您</p>",
        "<p>分享到：</p>",
        "<p>相关阅读</p><ul><li><a href=1>早市搬到东广场</a></li><li><a href=2>三号院加装电梯</a></li></ul>",
        "<p>图片来自网络，如有侵权，请联系删除。</p>",
        "<p>本文为槐树里网原创，未经授权不得转载。</p>",
        "<p>长按二维码关注我们</p>",
        "<p>作者简介：江一帆，槐树里社区居民，写作多年。</p>",
        "<p>欢迎投稿，邮箱见公众号菜单。</p>",
        "<p>凡本网注明“来源：槐树里网”的所有作品，版权均属于槐树里网，未经本网书面授权不得转载、摘编上述作品。"
        "已经本网授权使用作品的，应在授权范围内使用，并注明来源。违反上述声明者，本网将追究其相关责任。</p>",
        "<p>槐树里网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述。文中说法供参考。</p>",
        "<p>网友跟帖仅表达其个人看法，并不表明槐树里网同意其观点或证实其描述。</p>",
        "<p>您若对该稿件内容有任何疑问或质疑，请即与槐树里网联系，本网将迅速给您回应并做处理。</p>",
        "<p>所有留言為網友自行上載發布，不代表本網站立場，並適用於本網站服務條款，本網站保留刪除權。</p>",
        '<div class="postforum"><p>发言时请用自己的名字，说话要和气，不要贴别人家的门牌号码。</p></div>',
        "<p>版权声明：</p><p>电话：81230000</p><p>街坊微博#爆料#</p>",
        "<div>"
        + "".join(
            f"<div><h4><a href='/n/{n}'>槐树里的另一件新鲜事{n}</a></h4><p>{OTHER[n:]}</p></div>"
            for n in (1, 2, 3)
        )
        + "</div>",
        "<form><input><button>提交预约</button></form>",
        "<div><p>早市搬到东广场</p><p>2026-05-01 10:00</p><p>加装电梯开工</p><p>2026-05-01 09:00</p>"
        "<p>旧书角开放</p><p>2026-04-30 08:00</p></div>",
        '<div style="display:none">看不见的一段话，写给搜索引擎看的，不该在稿件里出现。</div>',
    ],
    ids=range(22),
)
def test_what_is_no_story_is_cut(alien: str) -> None:
    article = page(f"{TEXT}<p>{OTHER}</p><p>{PARAGRAPH}</p>{alien}")
    assert body(article) == "\n".join((PARAGRAPH, OTHER, OTHER, PARAGRAPH))


@pytest.mark.parametrize(
    "line",
    [
        "居委会说，网上的评论要听，来信也要听，集市的摊位以后每季换一次。",
        "志愿者提醒大家，转载集市的照片时请先问过拍照的人，孩子的照片更要留心。",
        "他说：“我不代表物业，只代表我自己，这棵树不能砍，大家都这么看。”",
        "凡是报了名的人家，都领到一张写着摊位号码的卡片，版面由孩子们画成。",
    ],
)
def test_a_sentence_about_rights_and_comments_is_part_of_the_story(line: str) -> None:
    assert line in body(page(f"{TEXT}<p>{line}</p><p>{PARAGRAPH}</p>"))


def test_linked_section_headings_of_one_box_are_the_storys_own() -> None:
    parts = "".join(f"<h3><a href='/{n}'>槐树里的第{n}处好去处</a></h3><p>{OTHER}</p>" for n in range(5))
    assert body(page(f"<p>{PARAGRAPH}</p>{parts}")).count(OTHER) == 5


@pytest.mark.parametrize(
    "mark",
    [
        "<b>{}</b>",
        "<strong>{}</strong>",
        '<span style="font-weight:bold">{}</span>',
        '<font color="#800000">{}</font>',
        '<span style="color:red">{}</span>',
    ],
)
def test_bold_lines_head_sections(mark: str) -> None:
    lines = ("摊位自己定", "邻里亲起来")
    story = "".join(f"<p>{mark.format(line)}</p>{TEXT}" for line in lines)
    assert headings(page(story)) == list(lines)


@pytest.mark.parametrize(
    ("story", "found"),
    [
        (f"<h2>摊位自己定</h2>{TEXT}<h3>旧书</h3>{TEXT}", ["摊位自己定", "旧书"]),
        (
            f"{TEXT}<p>一、摊位自己定</p>{TEXT}<p>二、邻里亲起来</p>{TEXT}",
            ["一、摊位自己定", "二、邻里亲起来"],
        ),
        (f"{TEXT}<p><b>摊位自己定，</b></p><p><b>邻里亲起来</b></p>{TEXT}", ["摊位自己定，邻里亲起来"]),
        (
            f"{TEXT}<p align=center>摊位自己定</p>{TEXT}<p align=center>邻里亲起来</p>{TEXT}",
            ["摊位自己定", "邻里亲起来"],
        ),
        (f"{TEXT}<p><b>大家都说，这样的集市以后要常办，最好每个月一次。</b></p>{TEXT}", []),
        (f"{TEXT}<p><img src=a.jpg></p><p><b>图为集市现场</b></p>{TEXT}", []),
        (f"{TEXT}<p><b>记者：集市怎么办起来的？</b></p><p>{OTHER}</p>", []),
        (f"{TEXT}<p><b>编者按</b></p>{TEXT}", []),
        (f"{TEXT}<p><b>01</b></p>{TEXT}", []),
        (f"{TEXT}<p><b>院子热闹了</b></p>", []),
        (f"{TEXT}<p>第一，摊位由居民自己定。</p>{TEXT}<p>第二，位置抽签分。</p>{TEXT}", []),
        (f"{TEXT}<p><b>https://x.example/fair</b></p>{TEXT}", []),
    ],
    ids=range(12),
)
def test_what_heads_a_section(story: str, found: list[str]) -> None:
    assert headings(page(story)) == found


def test_a_summary_box_is_a_summary() -> None:
    article = page(f'<p class="summary">三十二个摊位，居民自己定。这是一段摘要。</p>{TEXT}')
    assert "摘要" not in body(article)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<h1>【街坊故事】槐树里办起春季集市</h1>", "槐树里办起春季集市"),
        ("<h2>槐树里办起春季集市</h2>", "槐树里办起春季集市"),
        ("<div class=title>槐树里办起春季集市</div>", "槐树里办起春季集市"),
        ("<h1>槐树里网</h1><h2>槐树里办起春季集市</h2>", "槐树里办起春季集市"),
        ("<h1>槐树里<br>办起春季集市</h1>", "槐树里办起春季集市"),
        ("", "槐树里办起春季集市"),
    ],
)
def test_titles(head: str, title: str) -> None:
    window = "<title>槐树里办起春季集市_社区_槐树里网</title>"
    html = f"<html><head>{window}</head><body>{head}<div>{TEXT}</div></body></html>"
    assert READERS[".html"](html.encode()).title == title


def test_a_story_that_stands_twice_is_taken_once() -> None:
    once = f"<p>{PARAGRAPH}</p><p>{OTHER}</p>"
    article = page(once, below=f'<div class="phone"><h1>{TITLE}</h1>{once}</div>')
    assert body(article).count(PARAGRAPH) == body(article).count(OTHER) == 1


def test_the_headline_as_printed_is_no_section_heading() -> None:
    lines = "<p><b>槐树里办起集市</b></p><p><b>三十二个摊位摆进小院</b></p><p><b>老邻居都来了</b></p>"
    article = page(f"{lines}{TEXT}{TEXT[::1]}<p><b>往后常办</b></p><p>{LATER}</p>{TEXT}{TEXT}")
    assert headings(article) == ["往后常办"]
    assert "三十二个摊位摆进小院" in body(article)


def test_a_last_paragraph_that_tells_people_what_to_do_is_part_of_the_story() -> None:
    last = "想摆摊的居民请在五月底以前下载街道的客户端，或者到居委会一楼的窗口报名，带上身份证和照片。"
    assert last in body(page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p><p>{last}</p>"))
    invites = "欢迎关注我们的微信公众号，扫码下载客户端，投稿邮箱见下方。"
    assert invites not in body(page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p><p>{invites}</p>"))


ROWS = "".join(
    f"<tr><td>{number}</td><td>摊主{number}</td><td>8月{number}日</td></tr>" for number in range(1, 16)
)


@pytest.mark.parametrize("first", [f"<p>{PARAGRAPH}</p>", TEXT])
@pytest.mark.parametrize(
    ("last", "kept"),
    [
        (
            f"<table><tr><td>序号</td><td>姓名</td><td>时间</td></tr>{ROWS}</table>",
            "| 15 | 摊主15 | 8月15日 |",
        ),
        (f"<table><tr><td>序号</td><td>时间</td></tr>{ROWS}</table><p>{OTHER}</p>", OTHER),
        (
            "<ol><li>不骑车进院</li><li>不乱停</li><li>不吵</li><li>早收摊</li></ol><p>电话：110</p>",
            "电话：110",
        ),
        ("<p>槐花开满枝<br>香气过墙来<br>老友树下坐<br>一盏茶慢开</p>", "一盏茶慢开"),
        (f"<p>相关链接</p><p>什么是集市：{LATER}</p>", f"相关链接\n\n什么是集市：{LATER}"),
        ("<p>8月1日</p><p>送餐</p><p>8月2日</p><p>巡逻</p><p>8月3日</p><p>理发</p>", "理发"),
        ("<p>活动时间：2026年9月1日 9:00</p>", "活动时间：2026年9月1日 9:00"),
        (
            "<dl><dt>对象</dt><dd>居民</dd><dt>费用</dt><dd>免费</dd></dl><div><p>地址：三号院</p></div>",
            "地址：三号院",
        ),
        (f"<p>中奖号码：</p><p>1024</p><p>07</p><p>{OTHER}</p>", "1024\n\n07"),
        (f"<p>{OTHER}</p><p>中奖号码</p><p>1024</p><p>2048</p><p>{OTHER}</p>", "1024\n\n2048"),
    ],
    ids=range(10),
)
def test_a_box_that_holds_the_story_alone_is_kept_to_its_end(first: str, last: str, kept: str) -> None:
    article = page(first + last, facts="2026-05-03 09:26 来源：槐树里日报")
    assert kept in article.markdown


def test_what_is_left_of_the_storys_box_is_asked_about() -> None:
    below = "<p>相关新闻</p><p>这一句写在列表的下面</p><p>还有一句</p>"
    article = page(f"{TEXT}{below}")
    assert "这一句写在列表的下面" not in body(article)
    assert [it for it in article.problems if "这一句写在列表的下面" in it]


@pytest.mark.parametrize("reading", ["<rt>huái</rt>", "<rp>（</rp><rt>huái</rt><rp>）</rp>"])
def test_a_reading_above_a_character_stands_behind_it_in_brackets(reading: str) -> None:
    article = page(f"<p>{PARAGRAPH}</p><p>院里有一棵<ruby>槐{reading}</ruby>树，很老了。</p><p>{OTHER}</p>")
    assert "院里有一棵槐（huái）树，很老了。" in article.markdown


def test_a_window_that_only_names_the_site_gives_no_title() -> None:
    menu = "".join(f"<td><a href='/{n}'>栏目{n}</a></td>" for n in range(12))
    article = READERS[".html"](
        f"<title>槐树里广播站网站</title><div>槐树里广播站网站</div><table><tr>{menu}</tr></table>"
        f"<table><tr><td>{TITLE}</td></tr><tr><td>【2026/05/03 09:26】</td></tr></table>{TEXT}".encode()
    )
    assert article.title == TITLE


def test_a_first_paragraph_in_a_box_that_holds_the_story_is_no_summary() -> None:
    rules = "<div><p>这里是另一栏，说的是窗台上怎么种薄荷，浇水要少，日头要足，土要松。</p></div>"
    story = f'<p class="lead">{PARAGRAPH}</p><h3>集市</h3><p>{OTHER}</p><p>{PARAGRAPH}</p>'
    article = page(f'<div class="summary">{story}</div>', below=rules)
    assert article.summary == ""


LONG = f"<p>{PARAGRAPH}{OTHER}</p>"


@pytest.mark.parametrize(
    ("story", "found"),
    [
        (f"{LONG}<p>&gt;&gt;摊位怎么定</p>{LONG}", [">>摊位怎么定"]),
        (f"{LONG}<p>老街坊来帮忙</p>{LONG}", ["老街坊来帮忙"]),
        (
            f"{LONG}<p><b>相关链接</b></p><p><b>别处的集市</b></p>{LONG}<p><b>摊位自己定</b></p>{LONG}",
            ["相关链接", "别处的集市", "摊位自己定"],
        ),
        (
            f"{LONG}<p><b>摊位之争：旧书归谁？</b></p>{LONG}<p><b>摊位自己定</b></p>{LONG}",
            ["摊位之争：旧书归谁？", "摊位自己定"],
        ),
        (
            f"{LONG}<p><b>街坊们还提了这些意见：</b></p>{LONG}<p><b>摊位自己定</b></p>{LONG}",
            ["街坊们还提了这些意见：", "摊位自己定"],
        ),
        (f"{LONG}<p><font color=red>快来报名</font></p>{LONG}<p>好</p>", []),
        (f'{LONG}<p><font color="#333333">摊位自己定</font></p><p>好</p>{LONG}', []),
        (f"{LONG}<p><b>槐树里办起春季</b></p>{LONG}", ["槐树里办起春季"]),
        (f"{LONG}<p><b>【槐树里5月3日讯】</b></p>{LONG}", []),
    ],
)
def test_lines_that_are_hardly_set_apart(story: str, found: list[str]) -> None:
    assert headings(page(story)) == found


def test_most_of_the_title_above_the_story_is_no_heading() -> None:
    title = "槐树里办起春季集市，街坊们带来旧书和点心（图）"
    story = f"<p><b>槐树里办起春季集市，街坊们带来旧书和点心</b></p>{LONG}{LONG}"
    article = READERS[".html"](f"<title>{title}</title><h1>{title}</h1>{LONG}{story}".encode())
    assert headings(article) == []
    assert article.title == title


@pytest.mark.parametrize("name", ["fbsj", "fbt", "fbrq", "twitter-tweet"])
def test_names_of_boxes_that_only_look_like_share_buttons(name: str) -> None:
    article = page(f'{TEXT}<blockquote class="{name}">{LATER}</blockquote>{LONG}{LONG}')
    assert LATER in body(article)


def test_a_section_that_is_called_comment_is_part_of_the_story() -> None:
    assert LATER in body(page(f"{LONG}<p><b>评论</b></p><p>{LATER}</p>{LONG}"))


def test_what_readers_write_below_is_none_of_the_story() -> None:
    talk = "".join(f"<div>网友 槐花 2026-05-0{day} 10:00 说：{OTHER}</div>" for day in (4, 5, 6))
    assert body(page(TEXT, below=f"<div><h3>网友评论</h3>{talk}</div>")) == f"{PARAGRAPH}\n{OTHER}"
