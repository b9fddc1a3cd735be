"""`newsdesk import` as staff and scripts run it: files, options, what is printed, what is written."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from article.document import parse
from article.front_matter import FrontMatter
from newsdesk.importing import command
from newsdesk.importing.filing import placing

PAGE = """槐树里办起春季集市

  • 发布时间:05-03 09:26
  • 新闻来源:槐树里日报
  • 责任编辑:林小满

      三号院的小广场上,一大早就支起了三十二个摊位,居民们带来旧书、绿植和点心,热热闹闹地办起了集市。

    本报记者江一帆
"""
Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command with these words behind `newsdesk import`, in an empty folder with page.txt."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return lambda *words: command.run(parser.parse_args(words))


def written(folder: Path) -> list[str]:
    """Every file below a folder that the site sees, as a path below it."""
    places = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(it.as_posix() for it in places if not any(part.startswith(".") for part in it.parts))


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    captured = capsys.readouterr()
    assert captured.err == ""
    return [json.loads(line) for line in captured.out.splitlines()]


def test_with_a_year_it_is_a_story_of_that_year(run: Run) -> None:
    assert run("page.txt", "--year", "2026") == 0
    assert written(Path("content")) == ["news/2026/huai-shu-li-ban-qi-chun-ji-ji.md"]
    text = Path("content/news/2026/huai-shu-li-ban-qi-chun-ji-ji.md").read_text(encoding="utf-8")
    front_matter = parse(text, Path("x.md")).front_matter
    assert (front_matter.source, front_matter.editor, front_matter.authors) == (
        "槐树里日报",
        "林小满",
        ("江一帆",),
    )
    assert "date: 2026-05-03 09:26\n" in text


def test_without_a_year_it_is_a_draft_that_says_why(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("page.txt") == 0
    assert written(Path("content")) == ["news/drafts/huai-shu-li-ban-qi-chun-ji-ji.md"]
    text = Path("content/news/drafts/huai-shu-li-ban-qi-chun-ji-ji.md").read_text(encoding="utf-8")
    assert "status: draft\n" in text
    assert "date:" not in text
    report = capsys.readouterr().out
    assert "没有写年份" in report
    assert "--year" in report


def test_a_dry_run_writes_nothing(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("page.txt", "--year", "2026", "--dry-run") == 0
    assert not Path("content").exists()
    assert "什么都没有写" in capsys.readouterr().out


def test_the_same_story_is_refused_and_its_file_stays(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("page.txt", "--year", "2026")
    path = Path("content/news/2026/huai-shu-li-ban-qi-chun-ji-ji.md")
    path.write_text(path.read_text(encoding="utf-8") + "\n后来加的一句。\n", encoding="utf-8")
    before = path.read_bytes()
    assert run("page.txt", "--year", "2026") == 1
    assert path.read_bytes() == before
    assert written(Path("content")) == ["news/2026/huai-shu-li-ban-qi-chun-ji-ji.md"]
    assert "已经导入过：content/news/2026/huai-shu-li-ban-qi-chun-ji-ji.md" in capsys.readouterr().err


def test_another_story_with_the_same_title_gets_a_name_of_its_own(run: Run) -> None:
    run("page.txt", "--year", "2026")
    other = PAGE.replace("三号院的小广场上", "一号院今年头一回办集市，地方不大").replace("三十二", "九")
    other = other.replace("居民们带来旧书、绿植和点心,热热闹闹地办起了集市", "卖的都是自家阳台上种的花和菜")
    Path("other.txt").write_text(other, encoding="utf-8")
    assert run("other.txt", "--year", "2026") == 0
    names = ["news/2026/huai-shu-li-ban-qi-chun-ji-ji-2.md", "news/2026/huai-shu-li-ban-qi-chun-ji-ji.md"]
    assert written(Path("content")) == names


def test_one_file_twice_in_one_run_is_one_story(run: Run) -> None:
    assert run("page.txt", "page.txt", "--dry-run") == 1
    assert run("page.txt", "page.txt") == 1
    assert written(Path("content")) == ["news/drafts/huai-shu-li-ban-qi-chun-ji-ji.md"]


def test_a_draft_that_nobody_touched_gives_way_to_the_story(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("page.txt")
    capsys.readouterr()
    assert run("page.txt", "--year", "2026", "--json") == 0
    (row,) = rows(capsys)
    assert row["instead_of"] == "content/news/drafts/huai-shu-li-ban-qi-chun-ji-ji.md"
    assert row["problems"] == []
    assert written(Path("content")) == ["news/2026/huai-shu-li-ban-qi-chun-ji-ji.md"]
    assert list(Path("content/news/drafts").iterdir()) == []


def test_a_draft_that_a_person_touched_stays(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("page.txt")
    draft = Path("content/news/drafts/huai-shu-li-ban-qi-chun-ji-ji.md")
    draft.write_text(draft.read_text(encoding="utf-8").replace("林小满", "苏禾"), encoding="utf-8")
    assert run("page.txt", "--year", "2026") == 1
    assert written(Path("content")) == ["news/drafts/huai-shu-li-ban-qi-chun-ji-ji.md"]
    assert "（后来改动过）" in capsys.readouterr().err


def test_who_comes_second_gets_another_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the link another program wrote the file: it stays as it is."""
    theirs = Path("content/news/2026/huai-shu-li-ban-qi-chun-ji-ji.md")
    real = os.link

    def link(source: Path, target: Path) -> None:
        if not theirs.exists():
            theirs.write_text("别人的稿件", encoding="utf-8")
        real(source, target)

    monkeypatch.setattr(placing.os, "link", link)
    assert run("page.txt", "--year", "2026") == 0
    assert theirs.read_text(encoding="utf-8") == "别人的稿件"
    assert written(Path("content"))[0] == "news/2026/huai-shu-li-ban-qi-chun-ji-ji-2.md"


def test_where_a_file_system_has_no_links(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(source: Path, target: Path) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(placing.os, "link", link)
    assert run("page.txt", "--year", "2026") == 0
    assert written(Path("content")) == ["news/2026/huai-shu-li-ban-qi-chun-ji-ji.md"]


def test_a_bad_file_does_not_stop_the_others(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("missing.txt", "page.txt", "--year", "2026") == 1
    assert written(Path("content")) == ["news/2026/huai-shu-li-ban-qi-chun-ji-ji.md"]
    captured = capsys.readouterr()
    assert "missing.txt" in captured.err
    assert "导入 1 个，没有导入 1 个" in captured.out


def test_json_is_one_line_for_each_input_and_nothing_else(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("page.txt", "missing.txt", "--year", "2026", "--json") == 1
    good, bad = rows(capsys)
    assert set(good) == set(bad)
    assert set(good["front_matter"]) == {field.name for field in fields(FrontMatter)}
    assert good["front_matter"]["date"] == "2026-05-03 09:26"
    assert good["front_matter"]["authors"] == ["江一帆"]
    assert good["path"] == "content/news/2026/huai-shu-li-ban-qi-chun-ji-ji.md"
    assert good["balance"]["difference"] == 0
    assert "".join(piece["text"] for piece in good["pieces"]) == PAGE
    assert {"line": 4, "text": "新闻来源:", "reason": "字段名，不是内容"} in good["cut"]
    assert {"field", "value", "line", "confidence", "reason"} == set(good["evidence"][0])
    assert bad["path"] is None
    assert "没有这个文件" in bad["problems"][0]


def test_a_yearless_date_is_kept_as_evidence(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("page.txt", "--json", "--dry-run")
    run("page.txt", "--json", "--dry-run", "--year", "2026")
    without, with_year = ([it for it in row["evidence"] if it["field"] == "date"] for row in rows(capsys))
    assert [(it["value"], it["line"], it["confidence"]) for it in without] == [("05-03 09:26", 3, "unsure")]
    assert "没有写年份" in without[0]["reason"]
    assert [(it["value"], it["confidence"]) for it in with_year] == [("2026-05-03 09:26", "likely")]
    assert "2026 年是您给出的" in with_year[0]["reason"]


@pytest.mark.parametrize(
    ("date", "year", "said"),
    [
        ("02-29 09:26", "2026", "2026 年没有 02-29 09:26"),
        ("2025-05-03", "2026", "用了原文的年份"),
        ("2025-02-30", "2026", "算不出是哪一天"),
        ("3小时前", "2026", "算不出是哪一天"),
    ],
)
def test_a_date_that_does_not_fit_is_said(
    run: Run, capsys: pytest.CaptureFixture[str], date: str, year: str, said: str
) -> None:
    Path("page.txt").write_text(PAGE.replace("05-03 09:26", date), encoding="utf-8")
    assert run("page.txt", "--year", year, "--json", "--dry-run") == 0
    (row,) = rows(capsys)
    assert any(said in problem for problem in row["problems"]), row["problems"]


@pytest.mark.parametrize("year", ["26", "abcd", "20266", "-1"])
def test_a_wrong_year_is_refused(run: Run, capsys: pytest.CaptureFixture[str], year: str) -> None:
    with pytest.raises(SystemExit) as stop:
        run("page.txt", f"--year={year}")
    assert stop.value.code == 2
    assert "四位数字" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("空.txt", b"", "文件是空的"),
        ("blank.txt", " \u3000\n\ufeff\u200b\n".encode(), "文件是空的"),
        ("url.txt", b"https://example.com/a.html\n", "只有一个网址"),
        ("page.docx", b"PK\x03\x04....", "打不开"),
        ("page.DOC", b"\xd0\xcf\x11\xe0....", "另存为“Word 文档（.docx）”"),
        ("page.html", b"<html></html>", "没有找到文章"),
        ("page.webarchive", b"bplist00", "浏览器"),
        ("page.pdf", b"%PDF-1.7", "复制"),
        ("stories.7z", b"7z", "先解压"),
        ("page", "文字".encode(), "没有后缀"),
        ("word.txt", b"PK\x03\x04....", "Word"),
        ("old.txt", b"\xd0\xcf\x11\xe0....", "旧版 Word"),
        ("pdf.txt", b"%PDF-1.7", "PDF"),
        ("photo.txt", b"\xff\xd8\xff\xe0....", "照片"),
        ("web.txt", b"<!DOCTYPE html><html><body>x</body></html>", "源代码"),
        ("program.txt", b"\x7fELF" + bytes(500), "不是文字文件"),
        ("noise.txt", bytes(range(128, 256)) * 8, "乱码"),
        (
            "garbled.txt",
            "槐树里办起集市，居民很高兴。".encode().decode("gb18030", "replace").encode(),
            "乱码",
        ),
        ("latin.txt", "槐树里办起集市，居民很高兴。".encode().decode("cp1252", "replace").encode(), "乱码"),
        ("lost.txt", ("\ufffd" * 20 + "槐树里").encode(), "乱码"),
        ("large.txt", b"a" * 2_000_001, "文件太大"),
    ],
)
def test_bad_input_is_refused_with_words(
    run: Run, capsys: pytest.CaptureFixture[str], name: str, source: bytes, said: str
) -> None:
    Path(name).write_bytes(source)
    assert run(name) == 1
    captured = capsys.readouterr()
    assert said in captured.err
    assert "为什么：" in captured.err
    assert "怎么改：" in captured.err
    assert not Path("content").exists()


def test_an_address_without_its_beginning_is_told_from_a_file(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("www.huaishuli.example/a.html") == 1
    assert "请写成 https://www.huaishuli.example/a.html" in capsys.readouterr().err


def test_pictures_that_were_left_out_are_not_said_to_be_missing(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。"
    picture = '<img src="logo.png" width="20" height="20">'
    source = (
        f"<h1>槐树里办起春季集市</h1><p>2026-05-03 09:26</p><p>{text}</p>{picture}<p>{text}又热闹了一天。</p>"
    )
    Path("a.html").write_text(f"<html><body>{source}</body></html>", encoding="utf-8")
    assert run("a.html") == 0
    said = capsys.readouterr().out
    assert "1 张图片没有放进稿件" in said
    assert "没有找到图片" not in said


def test_a_folder_and_a_pipe_are_refused(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder.txt").mkdir()
    os.mkfifo("pipe.txt")
    assert run("folder.txt", "pipe.txt") == 1
    said = capsys.readouterr().err
    assert "这个文件夹里没有能导入的文件" in said
    assert "这不是普通文件" in said


def test_a_content_folder_that_is_a_file(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("file").write_text("x", encoding="utf-8")
    assert run("page.txt", "--content", "file") == 1
    assert "没有导入" in capsys.readouterr().err


@pytest.mark.parametrize(
    "title", ["../../../etc/passwd", "..\\..\\con", "CON", "/", "a/b", "🎉🎉", "index", "x" * 300]
)
def test_no_title_leads_out_of_the_folder(run: Run, title: str) -> None:
    Path("page.txt").write_text(PAGE.replace("槐树里办起春季集市", title, 1), encoding="utf-8")
    assert run("page.txt", "--year", "2026") == 0
    (name,) = written(Path())[:1]
    assert name.startswith("content/news/2026/")
    stem = Path(name).stem
    assert stem.replace("-", "").isalnum() and stem.isascii() and len(stem) <= 70
    assert stem not in ("con", "index")


def test_control_characters_reach_neither_story_nor_terminal(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("page.txt").write_text(PAGE.replace("办起", "办\x1b[31m起\u202e"), encoding="utf-8")
    assert run("page.txt") == 0
    assert "\x1b" not in capsys.readouterr().out
    (path,) = Path("content").rglob("*.md")
    assert not {"\x1b", "\u202e"} & set(path.read_text(encoding="utf-8"))
