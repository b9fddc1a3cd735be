from __future__ import annotations

import json
import re
from pathlib import Path

from tests.plugins.pelican_site import build

ARTICLE = '<script type="application/ld+json">{{ article.structured_data }}</script>'
STORY = """---
title: "3<5 和 6>2：</script>也是文字"
date: 2026-05-03 09:26
modified: 2026-05-04
authors: [江一帆, 苏禾]
tags: [集市]
category: 民生服务
---

春季集市周六开市。
"""


def test_a_page_carries_it_whole(tmp_path: Path) -> None:
    files = {"news/2026/fair.md": STORY, "news/drafts/a.md": "---\ntitle: 草稿\nstatus: draft\n---\n\n文。\n"}
    site = build(tmp_path, files, ["reading_length", "structured_data"], {"article": ARTICLE})
    assert site.warnings == ()
    scripts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', site.text("news/2026/fair/index.html")
    )
    said = json.loads(scripts[0])
    assert said["headline"] == "3<5 和 6>2：</script>也是文字"
    assert said["datePublished"] == "2026-05-03T09:26:00+08:00"
    assert said["dateModified"] == "2026-05-04"
    assert [it["name"] for it in said["author"]] == ["江一帆", "苏禾"]
    assert said["url"] == "https://huaishuli.example/news/2026/fair/"
    assert said["wordCount"] == 8
    assert (said["articleSection"], said["keywords"]) == ("民生服务", ["集市"])
    assert "datePublished" not in json.loads(site.articles["news/drafts/a"].structured_data)
