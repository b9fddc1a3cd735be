"""Each case: a story's HTML before and after."""

from __future__ import annotations

from collections.abc import Callable

from article.picture_size import Size
from plugins.images.figures import with_figures
from tests.cases import Case


def size_of(address: str) -> Size | None:
    return None if "broken" in address else Size(40, 30)


def test_case(case: Case, check: Callable[[str], None]) -> None:
    check(with_figures(case.given, size_of))


def test_twice_is_once(case: Case) -> None:
    once = with_figures(case.given, size_of)
    assert with_figures(once, size_of) == once


def test_a_size_is_asked_by_the_address_as_it_is() -> None:
    asked: list[str] = []
    with_figures('<p><img alt="" src="/a&amp;b.jpg"></p>', lambda address: asked.append(address))
    assert asked == ["/a&b.jpg"]
