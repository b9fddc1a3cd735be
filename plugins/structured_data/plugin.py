"""A story -> `article.structured_data`, its NewsArticle as JSON-LD for templates."""

from __future__ import annotations

from pelican import signals
from pelican.contents import Article, Content

from plugins.structured_data.news_article import Moment, Photo, Site, StoryFacts, structured_data


def add_structured_data(content: Content) -> None:
    """Signal content_object_init: the plugins before this one have set what a story has."""
    if isinstance(content, Article):
        given = content.settings["SITE"]
        site = Site(given.name, given.publisher, given.address)
        content.structured_data = structured_data(_facts(content), site)


def _facts(story: Article) -> StoryFacts:
    reading = getattr(
        story, "reading", None
    )  # reading_length and images are stages that a site may leave out
    picture = getattr(story, "picture", None)
    modified = getattr(story, "modified", None)
    return StoryFacts(
        url=story.url,
        title=story.title,
        subtitle=story.subtitle,
        summary=story.summary,
        published=None if story.status == "draft" else Moment(story.date, story.date_has_time),
        modified=Moment(modified, story.modified_has_time) if modified else None,
        authors=story.author_names,
        editor=story.editor,
        source=story.source,
        source_url=story.source_url,
        section=story.category.name,
        tags=tuple(tag.name for tag in story.tags),
        characters=reading.characters if reading else 0,
        photo=Photo(picture.url, picture.width, picture.height) if picture else None,
        correction=story.correction,
    )


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(add_structured_data)
