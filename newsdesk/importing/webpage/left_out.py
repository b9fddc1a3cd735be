"""What stands in a story's run and is no text -> what a person must know of what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdesk.importing.webpage.story import Dropped

MOST = 6
"""Names in one sentence."""


def picture_doubts(dropped: Iterable[Dropped]) -> Iterator[str]:
    """One sentence for each reason."""
    reasons: dict[str, list[str]] = {}
    for it in dropped:
        reasons.setdefault(it.reason, []).append(it.called or "没有名字的图片")
    for reason, names in reasons.items():
        yield (
            f"原文里有 {len(names)} 张图片没有放进稿件（{reason}）：{named(names)}。"
            "请对照原文看看，需要时另外添加。"
        )


def named(names: Iterable[str]) -> str:
    """Each once, the first few."""
    them = list(dict.fromkeys(names))
    return "、".join(them[:MOST]) + (f" 等 {len(them)} 个" if len(them) > MOST else "")
