"""What a build says when the store of the last one cannot be believed."""

from __future__ import annotations

import json

import pytest

from plugins.build_cache.made_by import OTHER_CODE, changed, digest_of_settings, note_of

SETTINGS = {"SITENAME": "槐树里", "RELATED": 5, "PATH": "/anywhere"}


def test_changed_settings_are_named() -> None:
    note = note_of("code", SETTINGS)
    assert changed(note, "code", {**SETTINGS, "RELATED": 4}) == "设置 RELATED 变了"
    assert changed(note, "code", {**SETTINGS, "SITENAME": "别处", "NEW": 1}) == "设置 NEW、SITENAME 变了"
    assert changed(note, "code", {"SITENAME": "槐树里"}) == "设置 RELATED 变了"


def test_other_code_is_said_instead() -> None:
    assert changed(note_of("code", SETTINGS), "other", {**SETTINGS, "RELATED": 4}) == OTHER_CODE
    assert changed(note_of("code", SETTINGS), "code", SETTINGS) == OTHER_CODE


@pytest.mark.parametrize(
    "note", ["", "[]", "{}", "3", '["code", 3]', '["code", {"不是 名字": "1"}]', "not json"]
)
def test_a_note_that_is_none_of_ours_is_not_repeated(note: str) -> None:
    said = changed(note, "code", SETTINGS)
    assert "不是" not in said


def test_places_say_nothing_of_what_pages_show() -> None:
    assert digest_of_settings(SETTINGS) == digest_of_settings({**SETTINGS, "PATH": "/elsewhere"})
    assert digest_of_settings(SETTINGS) != digest_of_settings({**SETTINGS, "RELATED": 6})
    assert "PATH" not in json.loads(note_of("code", SETTINGS))[1]
