"""A field's name in front matter -> what staff call it."""

from __future__ import annotations

from article.front_matter import guide

SHORT = {
    "heading": "小标题",
    "images": "图片",
    "original_title": "原标题",
    "authors": "作者",
    "cover_alt": "题图说明",
}


def called(field: str) -> str:
    """`editor` -> 责任编辑. The words are front_matter's own, without what stands behind them."""
    if field in SHORT:
        return SHORT[field]
    meaning = guide()[field].meaning
    return meaning.partition("（")[0].partition("，")[0]
