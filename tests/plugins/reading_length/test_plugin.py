from __future__ import annotations

from pathlib import Path

from plugins.reading_length.length import ReadingLength
from tests.plugins.pelican_site import build


def test_stories_and_pages_are_counted(tmp_path: Path) -> None:
    fair = "---\ntitle: 集市\ndate: 2026-05-03\n---\n\n周六**开市**。\n"
    about = "---\ntitle: 关于\ndate: 2026-05-03\n---\n\n" + "槐" * 660 + "\n"
    site = build(tmp_path, {"news/2026/fair.md": fair, "pages/about.md": about}, ["reading_length"])
    assert site.articles["news/2026/fair"].reading == ReadingLength(4, 1)
    assert site.pages["about"].reading == ReadingLength(660, 2)
