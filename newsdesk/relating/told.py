"""What the build found out about one story's list -> the lines that staff read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Candidate(Protocol):
    """As plugins/related_articles/explained.py describes it."""

    @property
    def slug(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def rank(self) -> int: ...
    @property
    def likeness(self) -> float: ...
    @property
    def days(self) -> int: ...
    @property
    def nearness(self) -> float: ...
    @property
    def hub(self) -> float: ...
    @property
    def score(self) -> float: ...
    @property
    def tags(self) -> Sequence[str]: ...
    @property
    def why(self) -> str: ...
    @property
    def place(self) -> int: ...
    @property
    def verdict(self) -> str: ...


class Explained(Protocol):
    """Of one story: what an editor named in vain, the list, what an editor banned, the rest."""

    @property
    def title(self) -> str: ...
    @property
    def candidates(self) -> Sequence[Candidate]: ...


VERDICTS = {
    "pinned": "列出：编辑在 related 里指定",
    "shown": "列出",
    "rescued": "列出：没有别的稿件会列出它，给它留一个位置",
    "banned": "不列出：编辑在 related 里写了“不要”",
    "both": "不列出：related 里又指定它、又写了“不要”它；“不要”算数，请删掉一项",
    "no story": "不列出：这不是哪一篇稿件的网址，请改正或删掉",
    "unlisted": "不列出：这一篇还没有发布，或不进列表（status: draft、hidden）",
    "itself": "不列出：这就是这一篇自己，请删掉",
    "no room": "不列出：编辑在 related 里指定，但前面已经排满了",
    "same text": "不列出：和这一篇是同一篇文章",
    "reprint": "不列出：和已列出的一篇是同一篇文章",
    "gave way": "不列出：让位给一篇没有别的稿件会列出的",
    "series": "不列出：同属一个专题，专题导航里已经有了",
    "later": "不列出：名次在后",
}

NO_CANDIDATES = ("no story", "unlisted", "itself")
NAMED = ("both", "no room", "banned", *NO_CANDIDATES)
"""What editors wrote in `related`, besides what the list has."""

GUIDE = """\
得分 = 相似 × 同期 ÷ √泛泛
  相似：两篇用词相同的程度，0 到 1，标题和标签比正文分量重
  同期：同一天的 2，隔一年的 1.5，隔得越久越接近 1
  泛泛：那一篇和什么稿件都有些像的程度，越大越靠后"""


def told(found: Explained, slug: str, rows: int) -> str:
    """At most so many, but always all of the list and all that editors named, which come first."""
    shown = sum(it.place > 0 for it in found.candidates)
    many = sum(it.likeness > 0 for it in found.candidates)
    rows = max(rows, shown + sum(it.verdict in NAMED for it in found.candidates))
    head = f"《{found.title}》（/{slug}/）下面列出 {shown} 篇，候选共 {many} 篇"
    lines = [head, "", GUIDE, ""]
    for candidate in found.candidates[:rows]:
        lines += _lines(candidate)
    more = len(found.candidates) - rows
    if more > 0:
        lines.append(f"还有 {more} 篇名次更后，加 --all 可以看到（make related 里写 ALL=1）。")
    return "\n".join(lines)


def _lines(it: Candidate) -> list[str]:
    place = f"第{it.place}条" if it.place else "　——"
    verdict = VERDICTS[it.verdict]
    if it.verdict in NO_CANDIDATES:
        return [f"{place}  {' '.join(filter(None, [it.title, f'/{it.slug}/']))}", f"       {verdict}"]
    return [
        f"{place}  {it.title}  /{it.slug}/",
        f"       {_score(it)}",
        "       " + "；".join(filter(None, [verdict, it.why, _tags(it.tags), _when(it.days)])),
    ]


def _score(it: Candidate) -> str:
    if not it.likeness:
        return "不在候选里（和这一篇不够像），不计分"
    sum_of = f"相似 {it.likeness:.3f} × 同期 {it.nearness:.2f} ÷ √泛泛 {it.hub:.3f}"
    return f"得分 {it.score:.3f}，第 {it.rank} 名（{sum_of}）" if it.rank else f"不排名（{sum_of}）"


def _tags(tags: Sequence[str]) -> str:
    return f"共同标签：{'、'.join(tags)}" if tags else ""


def _when(days: int) -> str:
    return "同一天" if not days else f"{'晚' if days > 0 else '早'} {abs(days)} 天"
