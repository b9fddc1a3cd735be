"""All stories -> `article.related`, for each of them the links to those that go with it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.settings import Settings

from article.plain_text import plain_text
from article.wishes import banned, wanted
from plugins.pelican_internals import every_story, html_digest, html_of
from plugins.related_articles.link import RelatedLink, RelatedLinks
from plugins.related_articles.story import Story


def add_related(generator: ArticlesGenerator) -> None:
    """Signal article_generator_finalized. Hidden stories and drafts have links and are in no list."""
    from plugins.related_articles.remembered import remembered  # loads numpy and scipy, which takes a while

    settings = generator.settings
    published = {it.slug: it for it in generator.articles}
    unlisted = [_story(it) for it in every_story(generator) if it.slug not in published]
    found = remembered(
        [_story(it) for it in generator.articles], unlisted, settings["RELATED"].how_many, *_ways(settings)
    )
    for story in every_story(generator):
        links = found.links(story.slug)
        others = [published[it.id] for it in links]
        story.related = RelatedLinks(others, [it.why for it in links], _link)
    if settings.get("BUILD_ASKED"):
        from plugins.related_articles.explained import explained

        generator.context["RELATED_EXPLAINED"] = explained(found, settings["BUILD_ASKED"])


def _ways(settings: Settings) -> tuple[Path | None, str, int]:
    """Where to keep things, on which kind of executor to work, and with how many processes (0: all there
    are)."""
    store = settings.get("BUILD_STORE")
    folder = Path(store, "related") if store else None
    return folder, settings.get("BUILD_EXECUTOR", "processes"), int(settings.get("BUILD_WORKERS") or 0)


def _story(story: Article) -> Story:
    tags = tuple(tag.name for tag in story.tags)
    said = repr((html_digest(story), story.title, tags))
    return Story(
        id=story.slug,
        title=story.title,
        text=lambda: plain_text(html_of(story)),
        version=hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(),
        date=story.date.date(),
        tags=tags,
        series=story.series,
        pins=wanted(story.related_wishes),
        bans=banned(story.related_wishes),
    )


def _link(story: Article, why: str) -> RelatedLink:
    return RelatedLink(
        title=story.title,
        url=story.url,
        date=story.date,
        date_has_time=story.date_has_time,
        source=story.source,
        category=story.category.name,
        picture=getattr(story, "picture", None),  # images is a stage that a site may leave out
        why=why,
    )


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(add_related)
