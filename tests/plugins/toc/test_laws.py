"""What holds for the headings of any story."""

from __future__ import annotations

import html as html_module
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from article.heading_ids import id_of
from plugins.toc.headings import Heading, add_ids
from plugins.toc.written import closed

ADDED_ID = re.compile(r'(<h[1-6]) id="[^"]*"')
TEXT = st.text("一二（）、.1 2槐树里集市ab-_！&<\"'ÀＡ①\u3000", max_size=12)
LEVEL = st.integers(2, 6)
TITLES = st.lists(st.tuples(LEVEL, TEXT), max_size=12)


def body(titles: list[tuple[int, str]], paragraph: str = "正文") -> str:
    return "".join(
        f"<h{level}>{html_module.escape(text)}</h{level}>\n<p>{html_module.escape(paragraph)}</p>\n"
        for level, text in titles
    )


def home_of(id: str, html: str) -> int:
    """How many headings begin before the id does, which is in one of them."""
    return html[: html.index(f'id="{html_module.escape(id)}"')].count("<h")


def flat(headings: tuple[Heading, ...]) -> list[Heading]:
    return [one for it in headings for one in (it, *flat(it.children))]


def ids(html: str) -> list[str]:
    return re.findall(r'<h[1-6] id="([^"]*)"', html)


@given(TITLES, st.integers(2, 6))
def test_each_entry_points_to_exactly_one_id(titles: list[tuple[int, str]], deepest: int) -> None:
    html, headings = add_ids(body(titles), deepest)
    for heading in flat(headings):
        assert html.count(f'id="{html_module.escape(heading.id)}"') == 1


@given(TITLES, st.integers(2, 6))
def test_the_tree_holds_each_listed_heading_once_in_order(
    titles: list[tuple[int, str]], deepest: int
) -> None:
    _, headings = add_ids(body(titles), deepest)
    levels = closed([level for level, _ in titles])
    listed = [
        " ".join(text.split())
        for level, (_, text) in zip(levels, titles, strict=True)
        if level <= deepest and text.split()
    ]
    assert [it.text for it in flat(headings)] == (listed if len(listed) > 1 else [])
    assert all(child.level > it.level for it in flat(headings) for child in it.children)


@given(TITLES)
def test_without_the_ids_it_is_the_input(titles: list[tuple[int, str]]) -> None:
    levels = closed([level for level, _ in titles])
    same = [(level, text) for level, (_, text) in zip(levels, titles, strict=True)]
    assert ADDED_ID.sub(r"\1", add_ids(body(titles), 3)[0]) == body(same)


@given(st.lists(LEVEL))
def test_no_level_is_skipped_and_order_among_headings_stays(levels: list[int]) -> None:
    found = closed(levels)
    assert closed(found) == found
    assert all(after <= before + 1 for before, after in pairwise([1, *found]))
    for (was, now), (was_next, now_next) in pairwise(zip(levels, found, strict=True)):
        assert (was_next > was) == (now_next > now)


@given(TITLES)
def test_every_heading_has_an_id_and_a_second_run_changes_nothing(titles: list[tuple[int, str]]) -> None:
    once, headings = add_ids(body(titles), 3)
    assert len(ids(once)) == len(set(ids(once))) == len(titles)
    assert not any(re.search(r"\s", it) for it in ids(once))
    if not any("-" in it for it in ids(once)):
        assert add_ids(once, 3) == (once, headings)


@given(TITLES, st.text("改过的正文<>&", max_size=9))
def test_an_edit_of_the_text_moves_no_id(titles: list[tuple[int, str]], paragraph: str) -> None:
    assert ids(add_ids(body(titles, paragraph), 3)[0]) == ids(add_ids(body(titles), 3)[0])


@given(
    st.lists(st.tuples(LEVEL, TEXT), min_size=1, max_size=8, unique_by=lambda it: id_of(it[1])),
    st.tuples(LEVEL, TEXT),
    st.data(),
)
def test_an_edit_of_one_heading_moves_no_other_id(
    titles: list[tuple[int, str]], other: tuple[int, str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(titles) - 1))
    edited = [*titles[:at], other, *titles[at + 1 :]]
    before, after = ids(add_ids(body(titles), 3)[0]), ids(add_ids(body(edited), 3)[0])
    for place, (_, text) in enumerate(titles):
        if place != at and id_of(text) != id_of(other[1]):
            assert before[place] == after[place]


@given(
    st.lists(st.tuples(LEVEL, TEXT), min_size=1, max_size=8, unique_by=lambda it: id_of(it[1])),
    TEXT,
    st.data(),
)
def test_links_to_a_retitled_heading_still_lead_to_it(
    titles: list[tuple[int, str]], new: str, data: st.DataObject
) -> None:
    """`was` keeps the old address, and moves no other heading's."""
    at = data.draw(st.integers(0, len(titles) - 1))
    level, old = titles[at]
    edited = body([*titles[:at], (level, new), *titles[at + 1 :]])
    before = ids(add_ids(body(titles), 3)[0])
    marked = data.draw(st.sampled_from([old if old.strip() else before[at], before[at]]))
    note = f' data-was="{html_module.escape(marked)}"'
    starts = [found.end() - 1 for found in re.finditer(r"<h[2-6]>", edited)]
    after, _ = add_ids(f"{edited[: starts[at]]}{note}{edited[starts[at] :]}", 3)
    assert "data-was" not in after
    for place, (_, text) in enumerate(titles):
        if id_of(text) != id_of(new) or place == at:
            assert home_of(before[place], after) == place + 1
