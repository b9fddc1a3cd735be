"""GatheredPictures -> the story's Markdown with them, and what a person must know of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsdesk.importing.imported import Confidence, Evidence
from newsdesk.importing.pictures.cleaned import BLANK
from newsdesk.importing.pictures.gathered import GatheredPicture
from newsdesk.importing.pictures.marks import PictureMark, replaced, stored

KEPT = "在正文里的位置不变"


def with_pictures(markdown: str, pictures: Sequence[GatheredPicture]) -> str:
    """`markdown` with each mark turned into its picture, or into its caption alone where there is none."""
    by_number = {it.number: it for it in pictures}

    def instead(mark: PictureMark) -> str | None:
        it = by_number.get(mark.number + 1)
        return stored(it.path, it.alt, mark.caption) if it and it.path else None

    return replaced(markdown, instead)


def picture_evidence(pictures: Sequence[GatheredPicture]) -> Iterator[Evidence]:
    """How many there are."""
    kept = sum(bool(it.path) for it in pictures)
    if kept:
        yield Evidence("images", f"{kept} 张", None, Confidence.HIGH, KEPT)


def picture_problems(pictures: Sequence[GatheredPicture]) -> Iterator[str]:
    """Each picture that is missing, and all that no words describe."""
    for it in pictures:
        if it.is_missing:
            named = f"（图注：{it.caption}）" if it.caption else f"（{it.alt}）" if it.alt else ""
            yield f"第 {it.number} 张图片{named}{it.problem}。"
        elif it.picture and BLANK in it.picture.notes:
            yield (
                f"第 {it.number} 张图片（图注：{it.caption}）{BLANK}，连同图注留在稿件里；"
                "请换上原来的图片，或者把图和图注一起删去。"
            )
    wordless = [it.number for it in pictures if it.path and not it.alt]
    if wordless:
        yield (
            f"第 {_numbers(wordless)} 张图片没有文字说明，请补上：在稿件里 ![] 的方括号中写一句话，"
            "说给看不见图的人听。"
        )


def _numbers(numbers: Iterable[int]) -> str:
    """`1, 2, 3, 7` -> `1—3、7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs)
