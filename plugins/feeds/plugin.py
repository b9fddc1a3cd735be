"""Stories -> Atom and RSS feeds that say each story whole, with addresses that work anywhere."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from pelican import Pelican, signals
from pelican.contents import Article
from pelican.writers import Atom1Feed, Rss201rev2Feed, Writer

from plugins.feeds.entry import StoryFacts, entry, printable

LANGUAGE = "zh-CN"  # Pelican's DEFAULT_LANG arrives in small letters
BEFORE_ANY_STORY = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
DUBLIN_CORE = {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}


class XmlHandler(Protocol):
    """What feedgenerator hands to a feed that writes itself."""

    def startElement(self, name: str, attrs: dict[str, str]) -> None: ...  # noqa: N802 feedgenerator's name
    def endElement(self, name: str) -> None: ...  # noqa: N802 feedgenerator's name
    def addQuickElement(  # noqa: N802 feedgenerator's name
        self, name: str, contents: str, attrs: dict[str, str] | None = None
    ) -> None: ...


class AtomFeed(Atom1Feed):
    """feedgenerator's Atom feed with all authors of a story, and without the clock."""

    def add_item_elements(self, handler: XmlHandler, item: dict[str, tuple[str, ...]]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")

    def latest_post_date(self) -> dt.datetime:
        return super().latest_post_date() if self.items else BEFORE_ANY_STORY


class RssFeed(Rss201rev2Feed):
    """feedgenerator's RSS feed with all authors of a story, and without the clock."""

    def add_item_elements(self, handler: XmlHandler, item: dict[str, tuple[str, ...]]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.addQuickElement("dc:creator", name, DUBLIN_CORE)

    def latest_post_date(self) -> dt.datetime:
        return super().latest_post_date() if self.items else BEFORE_ANY_STORY


class FeedWriter(Writer):
    """Pelican's writer; the two steps of `write_feed` that it overrides are private names of Pelican 4.12."""

    def _create_new_feed(
        self, feed_type: str, feed_title: str | None, context: dict[str, object]
    ) -> AtomFeed | RssFeed:
        site = self.settings["SITE"]
        return (RssFeed if feed_type == "rss" else AtomFeed)(
            title=printable(f"{site.name} · {feed_title}" if feed_title else site.name),
            link=f"{site.address}/",
            feed_url=self.feed_url,
            feed_guid=self.feed_url,
            description=site.description,
            author_name=site.publisher,
            language=LANGUAGE,
        )

    def _add_item_to_the_feed(self, feed: AtomFeed | RssFeed, item: Article) -> None:
        site: str = self.settings["SITE"].address
        story = entry(_facts(item, site), site)
        whole = isinstance(feed, AtomFeed) or not self.settings["RSS_FEED_SUMMARY_ONLY"]
        feed.add_item(
            title=story.title,
            link=story.link + ("?ref=feed" if self.settings["FEED_APPEND_REF"] else ""),
            unique_id=story.link,
            description=story.content if whole and isinstance(feed, RssFeed) else story.summary,
            content=story.content if whole else None,
            authors=story.authors,
            categories=story.categories,
            pubdate=story.published,
            updateddate=story.updated,
        )


def _facts(story: Article, site: str) -> StoryFacts:
    return StoryFacts(
        url=story.url,
        title=story.title,
        summary=story.summary,
        body=story.get_content(site),
        authors=story.author_names,
        categories=(story.category.name, *(tag.name for tag in story.tags)),
        published=story.date,
        updated=getattr(story, "modified", story.date),
    )


def use_feed_writer(pelican: Pelican) -> type[Writer]:
    """Signal get_writer."""
    return FeedWriter


def register() -> None:
    """Called by Pelican."""
    signals.get_writer.connect(use_feed_writer)
