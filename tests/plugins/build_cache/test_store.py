"""A store that is broken or another's is thrown away; one that is ours is as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from plugins.build_cache.store import FIRST_BUILD, OutputLine, Store, StoryLine

LINE = StoryLine("news/a.md", 1, 2, 3, "abc", b"[]")


def filled(file: Path) -> Store:
    store = Store(file, "code 1")
    store.keep_story(LINE, "{}", "<p>文</p>")
    store.keep_outputs([OutputLine("a.html", "f", 5, 6)])
    store.commit()
    return store


def test_the_next_build_finds_what_the_last_one_kept(tmp_path: Path) -> None:
    assert filled(tmp_path / "s.sqlite").why_new == FIRST_BUILD
    store = Store(tmp_path / "s.sqlite", "code 1")
    assert store.why_new == ""
    assert store.stories() == {"news/a.md": LINE}
    assert store.body("news/a.md") == "<p>文</p>"
    store.doubt_outputs(["a.html", "b.html"])
    assert {it.name: it.fingerprint for it in store.outputs().values()} == {"a.html": "", "b.html": ""}


def test_other_code_starts_from_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "s.sqlite").close()
    store = Store(tmp_path / "s.sqlite", "code 2")
    assert store.why_new
    assert store.stories() == {}
    assert store.outputs() == {}


@pytest.mark.parametrize("harm", ["cut", "text", "foreign", "empty"])
def test_a_broken_file_is_thrown_away(tmp_path: Path, harm: str) -> None:
    file = tmp_path / "s.sqlite"
    filled(file).close()
    if harm == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    elif harm == "text":
        file.write_text("这不是数据库" * 1000)
    elif harm == "empty":
        file.write_bytes(b"")
    else:
        file.unlink()
        with sqlite3.connect(file) as foreign:
            foreign.execute("create table meta (name text, value text)")
    store = Store(file, "code 1")
    assert store.why_new
    assert store.stories() == {}
    store.keep_story(LINE, "{}", "")
    store.commit()
