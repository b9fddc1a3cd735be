"""A delivery that is stopped in the middle: the next build still knows which files are ours."""

import os
from pathlib import Path

import pytest

from newsdesk.building.delivery import deliver


def site(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def test_what_a_stopped_delivery_left_is_removed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, record = tmp_path / "output", tmp_path / "list.txt"
    output.mkdir()

    def stop(source: Path, target: Path, output: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr("newsdesk.building.delivery._move", stop)
        with pytest.raises(KeyboardInterrupt):
            deliver(site(tmp_path / "one", "a.html", "b.html"), output, record)
    assert (output / "a.html").exists()
    deliver(site(tmp_path / "two", "c.html"), output, record)
    assert [it.name for it in output.iterdir()] == ["c.html"]


@pytest.mark.parametrize("umask", [0o022, 0o077, 0o000])
def test_everyone_may_read_the_site_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        output, record = tmp_path / "output", tmp_path / "list.txt"
        deliver(site(tmp_path / "one", "a/a.html"), output, record)
        deliver(site(tmp_path / "two", "a/a.html", "b/c/d.html"), output, record)
    finally:
        os.umask(before)
    modes = {it.name: f"{it.stat().st_mode:o}"[-3:] for it in (output, *output.rglob("*"))}
    assert modes == {"output": "755", "a": "755", "b": "755", "c": "755", "a.html": "644", "d.html": "644"}


def test_a_first_site_is_moved_as_a_whole(tmp_path: Path) -> None:
    output, record = tmp_path / "output", tmp_path / "list.txt"
    made = site(tmp_path / "one", "a.html", "b.html")
    assert deliver(made, output, record).send == ("a.html", "b.html")
    assert not made.exists()
    assert sorted(it.name for it in output.iterdir()) == ["a.html", "b.html"]
    assert output.stat().st_mode & 0o755 == 0o755


def test_a_file_that_cannot_be_delivered_leaves_nothing_beside_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, record = tmp_path / "output", tmp_path / "list.txt"
    deliver(site(tmp_path / "one", "a.html"), output, record)

    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(target)

    (output / "a.html").write_text("改过")
    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("newsdesk.building.delivery._write_record", lambda *_: None)
    with pytest.raises(PermissionError):
        deliver(site(tmp_path / "two", "a.html"), output, record)
    assert [it.name for it in output.iterdir()] == ["a.html"]
