"""Each case: a story's HTML before and after; then what must hold for every text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path, PurePath

from hypothesis import example, given
from hypothesis import strategies as st

from article import document
from article.punctuation import HAN, restore
from plugins.article_reader.safe_html import safe_html
from plugins.typography import together
from plugins.typography.blocks import change_text
from plugins.typography.together import keep_together
from plugins.typography.typeset import mended_block, typeset
from tests.cases import Case

CONTENT = Path(__file__).parents[3] / "content"
TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
INVISIBLE = "\u00a0\u2060\u200b"


def test_case(case: Case, check: Callable[[str], None]) -> None:
    check(typeset(case.given))


def text_of(body: str) -> str:
    return html.unescape(TAG.sub("", body))


def words_of(body: str) -> str:
    """All that is neither mark nor space: no rule may touch it."""
    return re.sub(rf"[^A-Za-z0-9{HAN}]", "", text_of(body))


def assert_lawful(body: str) -> None:
    once = typeset(body)
    assert typeset(once) == once
    assert words_of(once) == words_of(body)
    assert TAG.findall(once) == TAG.findall(body)
    for char in INVISIBLE:
        assert text_of(once).count(char) == text_of(body).count(char)
    shown = keep_together(once)
    assert text_of(shown) == text_of(once)
    assert keep_together(shown) == shown
    assert shown.count("<span") == shown.count("</span>")


def test_the_cases_obey_the_laws(case: Case) -> None:
    assert_lawful(case.given)


PIECES = [
    *"槐树灯亮 \u3000\n\u00a0,:;!?()，。！（）“”‘’\"'.-—…、《》a1%&<>",
    *["--", "...", "。。。", "记者", "5月3日", "09:26", "1,306户", "0000-555", "http://a.cn/x--y?b=1"],
    *["a--b@c.cn", "it's", "OUR home", "don't go -- now", "GPS", "3个"],
]
WORDS = st.lists(st.sampled_from(PIECES)).map("".join).map(lambda text: html.escape(text, quote=False))
INLINE = st.recursive(
    WORDS,
    lambda inner: (
        st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
            st.sampled_from(["em", "strong", 'span lang="en"', 'a href="/x,y"', "code", "sup"]),
            st.lists(inner, max_size=3),
        )
        | st.just("<br>")
    ),
    max_leaves=6,
)
BODIES = st.lists(
    st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["p", "h2", "li", "td", "blockquote", "pre"]),
        st.lists(INLINE, max_size=4),
    ),
    max_size=3,
).map("\n".join)


@given(BODIES)
@example("<p>槐...,</p>")
@example("<p>槐...…</p>")
@example("<p>槐 …。</p>")
@example("<p>槐\n--槐</p>")
@example("<p>。。。 槐</p>")
@example("<p>槐 ”...,</p>")
@example("<p>http://a.cn/b=1。。。it's</p>")
def test_every_text_obeys_the_laws(body: str) -> None:
    assert_lawful(body)


@given(WORDS, WORDS)
def test_times_numbers_and_addresses_stay(before: str, after: str) -> None:
    for kept in ("09:26", "1,306", "3.2", "http://a.cn/x--y?b=1", "www.a.cn/x,y", "a--b@c.cn", "0000-555"):
        body = f"<p>{before}槐 {kept} 树{after}</p>"
        assert f" {kept} " in typeset(body)


def test_real_stories_obey_the_laws() -> None:
    """Where a story is written with the right marks, nothing is left to do in it."""
    for file in sorted(CONTENT.rglob("*.md")):
        story = document.parse(file.read_text(encoding="utf-8"), PurePath(file))
        body = safe_html(story.body)
        assert_lawful(body)
        if restore(story.body) == story.body and '"' not in story.body:
            assert text_of(typeset(body)) == text_of(body), file.name


def test_long_text_takes_no_quadratic_time() -> None:
    """100,000 characters of each kind; a quadratic rule would not end."""
    for piece in ('"', "(", "槐 ", "--", "...", "<em>", "don't -- go ", "<br>", "5月", "，", "<code>"):
        typeset(f"<p>{piece * (100_000 // len(piece))}</p>")
        keep_together(f"<p>{piece * (100_000 // len(piece))}</p>")


@given(BODIES)
@example("<p>槐——树-灯…… “亮”。</p>")
@example("<p>槐。<em>。</em>。树</p>")
@example("<li>槐<p>灯</p>树, </li>")
def test_blocks_that_are_passed_over_would_not_change(body: str) -> None:
    assert typeset(body) == change_text(body, mended_block)
    assert keep_together(body) == "".join(together.pieces(body))


@given(st.lists(st.sampled_from("槐树9.,٣A-。”…—、 "), max_size=60).map("".join))
def test_the_last_characters_are_those_of_a_search_from_the_start(text: str) -> None:
    assert str(together.last_han(text)) == str(together.LAST.search(text))
