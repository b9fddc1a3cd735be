"""The first paragraph of a story as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article_reader.summary import LONGEST, summary_of

SENTENCE = "槐树里的春季集市开了。"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>集市开了。</p>\n<p>第二段。</p>", "集市开了。"),
        ('<h2>时间</h2>\n<p><img alt="图" src="/a.jpg"></p>\n<p>  集市\n开了。 </p>', "集市开了。"),
        ("<p>A &amp; B &lt;b&gt; <strong>粗</strong></p>", "A & B <b> 粗"),
        (
            '<p>电梯<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">[1]</a></sup>修好了</p>',
            "电梯修好了",
        ),
        ("<p>3<sup>2</sup><ruby>槐<rp>(</rp><rt>huái</rt><rp>)</rp></ruby></p>", "32槐"),
        ("<ul><li>一</li></ul>", ""),
        ('<ul><li>一</li></ul><div class="footnote"><p>注</p></div>', ""),
        ("<pre>代码</pre><p></p>", ""),
        ("", ""),
        (f"<p>{SENTENCE * 20}</p>", SENTENCE * (LONGEST // len(SENTENCE))),
        (f"<p>{SENTENCE[:-1] * 20}</p>", (SENTENCE[:-1] * 20)[:LONGEST] + "……"),
        ("<p>" + "他说，好" * 30 + "</p>", ("他说，好" * 30)[:86] + "……"),
        ("<p>" + "长" * 80 + "。”" + "长" * 20 + "</p>", "长" * 80 + "。”"),
    ],
)
def test_summary(body: str, expected: str) -> None:
    assert summary_of(body) == expected


@given(st.text("槐树。，！？”… ", max_size=300))
def test_never_much_longer_than_asked(text: str) -> None:
    assert len(summary_of(f"<p>{text}</p>")) <= LONGEST + 2
