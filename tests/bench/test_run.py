"""The table has a column of figures for each part whose pages are there, and says which are not."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench.importing import run
from bench.importing.score import Result
from tests.bench.sample import LABEL, PAGE


def test_each_part_is_printed_and_a_missing_repository_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    unseen = replace(LABEL, repo="GOOSE", half="unseen")
    labels = (LABEL, unseen, replace(unseen, repo="HTMLDATE"))
    monkeypatch.setenv("GOOSE", str(tmp_path))
    monkeypatch.setenv("HTMLDATE", str(tmp_path / "none"))
    monkeypatch.setattr(run, "read_labels", lambda: labels)
    monkeypatch.setattr(run, "read_page", lambda *words: PAGE.encode())
    monkeypatch.setattr(run, "ours", lambda page: Result(title=LABEL.title or ""))
    monkeypatch.setattr(sys, "argv", ["run", "--ours"])
    run.main()
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.endswith(" pages")] == ["tune: 1 pages", "unseen: 1 pages"]
    assert [line.split()[1:] for line in lines if line.startswith("title")] == [["1.00", "(1)"]] * 2
    assert lines[-1].startswith("left out: 1 pages, for want of HTMLDATE")
