"""All categories and pages -> `NAVIGATION` and `FOOT`, what every page shows of the others.

A page that looked through the stories itself would have to be made anew whenever any of them changes.
"""

from __future__ import annotations

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from plugins.navigation.links import Link, Shelf, columns, foot


def add_links(generators: list[Generator]) -> None:
    """Signal all_generators_finalized: articles and pages are known."""
    for generator in generators:
        context, settings = generator.context, generator.settings
        if isinstance(generator, ArticlesGenerator):
            shelves = [Shelf(Link(it.name, it.url), len(stories)) for it, stories in generator.categories]
            context["NAVIGATION"] = columns(shelves, settings["SITE"].navigation)
        elif isinstance(generator, PagesGenerator):
            has_stories = bool(context["articles"])
            context["FOOT"] = foot(
                [Link(it.title, it.url) for it in generator.pages],
                settings["ARCHIVES_URL"] if has_stories else "",
                (settings["FEED_ALL_ATOM"] or "") if has_stories else "",
            )


def register() -> None:
    """Called by Pelican."""
    signals.all_generators_finalized.connect(add_links)
