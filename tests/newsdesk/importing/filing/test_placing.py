"""Files that appear whole, never over another, never outside."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from newsdesk.importing.filing import placing
from newsdesk.importing.imported import NotImportedError


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def test_a_new_file_and_no_other(inside: Path) -> None:
    path = inside / "news" / "2026" / "a.md"
    assert placing.create(path, b"one", inside)
    assert not placing.create(path, b"two", inside)
    assert path.read_bytes() == b"one"
    placing.replace(path, b"three", inside)
    assert path.read_bytes() == b"three"
    assert list(path.parent.iterdir()) == [path]


def test_the_rights_are_those_of_any_new_file(inside: Path) -> None:
    placing.create(inside / "a.md", b"", inside)
    (inside / "b.md").write_bytes(b"")
    assert stat.S_IMODE((inside / "a.md").stat().st_mode) == stat.S_IMODE((inside / "b.md").stat().st_mode)


def test_no_half_file_where_the_disk_is_full(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(placing.os, "fsync", full)
    for write in (placing.create, placing.replace):
        with pytest.raises(OSError, match="space"):
            write(inside / "a.md", b"text", inside)
    assert list(inside.iterdir()) == []


def test_a_dangling_link_is_something(inside: Path) -> None:
    (inside / "a.md").symlink_to(inside / "nowhere")
    assert not placing.create(inside / "a.md", b"text", inside)
    assert not (inside / "nowhere").exists()


def test_a_link_to_elsewhere_is_not_followed(inside: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (inside / "news").symlink_to(tmp_path / "elsewhere")
    for write in (placing.create, placing.replace):
        with pytest.raises(NotImportedError) as refused:
            write(inside / "news" / "2026" / "a.md", b"text", inside)
        assert "指向别处的链接" in refused.value.why
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_content_folder_itself_may_be_a_link(inside: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(inside)
    assert placing.create(tmp_path / "link" / "a.md", b"text", tmp_path / "link")
