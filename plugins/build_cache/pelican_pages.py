"""A long list of stories -> its pages, numbered so that a new story changes the first page alone.

Pelican counts pages from the newest story, so a new one moves a story over the edge of every page. Here
the page
/page/2/ holds the oldest stories, /page/3/ the next, and what is left at the new end is the first page,
which holds
from one page's worth up to nearly two. An address that a reader keeps goes on showing the same stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pelican.paginator import Page, Paginator


class StablePaginator(Paginator):
    """Pelican's, with its places: 1 is the first page (the newest stories), the last place is the oldest
    page."""

    def page(self, number: int) -> StablePage:
        """The page at a place, not the one of a number: the second place has the highest number."""
        older = self._older()
        if number == 1:
            return StablePage(self, 1, 0, self.object_list[: self.count - older * self.per_page])
        from_oldest = older - number + 2
        end = self.count - (from_oldest - 1) * self.per_page
        return StablePage(self, number, from_oldest, self.object_list[end - self.per_page : end])

    def _older(self) -> int:
        """Pages beside the first."""
        return max(1, self.count // self.per_page) - 1 if self.per_page else 0

    @property
    def num_pages(self) -> int:
        return self._older() + 1


class StablePage(Page):
    """`number` is 1 for the first page, else that of its address; `total` is how many stories the list
    has, on the first page alone, so that no other page changes with it."""

    def __init__(self, pages: StablePaginator, place: int, from_oldest: int, stories: Sequence[Any]) -> None:
        super().__init__(pages.name, pages.url, stories, from_oldest + 1, pages, pages.settings)
        self._place = place
        self.total = pages.count if place == 1 else 0

    def has_next(self) -> bool:
        return bool(self._place < self.paginator.num_pages)

    def has_previous(self) -> bool:
        return self._place > 1
