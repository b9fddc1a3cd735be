"""Typography in a real Pelican run."""

from __future__ import annotations

from pathlib import Path

from tests.plugins.pelican_site import build

STORY = """---
title: 上线 GPS 定位 "小槐" 服务,真快!
subtitle: --记三号院
date: 2026-05-03
category: 民生,服务
column: A,槐
---

　　他说:"楼道灯亮了...",共3个。
"""
TEMPLATE = (
    "{{ article.title|safe }}|{{ article.subtitle }}|{{ article.summary }}|"
    "{{ article.column }}|{{ article.category.name }}\n"
    "{{ article.content|safe }}\n{{ article.content|keep_together }}"
)


def test_a_story(tmp_path: Path) -> None:
    built = build(tmp_path, {"news/gps.md": STORY}, plugins=["typography"], templates={"article": TEMPLATE})
    lines, body, shown = built.text("news/gps/index.html").splitlines()
    assert lines == (
        "上线 GPS 定位 “小槐” 服务，真快！|——记三号院|他说：“楼道灯亮了……”，共3个。|A,槐|民生,服务"
    )
    assert body == "<p>他说：“楼道灯亮了……”，共3个。</p>"
    assert shown == '<p>他说：“楼道灯亮了……”，共<span class="nb">3个</span>。</p>'


def test_a_page(tmp_path: Path) -> None:
    page = "---\ntitle: 关于,我们\ndate: 2026-01-01\n---\n\n我们,你们。\n"
    built = build(tmp_path, {"pages/about.md": page}, plugins=["typography"])
    assert "<title>关于，我们</title>\n<p>我们，你们。</p>" in built.text("about/index.html")
