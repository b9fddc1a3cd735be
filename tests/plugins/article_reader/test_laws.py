"""Whatever a story holds, its HTML is safe, and text that means nothing in Markdown arrives unchanged."""

from __future__ import annotations

import html
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from article import allowed_html
from plugins.article_reader.safe_html import safe_html
from tests.plugins.article_reader.xss import PAYLOADS

VOID = {"br", "hr", "img"}


class Checker(HTMLParser):
    """Asserts that a page part holds allowed tags and attributes alone, closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[str] = []
        self.text = ""
        self.values = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in allowed_html.ATTRIBUTES, tag
        for name, value in attrs:
            assert name in allowed_html.ATTRIBUTES[tag], (tag, name)
            self.values += value or ""
            if name in ("href", "src"):
                assert_safe_address(tag, value or "")
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_data(self, data: str) -> None:
        self.text += data


def assert_safe_address(tag: str, address: str) -> None:
    plain = "".join(char for char in html.unescape(address) if char > " ").replace("\\", "/").lower()
    scheme = plain.split("/")[0].split("?")[0].split("#")[0].partition(":")
    if scheme[1]:
        assert tag == "a"
        assert scheme[0] in allowed_html.SCHEMES, address
    if tag == "img":
        assert not plain.startswith("//"), address


def checked(body: str) -> Checker:
    checker = Checker()
    checker.feed(body)
    checker.close()
    assert not checker.opened
    return checker


def check(body: str) -> str:
    """The text of `body`, which is safe and whole."""
    return checked(body).text


PIECES = [
    *"槐树a1 \n\t*_`[]()!#<>&\"'-+.|:=~\\^{}/",
    *[
        "\n\n",
        "    ",
        "```",
        "[^1]",
        "[^1]: ",
        "![",
        "](",
        "{: #a .b}",
        "{#a}",
        '\n## 槐 {short="树" was="槐"}',
        'was="',
        "“",
        "<sup>",
        "</sup>",
        "<br>",
        "<ruby>",
    ],
    *[
        '<span lang="en">',
        "</span>",
        "<script>",
        "</script>",
        "javascript:",
        "https://a.cn",
        "|-|-|",
        "&lt;",
        "&#58;",
    ],
    *[
        "<!--",
        "-->",
        "<img src=x onerror=alert(1)>",
        "{filename}",
        "{static}",
        "\x02",
        "\x03",
        "&nbsp;",
        "===",
    ],
]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text()


@given(MARKDOWN)
def test_every_text_gives_safe_html(markdown: str) -> None:
    check(safe_html(markdown))


@given(st.lists(st.sampled_from(PAYLOADS), max_size=3), MARKDOWN)
def test_no_text_around_a_payload_makes_it_live(payloads: list[str], markdown: str) -> None:
    check(safe_html(markdown.join(payloads)))


@given(MARKDOWN)
def test_one_parser_keeps_nothing_from_story_to_story(markdown: str) -> None:
    first = safe_html(markdown)
    safe_html("脚注[^a]\n\n[^a]: 注\n\n<sup>没关")
    assert safe_html(markdown) == first


@given(st.lists(st.sampled_from([*PIECES, "槐", "树\n", "\n[^1]: 槐", "\n```\n槐\n```\n"]), max_size=30))
@example(["[^1]: ", "[^1]: ", "槐"])
def test_no_han_character_is_lost(pieces: list[str]) -> None:
    markdown = "".join(pieces)
    found = checked(safe_html(markdown))
    for char in "槐树":
        assert (found.text + found.values).count(char) >= markdown.count(char)


@given(st.text("槐树里灯亮了，。“”（）……—— ab12%，", min_size=1))
def test_plain_text_arrives_as_it_is(text: str) -> None:
    assert "".join(check(safe_html(text)).split()) == "".join(text.split())
