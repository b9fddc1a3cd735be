"""What a reader reads of a story's HTML."""

import pytest

from article.plain_text import plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>集市<em>开</em>市</p>\n<p>三号院</p>", "集市开市 三号院"),
        ("<ruby>槐<rp>(</rp><rt>huái</rt><rp>)</rp></ruby>树里", "槐树里"),
        ('开市<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">[1]</a></sup>了', "开市了"),
        ('<li>注<a class="footnote-backref" href="#fnref-1">返回正文</a></li>', "注"),
        ("H<sub>2</sub>O<sup>3</sup>", "H2O3"),
        ('<p>看<img src="/a.svg" alt="摊位&amp;人">图</p>', "看摊位&人图"),
        ('<a href="/x" title="a>b">&lt;集市&gt;</a><br>三号院', "<集市> 三号院"),
        ("<table><tr><th>项目</th><td>8元</td></tr></table>", "项目 8元"),
        ("<p>三号院\n的“集市”\n开了</p>\n<p>人多</p>", "三号院的“集市”开了 人多"),
        ("", ""),
    ],
)
def test_markup_goes_and_words_stay(markup: str, text: str) -> None:
    assert plain_text(markup) == text
