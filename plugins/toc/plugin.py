"""A story or a page -> ids in its HTML, and `article.toc` or `page.toc` for templates."""

from __future__ import annotations

from pelican import signals
from pelican.contents import Article, Content, Page

from plugins.pelican_internals import html_of, set_html
from plugins.toc.headings import add_ids
from plugins.toc.settings import TocSettings


def add_toc(content: Content) -> None:
    """Signal content_object_init: the first moment at which Pelican has a story."""
    if isinstance(content, Article | Page):
        settings: TocSettings = content.settings["TOC"]
        html, content.toc = add_ids(html_of(content), settings.deepest_level)
        set_html(content, html)


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(add_toc)
