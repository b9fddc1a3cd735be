"""All stories -> the pages of columns and series, `article.column_page` and `article.series_page`."""

from __future__ import annotations

from operator import attrgetter

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer

from plugins.collections.shelf import Shelf, shelves
from plugins.pelican_internals import every_story

KINDS = {"column": "COLUMNS", "series": "SERIES"}
"""Field, folder and template of a kind of shelf -> its name in templates."""


def add_shelves(generator: ArticlesGenerator) -> None:
    """Signal article_generator_finalized: before any page is written."""
    for kind, variable in KINDS.items():
        made: tuple[Shelf[Article], ...] = shelves(generator.articles, attrgetter(kind), kind)
        generator.context[variable] = made
        by_name = {shelf.name: shelf for shelf in made}
        for story in every_story(generator):
            setattr(story, f"{kind}_page", by_name.get(getattr(story, kind)))


def write_shelves(generator: ArticlesGenerator, writer: Writer) -> None:
    """Signal article_writer_finalized: a page for each shelf, made the way Pelican makes a category's."""
    for kind, variable in KINDS.items():
        for shelf in generator.context[variable]:
            writer.write_file(
                shelf.save_as,
                generator.get_template(kind),
                generator.context,
                relative_urls=generator.settings["RELATIVE_URLS"],
                template_name=kind,
                url=shelf.url,
                shelf=shelf,
                articles=list(shelf.articles),
                dates=list(shelf.articles),
                all_articles=generator.articles,
                page_name=shelf.url.rstrip("/"),
                blog=True,
            )


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(add_shelves)
    signals.article_writer_finalized.connect(write_shelves)
