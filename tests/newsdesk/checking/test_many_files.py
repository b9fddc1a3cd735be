"""A check by several processes finds what a check in one does, and leaves to it what may be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.checking import many_files
from newsdesk.checking.articles import Checked
from newsdesk.checking.command import check_folder

STORY = "---\ntitle: 集市\ndate: 2026-05-03\n---\n\n正文。\n"
LATER = STORY.replace("2026-05-03", "2999-05-03")
HIDDEN = STORY.replace("集市", "集市\nstatus: hidden")
TO_B = STORY + "\n[见](/news/b/)和[那边](/shop/a/)\n"
RIGHT = {
    "news/a.md": TO_B,
    "news/b.md": STORY.replace("date:", "tags: [集市, Lift]\ndate:"),
    "news/c.md": LATER + "\n[见](/news/d/)\n",
    "news/d.md": LATER,
    "news/e.md": HIDDEN,
    "news/f.md": STORY + "\n[那一篇](/news/e/)\n",
    "images/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"/>',
    "pages/about.md": STORY,
}


def both_ways(
    content: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> tuple[Checked, Checked | None]:
    """As one process checks the folder, and as several do (None where they leave it)."""
    for place, text in files.items():
        (content / place).parent.mkdir(parents=True, exist_ok=True)
        (content / place).write_text(text, encoding="utf-8")
    one = check_folder(content)
    found: list[Checked | None] = []
    real = many_files.check_many

    def watched(*given: object) -> Checked | None:
        found.append(real(*given))  # type: ignore[arg-type]  # as it is called
        return found[-1]

    monkeypatch.setattr(many_files, "FEWEST", 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(many_files, "check_many", watched)
    several = check_folder(content)
    assert several.problems == one.problems
    return one, found[0]


def test_what_is_right_is_remembered_in_the_same_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, several = both_ways(tmp_path, RIGHT, monkeypatch)
    assert several is not None
    assert several.right == one.right
    assert sorted(several.places) == sorted(one.places)
    assert several.pointers == one.pointers != ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"news/b.md": LATER},
        {"news/b.md": STORY.replace("date:", "status: draft\ndate:")},
        {"news/g.md": STORY.replace("date:", "tags: [lift]\ndate:")},
        {"news/g.md": STORY.replace("date:", "related: [/news/e/]\ndate:")},
        {"about.md": STORY},
        {"news/g.md": STORY + "\n![图](/images/none.svg)\n"},
        {"news/g.md": "正文"},
    ],
)
def test_what_is_wrong_is_told_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str]
) -> None:
    one, several = both_ways(tmp_path, RIGHT | wrong, monkeypatch)
    assert one.problems
    assert several is None


def test_few_files_need_no_second_process(tmp_path: Path) -> None:
    def never(*_: object) -> Checked:
        raise AssertionError

    assert many_files.check_many(("news/a.md",), never) is None
