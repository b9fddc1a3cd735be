"""What stories say comes back from the file as it was, one by one and all together."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plugins.related_articles.said import END, Lines, said, story_of
from plugins.related_articles.why import BREAKS
from tests.plugins.related_articles.stories import DAY, Sample

TEXTS = st.text()


@given(st.lists(TEXTS.map(lambda it: it.translate(BREAKS)), max_size=6), st.data())
def test_lines(lines: list[str], data: st.DataObject) -> None:
    kept = Lines(since=dict(enumerate(lines))).whole(np.arange(len(lines)))
    since = data.draw(st.dictionaries(st.integers(0, max(0, len(lines) - 1)), st.just("另一行")))
    if lines:
        kept.since.update(since)
    now = [since.get(at, line) for at, line in enumerate(lines)]
    assert [kept[at] for at in range(len(lines))] == now
    assert kept.all(np.arange(len(lines))) == now
    assert kept.all(np.arange(len(lines))[::-1]) == now[::-1]


@given(TEXTS, TEXTS, st.lists(TEXTS).map(tuple), TEXTS, st.lists(TEXTS).map(tuple), st.frozensets(TEXTS))
def test_a_story_is_one_line(
    id: str, title: str, tags: tuple[str, ...], series: str, pins: tuple[str, ...], bans: frozenset[str]
) -> None:
    story = Sample(id, title, "", DAY, tags, series, pins, bans).story
    line = said(story)
    assert END not in line
    again = story_of(line, DAY.toordinal())
    names = ("id", "title", "date", "tags", "series", "pins", "bans")
    assert [getattr(again, it) for it in names] == [getattr(story, it) for it in names]
