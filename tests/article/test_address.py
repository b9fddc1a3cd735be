"""Where a story is found: its path below content/; what a label becomes in an address."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.address import LONGEST, address_of, is_safe_name, label_address


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("news/2026/spring-fair.md", "news/2026/spring-fair/"),
        ("pages/about.md", "about/"),
        ("pages/help/phone.md", "help/phone/"),
        ("pages.md", "pages/"),
        ("news/2026/3.15.md", "news/2026/3.15/"),
    ],
)
def test_the_address_is_the_place(place: str, address: str) -> None:
    assert address_of(PurePosixPath(place)) == address


@pytest.mark.parametrize("label", ["志愿服务", "App", "15分钟服务圈", "a-b_c.d+e"])
def test_a_plain_label_stays_as_it_is(label: str) -> None:
    assert label_address(label) == label


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_labels_have_two_safe_addresses(one: str, other: str) -> None:
    for label in (one, other):
        part = label_address(label)
        assert part.strip(".") == part
        assert not set(part) & set("/\\?#%&<>\"' \n{}")
        assert len(part) <= LONGEST + 7
    assert (label_address(one) == label_address(other)) == (one == other)


@pytest.mark.parametrize("name", ["spring fair", "a/b", "", "..", ".a", "a#b", "50%", "a{b}", "cafe\u0301"])
def test_what_may_not_be_part_of_an_address(name: str) -> None:
    assert not is_safe_name(name)


@pytest.mark.parametrize("name", ["spring-fair", "集市", "2026", "3.15", "a_b+c"])
def test_what_may_be_part_of_an_address(name: str) -> None:
    assert is_safe_name(name)
