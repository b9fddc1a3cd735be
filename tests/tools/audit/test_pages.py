"""Which pages of a built folder the audit opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.audit.needs import AuditError
from tools.audit.pages import chosen, page_at

ARTICLE = "<meta property='og:type' content='article'><article><h1>题</h1>{}</article>"
PICTURE = "<img src='a.svg' alt=''>"
CONTENTS = "<nav class='box toc'><a href='#a'>一</a><a href='#b'>二</a></nav>"


def write(folder: Path, **pages: str) -> Path:
    for name, text in {"index": "<h1>首页</h1>", **pages}.items():
        (folder / f"{name}.html").write_text(f"<!doctype html><html><body>{text}", encoding="utf-8")
    return folder


def test_the_home_page_and_the_richest_article(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        a=ARTICLE.format(PICTURE),
        b=ARTICLE.format(CONTENTS * 3),
        c=ARTICLE.format(PICTURE + CONTENTS),
        d=ARTICLE.format(PICTURE + CONTENTS),
        e=PICTURE + CONTENTS,
    )
    assert [(page.name, page.address) for page in chosen(site)] == [("home", ""), ("article", "c.html")]


def test_any_page_by_its_address(tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    write(tmp_path / "about")
    assert page_at(tmp_path, "/about/").file == tmp_path / "about" / "index.html"


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match="run `make html` first"):
        chosen(tmp_path)
    with pytest.raises(AuditError, match="no page below"):
        chosen(write(tmp_path))
