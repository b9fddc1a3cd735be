"""The lines above a Word story -> which of them is its title, by style, font, size, weight or place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsdesk.importing.imported import Confidence
from newsdesk.importing.word.appearance import BIGGER, Appearance

Guess = tuple[int, Confidence, str] | None
"""The line's number, how sure it is, and why."""

Views = Mapping[int, Appearance]


def _by_style(texts: Sequence[int], views: Views, others: Sequence[Appearance]) -> Guess:
    at = next((it for it in texts if views[it].style.is_title), None)
    return None if at is None else (at, Confidence.HIGH, "Word 里设成了“标题”样式")


def _by_font(texts: Sequence[int], views: Views, others: Sequence[Appearance]) -> Guess:
    at = next((it for it in texts if views[it].family == "title" and not views[it].red), None)
    return None if at is None else (at, Confidence.HIGH, "用的是公文标题的字体（小标宋）")


def _by_size(texts: Sequence[int], views: Views, others: Sequence[Appearance]) -> Guess:
    """The largest line, but no red letterhead above it."""
    plain = [it for it in texts if not views[it].red] or list(texts)
    largest = max((views[it].larger for it in plain), default=0)
    if largest < BIGGER:
        return None
    at = next(it for it in plain if views[it].larger == largest)
    sure = views[at].centred or views[at].bold or at == texts[0]
    place = "，居中" if views[at].centred else ""
    return at, Confidence.HIGH if sure else Confidence.LIKELY, f"正文前面字号最大的一行{place}"


def _by_heading(texts: Sequence[int], views: Views, others: Sequence[Appearance]) -> Guess:
    """标题 1 above the story, where sections have lower levels; the first of all where they have the same."""
    at = next((it for it in texts if views[it].style.heading), None)
    if at is None:
        return None
    level = views[at].style.heading
    every = [
        it.style.heading for it in [*(views[it] for it in texts if it > at), *others] if it.style.heading
    ]
    if all(level < other for other in every):
        return at, Confidence.HIGH, f"正文前面的“标题 {level}”样式，只有一行"
    if at == texts[0]:
        return at, Confidence.LIKELY, f"最前面的一行，是“标题 {level}”样式"
    return None


def _by_weight(texts: Sequence[int], views: Views, others: Sequence[Appearance]) -> Guess:
    at = next((it for it in texts if views[it].centred or views[it].bold), None)
    if at is None or (at != texts[0] and not views[at].bold):
        return None
    reason = "居中" if views[at].centred else "加粗"
    return at, Confidence.HIGH if at == texts[0] else Confidence.LIKELY, f"正文前面{reason}的一行"


def _by_place(texts: Sequence[int], views: Views, others: Sequence[Appearance]) -> Guess:
    if not texts:
        return None
    alone = len(texts) == 1 or texts[1] > texts[0] + 1
    return texts[0], Confidence.HIGH if alone else Confidence.UNSURE, "正文前面的第一行文字"


GUESSES = (_by_style, _by_font, _by_size, _by_heading, _by_weight, _by_place)
"""Asked one after another. `texts` are the numbers of the head's lines, `others` the looks of the body's."""
