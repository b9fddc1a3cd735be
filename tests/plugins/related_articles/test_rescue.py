"""No story is lost, and nobody's list gets shorter for it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plugins.related_articles.rescue import rescued


def made(lists: list[list[int]], near: list[list[int]], group: list[int] | None = None) -> list[list[int]]:
    alone = list(range(len(lists))) if group is None else group
    return rescued(np.array(lists), np.array(alone), np.array(near).__getitem__, {}, {}).tolist()


def test_a_story_in_no_list_takes_the_last_place_that_can_be_spared_in_the_nearest_list() -> None:
    lists = [[1, 2], [0, 2], [0, 1], [0, 1]]
    near = [[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]]
    assert made(lists, near) == [[1, 3], [0, 2], [0, 1], [0, 1]]


def test_where_all_are_reached_nothing_changes() -> None:
    lists = [[1], [0]]
    assert made(lists, lists) == lists


def test_a_link_that_is_a_story_s_only_one_stays_unless_another_is_found_for_it() -> None:
    lists = [[1], [0], [0]]
    near = [[1, 2], [0, 2], [0, 1]]
    found = made(lists, near)
    assert {it for line in found for it in line} == {0, 1, 2}


def test_a_reprint_of_a_shown_story_is_reached_with_it() -> None:
    lists = [[1], [0], [1]]
    near = [[1, 2], [0, -1], [1, -1]]
    assert made(lists, near, group=[0, 1, 0]) == lists


def test_pins_stay_and_bans_hold() -> None:
    lists = np.array([[1, 2], [0, 2], [0, 1], [0, 1]])
    near = np.array([[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]])
    group = np.arange(4)
    assert rescued(lists, group, near.__getitem__, {0: [1, 2]}, {1: [3]}).tolist() == [
        [1, 2],
        [0, 2],
        [0, 3],
        [0, 1],
    ]


@given(st.integers(2, 12), st.integers(1, 4))
def test_each_story_with_a_neighbour_is_in_a_list(size: int, many: int) -> None:
    """Everybody is a neighbour of everybody, and all lists show the same few stories."""
    near = np.array([[it for it in range(size) if it != reader] for reader in range(size)])
    wide = np.full((size, many), -1)
    first = near[:, :many]
    wide[:, : first.shape[1]] = first
    found = rescued(wide, np.arange(size), near.__getitem__, {}, {})
    assert set(found[found >= 0].tolist()) == set(range(size))
    assert ((found >= 0).sum(axis=1) >= (wide >= 0).sum(axis=1)).all()
    for reader, line in enumerate(found.tolist()):
        shown = [it for it in line if it >= 0]
        assert reader not in shown
        assert len(shown) == len(set(shown))
