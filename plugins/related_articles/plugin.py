"""All stories -> `article.related`, for each of them the links to those that go with it."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from pathlib import Path

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.settings import Settings

from article.plain_text import plain_text
from article.wishes import banned, wanted
from plugins.pelican_internals import (
    NotToldError,
    OnlyTexts,
    digests_as_read,
    every_story,
    html_digest,
    html_once,
    left,
    only_texts_changed,
)
from plugins.related_articles.link import RelatedLinks
from plugins.related_articles.listing import After, Listing, at_hand, version_of
from plugins.related_articles.story import Story

STATE = "related"
"""The name under which a build leaves to the next what its lists are kept as."""

SAID = ("title", "tags", "date", "series", "related_wishes", "_content")
"""The fields of a story that a Story is made of."""


def add_related(generator: ArticlesGenerator) -> None:
    """Signal article_generator_finalized. Hidden stories and drafts that have a page have links; none of them
    is in a list."""
    from plugins.related_articles.remembered import remembered  # loads numpy, which takes a while

    settings = generator.settings
    published = {it.slug: it for it in generator.articles}
    stories = list(published.values())
    asked = settings.get("BUILD_ASKED")
    others = [it for it in every_story(generator) if it.slug not in published]
    unlisted = [_story(it) for it in others if it.save_as or asked]  # most drafts have no page
    found = remembered(_listing(stories), unlisted, settings["RELATED"].how_many, *_ways(settings))
    left(generator.context)[STATE] = str(found.state)
    for story in (*stories, *others):
        ids, whys = found.named(story.slug)
        story.related = RelatedLinks(tuple(map(published.__getitem__, ids)), tuple(whys))
    if asked:
        from plugins.related_articles.explained import explained

        generator.context["RELATED_EXPLAINED"] = explained(found, asked)


def follow(generator: ArticlesGenerator, texts: OnlyTexts) -> None:
    """Signal only_texts_changed: the lists that became others, without a look at the other stories."""
    if any(it.status != "published" for it in texts.changed):
        raise NotToldError("related stories")
    state = int(left(generator.context).get(STATE) or 0)
    found = _after_edits(generator.settings, at_hand(_listing(texts.changed)), state)
    if found is None:
        raise NotToldError("related stories")
    left(generator.context)[STATE] = str(found.state)
    for slug, links in found.lists.items():
        stories = tuple(texts.story(it.id) for it in links)
        texts.remade(slug).related = RelatedLinks(stories, tuple(it.why for it in links))


def _after_edits(settings: Settings, changed: Listing, state: int) -> After | None:
    """As `lists_after`; by the process beside this one, which has loaded numpy meanwhile, if there is one."""
    folder, kind, processes = _ways(settings)
    if folder is None:
        return None
    given = (changed, settings["RELATED"].how_many, state, folder, kind, processes)
    beside = settings.get("BUILD_BESIDE")
    with contextlib.suppress(EOFError, OSError):  # it has ended
        if beside and isinstance(kind, str):
            found: After | None = beside("plugins.related_articles.after_edits", "lists_after", *given)
            return found
    from plugins.related_articles.after_edits import lists_after

    return lists_after(*given)


def _ways(settings: Settings) -> tuple[Path | None, str, int]:
    """Where to keep things, on which kind of executor to work, and with how many processes (0: all there
    are)."""
    store = settings.get("BUILD_STORE")
    folder = Path(store, "related") if store else None
    return folder, settings.get("BUILD_EXECUTOR", "processes"), int(settings.get("BUILD_WORKERS") or 0)


def _listing(stories: Sequence[Article]) -> Listing:
    """Versions are digests of all that a Story says: as its file has it, or as stages changed it."""
    read = zip(stories, digests_as_read(stories, SAID), strict=True)
    versions = [it or version_of(_story(story)) for story, it in read]
    return Listing([it.slug for it in stories], versions, lambda number: _story(stories[number]))


def _story(story: Article) -> Story:
    tags = tuple(tag.name for tag in story.tags)
    said = repr((html_digest(story), story.title, tags))
    return Story(
        id=story.slug,
        title=story.title,
        text=lambda: plain_text(html_once(story)),
        version=hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(),
        date=story.date.date(),
        tags=tags,
        series=story.series,
        pins=wanted(story.related_wishes),
        bans=banned(story.related_wishes),
    )


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(add_related)
    only_texts_changed.connect(follow)
