"""A page is read from the state of the repository that was labelled, or the reader is told what to do."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import subprocess
from pathlib import Path

import pytest

from bench.importing import pages
from bench.importing.pages import PageMissingError, Repository, folder_of, read_page

PACKED = {".gz": gzip.compress(b"<p>one</p>", mtime=0), ".xz": lzma.compress(b"<p>one</p>")}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    def git(*words: str) -> str:
        name = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        found = subprocess.run(
            ["git", *name, *words], cwd=tmp_path, check=True, capture_output=True, text=True
        )
        return found.stdout.strip()

    git("init", "-q")
    (tmp_path / "槐树里.html").write_bytes(b"<p>one</p>")
    for ending, packed in PACKED.items():
        (tmp_path / f"槐树里.html{ending}").write_bytes(packed)
    git("add", ".")
    git("commit", "-qm", "one")
    commit = git("rev-parse", "HEAD")
    (tmp_path / "槐树里.html").write_bytes(b"<p>two</p>")
    git("commit", "-qam", "two")
    monkeypatch.setattr(pages, "REPOSITORIES", {"GNE": Repository("GNE", "https://example.org/a", commit)})
    return {"GNE": str(tmp_path / ".git")}


def test_the_labelled_state_is_read(repository: dict[str, str]) -> None:
    sha256 = hashlib.sha256(b"<p>one</p>").hexdigest()
    assert read_page("GNE", "槐树里.html", sha256, repository) == b"<p>one</p>"


@pytest.mark.parametrize("ending", PACKED)
def test_a_packed_page_is_unpacked(repository: dict[str, str], ending: str) -> None:
    sha256 = hashlib.sha256(PACKED[ending]).hexdigest()
    assert read_page("GNE", f"槐树里.html{ending}", sha256, repository) == b"<p>one</p>"


def test_another_page_or_none_is_said(repository: dict[str, str]) -> None:
    with pytest.raises(PageMissingError, match="not the page that was labelled"):
        read_page("GNE", "槐树里.html", "0" * 64, repository)
    with pytest.raises(PageMissingError, match="GNE:other"):
        read_page("GNE", "other.html", "", repository)


def test_a_missing_clone_is_said_with_the_command(tmp_path: Path) -> None:
    with pytest.raises(PageMissingError, match="git clone --bare"):
        folder_of("CX", {"CX": str(tmp_path / "none")})
