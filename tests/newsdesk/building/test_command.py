"""`newsdesk build` from the staff's side: what is on the site, what is not, and what stops it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.building.pelican_run import Run
from newsdesk.cli import main

CONF = Path(__file__).parents[3] / "pelicanconf.py"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Build `content` into `output`, both below a folder of the test's own."""
    monkeypatch.chdir(tmp_path)

    def build(*more: str, output: str = "output") -> int:
        return main(["build", "--conf", str(CONF), "--output", output, *more])

    return build


def story(place: str, text: str = "正文。", **fields: str) -> None:
    file = Path("content", place)
    file.parent.mkdir(parents=True, exist_ok=True)
    given = {"title": place, "date": "2026-05-03", **fields}
    block = "".join(f"{name}: {value}\n" for name, value in given.items() if value)
    file.write_text(f"---\n{block}---\n\n{text}\n", encoding="utf-8")


def pages() -> set[str]:
    return {it.parent.relative_to("output").as_posix() for it in Path("output").rglob("index.html")}


def test_a_story_is_on_the_page_of_its_place(build: Callable[..., int]) -> None:
    story("news/2026/fair.md", title="集市开张")
    story("news/2026/hidden.md", title="藏着的一篇", status="hidden")
    story("pages/about.md", title="关于本站")
    assert build() == 0
    assert {"news/2026/fair", "news/2026/hidden", "about"} <= pages()
    home = Path("output/index.html").read_text(encoding="utf-8")
    assert "集市开张" in home
    assert "藏着的一篇" not in home


def test_drafts_and_stories_of_the_future_are_on_no_page(build: Callable[..., int]) -> None:
    story("news/2026/fair.md")
    story("news/drafts/unfinished.md", title="没写完的一篇", status="draft", date="")
    story("news/2026/later.md", title="还没到的一篇", date="2099-01-01 08:00")
    story("pages/later.md", title="还没到的一篇", date="2099-01-01")
    assert build() == 0
    for page in Path("output").rglob("*.*"):
        text = page.read_text(encoding="utf-8")
        assert "没写完的一篇" not in text
        assert "还没到的一篇" not in text


def test_the_present_may_be_given(
    build: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story("news/2024/fair.md", date="2024-12-31 08:00")
    story("news/2025/later.md", date="2025-01-02")
    story("pages/later.md", date="2025-01-02")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735700000")  # 1 January 2025
    assert build() == 0
    assert "news/2024/fair" in pages()
    assert not {"news/2025/later", "later"} & pages()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735800000")  # a day later
    assert build() == 0
    assert {"news/2025/later", "later"} <= pages()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert build() == 1
    assert "SOURCE_DATE_EPOCH 写的是“soon”" in capsys.readouterr().err


def test_a_wrong_story_stops_the_build_and_the_last_site_stays(
    build: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    story("news/2026/fair.md")
    assert build() == 0
    before = {it: it.read_bytes() for it in Path("output").rglob("*") if it.is_file()}
    story("news/2026/bad.md", date="五月三日")
    story("news/2026/worse.md", venue="三号院")
    assert build() == 1
    told = capsys.readouterr().err
    assert "content/news/2026/bad.md:3: “date”写的是“五月三日”" in told
    assert "content/news/2026/worse.md:4: 没有“venue”这个字段" in told
    assert "Traceback" not in told
    assert {it: it.read_bytes() for it in Path("output").rglob("*") if it.is_file()} == before


def test_the_page_of_a_deleted_story_goes_and_foreign_files_stay(build: Callable[..., int]) -> None:
    story("news/2026/fair.md")
    story("news/2026/market.md")
    assert build() == 0
    Path("output/CNAME").write_text("example.com")
    Path("content/news/2026/market.md").unlink()
    assert build() == 0
    assert "news/2026/market" not in pages()
    assert Path("output/CNAME").exists()


def test_the_same_stories_give_the_same_bytes(build: Callable[..., int]) -> None:
    for number in range(8):
        story(
            f"news/2026/s{number}.md",
            text=f"## 甲\n\n第{number}天的集市。\n\n## 乙\n\n摊位{number}个。",
            tags="[集市]",
        )
    assert build() == 0
    assert build("--store", "other", output="again") == 0
    one, two = (
        {it.relative_to(top): it.read_bytes() for it in Path(top).rglob("*") if it.is_file()}
        for top in ("output", "again")
    )
    assert one == two


@pytest.mark.parametrize("output", ["content/site", ".", "content", "file"])
def test_a_site_is_never_built_where_it_would_harm(
    build: Callable[..., int], output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    story("news/2026/fair.md")
    Path("file").write_text("")
    assert build(output=output) == 1
    assert "请换一个 OUTPUTDIR" in capsys.readouterr().err
    assert not Path("content/site").exists()


def test_a_site_without_stories_is_built_too(build: Callable[..., int]) -> None:
    Path("content").mkdir()
    assert build() == 0
    assert Path("output/index.html").is_file()


def test_relative_links_open_without_a_server(build: Callable[..., int]) -> None:
    story("news/2026/fair.md", category="民生服务")
    assert build("--relative-urls") == 0
    page = Path("output/news/2026/fair/index.html").read_text(encoding="utf-8")
    assert 'href="../../../category/民生服务/"' in page
    assert 'href="/' not in page


def test_a_story_that_pelican_left_out_stops_the_build(
    build: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story("news/2026/fair.md")
    nothing = Run(frozenset(), frozenset(), "", None)
    monkeypatch.setattr("newsdesk.building.site.run_pelican", lambda *_: nothing)
    assert build() == 1
    assert "content/news/2026/fair.md:1: 这篇稿件没有被排进网站" in capsys.readouterr().err
    assert not Path("output").exists()


FAILING = """
import logging
from pelican import signals

def fail(_):
    logging.getLogger("failing").error("坏了")

def register():
    signals.finalized.connect(fail)
"""


def test_an_error_that_pelican_only_logs_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    story("news/2026/fair.md")
    Path("failing.py").write_text(FAILING, encoding="utf-8")
    Path("conf.py").write_text(
        f"import runpy\nglobals().update(runpy.run_path({str(CONF)!r}))\n"
        "PLUGIN_PATHS = ['.']\nPLUGINS = [*PLUGINS, 'failing']\n"
    )
    command = [sys.executable, "-m", "newsdesk", "build", "--conf", "conf.py"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (1, "坏了\n生成网站时出错，见上面几行。\n网站没有生成。\n")


def test_one_build_leaves_logging_as_it_was(build: Callable[..., int]) -> None:
    story("news/2026/fair.md")
    assert build() == 0
    logging.getLogger("any").error("an error of the tests' own")


def test_a_wrong_setting_is_told_in_a_sentence(
    build: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    story("news/2026/fair.md")
    Path("conf.py").write_text("raise ValueError('SiteSettings.seal is 邻里; use exactly four characters')\n")
    assert main(["build", "--conf", "conf.py"]) == 1
    told = capsys.readouterr().err
    assert "网站设置有一处不对（conf.py）：SiteSettings.seal is 邻里; use exactly four characters" in told
    assert "Traceback" not in told


def test_a_link_to_a_page_that_the_site_does_not_have_stops_the_build(
    build: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    story("news/2026/fair.md", text="见[旧闻](/articles/a1/)和[全部](/archives/)。")
    assert build() == 1
    assert "content/news/2026/fair.md:6: 找不到“/articles/a1”" in capsys.readouterr().err


def test_a_killed_build_leaves_no_site_aside_for_long(build: Callable[..., int]) -> None:
    story("news/2026/fair.md")
    left = Path(".build/site-killed")
    left.mkdir(parents=True)
    os.utime(left, (0, 0))
    assert build() == 0
    assert not left.exists()


def test_the_live_site_has_whole_addresses(
    monkeypatch: pytest.MonkeyPatch, build: Callable[..., int]
) -> None:
    story("news/2026/fair.md", text="见[首页](/)和[旧闻](/news/2026/old/)。")
    story("news/2026/old.md")
    monkeypatch.setenv("SITE_ADDRESS", "https://paper.example/linli/")
    assert main(["build", "--conf", str(CONF.with_name("publishconf.py"))]) == 0
    page = Path("output/news/2026/fair/index.html").read_text(encoding="utf-8")
    assert 'rel="canonical" href="https://paper.example/linli/news/2026/fair/"' in page
    assert 'href="https://paper.example/linli/news/2026/old/"' in page
    assert 'href="/' not in page
