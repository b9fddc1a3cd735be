"""All stories -> `article.related`, for each of them the links to those that go with it."""

from __future__ import annotations

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

from article.plain_text import plain_text
from plugins.pelican_internals import every_story, html_of
from plugins.related_articles.link import RelatedLink
from plugins.related_articles.ranking import Story, related


def add_related(generator: ArticlesGenerator) -> None:
    """Signal article_generator_finalized. Hidden stories and drafts have links and are in no list."""
    how_many: int = generator.settings["RELATED"].how_many
    published = {it.slug: it for it in generator.articles}
    unlisted = [it for it in every_story(generator) if it.slug not in published]
    lists = related([_story(it) for it in generator.articles], [_story(it) for it in unlisted], how_many)
    for story in every_story(generator):
        story.related = tuple(_link(published[address]) for address in lists[story.slug])


def _story(story: Article) -> Story:
    return Story(
        id=story.slug,
        title=story.title,
        text=plain_text(html_of(story)),
        date=story.date.date(),
        tags=frozenset(tag.name for tag in story.tags),
    )


def _link(story: Article) -> RelatedLink:
    return RelatedLink(
        title=story.title,
        url=story.url,
        date=story.date,
        date_has_time=story.date_has_time,
        source=story.source,
        category=story.category.name,
        picture=getattr(story, "picture", None),  # images is a stage that a site may leave out
    )


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(add_related)
