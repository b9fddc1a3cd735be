"""Many inputs at once: the bar that moves, the short reports, the table at the end."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

import pytest
from rich.console import Console

from newsdesk.importing import command
from newsdesk.importing.table import MOST_ROWS, Row, table


class Terminal(io.StringIO):
    """Where a person looks on."""

    def isatty(self) -> bool:
        return True


def printed(rows: list[Row], width: int = 100) -> str:
    out = io.StringIO()
    Console(file=out, width=width).print(table(rows))
    return out.getvalue()


def good(number: int, checks: int = 0) -> Row:
    return Row(f"{number}.txt", "导入", f"content/news/2026/{number}.md", checks, bad=False)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> argparse.ArgumentParser:
    """Seven stories in `in/`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm")
    Path("in").mkdir()
    for number in range(7):
        body = "".join(chr(0x4E00 + (number * 97 + at * 31) % 20_000) for at in range(120))
        text = f"槐树里第{number}号院办起集市\n\n发布时间：2026-05-0{number + 1}\n\n　　{body}。\n"
        Path(f"in/{number}.txt").write_text(text, encoding="utf-8")
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser


def test_a_person_sees_how_far_it_is(
    files: argparse.ArgumentParser, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert command.run(files.parse_args(["in"])) == 0
    assert "6/7" in screen.getvalue()
    assert "/7" not in capsys.readouterr().out


@pytest.mark.parametrize("words", [["in", "--json"], ["in/0.txt", "in/1.txt"]])
def test_there_is_no_bar_for_programs_and_for_few(
    files: argparse.ArgumentParser, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert command.run(files.parse_args(words)) == 0
    assert screen.getvalue() == ""


def test_a_pipe_gets_no_bar(files: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run(files.parse_args(["in"])) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "看懂了这些" not in captured.out
    assert captured.out.count("content/news/2026/") == 28  # each story and its report, twice
    assert "一共 7 个文件：导入 7 个，没有导入 0 个。" in captured.out


def test_few_are_told_in_full(files: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]) -> None:
    command.run(files.parse_args(["in/0.txt", "in/1.txt"]))
    assert capsys.readouterr().out.count("看懂了这些") == 2


def test_a_row_for_each_input() -> None:
    rows = [good(1), good(2, 3), Row("坏.doc", "没有导入", "还不认识 .doc 文件", 0, bad=True)]
    text = printed(rows)
    assert [line.split()[0] for line in text.splitlines()] == ["来稿", "1.txt", "2.txt", "坏.doc"]
    assert text.splitlines()[2].rstrip().endswith("3")
    assert "还不认识 .doc 文件" in text


def test_of_very_many_only_those_to_look_at_are_listed() -> None:
    rows = [*map(good, range(MOST_ROWS)), good(MOST_ROWS, 2)]
    assert [line.split()[0] for line in printed(rows).splitlines()] == ["来稿", f"{MOST_ROWS}.txt"]
    text = printed([good(number, 1) for number in range(3 * MOST_ROWS)])
    assert f"只列了前 {MOST_ROWS} 个" in text
    assert len(text.splitlines()) < MOST_ROWS + 5


def test_a_name_with_brackets_is_only_a_name() -> None:
    assert "[bold]x[/bold].txt" in printed([Row("[bold]x[/bold].txt", "导入", "a", 0, bad=False)])


def test_many_name_their_reports(
    files: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert command.run(files.parse_args(["in"])) == 0
    out = capsys.readouterr().out
    kept = sorted(Path("content/news/2026").glob(".*.report.txt"))
    assert len(kept) == 7
    assert all(out.count(str(path)) == 2 for path in kept)  # below its story, and in the table


def test_files_that_are_no_stories_are_named(
    files: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.png", "b.zip", ".hidden", "Thumbs.db"):
        Path("in", name).touch()
    assert command.run(files.parse_args(["in", "--dry-run"])) == 0
    assert capsys.readouterr().out.endswith("没有看这 2 个文件，它们不是能导入的文章：in/a.png、in/b.zip\n")
