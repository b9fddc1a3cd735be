"""A story's Markdown -> HTML that is safe to publish, whoever wrote the text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import nh3

from article import allowed_html
from plugins.article_reader.plain_blocks import converted

if TYPE_CHECKING:
    from markdown import Markdown


def safe_html(markdown: str) -> str:
    """HTML of `markdown` with only the tags, attributes and link schemes of article.allowed_html.

    Two walls: the parser makes no other tag, and nh3 lets no other tag through. Plain blocks need
    neither: they hold no character that either would change.
    """
    return converted(markdown, parsed_and_cleaned)


def parsed_and_cleaned(markdown: str) -> str:
    """The same of any Markdown, through both walls."""
    return _sanitiser().clean(_parser().reset().convert(markdown))


@cache
def _parser() -> Markdown:
    from plugins.article_reader.markdown_parser import new_parser  # many a story needs no parser

    return new_parser()


@cache
def _sanitiser() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(allowed_html.ATTRIBUTES),
        attributes={tag: set(names) for tag, names in allowed_html.ATTRIBUTES.items()},
        url_schemes=set(allowed_html.SCHEMES),
        set_tag_attribute_values={"pre": {"tabindex": "0"}},  # long lines scroll, by keyboard too
        link_rel=None,  # no link opens a new window, so none needs one
    )
