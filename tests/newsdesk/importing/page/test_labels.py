"""A line -> the labels in it; here 编辑 without a colon, which is a word as well."""

from __future__ import annotations

import pytest

from newsdesk.importing.page.labels import labels


def roles(text: str) -> list[str]:
    return [spot.word for spot in labels(text)]


@pytest.mark.parametrize("text", ["(编辑林小满)", "责编林小满", "每经编辑 林小满", "记者 江一帆 编辑林小满"])
def test_editor_and_name_without_a_colon(text: str) -> None:
    assert roles(text)


@pytest.mark.parametrize("text", ["编辑方法", "编辑林小满", "江一帆 编辑方法", "责编工作", "(编辑方法)"])
def test_what_is_no_name_names_no_editor(text: str) -> None:
    assert roles(text) == []
