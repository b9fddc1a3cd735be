"""A build after an edit of texts alone lists no stories, and what it leaves is what a clean build makes."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pelican import signals

from newsdesk.building import site
from newsdesk.building.aside import Aside
from newsdesk.building.pelican_run import Run, run_pelican
from tests.identity.paper import MORE, Paper, Story

FAIR, LIFT = "news/2026/fair.md", "news/2025/lift.md"


class Watched:
    """A paper whose builds tell whether they took the short way."""

    def __init__(self, paper: Paper, runs: list[Run]) -> None:
        self.paper, self._runs = paper, runs

    def begin(self) -> None:
        """The first build. Not while the test is set up: that differs in an environment variable, and with
        another environment nothing is taken for known."""
        assert self.paper.build() == 0

    def edit(self, place: str, **fields: object) -> None:
        story = self.paper.stories[place]
        for name, value in fields.items():
            setattr(story, name, value)
        self.paper.put(place, story)

    def is_short(self) -> bool:
        """Of the next build, which must leave what a clean one makes."""
        assert self.paper.build() == 0
        short = self._runs[-1].is_same_site
        assert self.paper.clean_build() == 0
        assert self.paper.files("output") == self.paper.files("clean")
        return short

    def runs_short(self) -> bool:
        """Of the last build."""
        return self._runs[-1].is_same_site

    def made(self) -> list[str]:
        """The outputs that the last build but one (the last is the clean one) made."""
        found = self._runs[-2].site
        assert found is not None
        return sorted(found.reasons)


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    runs: list[Run] = []

    def run(*given: object) -> Run:
        runs.append(run_pelican(*given))  # type: ignore[arg-type]  # as build_site gives it
        return runs[-1]

    monkeypatch.setattr(site, "run_pelican", run)
    paper = Paper(tmp_path)
    paper.begin()
    for number in range(6):
        paper.put(f"news/2024/s{number}.md", Story(f"往事之{number}", date=f"2024-0{number + 1}-05"))
    return Watched(paper, runs)


def test_an_edit_of_texts_lists_no_stories(watched: Watched) -> None:
    watched.begin()
    watched.edit(LIFT, more=MORE[1])
    assert watched.is_short()
    assert "news/2025/lift/index.html" in watched.made()
    assert "index.html" not in watched.made()
    watched.edit(LIFT, more=MORE[2])
    watched.edit("news/2024/s1.md", more=MORE[3])
    assert watched.is_short(), "and so does the next one"


def test_what_a_text_leads_to_is_found(watched: Watched) -> None:
    watched.begin()
    watched.edit(FAIR, more="请看[电梯](/news/2025/lift/)、[关于](/about/)和井道：\n\n![井道](/images/a.svg)")
    watched.is_short()  # it has a picture now, so all is listed
    watched.edit(FAIR, more=f"{watched.paper.stories[FAIR].more}\n\n又一句。")
    assert watched.is_short()
    watched.edit("news/2024/s5.md", more="[井道](../2025/lift.md)封顶了。")
    assert watched.is_short()


def test_a_story_of_the_future_keeps_nobody_waiting(watched: Watched) -> None:
    watched.paper.put("news/2026/later.md", Story("以后", date="2999-01-01"))
    watched.begin()
    watched.edit(LIFT, more=MORE[1])
    assert watched.is_short()


def test_a_story_whose_day_has_come_appears(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = 32_472_115_200  # of the year 2999, in seconds
    watched.paper.put("news/2026/later.md", Story("以后", date="2999-01-01"))
    watched.begin()
    watched.edit(LIFT, more=MORE[1])
    monkeypatch.setattr("newsdesk.building.command.present_ns", lambda: moment * 10**9)
    assert watched.paper.build() == 0
    assert not watched.runs_short()


def test_the_feeds_that_hold_a_story_are_made(watched: Watched) -> None:
    watched.begin()
    watched.edit(FAIR, more=MORE[1])
    assert watched.is_short()
    assert "feeds/all.atom.xml" in watched.made()
    watched.edit("news/2024/s0.md", more=MORE[1])
    assert watched.is_short()
    assert not [it for it in watched.made() if it.startswith("feeds/")]


def test_hidden_stories_and_drafts_too(watched: Watched) -> None:
    watched.begin()
    watched.edit(LIFT, status="hidden")
    watched.paper.put("news/2026/later.md", Story("草稿", status="draft"))
    assert not watched.is_short()
    watched.edit(LIFT, more=MORE[2])
    watched.is_short()  # what goes with a hidden story is only known from all
    watched.edit(FAIR, more=MORE[2])
    assert watched.is_short()
    watched.edit("news/2026/later.md", more=MORE[1])
    assert watched.is_short()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize("is_there", [True, False])
def test_a_process_beside_the_build_finds_the_same(
    watched: Watched, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    asked: list[object] = []

    def beside(modules: Sequence[str]) -> Aside:
        process = Aside(modules)
        asked.append(process("os", "getpid"))
        if not is_there:
            with pytest.raises(EOFError):
                process("os", "_exit", 0)
        return process

    monkeypatch.setattr("newsdesk.building.command.aside", beside)
    watched.begin()
    watched.edit(LIFT, more=MORE[2])
    assert watched.is_short()
    assert len(asked) == 1, "a build from nothing needs none"


def test_a_draft_that_has_a_page_is_not_told(watched: Watched) -> None:
    """A paper may show drafts to its own people."""
    watched.edit(LIFT, status="draft")
    with (watched.paper.folder / "conf.py").open("a", encoding="utf-8") as file:
        file.write('DRAFT_URL, DRAFT_SAVE_AS = "drafts/{slug}/", "drafts/{slug}/index.html"\n')
    watched.begin()
    watched.edit(LIFT, more=MORE[1])
    assert not watched.is_short()


def _title(watched: Watched) -> None:
    watched.edit(FAIR, title="换了题目")


def _first_paragraph(watched: Watched) -> None:
    watched.edit(FAIR, text="头一段换了，摘要也就换了。")


def _new_story(watched: Watched) -> None:
    watched.paper.put("news/2026/new.md", Story("新的一篇"))


def _page(watched: Watched) -> None:
    watched.paper.page("关于我们")


def _picture(watched: Watched) -> None:
    watched.paper.picture(1)


def _harmed_output(watched: Watched) -> None:
    (watched.paper.folder / "output" / "about" / "index.html").unlink()


def _lost_store(watched: Watched) -> None:
    (watched.paper.folder / "store" / "build.sqlite").unlink()


def _other_last_build(watched: Watched) -> None:
    """As where a build was killed after the store was written, or one of two files comes from a backup."""
    (last,) = (watched.paper.folder / "store").glob("last-*.json")
    old = last.read_bytes()
    watched.edit(FAIR, more=MORE[2])
    assert watched.paper.build() == 0
    last.write_bytes(old)


@pytest.mark.parametrize(
    "change",
    [
        _title,
        _first_paragraph,
        _new_story,
        _page,
        _picture,
        _harmed_output,
        _lost_store,
        _other_last_build,
    ],
)
def test_any_other_change_lists_everything(watched: Watched, change: Callable[[Watched], None]) -> None:
    watched.begin()
    change(watched)
    watched.edit(LIFT, more=MORE[1])
    assert not watched.is_short()
    watched.edit(LIFT, more=MORE[2])
    assert watched.is_short(), "the build after that is short again"


def test_after_a_build_that_was_stopped_everything_is_listed(watched: Watched) -> None:
    watched.begin()
    before = watched.paper.files("output")
    watched.edit(LIFT, more="[没有这一页](/nowhere/at-all/)")
    assert watched.paper.build() == 1
    assert watched.paper.files("output") == before
    watched.edit(LIFT, more=MORE[1])
    assert not watched.is_short()


def test_staff_see_no_word_about_it(watched: Watched, caplog: pytest.LogCaptureFixture) -> None:
    watched.begin()
    watched.edit(FAIR, title="换了题目")
    caplog.clear()
    assert watched.paper.build() == 0
    assert not [it for it in caplog.records if it.levelname not in ("DEBUG", "INFO")]


@pytest.mark.parametrize(
    "harm",
    [
        "update meta set value = '{' where name = 'left'",
        "update fields set record = cast(x'7bff' as text)",
        "update template set inputs = '['",
        "drop table told",
    ],
)
def test_a_store_that_is_found_damaged_late_is_thrown_away(
    watched: Watched, harm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    watched.begin()
    with contextlib.closing(sqlite3.connect(watched.paper.folder / "store" / "build.sqlite")) as db, db:
        db.execute(harm)
    watched.edit(LIFT, more=MORE[1])
    watched.is_short()
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "记录坏了" in said or "fields" in harm, "what no page asks for is not looked at"


def test_a_field_that_is_too_long_for_the_row_is_seen_to_change(watched: Watched) -> None:
    watched.edit(FAIR, summary="摊位从三号楼摆到五号楼，" * 5)
    watched.begin()
    watched.edit(FAIR, summary="摊位从五号楼摆到七号楼，" * 5)
    assert not watched.is_short()


def test_a_new_picture_is_seen(watched: Watched) -> None:
    watched.begin()
    watched.edit(LIFT, more="![另一张](/images/b.svg)")
    watched.paper.picture(1, "b")
    assert not watched.is_short()


@pytest.fixture
def stranger() -> Iterator[None]:
    def listen(generator: object) -> None:
        """Might tell stories anything."""

    listen.__module__ = "somebodys_plugin"
    with signals.article_generator_finalized.connected_to(listen):
        yield


def test_a_stranger_who_waits_for_all_stories_gets_them(watched: Watched, stranger: None) -> None:
    watched.begin()
    watched.edit(LIFT, more=MORE[1])
    assert not watched.is_short()


@pytest.mark.parametrize(
    "shown",
    [
        "{{ article.column_page.articles|length if article.column_page else 0 }}",
        "{{ articles|length }}",
        "{% for it in article.column_page.articles %}{{ it.title }}{% endfor %}",
    ],
)
def test_a_template_that_looks_at_other_stories_is_given_them(watched: Watched, shown: str) -> None:
    file = watched.paper.folder / "theme" / "templates" / "article.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{% block main %}", "{% block main %}" + shown, 1), encoding="utf-8")
    for place in list(watched.paper.stories):
        watched.edit(place, column="街坊故事")
    watched.begin()
    watched.edit(LIFT, more=MORE[1])
    assert not watched.is_short()


@pytest.mark.parametrize("name", ["index.html", "page.html", "category.html", "archives.html"])
@pytest.mark.parametrize("shown", ["content|striptags", "reading.characters"])
def test_a_list_that_shows_texts_shows_the_new_one(watched: Watched, name: str, shown: str) -> None:
    file = watched.paper.folder / "theme" / "templates" / name
    text = file.read_text(encoding="utf-8")
    each = "{% for it in articles %}{{ it." + shown + " }}{% endfor %}"
    file.write_text(text.replace("{% block main %}", "{% block main %}" + each, 1), encoding="utf-8")
    assert each in file.read_text(encoding="utf-8")
    watched.begin()
    watched.edit(LIFT, more=MORE[1])
    assert not watched.is_short()
