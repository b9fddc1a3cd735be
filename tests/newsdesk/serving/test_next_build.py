"""The build that is made ready before it is asked for: it shows what lies there when it is asked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.serving.next_build import NextBuild
from tests.identity.paper import ROOT, Paper, Story

FAIR = "news/2026/fair.md"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paper:
    monkeypatch.chdir(ROOT)
    paper = Paper(tmp_path)
    paper.begin()
    return paper


@pytest.fixture
def build(paper: Paper) -> Iterator[NextBuild]:
    places = {"content": "content", "output": "output", "store": "store", "conf": "conf.py"}
    words = [word for name, place in places.items() for word in (f"--{name}", str(paper.folder / place))]
    with NextBuild(paper.folder / "conf.py", words) as build:
        yield build


def _page(paper: Paper) -> str:
    return (paper.folder / "output" / "news/2026/fair/index.html").read_text(encoding="utf-8")


def test_stories_settings_and_code_are_those_of_the_moment(paper: Paper, build: NextBuild) -> None:
    first = build.run()
    assert "网站已生成到" in first.said
    assert first.problems == ""
    paper.put(FAIR, Story("换过的标题"))
    paper.note = "换过的说明"
    paper.settings()
    assert build.run().problems == ""
    assert "换过的标题" in _page(paper)
    assert "换过的说明" in _page(paper)
    build.start_anew()
    assert "没有改动" in build.run().said


def test_what_is_wrong_is_said_and_the_next_build_mends_it(paper: Paper, build: NextBuild) -> None:
    assert build.run().problems == ""
    paper.put(FAIR, Story("集市", date="五月三日"))
    assert "五月三日" in build.run().problems
    paper.put(FAIR, Story("集市照常"))
    assert build.run().problems == ""
    assert "集市照常" in _page(paper)


def test_settings_that_cannot_be_read_are_said_when_they_are_used(paper: Paper, build: NextBuild) -> None:
    settings = (paper.folder / "conf.py").read_text(encoding="utf-8")
    (paper.folder / "conf.py").write_text("1 / 0\n", encoding="utf-8")
    assert "division by zero" in build.run().problems
    assert "division by zero" in build.run().problems
    (paper.folder / "conf.py").write_text(settings, encoding="utf-8")
    assert build.run().problems == ""


def test_no_process_is_left(paper: Paper) -> None:
    with NextBuild(paper.folder / "conf.py", []) as build:
        number = build._process.pid
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
