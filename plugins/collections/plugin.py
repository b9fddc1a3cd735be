"""All stories -> the pages of columns and series, and for each story its place among them and in time."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer

from plugins.collections.places import Beside, beside, places, uncounted
from plugins.collections.shelf import Shelf, newest_first, shelves
from plugins.pelican_internals import every_story, moment_of

KINDS = {"column": "COLUMNS", "series": "SERIES"}
"""Field, folder and template of a kind of shelf -> its name in templates."""

BOTH_ORDERS = {"series"}
"""Kinds that tell a story in parts, which a newcomer reads from the first on."""


def add_shelves(generator: ArticlesGenerator) -> None:
    """Signal article_generator_finalized: before any page is written."""
    stories = newest_first(generator.articles, moment_of)
    for kind, variable in KINDS.items():
        generator.context[variable] = shelves(stories, attrgetter(kind), kind, kind in BOTH_ORDERS)
    _add_places(generator, stories)


def _add_places(generator: ArticlesGenerator, stories: Sequence[Article]) -> None:
    columns = {shelf.name: shelf for shelf in generator.context["COLUMNS"]}
    series: dict[str, Shelf[Article]] = {shelf.name: shelf for shelf in generator.context["SERIES"]}
    around, alone = beside(stories), Beside()
    counted = {slug: place for shelf in series.values() for slug, place in places(shelf).items()}
    for story in every_story(generator):
        near = around.get(story.slug, alone)
        story.previous, story.next = near.previous, near.next
        story.column_page = columns.get(story.column)
        shelf = series.get(story.series)
        story.series_place = counted.get(story.slug) or (uncounted(shelf) if shelf else None)


def write_shelves(generator: ArticlesGenerator, writer: Writer) -> None:
    """Signal article_writer_finalized."""
    for kind, variable in KINDS.items():
        for shelf in generator.context[variable]:
            _write(generator, writer, kind, shelf, shelf.url, shelf.articles)
            if shelf.oldest_first_url:
                _write(generator, writer, kind, shelf, shelf.oldest_first_url, shelf.articles[::-1])


def _write(
    generator: ArticlesGenerator,
    writer: Writer,
    kind: str,
    shelf: Shelf[Article],
    url: str,
    stories: Sequence[Article],
) -> None:
    """One listing with all its pages, made the way Pelican makes a category's."""
    writer.write_file(
        f"{url}index.html",
        generator.get_template(kind),
        generator.context,
        relative_urls=generator.settings["RELATIVE_URLS"],
        template_name=kind,
        url=url,
        shelf=shelf,
        oldest_first=url == shelf.oldest_first_url,
        articles=list(stories),
        dates=list(stories),
        all_articles=generator.articles,
        page_name=url.rstrip("/"),
        blog=True,
    )


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(add_shelves)
    signals.article_writer_finalized.connect(write_shelves)
