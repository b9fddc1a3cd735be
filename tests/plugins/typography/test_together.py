"""What stays on one line of a page."""

import pytest

from plugins.typography.together import keep_together

JOINED = {
    "<p>走了15分钟才到广场。</p>": "<p>走了[15分钟]才到[广场。]</p>",
    "<p>5月3日上午</p>": "<p>[5月][3日][上午]</p>",
    "<p>共1000余平方米，三层</p>": "<p>共[1000余平方米]，[三层]</p>",
    "<p>一共15个月。”</p>": "<p>一共[15个月。”]</p>",
    "<p>他说<strong>灯亮了</strong></p>": "<p>他说<strong>灯[亮了]</strong></p>",
    "<li>共3个</li>": "<li>共[3个]</li>",
    "<p>墙上写着 Keep our yard clean.</p>": "<p>墙上写着 Keep our [yard clean.]</p>",
    '<p>看<a href="/5个" title="5个">5个人</a></p>': '<p>看<a href="/5个" title="5个">[5个]人</a></p>',
    "<p>拨0000-555-0107或000-55501070转3号台</p>": "<p>拨[0000-555-0107]或[000-55501070]转[3号台]</p>",
    '<p>电话:<a href="tel:000-555-0107">000-555-0107</a>。</p>': (
        '<p>电话:<a href="tel:000-555-0107">[000-555-0107]</a>。</p>'
    ),
    "<li>热线0000-555-0107-801</li>": "<li>热线[0000-555-0107-801]</li>",
    "<p>A &amp; 5个 &lt;b&gt;</p>": "<p>A &amp; [5个] &lt;b&gt;</p>",
}
"""Brackets stand for the span."""

LEFT = [
    "<p>写<code>5个</code></p>",
    "<pre><code>5个我们\n</code></pre>",
    "<p>上午</p>",
    "<h2>我们的院子</h2>",
    "<p>第123456789012345个</p>",
    "<p>09:26，http://a.cn/5个</p>",
    "<p>2026-05-03，编号A-1000-200，000-555-A01，http://a.cn/000-555-0107</p>",
    "<p><code>0000-555-0107</code></p>",
    "<p>结尾是<em>这里</em>。</p>",
    '<p>已经<span class="nb">5个</span>有了</p><p></p>',
    "",
]


@pytest.mark.parametrize(("body", "expected"), JOINED.items())
def test_joined(body: str, expected: str) -> None:
    spans = expected.replace("[", '<span class="nb">').replace("]", "</span>")
    assert keep_together(body) == spans


@pytest.mark.parametrize("body", LEFT)
def test_left(body: str) -> None:
    assert keep_together(body) == body
