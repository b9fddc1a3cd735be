from __future__ import annotations

import pytest

from plugins.feeds.absolute import absolute

SITE = "https://huaishuli.example/paper"
PAGE = f"{SITE}/news/2026/fair/"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("/images/a.svg", f"{SITE}/images/a.svg"),
        ("/about/?a=1&amp;b=2#我们", f"{SITE}/about/?a=1&amp;b=2#我们"),
        ("../lift/", f"{SITE}/news/2026/lift/"),
        ("#fn-1", f"{PAGE}#fn-1"),
        ("", PAGE),
        ("//cdn.example/a.js", "https://cdn.example/a.js"),
        ("https://example.com/a?b=1&amp;c=2", "https://example.com/a?b=1&amp;c=2"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("tel:0000-555-0101", "tel:0000-555-0101"),
        ("http://[", "http://["),
    ],
)
def test_addresses(given: str, expected: str) -> None:
    link = '<p class="wide">见<a title="a" href="{}">这里</a></p>'
    assert absolute(link.format(given), PAGE, SITE) == link.format(expected)


def test_pictures_and_their_variants() -> None:
    given = '<img src="{0}/a.svg" srcset="{0}/a-480.jpg 480w, {0}/a-960.jpg 960w" alt="a">'
    assert absolute(given.format("/images"), PAGE, SITE) == given.format(f"{SITE}/images")


@pytest.mark.parametrize(
    "given",
    [
        '<p>写成 href="/about/" 的样子</p>',
        '<code>&lt;a href="/about/"&gt;</code>',
        '<img alt="src=/a" title="见 /about/">',
        "<p>3 &lt; 5</p>",
    ],
)
def test_text_is_left_alone(given: str) -> None:
    assert absolute(given, PAGE, SITE) == given
