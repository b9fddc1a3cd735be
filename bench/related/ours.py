"""Articles -> the lists that plugins/related_articles makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from bench.related.article import Article, Articles
from bench.related.score import PLACES, Lists
from plugins.related_articles.kept import Kept
from plugins.related_articles.relations import Relations, relate
from plugins.related_articles.story import Story


def story(it: Article) -> Story:
    """As the plugin makes one of a page."""
    version = blake2b(repr((it.title, it.tags, it.text)).encode(), digest_size=12).hexdigest()
    return Story(it.id, it.title, lambda: it.text, version, it.date, it.tags)


def found(stories: Sequence[Story], before: Kept | None = None) -> Relations:
    return relate(stories, [], PLACES, before)


def ours(given: Articles) -> Lists:
    """What a site shows."""
    relations = found([story(it) for it in given.all])
    return {it.id: [link.id for link in relations.links(it.id)] for it in given.all}


def before_rescue(given: Articles) -> Lists:
    """The same before stories that no list shows were given a place."""
    kept = found([story(it) for it in given.all]).kept
    lines = kept.shown.first.tolist() if kept.shown else []
    return {
        reader: [kept.ids[place] for place in line if place >= 0]
        for reader, line in zip(kept.ids, lines, strict=True)
    }


def edited(it: Article) -> Article:
    """A sentence more, as when an editor adds a late remark."""
    return replace(it, text=f"{it.text}\n今天下午居民又提出新的意见，社区答应下周答复。")
