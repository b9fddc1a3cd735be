"""What the check finds in a content folder, and what it leaves alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsdesk.checking.command import check_folder, summary
from newsdesk.cli import main

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"/>'
WRITTEN = "http://127.0.0.1:8000/news/b/#top, /news/%E9%9B%86%E5%B8%82/index.html, 不要 /news/d.md"
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
        {"news/fair.md": STORY, "images/a.svg": SVG, "news/.DS_Store": b"x", ".git/x.txt": b"x"},
        {"news/a.md": STORY + "![图](/images/b.svg)\n", "images/b.svg": SVG},
        {"news/a.md": STORY + "[见]({filename}b.md)\n[见]({filename}/news/b.md#x)\n", "news/b.md": STORY},
        {"news/a.md": STORY + "`![图](/images/none.svg)`\n\n```\n![图](/images/none.svg)\n```\n"},
        {"news/a.md": STORY + "![图\\](/x.png) 和 `](/y.png)` 只是文字\n"},
        {
            "news/a.md": STORY
            + "[甲](https://a.cn/x_(y)) [乙](mailto:a@b.cn) [丙](/) [丁](/archives/) [戊](#b)\n"
        },
        {"news/a.md": STORY + "[见](/about/#x) [见](/articles/a1/)\n", "pages/about.md": STORY},
        {
            "news/a.md": STORY + '![图](</images/集 市.svg> "说明")\n'.replace(" 市", "市"),
            "images/集市.svg": SVG,
        },
        {
            "news/a.md": STORY.replace("集市", "草稿\nstatus: draft") + "[见](b.md)\n",
            "news/b.md": STORY.replace("2026-05", "2099-05"),
        },
        {"news/a.md": STORY.replace("date: 2026-05-03", "status: draft")},
        {"news/a.md": STORY.replace("2026-05-03", "2099-01-01")},
        {
            "news/a.md": STORY.replace("date:", f"related: [{WRITTEN}]\ndate:"),
            "news/b.md": STORY,
            "news/集市.md": STORY,
            "news/d.md": STORY,
        },
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
        ({"archives/a.md": STORY}, "archives/a.md:1: “archives”这个网址网站自己要用"),
        (
            {"images/a b.svg": SVG},
            "images/a b.svg:1: 图片文件名“a b.svg”里有空格或网址不能用的符号",
        ),
        ({"index.md": STORY}, "index.md:1: “index”这个网址网站自己要用"),
        ({"images/x.md": STORY}, "images/x.md:1: “images”这个网址网站自己要用"),
        ({"images/a.jpg": b"x"}, "images/a.jpg:1: 这张图片打不开，文件可能坏了，或不是图片"),
        (
            {"images/a.svg": SVG.replace(b"/>", b"><script>alert(1)</script></svg>")},
            "images/a.svg:1: 这张 SVG 图片里有会运行的代码",
        ),
        (
            {"images/a.svg": SVG.replace(b"/>", b" onload='alert(1)'/>")},
            "images/a.svg:1: 这张 SVG 图片里有会运行的代码",
        ),
        ({"news/a.md": STORY + "[见](/news/none/)\n"}, "news/a.md:7: 找不到“/news/none/”"),
        ({"news/a.md": STORY + "[见](../none.md)\n"}, "news/a.md:7: 找不到“../none.md”"),
        ({"news/a.md": STORY + "![图](../images/none.jpg)\n"}, "news/a.md:7: 找不到“../images/none.jpg”"),
        (
            {"news/a.md": STORY + "[见](javascript:alert(1))\n"},
            "news/a.md:7: “javascript:alert(1)”不是能用的链接",
        ),
        ({"news/a.md": STORY + "[见]({index})\n"}, "news/a.md:7: “{index}”不是能用的链接"),
        (
            {"news/a.md": STORY + "[见](d.md)\n", "news/d.md": STORY.replace("集市", "草稿\nstatus: draft")},
            "news/a.md:7: 链接到的“草稿”还是草稿，或发布日期还没到",
        ),
        (
            {"news/a.md": STORY + "[见](/news/d/)\n", "news/d.md": STORY.replace("2026-05", "2099-05")},
            "news/a.md:7: 链接到的“集市”还是草稿，或发布日期还没到",
        ),
        (
            {
                "news/a.md": STORY.replace("正文", "集市").replace("date:", "tags: [App]\ndate:"),
                "news/b.md": STORY.replace("date:", "tags: [app]\ndate:"),
            },
            "news/b.md:3: 标签“app”和别的稿件里的“App”只差大小写或写法",
        ),
        (
            {"news/a.md": STORY.replace("date:", "related: [/news/none/]\ndate:")},
            "news/a.md:3: “related”里的“/news/none/”不是哪一篇稿件的网址",
        ),
        (
            {
                "news/a.md": STORY.replace("date:", "related:\n- /news/b/\n- 不要 /news/a/\ndate:"),
                "news/b.md": STORY,
            },
            "news/a.md:5: “related”里的“不要 /news/a/”就是这一篇自己",
        ),
        (
            {"news/a.md": STORY.replace("date:", "related: [/about/]\ndate:"), "pages/about.md": STORY},
            "news/a.md:3: “related”里的“/about/”是页面，不是稿件",
        ),
        (
            {"news/a.md": STORY.replace("date:", "related: [/tag/集市/]\ndate:")},
            "news/a.md:3: “related”里的“/tag/集市/”是网站自己做的网页，不是稿件",
        ),
        (
            {"news/a.md": STORY.replace("date:", "related: [https://other.example/b/]\ndate:")},
            "news/a.md:3: “related”里的“https://other.example/b/”：本站没有 /b/ 这一篇",
        ),
        (
            {
                "news/a.md": STORY.replace("date:", "related: [/news/b2/,\n  /news/b/, /news/b]\ndate:"),
                "news/b.md": STORY,
                "news/b2.md": STORY,
            },
            "news/a.md:4: “related”里的“/news/b”写了两次（第 4 行已经有了）",
        ),
        (
            {
                "news/a.md": STORY.replace("date:", "related:\n- /news/b/\n- 不要 /news/b/\ndate:"),
                "news/b.md": STORY,
            },
            "news/a.md:5: “related”里的“不要 /news/b/”和“/news/b/”（第 4 行）是同一篇，一个要、一个不要",
        ),
        (
            {"news/a.md": STORY.replace("date:", "related: [/news/a/index.html]\ndate:")},
            "news/a.md:3: “related”里的“/news/a/index.html”就是这一篇自己",
        ),
        (
            {"news/a.md": STORY.replace("date:", "related: [/news/b/，/news/c/]\ndate:")},
            "news/a.md:3: “related”的一项“/news/b/，/news/c/”里有全角的“，”",
        ),
        (
            {
                "news/a.md": STORY.replace("date:", "related: [/news/d/]\ndate:"),
                "news/d.md": STORY.replace("集市", "草稿\nstatus: draft"),
            },
            "news/a.md:3: “related”里的“草稿”还是草稿，或发布日期还没到",
        ),
        (
            {
                "news/a.md": STORY.replace("date:", "related: [/news/d/]\ndate:"),
                "news/d.md": STORY.replace("集市", "停水\nstatus: hidden"),
            },
            "news/a.md:3: “related”里的“停水”是不进列表的稿件（status: hidden）",
        ),
        (
            {"news/a.md": STORY.replace("date:", "related: [集市]\ndate:")},
            "news/a.md:3: “related”里的“集市”不是一篇稿件的网址",
        ),
        (
            {"news/a.md": STORY.replace("date:", "related: /news/b/\ndate:")},
            "news/a.md:3: “related”写的是“/news/b/”，这里要写"
            "列表，每项一个网址，要放在最前面的直接写，不要列出的前面写“不要”",
        ),
        ({"news/a.md": STORY.replace("集市", "集市\ncover: /news/a.md")}, "news/a.md:3: 找不到“/news/a.md”"),
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


def test_a_pinned_story_that_is_hidden_later_is_named(tmp_path: Path) -> None:
    pinning = STORY.replace("date:", "related: [/news/d/]\ndate:")
    assert found(tmp_path, {"news/a.md": pinning, "news/d.md": STORY}) == []
    right = check_folder(tmp_path).right
    hidden = STORY.replace("集市", "停水\nstatus: hidden")
    (tmp_path / "news" / "d.md").write_text(hidden, encoding="utf-8")
    [problem] = check_folder(tmp_path, right).problems
    assert problem.what == "“related”里的“停水”是不进列表的稿件（status: hidden）"


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


def test_a_file_that_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    os.mkfifo(tmp_path / "news" / "pipe.md")
    assert [it.what for it in check_folder(tmp_path).problems] == ["这不是普通文件"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    found(tmp_path, {"news/2025/a.md": STORY})
    (tmp_path / "news" / "2025").chmod(0)
    try:
        assert [it.what for it in check_folder(tmp_path).problems] == ["这个文件夹打不开，里面的稿件读不到"]
    finally:
        (tmp_path / "news" / "2025").chmod(0o755)


def test_links_of_a_story_with_wrong_fields_are_told_too(tmp_path: Path) -> None:
    text = STORY.replace("2026-05-03", "五月") + "![图](/images/none.svg)\n"
    assert [it[: len("news/a.md:3")] for it in found(tmp_path, {"news/a.md": text})] == [
        "news/a.md:3",
        "news/a.md:7",
    ]


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
