"""A story or a page -> `article.reading` or `page.reading` for templates."""

from __future__ import annotations

from pelican import signals
from pelican.contents import Article, Content, Page

from plugins.pelican_internals import html_of
from plugins.reading_length.length import reading_length


def add_reading_length(content: Content) -> None:
    """Signal content_object_init."""
    if isinstance(content, Article | Page):
        content.reading = reading_length(html_of(content))


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(add_reading_length)
