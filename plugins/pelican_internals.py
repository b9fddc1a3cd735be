"""The few private names of Pelican that we touch, in one place, tested against the pinned version."""

from itertools import chain

from pelican.contents import Article, Content
from pelican.generators import ArticlesGenerator


def html_of(content: Content) -> str:
    """The story's HTML before links are resolved."""
    return str(content._content)


def set_html(content: Content, html: str) -> None:
    """Replace the story's HTML; Pelican resolves links in it later."""
    content._content = html


def every_story(generator: ArticlesGenerator) -> list[Article]:
    """Published, hidden and draft stories: each that a template may be given."""
    return list(
        chain(
            generator.articles,
            generator.translations,
            generator.hidden_articles,
            generator.hidden_translations,
            generator.drafts,
            generator.drafts_translations,
        )
    )
