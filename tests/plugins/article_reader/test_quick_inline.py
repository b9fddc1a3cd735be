"""The quick search within lines gives what Markdown's own gives, for any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from plugins.article_reader.markdown_parser import INLINE, new_parser
from plugins.article_reader.quick_inline import ANY_TRIGGER, TRIGGERS

PIECES = [
    "春季集市",
    "`",
    "``",
    "\\",
    "*",
    "**",
    "_",
    "[",
    "]",
    "(/a/)",
    "![图]",
    "<",
    ">",
    "<b>",
    "&amp;",
    "&",
    "!",
]
PIECES += [
    "  \n",
    "\n",
    "\n\n",
    " ",
    "[^1]",
    "[^1]: 注",
    "<a@b.cn>",
    "<https://a.cn>",
    "a_b",
    "- ",
    "> ",
    "# ",
    "|",
    "x",
]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)

QUICK, PLAIN = new_parser(), new_parser()
PLAIN.treeprocessors.register(InlineProcessor(PLAIN), "inline", INLINE)


@given(MARKDOWN)
def test_both_give_the_same(text: str) -> None:
    assert QUICK.reset().convert(text) == PLAIN.reset().convert(text)


def test_every_pattern_is_known_and_every_trigger_is_looked_for() -> None:
    assert all(QUICK.treeprocessors["inline"]._triggers())
    assert all(ANY_TRIGGER.search(it) for texts in TRIGGERS.values() for it in texts)
