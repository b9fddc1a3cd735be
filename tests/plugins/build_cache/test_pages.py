"""A new story changes the first page of a list alone, and each story is on one page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pelican.paginator import PaginationRule

from pelicanconf import PAGINATION_PATTERNS
from plugins.build_cache.pelican_pages import StablePaginator

SETTINGS = {"DEFAULT_ORPHANS": 0, "PAGINATION_PATTERNS": [PaginationRule(*it) for it in PAGINATION_PATTERNS]}


def pages(count: int, size: int) -> dict[str, list[int]]:
    """Address -> stories; the newest has the highest number."""
    lists = StablePaginator("tag/a/index.html", "tag/a/", list(range(count, 0, -1)), SETTINGS, size)
    return {it.url: list(it.object_list) for it in map(lists.page, range(1, lists.num_pages + 1))}


@given(st.integers(0, 60), st.integers(1, 7))
def test_each_story_is_on_one_page(count: int, size: int) -> None:
    found = pages(count, size)
    assert [it for stories in found.values() for it in stories] == list(range(count, 0, -1))
    assert all(len(stories) == size for stories in list(found.values())[1:])
    assert len(found["tag/a/"]) < 2 * size


@given(st.integers(0, 60), st.integers(1, 7))
def test_a_new_story_changes_the_first_page_alone(count: int, size: int) -> None:
    before, after = pages(count, size), pages(count + 1, size)
    assert {url: before[url] for url in before if url != "tag/a/"}.items() <= after.items()
