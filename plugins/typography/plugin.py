"""A story or a page -> right marks in its HTML and its titles; templates get the filter `keep_together`."""

from markupsafe import Markup
from pelican import signals
from pelican.contents import Article, Content, Page
from pelican.generators import Generator

from plugins.pelican_internals import html_of, set_html
from plugins.typography.marks import with_marks
from plugins.typography.together import keep_together
from plugins.typography.typeset import typeset

LINES = ("title", "subtitle", "kicker", "summary", "correction")
"""Plain text that readers see. Names and labels (column, category, tags) stay as staff wrote them."""


def set_lines(generator: Generator, metadata: dict[str, object]) -> None:
    """Signals *_generator_context: the fields of a story before Pelican makes it one."""
    for name in LINES:
        if isinstance(written := metadata.get(name), str):
            metadata[name] = with_marks(written)


def set_body(content: Content) -> None:
    """Signal content_object_init."""
    if isinstance(content, Article | Page):
        set_html(content, typeset(html_of(content)))


def add_filter(generator: Generator) -> None:
    generator.env.filters["keep_together"] = lambda body: Markup(keep_together(str(body)))


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_context.connect(set_lines)
    signals.page_generator_context.connect(set_lines)
    signals.content_object_init.connect(set_body)
    signals.generator_init.connect(add_filter)
