"""Every bad file, alone and all in one folder: the right sentence, no traceback, nothing outside content/."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from article.document import parse
from article.likeness import han
from newsdesk.cli import main
from tests.newsdesk.importing.bad_files.every import BAD, GROUPS, QUICK
from tests.newsdesk.importing.bad_files.watched import Watched, watched

TRACES = ("Traceback", "Error:", "Exception")


def test_there_are_enough() -> None:
    assert len(BAD) == sum(map(len, GROUPS)) >= 200


def check_written(seen: Watched, content: Path) -> None:
    """Nothing outside content/, and each file there whole."""
    outside = {it for it in seen.written if not it.is_relative_to(content) and "__pycache__" not in it.parts}
    assert outside <= {content.parent}, outside
    for path in content.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert parse(text, path).front_matter.title
        assert not path.is_symlink()
    assert [it for it in content.rglob("*") if it.suffix in (".tmp", ".part")] == []


def contents(content: Path) -> bytes:
    """All that a site may be made of; a report only tells, and is on no site."""
    files = (path for path in sorted(content.rglob("*")) if path.is_file())
    return b"\n".join(path.read_bytes() for path in files if not path.name.endswith(".report.txt"))


@pytest.mark.parametrize("name", BAD)
def test_alone(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = BAD[name]
    folder, content = tmp_path / "in", tmp_path / "site/content"
    folder.mkdir()
    content.parent.mkdir()
    word = bad.make(folder)
    with watched(monkeypatch) as seen:
        code = main(["import", "--content", str(content), "--json", "--", word])
    assert seen.hosts == []
    check_written(seen, content)
    out, err = capsys.readouterr()
    assert err == ""
    (row,) = map(json.loads, out.splitlines())
    said = "\n".join(row["problems"])
    assert code == bad.refused, said
    assert row["written"] is not bad.refused
    if bad.refused:
        assert not content.exists()
        assert han(said)
    else:
        assert row["balance"]["difference"] == 0
        said += row["encoding"]
    assert bad.says in said, said
    made = contents(content).decode("utf-8", "ignore")
    assert [it for it in bad.never if it in made] == []


def test_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One folder with all that is quick to make: each is told of, none stops the others."""
    content = tmp_path / "site/content"
    content.parent.mkdir()
    words = []
    for number, bad in enumerate(QUICK):
        folder = tmp_path / f"in/{number:03}"
        folder.mkdir(parents=True)
        words.append(bad.make(folder))
    with watched(monkeypatch) as seen:
        code = main(["import", "--content", str(content), "--", str(tmp_path / "in"), *words])
    assert code == 1
    assert seen.hosts == []
    check_written(seen, content)
    out, err = capsys.readouterr()
    assert not any(trace in out + err for trace in TRACES)
    assert not any(char in out + err for char in "\x1b\x07\u202e\0")
    refused = err.count("没有导入")
    assert refused >= sum(it.refused for it in QUICK)
