"""Stories -> their Terms."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from plugins.related_articles.story import Story
from plugins.related_articles.terms import Terms, terms
from plugins.related_articles.work import Workers


def read(stories: Sequence[Story], workers: Workers) -> list[Terms]:
    """One for each, in this order. Only here a story's text is asked for."""
    given = [(it.title, it.tags, it.text()) for it in stories]
    parts = [given[part] for part in workers.split(len(given))]
    return list(chain.from_iterable(workers.map(_read, parts)))


def _read(given: Sequence[tuple[str, Sequence[str], str]]) -> list[Terms]:
    return [terms(*it) for it in given]
