"""`newsdesk why` after builds of a small paper: it names what changed, and nothing that did not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsdesk.cli import main
from tests.identity.paper import TEXTS, Paper, Story

FAIR = "news/2026/fair.md"
PAGE = "news/2026/fair/index.html"
NOT_MADE = "没有重新做"

Why = Callable[..., str]


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    paper = Paper(tmp_path)
    paper.begin()
    paper.picture(0, "b")
    assert paper.build() == 0
    yield paper


@pytest.fixture
def why(paper: Paper, capsys: pytest.CaptureFixture[str]) -> Why:
    """What is said of a place below the output folder."""

    def why(name: str) -> str:
        return _asked(paper, str(paper.folder / "output" / name), capsys)

    return why


def _asked(paper: Paper, file: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    places = ["--output", str(paper.folder / "output"), "--store", str(paper.folder / "store")]
    code = main(["why", file, *places])
    captured = capsys.readouterr()
    assert bool(captured.err) == bool(code)
    return captured.out + captured.err


def test_a_first_page_is_new(why: Why) -> None:
    assert "它是新的" in why(PAGE)


def test_an_edit_of_the_text_is_named_and_does_not_touch_other_pages(paper: Paper, why: Why) -> None:
    paper.put(FAIR, Story("第0篇", text=f"{TEXTS[0]}\n\n最后一句。"))
    assert paper.build() == 0
    assert f"稿件 {FAIR} 变了：" in why(PAGE)
    assert "正文" in why(PAGE)
    assert "标题" not in why(PAGE)
    assert NOT_MADE in why("about/index.html")


def test_a_list_names_the_story_that_it_shows(paper: Paper, why: Why) -> None:
    paper.put(FAIR, Story("新的标题", text=TEXTS[0]))
    assert paper.build() == 0
    assert "标题" in why(PAGE)
    assert f"列出的稿件变了，其中有改动的稿件 {FAIR}" in why("index.html")
    assert f"其中有改动的稿件 {FAIR}" in why("feeds/all.atom.xml")


def test_a_picture_is_named_with_the_story_that_shows_it(paper: Paper, why: Why) -> None:
    paper.put(FAIR, Story("第0篇", text=TEXTS[2]))
    assert paper.build() == 0
    paper.picture(2)
    assert paper.build() == 0
    said = why(PAGE)
    assert "它用到的文件 images/a.svg" in said
    assert "标题" not in said
    assert "照原样" in why("images/a.svg")
    assert NOT_MADE in why("images/b.svg")


def test_a_template_is_named_and_no_other(paper: Paper, why: Why) -> None:
    paper.template("article.html")
    assert paper.build() == 0
    said = why(PAGE)
    assert "模板 article.html 变了" in said
    assert said.count("\n  - ") == 1
    assert NOT_MADE in why("index.html")


def test_a_part_that_templates_take_in_is_named(paper: Paper, why: Why) -> None:
    paper.template("components/masthead/masthead.html")
    assert paper.build() == 0
    assert "模板 components/masthead/masthead.html 变了" in why("index.html")


def test_a_setting_is_named(paper: Paper, why: Why) -> None:
    paper.related = 2
    paper.settings()
    assert paper.build() == 0
    said = why(PAGE)
    assert "这次全部重新生成：设置 RELATED 变了" in said


def test_a_page_that_was_harmed_by_hand(paper: Paper, why: Why) -> None:
    (paper.folder / "output" / PAGE).unlink()
    assert paper.build() == 0
    assert "被删去或改动过" in why(PAGE)


def test_where_nothing_changed_the_last_build_that_made_something_counts(paper: Paper, why: Why) -> None:
    paper.put(FAIR, Story("新的标题", text=TEXTS[0]))
    assert paper.build() == 0
    said = why(PAGE)
    assert paper.build() == 0
    assert why(PAGE) == said


def test_an_address_will_do(paper: Paper, capsys: pytest.CaptureFixture[str]) -> None:
    assert "它是新的" in _asked(paper, "/news/2026/fair/", capsys)
    assert "它是新的" in _asked(paper, "https://huaishuli.example/news/2026/fair/", capsys)


@pytest.mark.parametrize("asked", ["nonsense", "output/nonsense.html", "/etc/passwd", "../content", "", "?"])
def test_what_is_no_file_of_the_site_is_refused(
    asked: str, paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _asked(paper, asked, capsys)
    assert f"网站里没有“{asked}”" in said
    assert "例如" in said


@pytest.mark.parametrize("text", [None, "", "[]", '["linli reasons 1", "", [], 3]'])
def test_without_a_build_it_says_so(
    text: str | None, paper: Paper, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (paper.folder / "store").glob("why-*"):
        file.unlink() if text is None else file.write_text(text)
    assert "请先运行 make html" in _asked(paper, PAGE, capsys)
