"""What the check finds in a content folder, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsdesk.checking.command import check_folder, summary
from newsdesk.cli import main

STORY = "---\ntitle: 集市\ndate: 2026-05-03\n---\n\n正文。\n"


def found(content: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """`place:line: what` of each problem of a content folder with `files`."""
    for place, text in files.items():
        (content / place).parent.mkdir(parents=True, exist_ok=True)
        (content / place).write_bytes(text if isinstance(text, bytes) else text.encode())
    return [
        f"{Path(it.path).relative_to(content).as_posix()}:{it.line}: {it.what}"
        for it in check_folder(content).problems
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"news/2026/fair.md": STORY, "pages/about.md": STORY, "news/2025/集市.md": STORY},
        {"news/fair.md": STORY, "images/a.svg": b"<svg/>", "news/.DS_Store": b"x", ".git/x.txt": b"x"},
        {"news/a.md": STORY + "![图](/images/b.svg)\n", "images/b.svg": b"<svg/>"},
        {"news/a.md": STORY + "[见]({filename}b.md)\n[见]({filename}/news/b.md#x)\n", "news/b.md": STORY},
        {"news/a.md": STORY + "`![图](/images/none.svg)`\n\n```\n![图](/images/none.svg)\n```\n"},
        {"news/a.md": STORY.replace("date: 2026-05-03", "status: draft")},
        {"news/a.md": STORY.replace("2026-05-03", "2099-01-01")},
        {"news/a.md": "\ufeff" + STORY.replace("\n", "\r\n")},
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, files: Mapping[str, str | bytes]) -> None:
    assert found(tmp_path, files) == []


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"news/a.md": "正文"}, "news/a.md:1: 文件不是以一行 --- 开头"),
        ({"news/a.md": STORY.encode("gbk")}, "news/a.md:2: 这个文件不是 UTF-8 编码的文字"),
        ({"news/a.txt": STORY}, "news/a.txt:1: content 里的“a.txt”不是稿件（.md），也不在图片文件夹里"),
        ({"news/a.MD": STORY}, "news/a.MD:1: content 里的“a.MD”不是稿件（.md），也不在图片文件夹里"),
        ({"news/a.jpg": b"\xff\xd8"}, "news/a.jpg:1: content 里的“a.jpg”不是稿件（.md），也不在图片文件夹里"),
        (
            {"news/my fair.md": STORY},
            "news/my fair.md:1: “my fair”里有网址不能用的字（空格、标点或特殊符号）",
        ),
        ({"archives/a.md": STORY}, "archives/a.md:1: “archives”这个位置网站自己要用"),
        (
            {"images/a b.svg": b"<svg/>"},
            "images/a b.svg:1: 图片文件名“a b.svg”里有空格或网址不能用的符号",
        ),
        ({"index.md": STORY}, "index.md:1: “index.md”这个位置网站自己要用"),
        ({"pages/tag.md": STORY}, "pages/tag.md:1: “tag”这个网址网站自己要用"),
        ({"news/a.md": STORY + "![图](/images/none.svg)\n"}, "news/a.md:7: 找不到“/images/none.svg”"),
        ({"news/a.md": STORY + "[见]({filename}none.md)\n"}, "news/a.md:7: 找不到“none.md”"),
        (
            {"news/a.md": STORY.replace("date:", "cover: /images/none.svg\ndate:")},
            "news/a.md:3: 找不到“/images/none.svg”",
        ),
    ],
)
def test_what_is_wrong_is_named_at_its_line(
    tmp_path: Path, files: Mapping[str, str | bytes], problem: str
) -> None:
    assert found(tmp_path, files) == [problem]


def test_two_stories_may_not_have_one_address(tmp_path: Path) -> None:
    problems = found(tmp_path, {"about.md": STORY, "pages/about.md": STORY, "news/a.md": STORY})
    assert problems == [f"pages/about.md:1: 网址 /about/ 已经是 {tmp_path / 'about.md'} 的"]


def test_a_link_to_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text(STORY)
    content = tmp_path / "content"
    content.mkdir()
    (content / "linked").symlink_to(tmp_path / "outside", target_is_directory=True)
    (content / "story.md").symlink_to(tmp_path / "outside" / "secret.md")
    assert [it.what for it in check_folder(content).problems] == ["这不是文件本身，而是指向别处的链接"] * 2


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    found(tmp_path, {"news/a.md": "---\ntitle: 集市\ndate: 五月\ntags: 甲\n---\n", "news/b.md": "正文"})
    assert summary(check_folder(tmp_path)).endswith("共 3 处要改，在 2 个文件里。改好后再运行一次。")


def test_the_command_says_how_it_went(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found(tmp_path, {"news/a.md": STORY})
    assert main(["check", "--content", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "检查完毕：1 篇稿件和页面，没有问题。\n"
    found(tmp_path, {"news/b.md": "正文"})
    assert main(["check", "--content", str(tmp_path)]) == 1
    assert f"{tmp_path}/news/b.md:1: 文件不是以一行 --- 开头\n    为什么：" in capsys.readouterr().out
    assert main(["check", "--content", str(tmp_path / "none")]) == 1
    assert "找不到稿件文件夹" in capsys.readouterr().out
