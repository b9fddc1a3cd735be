"""`newsdesk related` from the staff's side."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsdesk.cli import main

CONF = Path(__file__).parents[3] / "pelicanconf.py"
SAID = {
    "lift": ("三号院加装电梯开工", "加装电梯工程今天开工，低层住户和高层住户商量了四个月。"),
    "talk": ("五号院商量加装电梯", "议事会讨论加装电梯，低层住户担心采光。"),
    "fair": ("春季集市周六开市", "小广场摆出三十二个摊位，孩子们拿玩具换图书。"),
    "books": ("旧书集市换图书", "小广场的旧书摊位摆到傍晚，孩子们拿玩具换图书。"),
}


@pytest.fixture(autouse=True)
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("content/news").mkdir(parents=True)
    for name, (title, text) in SAID.items():
        more = "related: [/news/books/, 不要 /news/fair/]\n" if name == "lift" else ""
        Path(f"content/news/{name}.md").write_text(
            f"---\ntitle: {title}\ndate: 2026-05-03\n{more}---\n\n{text}\n", encoding="utf-8"
        )


def related(*words: str) -> int:
    return main(["related", "--conf", str(CONF), *words])


@pytest.mark.parametrize(
    "written",
    [
        "content/news/lift.md",
        "/news/lift/",
        "news/lift",
        "news/lift.md",
        "http://127.0.0.1:8000/news/lift/",
        "/news/lift/index.html",
    ],
)
def test_each_candidate_has_its_score_and_its_reason(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert related(written) == 0
    said = capsys.readouterr().out
    assert said.startswith("《三号院加装电梯开工》（/news/lift/）下面列出 2 篇，候选共 2 篇")
    first, second = said.index("第1条  旧书集市换图书"), said.index("第2条  五号院商量加装电梯")
    assert first < said.index("列出：编辑在 related 里指定；编辑推荐") < second
    assert "都说到“加装电梯”" in said[second:]
    assert "不列出：编辑在 related 里写了“不要”" in said
    assert "不在候选里（和这一篇不够像），不计分" in said[first:second]


def test_all_that_an_editor_named_is_told_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdesk.relating.command.ROWS", 1)
    lift = Path("content/news/lift.md")
    wishes = "[/news/none/, /news/books/, 不要 /news/fair/]"
    lift.write_text(lift.read_text("utf-8").replace("[/news/books/, 不要 /news/fair/]", wishes), "utf-8")
    assert related("news/lift") == 0
    said = capsys.readouterr().out
    order = ["/news/none/", "第1条  旧书集市", "第2条", "春季集市周六开市"]
    places = [said.index(it, said.index("÷ √泛泛\n")) for it in order]
    assert places == sorted(places)
    assert "这不是哪一篇稿件的网址" in said[places[0] : places[1]]


def test_nothing_is_built_and_the_next_build_is_as_ever(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["build", "--conf", str(CONF)]
    assert main(words) == 0
    built = {it: it.read_bytes() for it in Path("output").rglob("*") if it.is_file()}
    assert related("news/lift") == 0
    assert {it: it.read_bytes() for it in Path("output").rglob("*") if it.is_file()} == built
    os.utime("content/news/fair.md")
    capsys.readouterr()
    assert main(words) == 0
    assert "更新 0 个文件" in capsys.readouterr().out


def test_a_story_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert related("news/none") == 1
    assert "没有“/news/none/”这篇稿件" in capsys.readouterr().err
    Path("content/pages").mkdir()
    Path("content/pages/about.md").write_text("---\ntitle: 关于\ndate: 2026-05-03\n---\n", encoding="utf-8")
    assert related("/about/") == 1
    assert "“/about/”是页面，不是稿件" in capsys.readouterr().err


def test_a_fault_in_a_story_is_said_as_ever(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/news/bad.md").write_text("---\ntitle: 坏\n---\n", encoding="utf-8")
    assert related("news/lift") == 1
