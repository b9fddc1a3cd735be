"""What the audit's static host answers."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from tools.audit.answer import answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site" / "栏目").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    for name, text in {
        "index.html": "首页" * 50,
        "404.html": "没有这一页",
        "栏目/index.html": "栏目页",
        "site-1a2b3c4d.css": "a{}",
    }.items():
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    (tmp_path / "site" / "a.jpg").write_bytes(b"\xff\xd8")
    return tmp_path / "site"


def test_a_page_is_compressed_as_the_browser_allows(folder: Path) -> None:
    small = answer(folder, "/", "gzip, deflate, br")
    assert (small.status, small.headers["Content-Encoding"]) == (200, "br")
    assert brotli.decompress(small.body).decode() == "首页" * 50
    assert gzip.decompress(answer(folder, "/", "gzip").body).decode() == "首页" * 50
    assert answer(folder, "/?q=1", "").body.decode() == "首页" * 50


def test_types_and_how_long_to_keep(folder: Path) -> None:
    page, style = answer(folder, "/index.html", ""), answer(folder, "/site-1a2b3c4d.css", "")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Cache-Control"] == "no-cache"
    assert style.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in style.headers["Cache-Control"]


def test_a_photo_is_sent_as_it_is(folder: Path) -> None:
    photo = answer(folder, "/a.jpg", "br")
    assert photo.body == b"\xff\xd8"
    assert "Content-Encoding" not in photo.headers


def test_a_folder_without_its_slash_is_sent_on(folder: Path) -> None:
    assert answer(folder, "/%E6%A0%8F%E7%9B%AE", "").headers["Location"] == "/%E6%A0%8F%E7%9B%AE/"
    assert answer(folder, "/%E6%A0%8F%E7%9B%AE/", "").body.decode() == "栏目页"


@pytest.mark.parametrize("target", ["/nothing", "/../secret.txt", "/%2e%2e/secret.txt"])
def test_what_is_not_there_is_the_sites_own_404(folder: Path, target: str) -> None:
    lost = answer(folder, target, "")
    assert (lost.status, lost.body.decode()) == (404, "没有这一页")
