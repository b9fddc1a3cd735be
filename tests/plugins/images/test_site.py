"""Pictures in a real Pelican run."""

from __future__ import annotations

from pathlib import Path

from plugins.images.picture import Picture
from tests.plugins.pelican_site import build

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="40"/>'
STORY = """---
title: 集市
date: 2026-05-03
cover: /images/集市.svg
cover_alt: 摊位
---

![甲 > 乙](/images/集市.svg "说明")

路上有![图标](a%20b.svg)一个。
"""


def test_pictures_have_sizes_and_addresses(tmp_path: Path) -> None:
    files = {"news/fair.md": STORY, "images/集市.svg": SVG, "news/a b.svg": SVG}
    built = build(tmp_path, files, plugins=["images"])
    text = built.text("news/fair/index.html")
    assert (
        '<figure class="figure"><img src="/images/集市.svg" alt="甲 &gt; 乙" width="64" height="40" '
        'loading="lazy" decoding="async"><figcaption>说明</figcaption></figure>'
    ) in text
    assert '<img src="/news/a b.svg" alt="图标" width="64" height="40"' in text
    assert (built.output / "news" / "a b.svg").is_file()
    assert built.articles["news/fair"].picture == Picture("images/%E9%9B%86%E5%B8%82.svg", 64, 40, "摊位")


def test_a_story_without_a_cover_has_no_picture(tmp_path: Path) -> None:
    built = build(
        tmp_path, {"news/fair.md": "---\ntitle: 集市\ndate: 2026-05-03\n---\n\n开了。\n"}, plugins=["images"]
    )
    assert built.articles["news/fair"].picture is None


def test_a_missing_and_a_broken_picture_are_told(tmp_path: Path) -> None:
    files = {"news/fair.md": STORY.replace("a%20b", "没有"), "images/集市.svg": b"\x89PNG"}
    built = build(tmp_path, files, plugins=["images"])
    said = "\n".join(built.warnings)
    assert "fair.md: 图片“没有.svg”找不到" in said
    assert "fair.md: 图片“{static}/images/集市.svg”打不开" in said
    assert built.articles["news/fair"].picture is None
